"""Words give way to words: «слова "А" заменить словами "Б"», in lists one to one («соответственно»).

Later pairs can do without the verb: «слово "А" заменить словом "Б", слово "В" – словом "Г"»; and words without new ones
take those of the pair after them: «в статье 4 слово "А", а в статье 5 слово "Б" – словом "В"»; a place with new words
alone has the old ones of the place before it: «в пункте 2 слово "А" заменить словом "Б", а в пункте 3 – словом "В"».
What is said to end a text is looked for there alone: «точку в конце абзаца второго заменить точкой с запятой».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_replace_words",
    grammar="""
_replace_words: exchange_group (_link ((waiting _link)* later_group | again_group))*
     | (waiting _link)+ placed_group (_link (waiting _link)* later_group)*
     | tongue_group
tongue_group: place+ pair on_tongue? tongue_unchanged -> replace_words
placed_group: place+ led_by? pair (_link bare_pair)* -> replace_words
waiting: place+ said_acc (_link said_acc)* -> replace_words
exchange_group: place* led_by? pair (_link bare_pair)* left_out? -> replace_words
     | lined pair -> replace_words
     | place* _olds place EXCHANGE RESPECTIVELY? _news (COMMA? RESPECTIVELY)? -> replace_words
     | pair (_link bare_pair)* behind -> replace_words
     | place* _olds RESPECTIVELY? EXCHANGE RESPECTIVELY? _news COMMA? RESPECTIVELY? everywhere_behind -> replace_words
     | EXCHANGE place _olds RESPECTIVELY? _news -> replace_words
     | EXCHANGE place _olds RESPECTIVELY? ON (unsaid_new | said_acc_new) -> replace_words
     | EXCHANGE _olds of_unit ON said_acc_new (_link said_acc_new)* -> replace_words
     | EXCHANGE _olds of_unit RESPECTIVELY? _news -> replace_words
     | place* stretch EXCHANGE _news -> replace_words
     | place* swapped SWAP -> replace_words
     | place* at_end COMMA? pair -> replace_words
     | place* said_acc at_end EXCHANGE _news -> replace_words
     | place* said_acc of_unit? worded -> replace_words
     | place* said_acc _standing? led_by EXCHANGE _news -> replace_words
     | said_acc _standing? led_by of_unit EXCHANGE _news -> replace_words
     | place* _instead of_unit? COMMA? _read_so _new_words -> replace_words
     | place* _read_so _instead of_unit? _new_words -> replace_words
     | place? _olds of_unit EXCHANGE RESPECTIVELY? _news -> replace_words
     | EXCHANGE _olds of_unit RESPECTIVELY? _news -> replace_words
     | place* said_acc of_unit? EXCHANGE block_new -> replace_words
later_group: place+ later_pair -> replace_words
again_group: place+ DASH? said_ins -> replace_words
lined: LINED
led_by: AFTER said_gen COMMA?
behind: IN targets_loc -> place
everywhere_behind: whole -> place
pair: _olds RESPECTIVELY? (DASH | COMMA)? EXCHANGE RESPECTIVELY? _news (COMMA? RESPECTIVELY)?
     | EXCHANGE _olds RESPECTIVELY? _news (COMMA? RESPECTIVELY)?
     | _olds EXCHANGE RESPECTIVELY? ON said_acc_new (_link said_acc_new)*
     | _olds RESPECTIVELY? EXCHANGE (slip_acc (_link slip_acc)* | ON slip_gen)
     | _olds REMOVE (COMMA | AND | COMMA AND) EXCHANGE IT? RESPECTIVELY? _news
     | _olds COUNT (AS (unsaid_new | said_acc_new) | said_ins)
     | unit_old EXCHANGE (unit_new | ON unit_new_acc)
     | unsaid EXCHANGE (ON unsaid_new | said_ins | ON said_acc_new)
     | _olds EXCHANGE RESPECTIVELY? ON unsaid_new
     | _olds EXCHANGE RESPECTIVELY? ON _news
swapped: said_acc (_link (said_acc | unsaid))*
worded: (WRITE | COUNT) (IN_EDITION | IN NEXT EDITION) new_inline? | (IN_EDITION | IN NEXT EDITION) WRITE new_inline?
block_new: _w_ins OF_CONTENT? -> worded
new_inline: COLON quoted -> said_ins
_instead: INSTEAD (old_gen (_link old_gen)* | unsaid)
old_gen: (_w_gen AND)? _w_gen _said -> said_nom
_read_so: COUNT | ADD | PUT | EXCHANGE
_new_words: (said_acc_new | unsaid_new | said_ins) (_link (said_acc_new | unsaid_new | said_ins))*
_olds: said_acc (_link said_acc)*
_news: said_ins (_link said_ins)*
unit_old: _u_acc QUOTED -> said_nom
unit_new: _u_ins QUOTED -> said_ins
unit_new_acc: _u_acc QUOTED -> said_ins
slip_acc: _w_acc quoted -> slip_new
slip_gen: _w_gen quoted -> slip_new
said_acc_new: _said_acc -> said_ins
unsaid: quoted -> said_nom
unsaid_new: quoted -> said_ins
bare_pair: said_acc DASH? said_ins -> pair
later_pair: said_acc (_link said_acc)* DASH? RESPECTIVELY? said_ins (_link said_ins)* -> pair
     | said_acc (_link said_acc)* EXCHANGE said_ins (_link said_ins)* -> pair
""",
)
