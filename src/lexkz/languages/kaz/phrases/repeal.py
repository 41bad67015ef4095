"""Units fall away: «6) тармақша алып тасталсын», «2-қосымшаның күші жойылды деп танылсын (саналсын)»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal? (targets_nom | targets_acc) REMOVE
     | (targets_gen | targets_nom) _out_of_force
_out_of_force: FORCE LOST DEP (RECOGNISED | COUNT) | FORCE REMOVE
listing: THESE _out_of_force COLON
     | ACTS _out_of_force COLON
     | annex_source COMMA? ACTS _out_of_force -> listing_by_annex
     | ACTS COMMA? annex_source COMMA? _out_of_force -> listing_by_annex
     | annex_source COMMA? ACTS annex_source _out_of_force -> listing_by_annex
place_outer_repeal: (targets_loc | targets_abl) -> place_outer
""",
)
