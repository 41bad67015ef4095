"""Words give way to words: «"А" деген сөздер "Б" деген сөздермен ауыстырылсын», also in lists, one to one («тиісінше»).

Several groups can share the verb, each in its own unit: «тақырыбындағы "а" деген сөз "б" деген сөзбен және …».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_replace_words",
    grammar="""
_replace_words: exchange_group (_link exchange_group)* EXCHANGE
exchange_group: (place _link?)* pair (_link pair)* -> replace_words
pair: said_nom (_link said_nom)* RESPECTIVELY? said_ins (_link said_ins)*
     | quoted DEGEN? (W_NOM | W_ACC) RESPECTIVELY quoted_new W_INS
quoted_new: QUOTED (_link QUOTED)* -> said_ins
""",
)
