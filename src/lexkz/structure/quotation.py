"""Quotation: the new text that an instruction sets, found by the form of its quotes before any unit is read."""

import re
from dataclasses import dataclass

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.structure import Structure, structure
from lexkz.read.blocks import Table
from lexkz.read.limits import tick
from lexkz.structure.labels import Label, label
from lexkz.structure.lines import Item, Line
from lexkz.structure.quotes import CLOSING, OPENING, Quotes, closes_at_end, strip_cells

_FARTHEST = 2000
"""Lines below which the closing quote is not looked for."""
_SAME_LINE = re.compile(r":\s*(?=[\"«“„])")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An instruction and the content that it quotes."""

    instruction: Line
    """The line as printed, up to its colon; what follows the quotation stands in ``tail``."""
    content: tuple[Item, ...]
    """Lines and tables without the outer quotes."""
    start: str | None
    """The opening quote; None where it is missing."""
    end: str | None
    """The closing quote; None where it is missing."""
    tail: str
    """What stands after the closing quote on its line: ``;``."""


Flow = Line | Table | Quoted


def quotations(items: tuple[Item, ...], lang: Lang) -> tuple[Flow, ...]:
    """Return ``items`` with each instruction and the content it quotes as one ``Quoted``; all other items as they are.

    An instruction ends in a colon and commands a change (or that new text follows); its content begins with a quote, at
    the head of the next line, alone before a table, or on the same line, and goes up to the closing quote before ``;``,
    ``.`` or the end of a line. Where that quote is missing, the content ends before the next instruction or where the
    outer numbering goes on. Quoted words («"А" деген сөздер …») are left in their line.
    """
    reader = _Reader(items, lang)
    return reader.read()


class _Reader:
    def __init__(self, items: tuple[Item, ...], lang: Lang) -> None:
        self.items = items
        self.lang: Lang = lang
        self.words: Structure = structure(lang)
        self.outer: dict[str, str] = {}
        """Style of the last units outside quotations to their numbers."""

    def read(self) -> tuple[Flow, ...]:
        out: list[Flow] = []
        place = 0
        while place < len(self.items):
            tick()
            item = self.items[place]
            if isinstance(item, Line):
                self._note_label(item)
            found = self._quoted(place) if isinstance(item, Line) else None
            if found is None:
                out.append(item)
                place += 1
            else:
                quoted, place = found
                out.append(quoted)
        return tuple(out)

    def _note_label(self, line: Line) -> None:
        found = label(line.text, self.lang, large=True)
        if found is not None and (not found.large or self._continues(found)):
            self.outer[found.style] = found.number

    def _quoted(self, place: int) -> tuple[Quoted, int] | None:
        """Return the quotation that begins in or after the line at ``place``, and where the text goes on."""
        line = self.items[place]
        assert isinstance(line, Line)
        folded = fold(line.text)
        same = self._same_line(line)
        if same is not None:
            instruction, first = same
            return self._content(instruction, first, place + 1, strong=True)
        strong = bool(self.words.content_command.search(folded)) and not self.words.words_command.search(folded)
        if not strong and not self._may_quote(folded):
            return None
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        if isinstance(following, Line) and following.text[0] in OPENING:
            return self._content(line, following, place + 2, strong=strong)
        if isinstance(following, Table) and strong:
            return self._table(line, place + 1)
        if isinstance(following, Line) and strong and folded.endswith(":"):
            return self._unopened(line, place + 1)
        return None

    def _may_quote(self, folded: str) -> bool:
        weak = self.words.weak_content_command.search(folded)
        return weak is not None and not self.words.words_command.search(folded)

    def _same_line(self, line: Line) -> tuple[Line, Line] | None:
        for match in _SAME_LINE.finditer(line.text):
            head, rest = line.text[: match.start() + 1], line.text[match.end() :]
            folded = fold(head)
            if not self.words.content_command.search(folded) or self.words.words_command.search(folded):
                continue
            end = Quotes(rest[0]).zero(rest)
            if end is None or closes_at_end(rest[end:]):
                return line.with_text(head), Line(rest, line.place, line.align)
        return None

    def _content(self, instruction: Line, first: Line, following: int, *, strong: bool) -> tuple[Quoted, int] | None:
        """Read the content whose opening quote heads ``first``; ``following`` is the item after it."""
        quotes = Quotes(first.text[0])
        candidates: list[Item] = [first, *self.items[following:]]
        end = self._end(candidates, quotes, strong=strong)
        if end is None:
            return None
        last, cut = end
        body: list[Item] = list(candidates[: last + 1])
        closing: str | None = None
        tail = ""
        final = body[-1]
        if cut is not None and isinstance(final, Line):
            closing, tail = final.text[cut], final.text[cut + 1 :].strip()
            body[-1] = final.with_text(final.text[:cut])
        elif cut is not None and isinstance(final, Table):
            body[-1], _, closing, tail = strip_cells(final, opening=False, closing=True)
        elif isinstance(final, Line) and quotes.balanced and final.text.endswith(";"):
            body[-1], tail = final.with_text(final.text[:-1]), ";"
        opened = body[0]
        assert isinstance(opened, Line)
        body[0] = opened.with_text(opened.text[1:])
        content = tuple(item for item in body if isinstance(item, Table) or item.text)
        if not content:
            return None
        return Quoted(instruction, content, first.text[0], closing, tail), following + last

    def _end(self, candidates: list[Item], quotes: Quotes, *, strong: bool) -> tuple[int, int | None] | None:
        """Return the index of the content's last item and the offset of its closing quote (None: it is missing)."""
        for index, item in enumerate(candidates):
            if isinstance(item, Table):
                after = candidates[index + 1] if index + 1 < len(candidates) else None
                closed_below = isinstance(after, Line) and after.text[0] in CLOSING
                if not closed_below and strip_cells(item, opening=False, closing=True)[2]:
                    return index, 0
                continue
            if index and self._interrupts(candidates, index, quotes):
                return self._unclosed(candidates, index)
            zero = quotes.read(item.text)
            if zero is not None:
                return index, zero
            if quotes.left and not index and not strong:
                return None
            last = quotes.last_closing(item.text)
            inner = quotes.balanced and self._closed_below(candidates, index + 1, quotes)
            if last is not None and not inner and self._over(candidates, index + 1):
                # Where the line opens the quotation that its last mark closes, the block's own mark is missing.
                return index, None if quotes.balanced else last
        if not strong:
            return None
        return self._unclosed(candidates, self._boundary(candidates))

    def _interrupts(self, candidates: list[Item], index: int, quotes: Quotes) -> bool:
        """Tell whether the line at ``index`` is an instruction, so that the content before it was never closed."""
        line = candidates[index]
        if not isinstance(line, Line) or line.text[0] in OPENING:
            return False
        folded = fold(line.text)
        if not self.words.command.search(folded) or quotes.closes(line.text):
            return False
        # A command can be part of the new text; then its closing quote comes before the outer text goes on.
        return self._is_outer(line) or not self._closed_below(candidates, index, quotes)

    def _closed_below(self, candidates: list[Item], index: int, quotes: Quotes) -> bool:
        """Tell whether the closing quote comes at ``index`` or below, before an instruction of the outer text."""
        ahead = quotes.copy()
        for place, item in enumerate(candidates[index:]):
            if isinstance(item, Table):
                continue
            if ahead.read(item.text) is not None:
                return True
            if (place and self._is_outer(item)) or place > _FARTHEST:
                return False
        return False

    def _is_outer(self, line: Line) -> bool:
        """Tell whether a line surely commands outside the quotation: by its number, or without one of another list."""
        folded = fold(line.text)
        found = label(line.text, self.lang, large=True)
        if found is not None and (not found.large or self._continues(found)):
            return self._continues(found) and (folded.endswith(":") or bool(self.words.command.search(folded)))
        return line.text[0] not in OPENING and self._is_instruction(folded)

    def _is_instruction(self, folded: str) -> bool:
        """Tell whether a line surely commands: new text follows it, or words are quoted in it."""
        new_text = self.words.content_command.search(folded) or self.words.weak_content_command.search(folded)
        return bool(new_text or ('"' in folded and self.words.command.search(folded)))

    def _unclosed(self, candidates: list[Item], stop: int) -> tuple[int, None]:
        # Contexts ("… стандартында:") stand before the instruction that they belong to.
        while stop > 1:
            before = candidates[stop - 1]
            if not isinstance(before, Line) or not before.text.endswith(":"):
                break
            stop -= 1
        return stop - 1, None

    def _boundary(self, candidates: list[Item]) -> int:
        for index, item in enumerate(candidates):
            if index and isinstance(item, Line) and self._goes_on(item):
                return index
        return len(candidates)

    def _over(self, candidates: list[Item], index: int) -> bool:
        """Tell whether the outer text goes on at ``index``: a closing quote before it then ends the content."""
        if index >= len(candidates):
            return True
        item = candidates[index]
        if isinstance(item, Table) or item.text[0] in CLOSING:
            return False
        folded = fold(item.text)
        return bool(self.words.command.search(folded)) or folded.endswith(":") or self._goes_on(item)

    def _goes_on(self, line: Line) -> bool:
        folded = fold(line.text)
        if self.words.approval.fullmatch(folded):
            return True
        if self.words.post.search(folded) and self.words.post_start.match(folded) and line.text[-1].isalpha():
            return True
        found = label(line.text, self.lang, large=True)
        return found is not None and self._continues(found)

    def _continues(self, found: Label) -> bool:
        number = self.outer.get(found.style)
        return bool(number and number.isdigit() and found.number.isdigit() and int(found.number) == int(number) + 1)

    def _table(self, instruction: Line, place: int) -> tuple[Quoted, int] | None:
        """Read a table right under its instruction: its quotes stand in its cells, below it, or are missing."""
        table = self.items[place]
        assert isinstance(table, Table)
        bare, start, end, tail = strip_cells(table, opening=True, closing=True)
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        below = isinstance(following, Line) and following.text[0] in CLOSING and closes_at_end(following.text)
        if end is None and below:
            assert isinstance(following, Line)
            return Quoted(instruction, (bare,), start, following.text[0], following.text[1:].strip()), place + 2
        return Quoted(instruction, (bare,), start, end, tail), place + 1

    def _unopened(self, instruction: Line, place: int) -> tuple[Quoted, int] | None:
        """Read content without its opening quote: it is content if a closing quote comes before an instruction."""
        for index in range(place, len(self.items)):
            item = self.items[index]
            if isinstance(item, Table):
                continue
            quotes = Quotes('"' if '"' in item.text else "«")
            cut = quotes.unmatched_closing(item.text)
            if cut is not None:
                rest = item.with_text(item.text[:cut])
                content = (*self.items[place:index], *([rest] if rest.text else []))
                if not content:
                    return None
                return Quoted(instruction, content, None, item.text[cut], item.text[cut + 1 :].strip()), index + 1
            if self.words.command.search(fold(item.text)) or self._goes_on(item):
                return None
        return None
