"""Words are added: «"А" деген сөздерден кейін "Б" деген сөздермен толықтырылсын», before («алдынан»), at the end.

A unit can share the verb: «"А" деген сөзден кейін "Б" деген сөзбен және 3) тармақшамен …». A sentence
put in after given words is words, too; so is a sign («";" белгісі қойылып»).
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_insert_words",
    grammar="""
_insert_words: insert_group (_chain insert_group)* SUPPLEMENT
     | added_group (_chain added_group)* (ADDED | ENTER | PUT)
     | written_group (_chain written_group)* WRITE
     | colon_group
     | words_before_unit _chain unit_too
words_before_unit: (place _link?)* anchor_words _added_words -> insert_words
unit_too: place? _added+ SUPPLEMENT inline? -> insert
_chain: _link | SEMI
insert_group: anchor_words of_unit said_ins -> insert_words
     | (place _link?)* anchor_words NEXT? _sign? RESPECTIVELY? _added_words -> insert_words
     | (place _link?)* END_OF? said_ins -> insert_words
_added_words: said_ins (_link said_ins)*
written_group: (place _link?)* anchor_words said_new -> insert_words
added_group: (place _link?)* anchor_words said_new -> insert_words
     | (place _link?)* END_OF? said_new -> insert_words
colon_group: (place _link?)* anchor_words? _such W_INS SUPPLEMENT said_inline? -> insert_words
     | (place _link?)* END_OF _such W_INS SUPPLEMENT said_inline? -> insert_words
     | (place _link?)* (anchor_words | END_OF)? _such W_NOM (ADDED | ENTER) said_inline? -> insert_words
     | (place _link?)* anchor_words (NEXT? OF_CONTENT)? said_unit -> insert_words
_such: NEXT | NEXT? OF_CONTENT
said_inline: COLON QUOTED -> said_ins
said_unit: numbers? U_INS SUPPLEMENT inline?
said_new: _said_nom -> said_ins
_sign: sign_put
sign_put: SIGN_NOM PUT COMMA? -> said_sign
anchor_words: said_abl (_link said_abl)* AFTER -> after
     | said_gen BEFORE -> before
     | said_nom BEFORE -> before
     | said_abl BEFORE -> before
""",
)
