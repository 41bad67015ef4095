"""Units are added: «дополнить пунктом 3-1 следующего содержания:», «строками 6-1 и 6-2», «приложением 9»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="insert",
    grammar="""
insert: place? _anchor? SUPPLEMENT _added inline?
     | SUPPLEMENT supplemented _anchor? targets_ins _like_this* inline?
supplemented: targets_acc -> place
_added: _anchor? NEW? targets_ins _like_this* | OF_CONTENT NEW? targets_ins
_anchor: anchor_after | anchor_before
anchor_after: AFTER targets_gen COMMA?
anchor_before: BEFORE targets_ins COMMA?
_like_this: OF_CONTENT | IN_EDITION | annex_source | COMMA
""",
)
