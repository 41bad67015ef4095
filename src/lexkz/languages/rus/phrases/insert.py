"""Units are added: «дополнить пунктом 3-1 следующего содержания:», «строками 6-1 и 6-2», «приложением 9»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="insert",
    grammar="""
insert: place? _anchor? SUPPLEMENT _anchor? NEW? targets_ins _like_this*
_anchor: anchor_after | anchor_before
anchor_after: AFTER targets_gen COMMA?
anchor_before: BEFORE targets_ins COMMA?
_like_this: OF_CONTENT | IN_EDITION | annex_source | COMMA
""",
)
