"""Build: from the blocks of a source to an act in Akoma Ntoso."""

from collections.abc import Iterator, Sequence

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import E
from lexkz.findings import finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.reading.blocks import Block, Source, Table
from lexkz.reading.card import Card
from lexkz.structure import attachments as annexes
from lexkz.structure import closing, contents, corner_marks, numbering
from lexkz.structure.edition_history import tell
from lexkz.structure.footnotes import tie
from lexkz.structure.front import Front, front, with_requisites_as_lines
from lexkz.structure.identity import identify, write_registration
from lexkz.structure.inline import fill, footnote
from lexkz.structure.lines import Line, lines
from lexkz.structure.model import Act
from lexkz.structure.quotation import Flow, quotations
from lexkz.structure.record import Record
from lexkz.structure.references import link
from lexkz.structure.render import units
from lexkz.structure.requisites import completed, mark, requisites
from lexkz.structure.run_together import parted
from lexkz.structure.spelling import plain
from lexkz.structure.tables import table


def build(source: Source, card: Card | None = None) -> Act:
    """Return the act that ``source`` holds, by the mapping of decision 0002.

    Every visible character of the source's blocks stands exactly once in the text of the act, editors' notes (in
    ``meta/notes``) and a table of contents (``toc``) apart. What ``card`` says goes before what the text says; where
    they differ, that is a finding. Findings of the reader come first. Raises nothing of its own: what is not recognised
    is text.
    """
    source, spelling = plain(source)
    record = Record(source.lang, wrapped=source.format != "text")
    flow = quotations(tie(lines(source.blocks), source.lang), source.lang, record.findings)
    flow = with_requisites_as_lines(parted(flow, source.lang, record.findings), source.lang)
    listed = contents.find(flow, source.lang)
    if listed is not None:
        toc, flow = flow[listed[0] : listed[1]], (*flow[: listed[0]], *flow[listed[1] :])
    else:
        toc = ()
    # A source can be an annex by itself, or approved rules: then its own corner mark heads it.
    own_mark = corner_marks.at(flow, 0, source.lang) if flow else None
    main, parts = annexes.split(flow[own_mark.end :] if own_mark is not None else flow, source.lang)
    if own_mark is not None:
        head = annexes.heading(main, source.lang)
        opening = Front(tuple(("title", line) for role, line in head.lines if role == "title"), head.end)
        opening_preface = annexes.preface(own_mark, head, record, "")
        end = len(main)
    else:
        end = closing.start(main, source.lang)
        opening = front(main[:end], source.lang)
        opening_preface = _preface(opening, record)
    said = requisites(
        [line for role, line in opening.lines if role == "requisites"],
        _title(opening),
        main[opening.body :],
        source.lang,
    )
    marks = [text for one in _approving(own_mark, parts, source.lang) for text in one]
    # Rules by themselves are rules, whatever kind of act their corner mark says has approved them.
    approved = _name_by_title(opening, record) if own_mark is not None and said.type is None else None
    said, contradicting = completed(said, marks, source.lang)
    identity, card_findings = identify(said, _title(opening), card, source.lang, lambda: _texts(source.blocks))
    act = E.act(name=approved or identity.type or _name_by_title(opening, record) or "act")
    preamble = _preamble(opening, record)
    body = _body(main[opening.body : end], record)
    meta = akn_meta.main_meta(identity, show_as=_short_name(identity))
    attached = annexes.attachments(parts, record, identity)
    if toc:
        made = contents.toc(toc, record)
        opening_preface = opening_preface if opening_preface is not None else E.preface()
        opening_preface.append(made)
    ending = _conclusions(main[end:], record)
    act.extend(part for part in (meta, opening_preface, preamble, body, ending, attached) if part is not None)
    write_registration(meta, said, card)
    record.write(meta, source.furniture)
    root = E.akomaNtoso(act)
    link(root, identity, source.lang)
    tell(root, source.lang)
    findings = (
        *source.findings,
        *card_findings,
        *(finding("structure.mark_differs", text=words, words=words) for words in contradicting),
        *record.findings,
        *numbering.check(root, record),
    )
    spelling.restore(root)
    # What is uncertain about the text goes with its file, to whoever reads that file in place of the source.
    akn_meta.record_findings(meta, findings)
    return Act(root, findings)


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        else:
            yield block.text


def _approving(
    own: corner_marks.CornerMark | None, parts: Sequence[annexes.AttachmentPart], lang: Lang
) -> Iterator[tuple[str, ...]]:
    """What the corner marks of documents that the act approves say, one string a mark; annexes of these name no act."""
    words = words_of(lang).structure
    for one in (*((own,) if own is not None else ()), *(part.mark for part in parts)):
        said = corner_marks.parts(one.lines, lang)[:1]
        if said and words.approved.fullmatch(fold_spaces(said[0])):
            yield said


def _title(opening: Front) -> str:
    return " ".join(line.text for role, line in opening.lines if role == "title")


def _name_by_title(opening: Front, record: Record) -> str | None:
    titled = annexes.Heading(tuple((role, line) for role, line in opening.lines), 0)
    found = annexes.kind(titled, words_of(record.lang).structure)
    return None if found == "annex" else found


def _short_name(identity: akn_meta.Identity) -> str:
    if identity.number is not None:
        return f"№ {identity.number}"
    return (identity.title or "lexkz")[:120]


def _preface(opening: Front, record: Record) -> etree._Element | None:
    made: list[etree._Element] = []
    title: etree._Element | None = None
    for role, line in opening.lines:
        if role == "title":
            if title is None:
                title = E.longTitle(eId=record.claim("longTitle"))
                record.stands("longTitle", line)
                made.append(title)
            else:
                record.repaired("longTitle", line)
            title.append(E.p(fill(E.docTitle(), line, record, "")))
        elif role == "requisites":
            own = record.ordinal("p", "preface")
            record.stands(own, line)
            found = mark(line, record.lang)
            found.set("eId", own)
            found.extend(footnote(note, record, "") for note in line.notes)
            made.append(found)
        elif role == "note":
            record.editors_note(line.text, "longTitle" if title is not None else None)
    return E.preface(*made) if made else None


def _preamble(opening: Front, record: Record) -> etree._Element | None:
    made: list[etree._Element] = []
    for role, line in opening.lines:
        if role not in ("text", "formula"):
            continue
        own = record.ordinal("p" if role == "text" else "formula", "preamble")
        record.stands(own, line)
        if role == "text":
            made.append(fill(E.p(eId=own), line, record, ""))
        else:
            made.append(E.formula(fill(E.p(), line, record, ""), name="enactingFormula", eId=own))
    return E.preamble(*made) if made else None


def _body(flow: tuple[Flow, ...], record: Record) -> etree._Element:
    made = E.body(*units(flow, record, "body"))
    if not len(made):
        made.append(E.alinea(E.content(E.p()), eId=record.claim("al_1")))
    return made


def _conclusions(flow: Sequence[Flow], record: Record) -> etree._Element | None:
    made: list[etree._Element] = []
    for item in flow:
        if isinstance(item, Table):
            made.append(table(item, record, "conclusions"))
            continue
        assert isinstance(item, Line), "an instruction closes no act"
        own = record.ordinal("p", "conclusions")
        record.stands(own, item)
        name = closing.is_name(item.text)
        made.append(
            E.p(fill(E.signature(), item, record, "conclusions")) if name else fill(E.p(), item, record, "conclusions")
        )
        made[-1].set("eId", own)
    return E.conclusions(*made) if made else None
