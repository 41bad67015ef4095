"""The annexes of an amending act that hold new text: which of its attachments each is, whatever its corner marks."""

import re

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.namespace import AKN, q
from lexkz.akn.text import paragraphs
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import number_key

_MARK = f"{{{AKN}}}doc/{{{AKN}}}preface/{{{AKN}}}container[@name='cornerMark']"
_COUNTED = re.compile(r"^(?:.*__)?att_(?P<number>\d+(?:-\d+)*)(?:_\d+)?$")


def annex(root: etree._Element, number: str) -> etree._Element | None:
    """Return the amending act's own annex with the printed ``number`` ("" for an only one that carries none).

    The corner mark of such an annex says first that it is an annex of the amending act, then what it is in the base.
    Where the two parts stand apart, so that the first seems a document of its own without text, the next one is meant:
    it is an annex of the amending act no more than its mark says. None where the number fits none, or several.
    """
    act = next(root.iter(q("act")))
    own = _own(act, _number_of(act))
    key = number_key(number)
    if not key:
        return _only([content for _, content in own], _number_of(act))
    found = [content for name, content in own if name == key]
    return _only(found, _number_of(act))


def _number_of(act: etree._Element) -> str | None:
    return meta.read_identity(act).number


def _only(found: list[etree._Element], number: str | None) -> etree._Element | None:
    """The one annex of several that its own mark gives to the amending act: the others are annexes of what it holds."""
    ours = [item for item in found if number is not None and _names(item, number)]
    chosen = found if len(found) == 1 else ours
    return chosen[0] if len(chosen) == 1 else None


def _names(item: etree._Element, number: str) -> bool:
    mark = " ".join(line for container in item.findall(_MARK) for line in paragraphs(container))
    return re.search(rf"(?:№|N)\s*{re.escape(number)}(?!\w)", mark) is not None


def with_followers(root: etree._Element, first: etree._Element) -> tuple[etree._Element, ...]:
    """Return an annex of the amending act with the annexes after it that its corner marks give to another act: those of
    a whole act that the annex holds. The next of the amending act's own annexes ends them."""
    act = next(root.iter(q("act")))
    number = _number_of(act)
    items = list(documents.attachments(act))
    top = next((item for item in items if item is first or first in item.iter()), None)
    out = [first]
    for item in items[items.index(top) + 1 :] if top is not None else ():
        if item.find(_MARK) is None or number is None or _names(item, number):
            break
        out.append(item)
    return tuple(out)


def _own(act: etree._Element, number: str | None) -> list[tuple[str, etree._Element]]:
    out: list[tuple[str, etree._Element]] = []
    waiting: str | None = None
    for item in documents.attachments(act):
        counted = _COUNTED.match(item.get("eId", ""))
        key = number_key(counted["number"]) if counted else ""
        ours = number is None or _names(item, number)
        if waiting is not None and not ours:
            key, waiting = waiting, None
        if _is_bare(item):
            waiting = key
            continue
        out.append((key, item))
    return out


def _is_bare(attachment: etree._Element) -> bool:
    """True where nothing but a corner mark is there, and no documents are attached either."""
    if documents.attachments(attachment) or documents.title(attachment):
        return False
    return not any(paragraphs(body) for body in attachment.iterfind(f"{q('doc')}/{q('mainBody')}"))
