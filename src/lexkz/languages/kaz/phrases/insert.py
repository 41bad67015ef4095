"""Units are added: «мынадай мазмұндағы 3-1-тармақпен толықтырылсын:», «… 3) тармақша енгізілсін:», «9-қосымшамен»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="insert",
    grammar="""
insert: place? _added+ SUPPLEMENT inline?
     | _added+ supplemented (NEXT EDITION)? SUPPLEMENT inline?
     | place? _added* _like_this targets_nom (ADDED | ENTER) inline?
     | members (THESE | _persons) (ADDED | ENTER) inline?
     | members_here (ADDED | ENTER) inline?
members: targets_dat
members_here: (THESE | _persons) -> members
_persons: PERSON (_link PERSON)* BECOMING?
_added: anchor_after | anchor_before | annex_source EDITION? | _like_this | targets_ins
supplemented: (targets_nom | targets_acc) -> place
anchor_after: targets_abl AFTER
anchor_before: (targets_gen | targets_nom) BEFORE
_like_this: NEXT OF_CONTENT | NEXT EDITION | NEXT | OF_CONTENT
""",
)
