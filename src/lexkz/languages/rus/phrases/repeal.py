"""Units fall away: «подпункт 6) пункта 3 статьи 15 исключить», «пункт 4 признать (считать) утратившим силу».

A repeal can name the day from which it holds: «пункт 4 исключить с 1 января 2027 года».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="repeal | listing",
    grammar="""
repeal: place_outer_repeal* (targets_acc | targets_nom) DASH? (REMOVE | _out_of_force)
     | place_outer_repeal* _out_of_force targets_acc
     | targets_acc place_outer_repeal (REMOVE | _out_of_force)
     | REMOVE targets_acc
     | (REMOVE | _out_of_force) repeal_within targets_acc
     | repeal_within+ (targets_acc REMOVE | REMOVE targets_acc)
     | since COMMA? place_outer_repeal? (targets_acc | targets_nom) (REMOVE | _out_of_force)
     | place_outer_repeal? (targets_acc | targets_nom) since (REMOVE | _out_of_force)
     | place_outer_repeal? (targets_acc | targets_nom) _out_since
     | place_outer_repeal? (targets_acc | targets_nom) (REMOVE | _out_of_force) since
     | since COMMA? (REMOVE | _out_of_force) targets_acc
     | place_outer_repeal? (REMOVE | _out_of_force) since targets_acc
     | place_outer_repeal? _out_since targets_acc
     | place_outer_repeal? (REMOVE | _out_of_force) targets_acc since
     | (REMOVE | OUT) repeal_within COLON? persons
     | repeal_within (REMOVE | OUT) COLON? persons
     | OUT COLON persons
     | persons (REMOVE | OUT) repeal_within
     | OUT persons
_out_since: (RECOGNISE | COUNT) since LOST
persons: PERSON (_link PERSON)*
since: SINCE | SINCE_APART
_out_of_force: (RECOGNISE | COUNT) LOST
listing: _out_of_force COLON
     | _out_of_force ACTS COLON
     | _out_of_force ACTS COMMA? annex_source -> listing_by_annex
repeal_within: (IN targets_loc | FROM targets_gen) COMMA? -> place_outer
place_outer_repeal: IN targets_loc COMMA? -> place_outer
""",
)
