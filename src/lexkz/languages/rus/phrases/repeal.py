"""Units fall away: «подпункт 6) пункта 3 статьи 15 исключить», «пункт 4 признать утратившим силу»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal? targets_acc (REMOVE | RECOGNISE LOST)
     | place_outer_repeal? (REMOVE | RECOGNISE LOST) targets_acc
listing: RECOGNISE LOST COLON
     | RECOGNISE LOST ACTS COLON
     | RECOGNISE LOST ACTS COMMA? annex_source -> listing_by_annex
place_outer_repeal: IN targets_loc COMMA? -> place_outer
""",
)
