"""Words are added: «"А" деген сөздерден кейін "Б" деген сөздермен толықтырылсын», before («алдынан»), at the end."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_insert_words",
    grammar="""
_insert_words: insert_group (_link insert_group)* SUPPLEMENT
insert_group: (place _link?)* anchor_words NEXT? said_ins -> insert_words
     | place+ END_OF? said_ins -> insert_words
anchor_words: said_abl AFTER -> after
     | said_gen BEFORE -> before
     | said_nom BEFORE -> before
""",
)
