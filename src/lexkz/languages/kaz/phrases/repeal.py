"""Units fall away: «6) тармақша алып тасталсын», «2-қосымшаның күші жойылды деп танылсын (саналсын)».

A repeal can name the day from which it holds: «4-тармақ 2027 жылғы 1 қаңтардан бастап алып тасталсын».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal? (targets_nom | targets_acc) DASH? REMOVE
     | (targets_listed_gen | targets_nom) _out_of_force
     | since COMMA? place_outer_repeal? (targets_nom | targets_acc) REMOVE
     | place_outer_repeal? (targets_nom | targets_acc) since REMOVE
     | since COMMA? (targets_listed_gen | targets_nom) _out_of_force
     | (targets_gen | targets_nom) since _out_of_force
     | (targets_gen | targets_nom) FORCE since (LOST DEP (RECOGNISED | COUNT) | REMOVE)
     | place_outer_repeal? persons REMOVE
     | persons place_outer_repeal REMOVE
     | place_outer_repeal? THESE REMOVE COLON persons
persons: PERSON (_link PERSON)*
since: SINCE | SINCE_APART
_out_of_force: FORCE LOST DEP (RECOGNISED | COUNT) | FORCE REMOVE
listing: THESE _out_of_force COLON
     | ACTS _out_of_force COLON
     | annex_source COMMA? ACTS _out_of_force -> listing_by_annex
     | ACTS COMMA? annex_source COMMA? _out_of_force -> listing_by_annex
     | annex_source COMMA? ACTS annex_source _out_of_force -> listing_by_annex
place_outer_repeal: (targets_loc | targets_abl) -> place_outer
""",
)
