"""Consolidated texts are held against the official editions of their days: each slip is found, ours and theirs."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import lexkz
from lexkz.workspace.build import build
from lexkz.workspace.cli import main
from lexkz.workspace.intake import import_corpus
from lexkz.workspace.layout import Workspace
from tests.workspace.intake.public_corpus import FIRST, FOREST, LANGS, LIBRARY, commit, versions, write_repository
from tests.workspace.test_no_english import ENGLISH, IDS, NAMES

pytest.importorskip("dulwich")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The public corpus, imported and built; not to be changed."""
    root = tmp_path_factory.mktemp("library")
    write_repository(root / "public.git")
    import_corpus(root / "public.git", root)
    build(root)
    return root


def test_each_text_is_held_against_the_edition_of_its_day(library: Path) -> None:
    found = lexkz.witness(library)
    assert [(one.lang, one.day, str(one.edition_day)) for one in found.texts] == [
        (lang, day, day) for lang in ("kaz", "rus") for day in ("2024-03-31", "2024-07-01", "2025-03-01")
    ]
    # What nobody could read in order № 9, and what the editors misprinted in the last edition.
    assert {(one.day, tuple(unit.eid for unit in one.differences)) for one in found.texts} == {
        ("2024-03-31", ("att_1__para_7",)),
        ("2024-07-01", ("att_1__para_7",)),
        ("2025-03-01", ("att_1__para_2", "att_1__para_7")),
    }
    last = next(one for one in found.texts if (one.lang, one.day) == ("rus", "2025-03-01"))
    # The editors tell of point 7, which our text still has; they forgot point 9 and row 2.
    assert [(one.eid, one.state) for one in last.untold] == [
        ("att_1__para_7", "official"),
        ("att_1__para_9", "ours"),
        ("att_1__att_1__table_1__row_2", "ours"),
    ]
    assert (last.units, last.same, dict(last.told)["both"]) == (29, 27, 4)
    assert not found.exact
    assert {one.id for one in found.editions_alone} == {FOREST}
    assert lexkz.witness(library, [FOREST]).texts == ()
    assert not lexkz.witness(library, [FOREST]).exact


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", "Бірдей оқылатын бірліктер: 170 ішінде 162 (95.2 %), мәтіндер: 6."),
        ("ru", "Единиц, которые читаются одинаково: 162 из 170 (95.2 %), текстов: 6."),
        ("en", "162 of 170 units read the same (95.2 %), in 6 texts."),
    ],
)
def test_the_command_says_it_in_each_language(
    lang: str, said: str, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library)
    monkeypatch.setenv("LEXKZ_LANG", lang)
    done = CliRunner().invoke(main, ["witness"])
    assert done.exit_code == 1, done.output
    assert said in done.stdout
    assert f"{FOREST}/rus@2023-04-10" in done.stderr
    english = [
        word for word in ENGLISH.findall(done.output) if word not in {*NAMES, *LANGS} and not IDS.fullmatch(word)
    ]
    assert lang == "en" or english == []


def test_the_figures_are_data(library: Path) -> None:
    told = json.loads(CliRunner().invoke(main, ["witness", str(library), "--json", "--act", LIBRARY]).stdout)
    assert (told["schema"], told["held"], told["units"], told["same"]) == ("urn:lexkz:schema/witness/1", 6, 170, 162)
    assert told["told"] == {"both": 18, "note_without_command": 6, "in_base": 0, "command_without_note": 4}
    assert told["editions_alone"] == []
    assert told["texts"][5]["by"] == ["V2500036001"]


def test_a_text_whose_day_nobody_knows_has_the_edition_that_its_act_made(tmp_path: Path) -> None:
    """Without a day of entry into force our text is dated by the act; the edition says by which act it was made."""
    told = [one for one in versions() if one.act in (LIBRARY, FIRST) and one.day < "2024-07-01"]
    clause = ("с 31 марта 2024 года, за исключением абзаца четвертого пункта 1 настоящего приказа, который вводится в "
              "действие с 1 июля 2024 года", "по истечении десяти календарных дней после дня его первого официального "
              "опубликования")  # fmt: skip
    assert any(clause[0] in one.texts["rus"] for one in told)
    rus = [replace(one, texts={"rus": one.texts["rus"].replace(*clause)}) for one in told]
    repo = write_repository(tmp_path / "public.git", rus[:1])
    for version in rus[1:]:
        commit(repo, version)
    import_corpus(tmp_path / "public.git", tmp_path)
    build(tmp_path)
    found = lexkz.witness(tmp_path)
    assert [(one.day, str(one.edition_day), one.by) for one in found.texts] == [("2024-03-15", "2024-03-31", (FIRST,))]
    # An edition that cannot be read is told, and is no text that reads the same.
    (tmp_path / "corpus" / LIBRARY / "rus@2024-03-31.md").write_text("", encoding="utf-8")
    broken = lexkz.witness(tmp_path)
    assert [one.finding.code for one in broken.texts if one.finding] == ["workspace.unreadable"]
    assert not broken.exact
    (tmp_path / "corpus" / LIBRARY / "rus@2024-03-31.md").unlink()
    with pytest.raises(lexkz.SourceError, match="no official editions"):
        lexkz.witness(Workspace(tmp_path).root)
