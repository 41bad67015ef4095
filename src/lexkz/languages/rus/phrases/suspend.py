"""A unit stands still for a time: «приостановить действие пункта 3 до 1 января 2026 года», with its wording meanwhile.

The temporary wording is content of the suspension, never a lasting replacement.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="suspend",
    grammar="""
suspend: SUSPEND until? IN_FORCE? targets_gen until* temporary? inline?
     | IN_FORCE? targets_gen until? SUSPEND until* temporary? inline?
until: (BEFORE | IN | FROM) (NUM | WORD | DOT)+ | SINCE
temporary: COMMA? SETTING _aside+ IN_EDITION
_aside: COMMA | WORD | IN | ON | FROM | AND | THAT | THIS | IN_FORCE | AS | _u_nom | _u_gen | _u_loc | _a_gen | NUM
""",
)
