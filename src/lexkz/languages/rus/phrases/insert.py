"""Units are added: «дополнить пунктом 3-1 следующего содержания:», «в пункт 5 включить подпункт 3) …», «приложением 9».

A unit can get its number apart from its noun: «дополнить новым подпунктом, обозначив его подпунктом 1), изменив
нумерацию последующих подпунктов».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="insert | _insert_numbered",
    grammar="""
insert: place* _anchor? SUPPLEMENT _added inline?
     | SUPPLEMENT _added supplemented _like_this* inline?
     | _added SUPPLEMENT supplemented inline?
     | SUPPLEMENT supplemented _anchor? _new? targets_ins _like_this* inline?
     | SUPPLEMENT it _added inline?
     | place* _anchor? ADD _anchor? _new_acc inline?
     | place* _anchor? ADD _added inline?
     | ADD place _new_acc inline?
     | place* _anchor? _new_acc ADD inline?
     | place? _anchor? BRING _new? targets_acc OF_CONTENT inline?
     | place+ supplemented _anchor? SUPPLEMENT _added inline?
     | place _anchor? SUPPLEMENT slipped OF_CONTENT inline?
     | place* SUPPLEMENT text_added inline?
     | ADD members (MEMBERS | persons_in)? COLON? inline?
     | members ADD (MEMBERS | persons_in)? COLON? inline?
     | added_here COLON
text_added: _t_ins (OF_CONTENT | IN_EDITION)?
members: IN targets_acc COMMA?
added_here: ADD -> members
persons_in: PERSON (_link PERSON)* _post*
_post: COMMA? WORD
_new: NEW | NEXT
_new_acc: _new? targets_acc _like_this* | OF_CONTENT _new? targets_acc
slipped: targets_acc -> slip_case
supplemented: targets_acc -> place
it: IT -> there
_added: _anchor? _new? targets_ins _like_this* | OF_CONTENT _new? targets_ins
_anchor: anchor_after | anchor_before
anchor_after: AFTER targets_gen COMMA?
anchor_before: BEFORE targets_ins COMMA?
_like_this: OF_CONTENT | IN_EDITION | annex_source | COMMA
_insert_numbered: insert_as COMMA? renumber_rest inline?
     | insert_plain COMMA? renumber_rest inline?
     | insert_as inline?
insert_as: place? _anchor? SUPPLEMENT _new? dropped _like_this* COUNTED IT? targets_ins -> insert
insert_plain: place? _anchor? SUPPLEMENT _added -> insert
dropped: targets_ins
renumber_rest: RENUMBERED targets_gen -> renumber
""",
)
