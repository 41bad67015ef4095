"""The blanks of a form, each with all that is said of it: words around it, captions, names, its part of a date."""

import re
from dataclasses import dataclass, field

from lexkz.annex.captions import Caption, Definition, Token, split, tokens
from lexkz.annex.form_model import Blank, FormLine, Words
from lexkz.annex.marked_fields import is_box
from lexkz.languages.fields import DateForm, Fields, Role
from lexkz.languages.folding import fold

ROOMY = 24
"""A blank for a month that is longer has room for what a caption under it asks for as well."""


@dataclass(slots=True, eq=False)
class WritingPlace:
    """One place to write at, while what is said of it is being gathered."""

    blanks: list[Blank]
    """More than one where it runs over several lines."""
    lines: list[FormLine]
    before: str
    after: str = ""
    definition: str | None = None
    captions: list[str] = field(default_factory=list)
    lead: str = ""
    """First words of its line where they name who fills it in: «Ұйым басшысы»."""
    under: str = ""
    """The line above, where that leads to it."""
    section: tuple[str, ...] = ()
    alone: bool = False
    """True where the line has no words."""
    follows: bool = False
    """True where another blank stands before it on its line."""
    dated: list[tuple[Blank, Role]] = field(default_factory=list)
    """Blanks and roles where it is a date."""


def places(lines: tuple[FormLine, ...], words: Fields) -> list[WritingPlace]:
    """Return the places of ``lines``, in order, with what the lines say of them."""
    return _Gatherer(words).gather(lines)


class _Gatherer:
    def __init__(self, words: Fields) -> None:
        self.words = words
        self.made: list[WritingPlace] = []
        self.pending: list[WritingPlace] = []
        """Places that a caption can still belong to: those of the last line with blanks, with none yet."""
        self.batch: list[str] = []
        self.sections: dict[int, str] = {}

    def gather(self, lines: tuple[FormLine, ...]) -> list[WritingPlace]:
        before: FormLine | None = None
        for line, found in zip(lines, tokens(lines, self.words), strict=True):
            own = line.number is not None
            self.sections = {at: text for at, text in self.sections.items() if at < line.depth + (not own)}
            if own:
                self.sections[line.depth] = line.text
            if self._runs_on(before, line, found):
                self.made[-1].blanks.append(next(token for token in found if isinstance(token, Blank)))
                self.made[-1].lines.append(line)
            else:
                self._line(line, found, before)
            before = line
        self._assign()
        return self.made

    def _runs_on(self, before: FormLine | None, line: FormLine, found: tuple[Token, ...]) -> bool:
        """Tell whether a line is nothing but the rest of the blank that the line before ended with."""
        if before is None or line.style != before.style or not isinstance(before.pieces[-1], Blank) or self.batch:
            return False
        blanks = [token for token in found if isinstance(token, Blank)]
        plain = all(
            isinstance(token, Blank) or (isinstance(token, Words) and not re.search(r"\w", token.text))
            for token in found
        )
        if any(blank.control is not None for blank in (before.pieces[-1], *blanks)):
            # A field of the file is whole by itself.
            return False
        return plain and len(blanks) == 1 and bool(self.made) and not self.made[-1].dated

    def _line(self, line: FormLine, found: tuple[Token, ...], before: FormLine | None) -> None:
        if not any(isinstance(token, Blank | Caption) for token in found):
            self._assign()
            self.pending = []
            return
        dates = _dates(found, self.words)
        lead = _lead(line, found)
        alone = not any(isinstance(token, Words) and re.search(r"\w", token.text) for token in found)
        section = tuple(
            text for depth, text in sorted(self.sections.items()) if text != line.text or depth < line.depth
        )
        fresh = True
        held: list[str] = []
        for place, token in enumerate(found):
            if isinstance(token, Caption):
                parts = split(token, self.words)
                if _is_before_blank(found, place):
                    held.extend(parts)
                else:
                    self.batch.extend(parts)
            elif isinstance(token, Definition) and self.made and _follows_blank(found, place):
                self.made[-1].definition = token.term
            elif isinstance(token, Blank):
                self._assign()
                if fresh:
                    self.pending, fresh = [], False
                if place in dates.skipped:
                    continue
                made = WritingPlace([token], [line], _before(found, place), _after(found, place))
                made.captions.extend(held)
                held = []
                made.lead, made.section, made.alone = lead, section, alone
                made.follows = any(isinstance(one, Blank) for one in found[:place])
                following = next((at for at in range(place + 1, len(found)) if isinstance(found[at], Blank)), None)
                if following in dates.begun:
                    made.after = re.sub(r"\s*(?:(?<!\d)20)?\s*[\"«“]?\s*$", "", made.after)
                if alone and before is not None:
                    made.under = _leads(before)
                if place in dates.begun:
                    form, blanks = dates.begun[place]
                    made.dated = list(zip(blanks, form.roles, strict=True))
                    made.before = re.sub(r"20\s*$", "", made.before)
                    self.made.append(made)
                    last = blanks[-1]
                    if form.roles[-1] == "month" and len(last.text) > ROOMY:
                        shared = WritingPlace([last], [line], "", section=section, lead=lead)
                        self.pending.append(shared)
                    continue
                self.made.append(made)
                if not made.captions and not is_box(token.text):
                    self.pending.append(made)

    def _assign(self) -> None:
        """Give the captions that were read to the places that wait for them, in order; the last takes what is left."""
        batch, self.batch = self.batch, []
        if not batch or not self.pending:
            return
        waiting = self.pending
        if len(batch) < len(waiting):
            # Captions stand under the blanks that have room for what they ask.
            roomy = sorted(waiting, key=lambda one: (len(one.blanks[0].text), waiting.index(one)))[-len(batch) :]
            waiting = [one for one in waiting if any(one is chosen for chosen in roomy)]
        for place, one in enumerate(waiting):
            one.captions.extend(batch[place:] if place == len(waiting) - 1 else batch[place : place + 1])
            if not any(one is known for known in self.made):
                self.made.append(one)
        self.pending = []


@dataclass(slots=True)
class _Dates:
    begun: dict[int, tuple[DateForm, list[Blank]]]
    skipped: set[int]


def _dates(found: tuple[Token, ...], words: Fields) -> _Dates:
    """Find the dates of a line: three blanks with the words that a date has between them."""
    made = _Dates({}, set())
    at = [place for place, token in enumerate(found) if isinstance(token, Blank) and token.control is None]
    start = 0
    while start + 2 < len(at):
        three = at[start : start + 3]
        for form in words.dates:
            ends = three[-1] + 1
            if (
                form.before.search(_between(found, three[0] - 1, three[0]))
                and form.between[0].fullmatch(_between(found, three[0] + 1, three[1]))
                and form.between[1].fullmatch(_between(found, three[1] + 1, three[2]))
                and form.behind.match(_between(found, ends, ends + 1))
            ):
                blanks = [token for place in three for token in (found[place],) if isinstance(token, Blank)]
                made.begun[three[0]] = (form, blanks)
                made.skipped.update(three[1:])
                start += 2
                break
        start += 1
    return made


def _between(found: tuple[Token, ...], start: int, end: int) -> str:
    """Return the folded words of tokens; a caption or blank among them fits no pattern."""
    texts = [token.text if isinstance(token, Words) else "\ue002" for token in found[max(start, 0) : max(end, 0)]]
    return fold("".join(texts))


def _lead(line: FormLine, found: tuple[Token, ...]) -> str:
    first = found[0]
    if not isinstance(first, Words):
        return ""
    text = first.text.removeprefix(line.number or "").strip(" ,;:–—-\t\u00a0")
    return text if text[:1].isupper() and len(text.split()) <= 12 else ""


def _before(found: tuple[Token, ...], place: int) -> str:
    """Return the words between a blank and what stands before it: another blank, a caption, the start of the line."""
    texts: list[str] = []
    for token in reversed(found[:place]):
        if isinstance(token, Caption) and not texts:
            continue
        if not isinstance(token, Words):
            break
        texts.insert(0, token.text)
    return "".join(texts)


def _after(found: tuple[Token, ...], place: int) -> str:
    texts: list[str] = []
    for token in found[place + 1 :]:
        if not isinstance(token, Words):
            break
        texts.append(token.text)
    return "".join(texts)


def _is_before_blank(found: tuple[Token, ...], place: int) -> bool:
    """Tell whether a caption stands right before a blank and behind words of its own line that lead to it."""
    rest = [token for token in found[place + 1 :] if not isinstance(token, Words) or token.text.strip(" :–-")]
    first = next((token for token in found[:place][::-1] if not isinstance(token, Words) or token.text.strip()), None)
    return bool(rest) and isinstance(rest[0], Blank) and isinstance(first, Words)


def _follows_blank(found: tuple[Token, ...], place: int) -> bool:
    before = [token for token in found[:place] if not isinstance(token, Words) or re.search(r"\w", token.text)]
    return bool(before) and isinstance(before[-1], Blank)


def _leads(line: FormLine) -> str:
    """Return the words of a line that lead to a blank under it: no full stop at its end, no blank in it."""
    text = line.text.removeprefix(line.number or "").strip()
    if line.style in ("title", "mark", "corner") or any(isinstance(piece, Blank) for piece in line.pieces):
        return ""
    return "" if text.endswith((".", ";", ")")) else text
