"""Nothing that a person wrote is lost: outputs over inputs, names of other formats, rulings that are there already."""

import os
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from lexkz.reading.blocks import Lang
from lexkz.workspace.cli import main
from lexkz.workspace.cli.outputs import _FORM
from tests.consolidation.half_applied import AMENDING, BASE

LANGS: tuple[Lang, ...] = ("kaz", "rus")


def spread(text: str) -> str:
    return "\n\n".join(line for line in text.split("\n") if line.strip()) + "\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for lang in LANGS:
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "base.txt").write_text(spread(BASE[lang]), encoding="utf-8")
        (tmp_path / lang / "am.txt").write_text(spread(AMENDING[lang].format(unread="")), encoding="utf-8")
    monkeypatch.chdir(tmp_path / "rus")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.parametrize(
    "words",
    [
        ("consolidate", "b.xml", "--by", "am.txt", "-o", "b.xml"),
        ("consolidate", "b.xml", "--by", "am.txt", "-o", "../rus/./b.xml"),
        ("consolidate", "base.txt", "--by", "b.xml", "-o", "link.xml"),
        ("export", "b.xml", "--to", "docx", "-o", "b.docx", "--lang", "rus"),
        ("parse", "b.xml", "-o", "b.xml"),
        ("redline", "x.html", "am.txt", "-o", "x.html"),
        ("changes", "base.txt", "--by", "x.html", "-o", "x.html"),
        ("diff", "base.txt", "x.html", "--to", "html", "-o", "x.html"),
    ],
)
def test_an_output_that_is_read_is_refused_and_left_alone(folder: Path, words: tuple[str, ...]) -> None:
    assert run("parse", "base.txt", "-o", "b.xml").exit_code == 0
    assert run("export", "base.txt", "--to", "html", "-o", "x.html").exit_code == 0
    os.symlink("b.xml", "link.xml")
    os.symlink("b.xml", "b.docx")
    before = {path.name: path.read_bytes() for path in (folder / "rus").iterdir()}
    done = run(*words)
    assert done.exit_code == 2
    assert "it would be lost" in done.output
    assert {path.name: path.read_bytes() for path in (folder / "rus").iterdir()} == before


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("consolidate", "base.txt", "--by", "am.txt", "-o", "x.docx"), ".xml"),
        (("export", "base.txt", "--to", "pdf", "-o", "x.docx"), ".pdf"),
        (("export", "base.txt", "--to", "markdown", "-o", "x.html"), ".md"),
        (("parse", "base.txt", "-o", "x.docx"), ".xml"),
        (("diff", "base.txt", "am.txt", "-o", "x.docx"), ".txt"),
        (("commands", "am.txt", "--json", "-o", "x.txt"), ".json"),
        (("rulings", "new", "base.txt", "--by", "am.txt", "-o", "x.docx"), ".toml"),
        (("tables", "base.txt", "-o", "x.csv"), ".txt"),
        (("tables", "base.txt", "--json", "-o", "x.txt"), ".json"),
        (("tables", "base.txt", "--format", "csv", "-o", "x.docx"), ".csv"),
        (("tables", "base.txt", "--format", "xlsx", "-o", "x.csv"), ".xlsx"),
        (("forms", "base.txt", "-o", "x.docx"), ".txt"),
        (("validate", "base.txt", "--json", "-o", "x.xml"), ".json"),
        (("check", "am.txt", "-o", "x.docx"), ".txt"),
        (("verify", "base.txt", "am.txt", "-o", "x.xlsx"), ".txt"),
        (("explain", "am.txt", "cmd_1", "-o", "x.docx"), ".txt"),
        (("build", "-o", "x.docx"), ".txt"),
        (("index", "-o", "x.docx"), ".sqlite"),
    ],
)
def test_a_name_of_another_format_is_refused(folder: Path, words: tuple[str, ...], ending: str) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert f"ends in {ending}" in done.output
    assert not list((folder / "rus").glob("x.*"))


def _writing(group: click.Group) -> Iterator[click.Command]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _writing(command)
        elif any(one.name == "output" for one in command.params):
            yield command


CHOOSING = {
    "redline": ("a.txt", "b.txt"),
    "compare-table": ("a.txt", "b.txt"),
    "changes": ("a.txt", "--by", "b.txt"),
    "side-by-side": ("a.txt", "b.txt"),
    "agree": ("a.txt", "b.txt"),
    "fill": ("a.txt", "att_1", "d.json"),
}
"""Commands that choose the format by the ending."""


@pytest.mark.parametrize("name", sorted(one.name or "" for one in _writing(main)))
def test_every_command_that_writes_knows_its_endings(folder: Path, name: str) -> None:
    # A new command that writes says its format in ``outputs``, or refuses here what is none of its formats.
    assert name in _FORM or name in CHOOSING
    if name in CHOOSING:
        done = run(name, *CHOOSING[name], "-o", "x.xml")
        assert done.exit_code == 2
        assert ".docx" in done.output
        assert ".html" in done.output
    assert not list((folder / "rus").glob("x.*"))


def test_data_go_into_a_folder_but_not_into_one_named_like_a_document(folder: Path) -> None:
    rows = "Об утверждении норм\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить.\n\n№\tИмя\n1\tа\n\n2. Нормы.\n\n№\tИмя\n1\tб\n"
    (folder / "rus" / "t.txt").write_text(rows, encoding="utf-8")
    for form in ("csv", "xlsx", "datapackage"):
        assert run("tables", "t.txt", "--lang", "rus", "--format", form, "-o", f"{form}.2024").exit_code == 0
        assert list((folder / "rus" / f"{form}.2024").iterdir())
    assert run("tables", "t.txt", "--lang", "rus", "--format", "datapackage", "-o", "x.zip.docx").exit_code == 2
    several = run("tables", "t.txt", "--lang", "rus", "--format", "csv", "-o", "x.csv")
    assert several.exit_code == 2
    assert "name a folder" in several.output


def decide(text: str, decision: str, date: str) -> str:
    return (
        text.replace('decision = ""', decision)
        .replace('reason = ""', 'reason = "так решено"')
        .replace('name = ""', 'name = "Т. Тестова"')
        .replace('date = ""', f"date = {date}")
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "date",
    [
        "2024-11-20",
        '"2024-11-20"',
        '"20.11.2024"',
        "20.11.2024",
        '"2024 жылғы 20 қараша"',
        "20 ноября 2024 года",
        '"20 мая 2024 года"',
    ],
)
def test_rulings_new_keeps_every_decision_and_dates_are_read_as_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, date: str
) -> None:
    monkeypatch.chdir(folder / lang)
    new = ("rulings", "new", "base.txt", "--by", "am.txt", "-o", "rulings.toml")
    assert run(*new).exit_code == 0
    path = folder / lang / "rulings.toml"
    stub = path.read_text(encoding="utf-8")
    assert stub.count("[[ruling]]") == 1
    assert run(*new).exit_code == 0
    assert path.read_text(encoding="utf-8") == stub
    decided = "\ufeff" + decide(stub, 'decision = "occurrence"\noccurrence = 2', date)
    path.write_text(decided, encoding="utf-8")
    assert run(*new).exit_code == 0
    assert path.read_text(encoding="utf-8-sig") == decided.removeprefix("\ufeff")
    for words in (
        ("consolidate", "base.txt", "--by", "am.txt", "-o", "n.xml"),
        ("changes", "base.txt", "--by", "am.txt", "-o", "c.html"),
        ("redline", "base.txt", "am.txt", "-o", "r.html"),
        ("compare-table", "base.txt", "am.txt", "-o", "t.html"),
    ):
        done = run(*words)
        assert done.exit_code == 0, done.output
    month = "05" if "мая" in date else "11"
    assert f'date="2024-{month}-20"' in (folder / lang / "n.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('date = "2024-11-20"', "date = 5"), "is no date"),
        (('date = "2024-11-20"', 'date = "31.02.2024"'), "is no date"),
        (('date = "2024-11-20"', 'date = "2999-01-01"'), "still to come"),
        (("occurrence = 1", "occurrence = true"), "occurrence"),
        (('reason = "', 'resaon = "'), "is not known"),
        (("так решено", "так\\u0000решено"), "control character"),
    ],
)
def test_a_ruling_that_is_not_well_formed_is_one_sentence(folder: Path, change: tuple[str, str], said: str) -> None:
    run("rulings", "new", "base.txt", "--by", "am.txt", "-o", "rulings.toml")
    path = folder / "rus" / "rulings.toml"
    good = decide(path.read_text(encoding="utf-8"), 'decision = "occurrence"\noccurrence = 1', '"2024-11-20"')
    path.write_text(good.replace(*change), encoding="utf-8")
    done = run("consolidate", "base.txt", "--by", "am.txt", "-o", "n.xml")
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output
    twice = good + good.replace("occurrence = 1", "occurrence = 2")
    path.write_text(twice, encoding="utf-8")
    done = run("consolidate", "base.txt", "--by", "am.txt", "-o", "n.xml")
    assert (done.exit_code, "decides twice on cmd_2" in done.output) == (2, True)


@pytest.mark.parametrize(
    ("speaks", "says"),
    [
        ("ru", "решает дважды об одной команде, cmd_2, {act} («{words}»): решение 1 (Т. Тестова, 20.11.2024)"),
        ("kk", "бір пәрмен туралы екі рет шешеді, cmd_2, {act} («{words}»): 1-шешім (Т. Тестова, 20.11.2024)"),
        ("en", "decides twice on cmd_2, {act} («{words}»): ruling 1 (Т. Тестова, 20.11.2024)"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_two_decisions_on_one_command_are_both_named_in_the_users_language(
    folder: Path, lang: Lang, speaks: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / lang)
    monkeypatch.setenv("LEXKZ_LANG", speaks)
    run("rulings", "new", "base.txt", "--by", "am.txt", "-o", "rulings.toml")
    path = folder / lang / "rulings.toml"
    first = decide(path.read_text(encoding="utf-8"), 'decision = "occurrence"\noccurrence = 1', '"2024-11-20"')
    second = decide(path.read_text(encoding="utf-8"), 'decision = "skip"', '"21.11.2024"')
    path.write_text(first + second, encoding="utf-8")
    done = run("consolidate", "base.txt", "--by", "am.txt", "-o", "n.xml")
    words = {"rus": 'в пункте 2 слово "центр" заменить словом "отдел"', "kaz": '2-тармақтағы "орталық" деген сөз'}[lang]
    assert done.exit_code == 2
    head, _, tail = done.output.partition("»):")
    expected, _, rest = says.partition("»):")
    assert expected.format(act="/akn/kz/act/order/mz/2021-03-05/11", words=words).removesuffix("»") in head
    assert tail.startswith(f"{rest} – «occurrence 1»;")
    assert "(Т. Тестова, 21.11.2024) – «skip»" in tail
    assert not (folder / lang / "n.xml").exists()


@pytest.mark.parametrize(
    ("lang", "words", "outcome"),
    [
        ("rus", "пункт 3", "ruled"),
        ("kaz", "3-тармақ", "ruled"),
        ("rus", "para_3", "ruled"),
        ("rus", "пункт 5", "refused"),
        ("kaz", "5-тармақ", "refused"),
        ("rus", "какой-то", "refused"),
    ],
)
def test_a_target_is_named_in_words_or_the_near_ones_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, words: str, outcome: str
) -> None:
    monkeypatch.chdir(folder / lang)
    order = (folder / lang / "am.txt").read_text(encoding="utf-8")
    order = order.replace('"центр"', '"отчитывается"').replace('"орталық"', '"есеп"')
    (folder / lang / "am.txt").write_text(order, encoding="utf-8")
    run("rulings", "new", "base.txt", "--by", "am.txt", "-o", "rulings.toml")
    path = folder / lang / "rulings.toml"
    decided = decide(path.read_text(encoding="utf-8"), f'decision = "target"\ntarget = "{words}"', '"2024-11-20"')
    path.write_text(decided, encoding="utf-8")
    done = run("consolidate", "base.txt", "--by", "am.txt", "-o", "n.xml")
    assert outcome in done.output
    assert (done.exit_code == 0) == (outcome == "ruled"), done.output
    if words in ("пункт 5", "5-тармақ"):
        near = {"rus": "4. Приказ вводится", "kaz": "4. Бұйрық қол"}[lang]
        assert near in done.output
        assert "para_4" in done.output


def test_what_was_found_in_reading_is_told_by_all_that_compare(folder: Path) -> None:
    text = "base.xml"
    assert run("parse", "base.txt", "-o", text).exit_code == 0
    half = folder / "rus" / "am.txt"
    half.write_text(spread(AMENDING["rus"].format(unread="пункт 3 исключит.")), encoding="utf-8")
    assert run("consolidate", text, "--by", "am.txt", "-o", "n.xml").exit_code == 1
    for words in (
        ("diff", text, "n.xml"),
        ("redline", text, "n.xml", "-o", "r.html"),
        ("compare-table", text, "n.xml", "-o", "t.html"),
        ("side-by-side", text, "n.xml", "-o", "s.html"),
        ("verify", text, "n.xml"),
        ("export", "n.xml", "--to", "text"),
        ("redline", text, "am.txt", "-o", "r2.html"),
        ("check", "base.txt", "--base", "n.xml"),
        ("agree", "../kaz/base.txt", "n.xml"),
    ):
        done = run(*words)
        assert "amend.unread" in done.output, words
        assert done.exit_code == 1, words
