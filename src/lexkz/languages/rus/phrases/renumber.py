"""Units change their numbers: «пункт 5 считать пунктом 6», «части … обозначить пунктами "1." и "2."»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber",
    grammar="""
renumber: place_outer_renumber? _renumbered_old COUNT RESPECTIVELY? AS? (renumbered | numbered) (COMMA? RESPECTIVELY)?
_renumbered_old: FORMER? (targets_acc | targets_nom | NUMBERING targets_gen) RESPECTIVELY?
place_outer_renumber: IN targets_loc COMMA? -> place_outer
renumbered: targets_ins -> renumber_to
numbered: numbers -> renumber_bare
""",
)
