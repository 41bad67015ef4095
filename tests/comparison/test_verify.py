"""Our text held against an official edition: each difference has its state."""

from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.comparison.diff import diff
from lexkz.comparison.verify import differences, verify
from lexkz.consolidation.consolidation import consolidate
from lexkz.languages.references import LANGS, Lang
from lexkz.reading import read_text
from lexkz.structure import Act, build, load

GOLD = Path(__file__).parents[3] / "shared" / "gold"
TRIPLES = sorted(path.parent for path in GOLD.glob("*/*/before.txt"))
EDITORS_SLIPS = {"microcredit_orgs": {"art_12__subpara_2", "art_17"}}
"""Units where ``triple.json`` names slips of the official editors."""

BASE = """Тестовый закон о проверках
Статья 1. Предмет
1. Закон регулирует проверки.
2. Срок – 3 дня.
Статья 2. Порядок
1) подача заявления;
2) рассмотрение.
"""


def act(text: str) -> Act:
    return build(read_text(text, lang="rus"))


def states(ours: str, official: str) -> dict[str, str]:
    return {unit.eid: unit.state for unit in differences(verify(act(ours), act(official)).units)}


def test_the_same_text_is_the_same_in_every_unit() -> None:
    found = verify(act(BASE), act(BASE))
    assert found.exact
    assert set(found.summary) == {"same"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Срок – 3 дня.", "Срок – 5 дней.", {"art_1__para_2": "differs"}),
        (
            "2) рассмотрение.\n",
            "2) рассмотрение;\n3) решение.\n",
            {"art_2__subpara_2": "differs", "art_2__subpara_3": "missing"},
        ),
        ("2. Срок – 3 дня.\n", "", {"art_1__para_2": "extra"}),
    ],
)
def test_each_difference_has_its_state(old: str, new: str, expected: dict[str, str]) -> None:
    assert states(BASE, BASE.replace(old, new)) == expected


def test_spaces_and_look_alike_letters_are_no_difference() -> None:
    official = BASE.replace("рассмотрение", "paccмотрение").replace("Срок – 3", "Срок  –  3")
    found = verify(act(BASE), act(official))
    assert found.exact
    assert found.summary["look_alike"] == 1


def test_the_editors_choose_the_words_of_a_repealed_unit() -> None:
    ours = BASE.replace("2) рассмотрение.", "2) исключен.")
    official = BASE.replace("2) рассмотрение.", "2) Исключен Законом РК от 01.02.2020 № 5.")
    assert verify(act(ours), act(official)).summary.get("editors_words") == 1


OURS = {
    "rus": """О порядке (вымышленный приказ)

Приказ Министра финансов от 3 марта 2015 года № 15

ПРИКАЗЫВАЮ:

Сноска. Преамбула в редакции приказа Министра финансов РК от 21.06.2021 № 77.

1. Утвердить Правила.

2. Вести учет.

3. Хранить дела.
""",
    "kaz": """Тәртіп туралы (ойдан шығарылған бұйрық)

Қаржы министрінің 2015 жылғы 3 наурыздағы № 15 бұйрығы

БҰЙЫРАМЫН:

Ескерту. Кіріспе жаңа редакцияда - ҚР Қаржы министрінің 21.06.2021 № 77 бұйрығымен.

1. Қағидалар бекітілсін.

2. Есеп жүргізілсін.

3. Істер сақталсын.
""",
}
AMENDING = {
    "rus": """О внесении изменения (вымышленный приказ)

Приказ Министра финансов от 5 мая 2024 года № 90

ПРИКАЗЫВАЮ:

1. Внести в приказ Министра финансов от 3 марта 2015 года № 15 «О порядке» следующее изменение:

пункт 2 изложить в следующей редакции:

«2. Вести строгий учет.».
""",
    "kaz": """Өзгеріс енгізу туралы (ойдан шығарылған бұйрық)

Қаржы министрінің 2024 жылғы 5 мамырдағы № 90 бұйрығы

БҰЙЫРАМЫН:

1. «Тәртіп туралы» Қаржы министрінің 2015 жылғы 3 наурыздағы № 15 бұйрығына мынадай өзгеріс енгізілсін:

2-тармақ мынадай редакцияда жазылсын:

«2. Қатаң есеп жүргізілсін.».
""",
}
NOTES = {
    "rus": "Сноска. Пункт {unit} в редакции приказа Министра финансов РК от {date} № {number}.",
    "kaz": "Ескерту. {unit}-тармақ жаңа редакцияда - ҚР Қаржы министрінің {date} № {number} бұйрығымен.",
}
SECOND = {"rus": ("2. Вести учет.", "2. Вести строгий учет."), "kaz": ("2. Есеп", "2. Қатаң есеп")}


def _history(lang: Lang, *notes: tuple[str, str, str], third: str = "") -> list[tuple[str, str, str, str]]:
    """Ours, with point 2 changed by us, against an edition with ``notes`` at points: unit, act, who knows of it."""
    old = build(read_text(OURS[lang], lang=lang))
    made = consolidate(old, [annotate(build(read_text(AMENDING[lang], lang=lang)))])
    assert [one.outcome for one in made.report.commands] == ["applied"]
    lines = OURS[lang].replace(*SECOND[lang]).split("\n\n")
    for unit, day, number in notes:
        place = next(at for at, line in enumerate(lines) if line.startswith(f"{unit}."))
        lines.insert(place + 1, NOTES[lang].format(unit=unit, date=day, number=number))
    text = "\n\n".join(lines)
    found = verify(made.act, build(read_text(text.replace("3. ", f"3. {third}", 1), lang=lang)))
    told = [one for unit in found.units for one in unit.told]
    return [(one.eid or "", one.date, one.number, one.state) for one in (*told, *found.told)]


PREAMBLE = ("preamble__formula_1", "2021-06-21", "77", "both")


@pytest.mark.parametrize("lang", LANGS)
def test_an_act_that_the_notes_name_and_that_we_applied_is_known_to_both(lang: Lang) -> None:
    assert _history(lang, ("2", "05.05.2024", "90")) == [PREAMBLE, ("para_2", "2024-05-05", "90", "both")]


@pytest.mark.parametrize("lang", LANGS)
def test_a_change_of_ours_of_which_no_note_tells_is_told(lang: Lang) -> None:
    assert _history(lang) == [PREAMBLE, ("para_2", "2024-05-05", "90", "ours")]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("day", "number"), [("06.05.2024", "90"), ("05.05.2024", "91")])
def test_an_act_is_the_same_where_its_day_and_its_number_are(lang: Lang, day: str, number: str) -> None:
    known = _history(lang, ("2", day, number))
    assert [state for *_, state in known] == ["both", "unrecorded", "ours"]


@pytest.mark.parametrize("lang", LANGS)
def test_an_act_that_changed_a_unit_which_we_have_as_it_was_is_told(lang: Lang) -> None:
    known = _history(lang, ("2", "05.05.2024", "90"), ("3", "06.06.2023", "66"), third="Новое: ")
    assert known[2:] == [("para_3", "2023-06-06", "66", "official")]


@pytest.mark.parametrize("lang", LANGS)
def test_an_act_whose_change_our_base_has_already_is_no_fault(lang: Lang) -> None:
    known = _history(lang, ("2", "05.05.2024", "90"), ("3", "06.06.2023", "66"))
    assert known[2:] == [("para_3", "2023-06-06", "66", "unrecorded")]


def test_an_edition_without_notes_tells_nothing_that_ours_could_be_held_against() -> None:
    text = OURS["rus"].replace("Сноска. Преамбула в редакции приказа Министра финансов РК от 21.06.2021 № 77.\n\n", "")
    made = consolidate(build(read_text(text)), [annotate(build(read_text(AMENDING["rus"])))])
    found = verify(made.act, build(read_text(text.replace(*SECOND["rus"]))))
    assert (found.exact, [unit.told for unit in found.units if unit.told], found.told) == (True, [], ())


@pytest.mark.skipif(not TRIPLES, reason="the gold acts are not at hand")
@pytest.mark.parametrize("folder", TRIPLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_gold_act_consolidated_is_its_official_edition(folder: Path) -> None:
    base = load(folder / "before.txt")
    made = consolidate(base, [annotate(load(folder / "amending.txt"))])
    found = verify(made.act, load(folder / "after.txt"))
    assert {unit.eid for unit in differences(found.units)} == EDITORS_SLIPS.get(folder.parent.name, set())
    assert {outcome.outcome for outcome in made.report.commands} == {"applied"}


@pytest.mark.skipif(not TRIPLES, reason="the gold acts are not at hand")
def test_each_change_of_a_gold_act_names_the_command_that_made_it() -> None:
    folder = GOLD / "microcredit_orgs" / "kaz"
    base = load(folder / "before.txt")
    made = consolidate(base, [annotate(load(folder / "amending.txt"))])
    hunks = diff(base, made.act)
    assert [hunk.eid for hunk in hunks] == [
        "art_1__subpara_1",
        "art_3__para_1",
        "art_9__para_2",
        "art_15__para_3__subpara_6",
    ]
    assert all(hunk.command is not None and "__mod_" in hunk.command for hunk in hunks)
