"""Fields of a form in a page: a box, what was written or chosen, a blank where nothing was."""

from lxml import etree

from lexkz.reading.html.tags import tag

FIELDS = frozenset(("input", "select", "textarea"))
BLANK = "__________"
ON, OFF = "\u2612", "\u2610"
_WRITTEN = frozenset(("text", "email", "tel", "number", "date", "month", "time", "datetime-local", "url", ""))


def field_text(element: etree._Element, *, begun: bool) -> str | None:
    """Return what a field prints; None for one that is the site's: a button, and what stands alone without words
    before it (``begun``), as a site's own search does."""
    name, kind = tag(element), (element.get("type") or "").lower()
    if name == "input" and kind in ("checkbox", "radio"):
        return ON if element.get("checked") is not None else OFF
    if not begun or (name == "input" and kind not in _WRITTEN):
        return None
    if name == "input":
        return (element.get("value") or "").strip() or BLANK
    if name == "textarea":
        return " ".join("".join(map(str, element.itertext())).split()) or BLANK
    chosen = [one for one in element.iter("option") if one.get("selected") is not None]
    return ", ".join(" ".join("".join(map(str, one.itertext())).split()) for one in chosen) or BLANK
