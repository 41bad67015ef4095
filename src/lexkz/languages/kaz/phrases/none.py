"""Only the other language's text changes: «орыс тіліндегі мәтінге өзгеріс енгізілді, қазақ тіліндегі … өзгермейді».

It can be told as done there («орыс тілінде жаңа редакцияда жазылды»). Or the change does not
concern the Kazakh text: «… қазақ тіліндегі мәтінге қатысы жоқ», «қазақша мәтіні дұрыс».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="none",
    grammar="""
none: (in_other _link)? in_own UNCHANGED (COMMA? UNCHANGED)?
in_other: touched* _russian touched* NEXT? CHANGES (_link CHANGES)* (ENTER | ENTERED)
     | touched+ NEXT? CHANGES (_link CHANGES)* (ENTER | ENTERED)
     | touched* ONLY? _russian touched* W_NOM? (NEXT? EDITION)? (BE_CHANGED | MET)
in_own: touched* _change? touched* _kazakh touched*
_russian: RUSSIAN LANGUAGE | RUSSIANLY
_kazakh: KAZAKH LANGUAGE | KAZAKHLY
_change: THIS_ONE? (ENTERED? CHANGES | ENTERED? CHANGES_GEN | WORDING)
touched: (targets_gen | targets_nom | targets_dat | targets_loc) (AND | THROUGH)?
     | (T_NOM | T_DAT | T_GEN | T_LOC | T_ACC) AND? -> text
""",
)
