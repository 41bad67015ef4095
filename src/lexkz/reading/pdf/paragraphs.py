"""Paragraphs: printed lines joined, by the mark that the document uses for where one begins."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.structure import begins_division
from lexkz.reading.blocks import Align, Paragraph, Repair, Run
from lexkz.reading.findings import on_page
from lexkz.reading.leaders import LEADER
from lexkz.reading.pdf.cells import soft
from lexkz.reading.pdf.frame import Style
from lexkz.reading.pdf.hyphens import divided, divides, only_divides
from lexkz.reading.pdf.lines import Printed
from lexkz.reading.pdf.tables import box
from lexkz.reading.pdf.words import WordPiece

_LABEL = re.compile(r"[\"«“]?(?:\d{1,5}(?:[-.]\d{1,3})*[.)]|[а-яәғқңөұүһіa-z]\)|[IVXІХ]{1,5}\.|§)(?:\s|$)")
"""How a numbered unit begins, whatever the language."""
_CHAPTER = re.compile(r"(?:\d{1,2}(?:-\d)?|[IVXІХ]{1,5})\. ?(?=[^\W\d_])(?![а-яәғқңөұүһі])\w")
"""How the heading of a chapter begins that has only a number: below a title it is a line of its own."""
_IN_NUMBER = re.compile(r"\d-$")
_STOP = (".", "!", "?", '."', ".»", ".)", "»", '"')
_OPEN_END = (";", ":")
_INDEX = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]")
_FORM_LINE = re.compile(r"[\"«“]?(?:20)?_{2,}|(?=[^\W\d_])(?![а-яәғқңөұүһі])[^_.;]{0,80}(?<!\w)_{5,}[^\w]*_{5,}")
"""How a line to be filled in begins: with a blank, or with a post and two blanks, for a name and a signature."""
_CAPTION = re.compile(r"\([^_]{1,120}\)[,;.]?")
_SENTENCE = (".", "!", "?", '."', ".»", ".)")
_REQUISITES = 300
"""Letters of the requisites of an act at most."""
_NUMBER_LAST = re.compile(r"№\s?\S*\d\S*(?:\s[^\W\d_]{4,15}){0,2}$")
"""The number of an act at the end of a line, and its kind behind it."""
_TALL = 2.5
"""Of the type size: an index pushes two lines so far apart at most."""
_SHORT = 0.2
"""Of the width: a line that leaves so much free, where the next word had room, was ended on purpose."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads paragraphs of one document."""

    style: Style
    lang: Lang
    known: frozenset[str] = frozenset()
    """Words of the document: they tell whether a hyphen at a line end only divides a word."""

    def read(self, lines: Iterable[Printed]) -> tuple[tuple[Paragraph, ...], tuple[Finding, ...]]:
        """Return the paragraphs of lines that follow each other without a table between, and a finding for each place
        where one may end or go on."""
        made: list[Paragraph] = []
        findings: list[Finding] = []
        held: list[Printed] = []
        for line in lines:
            if held:
                verdict = self._parted(held, line)
                if verdict is None:
                    findings.append(_uncertain(held[-1], line))
                if verdict:
                    made.append(self._made(held))
                    held = []
                elif not held[-1].open and only_divides(held[-1].text, line.text, self.known) is None:
                    findings.append(on_page("read.hyphen_kept", line.page, divided(held[-1].text, line.text)))
            held.append(line)
        if held:
            made.append(self._made(held))
        return tuple(made), tuple(findings)

    def _parted(self, held: Sequence[Printed], line: Printed) -> bool | None:
        """Tell whether ``line`` begins a paragraph after the lines ``held``; None where that cannot be told."""
        above, style = held[-1], self.style
        if line.begins or abs(above.size - line.size) > 0.08 * above.size or LEADER.search(above.text):
            # A large first letter, other type, or an entry of the contents, which its page ends.
            return True
        if begins_division(line.text, self.lang, ended=above.text.endswith((*_STOP, *_OPEN_END, ")"))):
            # A heading of an article or chapter begins a paragraph wherever it stands: at a page's head, below a note.
            return True
        if above.text.endswith("\xad") or (not above.open and divides(above.text, line.text)):
            # Whether the hyphen divides a word or belongs to it, nothing ends behind it.
            return False
        if not above.open and _IN_NUMBER.search(above.text) and (line.text[:1].isdigit() or line.text[:1].islower()):
            # «31-» goes on as «31-2» or «31-тармақ».
            return False
        if held[0].text.startswith("(") and line.text.endswith(")") and _in_brackets(held, line):
            # A caption of a form goes on to where it closes, wherever its lines stand.
            return False
        if _begins_blank(above.text, line.text, self.lang):
            return True
        words = words_of(self.lang).structure
        if self._begins_title(held, line.text) or self._parts_marks(above.text, line.text):
            return True
        if any(words.approval.fullmatch(fold_spaces(one.text)) for one in (above, line)):
            return True
        align, own = style.align(held[0]), style.align(line)
        if align == "right" and own == "right" and not (_share_middle(above, line) and style.in_middle(line)):
            # Corner marks: a paragraph a printed line; what a bracket opens goes on to where it closes.
            return not _in_brackets(held, line)
        if align == "center" or own == "center" or _share_middle(above, line):
            return self._parted_centred(held, line, align, own)
        if own != align:
            return True
        same_page = above.page == line.page
        loose = same_page and (style.loose(above, line) or line.y <= above.y)
        if same_page and _is_tall(above, line):
            return False
        if style.marks in ("indent", "hanging"):
            return self._parted_by_indent(held, line, loose=loose)
        if loose:
            return True
        if style.marks == "spacing" and same_page:
            # Numbered units can follow each other without the white that parts other paragraphs.
            labelled = _LABEL.match(line.text) and above.text.endswith((*_OPEN_END, *_STOP))
            return (True if style.ends(above, line) else None) if labelled else False
        return self._parted_by_end(held, line)

    def _begins_title(self, held: Sequence[Printed], line: str) -> bool:
        """Tell whether the lines held are the requisites of an act, whole, and its title begins below them: where no
        line of a page is longer, they seem to fill its width."""
        words = words_of(self.lang).structure
        text = " ".join(one.text for one in held)
        if len(text) > _REQUISITES or not line[:1].isupper() or not _NUMBER_LAST.search(text):
            return False
        if not words.requisite.match(fold_spaces(text)) or not words.date.search(fold_spaces(text)):
            return False
        # The number stands before the kind of the act in Kazakh, so that what follows in capitals is no more of it.
        folded = fold_spaces(line)
        formula = words.formula.fullmatch(folded) is not None
        return words.annex_ends_mark or words.title.match(folded) is not None or formula

    def _parts_marks(self, above: str, line: str) -> bool:
        """Tell whether one corner mark ends with a line and another begins: lines that fill their width do not show
        that they stand at the right."""
        words = words_of(self.lang).structure
        found = words.annex.fullmatch(fold(above if words.annex_ends_mark else line))
        return found is not None and found["number"] is not None and line[:1].isupper() and not above.endswith("-")

    def _parted_by_indent(self, held: Sequence[Printed], line: Printed, *, loose: bool) -> bool | None:
        above, style = held[-1], self.style
        inset = line.x0 - style.frames[line.page].left
        if style.marks == "hanging":
            return loose or inset < 0.7 * line.size
        if inset >= 0.7 * line.size:
            return True
        if loose:
            # White over a line at the margin parts it, unless a tall sign in one of the lines makes it.
            return not (style.full(above) and line.text[:1].islower())
        if not style.ends(above, line):
            return False
        if above.bold and not line.bold:
            return True
        # Lines of forms and closing words stand at the margin in acts whose paragraphs are indented.
        frame = style.frames[above.page]
        if style.room(above) > _SHORT * (frame.right - frame.left):
            # A point whose sentence is not at its end goes on in small letters, however short its line.
            begun = bool(_LABEL.match(held[0].text)) and not above.text.endswith((*_STOP, *_OPEN_END, ","))
            return None if begun and line.text[:1].islower() and above.page == line.page else True
        sentence = above.text.endswith(_STOP) and not line.text[:1].islower()
        return None if sentence or (style.justified and not style.full(above)) else False

    def _parted_by_end(self, held: Sequence[Printed], line: Printed) -> bool | None:
        above, style = held[-1], self.style
        if style.ends(above, line):
            # A point whose sentence is not at its end goes on in small letters, however short its line.
            begun = bool(_LABEL.match(held[0].text)) and not above.text.endswith((*_STOP, *_OPEN_END, ",", ")"))
            return None if begun and line.text[:1].islower() else True
        if _LABEL.match(line.text) and above.text.endswith((*_OPEN_END, *_STOP)):
            return True
        if style.stretched(above) and style.full(above):
            return False
        if above.text.endswith(_OPEN_END) and (not style.justified or not style.full(above)):
            return True
        if above.text.endswith(_OPEN_END) and not line.text[:1].islower():
            return True if above.text.endswith(";") else None
        if style.justified:
            # Inside a paragraph lines end exactly at the margin; the last line hardly ever does.
            if not style.full(above):
                # Where many ragged lines end alike, they look stretched: a sentence that fills its line goes on.
                goes_on = line.text[:1].islower() and not above.text.endswith((*_STOP, *_OPEN_END))
                return not (above.text.endswith(("-", "\xad")) or (goes_on and style.room(above) < above.size))
            # A last line can fill its width by chance; its words stand as they do where nothing is spread.
            return None if above.text.endswith(_STOP) and not line.text[:1].islower() else False
        if above.text.endswith(_STOP) and not line.text[:1].islower():
            return None
        return False

    def _parted_centred(self, held: Sequence[Printed], line: Printed, align: Align, own: Align) -> bool:
        above, style = held[-1], self.style
        if {align, own} == {"center", "right"} and not _share_middle(above, line):
            # A title below a corner mark, or the other way round; a line that stands at the right of a page whose
            # margins do not show can still be in its middle.
            return not style.in_middle(line if own == "right" else above)
        if align != own and not _share_middle(above, line):
            # A long line of a title fills its width and looks like one of the body.
            wide = style.room(line) < 3 * line.size if align == "center" else style.room(above) < 3 * line.size
            alike = above.bold and line.bold and above.page == line.page
            return not (wide and alike and not style.loose(above, line))
        if above.page != line.page or style.loose(above, line) or above.bold != line.bold:
            return True
        words = words_of(self.lang).structure
        if words.divisions.match(fold(line.text)) or _CHAPTER.match(line.text):
            return True
        return words.form.fullmatch(fold(above.text)) is not None

    def _made(self, lines: Sequence[Printed]) -> Paragraph:
        align: Align = self.style.align(lines[0])
        first = self.style.frames[lines[0].page]
        if align == "body" and self.style.marks == "indent" and lines[0].x0 - first.left < 0.7 * lines[0].size:
            align = "left"
        return self.joined(lines, align)

    def joined(self, lines: Sequence[Printed], align: Align) -> Paragraph:
        """Return lines as one paragraph."""
        pieces: list[WordPiece] = []
        for index, line in enumerate(lines):
            pieces = _joined(pieces, line, open_=bool(index) and lines[index - 1].open, known=self.known)
        own = [line for line in lines if line.page == lines[0].page]
        return Paragraph(
            tuple(Run(piece.text, piece.href, piece.bold) for piece in _trimmed(pieces)),
            box(own),
            align,
            tuple(Repair("letter_spaced", word) for line in lines for word in line.spaced),
        )


def _joined(pieces: Sequence[WordPiece], line: Printed, *, open_: bool, known: frozenset[str]) -> list[WordPiece]:
    """Return ``pieces`` with the pieces of one more line, joined as text is."""
    if not pieces:
        return list(line.pieces)
    before = "".join(piece.text for piece in pieces)
    joined = soft(before, line.text, open_=open_, known=known)
    made = list(pieces)
    added = len(joined) - len(line.text)
    if added > len(before):
        both = made[-1].href == line.pieces[0].href
        made.append(WordPiece(" ", made[-1].href if both else None, made[-1].bold and line.pieces[0].bold))
    elif added < len(before):
        # A hyphen that only parted syllables went.
        made[-1] = made[-1]._replace(text=made[-1].text[: added - len(before)])
    made.extend(line.pieces)
    return _merged(made)


def _merged(pieces: Sequence[WordPiece]) -> list[WordPiece]:
    made: list[WordPiece] = []
    for piece in pieces:
        if made and made[-1][1:] == piece[1:]:
            made[-1] = made[-1]._replace(text=made[-1].text + piece.text)
        else:
            made.append(piece)
    return made


def _trimmed(pieces: Sequence[WordPiece]) -> list[WordPiece]:
    return _merged([piece._replace(text=piece.text.replace("\xad", "")) for piece in pieces if piece.text])


def _share_middle(above: Printed, line: Printed) -> bool:
    """Tell whether two bold lines are set on one middle, wherever the margins are."""
    off = abs(above.x0 + above.x1 - line.x0 - line.x1) / 2
    apart = abs(above.x0 - line.x0)
    near = (off < 0.3 * line.size and apart > 0.8 * line.size) or (off < 0.1 * line.size and apart > 0.3 * line.size)
    return above.bold and line.bold and near


def _is_tall(above: Printed, line: Printed) -> bool:
    """Tell whether an index in one of two lines makes the white between them, and the sentence goes on over it."""
    return (
        bool(_INDEX.search(above.text) or _INDEX.search(line.text))
        and line.text[:1].islower()
        and not above.text.endswith((*_STOP, *_OPEN_END))
        and 0 < line.y - above.y < _TALL * line.size
    )


def _in_brackets(held: Sequence[Printed], line: Printed) -> bool:
    """Tell whether a bracket that the lines opened is still open, and ``line`` goes on in it."""
    text = " ".join(one.text for one in held)
    return (
        text.count("(") > text.count(")")
        and (line.text[:1].islower() or line.text[:1] == "(")
        and line.page == held[-1].page
    )


def _begins_blank(above: str, line: str, lang: Lang) -> bool:
    """Tell whether a line of a form begins a paragraph: one to be filled in, after a sentence or a caption; a caption,
    which stands alone in brackets under a blank; and what follows it."""
    caption = _CAPTION.fullmatch(above) is not None
    if _FORM_LINE.match(line):
        return caption or above.endswith(_SENTENCE)
    if _CAPTION.fullmatch(line):
        # «(бұдан әрі – Ұйым)» names what is written and belongs to the sentence.
        return "__" in above and not words_of(lang).fields.definition.match(fold(line[1:]))
    return caption and line[:1].isupper()


def _uncertain(above: Printed, line: Printed) -> Finding:
    return on_page("read.paragraph_uncertain", line.page, f"{above.text} {line.text}")
