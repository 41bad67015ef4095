"""The new text that a command brings: what it quotes, or the annex of the amending act that it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import q
from lexkz.akn.numbers import as_arabic
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.content_proof.addressed import annex_number, mark_lines
from lexkz.consolidation.content_proof.text_tree import (
    NUMBERED,
    PrintedLine,
    PrintedUnit,
    Unjudged,
    all_lines,
    all_units,
    attachments,
    number_key,
    printed,
    read_tree,
)
from lexkz.languages.folding import fold_spaces

_ROMAN = r"(?<![^\W\d_])[іvх][іvхlс]*(?![^\W\d_])"
_FIRST_NUMBER = re.compile(
    rf"(\d+(?:-\d+)*|{_ROMAN})\s*-?\s*қосымша|приложение\s*(?:№\s*)?(\d+(?:-\d+)*|{_ROMAN})|(қосымша|приложение)"
)
_OF_THIS_LIST = re.compile(
    r"настоящ(?:ему|им) (?:перечн|списк|изменени|дополнени)|осы (?:тізбе|тізім|өзгеріс|толықтыру)[^\W\d_]*"
)
_LIST_MARK = re.compile(
    rf"приложение(?: (?:№ ?)?(?P<before>\d+(?:-\d+)*|{_ROMAN}))? к (?:(?!приложение |утвержден[аоы]? )\S+(?: |$))+"
    rf"|(?:(?!қосымша)\S+ )*?(?:тізб|тізім|өзгеріс|толықтыру)\S* (?:(?P<behind>\d+(?:-\d+)*|{_ROMAN}) ?-? ?)?қосымша"
)
_SHORT_LIST = re.compile(
    r" к (?:настоящ\S+ )?(?:перечню|списку|изменениям|дополнениям)$"
    r"|^(?:осы )?(?:тізбеге|тізімге|өзгерістерге|толықтыруларға) (?:\S+ ?-? ?)?қосымша$"
)


def _names_changes(words: str) -> bool:
    """True for the name of a list of changes: «Перечень приказов, в которые вносятся изменения»."""
    said = fold_spaces(words)
    made = "вносятся" in said or "вносимые" in said or "енгізілетін" in said or "енгізіліп" in said
    return made and any(stem in said for stem in ("изменени", "дополнени", "өзгеріс", "толықтыру"))


@dataclass(frozen=True, slots=True, eq=False)
class Bringing:
    """An amending act whose new text is asked for."""

    root: etree._Element
    _with_eid: dict[str, etree._Element] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Enter all elements by their eIds: an act has thousands of commands."""
        for element in self.root.iterfind(".//*[@eId]"):
            self._with_eid.setdefault(element.get("eId", ""), element)

    def quoted(self, command: Command) -> "list[PrintedUnit | PrintedLine]":
        """Return what the command quotes: units and lines, each read anew. Raises Unjudged where it quotes nothing, or
        where what stands in the act is not what was read as the command's content."""
        found = self._with_eid.get(command.source.eid)
        if found is not None and found.tag != q("quotedStructure"):
            inner = list(found.iter(q("quotedStructure")))
            found = inner[0] if len(inner) == 1 else None
        if found is None:
            raise Unjudged("no quotation")
        read = read_tree(found)
        wanted = _bare(command.content)
        if _bare(item.text for item in printed(read)) == wanted:
            return read.items
        # A block of two commands: «пункт 2 изложить и дополнить пунктом 2-1 в следующей редакции:».
        said = [_bare(part.text for part in printed(PrintedUnit("quotation", items=[item]))) for item in read.items]
        own = [
            read.items[start:end]
            for start in range(len(said))
            for end in range(start + 1, len(said) + 1)
            if "".join(said[start:end]) == wanted and all(said[start:end])
        ]
        if len(own) != 1:
            raise Unjudged("the quotation is not what the command was read to bring")
        return own[0]

    def texts(self, command: Command) -> list[str]:
        """Return the paragraphs that the command quotes, as they are printed."""
        made = PrintedUnit("quotation")
        for item in self.quoted(command):
            made.add(item)
        return [each.text for each in printed(made)]

    def rows(self, command: Command, addresses: Sequence[Address], table: PrintedUnit) -> "list[PrintedUnit]":
        """Return the rows that the command quotes; where it gives them cell by cell, each cell a line, as rows."""
        found = rows(self.quoted(command))
        if found:
            return found
        wide = max((len(row.units()) for row in all_units(table) if row.tag == "tr"), default=0)
        lines = self.texts(command)
        if wide < 2 or len(lines) != wide * len(addresses):
            raise Unjudged("lines that make no rows")
        for start in range(0, len(lines), wide):
            row = PrintedUnit("tr")
            for text in lines[start : start + wide]:
                cell = PrintedUnit("td")
                cell.add(PrintedLine(text))
                row.add(cell)
            found.append(row)
        return found

    def annex(self, command: Command, place: int) -> PrintedUnit:
        """Return the annex of the amending act, or of the list of changes that the command stands in, which the command
        names for its target at ``place``."""
        number = command.annex[place]
        if _OF_THIS_LIST.search(fold_spaces(command.instruction)):
            return _inner(self._annex_of_list(command.source.eid.partition("__")[0], number_key(number)))
        found = self._own_annex(number)
        front = [part for unit in found.units() if unit.tag == "preface" for part in unit.units() if part.tag != "mark"]
        if _names_changes(" ".join(line.words for part in front for line in all_lines(part))):
            raise Unjudged("a list of changes")
        return _inner(found)

    def marks_itself(self, annex: PrintedUnit) -> bool:
        """True where the corner mark of a new annex says no more than what it is in the amending act."""
        said = fold_spaces(" ".join(line.words for line in mark_lines(annex)))
        once = len(re.findall("приложение|қосымша|утвержден|бекітіл", said)) == 1
        mark = _LIST_MARK.fullmatch(said)
        listed = mark is not None and (_names_changes(said) or _SHORT_LIST.search(said) is not None)
        return once and (self.names_itself(said) or listed)

    def names_itself(self, mark: str) -> bool:
        """True where a corner mark names the amending act by its number."""
        own = meta.read_identity(next(self.root.iter(q("act")))).number
        return own is not None and re.search(rf"(?i)(?:№|N)\s*{re.escape(own)}(?!\w)", mark) is not None

    def _annex_of_list(self, eid: str, number: str) -> PrintedUnit:
        """An annex of the list ``eid`` whose mark begins with its number and the list: «Приложение 1 к Перечню»."""
        tops = [item for item in attachments(read_tree(next(self.root.iter(q("act"))))) if item.eid == eid]
        below = [item for top in tops for item in attachments(top)]
        marks = [_LIST_MARK.match(fold_spaces(" ".join(line.words for line in mark_lines(item)))) for item in below]
        said = [
            (number_key(as_arabic(mark["before"] or mark["behind"] or "")), item)
            for mark, item in zip(marks, below, strict=True)
            if mark is not None and (_names_changes(mark[0]) or _SHORT_LIST.search(mark[0].strip()))
        ]
        wanted = [item for key, item in said if key == number]
        if not wanted and len(below) == len(said) == 1 and (not number or (number, said[0][0]) == ("1", "")):
            wanted = below
        if len(wanted) != 1 or not _text_of(wanted[0]):
            raise Unjudged(f"annex {number} of a list: {len(wanted)}")
        return wanted[0]

    def _own_annex(self, number: str) -> PrintedUnit:
        act = next(self.root.iter(q("act")))
        own = meta.read_identity(act).number
        found: list[tuple[str, PrintedUnit]] = []
        waiting = ""
        for item in attachments(read_tree(act)):
            key = _own_number(item)
            named = own is None or _is_of(item, own)
            if waiting and not named:
                key, waiting = waiting, ""
            if not _text_of(item) and not attachments(item):
                waiting = key
                continue
            found.append((key, item))
        wanted = [item for key, item in found if key == number_key(number)] if number else [item for _, item in found]
        if len(wanted) > 1 and own is not None:
            # The others are annexes of what the annex holds.
            wanted = [item for item in wanted if _is_of(item, own)]
        if len(wanted) != 1:
            raise Unjudged(f"annex {number}: {len(wanted)}")
        return wanted[0]

    def whole_act(
        self, command: Command
    ) -> "tuple[PrintedLine, list[PrintedLine], list[PrintedUnit | PrintedLine], list[PrintedUnit]]":
        """Return title, preamble, text and annexes of a whole act in a new wording."""
        below: list[PrintedUnit] = []
        if command.annex:
            head = self._own_annex(command.annex[0])
            own = meta.read_identity(next(self.root.iter(q("act")))).number
            beside = head.parent.units() if head.parent is not None else []
            for item in beside[beside.index(head) + 1 :]:
                if not mark_lines(item) or own is None or _is_of(item, own):
                    break
                below.append(item)
            preface = [unit for unit in head.units() if unit.tag == "preface"]
            items: list[PrintedUnit | PrintedLine] = [
                item for unit in preface for part in unit.units() if part.tag != "mark" for item in all_lines(part)
            ]
            text = [unit for unit in head.units() if unit.tag not in ("preface", "attachments")]
            items += [item for unit in text for item in unit.items]
            below = [*attachments(head), *below]
        else:
            items = self.quoted(command)
        first = next((at for at, item in enumerate(items) if isinstance(item, PrintedUnit) and item.tag in NUMBERED), 0)
        front = flat_lines(items[:first])
        if len(front) < 2:
            raise Unjudged("a new act without a title or a preamble")
        # «согласно приложению 1 к настоящему приказу» means an annex of the act that the new text is.
        work = meta.read_identity(next(self.root.iter(q("act")))).work
        made = PrintedUnit("act")
        for each in (*items, *below):
            made.add(each)
        for line in all_lines(made):
            line.refs = tuple(ref for ref in line.refs if not ref[1].startswith((work, "#")))
        return front[0], front[1:], items[first:], below


def _is_of(annex: PrintedUnit, number: str) -> bool:
    mark = " ".join(line.words for line in mark_lines(annex))
    return re.search(rf"(?:№|N)\s*{re.escape(number)}(?!\w)", mark) is not None


def _bare(lines: "Iterator[str] | tuple[str, ...]") -> str:
    return "".join("".join("".join(line.split()) for line in lines).split())


def _own_number(annex: PrintedUnit) -> str:
    """The number that the mark of an annex names first, which is that in its own act; else that of its eId."""
    for line in mark_lines(annex):
        match = _FIRST_NUMBER.search(fold_spaces(line.words))
        if match:
            return number_key(as_arabic(match.group(1) or match.group(2) or ""))
    return annex_number(annex) or ""


def _text_of(annex: PrintedUnit) -> list[PrintedLine]:
    """The lines of an annex but for its corner mark and the documents attached to it."""
    inner = {line for item in attachments(annex) for line in all_lines(item)} | set(mark_lines(annex))
    return [line for line in all_lines(annex) if line.words and line not in inner]


def _inner(annex: PrintedUnit) -> PrintedUnit:
    """The one document within an annex that has no text of its own but its mark."""
    below = attachments(annex)
    body = [line for item in annex.units() if item.tag == "mainBody" for line in all_lines(item) if line.words]
    if len(below) == 1 and not body:
        below[0].marks = (tuple(line.words for line in mark_lines(below[0])),)
        return below[0]
    lines = tuple(line.words for line in mark_lines(annex))
    # What the mark says of the amending act falls away, how much of it is a matter of printing.
    annex.marks = tuple(lines[start:] for start in range(len(lines)))
    return annex


def numbered_units(items: "list[PrintedUnit | PrintedLine]", tag: str) -> list[PrintedUnit]:
    """Return the units ``tag`` on the first level of new text."""
    return [item for item in items if isinstance(item, PrintedUnit) and item.tag == tag]


def rows(items: "list[PrintedUnit | PrintedLine]") -> list[PrintedUnit]:
    """Return the rows of new text."""
    found = [item for item in items if isinstance(item, PrintedUnit)]
    return [unit for item in found for unit in (item, *all_units(item)) if unit.tag == "tr"]


def with_followers(items: "list[PrintedUnit | PrintedLine]", unit: PrintedUnit) -> PrintedUnit:
    """Return the one new unit with the lines that stand below it in the quotation: they are lines of it."""
    if (
        items
        and items[0] is unit
        and not any(isinstance(item, PrintedUnit) and item.tag in NUMBERED for item in items[1:])
    ):
        for item in items[1:]:
            unit.add(item)
    elif len(items) > 1 and any(not (isinstance(item, PrintedUnit) and item.tag in NUMBERED) for item in items):
        raise Unjudged("lines beside several units")
    return unit


def flat_lines(items: "list[PrintedUnit | PrintedLine]") -> list[PrintedLine]:
    """Return the lines of new text that is to be lines; raises Unjudged where it has tables or numbered units."""
    out: list[PrintedLine] = []
    for item in items:
        if isinstance(item, PrintedLine):
            out.append(item)
        elif item.tag in ("alinea", "mark") and not any(unit.tag == "table" for unit in all_units(item)):
            out.extend(all_lines(item))
        else:
            raise Unjudged(f"{item.tag} among lines")
    return out
