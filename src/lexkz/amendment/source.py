"""What the tree of an amending act says of itself: its title, its IRI, the pages of its units."""

from lxml import etree

from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import NAMESPACES, q


def has_title(root: etree._Element) -> bool:
    """Return whether the act has a title, so that it is an act and not a fragment."""
    return root.find(".//akn:preface//akn:docTitle", NAMESPACES) is not None


def pages_of(root: etree._Element) -> dict[str, int | None]:
    """Return the page of each unit of which one is known, by eId."""
    return {eid: place.page for eid, place in akn_meta.places(akn_meta.of(root)).items()}


def iri_of(root: etree._Element) -> str | None:
    """Return the IRI of the act as a text in one language, None where it has none."""
    found = root.find(f".//{q('FRBRExpression')}/{q('FRBRuri')}")
    return found.get("value") if found is not None else None
