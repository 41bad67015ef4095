"""Words fall away: «9-баптың 2-тармағындағы "А" деген сөздер алып тасталсын».

Words said to stand behind others («"А" деген сөзден кейінгі "Б" деген сөз») go where there is but one of them.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_delete_words",
    grammar="""
_delete_words: delete_group (_link delete_group)* REMOVE
     | tongue_delete
tongue_delete: (place _link?)+ said_nom (_link said_nom)* REMOVE tongue_unchanged -> delete_words
delete_group: (place _link?)* _edge? said_nom (_link said_nom)* -> delete_words
     | (place _link?)* next_to said_nom (_link said_nom)* -> delete_words
     | said_nom (_link said_nom)* of_unit -> delete_words
     | (place _link?)* unsaid -> delete_words
     | (place _link?)* stretch -> delete_words
next_to: said_abl (BEHIND | AFTER) -> next_after
     | said_gen (AHEAD | BEFORE) -> next_before
_edge: at_end | START_OF
at_end: END_OF
unsaid: quoted -> said_nom
""",
)
