"""A unit changes its place: «пункт 5 переместить после пункта 3», «пункт 18 переместить из главы 2 в главу 3»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="move",
    grammar="""
move: place_outer_move* targets_acc MOVE move_from? (move_after | move_before | move_to)
     | targets_acc MOVE move_from? move_to (move_after | move_before)
     | place_outer_move* targets_acc MOVE move_from? move_to COMMA? moved_as
     | targets_acc MOVE move_from? move_to (move_after | move_before)? _counting moved_as
     | place_outer_move* targets_acc MOVE move_from? (move_after | move_before) _counting moved_as
     | targets_acc MOVE move_from? move_to (ROW_NUMBER | COMMA? COUNTED) numbered_there
_counting: (COMMA | AND | COMMA AND)? (COUNT | COUNTED) IT?
place_outer_move: IN targets_loc COMMA? -> place_outer
move_from: FROM targets_gen -> place_outer
move_after: AFTER targets_gen -> anchor_after
move_before: BEFORE targets_ins -> anchor_before
moved_as: targets_ins
numbered_there: numbers -> moved_bare
move_to: IN targets_acc -> renumber_to
""",
)
