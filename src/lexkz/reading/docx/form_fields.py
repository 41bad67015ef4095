"""Fields of forms in a Word document: those of the old kind (FORMTEXT …), and content controls."""

from lxml import etree

from lexkz.akn.control import Control
from lexkz.reading.docx.names import W, child, local, on, val, whole
from lexkz.reading.docx.state import DocxState
from lexkz.reading.marked.inline import Piece

BLANK = "__________"
"""What stands for a field of a form that is not filled in."""
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_LISTS = ("dropDownList", "comboBox")
_TEXTS = ("text", "date")
_NO_FIELDS = frozenset(
    {"docPartObj", "docPartList", "picture", "citation", "group", "equation", "bibliography", "repeatingSection"}
    | {"repeatingSectionItem"}
)
"""Kinds of content controls that nobody fills in."""


def old_field(data: etree._Element, state: DocxState) -> list[Piece]:
    """Begin a field of the old kind; return what is printed of it now: a box, what is chosen of a list."""
    box, listed = child(data, "checkBox"), child(data, "ddList")
    name = val(child(data, "name")) or ""
    label = " ".join((val(child(data, "helpText")) or val(child(data, "statusText")) or "").split())
    if box is not None:
        said = on(child(box, "checked"))
        sign = "☒" if (on(child(box, "default")) if said is None else said) else "☐"
        state.begin_field(printed=False)
        return [Piece(state.controls.marked(Control("check", name, label), sign))]
    if listed is not None:
        entries = [val(entry, "val") or "" for entry in listed.iter(f"{W}listEntry")]
        chosen = whole(val(child(listed, "result"))) or whole(val(child(listed, "default"))) or 0
        shown = entries[chosen] if 0 <= chosen < len(entries) else ""
        # An entry of spaces stands for nothing chosen.
        control = Control("choice", name, label, tuple(entry.strip() for entry in entries if entry.strip()))
        state.begin_field(printed=False)
        return [Piece(state.controls.marked(control, shown if shown.strip() else BLANK))]
    state.begin_field(blank=True, signs=_signs(Control("text", name, label), state))
    return []


def begun(run: etree._Element, state: DocxState) -> str:
    """Return the sign of the content control that begins with ``run``, ``""`` where none does."""
    found = _control(run, state)
    return found[0] if found is not None and found[2] is run else ""


def ended(run: etree._Element, state: DocxState) -> str:
    """Return the sign of the content control that ends with ``run``, ``""`` where none does."""
    found = _control(run, state)
    return found[1] if found is not None and found[3] is run else ""


def is_placeholder(run: etree._Element, state: DocxState) -> bool | None:
    """Tell whether ``run`` is the placeholder of a content control that nobody filled in; None for its first run, for
    which a blank stands."""
    holder = _holder(run)
    if holder is None or not on(child(holder, "sdtPr", "showingPlcHdr")):
        return False
    state.taken.update(run.iter(f"{W}t"))
    if holder in state.placeholders:
        return True
    state.placeholders.add(holder)
    return None


def _holder(run: etree._Element) -> etree._Element | None:
    return next((outer for outer in run.iterancestors(f"{W}sdt")), None)


def _control(run: etree._Element, state: DocxState) -> tuple[str, str, etree._Element, etree._Element] | None:
    """Return the signs around the content control that ``run`` stands in, and its first and last run."""
    holder = _holder(run)
    if holder is None:
        return None
    if holder not in state.content_controls:
        described = _described(holder)
        runs = list(holder.iter(f"{W}r"))
        state.content_controls[holder] = None if described is None else (*_signs(described, state), runs[0], runs[-1])
    return state.content_controls[holder]


def _described(holder: etree._Element) -> Control | None:
    properties = child(holder, "sdtPr")
    if properties is None:
        return None
    kinds = {local(inner) for inner in properties}
    # What runs over several paragraphs is a part of the document and no field.
    if kinds & _NO_FIELDS or len(list(holder.iter(f"{W}p"))) > 1:
        return None
    label = " ".join((val(child(properties, "alias")) or "").split())
    name = (val(child(properties, "tag")) or label).strip()
    if properties.find(f"{_W14}checkbox") is not None:
        return Control("check", name, label)
    for kind in _LISTS:
        listed = child(properties, kind)
        if listed is not None:
            entries = (
                (val(entry, "displayText") or val(entry, "value") or "").strip()
                for entry in listed.iter(f"{W}listItem")
                # The entry that asks to choose has no value.
                if val(entry, "value")
            )
            return Control("choice", name, label, tuple(filter(None, entries)), other=kind == "comboBox")
    plain = any(kind in kinds for kind in _TEXTS)
    return Control("text", name, label) if plain or on(child(properties, "showingPlcHdr")) else None


def _signs(control: Control, state: DocxState) -> tuple[str, str]:
    first, last = state.controls.marked(control, "\0").split("\0")
    return first, last
