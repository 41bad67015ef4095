"""Read Markdown: the form in which public corpora of Kazakh law keep an act, with front matter above it.

The marks are syntax, none of them is text of the law. Numbers are not syntax here: "1. …" and "- …" are lines of the
act, since a Markdown list would lose the number that the act prints. One line is one paragraph, unless it goes on in
lower case in the middle of a sentence.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lexkz.reading import encoding, front_matter, letters
from lexkz.reading.blocks import Block, Lang, Paragraph, Place, Row, Run, Source, SourceError, Table
from lexkz.reading.card import Card
from lexkz.reading.html import fragment
from lexkz.reading.html.findings import said as said_of
from lexkz.reading.html.walk import PageWalk
from lexkz.reading.limits import tick
from lexkz.reading.marked.characters import without_never_text
from lexkz.reading.marked.language import language
from lexkz.reading.taken_for_other import taken_back
from lexkz.reading.wrapping import LISTS, WIDEST, had_no_room, wrapped_at

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n(?P<yaml>.*?\n)?(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?\n)?\+\+\+|(?P<json>\{[ \t]*\n.*?\n\}))"
    r"[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
"""Front matter in YAML, TOML or JSON, which site generators tell by these marks."""
_ATTRIBUTES = re.compile(r"(?m)^(#{1,6}[ \t].*?)[ \t]*\{[ \t]*[#.:][^{}\n]*\}[ \t]*$")
"""What Pandoc and others write behind a heading: ``{#anchor .class}``."""
_MARKS = re.compile(
    r"(?m)^[ \t]*(?:>[ \t]*\[!\w+\]|:{3,}.*|\[\[?_?TOC_?\]?\]|"
    r"={3,}|-{3,}|\*{3,}|(?:-[ \t]+){2,}-|(?:\*[ \t]+){2,}\*)[ \t]*$"
)
"""Lines that are syntax only: the kind of a quoted block, fences of a division, the place of a table of contents, a
line across, the line under a heading. A run of underscores is a blank to fill in."""
_TEMPLATE = re.compile(r"\{\{[<%]?[^{}\n]{1,200}[>%]?\}\}|\{%[^{}\n]{1,200}%\}")
"""A call of the program that makes pages of the file: what it would put here, the file does not hold."""
_RAISING = re.compile(r"(?<=\w)\^(?P<raised>[\d+\-−–]{1,4})\^|(?<=[^\W\d_])(?<!~)~(?P<lowered>\d{1,3})~(?!~)")
"""Raised and lowered figures as Pandoc writes them: «м^2^», «CO~2~»."""
_WIKI = re.compile(r"\[\[(?:[^\[\]|\n]+\|)?(?P<text>[^\[\]|\n]+)\]\]")
"""A link of a wiki: ``[[where|words]]``, or words alone."""
_TICK = re.compile(r"(?m)^([ \t]*)[-*+][ \t]+\[(?P<on>[ xX])\][ \t]+")
"""A box of a list of tasks, ticked or not."""
_NARROWEST = 60
"""Characters of the longest line from which on lines are taken to be wrapped by an editor: those wrap at 72 and more.
Shorter lines are short because they end, unless hardly one had room for the next word."""
_UNWRAPPED = ("#", "|", "<")
"""How lines begin that no editor wraps: headings, rows, tags."""
_BULLET = re.compile(
    r"(?m)^([ \t]*)[-*+][ \t]+(?=(?:\d{1,3}(?:-\d{1,3})?|[^\W\d_])\\?\)[ \t]|\d{1,3}(?:-\d{1,3})?\\?\.[ \t])"
)
"""A bullet before a number of the act's own: «- 1) …», «- 1. …»."""
_FOOTNOTE = re.compile(r"^\[\^(?P<mark>[\w*]+)\]:[ \t]*(?P<text>.+(?:\n(?: {2,}|\t)[ \t]*\S.*)*)$", re.MULTILINE)
_REFERENCE = re.compile(r"\[\^(?P<mark>[\w*]+)\]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ENDS = re.compile(r"[.;:!?…»”\")\]*_>]\s*\Z")
_ANCHOR = re.compile(r"<a\s[^>]*\b(?:id|name)=[\"']?(?P<id>[\w.:-]{1,100})", re.IGNORECASE)


def read(data: bytes, name: str, lang: Lang | None = None) -> Source:
    """Return the blocks of a Markdown file; each has its lines as its place.

    ``data`` are the file's bytes, ``name`` its name for messages; ``lang`` is believed when given, else taken from the
    front matter or detected. Raises SourceError for a file without text or in another language.
    """
    text, taken = taken_back(encoding.decode(data, name), name)
    front = _FRONT.match(text)
    body = ("\n" * front.group().count("\n") + text[front.end() :]) if front else text
    body = _BULLET.sub(r"\1", _MARKS.sub("", _ATTRIBUTES.sub(r"\1", body)))
    called = [match.group() for match in _TEMPLATE.finditer(body)]
    body = _WIKI.sub(r"\g<text>", _RAISING.sub(_at_height, _TICK.sub(_box, _TEMPLATE.sub("", body))))
    body, old = letters.modern(body)
    body, strange = without_never_text(body)
    said = card(data, name).lang if front else None
    known = language(fragment.words(body), name, lang or said)
    notes = {match["mark"]: match for match in _FOOTNOTE.finditer(body)}
    plain = _REFERENCE.sub(
        lambda match: match["mark"].translate(_RAISED) if match["mark"] in notes else match[0],
        _FOOTNOTE.sub(lambda match: "\n" * match.group().count("\n"), body),
    )
    context = fragment.context(known, adilet=False)
    context.embedded.extend(called)
    blocks = [
        *_blocks(plain, context),
        *(_footnote(match, body.count("\n", 0, match.start()) + 1) for match in notes.values()),
    ]
    if not blocks:
        raise SourceError(f"{name} holds no text: give a file that holds the text of an act.")
    return Source(
        "markdown", known, tuple(blocks), findings=(*(one for one in (strange, taken, old) if one), *said_of(context))
    )


def _at_height(match: re.Match[str]) -> str:
    return f"<sup>{match['raised']}</sup>" if match["raised"] else f"<sub>{match['lowered']}</sub>"


def _box(match: re.Match[str]) -> str:
    return match[1] + ("\u2610 " if match["on"] == " " else "\u2612 ")


def card(data: bytes, name: str) -> Card:
    """Return what the front matter of a Markdown file says of its act; an empty card where it has none.

    Raises SourceError for front matter that is no YAML mapping.
    """
    front = _FRONT.match(taken_back(encoding.decode(data, name), name)[0])
    if front is None:
        return Card()
    try:
        if front["toml"]:
            said: object = tomllib.loads(front["toml"])
        elif front["json"]:
            said = json.loads(front["json"])
        else:
            said = front_matter.loaded(front["yaml"] or "{}")
    except front_matter.NoYamlError as error:
        line = error.line + 1
        raise SourceError(f"{name} has front matter that is no YAML (line {line}): mend or remove it.") from None
    except (ValueError, RecursionError):
        raise SourceError(f"{name} has front matter that cannot be read: mend or remove it.") from None
    if not isinstance(said, dict):
        raise SourceError(f"{name} has front matter that is no list of keys and values: mend or remove it.")
    return front_matter.card_of(said)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    # Indents are the printer's, runs of underscores and dashes are blanks of forms, "1." and "-" are the act's.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["list", "code", "lheading", "hr"])


def _blocks(text: str, context: PageWalk) -> Iterator[Block]:
    parser = _parser()
    anchor: str | None = None
    width = _width(text)
    for group in _groups(parser.parse(text)):
        tick()
        starts: list[int] = []
        for token in group:
            if token.children:
                token.children, inside = _broken(token.children, width)
                starts.extend((token.map or [0])[0] + line for line in inside)
        html = parser.renderer.render(group, parser.options, {})
        first, end = next((token.map for token in group if token.map), (0, 1))
        found = fragment.blocks(html, context) or ()
        known = starts if len(starts) == len(found) else [first] * len(found)
        for block, line in zip(found, known, strict=True):
            yield _placed(block, line + 1, end, anchor)
        named = _ANCHOR.findall(html)
        anchor = named[-1] if named and not found else None


def _groups(tokens: Sequence["Token"]) -> Iterator[list["Token"]]:
    """Yield the tokens of each block at the top, from where it opens to where it closes."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.nesting
        group.append(token)
        if depth == 0:
            yield group
            group = []


def _width(text: str) -> int:
    """Return the length that an editor wrapped the lines of a file at, 0 where none did: a longer line stands in it."""
    lines = ["" if line.lstrip().startswith(_UNWRAPPED) else line.strip() for line in text.split("\n")]
    longest = max(map(len, lines), default=0)
    return longest if _NARROWEST <= longest <= WIDEST else wrapped_at(lines)


def _broken(children: Sequence["Token"], width: int = 0) -> tuple[list["Token"], list[int]]:
    """Return inline tokens with each line end made a break, but for one within a sentence, and the line on which each
    paragraph that they make begins, from 0."""
    made: list[Token] = []
    starts, line = [0], 0
    for place, token in enumerate(children):
        if token.type == "softbreak":
            before = next((other.content for other in reversed(children[:place]) if other.content), "")
            after = next((other.content for other in children[place + 1 :] if other.content.strip()), "")
            wrapped = _wrapped(children, place, width)
            ended = LISTS if wrapped else _ENDS
            if ended.search(before) or not (wrapped or after.lstrip()[:1].islower()):
                token = token.copy(type="hardbreak", tag="br")
        line += token.type in ("softbreak", "hardbreak")
        if token.type == "hardbreak":
            starts.append(line)
        made.append(token)
    return made, starts


def _wrapped(children: Sequence["Token"], place: int, width: int) -> bool:
    """Tell whether a line ended for want of room: with the first word of the next it would be longer than any."""
    above: list[str] = []
    for other in reversed(children[:place]):
        if other.type in ("softbreak", "hardbreak"):
            break
        above.insert(0, other.content)
    below = next((other.content for other in children[place + 1 :] if other.content.strip()), "")
    return had_no_room("".join(above), below, width)


def _placed(block: Block, line: int, end: int, anchor: str | None) -> Block:
    place = Place(None, line, max(line, end) if isinstance(block, Table) else line, anchor=anchor)
    if isinstance(block, Table):
        rows: tuple[Row, ...] = tuple(replace(row, place=place) for row in block.rows)
        return replace(block, place=place, rows=rows)
    return replace(block, place=place)


def _footnote(match: re.Match[str], line: int) -> Paragraph:
    return Paragraph((Run(" ".join(match["text"].split())),), Place(None, line, line), footnote=match["mark"])
