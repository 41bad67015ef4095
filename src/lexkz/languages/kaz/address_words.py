"""Kazakh names of units, as an address is spelt for people."""

from lexkz.languages.address_words import AddressWords

_NOUNS = {
    "annex": "қосымша",
    "section": "бөлім",
    "subsection": "кіші бөлім",
    "chapter": "тарау",
    "subchapter": "параграф",
    "article": "бап",
    "paragraph": "тармақ",
    "part": "бөлік",
    "alinea": "абзац",
    "sentence": "сөйлем",
    "table": "кесте",
    "row": "жол",
    "column": "баған",
    "form": "нысан",
    "note": "ескертпе",
    "footnote": "сілтеме",
    "title": "тақырып",
    "preamble": "кіріспе",
    "heading": "тақырып",
    "corner_mark": "оң жақ жоғарғы бұрыш",
    "contents": "мазмұны",
    "instrument": "бекітілген құжат",
}

WORDS = AddressWords(
    numbered={kind: f"{{}}-{noun}" for kind, noun in _NOUNS.items()} | {"subparagraph": "{}) тармақша"},
    bare=_NOUNS | {"subparagraph": "тармақша"},
    whole="бүкіл акт",
)
