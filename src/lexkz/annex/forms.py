"""The forms of an act as data: model contracts, applications, cards, journals."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.annex.blanks import places
from lexkz.annex.fields import fields_of
from lexkz.annex.form_lines import blocks
from lexkz.annex.form_model import Block, Field, Form, FormLine
from lexkz.annex.form_tables import sheet_fields
from lexkz.annex.marked_fields import gathered
from lexkz.annex.tables import language
from lexkz.languages.detect import Lang
from lexkz.languages.fields import Fields
from lexkz.languages.folding import fold_spaces
from lexkz.languages.language import words_of
from lexkz.structure import Act


def forms(act: Act) -> tuple[Form, ...]:
    """Return the forms of an act, in the order of the text: documents with blanks, or marked as forms.

    Each holds all its words, in order. Attachments of a form are forms of their own, and so is quoted content with
    blanks, since the instruction that quotes it is none of it.
    """
    lang = language(act)
    made = (_form(element, lang) for element in act.root.iter(q("doc"), q("act"), q("quotedStructure")))
    return tuple(form for form in made if form is not None)


def _is_quoted_only(document: etree._Element) -> bool:
    """Tell whether what is to be filled in stands in content that the document quotes, and nowhere else."""
    blanks = [
        blank for blank in document.iter(q("fillIn")) if next(blank.iterancestors(q("doc"), q("act")), None) is document
    ]
    return bool(blanks) and all(next(blank.iterancestors(q("quotedStructure")), None) is not None for blank in blanks)


def _form(document: etree._Element, lang: Lang) -> Form | None:
    quoted = local(document) == "quotedStructure"
    inner = next(document.iterancestors(q("quotedStructure")), None) if quoted else None
    if inner is not None or (not quoted and _is_quoted_only(document)):
        return None
    words = words_of(lang).fields
    read = blocks(document, lang)
    title = " ".join(line.text for line in _lines(read) if line.style == "title") or None
    marked = any(line.style == "mark" for line in _lines(read)) or document.get("name") == "form"
    marked = marked or (
        title is not None and local(document) == "doc" and bool(words.journal.search(fold_spaces(title)))
    )
    made, found = _filled_in(read, words, title, marked)
    if not found:
        return None
    attachment = document.getparent()
    eid = attachment.get("eId") if attachment is not None and local(attachment) == "attachment" else None
    eid = document.get("eId") if quoted else eid
    return Form(eid or "main", title, lang, made, distinct_names(gathered(found)))


def _filled_in(
    read: tuple[Block, ...], words: Fields, title: str | None, marked: bool
) -> tuple[tuple[Block, ...], tuple[Field, ...]]:
    made: list[Block] = []
    found: list[Field] = []
    lines: list[FormLine] = []
    called = title

    def end() -> None:
        found.extend(field for place in places(tuple(lines), words) for field in fields_of(place, words))
        lines.clear()

    for block in read:
        if isinstance(block, FormLine):
            made.append(block)
            lines.append(block)
            continue
        above = lines[-1].text.strip() if lines else ""
        end()
        called = above if above and len(above) < 200 and "_" not in above and not above.endswith((".", ";")) else title
        sheet, own = sheet_fields(block, words, called, marked)
        made.append(sheet)
        found.extend(own)
    end()
    return tuple(made), tuple(found)


def distinct_names(found: tuple[Field, ...]) -> tuple[Field, ...]:
    """Return fields whose names differ: the second of a name is ``name_2``."""
    taken: set[str] = set()
    made: list[Field] = []
    for field in found:
        name, again = field.name, 2
        while name in taken:
            name = f"{field.name}_{again}"
            again += 1
        taken.add(name)
        made.append(replace(field, name=name))
    return tuple(made)


def _lines(read: tuple[Block, ...]) -> Iterator[FormLine]:
    return (block for block in read if isinstance(block, FormLine))
