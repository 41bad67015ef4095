"""A unit stands still for a time: «приостановить действие пункта 3 до 1 января 2026 года», with its wording meanwhile.

What stood still can be in effect again: «возобновить действие пункта 3, приостановленное приказом …».

The temporary wording is content of the suspension, never a lasting replacement. A list of what stands still is opened
by the verb and the time: «Приостановить до 1 января 2026 года действие: 1) пункта 3 …; 2) пункта 5 …, установив …:».
"""

from lexkz.languages.phrase import Phrase

_PARTS = """
until: (BEFORE | IN | FROM) (NUM | WORD | DOT)+ | SINCE | BEFORE WORD* _a_gen WORD*
temporary: COMMA? SETTING _aside+ IN_EDITION
_aside: COMMA | WORD | PERIOD | IN | ON | FROM | AND | THAT | THIS | WHAT | IN_EFFECT | IN_FORCE | AS | NUM
     | _u_nom | _u_gen | _u_loc | _a_gen
"""
PHRASE = Phrase(
    rule="suspend | resume | suspending",
    grammar=f"""
suspend: SUSPEND until* IN_FORCE? targets_gen until* temporary? inline?
     | IN_FORCE? targets_gen until? SUSPEND until* temporary? inline?
     | established? until? targets_nom until* in_effect inline?
     | during COMMA? targets_acc worded_then inline?
     | targets_acc during worded_then inline?
during: PERIOD? SINCE (BEFORE | WORD) (NUM | WORD)+ -> until
     | PERIOD? BEFORE NUM WORD NUM WORD -> until
worded_then: COMMA? WRITE (IN_EDITION | IN NEXT EDITION) -> temporary
resume: RENEW until* IN_FORCE? targets_gen stopped? until*
     | IN_FORCE targets_gen stopped? RENEW until*
     | until COMMA? RENEW IN_FORCE? targets_gen stopped?
stopped: COMMA? STOPPED THAT? (_b_ins | _a_ins) COMMA?
     | COMMA? STOPPED until+ COMMA?
established: SETTING COMMA? WHAT COMMA?
in_effect: IN_EFFECT until? IN_EDITION -> temporary
suspending: SUSPEND until* IN_FORCE? until* ACTS? COLON
{_PARTS}""",
)
LISTED = Phrase(
    rule="suspended",
    grammar=f"""
suspended: targets_gen until* temporary? inline?
{_PARTS}""",
)
"""A line of such a list: «пункта 3 Правил …, утвержденных приказом …;»."""
