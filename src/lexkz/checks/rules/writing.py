"""Spaces, doubled words, letters of the other alphabet, misspelt names, and lines that lost words."""

import re
from collections.abc import Iterator

from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, quoting
from lexkz.languages.detect import Lang, detect
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.number_words import spelled_numbers

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
_ONE_LETTER = re.compile(r"(?<![\w.)/-])([вскуо]) \1(?= \w)", re.IGNORECASE)
"""A preposition of one letter that stands twice."""
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
        for match in (*_DOUBLED.finditer(passage.text), *_ONE_LETTER.finditer(passage.text)):
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


def misspelt(draft: DraftAct) -> Iterator[Finding]:
    """Yield slips of grammar that have a right form of their own: «в течении десяти дней», «жұмыс күн ішінде»."""
    old = {words for command in draft.reading.commands for words in command.old}
    for passage in draft.zone("title", "own", "quoted", "annex"):
        for pattern, right in draft.words.misspelt:
            for match in pattern.finditer(passage.text):
                if not any(match.group() in words for words in old):
                    yield quoting("check.grammar", match.group(), passage.place, candidates=(right,))


def counted_words(draft: DraftAct) -> Iterator[Finding]:
    """Yield commands on a «word» that quote several: «слово "десяти дней" заменить»."""
    for passage in draft.zone("own"):
        for match in draft.words.one_word.finditer(passage.text):
            yield quoting("check.word_number", match["words"], passage.place)


_BLANK = re.compile(r"_{3,}|\.{6,}|…{2,}|\?{3,}|<[^<>]*>|\bХХ+\b|\bXX+\b")


def left_blank(draft: DraftAct) -> Iterator[Finding]:
    """Yield places in the act's own clauses that were left to be filled in. Days and numbers of a draft stand above."""
    for passage in draft.zone("own"):
        match = _BLANK.search(passage.text)
        if match is not None and draft.zone("title"):
            yield quoting("check.left_blank", passage.full, passage.place)


_FEW = 3
"""Words from which on the language of a passage is sure."""


def other_language(draft: DraftAct) -> Iterator[Finding]:
    """Yield passages in the other language: a line that was not translated.

    An act that changes the text of one language quotes it, and what stands in a table can be a name.
    """
    one = words_of(draft.lang).one_language
    if any(one.search(fold(passage.text)) for passage in draft.zone("title", "own")):
        return
    for passage in draft.zone("own", "quoted", "annex"):
        if not passage.cell and _is_other(passage.text, draft.lang):
            yield quoting("check.other_language", passage.full, passage.place)


def _is_other(text: str, lang: Lang) -> bool:
    """Kazakh is told by its letters, in most of the words; Russian by its own little words, where no letter is Kazakh:
    the nouns of the two are often the same."""
    words = [word.lower() for word in _MIXED.findall(text) if _CYRILLIC.search(word)]
    if len(words) < _FEW:
        return False
    kaz, rus = words_of("kaz").traits, words_of("rus").traits
    kazakh = [word for word in words if not kaz.own.isdisjoint(word)]
    if lang == "rus":
        return 2 * len(kazakh) > len(words)
    return not kazakh and bool(rus.words & {*words}) and detect(text) == "rus"


_BOTH = re.compile(r"(?<![\d.,/-])(?P<figures>\d{1,3}(?:[ \xa0]\d{3})*|\d+) ?\((?P<words>[^()\d]{2,60})\)")
"""A number in figures with words in brackets behind it."""


def said_twice(draft: DraftAct) -> Iterator[Finding]:
    """Yield numbers whose figures and words differ: «10 (пятнадцать) дней». Only words that are one number count."""
    for passage in draft.passages:
        for match in _BOTH.finditer(passage.text):
            words = match["words"].strip()
            found = spelled_numbers(words, draft.lang)
            whole = len(found) == 1 and not found[0].joined and (found[0].start, found[0].end) == (0, len(words))
            if whole and found[0].value != int(re.sub(r"\D", "", match["figures"])):
                yield quoting("check.number_words", match.group(), passage.place)
