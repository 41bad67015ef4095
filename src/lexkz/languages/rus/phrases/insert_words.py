"""Words are added: «после слов "А" дополнить словами "Б"», «перед словами», at the end («дополнить словами»)."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_insert_words",
    grammar="""
_insert_words: insert_group
insert_group: place* anchor_words COMMA? SUPPLEMENT said_ins -> insert_words
     | place* SUPPLEMENT anchor_words said_ins -> insert_words
     | place* SUPPLEMENT END_OF? said_ins (_link said_ins)* -> insert_words
     | SUPPLEMENT supplemented said_ins -> insert_words
     | place* END_OF SUPPLEMENT said_ins -> insert_words
anchor_words: AFTER said_gen -> after
     | BEFORE said_ins_anchor -> before
said_ins_anchor: _w_ins quoted
""",
)
