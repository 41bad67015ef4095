"""Fields of a form: what is said of its blanks, as a name, a label and a kind."""

import re
from dataclasses import replace

from lexkz.akn.control import Control
from lexkz.akn.iris import slug
from lexkz.annex.blanks import WritingPlace
from lexkz.annex.form_model import Blank, BlankPart, Field, Kind
from lexkz.annex.marked_fields import is_box, marked_field
from lexkz.languages.fields import Fields
from lexkz.languages.folding import fold, fold_spaces

_LONGEST_NAME = 40
"""Word keeps 64 characters of a content control's tag, which bears the name, a row and a column."""
_MOST_WORDS = 12
_LONG_BLANK = 50
"""A blank of so many underscores that has a line for itself is meant for long text."""


def fields_of(place: WritingPlace, words: Fields, fallback: str = "") -> tuple[Field, ...]:
    """Return the fields that are written at ``place``: one, or one for each caption.

    ``fallback`` is the label of a blank that no words of its own line name (the head of its column). Names are not yet
    told apart: see :func:`distinct_names`.
    """
    context = "\n".join(line.text for line in place.lines)
    control = place.blanks[0].control
    if control is not None:
        return (_marked(place, control, context, words, fallback),)
    if is_box(place.blanks[0].text):
        return (replace(_marked(place, Control("check"), context, words, fallback), marked=False),)
    if place.dated:
        before = _clause(place.before)
        # Words behind another blank of the line name that blank, unless they speak of a date.
        own = before if not place.follows or words.kinds["date"].search(fold_spaces(before)) else ""
        label = own or fallback or words.date
        parts = tuple(BlankPart(blank.id, role) for blank, role in place.dated)
        return (Field(name_of(label), label, "date", True, parts, context, place.section),)
    parts = tuple(BlankPart(blank.id) for blank in place.blanks)
    asked = place.captions or [""]
    return tuple(_field(place, caption, parts, context, words, fallback) for caption in asked)


def _marked(place: WritingPlace, control: Control, context: str, words: Fields, fallback: str) -> Field:
    captions = ", ".join(place.captions)
    if control.kind == "check" and not captions and not _stands_behind(place):
        # What a box stands for is said behind it.
        captions = _start(place.after)
    found = _field(place, captions, tuple(BlankPart(blank.id) for blank in place.blanks), context, words, fallback)
    if found.kind == "text" and control.label:
        found = replace(found, kind=kind_of(control.label, words))
    return marked_field(found, place.blanks[0], control, name_of(control.label or found.label), words)


def _stands_behind(place: WritingPlace) -> bool:
    """Tell whether the boxes of a line stand behind their words: «мужской ☐ женский ☐»."""
    pieces = [piece for piece in place.lines[0].pieces if isinstance(piece, Blank) or piece.text.strip(" .,;)")]
    return isinstance(pieces[-1], Blank) and not isinstance(pieces[0], Blank)


def _field(
    place: WritingPlace, caption: str, parts: tuple[BlankPart, ...], context: str, words: Fields, fallback: str
) -> Field:
    named = caption or _label(place, fallback)
    kind = kind_of(caption, words) if caption else kind_of(named, words)
    label = named or words.blank
    if kind == "text" and words.counted.match(fold(place.after)) and not words.in_words.search(fold(label)):
        kind = "number"
    if caption:
        own = place.lead if kind in ("person", "signature") else ""
        lead = own or _clause(place.before)
        if lead and lead[:1].isupper() and (kind in ("person", "signature", "text") or own):
            label = f"{lead} ({caption})"
            kind = kind if kind != "text" else kind_of(lead, words)
    if kind == "text" and (len(parts) > 1 or (place.alone and len(place.blanks[0].text) >= _LONG_BLANK)):
        kind = "long_text"
    folded = fold_spaces(label)
    required = bool(named) and kind != "signature"
    if kind != "person" and words.remark.search(folded):
        required = False
    pattern = r"^\d{12}$" if words.identity_number.search(folded) and kind in ("text", "number") else None
    return Field(
        name=name_of(label),
        label=label,
        kind="text" if pattern else kind,
        required=required,
        parts=parts,
        context=context,
        section=place.section,
        pattern=pattern,
    )


def _label(place: WritingPlace, fallback: str) -> str:
    if place.definition:
        return place.definition
    return _clause(place.before) or _start(place.after) or fallback or _clause(place.under)


def kind_of(label: str, words: Fields) -> Kind:
    """Return the kind of field that a label asks for; ``text`` where it does not say."""
    folded = fold_spaces(label)
    # A name and a signature in one are data all the same: «Ф.И.О. и подпись лица, принявшего заявление».
    if words.kinds["signature"].search(folded) and words.kinds["person"].search(folded):
        return "person"
    for kind, pattern in words.kinds.items():
        if pattern.search(folded) and not (kind == "number" and words.in_words.search(folded)):
            return _KINDS[kind]
    return "text"


_KINDS: dict[str, Kind] = {
    "signature": "signature",
    "date": "date",
    "person": "person",
    "organisation": "organisation",
    "number": "number",
}


def name_of(label: str) -> str:
    """Return the name that a label makes: small Latin letters, digits and underscores, cut between words."""
    words = slug(label).split("-")
    while len(words) > 1 and len("_".join(words)) > _LONGEST_NAME:
        words.pop()
    made = "_".join(words)[:_LONGEST_NAME] or "field"
    return f"field_{made}" if made[0].isdigit() else made


def _clause(text: str) -> str:
    """Return the last clause of the words before a blank, without its number and punctuation."""
    plain = re.sub(r"^\s*(?:\d+(?:[.-]\d+)*\s*[.)]|[^\W\d_]\))\s*", "", text)
    plain = re.split(r"(?<=[^\W_]{3})\.\s+|;\s+|\n", plain.strip(' ,;:–—-\t\u00a0"«»'))[-1]
    words = plain.split()
    # A connecting word by itself ("және", "и") names nothing.
    named = " ".join(words[-_MOST_WORDS:]).strip(' ,;:–—-"«»')
    return named if re.search(r"\w{2}|№|\w\.", plain) else ""


def _start(text: str) -> str:
    """Return the first words behind a blank, up to a mark of punctuation."""
    plain = re.split(r"[,;:(]|\.\s|\.$", text.strip(' ,;:–—-\t\u00a0"«»'))[0]
    return " ".join(plain.split()[:_MOST_WORDS]) if re.search(r"\w{2}", plain) else ""
