"""Search of the site: one language of search for Kazakh, Russian and English, since a build of Sphinx has only one.

The index is written by `lexkz.languages.stemming`, and the query is stemmed in the browser by ``search.js``, which does
the same with the same tables. Russian and English Snowball are those that Sphinx brings, in Python and in JavaScript.
"""

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sphinx.search import _MINIFIED_JS_PATH, SearchLanguage

from lexkz.languages.folding import fold
from lexkz.languages.stemming import stem, tables, words

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NUMBER_SIGN = "№"
"""Put before a whole number, since Sphinx leaves words of digits alone out of index and query."""


class LawSearch(SearchLanguage):
    """Words of legal texts in Kazakh, Russian and English by the joint rule of stems."""

    language_name = "Law"
    stopwords = frozenset()

    def split(self, input: str) -> list[str]:  # noqa: A002 - Sphinx names it
        """Return the words and numbers of a text, folded."""
        return [NUMBER_SIGN + word if word.isdecimal() else word for word in words(input)]

    def stem(self, word: str) -> str:
        """Return the joint stem of a word that `split` gave."""
        return word if word.startswith(NUMBER_SIGN) else stem(word)

    def word_filter(self, word: str) -> bool:
        """Return that a word is indexed: all are, for in law «не» and «емес» decide."""
        return bool(word)

    @property
    def js_stemmer_code(self) -> str:  # type: ignore[override]
        """The browser's side of it: Snowball, the tables, and what reads them."""
        return browser_code()


def browser_code() -> str:
    """Return the JavaScript that defines ``splitQuery`` and ``Stemmer`` for Sphinx's search."""
    snowball = [
        (_MINIFIED_JS_PATH / name).read_text(encoding="utf-8")
        for name in ("base-stemmer.js", "russian-stemmer.js", "english-stemmer.js")
    ]
    data: dict[str, Any] = {**tables(), "alike": _alike()}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    own = (files("lexkz.workspace.site") / "search.js").read_text(encoding="utf-8")
    return "\n".join((*snowball, f"var LEXKZ_STEMMING = {text};", own))


def _alike() -> dict[str, str]:
    """Return every character that folding makes another small one, with it."""
    characters = map(chr, range(0x20, 0x3000))
    found = {char: stem_fold(char) for char in characters if len(char.lower()) == 1 and char.lower() == char}
    return {char: other for char, other in found.items() if other != char}


def stem_fold(char: str) -> str:
    """Return ``char`` as stems have it."""
    return str(tables()["latin_too"].get(fold(char), fold(char)))


def setup(app: "Sphinx") -> None:
    """Make it the search of Kazakh, Russian and English builds."""
    for code in ("kk", "ru", "en"):
        app.add_search_language(type(f"LawSearch{code}", (LawSearch,), {"lang": code}))
