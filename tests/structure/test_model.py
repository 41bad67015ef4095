"""An act as a value that goes from one process to another."""

import pickle

from lexkz.akn.canonical import serialise
from lexkz.reading import read_text
from lexkz.structure import build


def test_an_act_that_another_process_gets_is_the_same_act_with_its_findings() -> None:
    act = build(read_text("Тестовый приказ\n\nПРИКАЗЫВАЮ:\n\n1. Раз.\n\n1. Снова раз.\n\n3. Три.\n", lang="rus"))
    assert act.findings
    there = pickle.loads(pickle.dumps(act))
    assert there.root is not act.root
    assert (serialise(there.root), there.findings) == (serialise(act.root), act.findings)
