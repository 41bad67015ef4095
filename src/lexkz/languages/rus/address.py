"""Russian addresses: the target first, outer units after it in the genitive, the act or approved act last.

«подпункт 6) пункта 3 статьи 15», «абзацы второй и третий части первой статьи 5», «приложение 2 к Стандарту»,
«строку, порядковый номер 18,», «пункт 5 Правил …, утвержденных указанным приказом».

A form that can be nothing but a nominative («статья 5 дополняется пунктом») is a case of its own, ``sole``.

One written form is often several cases, and its terminal bears them all (``U_GEN_NOM_ACC``): a rule such as ``u_gen``
takes every terminal that can be a genitive.
"""

from lexkz.languages.rus.units import case_sets, terminal

_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")


def _by_case() -> str:
    rules = []
    for prefix in ("U", "I", "A", "B", "W", "T", "N"):
        for case in _CASES:
            fitting = [terminal(prefix, cases) for cases in case_sets() if case in cases]
            rules.append(f"_{prefix.lower()}_{case}: {' | '.join(fitting)}")
    rules.append(f"_u_sole: {terminal('U', ('nom',))}")
    return "\n".join(rules)


def _units_of(case: str) -> str:
    return f"""
targets_{case}: path_{case} (_link path_{case})* -> targets
path_{case}: step_{case} step_gen* _owner? -> path_inner_first
step_{case}: _u_{case} numbers? -> step
     | _u_{case} QUOTED -> step
"""


def _paths(case: str) -> str:
    named = "\n     | _n_acc (step_gen+ _owner?)? -> path_inner_first" if case == "acc" else ""
    link = "(_link | AND IN | COMMA AND IN)" if case == "loc" else "_link"
    return f"""
targets_{case}: path_{case} ({link} path_{case})* -> targets
path_{case}: step_{case} step_gen* _owner? -> path_inner_first
     | step_{case} step_gen* TO step_dat step_gen* _owner? -> path_inner_first
     | _instrument_{case} -> path_inner_first
     | THAT? _a_{case} -> path_inner_first
     | _b_{case} -> path_inner_first
     | _t_{case} step_gen+ _owner? -> path_inner_first
     | _t_{case} _owner -> path_inner_first
     | _t_{case} IN step_loc step_gen* _owner? -> path_inner_first{named}
step_{case}: _u_{case} numbers? -> step
     | SAME _u_{case} -> step
     | _u_{case} numbers? excepted -> step
     | _u_{case} numbers? begun_with -> step
     | _u_{case} QUOTED -> step
     | _u_{case} QUOTED (_link QUOTED)+ -> step
     | _u_{case} numbers QUOTED -> step
     | _u_{case} COMMA? ROW_CODE QUOTED (_link QUOTED)* COMMA? -> step
     | numbers _u_{case} -> step
     | _u_{case} COMMA? ROW_NUMBER numbers COMMA? -> step
     | ROW_NUMBER numbers _u_{case} -> step
_instrument_{case}: _i_{case} | _i_{case} COMMA? approved COMMA? | approved _i_{case}
"""


SHARED = (
    """
_link: COMMA | AND | COMMA AND
numbers: _number (_link _number)*
_number: NUM | ORD | range
range: NUM DASH NUM | ORD DASH ORD

begun_with: COMMA? BEGINNING (_w_ins | STRETCH) QUOTED COMMA?
excepted: OPEN EXCEPT targets_gen CLOSE | COMMA? EXCEPT targets_gen COMMA?
_owner: thereto
     | _instrument_gen | TO _instrument_dat
     | THAT? _a_gen | TO THAT? _a_dat
     | TO this_act
     | _b_gen | TO _b_dat
approved: APPROVED THAT? _a_ins | APPROVED _b_ins | APPROVED

place: IN? (targets_loc | targets_acc | targets_ins) on_tongue? COMMA?
     | targets_sole COMMA?
     | IN targets_loc MET
     | IN there COMMA?
     | IN explained COMMA?
     | on_tongue COMMA?
     | IN tongue_named _t_loc targets_gen? COMMA?
     | FROM targets_gen COMMA?
     | whole on_tongue? COMMA?
     | IN (targets_loc | targets_acc) AND (IN? IT? bare_text | whole) COMMA?
     | targets_acc AND bare_text COMMA?
     | (targets_acc | targets_sole) DASH
     | IN targets_loc DASH
     | IN bare_text AND IN? targets_loc COMMA?
on_tongue: _t_gen? ON (RUSSIAN | KAZAKH) LANGUAGE
tongue_named: (RUSSIAN | KAZAKH) -> on_tongue
tongue_unchanged: COMMA? (_t_nom | _t_acc | _u_nom) ON (RUSSIAN | KAZAKH) LANGUAGE UNCHANGED
     | COMMA? ON (RUSSIAN | KAZAKH) LANGUAGE (_t_nom | _u_nom)? UNCHANGED
there: THERE
explained: _n_loc
whole: (WHOLE_TEXT | ONWARD) place_of? left_out? -> everywhere
     | IN (_t_loc | _t_acc) -> text

left_out: OPEN EXCEPT targets_gen CLOSE | COMMA? EXCEPT targets_gen COMMA?
bare_text: (_t_loc | _t_acc) -> text
place_of: targets_gen
of_unit: targets_gen COMMA? -> place
     | FROM targets_gen COMMA? -> place
     | (COMMA? MET)? IN targets_loc COMMA? -> place
     | (COMMA? MET)? whole COMMA? -> place

at_end: END_OF end_place?
end_place: targets_gen COMMA? -> place

inline: COLON QUOTED
quoted: QUOTED (_link QUOTED)* | bracketed
bracketed: OPEN QUOTED (_link QUOTED)* CLOSE
said_acc: _said_acc -> said_nom
_said: in_brackets? RESPECTIVELY? FORMS? (COLON | DASH)? quoted (FORMS | COMMA FORMS COMMA)? times?
times: COMMA? TIMES COMMA? | OPEN TIMES CLOSE | COMMA? TIMES COMMA TIMES COMMA?
in_brackets: COMMA? IN_BRACKETS COMMA?
stretch: (_w_acc | _t_acc)? COMMA? STRETCH quoted COMMA? STRETCH_TO quoted INCLUSIVE? COMMA?
sign_put: PUT SIGN_ACC (COMMA | AND | COMMA AND) -> said_sign
_said_acc: (_w_acc AND)? _w_acc _said | SIGN_ACC
said_gen: (_w_gen AND)? _w_gen _said | SIGN_GEN
said_ins: (_w_ins AND)? _w_ins _said | SIGN_INS
this_act: THIS _a_dat
thereto: THERETO
annex_source: ACCORDING (_u_dat | _u_ins) numbers? RESPECTIVELY? COMMA? TO THIS (_a_dat | _i_dat) (COMMA? RESPECTIVELY)?
     | IN_EDITION _u_gen numbers? TO THIS _a_dat
"""
    + _by_case()
    + "".join(_paths(case) for case in _CASES)
    + _units_of("sole")
)
"""Rules that the phrase families of Russian share."""
