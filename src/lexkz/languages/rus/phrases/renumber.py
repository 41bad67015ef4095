"""Units change their numbers: «пункт 5 считать пунктом 6», «части 1 и 2 обозначить соответственно пунктами "1." и "2."»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber",
    grammar="""
renumber: place_outer_renumber? (targets_acc | targets_nom) RESPECTIVELY? COUNT RESPECTIVELY? AS? renumbered (COMMA? RESPECTIVELY)?
place_outer_renumber: IN targets_loc COMMA? -> place_outer
renumbered: targets_ins -> renumber_to
""",
)
