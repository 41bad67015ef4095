"""Units change their numbers: «5-тармақ 6-тармақ деп есептелсін», «… "1." және "2." тармақтар болып …».

Two units whose places are exchanged («3 және 4-тармақтардың орындары ауыстырылсын») get each the number of the other.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber | _renumbered_in_row | _exchanged_places",
    grammar="""
renumber: place_outer_renumber? _renumbered_old RESPECTIVELY? (renumbered | numbered) DEP? COUNT
     | place_outer_renumber? targets_gen NUMBERING EXCHANGE COMMA? RESPECTIVELY? renumbered DEP? COUNT
_renumbered_old: FORMER? targets_nom | targets_gen (NUMBERING | ROW_NUMBER)
place_outer_renumber: targets_loc -> place_outer
_renumbered_in_row: renumber_pair (_link renumber_pair)+ DEP? COUNT
_exchanged_places: exchanged
exchanged: place_outer_renumber? (targets_listed_gen | targets_nom) PLACES EXCHANGE -> renumber
renumber_pair: targets_nom renumbered DEP? -> renumber
renumbered: targets_nom -> renumber_to
numbered: numbers -> renumber_bare
""",
)
