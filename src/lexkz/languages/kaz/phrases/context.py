"""A line that only says where commands act: «2-тармақта:», «Стандартына 2-қосымшада:», «Бағалау парағында:»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="context",
    grammar="""
context: (targets_loc | targets_dat | targets_gen | targets_nom) COLON
     | targets_loc? named_place COLON
     | (targets_dat | targets_loc) NEXT? CHANGES (_link CHANGES)* ENTER COLON
named_place: N_LOC -> named
""",
)
