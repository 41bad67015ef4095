"""A unit is reworded: «29-тармақ мынадай (жаңа, келесі) редакцияда жазылсын:», «… осы бұйрыққа 1-қосымшаға сәйкес …».

The instrumental («9 және 10-жолдармен … жазылсын») is a slip of real acts that leaves the meaning alone. Without a
unit the sentence goes on about the one it has named: «5-тармақ 6-тармақ деп есептеліп, мынадай редакцияда жазылсын».
The number can stand behind the wording: «5-тармақ мынадай редакцияда жазылсын және 6-тармақ деп есептелсін:».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="replace | _worded_and_numbered",
    grammar="""
replace: _reworded (annex_source | _newly)* WRITE inline?
     | _reworded _newly* WRITE tongue_unchanged inline?
     | _newly _reworded WRITE inline?
     | _reworded EXCHANGE (COMMA | AND)? _newly+ WRITE inline?
     | _reworded _newly EXCHANGE inline?
     | annex_source _newly? WRITE
     | annex_source _reworded _newly* WRITE
     | on_tongue? _newly WRITE inline?
     | _each (_link _each)+ _newly* WRITE
     | _reworded by_new EXCHANGE inline?
     | _reworded by_annex EXCHANGE
     | _reworded by_words EXCHANGE
     | _reworded by_name (EXCHANGE | COUNT | WRITE)
_worded_and_numbered: replace _link renumber_it
renumber_it: (renumbered | numbered) DEP? COUNT
_each: targets_nom annex_source
_reworded: place_outer? (targets_nom | targets_acc | slip_case) on_tongue?
place_outer: targets_loc
slip_case: targets_ins
by_new: (NEXT OF_CONTENT | NEXT | OF_CONTENT) numbers? U_INS -> dropped
by_words: quoted DEGEN? W_INS
by_name: quoted DEP -> by_words
by_annex: _this_act numbers? U_INS -> annex_source
_newly: RESPECTIVELY? (NEXT? OF_CONTENT)? NEXT? EDITION
""",
)
