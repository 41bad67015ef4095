"""Marks at the ends of commands, of new texts and of the items of lists."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from lexkz.akn.namespace import NAMESPACES, local, q
from lexkz.akn.text import paragraphs
from lexkz.checks.draft import DraftAct
from lexkz.findings import Finding, finding, quoting

_ENDS = ".;:,!?…"
_UNMARKED = frozenset(
    {"title", "heading", "corner_mark", "table", "row", "column", "annex", "chapter", "section", "form"}
)
"""Kinds of unit whose text needs no mark at its end."""


def content_marks(draft: DraftAct) -> Iterator[Finding]:
    """Yield quoted new texts that end without a mark: «… басшысы қарайды";»."""
    for command in draft.reading.commands:
        kinds = {target[-1].kind for target in command.targets if target}
        if not command.content or kinds & _UNMARKED:
            continue
        last = command.content[-1].rstrip()
        if "\t" in last or last.endswith("_") or last.rstrip('"»”)')[-1:] in _ENDS or last[-1:] in _ENDS:
            continue
        quoted = _by_eid(draft, command.source.eid)
        if quoted is not None and quoted.get("endQuote"):
            inner = list(quoted.iter(q("p")))
            place = draft.at(inner[-1]) if inner else draft.at(quoted)
            yield quoting("check.content_mark", _end(last), place, command=command.id)


def opening_marks(draft: DraftAct) -> Iterator[Finding]:
    """Yield commands after whose words the new text follows without a colon: «… изложить в следующей редакции»."""
    for command in draft.reading.commands:
        quoted = _by_eid(draft, command.source.eid)
        unit = _unit(quoted)
        if quoted is None or unit is None or local(quoted) != "quotedStructure" or not quoted.get("startQuote"):
            continue
        if _before(unit, quoted).rstrip()[-1:].isalpha():
            place = draft.at(unit)
            yield finding("check.content_mark", place, case="opening", command=command.id, words=command.instruction)


def _before(unit: etree._Element, quoted: etree._Element) -> str:
    """What is printed in a unit before a new text that stands in it."""
    said: list[str] = []
    for event, element in etree.iterwalk(unit, events=("start", "end")):
        if element is quoted:
            break
        said.append((element.text if event == "start" else element.tail if element is not unit else "") or "")
    return "".join(said)


def _end(text: str) -> str:
    """The last words of a text."""
    return text if len(text) <= 80 else text[-80:].partition(" ")[2]


def command_marks(draft: DraftAct) -> Iterator[Finding]:
    """Yield commands that end with a full stop though others follow in their point, or do not where they are last."""
    lines: dict[str, list[tuple[str, str, str]]] = {}
    for command in draft.reading.commands:
        element = _by_eid(draft, command.source.eid)
        unit = _unit(element)
        top = _container(unit)
        if element is None or unit is None or top is None:
            continue
        printed = "".join(str(text) for text in unit.itertext()).strip()
        if printed[-1:] in ".;":
            group = lines.setdefault(top.get("eId", ""), [])
            group.append((unit.get("eId", ""), printed[-1], command.instruction))
    for top_eid, found in lines.items():
        holder = _by_eid(draft, top_eid)
        for place, (eid, mark, words) in enumerate(found):
            later = [other for other in found[place + 1 :] if other[0] != eid]
            if (mark == "." and later) or (mark == ";" and not later and _is_last(holder, eid)):
                unit = _by_eid(draft, eid)
                if unit is not None:
                    yield quoting("check.command_mark", words, draft.at(unit), candidates=(";" if later else ".",))


def _by_eid(draft: DraftAct, eid: str) -> etree._Element | None:
    if not eid:
        return None
    found = draft.root.xpath("//*[@eId=$eid]", eid=eid)
    return found[0] if isinstance(found, list) and found and isinstance(found[0], etree._Element) else None


_UNITS = ("alinea", "article", "paragraph", "subparagraph", "point")


def _unit(element: etree._Element | None) -> etree._Element | None:
    """The line's own unit: the innermost that stands outside quoted content."""
    while element is not None and (local(element) not in _UNITS or _quoted(element)):
        element = element.getparent()
    return element


def _quoted(element: etree._Element) -> bool:
    return any(local(parent) == "quotedStructure" for parent in element.iterancestors())


def _container(unit: etree._Element | None) -> etree._Element | None:
    """The numbered unit that a line stands in: each act that is amended has a list of its own."""
    parents = unit.iterancestors() if unit is not None else ()
    return next((parent for parent in parents if local(parent) in ("article", "paragraph", "subparagraph")), None)


def _is_last(holder: etree._Element | None, eid: str) -> bool:
    """True where nothing of the point follows the unit: a list of points may go on with semicolons."""
    if holder is None:
        return False
    units = [unit for unit in holder.iter(*map(q, _UNITS)) if not _quoted(unit)]
    return units[-1].get("eId") == eid and local(holder) in ("article", "paragraph")


def list_marks(draft: DraftAct) -> Iterator[Finding]:
    """Yield items without a mark between items that have one, and last items that end with a semicolon."""
    if not draft.reading.commands:
        return
    for parent in draft.root.iterfind(".//akn:*[akn:subparagraph]", NAMESPACES):
        yield from _items(draft, [child for child in parent if local(child) == "subparagraph"], numbered=True)
    for parent in draft.root.iterfind(".//akn:*[akn:alinea]", NAMESPACES):
        yield from _items(draft, [child for child in parent if local(child) == "alinea"], numbered=False)


def _items(draft: DraftAct, items: Sequence[etree._Element], *, numbered: bool) -> Iterator[Finding]:
    texts = [paragraphs(item)[-1] if paragraphs(item) else "" for item in items]
    commands = any(item.find(f".//{q('mod')}") is not None for item in items)
    for place, (item, text) in enumerate(zip(items, texts, strict=True)):
        near = [texts[other] for other in (place - 1, place + 1) if 0 <= other < len(texts)]
        if numbered and not commands and _ends_too_early(texts, place) and len(paragraphs(item)) == 1:
            yield finding("check.list_mark", draft.at(item), case="full_stop", text=text, words=_end(text))
        in_list = any(other.endswith(";") for other in near) and place + 1 < len(items)
        if not commands and in_list and text[-1:].isalnum() and "_" not in text:
            first = text.split(" ", 1)[0]
            if numbered or first[:1].islower():
                yield quoting("check.list_mark", text, draft.at(item), candidates=(f"{text};",))
    if not numbered or len(items) < 2 or not texts[-1].endswith(";") or commands:
        return
    parent = items[-1].getparent()
    if _quoted(items[-1]) or items[-1].getnext() is not None or parent is None or local(parent) == "quotedStructure":
        return
    if local(parent) != "subparagraph" and not _goes_on(parent):
        yield quoting("check.list_end", texts[-1], draft.at(items[-1]), candidates=(f"{texts[-1][:-1]}.",))


_NUMBER = re.compile(r"^\S+\)\s*")


def _ends_too_early(texts: Sequence[str], place: int) -> bool:
    """True for an item that ends with a full stop where those beside it, all but the last, end with semicolons."""
    if place + 1 >= len(texts) or not texts[place].endswith(".") or not _NUMBER.sub("", texts[place + 1])[:1].islower():
        return False
    others = [text for at, text in enumerate(texts[:-1]) if at != place]
    return bool(others) and all(text.endswith(";") for text in others)


def _goes_on(parent: etree._Element) -> bool:
    """True where a line of words goes on after the list within its document part: «… айып тағу» / «бойынша бұзуға»."""
    after = parent.getnext()
    text = " ".join(paragraphs(after)) if after is not None else ""
    return bool(text) and text[0].islower()
