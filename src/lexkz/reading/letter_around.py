"""A letter around an act: its greeting, what the sender writes above, and the close with the sender's name below.

An act goes from desk to desk as the body of a letter. What belongs to the letter is known by its first and last words;
between them and the act stand lines of the sender's own, up to where the act begins by its words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from lexkz.findings import Finding, finding
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.reading.blocks import Block, Furniture, Paragraph, Source

_NEAR = 16
"""Blocks: so near to the beginning of a file a letter begins."""
_OWN = 8
"""Lines of the sender at most, between a greeting and the act, or below the close."""
_SIGN = re.compile(r"(?m)^(?:>[ \t]?)+")
_SIGNED = 3
"""Lines at least that begin with the sign of an answered letter."""
_MOST = 0.8
"""Of the lines: so many have it."""
_LONGEST = 400
"""Characters of a line of the sender above the act."""
_LINE = 120
"""Characters of a line below the close: a name, an office and an address at most."""


def without_letter(source: Source) -> Source:
    """Return ``source`` without the lines of a letter around its act, set aside as furniture, and a finding that quotes
    them. Where a greeting shows a letter, and no words show where the act begins, the lines below it are kept and
    quoted as uncertain; a source without a letter is returned as it is."""
    blocks = source.blocks
    above, unsure = _above(blocks)
    below, open_below = _below(blocks, letter=bool(above))
    unsure += open_below
    taken = {*above, *below}
    if not (taken or unsure) or len(taken) == len(blocks):
        return source
    half = min(below, default=len(blocks))
    around = " … ".join(_text(blocks[place]) for place in sorted(taken))
    said = [finding("read.letter_around", text=around)] if taken else []
    doubts = [finding("read.letter_uncertain", text=_text(blocks[place])) for place in unsure]
    return replace(
        source,
        blocks=tuple(block for place, block in enumerate(blocks) if place not in taken),
        furniture=(
            *source.furniture,
            *(
                Furniture(_text(blocks[place]), "header" if place < half else "footer", blocks[place].place)
                for place in sorted(taken)
            ),
        ),
        findings=(*source.findings, *said, *doubts),
    )


def unquoted(text: str) -> tuple[str, Finding | None]:
    """Return a text without the signs that programs put before each line of a letter that is answered, and a finding
    that says so; a text without such signs as it is."""
    lines = [line for line in text.splitlines() if line.strip()]
    signed = sum(line.startswith(">") for line in lines)
    if signed < _SIGNED or signed < _MOST * len(lines):
        return text, None
    return _SIGN.sub("", text), finding("read.letter_around", text="> …")


def _above(blocks: Sequence[Block]) -> tuple[list[int], list[int]]:
    """Return the places of a letter's lines above the act, and of lines that may be the letter's."""
    last: int | None = None
    for place, block in enumerate(blocks[:_NEAR]):
        if _opens(block) or (last is not None and _is_field(block)):
            last = place
        elif _begins_act(block) and not _is_field(block):
            break
    if last is None:
        return [], []
    for place in range(last + 1, min(last + 1 + _OWN, len(blocks))):
        if _begins_act(blocks[place]):
            # A line without a mark at its end can be the title of the act: «Мероприятия по уборке».
            sure = next((at for at in range(place - 1, last, -1) if _ENDED.search(_text(blocks[at]))), last)
            return list(range(sure + 1)), list(range(sure + 1, place))
        if not isinstance(blocks[place], Paragraph) or len(_text(blocks[place])) > _LONGEST:
            break
    return list(range(last + 1)), [last + 1] if last + 1 < len(blocks) else []


def _below(blocks: Sequence[Block], *, letter: bool) -> tuple[list[int], list[int]]:
    """Return the places of a letter's lines below the act, from its close to the end or to where an act goes on, and of
    a close that may be a form's: what follows it is more than who signs a letter."""
    close = next(
        (place for place in range(len(blocks) - 1, 0, -1) if _closes(blocks[place], letter=letter)),
        None,
    )
    if close is None:
        return [], []
    while close > 1 and _closes(blocks[close - 1], letter=letter):
        close -= 1
    end = next((place for place in range(close + 1, len(blocks)) if _begins_act(blocks[place])), len(blocks))
    own = [block for block in blocks[close + 1 : end] if not _closes(block, letter=letter)]
    if len(own) > _OWN or not all(map(_is_of_sender, own)):
        return [], [close]
    return list(range(close, end)), []


_ENDED = re.compile(r"[.!?:;,…]\s*$")
"""How a sentence of the sender ends."""
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}|\([^()\d]{4,}\)")
"""A blank to be filled in, or the caption of one: «____ (фамилия, имя)»; a letter has neither."""
_SENTENCE = re.compile(r"(?:[^\W\d_]{2,}\W+){3,}[^\W\d_]{2,}[.!?;:]$")
"""Four words and the mark that ends a sentence: no name, no office, no telephone."""


def _is_of_sender(block: Block) -> bool:
    """Tell whether a line below a close is who signs the letter: a name, an office, an address, a telephone."""
    text = _text(block).strip()
    short = isinstance(block, Paragraph) and len(text) <= _LINE
    return short and _BLANK.search(text) is None and _SENTENCE.search(text) is None


def _opens(block: Block) -> bool:
    text = _small(block)
    return bool(text) and any(
        pattern.fullmatch(text)
        for lang in LANGS
        for pattern in (words_of(lang).paper.greeting, words_of(lang).paper.sent)
    )


def _is_field(block: Block) -> bool:
    """Tell whether a line is of the head of a letter: whom it is from, whom to, what about."""
    return any(words_of(lang).paper.mail.fullmatch(_small(block)) for lang in LANGS)


def _closes(block: Block, *, letter: bool) -> bool:
    text = _small(block)
    if letter and text in ("--", "—", "–"):
        return True
    return bool(text) and any(
        pattern.fullmatch(text)
        for lang in LANGS
        # A form can end in «С уважением», too: without a letter above only what programs write is sure.
        for pattern in (
            (words_of(lang).paper.farewell, words_of(lang).paper.sent) if letter else (words_of(lang).paper.sent,)
        )
    )


def _begins_act(block: Block) -> bool:
    """Tell whether an act, or an annex to it, begins with a block by its words."""
    if not isinstance(block, Paragraph):
        return False
    text = fold_spaces(block.text)
    for lang in LANGS:
        words = words_of(lang).structure
        own = (words.title, words.requisite, words.divisions, words.formula, words.mark_start)
        if any(pattern.match(text) for pattern in own) or words.annex.fullmatch(text) or words.approved.fullmatch(text):
            return True
        if any(text.startswith(stem) for stem in words.act_words) and block.text.isupper():
            return True
    return False


def _small(block: Block) -> str:
    return " ".join(_text(block).split()).lower()


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""
