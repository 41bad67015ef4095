"""Summary: what was recognised in an act, in numbers, so that a person sees at a glance whether it was read right."""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.elements import HIERARCHY
from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs
from lexkz.findings import Finding
from lexkz.structure.model import Act


@dataclass(frozen=True, slots=True)
class Attached:
    """An annex, an approved document or a form."""

    eid: str
    kind: str
    """``rules``, ``standard``, ``form``, ``annex`` …"""
    title: str | None
    tables: tuple[int, ...] = ()
    """Rows of each of its tables, those of documents attached to it apart."""
    blanks: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """What stands in an act; what is not known is None."""

    title: str | None
    kind: str | None
    number: str | None
    date: str | None
    language: str | None
    units: tuple[tuple[str, int], ...]
    """Kind of unit to its number of occurrences, outermost first; quoted units apart."""
    quoted: tuple[tuple[str, int], ...]
    """The same for units that commands quote."""
    attached: tuple[Attached, ...]
    tables: tuple[int, ...]
    """Rows of each table of the act itself and of what it quotes."""
    editors_notes: int
    own_notes: int
    """Notes and footnotes of the act."""
    references: int
    furniture: int
    repairs: int
    pages: int | None
    """Last page on which a unit begins; None where the source has no pages."""
    characters: int
    """Visible characters, white space apart."""
    findings: tuple[tuple[str, int], ...]
    """Severity to the number of findings."""


_ORDER = ("part", "section", "subsection", "chapter", "subchapter", "hcontainer", "article", "paragraph")
_KINDS = (*_ORDER, "subparagraph", "alinea")


def summary(act: Act, findings: tuple[Finding, ...] | None = None) -> Summary:
    """Return what was recognised in ``act``; ``findings`` where there are more than the act's own."""
    root = act.root
    main = next((child for child in root if isinstance(child.tag, str)), root)
    head = next(root.iter(q("meta")), None)
    known = meta.read_identity(main) if head is not None else None
    units: Counter[str] = Counter()
    quoted: Counter[str] = Counter()
    for element in root.iter(*(q(name) for name in HIERARCHY)):
        within = next(element.iterancestors(q("quotedStructure")), None) is not None
        (quoted if within else units)[local(element)] += 1
    places = meta.places(head) if head is not None else {}
    pages = [place.page for place in places.values() if place.page is not None]
    found = act.findings if findings is None else findings
    severities = Counter(finding.severity for finding in found)
    return Summary(
        title=known.title if known else None,
        kind=known.type if known else None,
        number=known.number if known else None,
        date=known.date if known else None,
        language=known.lang if known else None,
        units=_counts(units),
        quoted=_counts(quoted),
        attached=tuple(_attached(element) for element in root.iter(q("attachment"))),
        tables=_tables(main),
        editors_notes=sum(1 for _ in root.iter(q("note"))),
        own_notes=sum(1 for block in root.iter(q("block")) if block.get("name") == "note")
        + sum(1 for _ in root.iter(q("authorialNote"))),
        references=sum(1 for ref in root.iter(q("ref"))),
        furniture=len(meta.furniture(head)) if head is not None else 0,
        repairs=len(meta.repairs(head)) if head is not None else 0,
        pages=max(pages) if pages else None,
        characters=sum(len("".join(line.split())) for line in paragraphs(root)),
        findings=tuple((name, severities[name]) for name in ("error", "warning", "info") if severities[name]),
    )


def _counts(found: Counter[str]) -> tuple[tuple[str, int], ...]:
    known = [name for name in _KINDS if found[name]]
    return tuple((name, found[name]) for name in (*known, *sorted(set(found) - set(known))))


def _attached(attachment: etree._Element) -> Attached:
    doc = attachment.find(q("doc"))
    assert doc is not None
    title = doc.find(f"{q('preface')}/{q('longTitle')}")
    body = doc.find(q("mainBody"))
    return Attached(
        attachment.get("eId", ""),
        doc.get("name") or "annex",
        " ".join(paragraphs(title)) if title is not None else None,
        () if body is None else _tables(body),
        0 if body is None else sum(1 for _ in body.iter(q("fillIn"))),
    )


def _tables(holder: etree._Element) -> tuple[int, ...]:
    """Return the rows of each table of ``holder``, those of its attachments apart."""
    return tuple(
        sum(1 for _ in table.iter(q("tr")))
        for table in holder.iter(q("table"))
        if not any(local(outer) == "attachment" for outer in _up_to(table, holder))
    )


def _up_to(element: etree._Element, holder: etree._Element) -> list[etree._Element]:
    found = []
    for outer in element.iterancestors():
        if outer is holder:
            break
        found.append(outer)
    return found
