"""Comments in the margin of a Word file: their part, and the marks in the text that they hang on."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from lexkz.publication.docx.names import W, make, qw, text

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment."""

    number: int
    """Its id in the file."""
    author: str
    paragraphs: tuple[str, ...]
    date: str | None = None
    """ISO date, where the file may carry one."""


def marks(number: int) -> tuple[etree._Element, tuple[etree._Element, etree._Element]]:
    """Return what stands before the words of a comment, and what stands after them."""
    reference = make("r", make("commentReference", id=number))
    return make("commentRangeStart", id=number), (make("commentRangeEnd", id=number), reference)


def around(paragraph: etree._Element, number: int) -> None:
    """Hang a comment on a whole paragraph."""
    start, end = marks(number)
    properties = paragraph.find(qw("pPr"))
    if properties is not None:
        properties.addnext(start)
    else:
        paragraph.insert(0, start)
    paragraph.extend(end)


def around_words(paragraph: etree._Element, words: str, number: int) -> bool:
    """Hang a comment on words that a paragraph prints just once; tell whether it does."""
    runs = [run for run in paragraph.iter(qw("r")) if len(run.findall(qw("t"))) == 1]
    texts = [run.find(qw("t")).text or "" for run in runs]  # type: ignore[union-attr]
    whole, wanted = "".join(texts), " ".join(words.split())
    if not wanted or whole.count(wanted) != 1:
        return False
    begin = whole.index(wanted)
    start, end = marks(number)
    _cut(runs, texts, begin).addprevious(start)
    runs = [run for run in paragraph.iter(qw("r")) if len(run.findall(qw("t"))) == 1]
    texts = [run.find(qw("t")).text or "" for run in runs]  # type: ignore[union-attr]
    stop = begin + len(wanted)
    if stop < len(whole):
        place = _cut(runs, texts, stop)
        for one in end:
            place.addprevious(one)
    else:
        _outside(runs[-1]).getparent().extend(end)  # type: ignore[union-attr]
    return True


def _cut(runs: Sequence[etree._Element], texts: Sequence[str], at: int) -> etree._Element:
    """Part the runs before the letter ``at``; return what begins there, as it stands in the paragraph."""
    for run, said in zip(runs, texts, strict=True):
        if at < len(said):
            outer = _outside(run)
            if at and outer is run:
                second = deepcopy(run)
                first, rest = run.find(qw("t")), second.find(qw("t"))
                if first is not None and rest is not None:
                    first.text, rest.text = said[:at], said[at:]
                run.addnext(second)
                return second
            return outer
        at -= len(said)
    raise ValueError("there is no such letter")


def _outside(run: etree._Element) -> etree._Element:
    """The run, or the tracked change that it stands in: marks of comments stand outside it."""
    parent = run.getparent()
    return run if parent is None or parent.tag == qw("p") else parent


def with_comments(parts: Mapping[str, bytes], main: str, comments: Sequence[Comment]) -> dict[str, bytes]:
    """Return the parts of a file with ``comments``; those that it has stay. ``main``: name of the text's part."""
    made = dict(parts)
    if not comments:
        return made
    folder, _, base = main.rpartition("/")
    beside = f"{folder}/_rels/{base}.rels".lstrip("/")
    relations = _parsed(made[beside]) if beside in made else _root("Relationships", _RELATIONS)
    known = next((one for one in relations if one.get("Type") == _RELATION), None)
    if known is not None:
        target = known.get("Target") or ""
        name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        root = _parsed(made[name])
    else:
        name = _free(made, folder)
        root = etree.Element(qw("comments"), nsmap={"w": W})
        identifiers = {one.get("Id") for one in relations}
        free = (f"rIdLexkz{count}" for count in range(1, len(identifiers) + 2))
        own = next(identifier for identifier in free if identifier not in identifiers)
        relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        for key, value in (("Id", own), ("Type", _RELATION), ("Target", name.rpartition("/")[2])):
            relation.set(key, value)
        made[beside] = _written(relations)
        types = _parsed(made["[Content_Types].xml"])
        override = etree.SubElement(types, f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", _TYPE)
        made["[Content_Types].xml"] = _written(types)
    root.extend(_comment(one) for one in comments)
    made[name] = _written(root)
    return made


def _comment(one: Comment) -> etree._Element:
    initials = "".join(word[0] for word in one.author.split())[:3]
    made = make("comment", id=one.number, author=one.author, initials=initials)
    if one.date:
        made.set(qw("date"), f"{one.date}T00:00:00Z")
    made.extend(make("p", make("r", text(said))) for said in one.paragraphs)
    return made


def _free(parts: Mapping[str, bytes], folder: str) -> str:
    known = {name.lower() for name in parts}
    names = (f"{folder}/comments{count or ''}.xml".lstrip("/") for count in range(len(known) + 1))
    return next(name for name in names if name.lower() not in known)


def _root(name: str, namespace: str) -> etree._Element:
    return etree.Element(f"{{{namespace}}}{name}", nsmap={None: namespace})  # type: ignore[dict-item]


def _parsed(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
