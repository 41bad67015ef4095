"""A unit changes its place: «5-тармақ 3-тармақтан кейін көшірілсін»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="move",
    grammar="""
move: place_outer_move? targets_nom (move_after | move_to) MOVE
place_outer_move: targets_loc -> place_outer
move_after: targets_abl AFTER -> anchor_after
move_to: targets_dat -> renumber_to
""",
)
