"""The annexes of an amending act that hold new text: which of its attachments each is, whatever its corner marks."""

import re

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import AKN, q
from lexkz.akn.text import paragraphs
from lexkz.consolidate import documents
from lexkz.consolidate.index import number_key

_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"
_COUNTED = re.compile(r"^(?:.*__)?att_(?P<number>\d+(?:-\d+)*)(?:_\d+)?$")


def annex(root: etree._Element, number: str) -> etree._Element | None:
    """Return the amending act's own annex with the printed ``number`` ("" for an only one that carries none).

    The corner mark of such an annex says first that it is an annex of the amending act, then what it is in the base.
    Where the two parts stand apart, so that the first seems a document of its own without text, the next one is meant:
    it is an annex of the amending act no more than its mark says. None where the number fits none, or several.
    """
    act = next(root.iter(q("act")))
    own = _own(act, meta.read_identity(act).number)
    key = number_key(number)
    if not key:
        return own[0][1] if len(own) == 1 else None
    found = [content for name, content in own if name == key]
    return found[0] if len(found) == 1 else None


def _own(act: etree._Element, number: str | None) -> list[tuple[str, etree._Element]]:
    out: list[tuple[str, etree._Element]] = []
    waiting: str | None = None
    for item in documents.attachments(act):
        counted = _COUNTED.match(item.get("eId", ""))
        key = number_key(counted["number"]) if counted else ""
        mark = " ".join(line for container in item.findall(_MARK) for line in paragraphs(container))
        ours = number is None or re.search(rf"(?:№|N)\s*{re.escape(number)}(?!\w)", mark) is not None
        if waiting is not None and not ours:
            key, waiting = waiting, None
        if _is_bare(item):
            waiting = key
            continue
        out.append((key, item))
    return out


def _is_bare(attachment: etree._Element) -> bool:
    """True where nothing but a corner mark is there, and no documents are attached either."""
    doc = attachment.find(q("doc"))
    if doc is None or documents.attachments(attachment) or documents.title(attachment):
        return False
    body = doc.find(q("mainBody"))
    return body is None or not paragraphs(body)
