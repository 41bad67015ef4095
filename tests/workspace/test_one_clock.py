"""``--max-seconds`` holds for all that a verb does with its acts, and in a build for each act."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import Limits, look, on_one_clock, watched
from lexkz.workspace.cli import main

SLOW = (
    "О внесении изменений в приказ\n\nПриказ Министра труда от 1 марта 2024 года № 301\n\nПРИКАЗЫВАЮ:\n\n"
    "1. Внести в приказ Министра труда от 3 февраля 2022 года № 201 следующие изменения:\n\n"
    + "\n\n".join(f'слова "а{place}" заменить словами "б";' for place in range(400))
)
BASE = "Об учёте\n\nПриказ Министра труда от 3 февраля 2022 года № 201\n\nПРИКАЗЫВАЮ:\n\n1. Раз.\n"


@pytest.mark.parametrize(
    "verb",
    [
        "parse S -o O.xml", "commands S", "check S", "explain S cmd_1", "export S --to json -o O.json", "diff S S",
        "consolidate B --by S -o O.xml", "changes B --by S -o O.html", "redline B S -o O.html",
        "compare-table B S -o O.html", "rulings new B --by S -o O.toml", "tables S", "forms S",
    ],
)  # fmt: skip
def test_a_verb_stops_when_its_time_is_over(verb: str, tmp_path: Path) -> None:
    source, base = tmp_path / "slow.txt", tmp_path / "base.txt"
    source.write_text(SLOW, encoding="utf-8")
    base.write_text(BASE, encoding="utf-8")
    places = {"S": str(source), "B": str(base)}
    words = [places.get(word, word.replace("O.", f"{tmp_path}/out.")) for word in verb.split()]
    done = CliRunner().invoke(main, [*words, "--max-seconds", "0.000001"])
    assert done.exit_code == 2, done.output
    assert "takes longer than 1e-06 seconds" in done.stderr
    assert not list(tmp_path.glob("out.*"))


def test_a_build_gives_each_act_its_own_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus" / "V1900000001"
    folder.mkdir(parents=True)
    (folder / "rus.txt").write_text(SLOW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build", "--jobs", "1", "--max-seconds", "0.000001"])
    assert done.exit_code == 1
    assert "V1900000001/rus takes longer than 1e-06 seconds" in done.stderr
    assert CliRunner().invoke(main, ["build", "--jobs", "1"]).stderr.count("takes longer") == 0


def test_what_is_read_within_a_clock_has_none_of_its_own() -> None:
    with (
        on_one_clock("all", Limits(seconds=0.0)),
        pytest.raises(SourceError, match="all takes longer"),
        watched("one", Limits(seconds=100.0)),
    ):
        look()
    look()
