"""Kazakh addresses: outer units in the genitive (dative, locative), the target last, in the case the verb asks for.

«2-тармақтың екінші абзацы», «5-баптың бірінші бөлігінің екінші және үшінші абзацтарындағы», «Стандартқа 2-қосымшада»,
«реттік нөмірі 18-жол», «көрсетілген бұйрықпен бекітілген … қағидаларының 3-тармағы».
"""

_CASES = ("nom", "gen", "dat", "acc", "loc", "attr", "abl", "ins")


def _paths(case: str) -> str:
    upper = case.upper()
    return f"""
targets_{case}: path_{case} (_link path_{case})* -> targets
path_{case}: _owner? step_mid* step_{case} -> path
     | _owner? step_mid+ T_{upper} -> path
     | approved? I_{upper} -> path
     | THAT? A_{upper} -> path
     | B_{upper} -> path
step_{case}: ROW_NUMBER? numbers? U_{upper} ROW_NUMBER? -> step
     | QUOTED DEGEN numbers? U_{upper} -> step
"""


SHARED = """
_link: COMMA | AND | COMMA AND
numbers: _number (_link _number)*
_number: NUM | ORD | range
range: NUM DASH NUM | ORD DASH ORD

_owner: approved? (I_GEN | I_DAT | I_LOC | I_ATTR | I_NOM)
     | THAT? (A_GEN | A_DAT | A_LOC | A_ATTR)
     | B_GEN | B_DAT | B_LOC | B_ATTR
     | named
approved: (THAT? A_INS | B_INS) APPROVED | APPROVED
named: N_LOC | N_GEN | N_ATTR
step_mid: ROW_NUMBER? numbers? (U_GEN | U_DAT | U_LOC | U_ATTR) -> step
     | numbers (U_NOM) -> step
     | QUOTED DEGEN numbers? (U_GEN | U_LOC | U_ATTR) -> step

place: targets_loc | targets_attr | targets_gen | targets_nom | targets_dat | targets_acc
     | whole
whole: (place_of)? WHOLE? (T_NOM | T_LOC) THROUGH -> everywhere
     | (place_of)? WHOLE (T_LOC | T_ATTR) -> everywhere
     | (place_of)? (T_LOC | T_ATTR | T_NOM) -> text
place_of: targets_gen

quoted: QUOTED (_link QUOTED)*
said_nom: _said_nom
_said_nom: quoted DEGEN? (W_NOM | W_ACC)
said_gen: quoted DEGEN? W_GEN
said_abl: quoted DEGEN? W_ABL
said_ins: quoted DEGEN? W_INS
annex_source: THIS (A_DAT | A_GEN) numbers? U_DAT ACCORDING
     | THIS (A_DAT | A_GEN) numbers? U_DAT (_link numbers? U_DAT)+ ACCORDING
""" + "".join(_paths(case) for case in _CASES)
"""Rules that the phrase families of Kazakh share."""
