"""Words fall away: «в пункте 2 статьи 9 слова "А" исключить»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_delete_words",
    grammar="""
_delete_words: delete_group
delete_group: place* said_acc (_link said_acc)* REMOVE -> delete_words
     | place* REMOVE place? said_acc (_link said_acc)* -> delete_words
     | place* unsaid REMOVE -> delete_words
""",
)
