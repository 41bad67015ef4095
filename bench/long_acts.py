"""Long acts, all made up: how the time of the processor grows from 100 kB of text to 400 kB, by make and format."""

import html
import math
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from itertools import count, groupby
from pathlib import Path

from bench.consolidating import LINEAR
from bench.timing import Ratio

_SIZES = (100_000, 400_000)
"""Bytes of text."""
_LIMIT = 1.25
"""Of the exponent: what is linear comes near 1, what looks at the whole act for each line near 2."""
_ORDER = (
    "Об утверждении Правил учёта саженцев",
    "Приказ Министра садоводства Республики Казахстан от 3 марта 2022 года № 14",
    "ПРИКАЗЫВАЮ:",
    "1. Утвердить прилагаемые Правила учёта саженцев.",
    "2. Настоящий приказ вводится в действие со дня подписания.",
    "Утверждены приказом Министра садоводства Республики Казахстан от 3 марта 2022 года № 14",
    "Правила учёта саженцев",
)
_LAW = ("О садах", "Закон Республики Казахстан от 3 марта 2022 года № 14-VII")
_AMENDING = (
    "О внесении изменений в приказ Министра садоводства",
    "Приказ Министра садоводства Республики Казахстан от 3 марта 2023 года № 15",
    "ПРИКАЗЫВАЮ:",
    "1. Внести в приказ Министра садоводства Республики Казахстан от 3 марта 2022 года № 14 «Об утверждении Правил "
    "учёта саженцев» следующие изменения:",
    "в Правилах учёта саженцев, утвержденных указанным приказом:",
)
_CLOSING = ("2. Настоящий приказ вводится в действие со дня подписания.",)


def long_acts() -> Iterator[Ratio]:
    """The exponents of reading, of reading the commands and of applying them."""
    from lexkz.amendment.annotate import annotate
    from lexkz.consolidation import consolidate
    from lexkz.structure import load

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        annotate(load(_text(folder / "first.txt", _filled(_AMENDING, _commands, 2_000))))
        for make, opening, part in _MAKES:
            for suffix, write in _FORMATS:
                paths = [write(folder / f"{size}{suffix}", _filled(opening, part, size)) for size in _SIZES]
                yield _growth(f"{make}{suffix} to Akoma Ntoso", [lambda path=path: load(path) for path in paths])  # type: ignore[misc]
        acts = [load(_text(folder / f"{size}.txt", _filled(_AMENDING, _commands, size, _CLOSING))) for size in _SIZES]
        yield _growth("commands of an order", [lambda act=act: annotate(act) for act in acts])  # type: ignore[misc]
        bases = [load(_text(folder / f"{size}.txt", _filled(_ORDER, _points, size))) for size in _SIZES]
        pairs = [(base, annotate(act)) for base, act in zip(bases, acts, strict=True)]
        yield _growth("applying them", [lambda pair=pair: consolidate(pair[0], [pair[1]]) for pair in pairs])  # type: ignore[misc]


def _growth(name: str, works: list[Callable[[], object]]) -> Ratio:
    # By the processor's clock, since others may be at work on the machine; once, for what is kept from one time to the
    # next would flatter the small one.
    small, large = map(_processor, works)
    print(f"{name}: {small:.2f} s, {large:.2f} s of the processor", flush=True)
    exponent = math.log(large / small) / math.log(_SIZES[1] / _SIZES[0])
    return Ratio(f"growth: {name} (exponent)", exponent, 1.0, LINEAR, _LIMIT)


def _processor(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


Part = Callable[[int], list[str]]
"""From the number of a part of an act to its lines; rows of a table have their cells parted by tabs."""


def _filled(opening: tuple[str, ...], part: Part, size: int, closing: tuple[str, ...] = ()) -> list[str]:
    lines = list(opening)
    made = 0
    for number in count(1):
        if made >= size:
            break
        lines += (more := part(number))
        made += sum(len(line.encode()) for line in more)
    return [*lines, *closing]


def _points(number: int) -> list[str]:
    return [
        f"{number}. Питомник вносит саженцы ряда {number} в журнал учёта в течение {number % 30 + 1} рабочих дней, "
        f"согласно пункту {max(1, number - 1)} Правил."
    ]


def _articles(number: int) -> list[str]:
    return [
        *([f"Глава {number // 10}. Порядок учёта вида {number // 10}"] if number % 10 == 0 else []),
        f"Статья {number}. Учёт саженцев вида {number}",
        f"1. Питомник вносит саженцы ряда {number} в журнал.",
        f"2. Журнал согласно статье {max(1, number - 1)} настоящего Закона хранят:",
        "1) питомник;",
        "2) лесхоз.",
    ]


def _tables(number: int) -> list[str]:
    rows = [f"{row}\tПосадка саженцев вида {number}-{row}\t{row} дней\t{row * 100},5" for row in range(1, 41)]
    return [f"Таблица {number}. Нормы вида {number}", "№\tВид работ\tСрок\tЦена, тенге", *rows]


def _rows(number: int) -> list[str]:
    return [f"{number}\tПосадка саженцев вида {number}\t{number % 30} дней\t{number * 100},5"]


def _commands(number: int) -> list[str]:
    if number % 2:
        return [
            f"пункт {number} изложить в следующей редакции:",
            f"«{number}. Питомник вносит саженцы ряда {number} в книгу учёта, согласно пункту {max(1, number - 1)} "
            "Правил, и хранит книгу пять лет.»;",
        ]
    return [
        f"в пункте {number} слова «в журнал учёта» заменить словами «в книгу учёта ряда {number}», слова «рабочих "
        "дней» заменить словами «календарных дней»;"
    ]


_MAKES: tuple[tuple[str, tuple[str, ...], Part], ...] = (
    ("points", _ORDER, _points),
    ("articles", _LAW, _articles),
    ("tables", (*_ORDER, "1. Нормы в таблицах."), _tables),
    ("one table", (*_ORDER, "1. Нормы в таблице.", "№\tВид работ\tСрок\tЦена, тенге"), _rows),
)


def _text(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _blocks(lines: list[str]) -> Iterator[list[list[str]]]:
    """Yield the rows of each table, and each other line as the one cell of one row."""
    for together, block in groupby(lines, key=lambda line: "\t" in line):
        rows = [line.split("\t") for line in block]
        yield from [rows] if together else ([row] for row in rows)


def _page(path: Path, lines: list[str]) -> Path:
    out = []
    for rows in _blocks(lines):
        cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in rows)
        whole = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        out.append(whole if len(rows[0]) > 1 else f"<p>{html.escape(rows[0][0])}</p>")
    path.write_text(f"<!DOCTYPE html><html><body>{chr(10).join(out)}</body></html>", encoding="utf-8")
    return path


def _markdown(path: Path, lines: list[str]) -> Path:
    out = []
    for rows in _blocks(lines):
        if len(rows[0]) > 1:
            rows.insert(1, ["---"] * len(rows[0]))
            out.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
        else:
            out.append(rows[0][0])
    path.write_text("\n\n".join(out) + "\n", encoding="utf-8")
    return path


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
}


def _docx(path: Path, lines: list[str]) -> Path:
    out = []
    for rows in _blocks(lines):
        cells = [[f"<w:p><w:r><w:t>{html.escape(cell)}</w:t></w:r></w:p>" for cell in row] for row in rows]
        set_rows = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in cells)
        whole = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in set_rows)}</w:tbl>"
        out.append(whole if len(rows[0]) > 1 else cells[0][0])
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, part)
        body = f'<w:document xmlns:w="{namespace}"><w:body>{"".join(out)}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
    return path


_FORMATS: tuple[tuple[str, Callable[[Path, list[str]], Path]], ...] = (
    (".txt", _text),
    (".html", _page),
    (".md", _markdown),
    (".docx", _docx),
)
