"""The frame of the print: margins, indent and leading of a document, and how it marks where a paragraph begins."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Literal

from lexkz.reading.blocks import Align
from lexkz.reading.pdf.lines import Printed

Marks = Literal["indent", "hanging", "spacing", "line_ends"]
"""How paragraphs are told apart: by the indent of their first line, or of all others; by white between them; by
lines that end short."""

_INDENT = (0.7, 8.0)
"""Of the type size: so far from the margin an indent can be."""
_LOOSE = 1.25
"""Of the leading: lines further apart have white between them."""
_ROOM = 0.4
"""Of the type size: what is left of a line must be so much more than the next word needs."""
_MARGIN = 50.0
"""Points: the margins of odd and even pages differ by less."""
_FEW = 15
"""Lines that show a margin surely."""
_STRETCHED = 1.06
"""Of the usual white between words: more was spread."""
_PLACES = 12
"""So many places, the most common, are tried as those where lines begin."""
_MIDDLE = 0.06
"""Of a page's width: margins of two sizes move the middle of the text by so much at most."""
_NEXT = 4.0
"""Of the leading: further apart, a table or a picture stands between two lines, and no white that parts paragraphs."""
_RIGHT = 0.4
"""Of the width: a line that begins so far in stands at the right."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Margins of one kind of page, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set."""

    frames: Mapping[int, Frame]
    """The frame of each page, by its number."""
    size: float
    """Type size of most lines, in points."""
    leading: float
    """From baseline to baseline within a paragraph, in type sizes."""
    indents: tuple[float, ...]
    """Indents that first lines have, in points from the left margin."""
    marks: Marks
    justified: bool
    spaces: bool = False
    """True where the file prints the space at which a line was wrapped."""
    gap: float = 0.0
    """White between words of lines that are not stretched, in type sizes; 0 where none shows it."""
    widths: Mapping[int, float] = field(default_factory=dict)
    """How wide each page is, in points."""

    def align(self, line: Printed) -> Align:
        """Return how a line stands in its frame: ``body`` for all that is neither at the right nor centred."""
        frame = self.frames[line.page]
        inset, width = line.x0 - frame.left, frame.right - frame.left
        em = line.size
        if inset < 0.7 * em:
            return "body"
        if inset > _RIGHT * width and line.x0 + line.x1 > frame.left + frame.right + 0.08 * width:
            return "right"
        off = abs(line.x0 + line.x1 - frame.left - frame.right) / 2
        # A first line at the indent can end as far from the right margin by chance.
        indented = any(abs(inset - indent) < 0.12 * em for indent in self.indents)
        # Ragged lines show the right margin, and with it the middle, only roughly.
        loose = not self.justified and self.room(line) > 1.5 * em
        share = 0.012 if not loose else 0.05 if line.bold else 0.03
        if off < max(share * width, 0.35 * em) and not indented:
            return "center"
        if line.x1 > frame.right - 0.3 * em and inset > 0.25 * width and not indented:
            return "right"
        return "body"

    def in_middle(self, line: Printed) -> bool:
        """Tell whether a line is set about the middle of its page: where the text shows no margin, the page does."""
        width = self.widths.get(line.page, 0.0)
        return abs(line.x0 + line.x1 - width) / 2 < _MIDDLE * width

    def room(self, line: Printed) -> float:
        """Return how much of its width a line leaves free at its end, in points."""
        return self.frames[line.page].right - line.x1

    def ends(self, line: Printed, below: Printed) -> bool:
        """Tell whether a line was ended on purpose: the next word would have fitted on it."""
        return self.room(line) - below.first - 0.25 * line.size > _ROOM * line.size

    def full(self, line: Printed) -> bool:
        """Tell whether a line reaches the margin as lines inside a justified paragraph do."""
        return self.room(line) < max(1.2, 0.1 * line.size)

    def stretched(self, line: Printed) -> bool:
        """Tell whether the words of a line were spread to reach the margin, as those of a last line never are."""
        return self.justified and 0.0 < self.gap * _STRETCHED * line.size < line.gap

    def loose(self, line: Printed, below: Printed) -> bool:
        """Tell whether there is more white between two lines of a page than inside a paragraph."""
        return below.y - line.y > _LOOSE * self.leading * max(line.size, below.size)


def style(pages: Mapping[int, Sequence[Printed]], widths: Mapping[int, float]) -> Style:
    """Return how the lines of a document are set.

    ``pages``: the lines of each page that stand in no table; ``widths``: how wide each page is, in points.
    """
    sizes: Counter[float] = Counter()
    for found in pages.values():
        for line in found:
            sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    frames = _frames(pages, widths)
    leading = _leading(pages, size)
    body = [[line for line in found if abs(line.size - size) < 0.1 * size] for found in pages.values()]
    bare = Style(frames, size, leading, (), "line_ends", _justified(body, frames, size))
    # Centred lines begin each at a place of its own; what begins where others do is indented, wherever it ends.
    starts = Counter(round(line.x0 - frames[line.page].left) for found in body for line in found)
    plain = [
        [
            line
            for line in found
            if (align := bare.align(line)) == "body"
            or (align == "center" and not line.bold and starts[round(line.x0 - frames[line.page].left)] > 1)
        ]
        for found in body
    ]
    pairs = _pairs(pages.values(), plain, _NEXT * leading)
    marks, indents = _marks(bare, plain, pairs)
    wrapped = Counter(one.open for one, other in pairs if not bare.ends(one, other))
    spaces = wrapped.total() >= 5 and wrapped[True] > 0.8 * wrapped.total()
    gaps = [line.gap / line.size for found in plain for line in found if line.gap > 0 and bare.room(line) > 2 * size]
    gap = median(gaps) if gaps else 0.0
    return Style(frames, size, leading, indents, marks, bare.justified, spaces, gap, widths)


def _frames(pages: Mapping[int, Sequence[Printed]], widths: Mapping[int, float]) -> dict[int, Frame]:
    """Return the frame of each page; pages of one width share it, odd and even ones apart where margins alternate."""
    kinds: dict[tuple[int, int], list[int]] = {}
    for number in pages:
        kinds.setdefault((round(widths[number]), number % 2), []).append(number)
    made: dict[int, Frame] = {}
    for width in {width for width, _ in kinds}:
        sides = sorted((own for (wide, _), own in kinds.items() if wide == width), key=lambda own: _shown(own, pages))
        strong, weak = sides[-1], sides[0]
        frame = _frame([line for number in strong for line in pages[number]])
        other = _frame([line for number in weak for line in pages[number]])
        both = _frame([line for own in sides for number in own for line in pages[number]])
        outermost = [min((line.x0 for number in own for line in pages[number]), default=0.0) for own in (strong, weak)]
        if abs(other.left - frame.left) <= 2 or abs(outermost[0] - outermost[1]) <= 2:
            frame = other = both
        else:
            many, few = ([line for number in own for line in pages[number]] for own in (strong, weak))
            other = _moved(frame, many, few, float(width))
            if other == frame:
                # The margins do not alternate, so that what sticks out on the pages that show less is in the frame.
                frame = other = both
        made.update(dict.fromkeys(strong, frame))
        made.update(dict.fromkeys(weak, other if weak is not strong else frame))
    return made


def _shown(numbers: Sequence[int], pages: Mapping[int, Sequence[Printed]]) -> tuple[int, int]:
    """Return how much of the frame some pages show: its width, rounded to 10 points, and how many lines there are."""
    found = [line for number in numbers for line in pages[number]]
    frame = _frame(found)
    return round((frame.right - frame.left) / 10), len(found)


def _moved(frame: Frame, many: Sequence[Printed], few: Sequence[Printed], width: float) -> Frame:
    """Return the frame of the pages that show fewer lines (``few``): that of the others, moved to where most of the
    lines begin or end as lines do there.

    Pages on which each line is indented do not show their margin, but they do show the indent.
    """
    insets = Counter(round(line.x0 - frame.left) for line in many)
    often = max(2, 0.03 * len(many))
    usual = [at for at, count in insets.most_common(_PLACES) if at >= 0 and count >= often] or [0]
    mirrored = width - frame.right - frame.left
    starts = Counter(round(line.x0, 1) for line in few)
    ends = Counter(round(line.x1, 1) for line in few)
    shifts = {0.0, mirrored, *(at - inset - frame.left for at, _ in starts.most_common(_PLACES) for inset in usual)}

    def score(shift: float) -> tuple[int, bool, float]:
        left, right = frame.left + shift, frame.right + shift
        begun = sum(many for at, many in starts.items() if any(abs(at - left - inset) < 1.5 for inset in usual))
        ended = sum(many for at, many in ends.items() if abs(at - right) < 1.5)
        outside = sum(many for at, many in starts.items() if at < left - 2)
        outside += sum(many for at, many in ends.items() if at > right + 2)
        return begun + 2 * ended - 3 * outside, min(abs(shift), abs(shift - mirrored)) < 1.5, -abs(shift)

    best = max((shift for shift in shifts if abs(shift) < _MARGIN), key=score)
    return Frame(frame.left + best, frame.right + best)


def _frame(found: Sequence[Printed]) -> Frame:
    if not found:
        return Frame(0.0, 0.0)
    lefts = Counter(round(line.x0) for line in found)
    # Two lines at least begin at the margin, unless there are hardly any.
    common = [
        place
        for place, count in lefts.items()
        if count + lefts[place - 1] + lefts[place + 1] >= max(2, 0.02 * len(found))
    ]
    left_mark = min(common, default=min(lefts))
    left = min(line.x0 for line in found if abs(line.x0 - left_mark) <= 1)
    rights = sorted((line.x1 for line in found), reverse=True)
    # One line alone may stick out far.
    right = (
        rights[1]
        if len(rights) > _FEW and rights[0] - rights[1] > 3 * median(line.size for line in found)
        else rights[0]
    )
    return Frame(left, right)


def _leading(pages: Mapping[int, Sequence[Printed]], size: float) -> float:
    """Return the smallest distance of baselines that is common, in type sizes."""
    steps: Counter[float] = Counter()
    for found in pages.values():
        for one, other in pairwise(found):
            step = (other.y - one.y) / size
            if abs(one.size - size) < 0.1 * size and 0.8 < step < 4:
                steps[round(step * 20) / 20] += 1
    if not steps:
        return 1.2
    most = steps.most_common(1)[0][1]
    return min(step for step, count in steps.items() if count >= max(0.25 * most, 1))


def _justified(body: Sequence[Sequence[Printed]], frames: Mapping[int, Frame], size: float) -> bool:
    """Tell whether most lines that come near the right margin end exactly at it."""
    near = [
        frames[line.page].right - line.x1
        for found in body
        for line in found
        if frames[line.page].right - line.x1 < 6 * size
    ]
    exact = sum(rest < 1.2 for rest in near)
    return exact >= 3 and exact > 0.6 * len(near)


def _pairs(
    pages: Iterable[Sequence[Printed]], plain: Sequence[Sequence[Printed]], apart: float
) -> list[tuple[Printed, Printed]]:
    """Return each plain line with the plain one right below it; a heading or a table between two lines makes white
    that parts no paragraphs (``apart``, in type sizes)."""
    own = {id(line) for found in plain for line in found}
    return [
        (one, other)
        for found in pages
        for one, other in pairwise(found)
        if id(one) in own and id(other) in own and 0 < other.y - one.y < apart * max(one.size, other.size)
    ]


def _marks(
    bare: Style, plain: Sequence[Sequence[Printed]], pairs: Sequence[tuple[Printed, Printed]]
) -> tuple[Marks, tuple[float, ...]]:
    """Recognise by what paragraphs are told apart, and the indents where there are some."""

    def inset(line: Printed) -> float:
        return line.x0 - bare.frames[line.page].left

    low, high = (bound * bare.size for bound in _INDENT)
    lines = sum(map(len, plain))
    indented: dict[int, list[float]] = {}
    for found in plain:
        for line in found:
            if low <= (exact := inset(line)) <= high:
                indented.setdefault(round(exact), []).append(exact)
    counts = Counter({place: len(exact) for place, exact in indented.items()})
    common = {
        place
        for place, count in counts.items()
        if count >= max(1, 0.04 * lines) or count + counts[place + 1] + counts[place - 1] >= max(2, 0.04 * lines)
    }
    indents = tuple(median(indented[place]) for place in sorted(common))
    first = others = ended = to_indent = loose = 0
    for one, other in pairs:
        if bare.ends(one, other):
            ended += 1
            to_indent += low <= inset(other)
            loose += bare.loose(one, other)
        elif not bare.loose(one, other):
            # A line that was not ended on purpose goes on in the next: that pair shows how paragraphs are set.
            first += low <= inset(one) <= high and inset(other) < low
            others += inset(one) < low <= inset(other) <= high and other.text[:1].islower()
    if indents and first >= max(others, 1):
        return "indent", indents
    if others > max(2, first):
        return "hanging", indents
    if indents and ended and to_indent > 0.6 * ended and not others:
        return "indent", indents
    if ended and loose > 0.6 * ended:
        return "spacing", ()
    return "line_ends", ()
