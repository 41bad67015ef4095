"""An act with several sources: the richest is read, the others are held against it."""

from pathlib import Path

from lexkz.workspace.build import build

LAW = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки.
2. Срок – 3 дня.
"""


def _workspace(root: Path, other: str) -> Path:
    folder = root / "corpus" / "Z0000000001"
    folder.mkdir(parents=True)
    (folder / "rus.md").write_text(LAW, encoding="utf-8")
    (folder / "rus.txt").write_text(other, encoding="utf-8")
    return root


def test_a_second_source_that_says_the_same_is_no_finding(tmp_path: Path) -> None:
    result = build(_workspace(tmp_path, LAW))
    assert not [found for found in result.findings if found.code.startswith("workspace.source")]


def test_a_unit_that_a_second_source_has_otherwise_is_a_finding_with_both_texts(tmp_path: Path) -> None:
    result = build(_workspace(tmp_path, LAW.replace("3 дня", "5 дней")))
    (found,) = [found for found in result.findings if found.code == "workspace.sources_differ"]
    assert found.text == "2. Срок – 3 дня."
    assert tuple(found.candidates) == ("2. Срок – 5 дней.",)


def test_a_second_source_that_cannot_be_read_does_not_stop_the_act(tmp_path: Path) -> None:
    root = _workspace(tmp_path, LAW)
    (root / "corpus" / "Z0000000001" / "rus.txt").write_bytes(b"\x00\x01\x02" * 50)
    result = build(root)
    assert [found.code for found in result.findings if found.code.startswith("workspace.source")] == [
        "workspace.source_unreadable"
    ]
    assert (root / "xml" / "Z0000000001" / "rus.xml").is_file()
