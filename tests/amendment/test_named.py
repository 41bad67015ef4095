"""What an amending act names (acts, approved documents, annexes, tables, forms): the tables of ``fixtures/bases``."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.amendment.model import Address, BaseAct, Command
from tests.amendment.test_reader import reading

FIXTURES = Path(__file__).parent / "fixtures" / "bases"
_FRAME = {
    "rus": (
        "О внесении изменений (тестовый приказ)\nПРИКАЗЫВАЮ:\n",
        "2. Настоящий приказ вводится в действие со дня подписания.\n",
    ),
    "kaz": (
        "Өзгерістер енгізу туралы (сынақ бұйрығы)\nБҰЙЫРАМЫН:\n",
        "2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
    ),
}
_PROBE = {"rus": "пункт 77 исключить.", "kaz": "77-тармақ алып тасталсын."}
_SEEN_ELSEWHERE = frozenset({"amend.annex_missing", "amend.unit_unplaced"})
"""The acts of the table have no annexes of their own, and the point of the probe stands in no article of a law: both
are another matter."""


def _cases() -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    for path in sorted(FIXTURES.glob("*.txt")):
        header = ""
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
            if lines and lines[0].startswith("=="):
                header = lines[0].removeprefix("==").strip()
            elif lines:
                said = tuple(line for line in lines if not line.startswith("→"))
                expected = tuple(line.removeprefix("→ ") for line in lines if line.startswith("→"))
                yield path.stem, header, said, expected


def meant(lang: str, header: str, said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the commands of an act made of these lines as the tables write them."""
    begin, end = _FRAME[lang]
    own = [f"1. {header}", *said] if header else [f"1. {said[0]}", *said[1:]]
    probed = said[-1].endswith(":")
    text = begin + "\n".join([*own, *([_PROBE[lang]] if probed else [])]) + "\n" + end
    found = reading(text, lang)
    lines = [_command(command, with_base=not header, probe=probed) for command in found.commands]
    codes = [each.code for each in found.findings if each.severity == "error" and each.code not in _SEEN_ELSEWHERE]
    if header and len({command.base for command in found.commands}) > 1:
        codes.append("another base")
    return (*lines, *(f"error {code}" for code in dict.fromkeys(codes)))


def _command(command: Command, *, with_base: bool, probe: bool) -> str:
    targets = [_address(target[:-1] if probe else target) for target in command.targets]
    what = "at" if probe and command.targets[0][-1:] and command.targets[0][-1].number == "77" else command.action
    annex = f" by annex {', '.join(number or '-' for number in command.annex)}" if command.annex else ""
    return f"{what} {', '.join(targets)}{annex}" + (f" in {_base(command.base)}" if with_base else "")


def _base(base: BaseAct) -> str:
    number = " + ".join((base.number or "-", *getattr(base, "joint", ())))
    words = (base.title or "").replace("«", '"').replace("»", '"')
    title = f" «{words}»" if words else ""
    return f"{base.type or '-'} {base.date or '-'} {number}{title}"


def _address(address: Address) -> str:
    if not address:
        return "(act)"
    return "/".join(
        step.kind + (f":{step.number}" if step.number else "") + (f"={step.name}" if step.name else "")
        for step in address
    )


@pytest.mark.parametrize(
    ("lang", "header", "said", "expected"),
    [pytest.param(*case, id=f"{place} {case[0]} {case[2][-1][:40]}") for place, case in enumerate(_cases())],
)
def test_what_an_act_names_is_what_the_table_says(
    lang: str, header: str, said: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert meant(lang, header, said) == expected


def test_the_tables_hold_the_same_kinds_in_both_languages() -> None:
    counts = {lang: sum(case[0] == lang for case in _cases()) for lang in ("kaz", "rus")}
    assert min(counts.values()) >= 140


@pytest.mark.parametrize(
    ("lang", "line", "issued"),
    [
        (
            "rus",
            "Признать утратившим силу приказ начальника Архива Президента Республики Казахстан "
            'от 9 июня 2011 года № 115 "О делах".',
            False,
        ),
        (
            "rus",
            'Признать утратившим силу Указ Президента Республики Казахстан от 9 июня 2011 года № 115 "О делах".',
            True,
        ),
        (
            "rus",
            "Признать утратившим силу приказ Руководителя Канцелярии Правительства Республики Казахстан "
            'от 9 июня 2011 года № 115 "О делах".',
            False,
        ),
        (
            "kaz",
            '"Істер туралы" Қазақстан Республикасы Президенті Кеңсесі бастығының 2011 жылғы '
            "9 маусымдағы № 115 бұйрығының күші жойылды деп танылсын.",
            False,
        ),
        (
            "kaz",
            '"Істер туралы" Қазақстан Республикасы Президентінің 2011 жылғы '
            "9 маусымдағы № 115 Жарлығының күші жойылды деп танылсын.",
            True,
        ),
        (
            "kaz",
            '"Істер туралы" Қазақстан Республикасы Үкіметі Аппараты басшысының 2011 жылғы '
            "9 маусымдағы № 115 бұйрығының күші жойылды деп танылсын.",
            False,
        ),
    ],
)
def test_an_office_named_after_the_president_or_the_government_is_not_they(lang: str, line: str, issued: bool) -> None:
    (command,) = reading(_FRAME[lang][0] + f"1. {line}\n" + _FRAME[lang][1], lang).commands
    assert command.base.number == "115"
    assert any(slug in (command.base.iri or "") for slug in ("president", "government")) is issued
