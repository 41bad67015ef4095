"""What comes into the corpus."""

import tomllib
from pathlib import Path

import pytest

from lexkz.reading import SourceError
from lexkz.workspace.add import add

ROOT = Path(__file__).parent.parent.parent
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"
NAMELESS = "1. Осы сынақ мәтінінің атауы да, нөмірі де, күні де жоқ.\n2. Оны папкаға өзі орналастыра алмайды.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "corpus").mkdir()
    return tmp_path


def _text(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_an_act_comes_into_the_folder_of_its_registration_with_a_card(root: Path) -> None:
    added = add(root, ORDER)
    folder = root / "corpus" / "V2400035172"
    card = tomllib.loads((folder / "act.toml").read_text(encoding="utf-8"))
    assert added.id == "V2400035172"
    assert (folder / "kaz.txt").read_bytes() == ORDER.read_bytes()
    assert card["id"] == "V2400035172"
    assert (card["number"], card["registration_number"]) == ("391", "35172")
    assert (card["date"].isoformat(), card["registration_date"].isoformat()) == ("2024-09-30", "2024-09-30")


def test_adding_twice_is_adding_once(root: Path) -> None:
    add(root, ORDER)
    card = root / "corpus" / "V2400035172" / "act.toml"
    card.write_text('id = "V2400035172"\n', encoding="utf-8")
    add(root, ORDER)
    assert card.read_text(encoding="utf-8") == 'id = "V2400035172"\n'


def test_another_text_is_never_written_over_a_source(root: Path, tmp_path: Path) -> None:
    add(root, ORDER)
    other = _text(tmp_path, "other.txt", ORDER.read_text(encoding="utf-8").replace("С. Жакупова", "Сынақ"))
    with pytest.raises(SourceError, match=r"corpus/V2400035172/kaz\.txt"):
        add(root, other)
    assert (root / "corpus" / "V2400035172" / "kaz.txt").read_bytes() == ORDER.read_bytes()


def test_an_act_that_does_not_say_what_it_is_needs_an_id(root: Path, tmp_path: Path) -> None:
    nameless = _text(tmp_path, "nameless.txt", NAMELESS)
    with pytest.raises(SourceError, match="--id"):
        add(root, nameless)
    assert add(root, nameless, act_id="synthetic").unknown
    assert (root / "corpus" / "synthetic" / "kaz.txt").is_file()


@pytest.mark.parametrize("act_id", ["", "..", "a/b", ".hidden"])
def test_an_id_names_a_folder_and_nothing_else(root: Path, act_id: str) -> None:
    with pytest.raises(SourceError):
        add(root, ORDER, act_id=act_id)
    assert not any((root / "corpus").iterdir())
