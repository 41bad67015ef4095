"""Units change their numbers: «пункт 5 считать пунктом 6», «пункты 5 и 6 считать соответственно пунктами 6 и 7»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber",
    grammar="""
renumber: place_outer_renumber? targets_acc RESPECTIVELY? COUNT RESPECTIVELY? renumbered (COMMA? RESPECTIVELY)?
place_outer_renumber: IN targets_loc COMMA? -> place_outer
renumbered: targets_ins -> renumber_to
""",
)
