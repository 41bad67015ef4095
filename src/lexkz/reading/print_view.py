"""Lines that a browser and a portal put around an act that was saved or printed from a page: address, hour, buttons.

They stand before its first words and after its last, whatever the format, and are none of its text.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.reading.blocks import Block, Furniture, Paragraph, Source, Table
from lexkz.reading.site import SITE

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+(?: \d{1,4}/\d{1,4})?")
"""The address of the page, and behind it which of how many pages this is."""
_HOUR = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? (?:в )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?"
_PRINTED = re.compile(_HOUR)
_HEAD = re.compile(rf"{_HOUR}(?:\s|\s?\|\s?).{{1,400}}")
"""What a browser prints on top: the hour, and the title of the page behind it."""
_WEAK = re.compile(r"\d{1,4} ?/ ?\d{1,4}|\d{1,2}\.\d{1,2}\.\d{4}|print|back|home|search|kaz|rus|eng|english")
"""What is of the page only where it stands beyond a line that is."""
_PARTS = re.compile(r"\s*[|•·]\s*|\s{3,}")
_TRAIL = re.compile(r"\s*[>→›/»]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 12
"""Blocks: so near to the beginning or the end of a file stand a portal's buttons within the text."""
_NAMED = 200
"""Characters of the name that a site sets above an act, at most."""
_STEM = 5
"""Letters of a word that stay in all its forms."""
_GOES_ON = (":", ",", "-", "–")
Kind = Literal["sure", "weak"]


def without_view(source: Source) -> Source:
    """Return ``source`` with the lines of a print view or a portal set aside as furniture, and a finding that quotes
    them; a source without such lines as it is."""
    blocks = source.blocks
    taken = _run(blocks) | {len(blocks) - 1 - place for place in _run(blocks[::-1], last=True)}
    taken |= {
        place for place, block in enumerate(blocks) if min(place, len(blocks) - 1 - place) < _NEAR and _is_button(block)
    }
    named = _named_by_site([block for place, block in enumerate(blocks) if place not in taken][:3], source.lang)
    if named is not None and named[1]:
        taken.add(next(place for place, block in enumerate(blocks) if block is named[0]))
    elif named is not None and source.format == "html":
        told = finding("read.heading_above", text=named[0].text)
        source = replace(source, findings=(*source.findings, told))
    if not taken or len(taken) == len(blocks):
        return source
    aside = [blocks[place] for place in sorted(taken)]
    texts = {_text(block) for block in aside}
    half = len(blocks) / 2
    pieces = (
        Furniture(_text(blocks[place]), "header" if place < half else "footer", blocks[place].place)
        for place in sorted(taken)
    )
    # What is known for a line of the page is none that may be one.
    kept = (one for one in source.findings if one.code != "read.furniture_uncertain" or one.text not in texts)
    return replace(
        source,
        blocks=tuple(block for place, block in enumerate(blocks) if place not in taken),
        furniture=(*source.furniture, *pieces),
        findings=(*kept, _said(_text(block) for block in aside)),
    )


def _named_by_site(blocks: Sequence[Block], lang: Lang) -> tuple[Paragraph, bool] | None:
    """Return the line above title and requisites that is neither, and whether it is the site's own name of the act, all
    of whose words stand in the title below: «Правила хранения» above «Об утверждении Правил хранения»."""
    if len(blocks) < 3:
        return None
    first, *below = blocks
    if not isinstance(first, Paragraph) or len(first.text) > _NAMED or first.text.rstrip()[-1:] in ".:;":
        return None
    words = words_of(lang).structure
    folded = [fold_spaces(block.text) if isinstance(block, Paragraph) else "" for block in below]
    required = [words.requisite.match(text) is not None for text in folded]
    titles = [words.title.fullmatch(text) is not None for text in folded]
    order = next((at for at in (0, 1) if titles[at] and not titles[1 - at] and required[1 - at]), None)
    own = fold_spaces(first.text)
    if order is None or words.requisite.match(own):
        return None
    stems = {word[:_STEM] for word in _WORD.findall(folded[order])}
    named = [word[:_STEM] for word in _WORD.findall(own)]
    if len(named) > 1 and stems.issuperset(named):
        return first, True
    return (first, False) if first.heading is not None else None


def _run(blocks: Sequence[Block], *, last: bool = False) -> set[int]:
    """Return the places of such lines at one end of a file: up to the innermost that is sure."""
    end = 0
    letter = not last and sum(_is_mail(block) for block in blocks[:_NEAR]) > 1
    for place, block in enumerate(blocks):
        kind = "sure" if letter and _is_mail(block) else _kind(block, last=last)
        if kind is None:
            break
        before = blocks[place + 1] if last and place + 1 < len(blocks) else None
        if before is not None and _text(before).endswith(_GOES_ON):
            # «… размещена на сайте:» and its address are the act's.
            break
        if kind == "sure" or (end and not last):
            # Below a sure line on top a weak one is the page's, too: no act begins so, while a form can end so.
            end = place + 1
    return set(range(end))


def _kind(block: Block, *, last: bool) -> Kind | None:
    """Tell what a line at an end of a file is; None for text of the act."""
    folded = _small(_text(block))
    if not folded or (last and isinstance(block, Table)):
        return None
    # A way home can be an entry of a numbered list.
    if not last and (_HEAD.fullmatch(folded) or _is_home(folded.removeprefix("1. "))):
        return "sure"
    kinds = [_of(part) for part in _PARTS.split(folded) if part]
    if None in kinds:
        trail = _TRAIL.split(folded)
        return "sure" if len(trail) > 1 and _is_home(trail[0]) else None
    # Several links side by side are the page's, whatever a single one of their words may be.
    return "sure" if "sure" in kinds or (len(kinds) > 1 and not last) else "weak"


def _of(part: str) -> Kind | None:
    own = any(words_of(lang).paper.buttons.fullmatch(part) for lang in LANGS)
    if own or _ADDRESS.fullmatch(part) or _PRINTED.fullmatch(part) or SITE.match(part):
        return "sure"
    return (
        "weak" if _WEAK.fullmatch(part) or any(words_of(lang).paper.links.fullmatch(part) for lang in LANGS) else None
    )


def _is_mail(block: Block) -> bool:
    """Tell whether a line is of the head of a letter that an act was pasted into."""
    text = _small(_text(block))
    return any(words_of(lang).paper.mail.fullmatch(text) for lang in LANGS)


def _is_home(part: str) -> bool:
    return any(words_of(lang).paper.home.fullmatch(part) for lang in LANGS)


def _is_button(block: Block) -> bool:
    """Tell whether a paragraph is nothing but buttons of a portal, known by words that no act has by themselves."""
    if not isinstance(block, Paragraph):
        return False
    parts = [part for part in _PARTS.split(_small(block.text)) if part]
    return bool(parts) and all(any(words_of(lang).paper.buttons.fullmatch(part) for lang in LANGS) for part in parts)


def _small(text: str) -> str:
    # Not folded: letters of addresses and of «Word» would become those of Cyrillic that look alike.
    return " ".join(text.split()).lower()


def _text(block: Block) -> str:
    if isinstance(block, Table):
        # In a text the parts of one line that tabs set apart make a row.
        return " | ".join(cell.text for cell in block.rows[0].cells if cell.text) if len(block.rows) == 1 else ""
    return block.text


def _said(texts: Iterable[str]) -> Finding:
    return finding("read.print_view", text=" … ".join(texts))
