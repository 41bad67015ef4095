"""The command line speaks the user's language: ``LEXKZ_LANG``, else the locale, else the act's, else English."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.findings import Finding, FindingPlace, Message, catalogue
from lexkz.reading.blocks import Lang
from lexkz.workspace.cli import main
from lexkz.workspace.cli.output import diagnose
from lexkz.workspace.cli.tongue import _ROWS, asked, tongue
from tests.consolidation.half_applied import AMENDING, BASE, UNREAD

SAYS = {
    "ru": {
        "sentence": "Предложение не прочитано",
        "unread": "ошибка: amend.unread",
        "why": "Слова встречаются в тексте несколько раз, команда не говорит, какие из них",
        "meant": "Возможно, имеется в виду",
    },
    "kk": {
        "sentence": "Бұл сөйлем түсініксіз",
        "unread": "қате: amend.unread",
        "why": "Сөздер мәтінде бірнеше рет кездеседі, пәрмен қайсысы екенін айтпайды",
        "meant": "Мүмкін, мынау айтылған",
    },
    "en": {
        "sentence": "This sentence was not",
        "unread": "error: amend.unread",
        "why": "The words occur several times and the command does not say which",
        "meant": "Could be meant",
    },
}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"LEXKZ_LANG": "kk"}, "kaz"),
        ({"LEXKZ_LANG": "rus", "LANG": "kk_KZ.UTF-8"}, "rus"),
        ({"LC_ALL": "ru_RU.UTF-8", "LANG": "kk_KZ.UTF-8"}, "rus"),
        ({"LANG": "kk_KZ.UTF-8"}, "kaz"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "eng"),
        ({"LANG": "de_DE.UTF-8"}, "eng"),
        ({}, "eng"),
    ],
)
def test_the_language_is_what_the_user_says_then_the_locale(
    given: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LEXKZ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    asked(())  # what another test of this process gave to the command line is not this user's
    assert tongue() == expected


def _no_locale(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name in ("LEXKZ_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)


_STOPPED = {
    "rus": ("Приказ Министра труда от 3 февраля 2022 года № 201. Утвердить прилагаемые Правила учёта.", "управляющий"),
    "kaz": ("Еңбек министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығы. Есепке алу қағидалары бекітілсін.", "таңбасы бар"),
}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("locale", [{}, {"LANG": "C.UTF-8"}, {"LC_ALL": "POSIX"}])
def test_without_a_locale_what_stops_a_command_is_said_in_the_language_of_the_file(
    lang: Lang, locale: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _no_locale(monkeypatch, **locale)
    words, said = _STOPPED[lang]
    path = tmp_path / "order.txt"
    path.write_text(f"{words}\n\x01", encoding="utf-8")
    stopped = CliRunner().invoke(main, ["parse", str(path)])
    assert stopped.exit_code == 2
    assert said in stopped.stderr
    wrong = CliRunner().invoke(main, ["consolidate", str(path), f"--by={path}", "-o", "new.docx"])
    assert {"rus": "Ошибка", "kaz": "Қате"}[lang] in wrong.stderr
    for one in ({"LEXKZ_LANG": "en"}, {"LANG": "de_DE.UTF-8"}):
        _no_locale(monkeypatch, **one)
        assert "control character" in CliRunner().invoke(main, ["parse", str(path)]).stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0" + _STOPPED["rus"][0].encode("utf-16-le"), "rus"),
        ("old.rtf", b"{\\rtf1 " + _STOPPED["rus"][0].encode("cp1251"), "rus"),
        ("kaz.pdf", b"%PDF-1.4 damaged", "kaz"),
        ("none.bin", bytes(range(256)) * 8, "eng"),
    ],
)
def test_the_letters_of_a_file_that_cannot_be_read_tell_its_language(
    name: str, data: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _no_locale(monkeypatch)
    (tmp_path / name).write_bytes(data)
    asked(("parse", str(tmp_path / name)))
    assert tongue() == said
    asked(("parse", str(tmp_path / name), "--lang=kaz"))
    assert tongue() == "kaz"
    asked(("parse", str(tmp_path / "missing.txt"), "-o", str(tmp_path / name)))
    assert tongue() == "eng"


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("speaks", SAYS)
def test_findings_are_told_in_it_whatever_the_language_of_the_act(
    speaks: str, lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEXKZ_LANG", speaks)
    monkeypatch.chdir(tmp_path)
    for name, text in (("V2000000007", BASE[lang]), ("V2100000011", AMENDING[lang].format(unread=UNREAD[lang]))):
        (tmp_path / "corpus" / name).mkdir(parents=True)
        spread = "\n\n".join(line for line in text.split("\n") if line.strip())
        (tmp_path / "corpus" / name / f"{lang}.txt").write_text(spread, encoding="utf-8")
    base, order = (f"corpus/{name}/{lang}.txt" for name in ("V2000000007", "V2100000011"))
    # The unit is named as its act names it; in English, which is a programmer's, beside its eId. A ruling takes either.
    unit = {"rus": "пункт 2", "kaz": "2-тармақ"}[lang] + (" (para_2)." if speaks.startswith("en") else ".")
    said = SAYS[speaks]
    for words in (["consolidate", base, "--by", order, "-o", "new.xml"], ["build"], ["verify", "new.xml", base]):
        done = CliRunner().invoke(main, words)
        assert done.exit_code == 1, words
        assert said["unread"] in done.output, words
        assert said["why"] in done.output, words
        assert f"{said['meant']}: {unit}" in done.output, words
    for words in (["commands", order], ["check", order]):
        done = CliRunner().invoke(main, words)
        assert said["sentence"] in done.output, words


@pytest.mark.parametrize(
    ("speaks", "says"),
    [("ru", "команд: 2; учтено знаков:"), ("kk", "пәрмендер: 2;"), ("en", "2 commands;")],
)
def test_tables_are_headed_and_summed_up_in_it(
    speaks: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEXKZ_LANG", speaks)
    path = tmp_path / "order.txt"
    path.write_text(AMENDING["rus"].format(unread=""), encoding="utf-8")
    done = CliRunner().invoke(main, ["commands", str(path)])
    assert says in done.output
    head, first = done.output.splitlines()[:2]
    assert {"ru": "действие", "kk": "әрекет", "en": "action"}[speaks] in head
    # A command goes by its number, in words; its id is for data, and "explain" takes either.
    assert first.startswith({"ru": "команда 1 ", "kk": "1-пәрмен ", "en": "command 1 "}[speaks])
    assert "cmd_" not in done.output
    told = [CliRunner().invoke(main, ["explain", str(path), name]).output for name in ("1", "cmd_1")]
    assert told[0] == told[1]
    assert told[0].startswith({"ru": "команда 1 ", "kk": "1-пәрмен ", "en": "command 1 "}[speaks])


@pytest.mark.parametrize(
    ("speaks", "says"),
    [
        ("ru", "(команда 2, страница 3, строка 7)"),
        ("kk", "(2-пәрмен, 3-бет, 7-жол)"),
        ("en", "(command 2, page 3, line 7)"),
    ],
)
def test_a_finding_names_command_page_and_line_as_people_say_them(
    speaks: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEXKZ_LANG", speaks)
    diagnose([Finding("amend.test", "error", Message("а", "б", "c"), FindingPlace(3, 7), command="cmd_2")])
    assert says in capsys.readouterr().err


def test_each_word_has_its_two_translations_with_the_same_blanks() -> None:
    for row in _ROWS:
        assert len(row) == 3
        assert all(row)
        assert len({frozenset(re.findall(r"\{\w+\}", one)) for one in row}) == 1, row


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", ("ескерту", "нөмірі қайталанады", "Не істеу керек: Ресми мәтінмен салыстырыңыз", "Мысал: 3. Мерзім")),
        ("ru", ("предупреждение", "повторяется", "Что делать: Сверьте с официальным текстом", "Пример: 3. Мерзім")),
        ("en", ("warning", "more than once", "What to do: Compare with the official text", "Example: 3. Мерзім")),
    ],
)
def test_a_code_is_told_with_what_to_do_in_the_users_language(lang: str, said: tuple[str, ...]) -> None:
    told = CliRunner().invoke(main, ["finding", "structure.numbering"], env={"LEXKZ_LANG": lang})
    assert told.exit_code == 0
    assert all(words in told.stdout for words in said)
    assert told.stdout.count("structure.numbering: ") == 6


def test_a_code_is_told_in_all_languages_as_json_and_an_unknown_one_has_its_nearest_named() -> None:
    told = json.loads(CliRunner().invoke(main, ["finding", "amend.words_empty", "--json"]).stdout)
    assert told["schema"] == "urn:lexkz:schema/catalogue/1"
    (entry,) = told["entries"]
    assert (entry["code"], entry["severity"], entry["example"]["form"]) == ("amend.words_empty", "error", "rus")
    assert set(entry["message"]) == set(entry["advice"]) == {"kaz", "rus", "eng"}
    wrong = CliRunner().invoke(main, ["finding", "amend.word_empty"])
    assert wrong.exit_code == 2
    assert "amend.words_empty" in wrong.stderr


def test_without_a_code_all_codes_are_listed() -> None:
    told = CliRunner().invoke(main, ["finding"], env={"LEXKZ_LANG": "en"})
    assert all(f" {entry.code} " in told.stdout for entry in catalogue())
