"""A unit stands still for a time: «3-тармақтың қолданысы 2026 жылғы 1 қаңтарға дейін тоқтатыла тұрсын»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="suspend",
    grammar="""
suspend: until? targets_gen IN_FORCE until? SUSPEND
until: (NUM | WORD)+ UNTIL
""",
)
