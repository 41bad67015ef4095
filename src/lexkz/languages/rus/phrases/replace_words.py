"""Words give way to words: «слова "А" заменить словами "Б"», in lists one to one («соответственно»).

Later pairs can do without the verb: «слово "А" заменить словом "Б", слово "В" – словом "Г"».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_replace_words",
    grammar="""
_replace_words: exchange_group (_link later_group)*
exchange_group: place* pair (_link bare_pair)* -> replace_words
later_group: place+ later_pair -> replace_words
pair: said_acc (_link said_acc)* RESPECTIVELY? EXCHANGE RESPECTIVELY? said_ins (_link said_ins)* (COMMA? RESPECTIVELY)?
     | EXCHANGE said_acc RESPECTIVELY? said_ins
     | said_acc (_link said_acc)* EXCHANGE ON said_acc_new
said_acc_new: _w_acc quoted -> said_ins
bare_pair: said_acc DASH? said_ins -> pair
later_pair: said_acc DASH? said_ins -> pair
     | said_acc EXCHANGE said_ins -> pair
""",
)
