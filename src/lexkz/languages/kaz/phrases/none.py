"""Only the other language's text changes: «орыс тіліндегі мәтінге өзгеріс енгізілді, қазақ тіліндегі … өзгермейді»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="none",
    grammar="""
none: (in_other _link)? in_own UNCHANGED
in_other: touched* RUSSIAN LANGUAGE touched* NEXT? CHANGES (_link CHANGES)* ENTER
in_own: touched* KAZAKH LANGUAGE touched*
touched: (targets_gen | targets_nom | targets_dat | targets_loc) AND?
     | (T_NOM | T_DAT | T_GEN | T_LOC | T_ACC) AND? -> text
""",
)
