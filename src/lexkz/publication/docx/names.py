"""WordprocessingML: its namespace, a maker of its elements, and names of what is written."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def qw(name: str) -> str:
    """Return the Clark name of a WordprocessingML element or attribute."""
    return f"{{{W}}}{name}"


def make(name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """Return an element; attributes get the namespace as well, as its schema wants."""
    made = etree.Element(qw(name), nsmap={"w": W})
    for key, value in attributes.items():
        made.set(qw(key), str(value))
    made.extend(children)
    return made


def text(content: str, name: str = "t") -> etree._Element:
    """Return a text element (``t``, ``delText``, ``instrText``) whose spaces are kept."""
    made = make(name)
    made.text = content
    made.set(_SPACE, "preserve")
    return made
