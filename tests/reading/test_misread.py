"""A single letter taken for another is doubted in every format, and left alone where a command quotes it. Made up."""

from pathlib import Path

import pytest

from lexkz.findings import Finding
from lexkz.reading.blocks import Lang
from lexkz.reading.source import read_source, read_text
from tests.reading.docx.raw import p, word

_ACTS: list[tuple[Lang, tuple[str, ...], str]] = [
    ("rus", ("1. Форма учёта и форма отчёта утверждаются.", "2. Щорма журнала утверждается."), "щорма"),
    ("kaz", ("1. Есеп нысаны мен қойма нысаны бекітіледі.", "2. Журнал нысавы бекітіледі."), "нысавы"),
]


def _doubts(findings: tuple[Finding, ...]) -> list[str | None]:
    return [finding.text for finding in findings if finding.code == "read.letter_doubtful"]


@pytest.mark.parametrize(("lang", "lines", "slip"), _ACTS)
def test_a_misread_letter_is_doubted_whatever_the_format(
    tmp_path: Path, lang: Lang, lines: tuple[str, ...], slip: str
) -> None:
    page, document = tmp_path / "act.html", tmp_path / "act.docx"
    page.write_text("<html><meta charset='utf-8'>" + "".join(f"<p>{line}</p>" for line in lines), encoding="utf-8")
    document.write_bytes(word("".join(map(p, lines))))
    text = read_text("\n".join(lines), lang=lang)
    for source in (text, read_source(page, lang=lang), read_source(document, lang=lang)):
        assert _doubts(source.findings) == [slip]
        assert [block.text for block in source.blocks if hasattr(block, "text")] == list(lines)
    (finding,) = (finding for finding in text.findings if finding.code == "read.letter_doubtful")
    assert finding.place is not None
    assert finding.place.line == 2


@pytest.mark.parametrize(("lang", "lines", "slip"), _ACTS)
def test_a_misprint_that_a_command_quotes_is_no_slip(lang: Lang, lines: tuple[str, ...], slip: str) -> None:
    quoted = f"слово «{slip}» заменить." if lang == "rus" else f"«{slip}» деген сөз ауыстырылсын."
    assert _doubts(read_text(f"{lines[0]}\n2. {quoted}", lang=lang).findings) == []
