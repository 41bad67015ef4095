"""An amending act that a workspace has in one language only: the text in the other language says everywhere that it
lacks its changes. And every text of a workspace is proved again as the build made it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading.blocks import Lang
from lexkz.workspace.build import build
from lexkz.workspace.cli import main
from lexkz.workspace.store import DEFAULT, index
from tests.workspace.serve.asking import Client

CORPUS = Path(__file__).parent / "three_days" / "corpus"
WORK = "/akn/kz/act/order/2023-01-10/7"
CODE = "consolidate.other_language"
SAYS = {
    "kaz": "Бұл мәтінді өзгертетін акт тек басқа тілде бар, сондықтан оның өзгерістері мұнда жоқ: № 21, ",
    "rus": "Акт, который изменяет этот текст, есть только на другом языке, его изменений здесь нет: № 21, ",
}


@pytest.fixture(scope="module", params=["kaz", "rus"])
def without(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Lang]:
    """The workspace of three days without order № 21 in the language that is given back."""
    lang: Lang = request.param
    root = tmp_path_factory.mktemp("one_language") / "work"
    shutil.copytree(CORPUS, root / "corpus")
    (root / "corpus" / "V2500036001" / f"{lang}.txt").unlink()
    assert CODE in {found.code for one in build(root).items for found in one.findings}
    return root, lang


def _texts(root: Path) -> list[Path]:
    return sorted((root / "consolidated").rglob("*.xml"))


def test_the_newest_text_says_it_and_no_earlier_one(without: tuple[Path, Lang]) -> None:
    root, lang = without
    telling = {path.stem for path in _texts(root) if CODE in path.read_text("utf-8")}
    assert telling == {f"{lang}@2024-07-01"}
    other = "rus" if lang == "kaz" else "kaz"
    assert {path.stem for path in _texts(root) if path.stem.startswith(other)} == {
        f"{other}@{day}" for day in ("2024-03-31", "2024-07-01", "2025-03-01")
    }


def test_report_json_papers_and_service_say_it(without: tuple[Path, Lang], tmp_path: Path) -> None:
    root, lang = without
    old = str(root / f"xml/V2300031001/{lang}.xml")
    new = root / f"consolidated/V2300031001/{lang}@2024-07-01.xml"
    report = json.loads(new.with_suffix(".report.json").read_text("utf-8"))
    (told,) = (one for one in report["findings"] if one["code"] == CODE)
    assert (told["severity"], told["message"][lang].startswith(SAYS[lang])) == ("error", True)
    published = json.loads((root / f"published/V2300031001/{new.stem}.json").read_text("utf-8"))
    assert any(SAYS[lang] in line for line in published["standing"]["said"])
    for words in (
        ["export", str(new), "-o", str(tmp_path / "text.html"), "--to", "html"],
        ["export", str(new), "-o", str(tmp_path / "text.md"), "--to", "markdown"],
        ["redline", old, str(new), "-o", str(tmp_path / "redline.html")],
        ["compare-table", old, str(new), "-o", str(tmp_path / "table.html")],
    ):
        CliRunner().invoke(main, words)
        assert SAYS[lang] in Path(words[words.index("-o") + 1]).read_text("utf-8"), words
    index(root)
    from lexkz.workspace.serve.app import application

    said = Client(application(root / DEFAULT)).get(f"{WORK}/{lang}@2024-07-01").json()
    assert not said["standing"]["whole"]
    assert any(SAYS[lang] in line for line in said["standing"]["said"])


def test_it_is_proved_and_its_proof_sees_that_it_was_taken_out(without: tuple[Path, Lang], tmp_path: Path) -> None:
    root, lang = without
    shutil.copytree(root, tmp_path / "work")
    new = tmp_path / "work" / f"consolidated/V2300031001/{lang}@2024-07-01.xml"
    done = CliRunner().invoke(main, ["prove", str(new)])
    assert "FAILS" not in done.stdout
    assert "workspace." not in done.stderr
    new.write_text(new.read_text("utf-8").replace("№ 21, ", "№ 22, "), encoding="utf-8")
    assert "FAILS" in CliRunner().invoke(main, ["prove", str(new)]).stdout


def test_a_base_all_of_whose_changes_are_in_the_other_language_is_told_by_the_build(tmp_path: Path) -> None:
    shutil.copytree(CORPUS, tmp_path / "corpus")
    for name in ("V2400034001", "V2500036001"):
        (tmp_path / "corpus" / name / "kaz.txt").unlink()
    (told,) = (one for one in build(tmp_path).findings if one.code == "workspace.other_language")
    assert (told.text, told.severity) == ("V2300031001/kaz", "error")
    assert told.candidates == ("V2400034001/rus", "V2500036001/rus")


def test_every_text_of_a_workspace_is_proved_as_the_build_made_it(three_days: Path) -> None:
    # Also that of a day on which a later act is not in force yet: the text holds nothing of it, its report does.
    texts = _texts(three_days)
    assert len(texts) == 6
    for path in texts:
        done = CliRunner().invoke(main, ["prove", str(path)])
        assert "FAILS" not in done.stdout, path
        assert "workspace." not in done.stderr, (path, done.stderr)


def test_the_texts_of_the_main_job_are_proved(tmp_path: Path) -> None:
    # Their findings quote new text: the same words whether the act was read from its source or from its file.
    shutil.copytree(Path(__file__).parent.parent.parent / "corpus", tmp_path / "corpus")
    build(tmp_path)
    texts = _texts(tmp_path)
    assert len(texts) == 2
    for path in texts:
        assert "FAILS" not in CliRunner().invoke(main, ["prove", str(path)]).stdout, path
