"""Requisites: kind of act, date, number and registration as the text says them, and the line with them marked."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from lexkz.akn.iris import compared_number
from lexkz.akn.namespace import E
from lexkz.languages.act_numbers import act_number
from lexkz.languages.bodies import body_slug
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.structure import Structure
from lexkz.structure.lines import Line
from lexkz.structure.quotation import Flow

_NUMBER = re.compile(r"(?:№|(?<![^\W_])[Nn])\s*(?P<number>(?:[^\W\d_a-zа-я]{2,4}\s)?[\w/-]*\d[\w/-]*)")


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the text says of itself; None where it does not."""

    type: str | None = None
    author: str | None = None
    author_name: str | None = None
    date: str | None = None
    """ISO."""
    number: str | None = None
    registration_number: str | None = None
    registration_date: str | None = None
    """ISO."""
    no_days: tuple[str, ...] = ()
    """Its dates, as folded, that no calendar has: «30 февраля 2024 года»."""


@dataclass(frozen=True, slots=True)
class _RequisiteSpan:
    start: int
    end: int
    element: str
    date: str | None = None


def _number(text: str, limit: int) -> tuple[str, int, int] | None:
    """The number of the act among the first ``limit`` characters, where it begins and where it ends.

    It is read whole, as citations are («№ 11-3.3», «№ 15 - ө», «№ 2-45 с»): a base that knows the half of its own
    number is not the act that is cited. Only the mark of its kind is left out, since the other language has another
    («№ 385-VI ЗРК», «№ 385-VI ҚРЗ»), and one act has one IRI.
    """
    found = _NUMBER.search(text, 0, limit)
    if found is None:
        return None
    whole = act_number(text, found.start("number"))
    same = whole is not None and compared_number(whole[0]) == compared_number(found["number"])
    if whole is None or same or whole[1] <= found.end("number") or whole[1] > limit:
        return found["number"], found.start("number"), found.end("number")
    return whole[0], found.start("number"), whole[1]


def requisites(lines: Sequence[Line], title: str, body: Iterable[Flow], lang: Lang) -> Requisites:
    """Return what the lines of requisites say; the kind of act also from the title of a code or from «осы Заң …»."""
    words = words_of(lang).structure
    folded = " ".join(fold(line.text) for line in lines)
    printed = " ".join(line.text for line in lines)
    registration = words.registration.search(folded)
    own = folded[: registration.start()] if registration else folded
    dates = list(words.date.finditer(own))
    number = _number(printed, len(own))
    author = _author(printed[: len(own)], words)
    return Requisites(
        type=_kind(own, words) or _kind_of_title(title, words) or _kind_by_self_reference(body, words),
        author=body_slug(author),
        author_name=author,
        date=_iso(dates[0], words) if dates else None,
        number=number[0] if number else None,
        registration_number=registration["number"] if registration else None,
        registration_date=_registered(registration, words),
        no_days=tuple(
            date.group().strip()
            for date in (*dates[:1], _of_registration(registration, words))
            if date is not None and _iso(date, words) is None
        ),
    )


def completed(said: Requisites, marks: Sequence[str], lang: Lang) -> tuple[Requisites, tuple[str, ...]]:
    """Return the requisites, and the corner marks that contradict them.

    ``marks`` are what the corner marks of approved documents and of annexes to the act say: «Утверждены приказом … от
    3 марта 2015 года № 15». A file that says its date and number nowhere else takes them from there, where all marks
    say the same; an approved document is often published by itself.
    """
    words = words_of(lang).structure
    told = [(text, found) for text in marks if (found := _of_mark(text, words)) is not None]
    if not told:
        return said, ()
    if said.date is not None or said.number is not None:
        known = (said.date, said.number)
        return said, tuple(
            text for text, found in told if any(a and b and a != b for a, b in zip(known, found[:2], strict=True))
        )
    first = told[0][1]
    if any(found[:2] != first[:2] for _, found in told):
        return said, tuple(text for text, found in told if found[:2] != first[:2])
    date, number, author = first
    kind = said.type or _kind(fold(told[0][0]), words)
    return replace(said, date=date, number=number, type=kind, author=body_slug(author), author_name=author), ()


def _of_mark(text: str, words: Structure) -> tuple[str, str, str | None] | None:
    """Date, number and author that a corner mark says; None where it does not say all of an act's date and number."""
    folded = fold(text)
    date = words.date.search(folded)
    number = _number(text, len(text))
    iso = _iso(date, words) if date is not None else None
    if date is None or number is None or iso is None:
        return None
    before = re.sub(r"\s+от\W*$", "", text[: date.start()])
    nouns = [found for stem in words.act_words for found in re.finditer(rf"(?<![^\W\d_]){stem}\w*", fold(before))]
    if nouns:
        before = before[max(found.end() for found in nouns) :]
    return iso, number[0], _author(before.strip(), words)


def mark(line: Line, lang: Lang) -> etree._Element:
    """Return a line of requisites as ``p``, its kind, date and number in ``docType``, ``docDate`` and ``docNumber``."""
    words = words_of(lang).structure
    folded = fold(line.text)
    registration = words.registration.search(folded)
    limit = registration.start() if registration else len(folded)
    spans = _spans(line.text, folded, limit, words)
    made = E.p()
    end = 0
    made.text = ""
    last: etree._Element | None = None
    for span in spans:
        if span.start < end:
            continue
        between = line.text[end : span.start]
        if last is None:
            made.text = between
        else:
            last.tail = between
        last = E(span.element, line.text[span.start : span.end])
        if span.date is not None:
            last.set("date", span.date)
        made.append(last)
        end = span.end
    if last is None:
        made.text = line.text
    else:
        last.tail = line.text[end:]
    return made


def _spans(text: str, folded: str, limit: int, words: Structure) -> list[_RequisiteSpan]:
    spans: list[_RequisiteSpan] = []
    date = words.date.search(folded, 0, limit)
    if date is not None and (iso := _iso(date, words)) is not None:
        spans.append(_RequisiteSpan(date.start(), date.end(), "docDate", iso))
    number = _number(text, limit)
    if number is not None:
        spans.append(_RequisiteSpan(number[1], number[2], "docNumber"))
    for stem in words.act_words:
        found = re.search(rf"(?<![^\W\d_]){stem}\w*", folded[:limit])
        if found is not None:
            spans.append(_RequisiteSpan(found.start(), found.end(), "docType"))
            break
    return sorted(spans, key=lambda span: span.start)


def _kind(folded: str, words: Structure) -> str | None:
    found = [
        (match.start(), slug)
        for stem, slug in words.act_words.items()
        if (match := re.search(rf"(?<![^\W\d_]){stem}", folded)) is not None
    ]
    return min(found)[1] if found else None


def _kind_of_title(title: str, words: Structure) -> str | None:
    folded = fold_spaces(title).rstrip('" .')
    code = next((stem for stem, slug in words.act_words.items() if slug == "code"), None)
    if code and re.fullmatch(rf"(?:[\w-]+\s+){{0,4}}{code}\w*(?:\sреспублики казахстан)?(?:\s*\(.*\))?", folded):
        return "code"
    return None


def _kind_by_self_reference(body: Iterable[Flow], words: Structure) -> str | None:
    counts: Counter[str] = Counter()
    for item in body:
        if isinstance(item, Line) and '"' not in fold(item.text):
            counts.update(match["stem"] for match in words.self_reference.finditer(fold(item.text)))
    if not counts:
        return None
    stem, _ = counts.most_common(1)[0]
    return words.act_words.get(stem)


def _author(printed: str, words: Structure) -> str | None:
    """Return the body that made the act: in Kazakh what stands before the date, in Russian between kind and date."""
    folded = fold(printed)
    date = words.date.search(folded)
    before = printed[: date.start()] if date else printed
    before = re.sub(r"^\W*(?:приказ|постановление|решение|распоряжение|указ)\w*\s+", "", before, flags=re.IGNORECASE)
    before = re.sub(r"\s+от\W*$", "", before).strip(" ,.")
    return before if body_slug(before) is not None and len(before) < 300 else None


def _registered(match: re.Match[str] | None, words: Structure) -> str | None:
    date = _of_registration(match, words)
    return _iso(date, words) if date else None


def _of_registration(match: re.Match[str] | None, words: Structure) -> re.Match[str] | None:
    if match is None or match["date"] is None:
        return None
    text = match["date"]
    return words.date.search(text) or words.date.search(f"{text} года")


def _iso(match: re.Match[str], words: Structure) -> str | None:
    # The longest stem: "ма" (май) must not take "март".
    stems = sorted(words.months, key=len, reverse=True)
    month = next((words.months[stem] for stem in stems if match["month"].startswith(stem)), None)
    day = int(match["day"])
    year = int(match["year"])
    # A day that no calendar has («31 февраля») is no date: the act is one whose day is not known.
    if month is None or year < 1 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02d}-{day:02d}"
