"""A unit stands still for a time: «3-тармақтың қолданысы 2026 жылғы … дейін тоқтатыла тұрсын», with its wording.

The temporary wording is content of the suspension, never a lasting replacement.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="suspend",
    grammar="""
suspend: until? targets_gen IN_FORCE until? SUSPEND temporary? inline?
until: (NUM | WORD)+ UNTIL
temporary: COMMA? SETTING _aside* NEXT? EDITION (IN_EFFECT | WRITE) (DEP COUNT)?
_aside: THIS | THAT | THIS_ONE | targets_nom | COMMA | WORD
""",
)
