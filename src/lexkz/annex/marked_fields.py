"""Fields that the file itself marks (of PDF, of Word): what it says of them goes before what the words around say."""

import re
from collections.abc import Iterable
from dataclasses import replace

from lexkz.akn.control import Control
from lexkz.annex.form_model import Blank, BlankPart, Field
from lexkz.languages.fields import Fields

TICKED, UNTICKED = "☒", "☐"
_TICKS = frozenset("☒☑✓✔✗✘■")
_BOX = re.compile(r"[☐☑☒□❏❑❒◻⬜]|\[[ \u00a0]{1,3}\]")
_MADE = re.compile(
    r"_*fieldmark_*\d+(?:_\d+)*_*|(?:text|check|dropdown|list|combo|radio|button|field|fill|undefined|group|untitled|"
    r"control|textfield|checkbox|listbox|combobox|текст\w*|флажок|список|поле\w*|группа)"
    r"[ _-]*(?:box|field|button|group|control|список|поле)?[ _-]*\d+(?:[ _.-]\d+)*",
    re.IGNORECASE,
)
"""Names that a program gives by counting: «__Fieldmark__21_1595029403», «Text3», «Флажок 2»."""
_KEY = re.compile(r"[^\W\d]\w*")


def marked_field(found: Field, blank: Blank, control: Control, name: str, words: Fields) -> Field:
    """Return ``found``, what the words around a blank make of it, as the field that the file marks there.

    Its name is the file's (a key of data: ``name`` is that of the words, for a file that gives none); its kind that of
    the words only where the file says no more than that it holds text.
    """
    required = found.required if control.required is None else control.required
    made = replace(
        found,
        name=_key(control.name) or name,
        label=control.label or found.label,
        required=required,
        marked=True,
        value=None if words.placeholder.fullmatch(blank.text.strip()) else blank.value,
    )
    if control.kind == "text":
        return replace(made, kind="text" if found.kind == "table" else found.kind)
    plain = replace(made, pattern=None, values=control.values, other=control.other)
    if control.kind == "choice":
        return replace(plain, kind="choice")
    ticked = is_ticked(blank.text)
    required = bool(control.required)
    if control.option is None:
        return replace(plain, kind="check", value=ticked, required=required)
    value = control.option if ticked else None
    parts = (BlankPart(blank.id, option=control.option),)
    return replace(plain, kind="choice", required=required, parts=parts, values=(control.option,), value=value)


def is_ticked(text: str) -> bool:
    """Tell whether a box is ticked."""
    return any(sign in _TICKS for sign in text)


def gathered(found: Iterable[Field]) -> tuple[Field, ...]:
    """Return fields, those of one name that the file marks more than once as one: boxes of which one is ticked, and a
    text that is printed at several places."""
    made: dict[object, Field] = {}
    for place, field in enumerate(found):
        # A box is told by its words as well: a name that is cut, or that words gave, can be that of two boxes.
        said = field.label if field.kind == "check" else ""
        key: object = (field.name, field.kind, said) if field.marked else place
        before = made.get(key)
        if before is None:
            made[key] = field
            continue
        values = (*before.values, *(one for one in field.values if one not in before.values))
        value = field.value if before.value is None else before.value
        made[key] = replace(before, parts=before.parts + field.parts, values=values, value=value)
    return tuple(made.values())


def is_box(text: str) -> bool:
    """Tell whether a blank is one box to tick."""
    return _BOX.fullmatch(text.strip()) is not None


def _key(name: str) -> str:
    """Return the name that a file gives to a field as a key of data: what no name can have is an underscore.

    Empty where a program only counted its fields: the words beside such a one tell more.
    """
    if _MADE.fullmatch(name.strip()):
        return ""
    key = re.sub(r"\W+", "_", name).strip("_")
    return key if _KEY.fullmatch(key) else f"field_{key}" if key else ""
