"""The documents of an act: the act itself, the instruments it approves, and annexes, found by name and number."""

import re
from collections.abc import Callable, Sequence

from lxml import etree

from lexkz.akn.eids import bare_number
from lexkz.akn.namespace import AKN, E, q
from lexkz.akn.numbers import as_arabic
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree.unit_index import number_key
from lexkz.languages.folding import fold_spaces
from lexkz.languages.names import ends_alike, same_name

_LAST = re.compile(r"(?:^|__)att_([^_]+)$")


_NUMBER = r"\d+(?:-\d+)*|(?<![^\W\d_])[іvх][іvхlс]*(?![^\W\d_])"
"""Folded, in figures or Roman."""
_ANNEX_LINE = re.compile(rf"^(?:№?\s*({_NUMBER})\s*-?\s*қосымша|приложение\s*(?:№\s*)?({_NUMBER}))\b")
_AT_END = re.compile(rf"()()({_NUMBER})\s*-?\s*қосымша$")


def attachments(document: etree._Element) -> tuple[etree._Element, ...]:
    """Return the attachments right below an act or an attachment."""
    holder = document if document.tag == q("act") else document.find(q("doc"))
    if holder is None:
        return ()
    found = holder.find(q("attachments"))
    return () if found is None else tuple(found.iterchildren(q("attachment")))


def all_attachments(document: etree._Element) -> tuple[etree._Element, ...]:
    """Return all attachments below ``document``, outer ones first, in order."""
    out: list[etree._Element] = []
    for attachment in attachments(document):
        out.append(attachment)
        out.extend(all_attachments(attachment))
    return tuple(out)


def title(document: etree._Element) -> str | None:
    """Return the printed title of an act or an attachment, None where it has none."""
    holder = document if document.tag == q("act") else document.find(q("doc"))
    if holder is None:
        return None
    long_title = holder.find(f"{{{AKN}}}preface/{{{AKN}}}longTitle")
    if long_title is None:
        return None
    return " ".join(paragraphs(long_title)) or None


def annex_number(attachment: etree._Element) -> str | None:
    """Return the number of an annex: the last one that its corner mark prints, else that of its eId.

    Rules that an order approves without a number are no annex of it, though they are its first attachment.
    """
    doc = attachment.find(q("doc"))
    counted = doc is not None and doc.get("name") in ("annex", "form")
    found = _LAST.search(attachment.get("eId", "")) if counted else None
    return printed_number(attachment) or (bare_number(found.group(1)) if found else None)


def printed_number(attachment: etree._Element) -> str | None:
    """Return the last number that the corner mark of an annex prints; None where it prints none, as that of approved
    rules does."""
    doc = attachment.find(q("doc"))
    if doc is None:
        return None
    number = None
    for mark in doc.iterfind(f"{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']/{{{AKN}}}p"):
        for text in paragraphs(mark):
            folded = fold_spaces(text)
            # "№ 391 Бұйрығына 1 қосымша": in Kazakh the number ends the line, in Russian it begins it.
            match = _ANNEX_LINE.search(folded) or _AT_END.search(folded)
            if match:
                number = next(group for group in match.groups() if group)
    return bare_number(as_arabic(number)) if number else None


def by_number(document: etree._Element, number: str | None) -> tuple[etree._Element, ...]:
    """Return the annexes of ``document`` with the printed ``number``; with None, its only annex."""
    below = attachments(document)
    if number is None:
        return below if len(below) == 1 else ()
    key = number_key(number)
    return tuple(item for item in below if (found := annex_number(item)) is not None and number_key(found) == key)


def by_name(document: etree._Element, name: str) -> tuple[etree._Element, ...]:
    """Return the attachments (at any depth) whose title is ``name``; see :func:`named`."""
    found = [(item, text) for item in all_attachments(document) if (text := title(item))]
    return tuple(found[place][0] for place in named(name, [text for _, text in found]))


def by_noun(document: etree._Element, name: str) -> tuple[etree._Element, ...]:
    """Return the one attachment right below the act whose title has the noun ``name`` («указанные Правила»), if any."""
    noun = fold_spaces(name)
    if len(noun.split()) != 1:
        return ()
    found = [
        item
        for item in attachments(document)
        if any(ends_alike(word, noun) for word in fold_spaces(title(item) or "").split())
    ]
    return tuple(found) if len(found) == 1 else ()


def named(name: str, titles: Sequence[str]) -> tuple[int, ...]:
    """Return the places of the titles that ``name`` means. The first of these ways that finds any is the answer:
    the same but for folding; the same but for the endings of words; the end of the title, endings aside («Тұрмыстық …
    стандарты» for «Халықты … қорғау саласында тұрмыстық … стандарты»), which is how acts shorten names."""
    wanted = fold_spaces(name)
    folded = [fold_spaces(text) for text in titles]
    ways: tuple[Callable[[str], bool], ...] = (
        lambda text: text == wanted,
        lambda text: same_name(text, wanted),
        lambda text: ends_alike(text, wanted),
    )
    for way in ways:
        places = tuple(place for place, text in enumerate(folded) if way(text))
        if places:
            return places
    return ()


def empty(attachment: etree._Element, official: str) -> None:
    doc = attachment.find(q("doc"))
    assert doc is not None
    for child in list(doc):
        if child.tag == q("preface"):
            for part in list(child):
                if part.tag != q("container"):
                    child.remove(part)
            if not len(child):
                doc.remove(child)
        elif child.tag == q("mainBody"):
            for part in list(child):
                child.remove(part)
            child.append(E.p(official))
        elif child.tag != q("meta"):
            doc.remove(child)
