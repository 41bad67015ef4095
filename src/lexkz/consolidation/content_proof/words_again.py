"""Commands on words, done again on lines of text: the old ones looked up, the new ones put in their place."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lexkz.amendment.model import Command
from lexkz.consolidation.content_proof.addressed import Spot
from lexkz.consolidation.content_proof.text_tree import PrintedLine, PrintedUnit, Unjudged, all_lines
from lexkz.languages.folding import cleaned, fold, seen
from lexkz.languages.removal import is_only_removed, tells_repeal

_EDGE_OF_TEXT = ".;:,"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_FIGURES = re.compile(r"\d+")

Place = tuple[PrintedLine, int, int]
"""A line, and from where to where in it."""


def lines_for_words(spot: Spot) -> list[PrintedLine]:
    """Return the lines in which a command on ``spot`` may change words: of a whole act its preamble and body, of an
    attachment what stands before its text and the text."""
    if spot.lines:
        return list(spot.lines)
    unit = spot.unit
    if spot.rows:
        return [line for row in (unit, *spot.rows) for line in all_lines(row) if not _tells_repeal(line)]
    if unit.tag == "act":
        return _of(unit, ("preamble", "body"))
    if unit.tag == "attachment":
        return _of(unit, ("preface", "mainBody"))
    return [line for line in all_lines(unit) if line.role != "continued" and not _tells_repeal(line)]


def _tells_repeal(line: PrintedLine) -> bool:
    """True for a line that stands in place of a repealed unit, in the words of the editors."""
    first = line.unit is not None and bool(line.unit.printed) and line.unit.items[0] is line
    return tells_repeal(line.words) or (
        first and is_only_removed(line.unit.printed if line.unit else "", seen(line.words))
    )


def _names_act(line: PrintedLine) -> bool:
    """True for a line of a corner mark that says by which act its document was approved."""
    mark = line.unit
    return mark is not None and mark.tag == "mark" and any(_NUMBER.search(one.words) for one in all_lines(mark))


_NUMBER = re.compile(r"(?:№|N)\s*\w*\d")


def _of(document: PrintedUnit, names: Sequence[str]) -> list[PrintedLine]:
    holders = [item for item in document.units() if item.tag in names]
    lines = (line for holder in holders for line in all_lines(holder) if line.role != "continued")
    return [line for line in lines if not _tells_repeal(line) and not _names_act(line)]


def do_words(
    command: Command, spots: Sequence[Spot], chosen: tuple[str, int], excepted: Sequence[Spot] = ()
) -> list[PrintedLine]:
    """Enter the edits of ``command`` into the lines that it changes, none of them of ``excepted``, and return these.

    ``chosen`` is a person's decision, or what the command itself says: ``("times", 2)``, ``("occurrence", 1)`` or
    ``("", 0)``. Raises Unjudged where the old words are not found as often as the command says.
    """
    changed: list[PrintedLine] = []
    if command.action == "insert_words" and command.position == "end":
        for spot in spots:
            changed.append(_at_end(command, spot))
        return changed
    if not command.old or (command.action != "delete_words" and len(command.old) != len(command.new)):
        raise Unjudged("old and new words are not pairs")
    edits: dict[PrintedLine, list[tuple[int, int, str]]] = {}
    if any(spot.span is not None for spot in excepted):
        raise Unjudged("a sentence left out of a whole text")
    stays = {line for spot in excepted for line in lines_for_words(spot)}
    for spot in spots:
        lines = [line for line in lines_for_words(spot) if line not in stays]
        if command.everywhere:
            _everywhere(command, lines, spot.span, edits)
            continue
        for place in range(len(command.old)):
            for line, start, end in _meant(command, lines, spot.span, place, chosen):
                edits.setdefault(line, []).append(_edit(command, line.words, (start, end), place))
    for line, found in edits.items():
        line.edits.extend(edit for edit in dict.fromkeys(found) if edit not in line.edits)
        line.loose = True
        changed.append(line)
    return changed


def _meant(
    command: Command, lines: list[PrintedLine], span: tuple[int, int] | None, place: int, chosen: tuple[str, int]
) -> list[Place]:
    """The occurrences of the ``place``-th old words that the command changes."""
    old = command.old[place]
    new = command.new[place] if command.new else ""
    found = _by_neighbour(command, nearest(lines, old, span))
    if command.action != "insert_words" and command.position == "end":
        found = _last_of(lines, span, found)
    left = [one for one in found if not _done_already(command, one, old, new)]
    if found and not left:
        return []
    if len(left) > 1:
        decision, count = chosen
        if decision == "times" and count == len(left):
            return left
        if decision == "occurrence" and 1 <= count <= len(left):
            return [left[count - 1]]
        heads = [one for one in left if not one[0].words[: one[1]].strip()]
        if command.action == "replace_words" and fold(new).endswith(fold(old)) and len(heads) == 1:
            # «слово "Ратифицировать" заменить словами "Статья 1. Ратифицировать"»: only the head of a line is meant.
            return heads
        if command.action == "replace_words" and old.strip() + new.strip() in (".;", ";."):
            # A mark between the items of a list: the one that ends the unit.
            left = _last_of(lines, span, left) or left
    if len(left) != 1:
        raise Unjudged(f"«{old}» × {len(left)}")
    return left


def _last_of(lines: list[PrintedLine], span: tuple[int, int] | None, found: list[Place]) -> list[Place]:
    """The place behind which nothing of the unit stands but a mark; behind a mark nothing at all."""
    out = []
    for line, start, end in found:
        rest = line.words[end:] if span is None else line.words[end : span[1]]
        if line is lines[-1] and not rest.strip(
            f" {_EDGE_OF_TEXT}" if any(map(str.isalnum, line.words[start:end])) else " "
        ):
            out.append((line, start, end))
    return out


def _by_neighbour(command: Command, found: list[Place]) -> list[Place]:
    """Of the places of deleted words those that have the command's other words right before, or behind, them."""
    if command.beside is None:
        return found
    return [one for one in found if _stands_beside(command, one)]


def _stands_beside(command: Command, one: Place) -> bool:
    line, start, end = one
    near = occurrences(line.words, command.beside or "")
    if command.position == "after":
        return any(last == len(line.words[:start].rstrip()) for _, last in near)
    following = len(line.words) - len(line.words[end:].lstrip())
    return any(first == following for first, _ in near)


def nearest(lines: list[PrintedLine], old: str, span: tuple[int, int] | None = None) -> list[Place]:
    """Return where ``old`` stands as whole words: as printed; if nowhere, as other sources write it; if nowhere, with
    other capitals."""
    found = [(line, start, end) for line in lines for start, end in occurrences(line.words, old)]
    if span is not None:
        found = [one for one in found if span[0] <= one[1] and one[2] <= span[1]]
    ranked = [(_distance(line.words[start:end], old), (line, start, end)) for line, start, end in found]
    best = min((rank for rank, _ in ranked), default=0)
    return [one for rank, one in ranked if rank == best]


def _distance(printed: str, old: str) -> int:
    if printed == " ".join(old.split()):
        return 0
    return 1 if _capitals(printed) == _capitals(old) else 2


def _capitals(text: str) -> list[bool]:
    return [char.isupper() for char in text if char.isalpha()]


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str] | None:
    tokens = _TOKEN.findall(fold(words))
    if not tokens:
        return None
    out = re.escape(tokens[0])
    for before, after in pairwise(tokens):
        both = before[-1].isalnum() and after[0].isalnum()
        out += (r"\s+" if both else r"\s*") + re.escape(after)
    return re.compile(out)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Return where ``words`` stand in ``text`` as whole words, written in whatever way."""
    pattern = _pattern(seen(words))
    if pattern is None:
        raise Unjudged("no words")
    plain, begins, ends = cleaned(text)
    spans = (match.span() for match in pattern.finditer(fold(plain)) if _whole(plain, *match.span()))
    return [(begins[start], ends[end - 1]) for start, end in spans]


def _whole(text: str, start: int, end: int) -> bool:
    return not (_one_word(text, start) or _one_word(text, end))


def _one_word(text: str, cut: int) -> bool:
    """True where a cut at this place would part a word or a number."""
    left, right = text[:cut][-1:], text[cut:][:1]
    if not left or not right:
        return False
    if left.isalnum() and right.isalnum():
        return True
    if right in "-‑" and left.isalpha():
        return text[cut + 1 : cut + 2].isalpha()
    if left in "-‑" and right.isalpha():
        return text[: cut - 1][-1:].isalpha()
    return any(number.start() < cut < number.end() for number in _numbers(text))


def _numbers(text: str) -> list[re.Match[str]]:
    """Numbers of several parts: "5,5", "5-1", "10 000"; years joined by a dash are two."""
    found = re.finditer(
        r"\d+[.,]\d+|(?<!\d)\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|(?<!\d)\d{1,3}(?:[-‑]\d{1,3})+(?!\d)", text
    )
    return list(found)


def _done_already(command: Command, one: Place, old: str, new: str) -> bool:
    """True where the old words stand within the new wording."""
    if command.action == "delete_words":
        return False
    wanted = new
    if command.action == "insert_words":
        wanted = f"{new} {old}" if command.position == "before" else f"{old} {new}"
    elif not occurrences(new, old):
        return False
    line, start, end = one
    return any(first <= start and end <= last for first, last in occurrences(line.words, wanted))


def _edit(command: Command, text: str, span: tuple[int, int], place: int) -> tuple[int, int, str]:
    start, end = span
    if command.action == "delete_words":
        if text[:start].endswith(" ") and (not text[end:] or not text[end].isalnum()):
            start -= 1
        elif not start and text[end:].startswith(" "):
            end += 1
        return start, end, ""
    new = command.new[place].strip()
    if command.action == "insert_words":
        return (start, start, f"{new} ") if command.position == "before" else (end, end, f" {new}")
    first = next((char for char in text[start:end] if char.isalpha()), "")
    given = next((char for char in command.old[place] if char.isalpha()), "")
    if first.isupper() and given.islower():
        new = new[:1].upper() + new[1:]
    return start, end, new


def _everywhere(
    command: Command,
    lines: list[PrintedLine],
    span: tuple[int, int] | None,
    edits: dict[PrintedLine, list[tuple[int, int, str]]],
) -> None:
    for line in lines:
        taken: list[tuple[int, int, int]] = []
        for place, old in enumerate(command.old):
            for _, start, end in _by_neighbour(command, [(line, *each) for each in occurrences(line.words, old)]):
                if span is not None and not (span[0] <= start and end <= span[1]):
                    continue
                if _case_differs(line.words[start:end], old):
                    continue
                # Of two forms that begin at one place the longer one is meant.
                taken = [other for other in taken if not (start <= other[0] and other[1] <= end)]
                if not any(first <= start and end <= last for first, last, _ in taken):
                    taken.append((start, end, place))
        for start, end, place in taken:
            new = command.new[place] if command.new else ""
            if not _done_already(command, (line, start, end), command.old[place], new):
                edits.setdefault(line, []).append(_edit(command, line.words, (start, end), place))


def _case_differs(printed: str, old: str) -> bool:
    """True where letters differ in case, a capital at the beginning aside."""
    one, two = _capitals(printed), _capitals(old)
    return one != two and (one[1:] != two[1:] or two[0])


def _at_end(command: Command, spot: Spot) -> PrintedLine:
    lines = [line for line in lines_for_words(spot) if line.known]
    if not lines or len(command.new) != 1:
        raise Unjudged("words at the end of nothing")
    line, new = lines[-1], command.new[0].strip()
    text = line.words if spot.span is None else line.words[: spot.span[1]]
    mark = text[-1:] if text[-1:] in _EDGE_OF_TEXT else ""
    bare = new.rstrip(_EDGE_OF_TEXT)
    begins = r"(?<!\w)" if bare[:1].isalnum() else ""
    if re.search(f"{begins}{re.escape(bare)}$", text.rstrip(f" {_EDGE_OF_TEXT}")):
        return line
    if mark and new[-1:] in _EDGE_OF_TEXT:
        new = new[:-1].rstrip()
    place = len(text) - len(mark)
    line.edits.append((place, place, f" {new}"))
    line.loose = True
    return line


def settle(lines: Sequence[PrintedLine]) -> None:
    """Make the edits that wait in ``lines``. Raises Unjudged where two meet."""
    for line in dict.fromkeys(lines):
        before: tuple[int, int, str] | None = None
        text = line.words
        for edit in sorted(line.edits, key=lambda one: one[:2], reverse=True):
            if before is not None and (edit[1] > before[0] or edit[:2] == before[:2]):
                raise Unjudged("changes of words that meet")
            text = text[: edit[0]] + edit[2] + text[edit[1] :]
            before = edit
        line.words = " ".join(text.split())
        line.edits.clear()


def squeezed(text: str) -> str:
    """Return ``text`` without the spaces beside punctuation, by which typesetters differ."""
    return _BESIDE_A_MARK.sub(r"\1", " ".join(text.split()))


_BESIDE_A_MARK = re.compile(r"\s*([^\w\s])\s*")
