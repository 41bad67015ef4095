"""Words give way to words: «слова "А" заменить словами "Б"», in lists one to one («соответственно»).

Later pairs can do without the verb: «слово "А" заменить словом "Б", слово "В" – словом "Г"».
"""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="_replace_words",
    grammar="""
_replace_words: exchange_group (_link later_group)*
exchange_group: place* pair (_link bare_pair)* -> replace_words
     | _olds place EXCHANGE RESPECTIVELY? _news -> replace_words
     | EXCHANGE place _olds RESPECTIVELY? _news -> replace_words
later_group: place+ later_pair -> replace_words
pair: _olds RESPECTIVELY? EXCHANGE RESPECTIVELY? _news (COMMA? RESPECTIVELY)?
     | EXCHANGE _olds RESPECTIVELY? _news (COMMA? RESPECTIVELY)?
     | _olds EXCHANGE RESPECTIVELY? ON said_acc_new (_link said_acc_new)*
     | unsaid EXCHANGE (ON unsaid_new | said_ins | ON said_acc_new)
     | said_acc EXCHANGE ON unsaid_new
_olds: said_acc (_link said_acc)*
_news: said_ins (_link said_ins)*
said_acc_new: _said_acc -> said_ins
unsaid: quoted -> said_nom
unsaid_new: quoted -> said_ins
bare_pair: said_acc DASH? said_ins -> pair
later_pair: said_acc DASH? said_ins -> pair
     | said_acc EXCHANGE said_ins -> pair
""",
)
