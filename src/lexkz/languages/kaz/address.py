"""Kazakh addresses: outer units in the genitive (dative, locative), the target last, in the case the verb asks for.

«2-тармақтың екінші абзацы», «5-баптың бірінші бөлігінің екінші және үшінші абзацтарындағы», «Стандартқа 2-қосымшада»,
«реттік нөмірі 18-жол», «көрсетілген бұйрықпен бекітілген … қағидаларының 3-тармағы».
"""

_CASES = ("nom", "gen", "dat", "acc", "loc", "attr", "abl", "ins")


def _shared_end(case: str) -> str:
    """«тақырыбы мен 1-тармағындағы»: the case of the last of a list can serve those before it."""
    return "(path_nom _link)* " if case in ("attr", "loc") else ""


def _shared_head(case: str) -> str:
    """«2-тараудың және 3-тараудың тақырыптары»: several outer units in the genitive with one unit of each.

    Where the units themselves stand in the genitive («… күші жойылды»), each of them can be one of the list.
    """
    return "" if case == "GEN" else f"     | _owner? either step_mid* step_{case.lower()} -> path\n"


def _paths(case: str) -> str:
    upper = case.upper()
    return f"""
targets_{case}: {_shared_end(case)}path_{case} (_link path_{case})* -> targets
path_{case}: _owner? step_mid* step_{case} -> path
     | _owner? step_mid+ on_tongue? T_{upper} -> path
{_shared_head(upper)}     | _owner? step_mid+ inner_list step_mid* step_{case} -> path
     | _owner? step_mid+ on_russian step_mid* step_{case} -> path
     | _owner? step_mid* explaining_{case} -> path
     | tongue_text step_mid* step_{case} -> path
     | approved? I_{upper} -> path
     | THAT? A_{upper} -> path
     | B_{upper} -> path
explaining_{case}: N_{upper} -> {"explaining" if case in ("nom", "acc") else "explained_place"}
step_{case}: _lead? U_{upper} ROW_NUMBER? -> step
     | SAME U_{upper} -> step
     | _lead? U_{upper} excepted -> step
     | excepted_first _lead? U_{upper} -> step
     | begun_with _lead? U_{upper} -> step
     | QUOTED DEGEN numbers? U_{upper} -> step
     | QUOTED (_link QUOTED)* U_{upper} -> step
     | QUOTED (_link QUOTED)+ DEGEN U_{upper} -> step
     | numbers QUOTED DEGEN? U_{upper} -> step
"""


SHARED = """
_link: COMMA | AND | COMMA AND
numbers: _number (_link _number)*
_number: NUM | ORD | range
range: NUM DASH NUM | ORD DASH ORD

begun_with: QUOTED DEGEN? (W_ABL | W_INS) BEGINNING
excepted: OPEN (targets_abl | targets_acc) EXCEPT CLOSE | COMMA (targets_abl | targets_acc) EXCEPT COMMA
excepted_first: (targets_abl | targets_acc) EXCEPT COMMA? -> excepted
_owner: thereto
     | approved? _i_outer
     | THAT? _a_outer
     | _b_outer
     | this_act
this_act: THIS A_DAT
thereto: THERETO
targets_listed_gen: (path_nom _link)* path_gen (_link path_gen)* -> targets
either: one (_link one)+
one: step_mid* step_gen
inner_list: I_GEN | I_ATTR | I_LOC | I_DAT
_i_outer: I_GEN | I_DAT | I_LOC | I_ATTR | I_NOM
_b_outer: B_GEN | B_DAT | B_LOC | B_ATTR | B_NOM
_a_outer: A_GEN | A_DAT | A_LOC | A_ATTR
approved: (THAT? A_INS | B_INS) APPROVED | APPROVED
step_mid: _lead? _u_outer -> step
     | SAME _u_outer -> step
     | begun_with _lead? _u_outer -> step
     | numbers U_NOM -> step
     | QUOTED DEGEN numbers? _u_outer -> step
     | numbers QUOTED DEGEN? _u_outer -> step
     | (N_LOC | N_GEN | N_ATTR) -> named
_u_outer: U_GEN | U_DAT | U_LOC | U_ATTR
_lead: ROW_NUMBER? NO? numbers (BEING | DASH)? | ROW_NUMBER

of_unit: (targets_abl | targets_loc | targets_acc) -> place
     | whole MET? -> place
place: _some_targets on_tongue? (THAT | MET)?
     | (targets_nom | targets_loc) DASH
     | whole MET?
     | there
     | on_tongue
_some_targets: targets_loc | targets_attr | targets_gen | targets_nom | targets_dat | targets_acc | targets_abl
tongue_unchanged: COMMA? ((KAZAKH | RUSSIAN) LANGUAGE | KAZAKHLY | RUSSIANLY) (T_NOM | U_NOM)? UNCHANGED
     | COMMA? U_NOM ((KAZAKH | RUSSIAN) LANGUAGE | KAZAKHLY | RUSSIANLY) UNCHANGED
there: THERE
tongue_text: on_tongue T_GEN
on_russian: RUSSIAN LANGUAGE | RUSSIANLY -> on_tongue
on_tongue: (KAZAKH | RUSSIAN) LANGUAGE | KAZAKHLY | RUSSIANLY
whole: left_out? (place_of)? on_tongue? _through left_out? -> everywhere
     | (place_of)? on_tongue? (T_LOC | T_ATTR | T_NOM) -> text
     | left_out (place_of)? (T_LOC | T_ATTR) -> text
     | place_of (T_LOC | T_ATTR) left_out -> text
_through: ONWARD? WHOLE? (T_NOM | T_LOC | T_DAT) THROUGH | WHOLE (T_LOC | T_ATTR)
place_of: targets_gen
left_out: OPEN (targets_abl | targets_acc) EXCEPT CLOSE | COMMA? (targets_abl | targets_acc) EXCEPT COMMA?

inline: COLON QUOTED
quoted: QUOTED (_link QUOTED)* | bracketed
bracketed: OPEN QUOTED (_link QUOTED)* CLOSE
said_nom: _said_nom
times: TIMES | OPEN TIMES CLOSE
_said: times? in_brackets? quoted DASH? FORMS? DEGEN?
in_brackets: IN_BRACKETS
stretch: quoted DEGEN? (STRETCH | W_ABL) COMMA? quoted DEGEN? STRETCH_TO (W_NOM | W_ACC | T_NOM | T_ACC)?
_two: (W_NOM | W_INS | W_ABL) AND
_said_nom: _said _two? (W_NOM | W_ACC) times? FORMS? | SIGN_NOM
said_gen: _said _two? W_GEN
said_abl: _said _two? W_ABL
said_ins: FORMS? _said _two? W_INS FORMS? | quoted DEP | SIGN_INS
annex_source: _this_act _annexes (_link _annexes)* RESPECTIVELY? ACCORDING
_this_act: RESPECTIVELY? THIS (A_DAT | A_GEN | I_DAT) RESPECTIVELY?
_annexes: numbers? U_DAT
""" + "".join(_paths(case) for case in _CASES)
"""Rules that the phrase families of Kazakh share."""
