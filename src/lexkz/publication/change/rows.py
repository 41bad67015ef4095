"""The rows of a comparison: a paragraph or a piece of a table before and after; what did not change is folded."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lexkz.comparison.words import Mark, Words
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.change.marks import Say, cells, side, text
from lexkz.publication.change.model import Line, Spans

_SHORT = 8
"""Letters up to which a cell stays in one line."""


class Rows:
    """Writes rows; an eId becomes the id of an element once on a page, at its first place."""

    def __init__(self, say: Say, lang: Lang) -> None:
        self.say = say
        self.code = words_of(lang).layout.code
        self.taken: set[str] = set()

    def compared(self, lines: Sequence[Line]) -> str:
        """Return lines before and after, those that did not change folded."""
        return "".join(
            self._changed(tuple(group)) if changed else self.folded(tuple(group))
            for changed, group in groupby(lines, key=lambda line: bool(line.types))
        )

    def unknown(self, lines: Sequence[Line], why: str) -> str:
        """Return lines after, and ``why`` there are none before."""
        left = [line for line in lines if line.new is not None]
        after = "".join(self._alone(tuple(group), row=row) for row, group in groupby(left, key=lambda line: line.row))
        after = after or f'<p class="lxc-none">{text(self.say("fell away"))}</p>'
        return self._row(
            f'<p class="lxc-none">{text(why)}</p>', after, self.anchor(lines[0].eid) if lines else "", lang=False
        )

    def folded(self, lines: Sequence[Line], *, between: str = "", after: Sequence[Line] = (), far: int = 0) -> str:
        """Return lines that did not change, folded; HTML ``between`` stands for ``far`` others before ``after``."""
        rows = all(line.row for line in (*lines, *after))
        said = self.say("Unchanged rows: {count}" if rows else "Unchanged paragraphs: {count}")
        summary = text(said.format(count=len(lines) + far + len(after)))
        inner = f"{self._plain(lines)}{between}{self._plain(after)}"
        return f'<details class="lxc-same"><summary>{summary}</summary><div>{inner}</div></details>'

    def _plain(self, lines: Sequence[Line]) -> str:
        if not lines:
            return ""
        inner = "".join(self._alone(tuple(group), row=row) for row, group in groupby(lines, key=lambda line: line.row))
        return f'<div lang="{self.code}">{inner}</div>'

    def around(self, around: tuple[Line | None, Line | None]) -> str:
        """Return the neighbours of a change, folded; nothing where none is known."""
        if around == (None, None):
            return ""
        before, after = (self._alone((line,), row=line.row) if line is not None else "" for line in around)
        here = f'<p class="lxc-here">⋯ {text(self.say("this change"))} ⋯</p>'
        said = text(self.say("Neighbouring paragraphs"))
        inner = f'<div lang="{self.code}">{before}</div>{here}<div lang="{self.code}">{after}</div>'
        return f'<details class="lxc-same lxc-around"><summary>{said}</summary>{inner}</details>'

    def anchor(self, eid: str) -> str:
        """Return the id of a unit as an attribute; nothing where the page has it already."""
        if not eid or eid in self.taken:
            return ""
        self.taken.add(eid)
        return f' id="{text(eid)}"'

    def _changed(self, lines: Sequence[Line]) -> str:
        made = []
        for row, group in groupby(lines, key=lambda line: line.row):
            if row:
                made.append(self._tables(tuple(group)))
            else:
                made.extend(self._paragraphs(tuple(same)) for same in _runs(group))
        return "".join(made)

    def _paragraphs(self, lines: Sequence[Line]) -> str:
        """One paragraph in both texts, or several that came or went one after another."""
        gone, came = (f'<p class="lxc-none">{text(self.say(said))}</p>' for said in ("was not there", "fell away"))
        no_old, no_new = lines[0].old is None, lines[0].new is None
        anchor = self.anchor(lines[0].eid)
        before = gone if no_old else "".join(f"<p>{side(line.words, '-')}</p>" for line in lines)
        after = came if no_new else "".join(self._new(line, first=line is lines[0]) for line in lines)
        return self._row(before, after, anchor, missing=(no_old, no_new))

    def _new(self, line: Line, *, first: bool) -> str:
        anchor = "" if first else self.anchor(line.eid)
        return f"<p{anchor}>{side(line.words, '+')}{self._link(line.eid)}</p>"

    def _tables(self, lines: Sequence[Line]) -> str:
        old = [line for line in lines if line.old is not None]
        new = [line for line in lines if line.new is not None]
        gone, came = (f'<p class="lxc-none">{text(self.say(said))}</p>' for said in ("was not there", "fell away"))
        before, after = self._table(old, "-") if old else gone, self._table(new, "+") if new else came
        return self._row(before, after, "", missing=(not old, not new), kind="lxc-row lxc-rows")

    def _alone(self, lines: Sequence[Line], *, row: bool) -> str:
        """Lines as they are, no words marked."""
        if row:
            return self._table(lines, "=")
        return "".join(f"<p>{text(line.new or line.old or '')}</p>" for line in lines)

    def _table(self, lines: Sequence[Line], mark: Mark) -> str:
        # A piece out of a table says again what its columns are.
        above = () if any(line.head for line in lines) else lines[0].above
        heads = "".join(
            self._table_row(line, "=", len(above) - place, linked=False) for place, line in enumerate(above)
        )
        body = "".join(self._table_row(line, mark, len(lines) - place) for place, line in enumerate(lines))
        return table(heads + body, self.say)

    def _table_row(self, line: Line, mark: Mark, left: int, *, linked: bool = True) -> str:
        said = line.old if mark == "-" else line.new if line.new is not None else line.old
        spans = line.old_spans if mark == "-" else line.new_spans or line.old_spans
        if mark == "=":
            words: Words = (("=", said or ""),)
        else:
            words = line.words
        own = tuple(cells(words, mark))
        tag = "th" if line.head else "td"
        inner = "".join(
            f"<{tag}{short(_said(one, mark))}{_span(spans, place, len(own), left)}>{side(one, mark)}</{tag}>"
            for place, one in enumerate(own)
        )
        return f"<tr{self.anchor(line.eid) if mark != '-' and linked else ''}>{inner}</tr>"

    def _row(
        self,
        before: str,
        after: str,
        anchor: str,
        *,
        missing: tuple[bool, bool] = (False, False),
        kind: str = "lxc-row",
        lang: bool = True,
    ) -> str:
        code = f' lang="{self.code}"'
        codes = (code if lang and not missing[0] else "", "" if missing[1] else code)
        left = f'<div class="lxc-before"{codes[0]}>{before}</div>'
        right = f'<div class="lxc-after"{codes[1]}>{after}</div>'
        return f'<div class="{kind}"{anchor}>{left}{right}</div>'

    def _link(self, eid: str) -> str:
        said = text(self.say("Link to this paragraph"))
        return f' <a class="lxc-link" href="#{text(eid)}" aria-label="{said}">¶</a>' if eid else ""


def table(rows: str, say: Say) -> str:
    """Return rows in HTML as a table. What scrolls can be reached by the keyboard, and has a name."""
    opened = f'<div class="lxc-table" role="group" aria-label="{text(say("Table"))}" tabindex="0">'
    return f"{opened}<table><tbody>{rows}</tbody></table></div>"


def _said(words: Words, mark: Mark) -> str:
    return "".join(said for kind, said in words if kind in ("=", mark))


def short(said: str) -> str:
    """Return the attribute of a cell that is not broken into lines: numbers of rows and the like, «6-1»."""
    return ' class="lxc-short"' if len(said) <= _SHORT else ""


def _span(spans: Spans, place: int, count: int, left: int) -> str:
    """Spans as the table has them; of rows only as many as are shown."""
    if len(spans) != count:
        return ""
    columns, rows = spans[place][0], min(spans[place][1], left)
    return (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")


def _runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Give lines one by one, but those that only came, or only went, as one."""
    run: list[Line] = []
    for line in lines:
        if run and line.types == run[0].types and line.types in (("added",), ("removed",)):
            run.append(line)
            continue
        if run:
            yield run
        run = [line]
    if run:
        yield run
