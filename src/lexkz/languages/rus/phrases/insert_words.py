"""Words are added: «после слов "А" дополнить словами "Б"», «перед словами», at the end («дополнить словами»).

One verb can serve several pairs: «после слова "А" дополнить словом "Б", после слова "В" – словом "Г"». A unit can
stand behind them: «… дополнить словом "Б" и подпунктом 3) следующего содержания:». A sentence put in after given words
is words, too.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_insert_words",
    grammar="""
_insert_words: insert_group (_link later_insert)*
     | added_group (_link later_added)*
     | words_before_unit _link unit_too
words_before_unit: place* anchor_words COMMA? SUPPLEMENT _said_added -> insert_words
unit_too: _added inline? -> insert
insert_group: place* anchor_words COMMA? RESPECTIVELY? sign_put? SUPPLEMENT RESPECTIVELY? _said_added -> insert_words
     | place* SUPPLEMENT anchor_words _said_added -> insert_words
     | place* SUPPLEMENT END_OF? said_ins (_link said_ins)* -> insert_words
     | SUPPLEMENT supplemented anchor_words? said_ins -> insert_words
     | SUPPLEMENT it anchor_words? COMMA? _said_added -> insert_words
     | place* END_OF SUPPLEMENT said_ins -> insert_words
     | place* anchor_words COMMA? SUPPLEMENT said_unit -> insert_words
     | anchor_words of_unit SUPPLEMENT RESPECTIVELY? _said_added -> insert_words
     | place* SUPPLEMENT said_ins (_link said_ins)* anchor_words -> insert_words
     | end_of SUPPLEMENT said_ins -> insert_words
     | place* SUPPLEMENT END_OF? said_words -> insert_words
added_group: place* anchor_words COMMA? sign_put? (ADD | PUT) RESPECTIVELY? _said_put -> insert_words
     | place* (ADD | PUT) anchor_words said_acc_new -> insert_words
     | place* ADD said_acc_new (_link said_acc_new)* anchor_words -> insert_words
     | place* END_OF (ADD | PUT) said_acc_new -> insert_words
     | place* ADD said_acc_new (_link said_acc_new)* -> insert_words
     | anchor_words of_unit (ADD | PUT) RESPECTIVELY? _said_put -> insert_words
     | (ADD | PUT) place anchor_words said_acc_new -> insert_words
     | (ADD | PUT) anchor_words of_unit said_acc_new -> insert_words
     | (ADD | PUT) place said_acc_new anchor_words -> insert_words
     | end_of (ADD | PUT) said_acc_new -> insert_words
end_of: END_OF targets_gen COMMA? -> place
_said_put: said_acc_new (_link said_acc_new)*
later_insert: place* anchor_words DASH? said_ins -> insert_words
later_added: place* anchor_words DASH? said_acc_new -> insert_words
_said_added: said_ins (_link said_ins)* (COMMA? RESPECTIVELY)?
said_unit: _u_ins numbers? OF_CONTENT? inline? | _w_ins OF_CONTENT? inline?
said_words: _w_ins (OF_CONTENT | IN_EDITION)? inline? -> said_unit
anchor_words: AFTER said_gen (_link said_gen)* COMMA? -> after
     | BEFORE said_ins_anchor -> before
said_ins_anchor: _w_ins quoted
""",
)
