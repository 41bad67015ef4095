"""Russian names of units, as an address is spelt for people."""

from lexkz.languages.address_words import AddressWords

_NOUNS = {
    "annex": "приложение",
    "section": "раздел",
    "subsection": "подраздел",
    "chapter": "глава",
    "subchapter": "параграф",
    "article": "статья",
    "paragraph": "пункт",
    "part": "часть",
    "alinea": "абзац",
    "sentence": "предложение",
    "table": "таблица",
    "row": "строка",
    "column": "графа",
    "form": "форма",
    "note": "примечание",
    "footnote": "сноска",
    "title": "заголовок",
    "preamble": "преамбула",
    "heading": "заголовок",
    "corner_mark": "правый верхний угол",
    "contents": "оглавление",
    "instrument": "утверждённый документ",
}

WORDS = AddressWords(
    numbered={kind: f"{noun} {{}}" for kind, noun in _NOUNS.items()} | {"subparagraph": "подпункт {})"},
    bare=_NOUNS | {"subparagraph": "подпункт"},
    whole="весь акт",
)
