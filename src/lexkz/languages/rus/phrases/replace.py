"""A unit is reworded: «пункт 29 изложить в следующей (новой) редакции:», «… согласно приложению 1 к настоящему …»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="replace",
    grammar="""
replace: place_outer? targets_acc _how* WRITE _how* inline?
     | place_outer? WRITE targets_acc _how+ inline?
     | WRITE _how* annex_source COMMA?
     | WRITE (IN_EDITION | IN NEXT EDITION) targets_acc annex_source? inline?
place_outer: IN targets_loc COMMA?
_how: IN_EDITION | annex_source | IN NEXT EDITION | COMMA
""",
)
