"""Changes in the user's own Word file from the command line: redline --by, check --to docx, pack."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.publication.tracked import tracking
from lexkz.workspace.cli import main
from tests.publication.tracked.layouts import amending, letterhead, package, paragraph, run
from tests.publication.word import W, body, part, text

pytest.importorskip("docx")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for lang in ("rus", "kaz"):
        (tmp_path / f"{lang}.docx").write_bytes(letterhead(lang))
        (tmp_path / f"order_{lang}.txt").write_text(amending(lang, rows=True), encoding="utf-8")
    return tmp_path


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.output


@pytest.mark.parametrize("lang", ["rus", "kaz"])
def test_the_departments_own_file_comes_back_with_tracked_changes(lang: str, desk: Path) -> None:
    code, said = _run("redline", f"{lang}.docx", "--by", f"order_{lang}.txt", "-o", "out.docx")
    assert (code, said) == (0, "")
    data = (desk / "out.docx").read_bytes()
    assert text(part(data, "word/header1.xml")) == "Бланк № 7"
    assert any(text(each).startswith("3-1. ") for each in body(data).iter(f"{W}ins"))


def test_a_unit_without_a_sure_place_is_named_and_the_exit_says_it(desk: Path) -> None:
    field = f'<w:fldSimple w:instr=" REF a ">{run("2. Центр выдает справку в течение 3 дней:")}</w:fldSimple>'
    base = (desk / "rus.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(base)) as archive:
        lines = [text(each) for each in part(base).iter(f"{W}p")]
        assert archive.testzip() is None
    inner = "".join(f"<w:p>{field}</w:p>" if line.startswith("2. Центр") else paragraph(line) for line in lines[:22])
    (desk / "field.docx").write_bytes(package(f"{inner}<w:sectPr/>"))
    (desk / "order.txt").write_text(amending("rus"), encoding="utf-8")
    code, said = _run("redline", "field.docx", "--by", "order.txt", "-o", "out.docx")
    assert code == 1
    assert "publish.not_placed" in said
    assert "5 рабочих дней" in said
    assert (desk / "out.docx").exists()


def test_no_file_is_given_that_could_not_be_proved(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracking, "rewrite", lambda *_: None)
    code, said = _run("redline", "rus.docx", "--by", "order_rus.txt", "-o", "out.docx")
    assert code == 1
    assert "publish.not_proved" in said
    assert not (desk / "out.docx").exists()


def test_tracked_changes_of_others_are_refused_in_the_users_language(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change = f'<w:p><w:ins w:id="1" w:author="Иванов">{run("8. Новый пункт.")}</w:ins></w:p>'
    inner = "".join(paragraph(line) for line in ("Тестовые правила", "1. Центр ведет журнал."))
    (desk / "two.docx").write_bytes(package(f"{inner}{change}<w:sectPr/>"))
    monkeypatch.setenv("LEXKZ_LANG", "rus")
    code, said = _run("redline", "two.docx", "--by", "order_rus.txt", "-o", "out.docx")
    assert code == 2
    assert "уже есть отмеченные исправления" in said


@pytest.mark.parametrize(
    "arguments", [("rus.docx",), ("rus.docx", "order_rus.txt", "--by", "order_rus.txt")], ids=["neither", "both"]
)
def test_either_a_new_text_or_amending_acts_are_given(arguments: tuple[str, ...], desk: Path) -> None:
    code, said = _run("redline", *arguments, "-o", "out.docx")
    assert code == 2
    assert "--by" in said
    assert not (desk / "out.docx").exists()


def test_by_an_order_a_base_that_is_no_word_file_is_written_in_our_layout(desk: Path) -> None:
    code, _ = _run("redline", "rus.docx", "--by", "order_rus.txt", "-o", "out.html")
    assert code == 0
    assert "<ins" in (desk / "out.html").read_text(encoding="utf-8")


def test_a_draft_is_written_with_its_defects_in_the_margin(desk: Path) -> None:
    code, said = _run("check", "order_rus.txt", "--to", "docx", "-o", "out.docx")
    assert code == 0
    assert len(part((desk / "out.docx").read_bytes(), "word/comments.xml")) == said.count("warning") > 0
    assert _run("check", "order_rus.txt", "--to", "docx")[0] == 2


def test_a_pack_holds_the_own_file_with_the_changes(desk: Path) -> None:
    code, said = _run("pack", "kaz.docx", "--by", "order_kaz.txt", "-o", "pack")
    assert code == 0, said
    (redline,) = (desk / "pack").glob("2. *.docx")
    assert text(part(redline.read_bytes(), "word/header1.xml")) == "Бланк № 7"
