"""A step shows what one act made of the text in force the day before, and of no other text."""

import shutil
from pathlib import Path

import pytest

from lexkz.reading.blocks import Lang
from lexkz.workspace.build import build
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.library import library
from lexkz.workspace.site.steps import steps

BASE = {
    "rus": (
        "Об утверждении Правил",
        "Приказ Министра труда от 10 января 2020 года № 7",
        "ПРИКАЗЫВАЮ:",
        "1. Срок – десять дней.",
        "2. Плата – сто тенге.",
    ),
    "kaz": (
        "Қағидаларды бекіту туралы",
        "Еңбек министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығы",
        "БҰЙЫРАМЫН:",
        "1. Мерзім – он күн.",
        "2. Төлем – жүз теңге.",
    ),
}
ORDERS = {
    "rus": (
        ("11", "5 марта 2021", 'в пункте 1 слово "десять" заменить словом "пятнадцать".', "1 апреля 2021"),
        ("12", "5 марта 2022", 'в пункте 1 слово "пятнадцать" заменить словом "двадцать".', "1 апреля 2022"),
    ),
    "kaz": (
        (
            "11",
            "2021 жылғы 5 наурыз",
            '1-тармақтағы "он" деген сөз "он бес" деген сөздермен ауыстырылсын.',
            "2021 жылғы 1 сәуір",
        ),
        (
            "12",
            "2022 жылғы 5 наурыз",
            '1-тармақтағы "он бес" деген сөздер "жиырма" деген сөзбен ауыстырылсын.',
            "2022 жылғы 1 сәуір",
        ),
    ),
}


def order(lang: Lang, number: str, day: str, command: str, force: str) -> str:
    if lang == "rus":
        lines = (
            "О внесении изменения",
            f"Приказ Министра труда от {day} года № {number}",
            "ПРИКАЗЫВАЮ:",
            '1. Внести в приказ Министра труда от 10 января 2020 года № 7 "Об утверждении Правил" следующее изменение:',
            command,
            f"2. Настоящий приказ вводится в действие с {force} года.",
        )
    else:
        lines = (
            "Өзгеріс енгізу туралы",
            f"Еңбек министрінің {day}дағы № {number} бұйрығы",
            "БҰЙЫРАМЫН:",
            '1. "Қағидаларды бекіту туралы" Еңбек министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығына мынадай өзгеріс '
            "енгізілсін:",
            command,
            f"2. Осы бұйрық {force}ден бастап қолданысқа енгізіледі.",
        )
    return "\n\n".join(lines)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_each_order_is_shown_against_the_text_of_the_day_before(lang: Lang, tmp_path: Path) -> None:
    texts = {"V2000000001": "\n\n".join(BASE[lang])}
    texts |= {f"V21000000{one[0]}": order(lang, *one) for one in ORDERS[lang]}
    for name, text in texts.items():
        (tmp_path / "corpus" / name).mkdir(parents=True)
        (tmp_path / "corpus" / name / f"{lang}.txt").write_text(text, encoding="utf-8")
    build(tmp_path)
    found = library(Workspace(tmp_path))
    shown = {}
    for number, *_ in ORDERS[lang]:
        act = found.of(f"V21000000{number}", lang)[0]
        shown[number] = [(one.before.date, one.after.date) for one in steps(act, found)]
        for one in steps(act, found):
            (entry,) = one.change.entries
            (line,) = entry.lines
            assert entry.outcome == "applied"
            assert line.old is not None
            # The words that the command names stand in the text before it.
            assert {"11": ("десять", "он күн"), "12": ("пятнадцать", "он бес")}[number][lang == "kaz"] in line.old
    assert shown == {"11": [(None, "2021-04-01")], "12": [("2021-04-01", "2022-04-01")]}


def test_what_a_build_read_is_believed_only_of_the_bytes_in_which_it_was_read(three_days: Path, tmp_path: Path) -> None:
    shutil.copytree(three_days, tmp_path, dirs_exist_ok=True)
    base, order = (library(Workspace(tmp_path)).of(name, "rus")[0] for name in ("V2300031001", "V2400034001"))
    assert base.kept is not None
    assert order.kept is not None
    kept = order.kept.load(order.path)
    assert kept is not None
    assert len(kept.commands) == 3
    # Of an act that commands nothing no reading is kept, and none is needed.
    assert (base.kept.digest, base.kept.is_of(base.path), base.reading) == ("", True, None)
    order.path.write_bytes(order.path.read_bytes() + b"\n")
    assert order.kept.load(order.path) is None
    assert order.reading is not None
    assert len(order.reading.commands) == 3
