"""Loading: Akoma Ntoso is parsed, all else is read and built; the card beside a file is used."""

from pathlib import Path

import pytest

from lexkz.akn import meta
from lexkz.akn.canonical import serialise
from lexkz.reading.blocks import SourceError
from lexkz.structure import load

TEXT = "Сынақ қағидаларын бекіту туралы\nБҰЙЫРАМЫН:\n1. Қағидалар бекітілсін.\n2. Осы бұйрық қолданысқа енгізіледі.\n"


def test_a_text_is_read_and_its_card_used(tmp_path: Path) -> None:
    path = tmp_path / "kaz.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "act.toml").write_text('type = "order"\nnumber = "77"\ndate = 2021-02-04\n', encoding="utf-8")
    assert meta.read_identity(load(path).root).work == "/akn/kz/act/order/2021-02-04/77"


def test_what_was_written_is_loaded_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "kaz.txt"
    path.write_text(TEXT, encoding="utf-8")
    written = serialise(load(path).root)
    (tmp_path / "kaz.xml").write_bytes(written)
    assert serialise(load(tmp_path / "kaz.xml").root) == written


def test_a_file_that_cannot_be_loaded_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "kaz.xml"
    path.write_text("<?xml version='1.0'?><html/>", encoding="utf-8")
    with pytest.raises(SourceError, match=r"kaz\.xml cannot be loaded"):
        load(path)
    with pytest.raises(SourceError):
        load(tmp_path / "missing.txt")
