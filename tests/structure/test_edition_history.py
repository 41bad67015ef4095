"""What the editors' notes of official editions tell, read as data and tied to their units."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import lexkz
from lexkz.akn import meta as akn_meta
from lexkz.akn.iris import number_segment
from lexkz.languages.detect import Lang
from lexkz.languages.edition_notes import NotedAct, noted_changes
from lexkz.languages.references import LANGS
from lexkz.structure.edition_history import told_changes

CASES = Path(__file__).parent / "notes"
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def _cases() -> Iterator[tuple[Lang, str, list[str]]]:
    for lang in LANGS:
        text = (CASES / f"{lang}.txt").read_text(encoding="utf-8")
        for block in text.split("\n\n")[1:]:
            note, *told = block.strip().split("\n")
            yield lang, note, [line.removeprefix("= ") for line in told if line != "-"]


def _told(lang: Lang, note: str) -> Iterator[str]:
    for change in noted_changes(note, lang):
        for unit in change.units or ((),):
            steps = ", ".join(" ".join(part for part in (one.kind, one.number, one.name) if part) for one in unit)
            acts = ", ".join(_act(act) for act in change.acts)
            yield " | ".join([f"{change.kind} | {steps}".strip(), acts] + ([change.only] if change.only else []))


def _act(act: NotedAct) -> str:
    return f"{act.type} {act.date} {act.number}" + (f" ({act.author})" if act.author else "")


@pytest.mark.parametrize(("lang", "note", "told"), list(_cases()))
def test_a_note_tells_which_unit_was_changed_how_and_by_which_act(lang: Lang, note: str, told: list[str]) -> None:
    assert list(_told(lang, note)) == told


def test_a_note_tells_when_the_change_entered_into_force() -> None:
    (change,) = noted_changes(
        "Сноска. Пункт 4 в редакции приказа от 21.05.2024 № 418 (вводится в действие с 01.07.2024).", "rus"
    )
    assert [act.entry for act in change.acts] == ["вводится в действие с 01.07.2024"]


BASE = """О порядке (вымышленный приказ)

Приказ Министра финансов от 3 марта 2015 года № 15

ПРИКАЗЫВАЮ:

Сноска. Преамбула в редакции приказа Министра финансов РК от 21.06.2021 № 77.

1. Утвердить прилагаемые Правила.

2. Вести учет.

Сноска. Пункт 2 с изменением, внесенным приказом Министра финансов РК от 21.06.2021 № 77.

Министр С. Тестов

Утверждены приказом Министра финансов от 3 марта 2015 года № 15

Правила учета

Глава 1. Общие положения

Сноска. Заголовок главы 1 в редакции приказа Министра финансов РК от 01.02.2022 № 5.

1. Первая норма.

2. Вторая норма.

Сноска. Правила дополнены пунктом 2 в соответствии с приказом Министра финансов РК от 01.02.2022 № 5.
"""


def test_each_note_is_tied_to_the_unit_that_it_speaks_of_in_its_own_document() -> None:
    act = lexkz.read_text(BASE, lang="rus")
    assert [(told.eid, told.change.kind) for told in told_changes(act.tree.root, "rus")] == [
        ("preamble__formula_1", "replaced"),
        ("para_2", "changed"),
        ("att_1__chp_1", "replaced"),
        ("att_1__para_2", "inserted"),
    ]


def test_what_notes_tell_stands_in_the_metadata_and_the_act_is_valid() -> None:
    act = lexkz.read_text(BASE, lang="rus")
    meta = akn_meta.of(act.tree.root)
    told = akn_meta.textual_mods(meta, "passive", told=True)
    assert [(one.type, one.sources, one.destinations[0].href) for one in told] == [
        ("substitution", ("/akn/kz/act/order/mf/2021-06-21/77",), "#preamble__formula_1"),
        ("substitution", ("/akn/kz/act/order/mf/2021-06-21/77",), "#para_2"),
        ("substitution", ("/akn/kz/act/order/mf/2022-02-01/5",), "#att_1__chp_1"),
        ("insertion", ("/akn/kz/act/order/mf/2022-02-01/5",), "#att_1__para_2"),
    ]
    assert akn_meta.textual_mods(meta, "passive") == ()
    assert [(one.get("date"), one.get("refersTo")) for one in meta.iter("{*}eventRef")][1:] == [
        ("2021-06-21", "#toldByNote"),
        ("2022-02-01", "#toldByNote"),
    ]
    assert lexkz.validate(act) == ()


def test_the_history_of_an_official_edition_goes_through_a_consolidation_and_its_proofs() -> None:
    amending = lexkz.read_text(
        "О внесении изменения (вымышленный приказ)\n\nПриказ Министра финансов от 5 мая 2024 года № 90\n\n"
        "ПРИКАЗЫВАЮ:\n\n1. Внести в приказ Министра финансов от 3 марта 2015 года № 15 «О порядке» "
        "следующее изменение:\n\n"
        "пункт 2 изложить в следующей редакции:\n\n«2. Вести строгий учет.».\n\n"
        "2. Настоящий приказ вводится в действие со дня подписания.\n",
        lang="rus",
    )
    new = lexkz.consolidate(lexkz.read_text(BASE, lang="rus"), amending)
    assert (new.proofs.hold, [one.outcome for one in new.report.commands]) == (True, ["applied"])
    assert lexkz.validate(new) == ()
    made = akn_meta.textual_mods(akn_meta.of(new.tree.root), "passive")
    assert [one.destinations[0].href for one in made] == ["#para_2"]
    assert len(akn_meta.textual_mods(akn_meta.of(new.tree.root), "passive", told=True)) == 4


TRIPLES = sorted(path.parent for path in GOLD.glob("*/*/before.txt"))


@pytest.mark.skipif(not TRIPLES, reason="the labelled acts are not at hand")
@pytest.mark.parametrize("folder", TRIPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_an_official_edition_tells_exactly_the_units_that_its_amending_act_changed(folder: Path) -> None:
    lang: Lang = "kaz" if folder.name == "kaz" else "rus"
    by = json.loads((folder.parent / "triple.json").read_text(encoding="utf-8"))["amending"]
    told = lexkz.read(folder / "after.txt", lang=lang).told_changes
    named = {
        one.eid
        for one in told
        for act in one.change.acts
        if (act.date, number_segment(act.number)) == (by["date"], number_segment(by["number"]))
    }
    # The edition of some laws tells of other acts as well, made before and after: those are not this act's.
    made = lexkz.consolidate(
        lexkz.read(folder / "before.txt", lang=lang), lexkz.read(folder / "amending.txt", lang=lang)
    )
    mods = akn_meta.textual_mods(akn_meta.of(made.tree.root), "passive")
    changed = {one.destinations[0].href.removeprefix("#").partition("__")[0] for one in mods}
    assert named == changed
