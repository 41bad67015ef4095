"""Names of Word's XML, and how its attributes are read."""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace, ``""`` for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element at ``path`` of Word's names below ``element``."""
    for name in path:
        if element is None:
            return None
        element = element.find(W + name)
    return element


def val(element: etree._Element | None, name: str = "val") -> str | None:
    """Return an attribute of Word's, None where the element or the attribute is missing."""
    return None if element is None else element.get(W + name)


def whole(text: str | None) -> int | None:
    """Return ``text`` as an integer, None where it is none."""
    if text is None:
        return None
    bare = text.strip()
    digits = bare.lstrip("-")
    return int(bare) if digits.isascii() and digits.isdigit() and len(digits) < 10 and bare.count("-") <= 1 else None


def on(element: etree._Element | None) -> bool | None:
    """Return whether a switch is on (``<w:b/>``) or off (``<w:b w:val="0"/>``), None where it is missing."""
    return None if element is None else (val(element) or "1").lower() not in ("0", "false", "off", "none")


def below(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the children, those within wrappers that only mark a stretch instead of the wrappers.

    Of alternatives the first is taken; what was deleted or moved away is not there.
    """
    for inner in element:
        name = local(inner)
        if name in ("sdt", "customXml", "smartTag", "sdtContent", "ins", "moveTo", "dir", "bdo"):
            yield from below(inner)
        elif name == "AlternateContent":
            choice = inner.find(f"{MC}Choice")
            taken = choice if choice is not None else inner.find(f"{MC}Fallback")
            if taken is not None:
                yield from below(taken)
        elif name not in ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"):
            yield inner
