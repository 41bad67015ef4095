"""PDF: printed from the page, the same bytes each time; a clear sentence where the extra is not installed."""

import os
import sys
from pathlib import Path

import pytest

from lexkz.findings import refusal
from lexkz.publication.extras import MissingExtraError, MissingFontError
from lexkz.publication.pdf import write_pdf
from lexkz.publication.sheet.act import act_sheet
from tests.publication.published import AFTER, act


def _needs_printer() -> None:
    """Skip where WeasyPrint, the libraries of the system that it needs, or all fonts are missing."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError, UserWarning) as error:
        pytest.skip(f"WeasyPrint cannot print here: {error}")


def test_a_pdf_is_made_and_is_the_same_each_time() -> None:
    _needs_printer()
    sheet = act_sheet(act(AFTER))
    made = write_pdf(sheet)
    assert made.startswith(b"%PDF-")
    assert made == write_pdf(sheet)
    assert b"CreationDate" not in made


def test_a_pdf_is_the_same_each_time_without_the_library_that_cuts_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    _needs_printer()
    from fontTools.misc import timeTools
    from weasyprint.pdf import fonts

    monkeypatch.setattr(fonts, "harfbuzz_subset", None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    sheet = act_sheet(act(AFTER))
    one = write_pdf(sheet)
    monkeypatch.setattr(timeTools.time, "time", lambda: 4_000_000_000.0)
    assert write_pdf(sheet) == one
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_a_sign_that_no_font_has_is_named_and_not_printed_as_a_box() -> None:
    _needs_printer()
    sheet = act_sheet(act(AFTER.replace("5", "5\U0003fff0", 1)))  # no font has a sign that means nothing
    with pytest.raises(MissingFontError, match="needs a font with the signs"):
        write_pdf(sheet)


def test_without_the_extra_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'lexkz\[pdf-out\]'"):
        write_pdf(act_sheet(act(AFTER)))


def test_where_a_library_of_the_system_is_missing_it_is_named_and_nothing_else_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "print('a page of advice')\nraise OSError('cannot load libpango')\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(MissingExtraError, match="needs the system library Pango") as stopped:
        write_pdf(act_sheet(act(AFTER)))
    assert capsys.readouterr() == ("", "")
    assert "apt install" in refusal(str(stopped.value)).kaz != str(stopped.value)
