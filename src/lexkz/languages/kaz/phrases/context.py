"""A line that only says where commands act: «2-тармақта:», «Стандартына 2-қосымшада:», «Бағалау парағында:»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="context | context_by_annex | led",
    grammar="""
context: (targets_loc | targets_dat | targets_gen | targets_nom | targets_attr) COLON
     | all_through COLON
     | targets_loc? named_place COLON
     | (targets_dat | targets_loc) _brought
     | targets_nom THROUGH COLON
     | ACTS COLON
     | ACTS _brought
context_by_annex: annex_source targets_dat COMMA? CHANGES (_link CHANGES)* ENTER
     | targets_dat COMMA? annex_source CHANGES (_link CHANGES)* ENTER
_brought: NEXT? CHANGES (_link CHANGES)* ENTER COLON
all_through: place_of? _through
led: context clause
     | begun_at_once COMMA? clause
     | begun COMMA? clause (_link clause)* COMMA? NEXT? CHANGES (_link CHANGES)* ENTER
begun: (targets_dat | targets_loc) -> context
begun_at_once: (targets_dat | targets_loc) NEXT? CHANGES (_link CHANGES)* ENTERING -> context
named_place: N_LOC -> named
""",
)
