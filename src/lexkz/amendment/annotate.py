"""Marking up an amending act: ``mod`` and ``quotedText`` in its text, ``activeModifications`` in its metadata."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.akn.namespace import E, local, q
from lexkz.amendment.content import annex, row_number
from lexkz.amendment.destination import destination
from lexkz.amendment.lines import blocks
from lexkz.amendment.model import WITH_NEW_TEXT, Address, BaseAct, Command, Reading
from lexkz.amendment.reader import Located, locate
from lexkz.structure import Act

_TYPES: dict[str, str] = {
    "replace": "substitution",
    "insert": "insertion",
    "repeal": "repeal",
    "repeal_act": "repeal",
    "replace_words": "substitution",
    "insert_words": "insertion",
    "delete_words": "repeal",
    "renumber": "renumbering",
}


def annotate(act: Act) -> tuple[Act, Reading]:
    """Return a copy of ``act`` with its commands marked up, and the reading, whose commands name the copy's eIds.

    Marks of an earlier run are taken off first, so that annotating twice gives the same tree.
    """
    root = deepcopy(act.root)
    _unmark(root)
    reading, located = locate(Act(root, act.findings))
    by_line: dict[int, list[Located]] = {}
    for each in located:
        by_line.setdefault(id(each.line.p), []).append(each)
    marked: list[tuple[Located, etree._Element | None]] = []
    for group in by_line.values():
        marked.extend(_mark_line(group))
    order = {each.command.id: place for place, each in enumerate(located)}
    marked.sort(key=lambda pair: order[pair[0].command.id])
    commands = tuple(_with_eid(each, mod) for each, mod in marked)
    _modifications(root, marked)
    _not_understood(root)
    return Act(root, act.findings), replace(reading, commands=commands)


def _with_eid(located: Located, mod: etree._Element | None) -> Command:
    command = located.command
    if mod is None or mod.find(f".//{q('quotedStructure')}") is not None:
        return command
    if command.content and located.draft.inline is None and "__qstr_" in command.source.eid.rpartition("__mod_")[2]:
        # Its new text stands in the ``mod`` of another command of the line: «пункт 2 изложить …, пункт 3 исключить:».
        return command
    return replace(command, source=replace(command.source, eid=mod.get("eId", "")))


def _unmark(root: etree._Element) -> None:
    for section in root.findall(f".//{q('activeModifications')}"):
        analysis = section.getparent()
        assert analysis is not None
        analysis.remove(section)
        holder = analysis.getparent()
        if len(analysis) == 0 and holder is not None:
            holder.remove(analysis)
    for p in list(root.iter(q("p"))):
        mods = [child for child in p if local(child) == "mod"]
        if not mods or any(local(child) != "mod" for child in p):
            continue
        _flatten(p, mods)


def _flatten(p: etree._Element, mods: list[etree._Element]) -> None:
    before, after, holder = [p.text or ""], [""], None
    for mod in mods:
        if any(local(child) not in ("quotedText", "quotedStructure") for child in mod):
            return
        parts = before if holder is None else after
        parts.append(mod.text or "")
        for child in list(mod):
            if local(child) == "quotedStructure":
                holder, parts = mod, after
                # What stands between two blocks stays there; what follows the last of them is gathered.
                if next(iter(blocks(child)[1:]), None) is None:
                    parts.append(child.tail or "")
            else:
                words = "".join(str(text) for text in child.itertext())
                parts.append(f"{child.get('startQuote', '')}{words}{child.get('endQuote', '')}{child.tail or ''}")
        parts.append(mod.tail or "")
    for mod in mods:
        p.remove(mod)
    if holder is None:
        p.text = "".join(before)
        return
    held = [child for child in holder if local(child) == "quotedStructure"]
    for child in list(holder):
        if child not in held:
            holder.remove(child)
    p.text, holder.text, holder.tail = None, "".join(before), None
    held[-1].tail = "".join(after)
    p.append(holder)


def _mark_line(group: list[Located]) -> list[tuple[Located, etree._Element | None]]:
    """Wrap the clauses of one line in ``mod``; its quoted block stays in the ``mod`` that it has."""
    line = group[0].line
    p = line.p
    holder = next((child for child in p if local(child) == "mod"), None)
    if holder is None and any(each.command.action in _TYPES for each in group):
        _unlink(p)
    if ((p.text or "").strip() and holder is not None) or any(child is not holder for child in p):
        return [(each, holder if each.command.source.eid in _eids(holder) else None) for each in group]
    raw = (holder.text if holder is not None else p.text) or ""
    offset = raw.find(line.sentence)
    wrapped = [each for each in group if each.command.action in _TYPES and not _without_content(each.command)]
    if not wrapped:
        return [(each, holder) for each in group]
    taker = next((each for each in wrapped if holder is not None and each is group[-1]), None)
    numbers = iter(range(2 if holder is not None else 1, 1000))
    mods: dict[str, etree._Element] = {}
    place, tail_of = 0, None
    p.text = ""
    if holder is not None:
        p.remove(holder)
    for each in wrapped:
        start, end = offset + each.draft.start, offset + each.draft.end
        if each.broken:
            start, end = offset, offset + len(line.sentence)
        if each is taker and holder is not None:
            end, mod = len(raw), holder
        else:
            mod = E.mod(eId=f"{line.eid}__mod_{next(numbers)}")
        _append(p, tail_of, raw[place:start])
        _fill(mod, raw, start, end, each, offset)
        p.append(mod)
        mods[each.command.id] = mod
        tail_of, place = mod, end
    if taker is None and holder is not None:
        _append(p, tail_of, raw[place:])
        holder.text = ""
        p.append(holder)
    else:
        _append(p, tail_of, raw[place:])
    return [(each, mods.get(each.command.id)) for each in group]


def _unlink(p: etree._Element) -> None:
    """Turn the references of a command's line into text: what the command means by them, its ``textualMod`` says."""
    if all(local(child) == "ref" for child in p):
        text = "".join(str(part) for part in p.itertext())
        for child in list(p):
            p.remove(child)
        p.text = text


def _eids(holder: etree._Element | None) -> frozenset[str]:
    return (
        frozenset(str(found.get("eId")) for found in holder.iter(q("quotedStructure")))
        if holder is not None
        else frozenset()
    )


def _without_content(command: Command) -> bool:
    return any(each.code in ("amend.content_missing", "amend.annex_missing") for each in command.findings)


def _append(p: etree._Element, after: etree._Element | None, text: str) -> None:
    if after is None:
        p.text = (p.text or "") + text
    else:
        after.tail = (after.tail or "") + text


def _fill(mod: etree._Element, raw: str, start: int, end: int, located: Located, offset: int) -> None:
    """Put ``raw[start:end]`` at the head of ``mod``, its quoted words as ``quotedText``."""
    place, last = start, None
    mod.text = ""
    quotations = () if located.broken else located.draft.quotations
    for count, (begin, finish, _side) in enumerate(quotations, start=1):
        begin, finish = offset + begin, offset + finish
        lead = raw[place:begin]
        if last is None:
            mod.text = lead
        else:
            last.tail = lead
        eid = f"{mod.get('eId')}__qtext_{count}"
        last = E.quotedText(raw[begin + 1 : finish - 1], eId=eid, startQuote=raw[begin], endQuote=raw[finish - 1])
        mod.insert(count - 1, last)
        place = finish
    if last is None:
        mod.text = raw[place:end]
    else:
        last.tail = raw[place:end]


def _modifications(root: etree._Element, marked: Iterable[tuple[Located, etree._Element | None]]) -> None:
    meta = akn_meta.of(root)
    instruments: dict[BaseAct, list[str]] = {}
    for located, mod in marked:
        command = located.command
        names = instruments.setdefault(command.base, [])
        for step in (step for target in command.targets for step in target):
            if step.kind == "instrument" and step.name and step.name not in names:
                names.append(step.name)
        if mod is None or command.action not in _TYPES:
            continue
        work = command.base.iri or iris.work(
            type=command.base.type, author=None, date=command.base.date, number=command.base.number
        )
        akn_meta.act_reference(meta, "activeRef", work, _shown(command.base))
        for place, target in enumerate(command.targets):
            eid = destination(target, tuple(names))
            made = akn_meta.textual_mod(
                meta,
                "active",
                akn_meta.TextualMod(
                    type=_TYPES[command.action],
                    sources=(f"#{mod.get('eId')}",),
                    destinations=(akn_meta.Destination(iris.unit(work, eid) if eid else work, command.position),),
                    old=_texts(mod, located, "old") if command.action != "insert_words" else (),
                    new=_new(root, mod, located, place, target),
                ),
            )
            if command.refused:
                # What the act says is recorded; that it waits for a ruling is, too.
                _find(meta, made).set("status", "undefined")


def _not_understood(root: etree._Element) -> None:
    """New text of a command that was not understood stays a ``mod``; that it has an effect unknown is recorded."""
    meta = akn_meta.of(root)
    known = {source.get("href", "").removeprefix("#") for source in meta.iter(q("source"))}
    for mod in root.iter(q("mod")):
        if mod.get("eId") in known or next(mod.iterancestors(q("quotedStructure")), None) is not None:
            continue
        nowhere = iris.work(type=None, author=None, date=None, number=None)
        made = akn_meta.textual_mod(
            meta,
            "active",
            akn_meta.TextualMod(
                type="substitution",
                sources=(f"#{mod.get('eId')}",),
                destinations=(akn_meta.Destination(nowhere, None),),
                old=(),
                # Without new text of its own all that is known of the effect stands in the command itself.
                new=(f"#{next(mod.iterfind(q('quotedStructure')), mod).get('eId')}",),
            ),
        )
        _find(meta, made).set("status", "undefined")


def _find(meta: etree._Element, eid: str) -> etree._Element:
    # From the end, where what was just written stands: an act has thousands.
    for analysis in meta.iter(q("activeModifications")):
        for found in analysis.iterchildren(q("textualMod"), reversed=True):
            if found.get("eId") == eid:
                return found
    raise ValueError(f"no modification {eid}")


def _shown(base: BaseAct) -> str:
    return (
        " ".join(part for part in (base.date, f"№ {base.number}" if base.number else None, base.title) if part) or "?"
    )


def _texts(mod: etree._Element, located: Located, side: str) -> tuple[str, ...]:
    """References to the quoted words on one side of a word command; they stand in the mod in the order of the text."""
    found = mod.findall(q("quotedText"))
    quotations = () if located.broken else located.draft.quotations
    return tuple(
        f"#{text.get('eId')}" for text, quotation in zip(found, quotations, strict=True) if quotation[2] == side
    )


def _new(root: etree._Element, mod: etree._Element, located: Located, place: int, target: Address) -> tuple[str, ...]:
    command = located.command
    if command.action in ("replace_words", "insert_words"):
        given = () if located.broken else _texts(mod, located, "new") or _said_later(mod, command)
        quoted = mod.find(q("quotedStructure"))
        # New words of a block of their own stand there. Those that the source broke over two lines, or names without
        # quotes («точку заменить точкой с запятой»), have no element: they stand in the command itself.
        return given or (f"#{(quoted if quoted is not None else mod).get('eId')}",)
    if command.action not in WITH_NEW_TEXT:
        return ()
    if command.annex:
        found = annex(root, command.annex[min(place, len(command.annex) - 1)], command.annex_of)
        return (f"#{found.get('eId')}",) if found is not None else ()
    quoted = mod.find(q("quotedStructure"))
    if quoted is None:
        # «статью 8 изложить в следующей редакции, а статью 9 исключить:»: the new text stands behind the last command.
        behind = (f"#{command.source.eid}",) if command.content and not located.draft.inline else ()
        return behind or _texts(mod, located, "new")
    unit = _unit_of(quoted, target) if len(command.targets) > 1 else None
    return (f"#{(unit if unit is not None else quoted).get('eId')}",)


def _said_later(mod: etree._Element, command: Command) -> tuple[str, ...]:
    """References to new words that a later clause of the sentence gives for this one, too: «в статье 3 слова "а", в
    статье 4 слова "б" заменить словом "в"»."""
    for later in mod.itersiblings(q("mod")):
        found = [text for text in later.findall(q("quotedText")) if "".join(map(str, text.itertext())) in command.new]
        if found:
            return tuple(f"#{text.get('eId')}" for text in found)
    return ()


def _unit_of(quoted: etree._Element, target: Address) -> etree._Element | None:
    """The unit of a quoted block of several that has the number of ``target``."""
    wanted = target[-1].number if target else None
    for unit in (unit for block in blocks(quoted) for unit in block):
        if local(unit) == "table":
            for row in unit.findall(q("tr")):
                if wanted is not None and row_number(row) == wanted and row.get("eId"):
                    return row
        elif wanted is not None and (unit.get("eId") or "").rpartition("_")[2] == wanted:
            return unit
    return None
