"""Words are added: «"А" деген сөздерден кейін "Б" деген сөздермен толықтырылсын», before («алдынан»), at the end."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_insert_words",
    grammar="""
_insert_words: insert_group (_link insert_group)* SUPPLEMENT
     | added_group (_link added_group)* ADDED
insert_group: (place _link?)* anchor_words NEXT? _sign? said_ins -> insert_words
     | (place _link?)* END_OF? said_ins -> insert_words
added_group: (place _link?)* anchor_words said_new -> insert_words
     | (place _link?)* END_OF? said_new -> insert_words
said_new: _said_nom -> said_ins
_sign: sign_put
sign_put: SIGN_NOM PUT COMMA? -> said_sign
anchor_words: said_abl AFTER -> after
     | said_gen BEFORE -> before
     | said_nom BEFORE -> before
""",
)
