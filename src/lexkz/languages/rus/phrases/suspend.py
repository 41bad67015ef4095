"""A unit stands still for a time: «приостановить действие пункта 3 до 1 января 2026 года»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="suspend",
    grammar="""
suspend: SUSPEND until? IN_FORCE? targets_gen until*
     | IN_FORCE? targets_gen until? SUSPEND until*
until: (BEFORE | IN | FROM) (NUM | WORD | DOT)+
""",
)
