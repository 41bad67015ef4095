"""A unit stands still for a time: «3-тармақтың қолданысы 2026 жылғы … дейін тоқтатыла тұрсын», with its wording.

The temporary wording is content of the suspension, never a lasting replacement; it can also be all that is said
(«3-тармақ 2027 жылғы 1 қаңтарға дейін мынадай редакцияда қолданылады:»). A list of what stands still has the
verb in the line that opens it («Мыналардың қолданысы … дейін тоқтатыла тұрсын:»), or in its last item.
"""

from lexkz.languages.phrase import Phrase

_UNTIL = "until: (NUM | WORD)+ UNTIL | SINCE | (WORD | NEXT)* (A_DAT | A_NOM) WORD* UNTIL"
PHRASE = Phrase(
    rule="suspend | suspending | resume",
    grammar=f"""
resume: until* COMMA? targets_listed_gen IN_FORCE until* RESUME
     | targets_listed_gen stopped IN_FORCE RESUME
stopped: (NUM | WORD)+ UNTIL STOPPED
suspend: until* targets_listed_gen IN_FORCE until* SUSPEND temporary? inline?
     | from_day? till COMMA? targets_nom in_effect inline?
     | targets_nom from_day? till in_effect inline?
     | from_day? till_then COMMA? targets_nom worded_then inline?
     | targets_nom from_day? till_then worded_then inline?
till: (NUM | WORD)+ UNTIL -> until
till_then: (NUM | WORD)+ (PERIOD | UNTIL) -> until
from_day: SINCE -> until
worded_then: NEXT? EDITION WRITE -> temporary
in_effect: NEXT? EDITION IN_EFFECT (DEP COUNT)? -> temporary
suspending: until* (THESE | ACTS) until* IN_FORCE until* SUSPEND COLON
{_UNTIL}
temporary: COMMA? SETTING _aside* NEXT? EDITION (IN_EFFECT | WRITE) (DEP COUNT)?
_aside: THIS | THAT | THIS_ONE | targets_nom | COMMA | WORD
""",
)
LISTED = Phrase(
    rule="suspended | suspending",
    grammar=f"""
suspended: targets_gen | targets_nom
suspending: until+ (THESE | ACTS)? COLON | (THESE | ACTS) until* COLON
{_UNTIL}
""",
)
"""A line of such a list: «… қағидаларының 3-тармағының;»; and the line that opens one whose verb ends its last item."""
