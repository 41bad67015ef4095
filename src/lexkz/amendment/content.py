"""The new text of a command: its paragraphs, the numbers that its units carry, and what an annex says of itself."""

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.akn.eids import bare_number, number_part
from lexkz.akn.meta import read_identity
from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.numbers import as_arabic
from lexkz.akn.text import paragraphs
from lexkz.amendment.lines import annexes_that_command, blocks
from lexkz.languages.chunks import ActReference
from lexkz.languages.clauses import of_list_of_changes
from lexkz.languages.commands import read_sentence
from lexkz.languages.detect import Lang
from lexkz.languages.drafting import Drafting
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of

_DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter"})


def content(quoted: etree._Element) -> tuple[str, ...]:
    """Return the new text without its quotes, one string a paragraph, a table row one string with tabs."""
    return tuple(text for block in blocks(quoted) for text in paragraphs(block, own_quotes=False))


def first_number(quoted: etree._Element) -> str | None:
    """Return the bare number that the new text begins with, None where it begins with none."""
    first = next((child for child in quoted if isinstance(child.tag, str)), None)
    if first is None or local(first) == "table":
        return None
    return _number_of(first)


def _number_of(unit: etree._Element) -> str | None:
    """The bare number that a unit prints; «Глава II» is 2, as addresses have it."""
    num = unit.find(q("num"))
    if num is None:
        return None
    bare = bare_number(num.text or "") if local(unit) in _DIVISIONS else None
    return as_arabic(bare) if bare is not None and as_arabic(bare) != bare else number_part(num.text or "")


def unit_numbers(quoted: etree._Element) -> tuple[str | None, ...]:
    """Return the bare numbers of the units that the new text holds side by side; None for one without a number."""
    found: list[str | None] = []
    for child in (child for block in blocks(quoted) for child in block):
        if local(child) == "table":
            found.extend(row_number(row) for row in child.findall(q("tr")))
        elif isinstance(child.tag, str):
            found.append(_number_of(child))
    return tuple(found)


def shared(
    quoted: etree._Element, numbers: Sequence[tuple[str | None, ...]], *, lines: bool
) -> tuple[etree._Element, ...]:
    """Return the new text of each of several commands that one quoted block serves, each a block of its own.

    ``numbers``: of the units that each command brings. ``lines``: True where these are абзацы, or parts of a line each,
    which print no number: as many lines as there are numbers, in their order. ``()`` where the block is not just these
    units in this order, so that it is not told which of them belongs to which command.
    """
    units = [child for block in blocks(quoted) for child in block]
    wanted = [number for each in numbers for number in each]
    if any(local(unit) == "table" for unit in units) or len(set(wanted)) != len(wanted) or None in wanted:
        return ()
    printed = [_bare_number(number) for number in unit_numbers(quoted)]
    if printed != ([None] * len(wanted) if lines else wanted):
        return ()
    out: list[etree._Element] = []
    place = 0
    for each in numbers:
        part = etree.Element(quoted.tag, {str(name): str(value) for name, value in quoted.attrib.items()})
        part.extend(deepcopy(units[place : place + len(each)]))
        place += len(each)
        out.append(part)
    return tuple(out)


def each_a_part(quoted: etree._Element) -> bool:
    """Return whether each line of a new text is a part of its own: it begins with a capital letter, and the line before
    it ends a sentence. What a colon opens belongs to its part."""
    said = [text.strip(' "«»“”„') for text in content(quoted)]
    ended = all(text.endswith((".", "!", "?")) for text in said[:-1])
    return ended and all(text[:1].isupper() for text in said)


def _bare_number(number: str | None) -> str | None:
    """«Статья-1-1» is 1-1."""
    return re.sub(r"^[^\W\d_]+-", "", number) if number is not None else None


_ROW_NUMBER = re.compile(r"\d+(?:[.-]\d+)*[.)]?")
"""«2», «2-1)», «1.10»: checklists number their rows on two levels."""


def row_number(row: etree._Element) -> str | None:
    """Return the number in a table row's first cell, None where it holds none."""
    first = next((cell for cell in row if local(cell) in ("td", "th")), None)
    text = fold(" ".join(paragraphs(first))) if first is not None else ""
    return text.rstrip(".)") if _ROW_NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class MarkWords:
    """What the corner mark of an annex says."""

    text: str
    own: str | None
    """Number of the annex in the amending act."""
    target: str | None
    """Number of the annex that it replaces or becomes, None where the mark names none."""
    name: str | None = None
    """Folded name of the document whose annex that is, as the mark prints it; None where it names none."""
    act: ActReference | None = None
    """The act whose annex that is, where the mark cites one after the amending act itself."""
    approves: bool = False
    """True where that act is the one that approved the document: «Утверждены приказом … № 112»."""


def annex(root: etree._Element, number: str, within: str = "") -> etree._Element | None:
    """Return the amending act's own annex ``number`` (``""``: its only one), None where there is none.

    A mark in two parts can stand as two attachments, the first of them with no text of its own: the second is meant.
    A list of changes is never the one meant: it commands, and is no new text. ``within``: the list whose annex it is.
    """
    if within:
        return _annex_of_list(root, number, within)
    attachments = root.findall(f"{q('act')}/{q('attachments')}/{q('attachment')}")
    found = _only_annex(root, attachments) if not number else _annex_by_number(attachments, number)
    if found is None:
        return None
    # «согласно приложению 1 к настоящему перечню»: what such a list has as its annex is not the act's of that number.
    lists = lists_of_changes(root)
    theirs = {each.get("eId") for one in lists for each in one.iter(q("attachment"))}
    doubtful = any(f"{one.get('eId')}__att_{number}" in theirs for one in lists)
    return None if doubtful or found in lists else found


def list_around(unit: etree._Element) -> str:
    """Return the eId of the outermost annex that a line stands in: of the list of changes «настоящий перечень»."""
    around = [each.get("eId", "") for each in unit.iterancestors(q("attachment"))]
    return around[-1] if around else NO_LIST


NO_LIST = "att_0"
"""eId that no annex has: of «настоящий перечень» where the command stands in none."""


def _annex_of_list(root: etree._Element, number: str, within: str) -> etree._Element | None:
    """The annex ``number`` of a list of changes, by what its mark says: one whose mark does not name it is none."""
    holder = next((one for one in lists_of_changes(root) if one.get("eId") == within), None)
    lang = read_identity(next(root.iter(q("act")))).lang
    if holder is None or lang not in ("kaz", "rus"):
        return None
    tongue: Lang = "kaz" if lang == "kaz" else "rus"
    theirs = holder.findall(f"{q('doc')}/{q('attachments')}/{q('attachment')}")
    numbers = [
        as_arabic(said["number"] or "") or "" if (said := of_list_of_changes(_mark(one), tongue)) is not None else None
        for one in theirs
    ]
    found = [one for one, its in zip(theirs, numbers, strict=True) if its is not None and its == number]
    if len(theirs) == 1 and numbers != [None] and (not number or (numbers == [""] and number == "1")):
        found = theirs
    return found[0] if len(found) == 1 and _has_text(found[0]) else None


def _only_annex(root: etree._Element, attachments: list[etree._Element]) -> etree._Element | None:
    written = [found for found in attachments if _has_text(found)]
    if len(written) == 1:
        return written[0]
    # Of several, the one that its mark gives to the amending act; the others may be annexes of the act it holds.
    own = read_identity(next(root.iter(q("act")))).number
    ours = [found for found in written if own and _cites(found, own)]
    return ours[0] if len(ours) == 1 and ours[0] is attachments[0] else None


def _annex_by_number(attachments: list[etree._Element], number: str) -> etree._Element | None:
    found = next((found for found in attachments if found.get("eId") == f"att_{number}"), None)
    after = found.getnext() if found is not None else None
    return after if after is not None and _first_half(after) is found else found


def lists_of_changes(root: etree._Element) -> list[etree._Element]:
    """The attachments that hold changes to other acts."""
    lang = read_identity(next(root.iter(q("act")))).lang
    return [next(main.iterancestors(q("attachment"))) for main, _ in annexes_that_command(root, lang)] if lang else []


def _first_half(attachment: etree._Element) -> etree._Element | None:
    """The attachment right before this one that is the first part of its mark: it has no text, and only it names the
    amending act."""
    before = attachment.getprevious()
    if before is None or _has_text(before) or before.find(f".//{q('attachment')}") is not None:
        return None
    if before.find(f"{q('doc')}/{q('preface')}/{q('longTitle')}") is not None:
        return None  # an annex that is a title alone so far
    number = read_identity(next(attachment.iterancestors(q("act")))).number
    if number is None and not _mark(attachment).startswith(_mark(before)):
        return before  # the act does not say its number: an annex without text is no annex of its own
    ours = re.compile(rf"(?:№|N)\s*{re.escape(number or '')}(?!\w)")
    return before if number and ours.search(_mark(before)) and not ours.search(_mark(attachment)) else None


def _cites(attachment: etree._Element, number: str) -> bool:
    return re.search(rf"(?:№|N)\s*{re.escape(number)}(?!\w)", _mark(attachment)) is not None


def _has_text(attachment: etree._Element) -> bool:
    main = attachment.find(f"{q('doc')}/{q('mainBody')}")
    return main is not None and bool(paragraphs(main))


def _mark(attachment: etree._Element) -> str:
    """The printed lines of an annex's corner mark as one text."""
    return " ".join(_lines(attachment))


def _lines(attachment: etree._Element | None) -> list[str]:
    holder = attachment.find(".//akn:container[@name='cornerMark']", NAMESPACES) if attachment is not None else None
    return list(paragraphs(holder)) if holder is not None else []


def corner_mark(attachment: etree._Element, lang: str) -> MarkWords | None:
    """Return the corner mark of an annex; None where it has none.

    Its printed lines are one text: "… 30 қыркүйектегі № 391 бұйрығына 5-қосымша … көрсету стандартына 3-қосымша".
    """
    half = _first_half(attachment)
    text = " ".join(filter(None, (_mark(half) if half is not None else "", _mark(attachment))))
    if not text:
        return None
    words = words_of("kaz" if lang == "kaz" else "rus").drafting
    of_list = of_list_of_changes(text, "kaz" if lang == "kaz" else "rus")
    if of_list is not None:
        return _of_list(text, of_list, words, lang)
    tokens = read_sentence(text, lang).tokens
    found = [as_arabic(match["number"] or "") or None for match in words.corner_annex.finditer(fold_spaces(text))]
    acts = [token.value for token in tokens if isinstance(token.value, ActReference)]
    named = words.corner_name.search(fold_spaces(text))
    name = named["name"] if named is not None else None
    return MarkWords(
        text,
        found[0] if found else None,
        found[1] if len(found) > 1 else None,
        name,
        acts[1] if len(acts) > 1 else None,
        any(
            words_of("kaz" if lang == "kaz" else "rus").structure.approved.fullmatch(fold_spaces(line))
            for line in _lines(half) + _lines(attachment)
        ),
    )


def _of_list(text: str, said: re.Match[str], words: Drafting, lang: str) -> MarkWords:
    """The corner mark of an annex of a list of changes: what it is in the base stands behind the list's name."""
    rest = " ".join(text.split())[said.start("rest") :] if said["rest"] else ""
    place = words.annex_name.match(fold_spaces(rest))
    number = words.corner_annex.search(fold_spaces(rest)) if place is not None else None
    acts = [token.value for token in read_sentence(rest, lang).tokens if isinstance(token.value, ActReference)]
    return MarkWords(
        text,
        as_arabic(said["number"] or "") or None,
        as_arabic(number["number"] or "") or None if number is not None else None,
        place["name"] if place is not None else None,
        acts[0] if acts else None,
        words_of("kaz" if lang == "kaz" else "rus").structure.approved.fullmatch(fold_spaces(rest)) is not None,
    )
