"""Commands written out as text, read back and applied, change an act as the same changes made directly do."""

from datetime import date
from typing import Literal, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import BaseAct, Command, Step
from lexkz.amendment.render import render, render_base
from lexkz.consolidation import consolidate
from lexkz.languages.removal import is_removed
from lexkz.reading import read_text
from lexkz.reading.card import Card
from lexkz.structure import Act, build

LANGS = ("kaz", "rus")
TITLES = {"kaz": "Сынақ тәртібін бекіту туралы", "rus": "Об утверждении тестового порядка"}
FORMULAS = {"kaz": "БҰЙЫРАМЫН:", "rus": "ПРИКАЗЫВАЮ:"}
HEADS = {"kaz": "Сынақ бұйрығына өзгерістер енгізу туралы", "rus": "О внесении изменений в тестовый приказ"}
WORD = {"kaz": ("мерзім", "уақыт"), "rus": ("срок", "период")}
Action = Literal[
    "replace", "insert", "repeal", "replace_words", "delete_words", "everywhere", "after", "before"
]  # fmt: skip
ACTIONS: tuple[Action, ...] = get_args(Action)
CARD = Card(type="order", date=date(2020, 10, 5), number="115")


def _act(lang: str, lines: list[str], card: Card | None = None) -> Act:
    return build(read_text("\n".join(lines), lang="kaz" if lang == "kaz" else "rus"), card)


def _base(lang: str, points: int) -> tuple[list[str], Act]:
    lines = [f"{number}. {WORD[lang][0]} {number}." for number in range(1, points + 1)]
    return lines, _act(lang, [TITLES[lang], FORMULAS[lang], *lines], CARD)


def _command(lang: str, action: Action, number: int) -> Command:
    base = BaseAct("order", TITLES[lang], "2020-10-05", "115")
    target = ((Step("paragraph", f"{number}-1" if action == "insert" else str(number)),),)
    if action == "replace":
        return Command("", "replace", base, target, "", content=(f"{number}. Жаңа {number}.",))
    if action == "insert":
        return Command("", "insert", base, target, "", content=(f"{number}-1. Жаңа {number}.",))
    if action == "repeal":
        return Command("", "repeal", base, target, "")
    old, new = WORD[lang]
    if action == "delete_words":
        return Command("", "delete_words", base, target, "", old=(f" {number}",))
    if action == "everywhere":
        return Command("", "replace_words", base, target, "", old=(old,), new=(new,), everywhere=True)
    if action in ("after", "before"):
        return Command("", "insert_words", base, target, "", old=(old,), new=(new,), position=action)
    return Command("", "replace_words", base, target, "", old=(old,), new=(new,))


def _directly(lang: str, lines: list[str], changes: dict[int, Action]) -> list[str | None]:
    """The lines after the same changes made by hand; None for a point that fell away."""
    out: list[str | None] = []
    for number, line in enumerate(lines, start=1):
        action = changes.get(number)
        if action == "replace":
            out.append(f"{number}. Жаңа {number}.")
        elif action == "repeal":
            out.append(None)
        elif action in ("replace_words", "everywhere"):
            out.append(line.replace(*WORD[lang]))
        elif action in ("after", "before"):
            old, new = WORD[lang]
            out.append(line.replace(old, f"{old} {new}" if action == "after" else f"{new} {old}"))
        elif action == "delete_words":
            out.append(line.replace(f" {number}.", "."))
        else:
            out.append(line)
        if action == "insert":
            out.append(f"{number}-1. Жаңа {number}.")
    return out


def _amending(lang: str, commands: list[Command]) -> Act:
    lines = [HEADS[lang], FORMULAS[lang], f"1. {render_base(commands[0], lang)}"]
    for command in commands:
        lines.extend(render(command, lang))
    return _act(lang, lines, Card(type="order", date=date(2021, 1, 1), number="7"))


@pytest.mark.parametrize("lang", LANGS)
@given(data=st.data())
@settings(max_examples=40)
def test_commands_read_from_text_change_what_they_would_change_by_hand(lang: str, data: st.DataObject) -> None:
    points = data.draw(st.integers(2, 12))
    actions = st.sampled_from(ACTIONS)
    changes = data.draw(st.dictionaries(st.integers(1, points), actions, min_size=1, max_size=5))
    order = data.draw(st.permutations(sorted(changes)))
    lines, base = _base(lang, points)
    amending = _amending(lang, [_command(lang, changes[number], number) for number in order])
    done = consolidate(base, [annotate(amending)])
    assert {outcome.outcome for outcome in done.report.commands} == {"applied"}
    assert done.report.proofs.hold
    body = done.act.root.find(".//{*}body")
    assert body is not None
    found = paragraphs(body)
    expected = _directly(lang, lines, changes)
    assert len(found) == len(expected)
    for line, wanted in zip(found, expected, strict=True):
        assert is_removed(line) if wanted is None else line == wanted


@pytest.mark.parametrize("lang", LANGS)
def test_the_order_of_independent_commands_does_not_matter(lang: str) -> None:
    _, base = _base(lang, 6)
    commands = [_command(lang, "replace", 2), _command(lang, "insert", 3), _command(lang, "replace_words", 5)]
    one = consolidate(base, [annotate(_amending(lang, commands))])
    other = consolidate(base, [annotate(_amending(lang, commands[::-1]))])
    assert paragraphs(one.act.root) == paragraphs(other.act.root)
