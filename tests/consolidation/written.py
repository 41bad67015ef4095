"""Cases that a lawyer writes: a sentence, the text before it, the text after it. fixtures/LEGEND.md says how."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from lexkz.akn.namespace import E, q
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Reading
from lexkz.consolidation import Consolidation, consolidate, outline, read_rulings
from lexkz.publication import export_text
from lexkz.reading import read_text
from lexkz.reading.blocks import Cell, Lang, Row, Source, Table
from lexkz.structure import Act, build
from tests.consolidation.heads import HEADS

_ARTICLE = re.compile(r"^(Статья \d|\d+(-\d+)?-бап)", re.MULTILINE)
_BLOCK = re.compile(r"^--- *(\w+) *(.*)$")
_VERDICT = re.compile(r"^→ *(\w+)(?:: *(.+))?$")
_WORDS = {
    "rus": {
        "signature": "Министр А. Тестов",
        "annex": "Приложение{}\nк приказу Министра здравоохранения\nот 5 марта 2021 года № 11",
        "approves": "ПРИКАЗЫВАЮ:\n1. Утвердить прилагаемые Тестовые правила учёта образцов.\nМинистр А. Тестов\n"
        "Утверждены\nприказом Министра здравоохранения\nот 10 января 2020 года № 7\nТестовые правила учёта образцов\n",
        "within": "в Тестовых правилах учёта образцов, утвержденных указанным приказом:",
    },
    "kaz": {
        "signature": "Министр А. Сынақов",
        "annex": "Денсаулық сақтау министрінің\n2021 жылғы 5 наурыздағы\n№ 11 бұйрығына\n{}қосымша",
        "approves": "БҰЙЫРАМЫН:\n1. Қоса беріліп отырған Үлгілерді есепке алудың сынақ қағидалары бекітілсін.\n"
        "Министр А. Сынақов\nДенсаулық сақтау министрінің\n2020 жылғы 10 қаңтардағы\n№ 7 бұйрығымен\nбекітілген\n"
        "Үлгілерді есепке алудың сынақ қағидалары\n",
        "within": "көрсетілген бұйрықпен бекітілген Үлгілерді есепке алудың сынақ қағидаларында:",
    },
}
_KNOWN = {"base", "rules", "outline", "annex", "clause", "act", "published", "at", "rulings", "after"}
_BASES = ("base", "rules", "outline")
_VERDICTS = {"refused", "warned", "already", "outcome", "unjudged", "says", "told"}


@dataclass(frozen=True)
class Case:
    """One case of a fixture file."""

    name: str
    lang: Lang
    commands: str
    blocks: tuple[tuple[str, str, str], ...]
    """Each: its word, what stands beside the word, its text."""
    verdicts: Mapping[str, tuple[str, ...]]
    """Finding codes after "→ refused:", "→ warned:" and "→ told:"; "already" without any."""
    topic: str = ""
    """Name of the file that it stands in, without the ending."""

    def _all(self, word: str) -> list[tuple[str, str]]:
        return [(beside, text) for name, beside, text in self.blocks if name == word]

    def one(self, word: str) -> str:
        """What stands beside ``word``, or in the block that it begins; empty where there is none."""
        return next((beside or text for beside, text in self._all(word)), "")

    @property
    def _kind(self) -> str:
        return "law" if _ARTICLE.search(self.one("base")) or ("outline", "law") in self._headed() else "order"

    def _headed(self) -> set[tuple[str, str]]:
        return {(name, beside) for name, beside, _ in self.blocks}

    @property
    def _frame(self) -> str:
        """What stands before the text of the case in its base."""
        if self._all("outline"):
            return ""
        head = HEADS[self.lang, self._kind][0]
        return head + (_WORDS[self.lang]["approves"] if self._all("rules") else "")

    @cached_property
    def base(self) -> Act:
        """The act before."""
        for _, text in self._all("outline"):
            act, reading = annotate(self.act(self.order(text or self.commands)))
            return outline(reading, reading.commands[0].base, act)
        return self.act(self._frame + (self.one("rules") or self.one("base")))

    def amending(self) -> list[tuple[Act, Reading]]:
        """The amending act of the sentences and each that is written out whole, read once: consolidating leaves them as
        they are, which a proof holds it to, and no test may change them."""
        return list(self._amending)

    @cached_property
    def _amending(self) -> tuple[tuple[Act, Reading], ...]:
        texts = [text for _, text in self._all("act")]
        if self.commands:
            texts.insert(0, self.order(self.commands))
        return tuple(annotate(self.act(text)) for text in texts)

    def order(self, commands: str) -> str:
        """Return the amending act with ``commands`` as a text."""
        _, head, clause = HEADS[self.lang, self._kind]
        words = _WORDS[self.lang]
        if self._all("rules"):
            head += words["within"] + "\n"
        if self.one("clause"):
            clause = re.sub(r"^((?:Статья )?2\S*) .*", lambda found: f"{found[1]} {self.one('clause')}", clause)
        text = f"{head}{commands}\n{clause}"
        for place, (beside, annex) in enumerate(self._all("annex")):
            mark = words["annex"].format(self._number(beside))
            text += f"{words['signature'] if not place else ''}\n{mark}\n{annex}\n"
        return text

    def _number(self, beside: str) -> str:
        if not beside:
            return ""
        return f" {beside}" if self.lang == "rus" else f"{beside}-"

    def act(self, text: str) -> Act:
        """Return the act that a text is, read in the language of the case."""
        lines = [line for line in text.split("\n") if line.strip()]
        # Rows of one table follow each other without an empty line.
        ends = ["\n" if "\t" in one and "\t" in two else "\n\n" for one, two in pairwise([*lines, ""])]
        text = "".join(line + end for line, end in zip(lines, ends, strict=True))
        return build(_with_spans(read_text(text, lang=self.lang)))

    def consolidated(self) -> tuple[Consolidation, tuple[str, ...]]:
        """What the sentences give, and the codes of all errors and warnings of reading and of applying them."""
        acts = self.amending()
        published = {"*": date.fromisoformat(self.one("published"))} if self.one("published") else {}
        at = date.fromisoformat(self.one("at")) if self.one("at") else None
        rulings = read_rulings(self.one("rulings"), "rulings.toml") if self._all("rulings") else ()
        made = consolidate(self.base, acts, published=published, at=at, rulings=rulings)
        return made, tuple(
            f"{found.severity} {found.code}"
            for found in dict.fromkeys(
                (*(each for _, reading in acts for each in reading.findings), *made.report.findings)
            )
            if found.severity != "info" and replace(found, of=None) not in self.base.findings
        )

    def expected(self) -> tuple[str, ...]:
        """The text of the act as the case says that it is after the sentences; without "after", as before."""
        if self._all("outline") and not self._all("after"):
            return shown(self.base)
        return _lines(self._frame) + _lines(self.one("after") or self.one("rules") or self.one("base"))


def _with_spans(source: Source) -> Source:
    """The source with cells "<" joined to the cell at their left, and cells "^" to the one above them."""
    blocks = (
        replace(block, rows=_spanning(block.rows)) if isinstance(block, Table) else block for block in source.blocks
    )
    return replace(source, blocks=tuple(blocks))


def _spanning(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    made: list[list[Cell | None]] = []
    above: dict[int, tuple[int, int]] = {}
    for at, row in enumerate(rows):
        line: list[Cell | None] = []
        for column, cell in enumerate(row.cells):
            if cell.text == "<":
                before = max(place for place, known in enumerate(line) if known is not None)
                known = line[before]
                assert known is not None
                line[before] = replace(known, colspan=known.colspan + 1)
                line.append(None)
            elif cell.text == "^":
                up, place = above[column]
                known = made[up][place]
                assert known is not None
                made[up][place] = replace(known, rowspan=known.rowspan + 1)
                line.append(None)
            else:
                above[column] = (at, len(line))
                line.append(cell)
        made.append(line)
    return tuple(
        replace(row, cells=tuple(cell for cell in line if cell is not None))
        for row, line in zip(rows, made, strict=True)
    )


def _lines(text: str) -> tuple[str, ...]:
    lines = (re.sub(r"(?<![^\t])[<^](?:\t|$)", "", line).rstrip("\t") for line in text.split("\n"))
    return tuple(" ".join(line.split(" ")).strip() for line in lines if line.strip())


def shown(act: Act) -> tuple[str, ...]:
    """The whole text of an act, as ``lexkz … --to text`` prints it, a line a paragraph; "…" where it is not known."""
    root = deepcopy(act.root)
    for unknown in list(root.iter(q("omissis"))):
        there = E.span("…")
        there.tail = unknown.tail
        holder = unknown.getparent()
        assert holder is not None
        holder.replace(unknown, there)
    return _lines(export_text(Act(root)))


def typed(text: str, lang: Lang) -> Act:
    """Return the act of a text that has a paragraph a line; rows of a table are lines that follow one another."""
    lines = [line for line in text.split("\n") if line.strip()]
    ends = ["\n" if "\t" in one and "\t" in two else "\n\n" for one, two in pairwise([*lines, ""])]
    return build(read_text("".join(line + end for line, end in zip(lines, ends, strict=True)), lang=lang))


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of ``folder/LANG/*.txt``.

    Raises ValueError where a file is not written as the legend says, or there is none: a test of nothing holds nothing.
    """
    paths = sorted(folder.glob("*/*.txt"))
    if not paths:
        raise ValueError(f"{folder} has no cases")
    for path in paths:
        for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
            name, _, rest = block.partition("\n")
            yield replace(case(name.strip(), "kaz" if path.parent.name == "kaz" else "rus", rest), topic=path.stem)


def case(name: str, lang: Lang, written: str) -> Case:
    """Return the case that was ``written`` under ``# name``. Raises ValueError where the legend has no such form."""
    blocks: list[tuple[str, str, list[str]]] = [("commands", "", [])]
    verdicts: dict[str, tuple[str, ...]] = {}
    for line in written.split("\n"):
        if block := _BLOCK.match(line):
            blocks.append((block[1], block[2].strip(), []))
        elif (verdict := _VERDICT.match(line)) and verdict[1] == "says":
            verdicts["says"] = (*verdicts.get("says", ()), (verdict[2] or "").strip())
        elif verdict:
            verdicts[verdict[1]] = tuple((verdict[2] or "").replace(",", " ").split())
        else:
            blocks[-1][2].append(line)
    unknown = {word for word, _, _ in blocks[1:]} - _KNOWN | set(verdicts) - _VERDICTS
    words = [word for word, _, _ in blocks]
    if unknown or sum(word in _BASES for word in words) != 1 or ("after" not in words and not verdicts):
        raise ValueError(
            f"{name}: not written as LEGEND.md says ({', '.join(sorted(unknown)) or 'a block is missing'})"
        )
    made = [(word, beside, "\n".join(lines).strip("\n")) for word, beside, lines in blocks]
    return Case(name, lang, made[0][2], tuple(made[1:]), verdicts)
