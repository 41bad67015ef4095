"""A unit is reworded: «29-тармақ мынадай (жаңа, келесі) редакцияда жазылсын:», «… осы бұйрыққа 1-қосымшаға сәйкес …».

The instrumental («9 және 10-жолдармен … жазылсын») is a slip of real acts that leaves the meaning alone.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="replace",
    grammar="""
replace: _reworded (annex_source | _newly)* WRITE inline?
     | annex_source _newly? WRITE
     | annex_source _reworded _newly* WRITE
_reworded: place_outer? (targets_nom | targets_acc | slip_case)
place_outer: targets_loc
slip_case: targets_ins
_newly: NEXT? EDITION
""",
)
