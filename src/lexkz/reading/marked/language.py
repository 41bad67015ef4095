"""The language of a source whose text had to be taken out of its markup first."""

import re

from lexkz.languages.detect import detect
from lexkz.reading.blocks import Lang, SourceError

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_KAZAKH_LATIN = re.compile(
    r"\b(?:qazaqstan|respu[bv]likasynyń|respublikasynyñ|zań\w*|zañ\w*|buıryq\w*|bu[iy]ryq\w*|ministri\w*|jyl[gğǵ]y|jäne|jáne|"
    r"turaly|tarma[qk]\w*|bap\w*|qa[gğǵ]idalar\w*)\b",
    re.IGNORECASE,
)


def language(text: str, name: str, given: Lang | None) -> Lang:
    """Return ``given``, else the language of ``text``; raise SourceError for a text without words or in neither one."""
    if not any(map(str.isalpha, text)):
        raise SourceError(f"{name} holds no text: give a file that holds the text of an act.")
    known = given or detect(text)
    if known is None:
        raise no_language(text, name)
    return known


def no_language(text: str, name: str) -> SourceError:
    """Return the error for a text in neither language; it names the script where that is the matter."""
    cyrillic, arabic, latin = (len(letters.findall(text[:20_000])) for letters in (_CYRILLIC, _ARABIC, _LATIN))
    if arabic > cyrillic + latin:
        return SourceError(f"{name} is in Arabic script: give the Kazakh text in Cyrillic, or the Russian one.")
    if latin > cyrillic and len(_KAZAKH_LATIN.findall(text[:20_000])) > 2:
        return SourceError(
            f"{name} is in Kazakh in Latin script: acts are read in Cyrillic, give the Kazakh text in Cyrillic."
        )
    return SourceError(
        f"{name} is neither in Kazakh nor in Russian, as far as can be told: "
        "if it is, say so with --lang kaz or --lang rus."
    )
