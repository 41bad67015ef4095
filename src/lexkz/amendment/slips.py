"""What a careful reader sees wrong in a command: content that does not fit the address, marks that are missing.

Slips that leave two readings are errors, and the command waits for a ruling.
"""

import re
from collections.abc import Iterator

from lxml import etree

from lexkz.akn.iris import compared_number
from lexkz.akn.namespace import local, q
from lexkz.akn.text import visible
from lexkz.amendment.content import MarkWords, annex, content, corner_mark, first_number, unit_numbers
from lexkz.amendment.distribute import same_in_each
from lexkz.amendment.interpret import Draft
from lexkz.amendment.lines import OperativeLine, blocks
from lexkz.amendment.model import WITH_NEW_TEXT, Address, BaseAct, Step
from lexkz.amendment.render import described
from lexkz.languages.chunks import ActReference
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.names import alike, shortens
from lexkz.languages.notes import official_date

_NUMBERED = frozenset({"article", "paragraph", "subparagraph", "row", "chapter", "section", "part"})
_USUAL = {"kaz": ("мынандай",), "rus": ()}


_MIXED = frozenset({'«"', '"»', '“"', '"”', '„"', "«”", "“»", "„»", "«“"})
"""A mark that opens and a mark of another kind that closes."""


def _goes_on(text: str | None) -> bool:
    """True for a text that begins as no sentence does: «, но не более двух», «срок – один день»."""
    first = (text or "").strip('"«“„ ')[:1]
    return first.islower() or first in tuple(",;:)")


def _heads(target: Address) -> bool:
    listed = any(step.kind == "contents" for step in target)
    return bool(target) and not listed and target[-1].kind in ("heading", "title")


def of_content(draft: Draft, quoted: etree._Element | None, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield code and words of each misfit between the address of ``draft`` and its new text."""
    if draft.action not in WITH_NEW_TEXT or draft.annex:
        return
    if draft.action == "insert" and draft.anchor is not None and any(map(_heads, draft.targets)):
        # «перед пунктом 9 дополнить заголовком»: no unit is told whose heading it is, or it begins one in the midst.
        yield "amend.address_doubtful", sentence
    said = content(quoted)[:1] if quoted is not None else (draft.inline,)
    sets_sentence = bool(draft.targets and draft.targets[0]) and draft.targets[0][-1].kind == "sentence"
    if draft.action == "insert" and sets_sentence and any(map(_goes_on, said)):
        # «дополнить текстом: «, но не более двух».»: no sentence, so that it may go on with the last one.
        yield "amend.address_doubtful", sentence
    if draft.inline is not None:
        yield from _of_inline(draft, draft.inline, sentence)
        return
    if quoted is None:
        yield "amend.content_missing", sentence
        return
    for block in blocks(quoted):
        words = "".join(str(text) for text in block.itertext())
        if not _paired(words):
            yield "amend.quotes_unbalanced", f"{sentence} {_opening(block)}"
        if f"{block.get('startQuote')}{block.get('endQuote')}" in _MIXED:
            yield "amend.quotes_mixed", f"{sentence} {_opening(block)}"
        if not block.get("startQuote") and not block.get("endQuote"):
            yield "amend.quote_uncertain", sentence
    last = [target[-1] for target in draft.targets if target]
    if not last:
        return
    kind = last[0].kind
    first = first_number(quoted)
    opening = _opening(quoted)
    if kind == "alinea":
        if any(step.kind == "contents" for step in draft.targets[0]):
            # A line of the table of contents begins with the number of its chapter.
            return
        ordinal = last[0].number
        if (
            draft.action == "replace"
            and first is not None
            and (ordinal != "1" or not _own_number(draft.targets[0], first))
        ):
            yield ("amend.alinea_numbered" if ordinal != "1" else "amend.number_mismatch"), f"{sentence} {opening}"
        return
    if kind not in _NUMBERED:
        return
    found = unit_numbers(quoted)
    if len(found) == 1 and draft.in_each and same_in_each(draft.targets):
        # «пункты 3 и 4 дополнить частями вторыми»: one text for each of them.
        last = last[:1]
    addressed = tuple(step.number for step in last)
    if kind == "row":
        if found != addressed and None not in addressed and not _cell_by_cell(quoted, addressed):
            yield "amend.range_unfilled", f"{sentence} {', '.join(str(number) for number in found)}"
        return
    if None in addressed:
        return
    if kind == "part" and _parts_filled(quoted, found, len(addressed), draft.targets[0]):
        return
    if len(addressed) == 1:
        if (first is not None and not _same(first, addressed[0])) or (first is None and kind != "part"):
            yield "amend.number_mismatch", f"{sentence} {opening}"
        elif len(found) > 1 and any(number is not None for number in found[1:]):
            yield "amend.range_unfilled", f"{sentence} {', '.join(str(number) for number in found)}"
    elif len(found) != len(addressed) or not all(_same(a, b) for a, b in zip(found, addressed, strict=True)):
        yield "amend.range_unfilled", f"{sentence} {', '.join(str(number) for number in found)}"


def _cell_by_cell(quoted: etree._Element, addressed: tuple[str | None, ...]) -> bool:
    """True where the new text gives rows cell by cell, a line each, as text extracted from a page has them: as many
    lines for each row, the first of them its number. Whether they fill the table is seen where it is at hand."""
    if any(local(child) == "table" for block in blocks(quoted) for child in block):
        return False
    lines = content(quoted)
    wide, rest = divmod(len(lines), len(addressed))
    heads = lines[::wide] if wide > 1 and not rest else ()
    return len(heads) == len(addressed) and all(
        head.strip().isascii() and _same(head.strip(), number) for head, number in zip(heads, addressed, strict=True)
    )


def _parts_filled(quoted: etree._Element, found: tuple[str | None, ...], wanted: int, target: Address) -> bool:
    """Parts carry no numbers: as many lines as parts, or parts with the lists that their colons open.

    The first part of a point begins with the number of the point: «"9. Вагон:», «1) …».
    """
    if target[-1].number == "1" and found[0] is not None and _own_number(target, found[0]):
        found = (None, *found[1:])
    if all(number is None for number in found):
        return len(found) == wanted
    opens = content(quoted)[0].rstrip().endswith(":")
    if wanted == 1:
        return found[0] is None and None not in found[1:] and opens
    return found[0] is None and _begun_parts(content(quoted)) == wanted


def _begun_parts(lines: tuple[str, ...]) -> int:
    """How many parts the lines are: each begins with a capital after the end of a sentence; numbered lines are of the
    list of their part."""
    count, ended = 0, True
    for line in lines:
        text = line.strip()
        first = next((char for char in text if char.isalpha()), "")
        count += bool(ended and first.isupper() and not _LABEL.match(text))
        ended = text.rstrip('"»”)')[-1:] in (".", "!", "?", "…")
    return count


def _paired(text: str) -> bool:
    """True where the quotes within a new text close each other: a stray one is the command's, or one is missing."""
    return text.count("«") == text.count("»") and text.count('"') % 2 == 0


def _of_inline(draft: Draft, text: str, sentence: str) -> Iterator[tuple[str, str]]:
    label = _LABEL.match(text)
    wanted = {target[-1].number for target in draft.targets if target and target[-1].kind in _NUMBERED}
    if len(draft.targets) > 1 or (label and wanted and not any(_same(label.group(), number) for number in wanted)):
        yield "amend.number_mismatch", f"{sentence} «{text[:40]}»"


_LABEL = re.compile(r"\d+(?:-\d+)*[.)]")


def _same(found: str | None, addressed: str | None) -> bool:
    return found is not None and addressed is not None and _bare(found) == _bare(addressed)


def _bare(number: str) -> str:
    digits = fold(number)
    head = "".join(char for char in digits if char.isdigit() or char in "-.")
    return head.strip("-.").replace(".", "-") or digits


def _own_number(target: Address, first: str) -> bool:
    """True where the unit that holds the first абзац, or the first part of it, has the number that the new text
    begins with."""
    numbered = (step for step in reversed(target[:-1]) if step.number is not None)
    holder = next((step for step in numbered if (step.kind, step.number) != ("part", "1")), None)
    return holder is not None and _same(first, holder.number)


def _opening(quoted: etree._Element) -> str:
    # As printed, whether the tree has the layout of a file or none: a file's own findings must come out again.
    words = " ".join(" ".join(content(quoted)).split())
    return f"«{words[:40]}…»" if len(words) > 40 else f"«{words}»"


def of_annex(draft: Draft, root: etree._Element, lang: str, sentence: str, within: str) -> Iterator[tuple[str, ...]]:
    """Yield code and words of each misfit between a command and the annex of the amending act that it cites, or of
    the list of changes ``within``.

    Where the corner mark of that annex says something else than the command, the words begin with what both say, and
    that follows them once more as candidates.
    """
    if draft.annex and len(draft.annex) not in (1, len(draft.targets)):
        yield "amend.range_unfilled", sentence
        return
    for place, number in enumerate(draft.annex):
        attachment = annex(root, number, within)
        if attachment is None:
            yield "amend.annex_missing", sentence
            continue
        mark = corner_mark(attachment, lang)
        target = draft.targets[place] if place < len(draft.targets) else ()
        wanted = next((step.number for step in reversed(target) if step.kind == "annex"), None)
        if mark is not None and wanted is not None and mark.target is not None and mark.target != wanted:
            both = [described((Step("annex", number),), lang) for number in (wanted, mark.target)]
            yield "amend.corner_mark", f"{both[0]} ≠ {both[1]}: {sentence} / {mark.text}", *both
        if (renamed := _renamed(draft, target, attachment)) is not None:
            yield "amend.title_other", renamed
        if mark is not None and _names_another(draft, target, mark):
            both = [_document(draft, target), _marked(mark)]
            if both[0] == both[1] and mark.act is not None:
                # The number is the same: what differs is the kind of act or its day.
                both = [_in_full(draft.base, lang), _in_full(mark.act, lang)]
            said = " ≠ ".join(_short(name) for name in both)
            yield "amend.corner_name", f"{said}: {sentence} / {mark.text}", *both


def _renamed(draft: Draft, target: Address, attachment: etree._Element) -> str | None:
    """The two names of an approved document whose new wording has another one than the command says."""
    step = target[-1] if target and draft.action == "replace" else None
    title = next((" ".join(visible(found).split()) for found in attachment.iter(q("longTitle"))), "")
    if step is None or step.kind != "instrument" or not step.name or not title:
        return None
    same = alike(fold_spaces(step.name), fold_spaces(title))
    return None if same else f"{_short(f'«{step.name}»')} ≠ {_short(f'«{title}»')}"


def _document(draft: Draft, target: Address) -> str:
    """The document whose annex the command speaks of, in words."""
    named = next((step.name for step in target if step.kind == "instrument" and step.name), None)
    return f"«{named}»" if named else _cited(draft.base.number, draft.base.title)


def _marked(mark: MarkWords) -> str:
    """The document whose annex the mark speaks of, in words; as the mark prints it."""
    if mark.act is not None:
        return _cited(mark.act.number, mark.act.title)
    at = fold_spaces(mark.text).find(mark.name or "")
    name = " ".join(mark.text.split())[at : at + len(mark.name)] if mark.name and at >= 0 else mark.text
    return f"«{name}»"


def _cited(number: str | None, title: str | None) -> str:
    return f"№ {number}" if number else f"«{title or ''}»"


def _in_full(act: BaseAct | ActReference, lang: str) -> str:
    kind = words_of(lang).notes.titles.get(act.type or "", "")
    number = f"№ {act.number}" if act.number else ""
    return " ".join(part for part in (kind, official_date(act.date), number) if part)


_LONGEST = 60
"""Characters of a document's name in the head of a finding, which is cut after its first words."""


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 2]}…»"


def _names_another(draft: Draft, target: Address, mark: MarkWords) -> bool:
    """True where a corner mark places the annex in another document than the command does.

    The command's document is the approved act that it names; where it names none, the annex is the base act's own, and
    a mark that cites an act cites it by its number. A mark in fewer words («к Правилам») names the same document.
    """
    full = next((step.name for step in target if step.kind == "instrument" and step.name), None)
    if full is not None and mark.act is None:
        known = fold_spaces(full)
        # «к указанным Правилам» names a document by its noun alone, which the mark may give in full.
        bare = " " not in known and mark.name is not None and shortens(known, mark.name)
        return mark.name is not None and not bare and not shortens(mark.name, known)
    if mark.act is None:
        # The command may leave the approved act unnamed: which it means is known with the base.
        return False
    pairs = ((mark.act.type, draft.base.type), (mark.act.date, draft.base.date))
    differs = any(one is not None and two is not None and one != two for one, two in pairs)
    if mark.approves and mark.name is None:
        # «Утверждены приказом …» stands over the approved act itself, whose name is the title below.
        return differs or not _same_number(mark.act.number, draft.base.number)
    return full is not None or differs or not _same_number(mark.act.number, draft.base.number)


def _same_number(one: str | None, two: str | None) -> bool:
    return one is None or two is None or compared_number(one) == compared_number(two)


def of_line(line: OperativeLine, lang: str) -> Iterator[tuple[str, str]]:
    """Yield code and words of slips that leave the meaning alone: spelling, marks at the end."""
    for word in line.sentence.split():
        if fold(word) in _USUAL[lang]:
            yield "amend.spelling", word
    if line.quoted is not None:
        if not blocks(line.quoted)[-1].get("endQuote"):
            yield "amend.quote_unclosed", line.sentence
        elif line.after[:1] not in (";", ".", ",") or not line.after:
            yield "amend.mark_missing", line.sentence
    elif line.sentence and line.sentence[-1] not in ";.:,":
        yield "amend.mark_missing", line.sentence


def of_place(draft: Draft, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield a new unit whose number does not put it beside the unit that the command names as its neighbour.

    Lines, parts and sentences are counted, so that the number is the neighbour's and one more («после абзаца четвертого
    дополнить абзацем вторым»); "12-1" stands behind 12, not behind 5.
    """
    if draft.action != "insert" or draft.anchor is None or draft.position not in ("after", "before"):
        return
    beside = draft.anchor[-1]
    near = _figures(beside.number)
    after = draft.position == "after"
    for nth, target in enumerate(draft.targets):
        key = _figures(target[-1].number) if target else None
        if key is None or near is None or target[-1].kind != beside.kind or len(draft.anchor) not in (1, len(target)):
            continue
        if beside.kind in _COUNTED:
            fits = key == (near[0] + nth + (1 if after else 0),)
        else:
            fits = near < key if after else key < near
            fits = fits and not (after and len(key) > 1 and key[0] != near[0])
        if not fits:
            yield "amend.place_doubtful", sentence
            return


_COUNTED = frozenset({"alinea", "part", "sentence"})


def _figures(number: str | None) -> tuple[int, ...] | None:
    """The figures of a printed number; None for letters and Roman numbers, and where there is none."""
    pieces = (number or "").split("-")
    return tuple(int(piece) for piece in pieces) if all(piece.isdigit() for piece in pieces) else None


def of_numbers(draft: Draft, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield a renumbering whose lists of old and new numbers are of unequal length."""
    if draft.action == "renumber" and len(draft.renumber_to) != len(draft.targets):
        yield "amend.numbers_unequal", sentence


def _visible(words: str) -> bool:
    """True where there is anything to read between the quotes; marks of format (U+200B, U+00AD) are nothing."""
    return any(char.isprintable() and not char.isspace() for char in words)


def of_words(draft: Draft, sentence: str) -> Iterator[tuple[str, str]]:
    """Yield a misfit between the numbers of old and new words."""
    said = draft.old if draft.action == "delete_words" else (*draft.old, *draft.new)
    if draft.action.endswith("_words") and any(not _visible(words) for words in said):
        yield "amend.words_empty", sentence
    if draft.action.endswith("_words") and not all(map(_paired, draft.new)):
        yield "amend.quotes_unbalanced", sentence
    wanted = 1 if draft.action == "insert_words" and draft.position == "end" else len(draft.old)
    if draft.action in ("replace_words", "insert_words") and len(draft.new) != wanted:
        yield "amend.pairs_unequal", sentence
