"""Words give way to words: «"А" деген сөздер "Б" деген сөздермен ауыстырылсын», also in lists, one to one («тиісінше»).

Several groups can share the verb, each in its own unit: «тақырыбындағы "а" деген сөз "б" деген сөзбен және …»;
words without new ones take those of the group after them: «4-баптағы "а" деген сөз, ал 5-баптағы "ә" деген сөз "б"
деген сөзбен ауыстырылсын»; a place with new words alone has the old ones of the place before it: «2-тармақта "а" деген
сөз "ә" деген сөзбен, ал 3-тармақта "б" деген сөзбен ауыстырылсын». What is said to end a text («соңындағы») is looked
for there alone.
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_replace_words",
    grammar="""
_replace_words: exchange_group (_chain (exchange_group | again_group))* EXCHANGE
     | (waiting _link)+ placed_group (_chain exchange_group)* EXCHANGE
     | read_group (_link read_group)* (WRITE | COUNT | EXCHANGE)
     | instead_group (_link instead_group)* (WRITE | COUNT | PUT | ENTER | ADDED | EXCHANGE)
     | anew_group
     | swap_group
     | put_group (PUT | WRITE | ENTER)
     | unit_group EXCHANGE
     | tongue_group
tongue_group: (place _link?)+ pair EXCHANGE tongue_unchanged -> replace_words
unit_group: (place _link?)* unit_pair -> replace_words
waiting: (place _link?)+ said_nom -> replace_words
exchange_group: (place _link?)* (_edge | led_by)? pair (_link pair)* -> replace_words
     | lined pair -> replace_words
     | said_nom (_link said_nom)* COMMA? of_unit RESPECTIVELY? said_ins (_link said_ins)* -> replace_words
     | (place _link?)+ said_nom (_link said_nom)* COMMA? everywhere_behind _new_behind -> replace_words
     | pair (_link pair)* of_unit -> replace_words
again_group: (place _link?)+ said_ins -> replace_words
placed_group: (place _link?)+ _edge? pair (_link pair)* -> replace_words
read_group: (place _link?)* said_nom said_dep -> replace_words
instead_group: (place _link?)* instead (said_nom_new | said_dep | said_ins) -> replace_words
instead: (said_gen | quoted | SIGN_GEN) INSTEAD -> said_nom
said_nom_new: _said_nom -> said_ins
lined: LINED
led_by: said_abl BEHIND
everywhere_behind: whole -> place
_new_behind: RESPECTIVELY? said_ins (_link said_ins)*
put_group: (place _link?)* said_nom (_link said_nom)* REMOVE COMMA? AND? _put_words -> replace_words
_put_words: said_nom_new (_link said_nom_new)*
swap_group: (place _link?)* swapped PLACES EXCHANGE -> replace_words
swapped: (said_nom _link)* (said_gen | said_nom)
anew_group: (place _link?)* said_nom (_link said_nom)* worded -> replace_words
worded: _newly+ WRITE new_inline?
new_inline: COLON quoted -> said_ins
said_dep: quoted DEP -> said_ins
pair: said_nom (_link said_nom)* DASH? RESPECTIVELY? said_ins (_link said_ins)*
     | stretch said_ins
     | said_nom (_link said_nom)* REMOVE COMMA? AND? RESPECTIVELY? said_ins (_link said_ins)*
     | said_nom (_link said_nom)* DASH? RESPECTIVELY? said_dat
said_dat: (_said W_DAT | SIGN_DAT) -> said_ins
unit_pair: unit_old unit_new -> pair
unit_old: QUOTED DEGEN? U_NOM -> said_nom
unit_new: QUOTED DEGEN? U_INS -> said_ins
""",
)
