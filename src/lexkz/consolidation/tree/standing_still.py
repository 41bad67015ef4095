"""Which units a text records to stand still."""

from lxml import etree

from lexkz.akn.namespace import LEXKZ, q


def suspensions(meta: etree._Element, eid: str) -> list[etree._Element]:
    """Return the records that a unit, or the act (``eid`` is ``""``), stands still."""
    wanted = f"#{eid}" if eid else None
    records = meta.findall(f"{q('proprietary')}/{{{LEXKZ}}}state")
    return [each for each in records if each.get("is") == "suspended" and each.get("href") == wanted]
