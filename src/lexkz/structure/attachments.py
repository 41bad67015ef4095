"""Attachments: annexes, approved documents and forms, each a document of its own with its corner mark and title."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.eids import eid
from lexkz.akn.namespace import E
from lexkz.languages.clauses import of_list_of_changes
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.structure import Structure
from lexkz.structure import corner_marks
from lexkz.structure.corner_marks import CornerMark
from lexkz.structure.inline import fill
from lexkz.structure.labels import label
from lexkz.structure.lines import Line
from lexkz.structure.notes import is_editors, is_own
from lexkz.structure.quotation import Flow
from lexkz.structure.record import Record
from lexkz.structure.render import units

_ADDRESS = 16
"""Lines of the longest address above the title of a form."""


@dataclass(slots=True)
class AttachmentPart:
    """An attachment while the attachments are put together."""

    mark: CornerMark
    items: tuple[Flow, ...]
    inner: list["AttachmentPart"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands between the corner mark of an annex and its text, in order."""

    lines: tuple[tuple[str, Line], ...]
    """Role (``form``, ``addressee``, ``title``, ``note``) and line."""
    end: int

    @property
    def title(self) -> str:
        """The title, its lines joined."""
        return " ".join(line.text for role, line in self.lines if role == "title")

    @property
    def is_form(self) -> bool:
        """True where the marker of a form stands there."""
        return any(role == "form" for role, _ in self.lines)


def split(items: Sequence[Flow], lang: Lang) -> tuple[tuple[Flow, ...], list[AttachmentPart]]:
    """Return the items before the first corner mark, and the attachments, those of an approved document inside it."""
    marks = corner_marks.find(items, lang)
    if not marks:
        return tuple(items), []
    parts: list[AttachmentPart] = []
    for index, (_, mark) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(items)
        part = AttachmentPart(mark, tuple(items[mark.end : end]))
        # Where the first annex is one to a document, that document is the text itself.
        beside = mark.belongs == "instrument" and bool(parts) and parts[-1].mark.belongs == "instrument"
        if mark.belongs == "act" or not parts or beside:
            parts.append(part)
            continue
        around = parts[-1]
        if around.inner and _of_list(around.inner[-1].mark, lang) and not _of_list(mark, lang):
            # «Приложение 1 к Правилам» below an annex of a list of changes: of the document that this annex holds.
            around = around.inner[-1]
        if mark.belongs == "form" and around.inner:
            around = around.inner[-1]
        around.inner.append(part)
    return tuple(items[: marks[0][0]]), parts


def _of_list(mark: CornerMark, lang: Lang) -> bool:
    """True for the mark of an annex of a list of changes."""
    return of_list_of_changes(" ".join(line.text for line in mark.lines), lang) is not None


def attachments(
    parts: Sequence[AttachmentPart], record: Record, identity: akn_meta.Identity, parent: str = ""
) -> etree._Element | None:
    """Return the ``attachments`` of an act, or of an attached document with the eId ``parent``; None for none."""
    if not parts:
        return None
    numbers = _numbers(parts)
    return E.attachments(
        *(_attachment(part, number, record, identity, parent) for part, number in zip(parts, numbers, strict=True))
    )


def heading(items: Sequence[Flow], lang: Lang) -> Heading:
    """Return what stands at the head of an annex: the marker of a form, to whom it is addressed, its title."""
    words = words_of(lang).structure
    lines: list[tuple[str, Line]] = []
    place = 0
    while place < len(items) and isinstance(item := items[place], Line):
        if words.form.fullmatch(fold_spaces(item.text)):
            lines.append(("form", item))
        elif is_editors(item, lang):
            lines.append(("note", item))
        else:
            break
        place += 1
    title = _title_at(items, place, words, lang)
    if title is None:
        return Heading(tuple(lines), place)
    begin, end = title
    lines.extend(("addressee", line) for line in items[place:begin] if isinstance(line, Line))
    lines.extend(("title", line) for line in items[begin:end] if isinstance(line, Line))
    while end < len(items) and isinstance(item := items[end], Line):
        if words.form.fullmatch(fold_spaces(item.text)):
            lines.append(("form", item))
        elif is_editors(item, lang):
            lines.append(("note", item))
        else:
            break
        end += 1
    return Heading(tuple(lines), end)


def preface(mark: CornerMark | None, head: Heading, record: Record, prefix: str) -> etree._Element | None:
    """Return the preface of an annex: corner mark, form marker, address, title; None where nothing of it is there."""
    made: list[etree._Element] = [corner_marks.container(mark, record, prefix)] if mark is not None else []
    title: etree._Element | None = None
    for role, line in head.lines:
        if role == "title":
            if title is None:
                title = E.longTitle(eId=record.claim(eid("longTitle", None, prefix)))
                record.stands(title.get("eId", ""), line)
                made.append(title)
            else:
                record.repaired(title.get("eId", ""), line)
            title.append(E.p(fill(E.docTitle(), line, record, prefix)))
        elif role == "note":
            record.editors_note(line.text, prefix or None)
        else:
            made.append(fill(E.p({"class": role}), line, record, prefix))
    return E.preface(*made) if made else None


def main_body(items: tuple[Flow, ...], record: Record, prefix: str) -> etree._Element:
    """Return the text of an annex; the signatures that close a form are lines of it, not of its last point."""
    closing = _closing(items, record.lang)
    made = E.mainBody(*units(items[:closing], record, "mainBody", prefix))
    made.extend(units(items[closing:], record, "mainBody", prefix))
    if not len(made):
        made.append(E.p())
    return made


def kind(head: Heading, words: Structure) -> str:
    """Return the document's name: ``rules``, ``standard`` … by its title, ``form`` by its marker, else ``annex``."""
    if head.is_form:
        return "form"
    title = fold_spaces(head.title)
    found = [(match, slug) for stem, slug in words.instruments.items() if (match := _word_at(title, stem)) is not None]
    if not found:
        return "annex"
    # Kazakh names the thing last, Russian first.
    return (max(found) if words.annex_ends_mark else min(found))[1]


def _word_at(title: str, stem: str) -> int | None:
    place = f" {title}".find(f" {stem}")
    return None if place < 0 else place


def _numbers(parts: Sequence[AttachmentPart]) -> list[str]:
    given = {part.mark.number for part in parts if part.mark.number is not None}
    numbers: list[str] = []
    for position, part in enumerate(parts, start=1):
        if part.mark.number is not None:
            numbers.append(part.mark.number)
            continue
        own = str(position)
        numbers.append(own if own not in given and own not in numbers else f"r{position}")
    return numbers


def _attachment(
    part: AttachmentPart, number: str, record: Record, identity: akn_meta.Identity, parent: str
) -> etree._Element:
    words = words_of(record.lang).structure
    own = record.claim(eid("attachment", number, parent))
    record.stands(own, part.mark.lines[0])
    head = heading(part.items, record.lang)
    made = E.doc(name=kind(head, words))
    made.append(akn_meta.component_meta(identity, iris.component_name(own)))
    front = preface(part.mark, head, record, own)
    if front is not None:
        made.append(front)
    made.append(main_body(part.items[head.end :], record, own))
    inner = attachments(part.inner, record, identity, own)
    if inner is not None:
        made.append(inner)
    return E.attachment(made, eId=own)


def _title_at(items: Sequence[Flow], place: int, words: Structure, lang: Lang) -> tuple[int, int] | None:
    """Return begin and end of the title: the first centred lines, else the first line that reads as one; below the
    lines of an address the name of the paper that is addressed."""
    named = _named_below_address(items, place, words, lang)
    for begin in range(place, min(len(items), place + _ADDRESS)):
        item = items[begin]
        if not isinstance(item, Line) or label(item.text, lang) is not None or begin == named:
            break
        if (item.align == "center" or item.heading is not None) and _reads_as_title(item):
            end = begin + 1
            while end < len(items) and isinstance(later := items[end], Line):
                if (later.align, later.heading) != (item.align, item.heading) or not _reads_as_title(later):
                    break
                if label(later.text, lang) is not None:
                    break
                end += 1
            if named is not None and any(_is_addressee(line, words) for line in items[begin:end]):
                # The address is centred as well.
                break
            return begin, end
    begin = place
    while begin < len(items) and isinstance(item := items[begin], Line) and _is_address(item, words):
        begin += 1
    if named is not None:
        begin = named
    elif begin > place and not any(_says_whom(items, at, words) for at in range(place, begin)):
        # Lines at the right that are no address: the title stands there as well.
        begin = place
    if begin == len(items) or not isinstance(item := items[begin], Line):
        return None
    if not _reads_as_title(item) or label(item.text, lang) is not None or is_own(item.text, lang):
        return None
    end = begin + 1
    while end < len(items) and isinstance(later := items[end], Line):
        both = later.align == item.align == "center"
        if not both and not later.text[0].islower() and not (later.text.isupper() and items[end - 1].text.isupper()):  # type: ignore[union-attr]  # lines only
            break
        if not _reads_as_title(later) or label(later.text, lang) is not None:
            break
        end += 1
    return begin, end


def _named_below_address(items: Sequence[Flow], place: int, words: Structure, lang: Lang) -> int | None:
    """Return the place of the line that names what is written to an office, «ӨТІНІШ», below the lines that say to whom
    and from whom; None where no address stands there.

    Another line in capitals is the name where the address itself says to whom, as «… басшысына» does.
    """
    addressed = told = False
    for at in range(place, min(len(items), place + _ADDRESS)):
        item = items[at]
        if not isinstance(item, Line) or label(item.text, lang) is not None:
            return None
        above = items[at - 1] if at > place else None
        two = f"{above.text} {item.text}" if isinstance(above, Line) else item.text
        own = _is_addressee(item, words)
        called = _is_application(item.text, words) or (told and item.text.isupper())
        if addressed and called and not own and _reads_as_title(item):
            return at
        if own or words.addressee.match(fold_spaces(two)):
            told = True
        elif item.text[-1] in ".;:" and "_" not in item.text:
            # A sentence: the text of the form.
            return None
        addressed = addressed or told or _is_address(item, words) or "__" in item.text
    return None


def _says_whom(items: Sequence[Flow], at: int, words: Structure) -> bool:
    """Tell whether a line is that of an address by its words or blanks, wherever it stands."""
    item, above = items[at], items[at - 1] if at else None
    assert isinstance(item, Line)
    two = f"{above.text} {item.text}" if isinstance(above, Line) else item.text
    return _is_address(replace(item, align="body"), words) or bool(words.addressee.match(fold_spaces(two)))


def _is_addressee(item: Flow, words: Structure) -> bool:
    return isinstance(item, Line) and bool(words.addressee.match(fold_spaces(item.text)))


def _is_application(text: str, words: Structure) -> bool:
    """Tell whether a line is the name of such a paper alone, or holds it in capitals where a title names its kind."""
    parts = text.split()
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        # Letters typed apart.
        parts = ["".join(parts)]
    name = parts[-1 if words.annex_ends_mark else 0]
    return bool(words.application.fullmatch(fold_spaces(name))) and (len(parts) == 1 or name.isupper())


def _is_address(line: Line, words: Structure) -> bool:
    return (
        line.align == "right"
        or _is_addressee(line, words)
        or not line.text.strip("_ .,")
        or (line.text.startswith("(") and line.text.endswith(")"))
    )


def _reads_as_title(line: Line) -> bool:
    text = line.text
    return (
        len(text) <= 500
        and "__" not in text
        and text[-1] not in ".;:,"
        and text[0] != "("
        and any(map(str.isalpha, text))
    )


def _closing(items: Sequence[Flow], lang: Lang) -> int:
    """Return where the signatures of a form begin: lines with blanks, with their labels in brackets, at its end."""
    begin = len(items)
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if not isinstance(item, Line) or label(item.text, lang) is not None:
            break
        if "___" in item.text:
            begin = place
        elif not (
            item.text.startswith("(")
            or is_own(item.text, lang)
            or (len(item.text) < 100 and item.text[-1] not in ".;:,")
        ):
            break
    return begin
