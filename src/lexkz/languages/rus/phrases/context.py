"""A line that only says where commands act: «в пункте 2:», «в приложении 2 к Стандарту:», «Внести в приказ …:»,
«пункт 6:», «Правила …, утвержденные указанным приказом:»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="context | context_by_annex | led",
    grammar="""
context: IN (targets_loc | targets_acc) (_link IN (targets_loc | targets_acc))* COLON
     | (IN targets_loc COMMA?)? IN named_place COLON
     | BRING IN targets_acc COMMA? FOLLOWING? _changes COLON
     | IN targets_acc COMMA? BRING FOLLOWING? _changes COLON
     | BRING FOLLOWING? _changes IN (ACTS | targets_acc) COLON
     | BRING IN ACTS COMMA? FOLLOWING? _changes COLON
     | IN ACTS COMMA? BRING FOLLOWING? _changes COLON
     | IN ACTS COLON
     | (targets_nom | targets_acc) COLON
     | all_through COLON
context_by_annex: BRING IN targets_acc COMMA? FOLLOWING? _changes COMMA? annex_source
     | BRING _changes COMMA? IN targets_acc COMMA? annex_source
     | IN targets_acc COMMA? BRING FOLLOWING? _changes COMMA? annex_source
_changes: CHANGES (_link CHANGES)* OF_CONTENT?
all_through: WHOLE_TEXT place_of?
led: context clause | begun COMMA clause
begun: BRING IN targets_acc COMMA? FOLLOWING? _changes -> context
     | BRING FOLLOWING? _changes IN targets_acc -> context
     | BRING FOLLOWING? _changes -> context
     | IN targets_acc own_tongue? COMMA? BRING FOLLOWING? _changes -> context
own_tongue: ON RUSSIAN LANGUAGE
named_place: _n_loc -> named
""",
)
