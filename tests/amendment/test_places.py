"""Where each command acts, and what is said aloud where that is not certain: cases in plain text, both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Address, Command
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build
from tests.observed import approved, hold_to_approved, observed_reading

FIXTURES = Path(__file__).parent / "fixtures" / "places"
DRAFTED = Path(__file__).parent / "fixtures" / "drafted"
"""Sentences that were labelled before anything was run: what a drafter would write, not what the grammar holds."""
HEADS: dict[str, dict[str, tuple[str, str]]] = {
    "rus": {
        "@act": (
            "О внесении изменений в приказ (тестовый)\nПРИКАЗЫВАЮ:\n1. Внести в приказ Министра финансов Республики "
            "Казахстан от 5 октября 2020 года № 115 «О тарифах» следующие изменения:\n",
            "2. Настоящий приказ вводится в действие со дня его первого официального опубликования.\n",
        ),
        "@order": ("в Правилах учета, утвержденных указанным приказом:\n", ""),
        "@law": (
            "О внесении изменений в Закон\n\nЗакон Республики Казахстан от 5 марта 2021 года № 11\n\nСтатья 1. Внести "
            "в Закон Республики Казахстан от 10 января 2020 года № 7 «О тестовых проверках» следующие изменения:\n",
            "Статья 2. Настоящий Закон вводится в действие со дня его подписания.\n",
        ),
    },
    "kaz": {
        "@act": (
            "Сынақ бұйрығына өзгерістер енгізу туралы\nБҰЙЫРАМЫН:\n1. «Сынақ қағидаларын бекіту туралы» Қазақстан "
            "Республикасы Қаржы министрінің 2020 жылғы 5 қазандағы № 115 бұйрығына мынадай өзгерістер енгізілсін:\n",
            "2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.\n",
        ),
        "@order": ("көрсетілген бұйрықпен бекітілген Есеп қағидаларында:\n", ""),
        "@law": (
            "Заңға өзгерістер енгізу туралы\n\nҚазақстан Республикасының Заңы 2021 жылғы 5 наурыздағы № 11\n\n1-бап. "
            "«Сынақ тексерулері туралы» 2020 жылғы 10 қаңтардағы № 7 Қазақстан Республикасының Заңына мынадай "
            "өзгерістер енгізілсін:\n",
            "2-бап. Осы Заң қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
        ),
    },
}
RULES = {"rus": "Правила учета", "kaz": "Есеп қағидалары"}


def _cases() -> Iterator[tuple[str, str, str, str]]:
    for path in (*sorted(FIXTURES.glob("*/*.txt")), *sorted(DRAFTED.glob("*/*.txt"))):
        for block in path.read_text(encoding="utf-8").split("\n====\n"):
            name = block.strip().partition("\n")[0].removeprefix("# ")
            yield path.parent.name, name, block.strip(), f"{path.parent.parent.name}-{path.stem}"


@pytest.mark.parametrize(
    ("lang", "name", "block", "topic"), [pytest.param(*case, id=f"{case[0]} {case[1]}") for case in _cases()]
)
def test_a_command_acts_where_its_case_says(lang: Lang, name: str, block: str, topic: str) -> None:
    given, wanted = _parted(lang, block)
    act, found = annotate(build(read_text(given, lang=lang)))
    commands = [_said(command, lang) for command in found.commands]
    assert commands == [line.partition(" ? ")[0] for line in wanted if line.startswith("→ ")], name
    for line, command in zip((line for line in wanted if line.startswith("→ ")), found.commands, strict=True):
        for code in line.partition(" ? ")[2].split(", "):
            assert not code or code in {each.code for each in command.findings}, code
    errors = [f"! {each.code}: {each.text}" for each in found.findings if each.severity == "error" and not each.command]
    expected = [line for line in wanted if line.startswith("! ")]
    assert len(errors) == len(expected), errors
    assert all(error.startswith(line) for error, line in zip(errors, expected, strict=True)), errors
    hold_to_approved(approved(Path(__file__).parent, lang, topic), name, observed_reading(act, found, lang))


def test_both_languages_have_cases_of_the_same_names() -> None:
    names = {lang: {path.name for path in (FIXTURES / lang).glob("*.txt")} for lang in ("kaz", "rus")}
    assert names["kaz"] == names["rus"]


def _parted(lang: Lang, block: str) -> tuple[str, list[str]]:
    lines = [line for line in block.splitlines() if line.strip() and not line.startswith("# ")]
    wanted = [line for line in lines if line.startswith(("→ ", "! "))]
    given = [line for line in lines if line not in wanted]
    head, tail = "", ""
    if given[0].startswith("@"):
        head, tail = HEADS[lang]["@law" if given[0] == "@law" else "@act"]
        head += HEADS[lang]["@order"][0] if given[0] == "@order" else ""
        given = given[1:]
    return head + "\n".join(given) + "\n" + tail, wanted


def _said(command: Command, lang: str) -> str:
    parts = [f"→ {command.action}", ", ".join(_address(target, lang) for target in command.targets)]
    parts += [f"[{words}]" for words in (*command.old, *command.new)]
    parts += [f"{command.position} [{command.beside}]"] if command.beside is not None else []
    parts += ["everywhere"] if command.everywhere else []
    parts += [f"but {', '.join(_address(each, lang) for each in command.excepted)}"] if command.excepted else []
    parts += [f"×{command.times}"] if command.times is not None else []
    parts += [f"lines={len(command.content)}"] if command.content else []
    parts += [f"to {', '.join(_address(each, lang) for each in command.renumber_to)}"] if command.renumber_to else []
    parts += [f"since {command.since}"] if command.since else []
    parts += [f"until {command.until}"] if command.until else []
    parts += [f"unread {' '.join(f'[{words}]' for words in command.unread)}"] if command.unread else []
    meant = next((each.candidates for each in command.findings if each.code == "amend.partly_read"), ())
    parts += [f"meant {' '.join(f'[{words}]' for words in meant)}"] if meant else []
    errors = sorted({each.code for each in command.findings if each.severity == "error"})
    return " ".join(parts + ([f"! {', '.join(errors)}"] if errors else []))


def _address(address: Address, lang: str) -> str:
    steps = [step for step in address if not (step.kind == "instrument" and step.name == RULES[lang])]
    return "/".join(f"{step.kind}:{step.number or step.name or ''}".rstrip(":") for step in steps) or "(all)"
