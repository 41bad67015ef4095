"""A line that only says where commands act: «в пункте 2:», «в приложении 2 к Стандарту:», «Внести в приказ …:»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="context",
    grammar="""
context: IN (targets_loc | targets_acc) COLON
     | (IN targets_loc COMMA?)? IN named_place COLON
     | BRING IN targets_acc COMMA? FOLLOWING? CHANGES (_link CHANGES)* COLON
     | IN targets_acc COMMA? BRING FOLLOWING? CHANGES (_link CHANGES)* COLON
named_place: _n_loc -> named
""",
)
