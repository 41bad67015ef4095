"""Documents as a user asks for them: redline, compare-table, changes, side-by-side, export."""

import sys
from pathlib import Path
from unittest.mock import ANY

import pytest
from click.testing import CliRunner

pytest.importorskip("docx")

from lexkz.workspace.cli import main

ROOT = Path(__file__).parent.parent.parent
BASE = str(ROOT / "xml" / "V2300032941" / "kaz.xml")
NEW = str(next((ROOT / "consolidated" / "V2300032941").glob("kaz@*.xml")))
ORDER = str(ROOT / "xml" / "V2400035172" / "kaz.xml")

_BASE = {
    "kaz": "Құдықтар туралы ойдан шығарылған қағидаларды бекіту туралы\n"
    "Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығы\n"
    "БҰЙЫРАМЫН:\n1. Құдықтар ашық болсын.\n2. Құдықтар таза болсын.\n",
    "rus": "О выдуманных правилах о колодцах\n"
    "Приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7\n"
    "ПРИКАЗЫВАЮ:\n1. Колодцы открыты.\n2. Колодцы чисты.\n",
}
_ORDER = {
    "kaz": "Өзгеріс енгізу туралы\n"
    "Қазақстан Республикасы Денсаулық сақтау министрінің 2024 жылғы 5 наурыздағы № 9 бұйрығы\n"
    "БҰЙЫРАМЫН:\n1. «Құдықтар туралы ойдан шығарылған қағидаларды бекіту туралы» Қазақстан Республикасы Денсаулық "
    "сақтау министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығына мынадай өзгеріс енгізілсін:\n"
    "2-тармақ алып тасталсын.\n2. Осы бұйрық алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.\n",
    "rus": "О внесении изменения\n"
    "Приказ Министра здравоохранения Республики Казахстан от 5 марта 2024 года № 9\n"
    "ПРИКАЗЫВАЮ:\n1. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "
    "«О выдуманных правилах о колодцах» следующее изменение:\n"
    "пункт 2 исключить.\n2. Настоящий приказ вводится в действие после дня его первого официального опубликования.\n",
}


def _run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, arguments)
    return done.exit_code, done.stderr


def test_a_redline_of_two_texts_is_written(tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    code, said = _run("redline", BASE, NEW, "-o", str(out))
    # Two commands wait in NEW: its file says so, and so does who compares it.
    assert (code, said.count("error: ")) == (1, 2)
    assert out.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("command", ["redline", "compare-table"])
def test_new_may_be_the_act_that_amends_old_and_what_waits_is_said(command: str, tmp_path: Path) -> None:
    out = tmp_path / "made.html"
    code, said = _run(command, BASE, ORDER, "-o", str(out))
    assert code == 1
    assert said.count("error:") == 2
    assert "Қызметтерді алушылардың жеке қажеттілігін" in out.read_text(encoding="utf-8")


def test_changes_and_side_by_side_are_written(tmp_path: Path) -> None:
    assert _run("changes", BASE, "--by", ORDER, "-o", str(tmp_path / "changes.docx"))[0] == 1
    assert _run("side-by-side", BASE, BASE, "-o", str(tmp_path / "both.docx"))[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"changes.docx", "both.docx"}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("command", ["consolidate", "changes", "redline", "compare-table"])
def test_base_and_amending_act_in_each_others_place_are_an_error(command: str, lang: str, tmp_path: Path) -> None:
    base, order = tmp_path / "base.txt", tmp_path / "order.txt"
    base.write_text(_BASE[lang], encoding="utf-8")
    order.write_text(_ORDER[lang], encoding="utf-8")
    by = ("--by",) if command in ("consolidate", "changes") else ()
    out = tmp_path / ("made.xml" if command == "consolidate" else "made.html")
    code, said = _run(command, str(order), *by, str(base), "-o", str(out))
    assert (code, said.count("error: consolidate.swapped")) == (1, 1)
    assert _run(command, str(base), *by, str(order), "-o", str(out)) == (0, ANY)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("command", ["consolidate", "changes", "redline", "compare-table"])
def test_an_amending_act_without_a_command_for_the_base_is_an_error(command: str, lang: str, tmp_path: Path) -> None:
    base, order = tmp_path / "base.txt", tmp_path / "order.txt"
    base.write_text(_BASE[lang].replace("№ 7", "№ 8").replace("лодц", "ст").replace("Құдықтар", "Көпірлер"), "utf-8")
    order.write_text(_ORDER[lang], encoding="utf-8")
    by = ("--by",) if command in ("consolidate", "changes") else ()
    out = tmp_path / ("made.xml" if command == "consolidate" else "made.html")
    code, said = _run(command, str(base), *by, str(order), "-o", str(out))
    assert (code, said.count("error: consolidate.no_command")) == (1, 1)
    # Nor is an order of which no sentence was understood a new text of the base.
    base.write_text(_BASE[lang], encoding="utf-8")
    order.write_text(
        _ORDER[lang].replace("исключить.", "исключит.").replace("алып тасталсын.", "алып тасталын."), "utf-8"
    )
    code, said = _run(command, str(base), *by, str(order), "-o", str(out))
    assert (code, said.count("error: amend.nothing_commanded")) == (1, 1)


def test_two_texts_without_commands_for_each_other_are_compared(tmp_path: Path) -> None:
    base, order = tmp_path / "base.txt", tmp_path / "order.txt"
    base.write_text(_BASE["rus"].replace("№ 7", "№ 8").replace("о колодцах", "о мостах"), encoding="utf-8")
    order.write_text(_ORDER["rus"], encoding="utf-8")
    assert "consolidate.swapped" not in _run("redline", str(order), str(base), "-o", str(tmp_path / "made.html"))[1]


def test_a_format_that_is_not_known_is_refused_before_any_work(tmp_path: Path) -> None:
    code, said = _run("redline", BASE, NEW, "-o", str(tmp_path / "redline.doc"))
    assert code == 2
    assert ".docx, .html or .pdf" in said


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!doctype html>"), ("docx", b"PK")])
def test_export_writes_documents(form: str, begins: bytes, tmp_path: Path) -> None:
    out = tmp_path / f"act.{form}"
    code, said = _run("export", NEW, "--to", form, "-o", str(out))
    # Two commands of the order wait for a person: the text says so to whoever exports it, days later, too.
    assert code == 1
    assert said.count("error: ") == 2
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize(("form", "library", "extra"), [("docx", "docx", "docx"), ("pdf", "weasyprint", "pdf-out")])
def test_without_its_library_a_format_is_refused_in_one_sentence(
    form: str, library: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    code, said = _run("export", NEW, "--to", form, "-o", str(tmp_path / f"act.{form}"))
    assert (code, list(tmp_path.iterdir())) == (2, [])
    assert f"pip install 'lexkz[{extra}]'" in said
    assert len(said.splitlines()) == 1
