"""A base act that several acts amend: in the corpus, or as an outline of what they say of it."""

from pathlib import Path

import pytest

from lexkz.akn.meta import read_identity
from lexkz.publication import export_text
from lexkz.reading import SourceError
from lexkz.reading.blocks import Lang
from lexkz.structure import load
from lexkz.workspace.build import build
from lexkz.workspace.proving import prove_file
from lexkz.workspace.result import BuildResult
from tests.consolidation.heads import HEADS

HEAD = """Об утверждении Тестовых правил учёта образцов

Приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7. Зарегистрирован в Министерстве юстиции Республики Казахстан 15 января 2020 года № 19900

      ПРИКАЗЫВАЮ:
"""  # noqa: E501
BASE = (
    HEAD
    + """      1. Образцы учитываются в журнале.
      2. Журнал ведётся три года.
      3. Контроль за исполнением настоящего приказа возложить на вице-министра.
      4. Настоящий приказ вводится в действие со дня подписания.
"""
)


def _amending(day: str, number: int, registered: int, *commands: str) -> str:
    lines = "".join(f"      {command}\n" for command in commands)
    return f"""О внесении изменений в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "Об утверждении Тестовых правил учёта образцов"

Приказ Министра здравоохранения Республики Казахстан от {day} № {number}. Зарегистрирован в Министерстве юстиции Республики Казахстан {day} № {registered}

      ПРИКАЗЫВАЮ:
      1. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "Об утверждении Тестовых правил учёта образцов" (зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № 19900) следующие изменения:
{lines}      2. Настоящий приказ вводится в действие со дня подписания.
"""  # noqa: E501


FIRST = _amending(
    "5 марта 2021 года",
    11,
    22300,
    "пункт 2 изложить в следующей редакции:",
    '"2. Журнал ведётся пять лет.";',
    "дополнить пунктом 2-1 следующего содержания:",
    '"2-1. Журнал хранится в архиве.".',
)
SECOND = _amending(
    "6 апреля 2022 года",
    12,
    27400,
    "пункт 2-1 изложить в следующей редакции:",
    '"2-1. Журнал хранится в архиве десять лет.".',
)
FILES = {"V2000019900": BASE, "V2100022300": FIRST, "V2200027400": SECOND}


def _workspace(root: Path, *ids: str) -> Path:
    for act_id in ids:
        folder = root / "corpus" / act_id
        folder.mkdir(parents=True)
        (folder / "rus.txt").write_text(FILES[act_id], encoding="utf-8")
    return root


def _lines(path: Path) -> list[str]:
    return export_text(load(path)).splitlines()


def _outcomes(result: BuildResult) -> dict[str, int]:
    return dict(next(item for item in result.items if item.kind == "consolidated").outcomes)


def test_all_amendments_are_applied_to_a_base_act_of_the_corpus_in_the_order_of_their_dates(tmp_path: Path) -> None:
    # The later act comes first by name of folder.
    root = _workspace(tmp_path, "V2000019900", "V2100022300", "V2200027400")
    (root / "corpus" / "V2200027400").rename(root / "corpus" / "A")
    result = build(root)
    done = root / "consolidated" / "V2000019900" / "rus@2022-04-06.xml"
    lines = _lines(done)
    assert _outcomes(result) == {"applied": 3}
    assert "1. Образцы учитываются в журнале." in lines
    assert lines[lines.index("2. Журнал ведётся пять лет.") + 1] == "2-1. Журнал хранится в архиве десять лет."


def test_an_outline_holds_no_unit_that_one_of_the_acts_inserts(tmp_path: Path) -> None:
    root = _workspace(tmp_path, "V2100022300", "V2200027400")
    result = build(root)
    outline = root / "xml" / "V2000019900" / "rus.xml"
    assert "2-1." not in outline.read_text(encoding="utf-8")
    assert _outcomes(result) == {"applied": 3}
    lines = _lines(root / "consolidated" / "V2000019900" / "rus@2022-04-06.xml")
    assert "2-1. Журнал хранится в архиве десять лет." in lines
    assert "2-1. Журнал хранится в архиве." not in lines


def test_the_proofs_of_a_consolidated_text_can_be_run_again_from_the_workspace(tmp_path: Path) -> None:
    root = _workspace(tmp_path, "V2000019900", "V2100022300", "V2200027400")
    build(root)
    done = root / "consolidated" / "V2000019900" / "rus@2022-04-06.xml"
    proofs, findings = prove_file(done, root)
    assert proofs.hold
    assert findings == ()
    done.write_text(
        done.read_text(encoding="utf-8").replace("Образцы учитываются", "Пробы учитываются"), encoding="utf-8"
    )
    proofs, findings = prove_file(done, root)
    assert not proofs.untouched
    assert not proofs.replay
    assert findings


def test_the_proofs_can_be_run_again_from_the_sources_as_well(tmp_path: Path) -> None:
    root = _workspace(tmp_path / "workspace", *FILES)
    build(root)
    done = tmp_path / "alone.xml"
    made = root / "consolidated" / "V2000019900" / "rus@2022-04-06.xml"
    done.write_bytes(made.read_bytes())
    done.with_suffix(".report.json").write_bytes(made.with_suffix(".report.json").read_bytes())
    base, *amending = [root / "corpus" / act_id / "rus.txt" for act_id in FILES]
    proofs, findings = prove_file(done, None, base=base, amending=amending)
    assert (proofs.hold, findings) == (True, ())
    with pytest.raises(SourceError, match="--by"):
        prove_file(done, None)


def test_an_act_that_comes_later_is_all_that_is_built_anew(tmp_path: Path) -> None:
    root = _workspace(tmp_path, "V2000019900", "V2100022300")
    build(root)
    _workspace(root, "V2200027400")
    states = {(item.kind, item.id): item.state for item in build(root).items}
    assert states == {
        ("act", "V2000019900"): "unchanged",
        ("act", "V2100022300"): "unchanged",
        ("act", "V2200027400"): "built",
        ("consolidated", "V2000019900"): "built",
    }


def test_a_source_of_the_base_act_replaces_its_outline(tmp_path: Path) -> None:
    root = _workspace(tmp_path, "V2100022300", "V2200027400")
    outlined = next(item for item in build(root).items if item.kind == "consolidated")
    _workspace(root, "V2000019900")
    result = build(root)
    whole = next(item for item in result.items if item.kind == "consolidated")
    assert (outlined.outline, whole.outline) == (True, False)
    assert result.removed == ()
    assert "1. Образцы учитываются в журнале." in _lines(root / "xml" / "V2000019900" / "rus.xml")


@pytest.mark.parametrize("act_id", FILES)
def test_the_synthetic_acts_say_what_they_are(tmp_path: Path, act_id: str) -> None:
    root = _workspace(tmp_path, act_id)
    identity = read_identity(load(root / "corpus" / act_id / "rus.txt").root)
    assert identity.known


def test_a_history_is_a_chain_of_expressions(tmp_path: Path) -> None:
    root = _workspace(tmp_path, *FILES)
    build(root)
    chain = sorted(path.name for path in (root / "consolidated" / "V2000019900").glob("rus@*.xml"))
    assert chain == ["rus@2021-03-05.xml", "rus@2022-04-06.xml"]
    first, last = (_lines(root / "consolidated" / "V2000019900" / name) for name in chain)
    assert "2-1. Журнал хранится в архиве." in first
    assert "2-1. Журнал хранится в архиве десять лет." in last
    for name in chain:
        assert prove_file(root / "consolidated" / "V2000019900" / name, root)[0].hold


RULING = """
[[ruling]]
act = "{work}"
command = "cmd_1"
decision = "target"
target = "para_2"
reason = "Сынақ шешімі"
name = "А. Тестов"
date = 2022-05-01
"""


def test_a_ruling_beside_the_base_act_is_followed_by_the_build_and_its_proofs(tmp_path: Path) -> None:
    wrong = SECOND.replace("пункт 2-1 изложить", "пункт 77 изложить").replace('"2-1. Журнал', '"2. Журнал')
    root = _workspace(tmp_path, "V2000019900")
    folder = root / "corpus" / "V2200027400"
    folder.mkdir()
    (folder / "rus.txt").write_text(wrong, encoding="utf-8")
    assert _outcomes(build(root)) == {"refused": 1}
    work = read_identity(load(folder / "rus.txt").root).work
    rulings = root / "corpus" / "V2000019900" / "rulings.toml"
    rulings.write_text(RULING.format(work=work), encoding="utf-8")
    assert _outcomes(build(root)) == {"ruled": 1}
    done = root / "consolidated" / "V2000019900" / "rus@2022-04-06.xml"
    assert "2. Журнал хранится в архиве десять лет." in _lines(done)
    assert prove_file(done, root)[0].hold


@pytest.mark.parametrize(
    ("lang", "command", "target"),
    [
        ("rus", 'пункт 77 изложить в следующей редакции:\n"2. Журнал ведётся.".', "пункт 2"),
        ("rus", 'пункт 77 изложить в следующей редакции:\n"2. Журнал ведётся.".', "para_2"),
        ("kaz", '77-тармақ мынадай редакцияда жазылсын:\n"2. Журнал жүргізіледі.".', "2-тармақ"),
    ],
)
def test_an_outline_has_the_unit_that_a_ruling_names_and_nothing_waits_when_all_is_decided(
    tmp_path: Path, lang: Lang, command: str, target: str
) -> None:
    _, head, clause = HEADS[lang, "order"]
    folders = [tmp_path / "corpus" / name for name in ("V2100022300", "V2000019900")]
    for folder in folders:
        folder.mkdir(parents=True)
    source = folders[0] / f"{lang}.txt"
    source.write_text(f"{head}{command}\n\n{clause}", encoding="utf-8")
    waits = build(tmp_path)
    assert _outcomes(waits) == {"refused": 1}
    assert "amend.number_mismatch" in {found.code for found in waits.findings if found.severity == "error"}
    ruling = RULING.format(work=read_identity(load(source).root).work).replace("para_2", target)
    (folders[1] / "rulings.toml").write_text(ruling, encoding="utf-8")
    done = build(tmp_path)
    assert _outcomes(done) == {"ruled": 1}
    assert [found.code for found in done.findings if found.severity == "error"] == []


def test_stubs_of_rulings_are_written_for_open_findings(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from lexkz.workspace.cli import main

    root = _workspace(tmp_path, "V2000019900", "V2200027400")
    base, amending = (root / "corpus" / name / "rus.txt" for name in ("V2000019900", "V2200027400"))
    done = CliRunner().invoke(main, ["rulings", "new", str(base), "--by", str(amending)])
    assert done.exit_code == 0, done.output
    assert done.stdout.count("[[ruling]]") == 1
    assert 'finding = "consolidate.target_missing"' in done.stdout
