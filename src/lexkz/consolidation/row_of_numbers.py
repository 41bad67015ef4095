"""Numbers that no longer follow one another after the commands: applied as ordered, and said."""

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import q
from lexkz.consolidation.messages import finding
from lexkz.findings import Finding, Message
from lexkz.structure.numbering import check
from lexkz.structure.record import Record


def opened(before: etree._Element, after: etree._Element, lang: str) -> tuple[Finding, ...]:
    """Return a finding for each number that follows its neighbour no more and did in the text before.

    «Дополнить пунктом 5» behind point 3 is done as it stands: the missing 4 can be a slip, or another act brings it.
    Of an outline most units are not known, so that nothing is said of it.
    """
    if lang not in ("kaz", "rus") or meta.is_outline(meta.of(next(after.iter(q("act"))))):
        return ()
    known = {(one.message.eng, one.place.eid) for one in check(before, Record(lang))}  # type: ignore[arg-type]
    fresh = (one for one in check(after, Record(lang)) if (one.message.eng, one.place.eid) not in known)  # type: ignore[arg-type]
    return tuple(
        finding(
            "number_gap",
            Message(*(getattr(one.message, each).rstrip(".") for each in ("kaz", "rus", "eng"))),
            candidates=(one.place.eid,) if one.place.eid else (),
        )
        for one in fresh
    )
