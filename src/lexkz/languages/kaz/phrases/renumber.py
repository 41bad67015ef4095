"""Units change their numbers: «5-тармақ 6-тармақ деп есептелсін», «… "1." және "2." тармақтар болып …»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="renumber",
    grammar="""
renumber: place_outer_renumber? targets_nom RESPECTIVELY? renumbered DEP? COUNT
place_outer_renumber: targets_loc -> place_outer
renumbered: targets_nom -> renumber_to
""",
)
