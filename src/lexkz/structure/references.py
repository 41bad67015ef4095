"""References inside the text as ``ref``: where act and unit can be told, else the words stay text.

The target is an IRI, never a bare ``#``: a reference says what it means in every version, also once the unit is gone.
"""

from collections.abc import Container, Iterator

from lxml import etree

from lexkz.akn import iris
from lexkz.akn.eids import eid
from lexkz.akn.meta import Identity
from lexkz.akn.namespace import E, local, q
from lexkz.languages.bodies import body_slug
from lexkz.languages.chunks import ActReference
from lexkz.languages.pointing import CitedAct, OwnReference, PointedStep, references_in

_ELEMENTS = {
    "annex": "attachment",
    "article": "article",
    "chapter": "chapter",
    "paragraph": "paragraph",
    "section": "section",
    "subparagraph": "subparagraph",
    "alinea": "alinea",
}
_TRANSPARENT = frozenset({"chapter", "section"})


def cited_work(reference: ActReference) -> str | None:
    """Return the work IRI of an act that is cited in full; None where kind or date is not said.

    A law is adopted by no body that its IRI names; an order whose body is not known has none in its IRI either.
    """
    if reference.date is None:
        return None
    author = None if reference.type in ("law", "code") else body_slug(reference.author)
    return iris.work(type=reference.type, author=author, date=reference.date, number=reference.number)


def link(root: etree._Element, identity: Identity, lang: str) -> None:
    """Mark the references in the text of ``root``, in place. What is quoted for another act is left alone.

    References to own units are marked only where the act's own IRI is known and the unit is there.
    """
    known = units_of(root)
    for p in list(root.iter(q("p"))):
        if len(p) or not p.text:
            continue
        spots = spots_in(p, p.text, identity, lang, known)
        if spots:
            _wrap(p, spots)


def units_of(root: etree._Element) -> frozenset[str]:
    """Return the eIds of the units that references in ``root`` can lead to."""
    return frozenset(str(element.get("eId")) for element in root.iter(etree.Element) if element.get("eId"))


def spots_in(
    block: etree._Element, text: str, identity: Identity, lang: str, known: Container[str]
) -> list[tuple[int, int, str]]:
    """Return the references that ``text``, the words of ``block``, holds: from, to (characters), and what is meant.

    Only paragraphs of the act's own text hold references; ``known`` are the eIds of its units.
    """
    if block.tag != q("p") or _is_set_apart(block):
        return []
    own = identity.work if identity.known else None
    return list(_spots(block, references_in(text, lang), known, own))


def _is_set_apart(p: etree._Element) -> bool:
    return any(
        local(parent) in ("quotedStructure", "meta", "preface", "conclusions", "toc") for parent in p.iterancestors()
    )


def _spots(
    p: etree._Element, found: tuple[OwnReference | CitedAct, ...], known: Container[str], own: str | None
) -> Iterator[tuple[int, int, str]]:
    for each in found:
        if isinstance(each, CitedAct):
            work = cited_work(each.reference)
            if work is not None:
                yield each.start, each.end, work
        elif own is not None:
            eids = _targets(p, each)
            if eids and all(target in known for target in eids):
                for (start, end), target in zip(each.spots, eids, strict=True):
                    yield start, end, iris.unit(own, target)


def _targets(p: etree._Element, reference: OwnReference) -> tuple[str, ...]:
    """eIds of the units that a reference means, one for each innermost number; none if it cannot be told."""
    holder = _holder(p, reference.holder)
    if holder is None:
        return ()
    base = holder
    for step in reference.steps[:-1]:
        base = _below(base, step, step.numbers[0])
    last = reference.steps[-1]
    return tuple(_below(base, last, number) for number in last.numbers)


def _holder(p: etree._Element, kind: str) -> str | None:
    if kind == "act":
        return ""
    if kind == "document":
        # "These Rules", said in a form of theirs, are the rules and not the form.
        around = [parent for parent in p.iterancestors() if local(parent) == "attachment"]
        own = (parent for parent in around if parent[0].get("name") not in ("annex", "form"))
        found = next(own, around[0] if around else None)
        return "" if found is None else found.get("eId")
    wanted = "attachment" if kind in ("annex", "form") else _ELEMENTS.get(kind)
    for parent in p.iterancestors():
        if local(parent) == wanted:
            return parent.get("eId")
    return None


def _below(base: str, step: PointedStep, number: str) -> str:
    element = _ELEMENTS.get(step.kind)
    if element is None:
        return "?"
    if step.kind == "alinea" and number == "1":
        return base
    if element in _TRANSPARENT or element == "article":
        base = "__".join(part for part in base.split("__") if part.startswith("att")) if base else ""
    return eid(element, number, base)


def _wrap(p: etree._Element, spots: list[tuple[int, int, str]]) -> None:
    text = p.text or ""
    place, last = 0, None
    p.text = text[: spots[0][0]]
    for start, end, href in spots:
        if last is not None:
            last.tail = text[place:start]
        last = E.ref(text[start:end], href=href)
        p.append(last)
        place = end
    assert last is not None
    last.tail = text[place:]
