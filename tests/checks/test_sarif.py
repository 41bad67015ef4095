"""``lexkz check --to sarif``: what code hosts are told, and where they show it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import lexkz
from lexkz.findings import Finding, FindingPlace, entries, finding
from lexkz.publication.sarif import sarif
from lexkz.workspace.cli import main

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
DRAFTS = {
    "kaz": '5-тармақ мынадай редакцияда жазылсын:\n\n"5. Жаңа мәтін –осы.";\n',
    "rus": 'пункт 5 изложить в следующей редакции:\n\n"5. Новый текст –этот.";\n',
}


def _checked(source: str | Path, *more: str, lang: str = "eng") -> dict[str, Any]:
    ran = CliRunner().invoke(main, ["check", str(source), "--to", "sarif", *more], env={"LEXKZ_LANG": lang})
    assert ran.exit_code in (0, 1)
    run: dict[str, Any] = json.loads(ran.stdout)["runs"][0]
    return run


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_each_defect_stands_at_its_line_and_words(
    lang: lexkz.Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("жоба 1.txt").write_text(DRAFTS[lang], encoding="utf-8")
    run, defects = _checked("жоба 1.txt", "--lang", lang), lexkz.check("жоба 1.txt", lang=lang)
    assert len(run["results"]) == len(defects) > 0
    cut = 0
    for result, defect in zip(run["results"], defects, strict=True):
        assert (result["ruleId"], result["level"]) == (defect.code, LEVELS[defect.severity])
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == defect.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "%D0%B6%D0%BE%D0%B1%D0%B0%201.txt"
        assert place.get("region", {}).get("startLine") == defect.place.line
        if "startColumn" in place.get("region", {}):
            line = DRAFTS[lang].split("\n")[place["region"]["startLine"] - 1]
            cut += 1
            assert line[place["region"]["startColumn"] - 1 : place["region"]["endColumn"] - 1] == defect.text
    assert cut, "no defect has columns"


def _one(text: str, words: str, tongue: Any = "eng") -> dict[str, Any]:
    told: Finding = finding("check.execution_missing", FindingPlace(line=2), text=words)
    run = json.loads(sarif([told], Path("a.txt"), text, tongue=tongue, version="0"))["runs"][0]
    region: dict[str, Any] = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return region


def test_words_that_stand_twice_in_a_line_get_no_column_that_is_guessed() -> None:
    whole = {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 9}
    assert _one("срок\nчас срок", "срок") == whole
    assert _one("срок\nчас срок\n2. срок", "срок") == whole
    assert _one("срок\nчас срок\n\nсрок", "срок") == whole
    assert _one("срок\n   час долгий\n  срок", "долгий срок") == {
        "startLine": 2,
        "startColumn": 8,
        "endLine": 3,
        "endColumn": 7,
    }
    assert _one("срок\n1. час\n2. срок", "срок") == {"startLine": 2}
    assert _one("срок\nсрок\nсрок", "срок") == {"startLine": 2}
    assert _one("срок\nсрок, срок", "срок") == {"startLine": 2}
    assert _one("срок\nчас", "срок") == {"startLine": 2}


def test_sentences_and_help_are_in_the_language_of_the_user(tmp_path: Path) -> None:
    source = tmp_path / "draft.txt"
    source.write_text(DRAFTS["rus"], encoding="utf-8")
    said = {lang: _checked(source, "--lang", "rus", lang=lang) for lang in ("kaz", "rus", "eng")}
    for lang, run in said.items():
        rule = run["tool"]["driver"]["rules"][0]
        assert getattr(entries(rule["id"])[0].advice, lang) in rule["help"]["text"]
    assert len({run["results"][0]["message"]["text"] for run in said.values()}) == 3


def test_standard_input_has_no_path_of_this_machine() -> None:
    ran = CliRunner().invoke(main, ["check", "-", "--lang", "rus", "--to", "sarif"], input=DRAFTS["rus"].encode())
    assert '"uri": "-"' in ran.stdout
    assert "lexkz-" not in ran.stdout


def test_json_and_sarif_at_once_are_refused(tmp_path: Path) -> None:
    source = tmp_path / "draft.txt"
    source.write_text(DRAFTS["rus"], encoding="utf-8")
    ran = CliRunner().invoke(main, ["check", str(source), "--json", "--to", "sarif"])
    assert (ran.exit_code, "not both" in ran.stderr) == (2, True)


SCHEMA = Path(__file__).with_name("sarif-2.1.0-rtm.5.json")
"""The schema of SARIF 2.1.0 (rtm.5), as the npm package @microsoft/jest-sarif (MIT) carries it."""


@pytest.mark.parametrize("lang", ["kaz", "rus", "eng"])
def test_the_log_is_valid_by_the_official_schema(lang: str) -> None:
    from jsonschema.validators import validator_for

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    held = validator_for(schema)(schema)
    ran = CliRunner().invoke(main, ["check", str(ORDER), "--to", "sarif"], env={"LEXKZ_LANG": lang})
    log = json.loads(ran.stdout)
    assert [error.message for error in held.iter_errors(log)] == []
    log["runs"][0]["results"][0]["level"] = "info"
    assert list(held.iter_errors(log))


def test_the_log_goes_into_a_file_of_its_name_and_no_other(tmp_path: Path) -> None:
    source, log = tmp_path / "draft.txt", tmp_path / "lexkz.sarif"
    source.write_text(DRAFTS["rus"], encoding="utf-8")
    asked = ["check", str(source), "--lang", "rus", "--to", "sarif", "-o"]
    assert CliRunner().invoke(main, [*asked, str(log)]).exit_code in (0, 1)
    assert json.loads(log.read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert CliRunner().invoke(main, [*asked, str(tmp_path / "lexkz.docx")]).exit_code == 2
