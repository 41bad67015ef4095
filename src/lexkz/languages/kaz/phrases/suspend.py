"""A unit stands still for a time: «3-тармақтың қолданысы 2026 жылғы … дейін тоқтатыла тұрсын», with its wording.

The temporary wording is content of the suspension, never a lasting replacement. A list of what stands still has the
verb in the line that opens it («Мыналардың қолданысы … дейін тоқтатыла тұрсын:»), or in its last item.
"""

from lexkz.languages.phrase import Phrase

_UNTIL = "until: (NUM | WORD)+ UNTIL | SINCE"
PHRASE = Phrase(
    rule="suspend | suspending",
    grammar=f"""
suspend: until* targets_gen IN_FORCE until* SUSPEND temporary? inline?
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
