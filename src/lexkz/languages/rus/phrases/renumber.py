"""Units change their numbers: «пункт 5 считать пунктом 6», «части … обозначить пунктами "1." и "2."».

Two units whose places are exchanged («абзацы третий и четвертый поменять местами») get each the number of the other.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber | _renumbered_in_row | _exchanged_places",
    grammar="""
renumber: place_outer_renumber* _renumbered_old COUNT RESPECTIVELY? AS? (renumbered | numbered) (COMMA? RESPECTIVELY)?
     | COUNT targets_acc RESPECTIVELY? renumbered
     | place_outer_renumber* NUMBERING targets_gen EXCHANGE _counted renumbered (COMMA? RESPECTIVELY)?
     | place_outer_renumber* NUMBERING targets_gen RESPECTIVELY? EXCHANGE RESPECTIVELY? ON RESPECTIVELY? numbered
_renumbered_old: FORMER? (targets_acc | targets_nom | NUMBERING targets_gen) RESPECTIVELY?
_counted: COMMA? COUNTED IT? RESPECTIVELY?
place_outer_renumber: IN targets_loc COMMA? -> place_outer
_renumbered_in_row: renumber_group (_link later_renumber)+
renumber_group: place_outer_renumber? _renumbered_old COUNT AS? renumbered -> renumber
later_renumber: targets_acc DASH? renumbered -> renumber
_exchanged_places: exchanged
exchanged: place_outer_renumber? (targets_acc SWAP | SWAP targets_acc) -> renumber
renumbered: targets_ins -> renumber_to
numbered: numbers -> renumber_bare
""",
)
