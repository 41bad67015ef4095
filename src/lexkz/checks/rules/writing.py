"""Spaces, doubled words, letters of the other alphabet, misspelt names, and lines that lost words."""

import re
from collections.abc import Iterator

from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting
from lexkz.languages.folding import fold

_L = r"[^\W\d_]"
_SPACES = (
    re.compile(rf"{_L}+\s[–—]{_L}+"),
    re.compile(rf"{_L}+[–—]\s{_L}+"),
    re.compile(rf"{_L}{{2,}}\s-{_L}{{2,}}"),
    re.compile(rf"{_L}+\s+[,;:!?](?=\s|$)"),
    re.compile(rf"{_L}+\s+\.(?=\s|$)(?!\s?\.)"),
    re.compile(rf"{_L}{{3,}}[,;]{_L}{{2,}}"),
    re.compile(rf"{_L}{{3,}}/\s{_L}{{2,}}|{_L}{{3,}}\s/{_L}{{2,}}"),
    re.compile(rf"\({{1}}\s+{_L}+|{_L}+\s+\)"),
    re.compile(r"[а-яәіңғүұқөһё]{3,}(?:19|20)\d\d(?!\d)"),
    re.compile(rf"{_L}+ {{2,}}\S+"),
)
"""A dash, a mark, a bracket or a slash with a space on one side only, two spaces."""
_GLUED = re.compile(rf"(?<!{_L}){_L}*[а-яәіңғүұқөһё]{{3,}}[А-ЯӘІҢҒҮҰҚӨҺЁ][а-яәіңғүұқөһё]{{2,}}")
"""Words that are glued: a capital inside a word."""
_DOUBLED = re.compile(rf"(?<![\w-])({_L}{{2,}}(?:\s{_L}+){{0,3}})(?:\s|\s\()\1(?![\w-])", re.IGNORECASE)
_MIXED = re.compile(rf"{_L}+")
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")


def spaces(draft: DraftAct) -> Iterator[Finding]:
    """Yield places where a space is missing or too many. Blanks of forms and signatures have spaces of their own."""
    for passage in draft.passages:
        for match in _GLUED.finditer(passage.text):
            yield quoting("check.spaces", match.group(), passage.place)
        if "__" in passage.text or passage.zone in ("head", "corner", "closing"):
            continue
        for pattern in _SPACES:
            for match in pattern.finditer(passage.text):
                yield quoting("check.spaces", match.group(), passage.place)
        if passage.number and re.search(r"\s[.)]$", passage.number):
            yield quoting("check.spaces", passage.number, passage.place)


def doubled(draft: DraftAct) -> Iterator[Finding]:
    """Yield words that stand twice in a row, the second in brackets or not: «мұқтаж (мұқтаж)».

    What a command quotes of the base, to replace it or to take it out, is the base's slip, and perhaps its reason.
    """
    old = {words for command in draft.reading.commands for words in (*command.old, command.beside or "") if words}
    for passage in draft.zone("title", "own", "quoted", "annex"):
        if "__" in passage.text:
            # The label of a blank may stand in the middle of what the blank is part of.
            continue
        theirs = [found.span() for words in old for found in re.finditer(re.escape(words), passage.text)]
        for match in _DOUBLED.finditer(passage.text):
            if any(start <= match.start() and match.end() <= end for start, end in theirs):
                continue
            yield quoting("check.doubled_word", match.group(), passage.place, candidates=(match.group(1),))


def letters(draft: DraftAct) -> Iterator[Finding]:
    """Yield words in which Latin and Cyrillic letters stand together, one finding a passage."""
    for passage in draft.passages:
        mixed = [word for word in _MIXED.findall(passage.text) if _LATIN.search(word) and _CYRILLIC.search(word)]
        if mixed:
            right = tuple(dict.fromkeys(_cyrillic(word) for word in mixed))
            yield quoting("check.foreign_letters", ", ".join(dict.fromkeys(mixed)), passage.place, candidates=right)


def _cyrillic(word: str) -> str:
    folded = fold(word)
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, folded, strict=True))


def names(draft: DraftAct) -> Iterator[Finding]:
    """Yield misspelt names of the state: «Қазақстан Республикаы»."""
    for passage in draft.passages:
        for pattern, right, name in draft.words.fixed_names:
            for match in pattern.finditer(passage.text):
                word = next(group for group in match.groups() if group is not None)
                if right.fullmatch(_cyrillic(word)) is None and _GLUED.search(word) is None:
                    yield quoting("check.spelling", word, passage.place, candidates=(name,))


def lost(draft: DraftAct) -> Iterator[Finding]:
    """Yield numbered lines that begin with a postposition or end with a preposition: their words were lost."""
    for passage in draft.zone("own", "quoted", "annex"):
        if passage.number and not passage.cell and draft.words.orphan.fullmatch(fold(passage.text)):
            yield quoting("check.words_lost", passage.full, passage.place)
