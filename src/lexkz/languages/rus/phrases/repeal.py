"""Units fall away: «подпункт 6) пункта 3 статьи 15 исключить», «пункт 4 признать (считать) утратившим силу»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal? (targets_acc | targets_nom) (REMOVE | _out_of_force)
     | place_outer_repeal? (REMOVE | _out_of_force) targets_acc
_out_of_force: (RECOGNISE | COUNT) LOST
listing: _out_of_force COLON
     | _out_of_force ACTS COLON
     | _out_of_force ACTS COMMA? annex_source -> listing_by_annex
place_outer_repeal: IN targets_loc COMMA? -> place_outer
""",
)
