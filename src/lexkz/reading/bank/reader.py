"""From the nodes of an edition to blocks."""

from collections.abc import Sequence
from dataclasses import replace

from lexkz.findings import Finding, finding
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.bank import headings, record, tables
from lexkz.reading.bank.edition import Edition, EditionLimits, Node, parse
from lexkz.reading.blocks import Align, Block, Lang, Paragraph, Place, Repair, Source, SourceError
from lexkz.reading.html import fragment
from lexkz.reading.html.findings import said as said_of
from lexkz.reading.marked.characters import never_text
from lexkz.reading.marked.inline import Piece, paragraphs
from lexkz.reading.marked.language import language
from lexkz.reading.marked.tables import flat, table

_HEADINGS = {"doc": 1, "title": 1, "section": 2, "heading": 3}
_NOTES = frozenset({"note", "sidenote", "sidenotegroup"})
_TEXT = frozenset({"", "article", "point", "subpoint", "text", "attach", "excluded"})
_NUMBERED = frozenset({"article", "point", "subpoint"})


def read(data: bytes, name: str, lang: Lang | None = None, *, limits: EditionLimits | None = None) -> Source:
    """Return the blocks of an edition as the reference control bank sends it.

    ``data`` are the file's bytes, ``name`` its name for messages; ``lang`` is believed when given. Where the text
    brings no title or requisites of its own, those that the edition's record states stand before it. What is not
    understood is kept as text or named in a finding. Raises SourceError for what is no such JSON, in another language,
    or beyond ``limits``.
    """
    edition = parse(data, name, limits)
    text = "\n".join(node.text for node in edition.nodes)
    known = language(fragment.words(text), name, lang)
    reading = _Reading(edition, known)
    blocks = reading.read()
    if not blocks:
        raise SourceError(f"{name} is JSON without the text of an act: give one edition with its content.")
    strange = never_text(text)
    found = (*((strange,) if strange else ()), *reading.said())
    return Source("json", known, (*_front(edition, blocks, known), *blocks), findings=found)


def _front(edition: Edition, blocks: Sequence[Block], lang: Lang) -> list[Paragraph]:
    """Return title and requisites from the record, unless the text begins with them."""
    made: list[Paragraph] = []
    beginning = fold_spaces(" ".join(block.text for block in blocks[:6] if isinstance(block, Paragraph)))
    titled = any(isinstance(block, Paragraph) and block.heading == 1 for block in blocks[:6])
    title = record.text(edition.record, "title", lang) or record.text(edition.record, "name", lang)
    if title and not titled and fold_spaces(title) not in beginning:
        made.extend(paragraphs([Piece(title)], Place(None, None), "center", 1))
    requisites = record.text(edition.record, "requisites", lang)
    if requisites and made and fold_spaces(requisites) not in beginning:
        made.extend(paragraphs([Piece(requisites)], Place(None, None), "left"))
    return made


class _Reading:
    """One reading of an edition: the blocks, and what was not understood on the way."""

    def __init__(self, edition: Edition, lang: Lang) -> None:
        self.lang: Lang = lang
        self.words = words_of(lang).structure
        self.context = fragment.context(lang)
        self.nodes = edition.nodes
        self.unknown: dict[str, list[str]] = {}
        self.unnumbered: list[str] = []
        self.unread: list[str] = []
        self.rows_unknown: list[str] = []
        self.entitled = any(node.type == "title" and node.text.strip() for node in edition.nodes)

    def read(self) -> list[Block]:
        blocks: list[Block] = []
        place = 0
        while place < len(self.nodes):
            if tables.is_table(self.nodes[place]):
                end = tables.end(self.nodes, place)
                blocks.extend(self.table(self.nodes[place:end]))
            else:
                end = place
                while end < len(self.nodes) and not tables.is_table(self.nodes[end]):
                    end += 1
                for node, joined in headings.joined(self.nodes[place:end], self.lang):
                    blocks.extend(self.node(node, joined=joined))
            place = end
        return blocks

    def said(self) -> list[Finding]:
        """Return what was not understood, left out, or kept in doubt."""
        found = [
            finding(
                "read.node_type",
                text=next((text[:500] for text in texts if text), None),
                kind=kind or "?",
                count=len(texts),
            )
            for kind, texts in self.unknown.items()
        ]
        found.extend(finding("read.node_field", text=text[:2000]) for text in self.unread)
        found.extend(finding("read.table_rows", text=text[:500]) for text in self.rows_unknown)
        if self.unnumbered:
            found.append(finding("read.node_number", text=self.unnumbered[0][:500], count=len(self.unnumbered)))
        return [*found, *said_of(self.context)]

    def node(self, node: Node, *, joined: bool = False) -> list[Block]:
        """Return the blocks of one node that stands in no table."""
        kind = node.type.lower()
        if kind not in _HEADINGS and kind not in _NOTES and kind not in _TEXT:
            self.unknown.setdefault(node.type, []).append(node.text.strip())
        bare = "".join(node.text.split())
        self.unread.extend(text for text in node.unread if "".join(text.split()) not in bare)
        made = self.blocks(node)
        if not made:
            return []
        if joined and isinstance(first := made[0], Paragraph):
            made[0] = replace(first, repairs=(*first.repairs, Repair("joined_heading", first.text)))
        if kind in _NUMBERED:
            made = self.numbered(node, made)
        if kind == "attach":
            return self.attached(made)
        return [self.as_type(block, kind) for block in made]

    def blocks(self, node: Node) -> list[Block]:
        """Return the text of a node as plain blocks: a line a paragraph, HTML read as such."""
        place = Place(None, None, anchor=node.id or None)
        if fragment.is_fragment(node.text):
            found = fragment.blocks(node.text, self.context)
            if found is not None:
                return [replace(block, place=place) for block in found]
        text = node.text.replace("\r\n", "\n").replace("\r", "\n")
        return list(paragraphs([Piece(text)], place))

    def numbered(self, node: Node, made: list[Block]) -> list[Block]:
        """Put the number before a unit whose text does not bring it, where the node's index is one as printed."""
        first = made[0]
        if not isinstance(first, Paragraph) or any(char.isdigit() for char in first.text.split()[0]):
            return made
        if headings.NUMBER.match(first.text) or self.words.divisions.match(fold(first.text)):
            return made
        if headings.NUMBER.fullmatch(node.index) or self.words.divisions.fullmatch(fold(node.index)):
            runs = paragraphs([Piece(f"{node.index} ")], first.place)[0].runs
            spaced = (replace(runs[0], text=runs[0].text + " "), *first.runs)
            made[0] = replace(first, runs=spaced, repairs=(*first.repairs, Repair("number_of_node", node.index)))
        else:
            self.unnumbered.append(first.text)
        return made

    def attached(self, made: list[Block]) -> list[Block]:
        """Return the head of an attachment: a corner mark at the right, else a heading."""
        lines = [fold_spaces(block.text) for block in made if isinstance(block, Paragraph)]
        words, whole = self.words, " ".join(lines)
        named = any(words.annex.fullmatch(line) or words.approved.fullmatch(line) for line in (*lines, whole))
        mark = named or bool(words.mark_start.match(whole))
        return [
            block
            if not isinstance(block, Paragraph)
            else replace(block, align="right")
            if mark
            else replace(block, align="center", heading=block.heading or _HEADINGS["heading"])
            for block in made
        ]

    def as_type(self, block: Block, kind: str) -> Block:
        """Return ``block`` with what its node's type says of it."""
        if not isinstance(block, Paragraph):
            return block
        if kind in _NOTES:
            folded = fold(block.text)
            own = self.words.note.match(folded) and not self.words.editor_office.match(folded)
            return block if own and not self.words.dated.search(folded) else replace(block, note=True)
        if kind in _HEADINGS and not (kind == "doc" and self.entitled):
            align: Align = "center" if kind in ("doc", "title") else block.align
            return replace(block, align=align, heading=_HEADINGS[kind])
        return block

    def table(self, nodes: Sequence[Node]) -> list[Block]:
        """Return a table, and before it what its nodes hold outside of its cells."""
        place = Place(None, None, anchor=nodes[0].id or None)
        gathered = tables.gather(nodes)
        made = [block for node in gathered.loose for block in self.blocks(node)]
        if gathered.guessed:
            self.rows_unknown.append(" ".join(cell.node.text for row in gathered.rows for cell in row))
        texts = {
            id(cell): tuple(
                line
                for node in (cell.node, *cell.inner)
                for block in self.blocks(node)
                for line in ([block] if isinstance(block, Paragraph) else flat(block))
            )
            for row in gathered.rows
            for cell in row
        }
        rows = tables.marked(gathered, texts, place)
        return [*made, *table(rows, borders=None, place=place, lang=self.lang)]
