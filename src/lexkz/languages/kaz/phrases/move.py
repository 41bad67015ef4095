"""A unit changes its place: «5-тармақ 3-тармақтан кейін көшірілсін», «18-тармақ 2-тараудан 3-тарауға көшірілсін».

It can get a number of its own there: «3) тармақша 7-тармаққа көшірілсін және 5) тармақша болып есептелсін».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="move",
    grammar="""
move: place_outer_move? targets_nom move_from? (move_after | move_before | move_to) MOVE
     | targets_nom move_from? move_to (move_after | move_before) MOVE
     | place_outer_move? targets_nom move_from? move_to? (move_after | move_before) MOVE _link? moved_as DEP? COUNT
     | targets_nom move_from? move_to EXCHANGE
     | targets_nom move_from? move_as (MOVE | EXCHANGE)
     | place_outer_move? targets_nom move_from? move_to MOVE _link? moved_as DEP? COUNT
     | place_outer_move? targets_nom move_from? moved_as (BECOMING | BY_WAY) COMMA? move_to MOVE
moved_as: targets_nom
place_outer_move: targets_loc -> place_outer
move_from: targets_abl (REMOVE COMMA?)? -> place_outer
move_after: targets_abl AFTER -> anchor_after
move_before: (targets_gen | targets_nom) BEFORE -> anchor_before
move_to: targets_dat -> renumber_to
move_as: targets_nom (BECOMING | BY_WAY) -> renumber_to
""",
)
