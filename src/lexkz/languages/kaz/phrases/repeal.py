"""Units fall away: «6) тармақша алып тасталсын», «2-қосымшаның күші жойылды деп танылсын»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal? (targets_nom | targets_acc) REMOVE
     | (targets_gen | targets_nom) FORCE LOST DEP RECOGNISED
listing: THESE FORCE LOST DEP RECOGNISED COLON
     | ACTS FORCE LOST DEP RECOGNISED COLON
     | (annex_source COMMA?)? ACTS (COMMA? annex_source)? FORCE LOST DEP RECOGNISED -> listing_by_annex
place_outer_repeal: (targets_loc | targets_abl) -> place_outer
""",
)
