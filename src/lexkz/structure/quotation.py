"""Quotation: the new text that an instruction sets, found by the form of its quotes before any unit is read."""

import re
from dataclasses import replace

from lexkz.findings import Finding, finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of
from lexkz.languages.saying import Saying, saying
from lexkz.languages.structure import Structure
from lexkz.reading.blocks import Table
from lexkz.reading.limits import tick
from lexkz.structure.breaks import joined, lines_of
from lexkz.structure.findings import at
from lexkz.structure.labels import Label, label
from lexkz.structure.lines import Item, Line
from lexkz.structure.quoted import Block, Quoted
from lexkz.structure.quotes import CLOSING, OPENING, Quotes, closes_at_end, strip_cells

_FARTHEST = 2000
"""Lines below which the closing quote is not looked for."""
_SAME_LINE = re.compile(r":\s*(?=[\"«“„])")
_GLUED = re.compile(r"\s*[;.,]+\s*(?=\S)")

Flow = Line | Table | Quoted


def quotations(items: tuple[Item, ...], lang: Lang, findings: list[Finding] | None = None) -> tuple[Flow, ...]:
    """Return ``items`` with each instruction and the content it quotes as one ``Quoted``; all other items as they are.

    An instruction ends in a colon and commands a change (or that new text follows); its content begins with a quote, at
    the head of the next line, alone before a table, or on the same line, and goes up to the closing quote before ``;``,
    ``.`` or the end of a line; it can go on in further quoted blocks. Where that quote is missing, the content ends
    before the next instruction or where the outer numbering goes on. Quoted words («"А" деген сөздер …») are left in
    their line. Lines that have lost the breaks between them are parted; that is told in ``findings``.
    """
    reader = _QuotationReader(items, lang)
    flow = reader.read()
    if findings is not None:
        findings.extend(reader.findings)
    return flow


class _QuotationReader:
    def __init__(self, items: tuple[Item, ...], lang: Lang) -> None:
        self.items = list(items)
        self.lang: Lang = lang
        self.words: Structure = words_of(lang).structure
        self.outer: dict[str, str] = {}
        """Style of the last units outside quotations to their numbers."""
        self.findings: list[Finding] = []
        self._amends: bool | None = None

    def read(self) -> tuple[Flow, ...]:
        out: list[Flow] = []
        place = 0
        while place < len(self.items):
            tick()
            item = self.items[place]
            if isinstance(item, Line):
                item = self._parted(place, item)
                self._note_label(item)
            found = self._quoted(place) if isinstance(item, Line) else None
            if found is None:
                out.append(item)
                place += 1
            else:
                quoted, place = found
                out.append(self._mended(quoted))
        return tuple(out)

    def _parted(self, place: int, line: Line) -> Line:
        parts = lines_of(line, self.lang)
        if len(parts) > 1:
            self.findings.append(finding("structure.breaks_lost", at(line.place), case="commands", text=line.text))
            self.items[place : place + 1] = parts
        return parts[0]

    def _mended(self, quoted: Quoted) -> Quoted:
        blocks = []
        for block in quoted.blocks:
            lines = joined(block.content, self.lang)
            mended = [finding("structure.paragraph_joined", at(each.place), text=each.text) for each in lines.mended]
            asked = [
                finding("structure.paragraph_uncertain", at(each.place), text=each.text) for each in lines.uncertain
            ]
            self.findings.extend(mended + asked)
            blocks.append(replace(block, content=lines.content))
        return replace(quoted, blocks=tuple(blocks))

    def _amending(self) -> bool:
        """Tell whether anything in the source commands; asked once, where it matters."""
        if self._amends is None:
            self._amends = any(isinstance(item, Line) and self._said(item).commands for item in self.items)
        return self._amends

    def _said(self, line: Line) -> Saying:
        return saying(line.text, self.lang)

    def _note_label(self, line: Line) -> None:
        found = label(line.text, self.lang, large=True)
        if found is not None and (not found.large or self._continues(found)):
            self.outer[found.style] = found.number

    def _quoted(self, place: int) -> tuple[Quoted, int] | None:
        """Return the quotation that begins in or after the line at ``place``, and where the text goes on."""
        line = self.items[place]
        assert isinstance(line, Line)
        same = self._same_line(line)
        if same is not None:
            instruction, first = same
            return self._content(instruction, first, place + 1, strong=True)
        following = self.items[place + 1] if place + 1 < len(self.items) else None
        headed = isinstance(following, Line) and following.text[0] in OPENING
        if following is None or not (headed or isinstance(following, Table) or line.text.endswith(":")):
            # Nearly all lines; what a line says of itself takes a look at each of its words.
            return None
        said = self._said(line)
        if isinstance(following, Line) and headed:
            unknown = not said.commands and self._only_a_quote(line, following)
            worded = said.words and line.text.endswith(":") and self._is_block(following)
            if not said.text and not worded and (said.words or not (said.may or unknown)):
                return None
            return self._content(line, following, place + 2, strong=said.text)
        if isinstance(following, Table) and (said.text or self._quotes_rows(said, following)):
            return self._table(line, place + 1)
        if isinstance(following, Line) and said.text and line.text.endswith(":"):
            return self._unopened(line, place + 1) or self._unquoted(line, place + 1)
        return None

    def _only_a_quote(self, line: Line, following: Line) -> bool:
        """Tell whether a quote at the head of a line is all that shows new text: the verb above it is not known."""
        return line.text.endswith(":") and self._is_block(following) and self._amending()

    def _quotes_rows(self, said: Saying, table: Table) -> bool:
        """Tell whether a table in quotes stands below a line without a verb: «строку», «"Болты | кг"», «исключить»."""
        _, start, end, _ = strip_cells(table, opening=True, closing=True)
        return not said.commands and bool(start and end) and self._amending()

    def _is_block(self, line: Line) -> bool:
        """Tell whether a line that a quote heads is new text, not a command that begins with a quote."""
        if line.text[0] not in OPENING or len(line.text) == 1:
            return line.text[0] in OPENING
        end = Quotes(line.text[0]).zero(line.text)
        if end is not None and not closes_at_end(line.text[end:]):
            return False
        # A stray quote before a command: nothing in the line closes it, and what follows it commands.
        return end is not None or not self._said(line.with_text(line.text[1:])).commands

    def _same_line(self, line: Line) -> tuple[Line, Line] | None:
        for match in _SAME_LINE.finditer(line.text):
            head, rest = line.text[: match.start() + 1], line.text[match.end() :]
            said = saying(head, self.lang)
            if not said.text:
                continue
            quotes = Quotes(rest[0])
            end = quotes.zero(rest)
            if end is None or closes_at_end(rest[end:]) or self._rest(rest, quotes) is not None:
                return line.with_text(head), Line(rest, line.place, line.align)
        return None

    def _content(self, instruction: Line, first: Line, following: int, *, strong: bool) -> tuple[Quoted, int] | None:
        """Read the content whose opening quote heads ``first``; ``following`` is the item after it.

        Further blocks belong to it: «"3) …;";» and «"7) …;";» under «3) және 7) тармақшалар … жазылсын:».
        """
        found = self._block(first, following, strong=strong)
        if found is None:
            return None
        block, place = found
        blocks = [block]
        while strong and block.end is not None and place < len(self.items):
            after = self.items[place]
            if not isinstance(after, Line) or not self._is_block(after):
                break
            found = self._block(after, place + 1, strong=False)
            if found is None:
                break
            block, place = found
            blocks.append(block)
        return Quoted(instruction, tuple(blocks)), place

    def _block(self, first: Line, following: int, *, strong: bool) -> tuple[Block, int] | None:
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
            glued = _GLUED.match(final.text, cut + 1)
            if glued is not None and not closes_at_end(final.text[cut:]):
                # The next command stands on the line of the closing quote.
                self.items.insert(following + last, final.with_text(final.text[glued.end() :]))
                self.findings.append(
                    finding("structure.breaks_lost", at(final.place), case="commands", text=final.text)
                )
                tail = final.text[cut + 1 : glued.end()].strip()
        elif cut is not None and isinstance(final, Table):
            body[-1], _, closing, tail = strip_cells(final, opening=False, closing=True)
        elif isinstance(final, Line):
            body[-1], tail = self._bare_end(final, quotes)
        opened = body[0]
        assert isinstance(opened, Line)
        body[0] = opened.with_text(opened.text[1:])
        content = tuple(item for item in body if isinstance(item, Table) or item.text)
        if not content:
            return None
        return Block(content, first.text[0], closing, tail), following + last

    def _bare_end(self, final: Line, quotes: Quotes) -> tuple[Line, str]:
        """Take the command's own mark off a last line that no quote closes: «"О музеях";», «срок..»."""
        if (quotes.balanced and final.text.endswith(";")) or final.text.endswith(("..", ".;", ";;", ";.")):
            return final.with_text(final.text[:-1]), final.text[-1]
        return final, ""

    def _rest(self, text: str, quotes: Quotes) -> int | None:
        """Return the offset in the next line ``text`` of a closing quote after which a command or header follows."""
        for offset in quotes.zeros(text):
            glued = _GLUED.match(text, offset + 1)
            if glued is None or closes_at_end(text[offset:]):
                continue
            rest = text[glued.end() :]
            first = rest.partition(":")[0] + ":" if ":" in rest else rest
            if saying(rest, self.lang).commands or saying(first, self.lang).commands:
                return offset
        return None

    def _end(self, candidates: list[Item], quotes: Quotes, *, strong: bool) -> tuple[int, int | None] | None:
        """Return the index of the content's last item and the offset of its closing quote (None: it is missing)."""
        for index, item in enumerate(candidates):
            if isinstance(item, Table):
                after = candidates[index + 1] if index + 1 < len(candidates) else None
                closed_below = isinstance(after, Line) and after.text[0] in CLOSING
                if not closed_below and strip_cells(item, opening=False, closing=True)[2]:
                    return index, 0
                continue
            glued = self._rest(item.text, quotes)
            if glued is not None:
                return index, glued
            if index and self._interrupts(candidates, index, quotes):
                return self._unclosed(candidates, index)
            zero = quotes.read(item.text)
            if zero is not None:
                return index, zero
            if quotes.left and not index and not strong:
                return None
            strange = self._strange(candidates, index, quotes)
            if strange is not None:
                return index, strange
            last = quotes.last_closing(item.text)
            inner = quotes.balanced and (
                self._closed_below(candidates, index + 1, quotes) or self._paired_below(candidates, index + 1, quotes)
            )
            if last is not None and not inner and self._over(candidates, index + 1):
                # Where the line opens the quotation that its last mark closes, the block's own mark is missing.
                return index, None if quotes.balanced else last
        if not strong:
            return None
        return self._unclosed(candidates, self._boundary(candidates))

    def _strange(self, candidates: list[Item], index: int, quotes: Quotes) -> int | None:
        """Return the offset of a mark of another kind that ends the content: «« 8. Текст.";», before a command."""
        lines = [item.text for item in candidates[: index + 1] if isinstance(item, Line)]
        found = quotes.strange_closing(lines) if lines[-1].rstrip(" ;.,")[-1:] in CLOSING else None
        if found is None or not self._over(candidates, index + 1):
            return None
        after = candidates[index + 1] if index + 1 < len(candidates) else None
        surely = isinstance(after, Line) and self._is_outer(after)
        return found if surely or not self._closed_below(candidates, index + 1, quotes) else None

    def _interrupts(self, candidates: list[Item], index: int, quotes: Quotes) -> bool:
        """Tell whether the line at ``index`` is an instruction, so that the content before it was never closed."""
        line = candidates[index]
        if not isinstance(line, Line) or line.text[0] in OPENING:
            return False
        if not self._said(line).commands or quotes.closes(line.text):
            return False
        # A command can be part of the new text; then its closing quote comes before the outer text goes on.
        if self._paired_below(candidates, index, quotes):
            return False
        return self._is_outer(line) or not self._closed_below(candidates, index, quotes)

    def _paired_below(self, candidates: list[Item], index: int, quotes: Quotes) -> bool:
        """Tell whether the block's own mark closes below, all others between in pairs.

        Marks that show which of them opens («») leave no doubt: a block that was never closed leaves all later ones in
        pairs, and its own open.
        """
        if quotes.opening == '"':
            return False
        ahead = quotes.copy()
        for item in candidates[index : index + _FARTHEST]:
            if isinstance(item, Table):
                continue
            if ahead.read(item.text) is not None:
                return True
            if ahead.left:
                return False
        return False

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
        found = label(line.text, self.lang, large=True)
        if found is not None and (not found.large or self._continues(found)):
            return self._continues(found) and (line.text.endswith(":") or self._said(line).commands)
        return line.text[0] not in OPENING and self._is_instruction(line)

    def _is_instruction(self, line: Line) -> bool:
        """Tell whether a line surely commands: new text follows it, or words are quoted in it."""
        said = self._said(line)
        return said.text or said.may or ('"' in fold(line.text) and said.commands)

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
        return self._said(item).commands or item.text.endswith(":") or self._goes_on(item)

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
            block = Block((bare,), start, following.text[0], following.text[1:].strip())
            return Quoted(instruction, (block,)), place + 2
        return Quoted(instruction, (Block((bare,), start, end, tail),)), place + 1

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
                block = Block(content, None, item.text[cut], item.text[cut + 1 :].strip())
                return Quoted(instruction, (block,)), index + 1
            if self._said(item).commands or self._goes_on(item):
                return None
        return None

    def _unquoted(self, instruction: Line, place: int) -> tuple[Quoted, int] | None:
        """Read content that has no quotes at all: what stands between two instructions of one list."""
        for index in range(place, min(len(self.items), place + _FARTHEST)):
            item = self.items[index]
            if not isinstance(item, Line):
                continue
            if self._said(item).commands or self._goes_on(item) or self._is_block(item):
                if index == place:
                    return None
                return Quoted(instruction, (Block(tuple(self.items[place:index]), None, None, ""),)), index
        return None
