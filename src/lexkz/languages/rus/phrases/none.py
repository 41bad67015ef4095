"""The other language's text alone is changed: «… на казахском языке внесены изменения, … на русском не изменяется».

It can be told as done there: «статья 3 на казахском языке изложена в новой редакции, текст на русском …».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="none",
    grammar="""
none: (in_other _link?)? in_own UNCHANGED
     | UNCHANGED in_own
in_other: IN? touched+ ON KAZAKH LANGUAGE BE_CHANGED
     | BE_CHANGED IN touched+ ON KAZAKH LANGUAGE
     | IN? touched+ BE_CHANGED ON KAZAKH LANGUAGE
     | BE_CHANGED ON KAZAKH LANGUAGE
     | IN touched+ BE_CHANGED IN touched+ ON KAZAKH LANGUAGE
     | IN touched+ BRING _changes ON KAZAKH LANGUAGE
     | BRING _changes ON KAZAKH LANGUAGE IN touched+
     | BRING _changes IN touched+ ON KAZAKH LANGUAGE
     | IN? touched+ ONLY? ON KAZAKH LANGUAGE touched* _done
     | IN? touched+ _done ONLY? ON KAZAKH LANGUAGE
_done: WRITE (IN_EDITION | IN NEXT EDITION) | _w_nom? (EXCHANGE | REMOVE | SUPPLEMENT | CHANGED)
in_own: touched* ON RUSSIAN LANGUAGE
touched: (targets_acc | targets_nom | targets_gen | targets_loc) AND?
     | (_t_acc | _t_nom | _t_loc) AND? -> text
""",
)
