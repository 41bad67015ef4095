"""Words fall away: «в пункте 2 статьи 9 слова "А" исключить», in several places under one verb."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_delete_words",
    grammar="""
_delete_words: (bare_delete _link)* delete_group
     | REMOVE bare_delete (_link bare_delete)+
     | tongue_delete
     | said_there (_link said_there)+ REMOVE
said_there: said_acc (_link said_acc)* of_unit -> delete_words
tongue_delete: place+ said_acc (_link said_acc)* REMOVE on_tongue? tongue_unchanged -> delete_words
bare_delete: place+ said_acc (_link said_acc)* -> delete_words
next_to: AFTER said_gen COMMA? -> next_after
     | BEFORE said_ins COMMA? -> next_before
_standing: COMMA? MET
out_of: FROM targets_gen -> place
     | IN targets_loc -> place
delete_group: place* said_acc (_link said_acc)* (COMMA | DASH)? REMOVE left_out? -> delete_words
     | place* REMOVE place? said_acc (_link said_acc)* left_out? -> delete_words
     | place? said_acc (_link said_acc)* of_unit REMOVE -> delete_words
     | said_acc (_link said_acc)* REMOVE out_of -> delete_words
     | REMOVE said_acc (_link said_acc)* of_unit -> delete_words
     | place* next_to COMMA? said_acc REMOVE -> delete_words
     | place* said_acc _standing? next_to REMOVE -> delete_words
     | said_acc _standing? next_to of_unit REMOVE -> delete_words
     | place* REMOVE place? said_acc _standing? next_to -> delete_words
     | REMOVE said_acc _standing? next_to of_unit -> delete_words
     | place* unsaid REMOVE -> delete_words
     | place* at_end COMMA? said_acc REMOVE -> delete_words
     | place* said_acc at_end REMOVE -> delete_words
     | place* stretch REMOVE -> delete_words
     | REMOVE place? stretch -> delete_words
""",
)
