"""A command written out in the official manner is read back as the same command."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Action, Address, BaseAct, Command, CommandPlace, Kind, Step
from lexkz.amendment.render import UnrenderableError, describe, described, phrased, render, render_base
from lexkz.reading import read_text
from lexkz.structure import build
from tests.breadth import examples

LANGS = ("kaz", "rus")
BASES = {
    "kaz": BaseAct("order", "Сынақ қағидаларын бекіту туралы", "2020-10-05", "115", registration="21385"),
    "rus": BaseAct("order", "Об утверждении тестовых правил", "2020-10-05", "115", registration="21385"),
}
NAMES = {"kaz": "Сынақ өткізу қағидалары", "rus": "Правила проведения проверок"}
WORDS = {"kaz": ("алма", "екі күн", "өтініш"), "rus": ("яблоко", "два дня", "заявление")}
CHAINS: tuple[tuple[Kind, ...], ...] = (
    ("paragraph",),
    ("paragraph", "subparagraph"),
    ("paragraph", "alinea"),
    ("paragraph", "subparagraph", "alinea"),
    ("paragraph", "part"),
    ("article",),
    ("article", "paragraph", "subparagraph"),
    ("article", "part", "alinea"),
    ("chapter",),
    ("article", "heading"),
    ("paragraph", "part", "sentence"),
    ("annex",),
    ("annex", "paragraph"),
    ("annex", "corner_mark"),
    ("annex", "table", "row"),
    ("annex", "table", "row", "column"),
    ("note", "paragraph"),
    ("article", "note"),
    ("section", "chapter"),
    ("chapter", "subchapter"),
    ("contents", "article", "heading"),
    ("row",),
    ("column",),
)
_ALONE = frozenset({"heading", "corner_mark", "note", "contents"})
"""Units of which a unit has but one, without a number."""
HEADS = {"kaz": "Сынақ бұйрығына өзгерістер енгізу туралы\nБҰЙЫРАМЫН:\n", "rus": "О тестовом приказе\nПРИКАЗЫВАЮ:\n"}


def read_back(lines: list[str], lang: str) -> tuple[Command, ...]:
    text = HEADS[lang] + "\n".join(lines) + "\n"
    act = build(read_text(text, lang="kaz" if lang == "kaz" else "rus"))
    return annotate(act)[1].commands


def plain(command: Command) -> Command:
    """A command without what only its act gives it: id, place, the printed instruction, the IRI, findings."""
    base = replace(command.base, iri=None)
    # The annexes that a generated command cites are not written out.
    found = tuple(each for each in command.findings if each.severity == "error" and each.code != "amend.annex_missing")
    return replace(command, id="", instruction="", base=base, source=CommandPlace(None, ""), findings=found)


def _step(kind: Kind, number: int, dashed: int) -> Step:
    if kind in _ALONE:
        return Step(kind)
    if kind == "table":
        return Step(kind, str(number))
    if kind in ("alinea", "part", "sentence"):
        return Step(kind, str(number))
    return Step(kind, f"{number}-{dashed}" if dashed else str(number))


@st.composite
def addresses(draw: st.DrawFn, lang: str) -> tuple[Address, ...]:
    chain = draw(st.sampled_from(CHAINS))
    outer: list[Step] = []
    if draw(st.booleans()):
        outer.append(Step("instrument", name=NAMES[lang]))
    for kind in chain[:-1]:
        outer.append(_step(kind, draw(st.integers(1, 40)), draw(st.sampled_from((0, 0, 1, 12)))))
    numbers = draw(st.lists(st.integers(1, 60), min_size=1, max_size=3, unique=True).map(sorted))
    if chain[-1] in _ALONE:
        numbers = numbers[:1]
    return tuple((*outer, _step(chain[-1], number, 0)) for number in numbers)


def _content(targets: tuple[Address, ...]) -> tuple[str, ...]:
    lines = []
    for target in targets:
        last = target[-1]
        mark = {"paragraph": f"{last.number}. ", "subparagraph": f"{last.number}) "}.get(last.kind, "")
        lines.append(f"{mark}Жаңа мәтін.")
    return tuple(lines)


@st.composite
def commands(draw: st.DrawFn, lang: str) -> Command:
    action: Action = draw(
        st.sampled_from(
            (
                "replace",
                "insert",
                "repeal",
                "replace_words",
                "insert_words",
                "delete_words",
                "suspend",
                "none",
                "renumber",
                "move",
                "repeal_act",
            )
        )
    )
    targets = draw(addresses(lang))
    command = Command("", action, BASES[lang], targets, "")
    words = WORDS[lang]
    if action == "repeal_act":
        command = replace(command, targets=((),))
    elif action in ("renumber", "move"):
        assume(targets[0][-1].number is not None)
        beyond = tuple((*each[:-1], replace(each[-1], number=str(place + 90))) for place, each in enumerate(targets))
        if action == "renumber":
            command = replace(command, renumber_to=beyond)
        elif draw(st.booleans()):
            command = replace(command, anchor=beyond[-1], position=draw(st.sampled_from(("after", "before"))))
        else:
            assume(targets[0][0].kind == "paragraph" and len(targets[0]) == 1)
            command = replace(command, renumber_to=((Step("chapter", str(draw(st.integers(1, 40)))),),))
    elif action in ("replace", "insert") and {target[-1].kind for target in targets} == {"annex"}:
        command = replace(command, annex=tuple(str(place + 1) for place, _ in enumerate(targets)))
    elif action in ("replace", "insert"):
        kinds = {target[-1].kind for target in targets}
        assume(kinds <= {"paragraph", "subparagraph", "alinea"} and (kinds != {"alinea"} or len(targets) == 1))
        assume(kinds != {"alinea"} or targets[0][-1].number != "1")
        command = replace(command, content=_content(targets))
        if action == "insert" and draw(st.booleans()):
            # A neighbour that the number of the new unit contradicts would be a finding.
            number = int(targets[0][-1].number or "1") - 1
            assume(number > 0)
            before = (*targets[0][:-1], replace(targets[0][-1], number=str(number)))
            command = replace(command, anchor=before, position="after")
    elif action == "replace_words":
        count = draw(st.integers(1, 2))
        command = replace(command, old=words[:count], new=tuple(f"{word} новое" for word in words[:count]))
        if draw(st.booleans()):
            command = replace(command, new=words[2:] * count)
        command = replace(command, everywhere=draw(st.booleans()))
    elif action == "delete_words":
        command = replace(command, old=words[:1])
    elif action == "insert_words":
        position: Literal["after", "before", "end"] = draw(st.sampled_from(("after", "before", "end")))
        command = replace(command, new=words[1:2], position=position, old=() if position == "end" else words[:1])
        if position == "after" and draw(st.booleans()):
            command = replace(command, old=words[:2], new=words[2:] * 2)
    elif action == "suspend" and draw(st.booleans()) and targets[0][-1].kind == "paragraph" and len(targets) == 1:
        command = replace(command, content=_content(targets))
    return command


@pytest.mark.parametrize("lang", LANGS)
@given(data=st.data())
@pytest.mark.combined
@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
def test_reading_what_was_rendered_gives_the_same_command(lang: str, data: st.DataObject) -> None:
    command = data.draw(commands(lang))
    try:
        lines = render(command, lang)
    except UnrenderableError:
        assume(False)
        return
    found = read_back([f"1. {render_base(command, lang)}", *lines], lang)
    assert [plain(each) for each in found] == [plain(command)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["part", "alinea", "sentence"])
@pytest.mark.parametrize("action", ["repeal", "delete_words"])
def test_the_last_unit_is_written_and_read(lang: str, kind: Kind, action: Action) -> None:
    words = WORDS[lang][:1] if action == "delete_words" else ()
    command = Command("", action, BASES[lang], ((Step("paragraph", "5"), Step(kind, "last")),), "", old=words)
    found = read_back([f"1. {render_base(command, lang)}", *render(command, lang)], lang)
    assert [plain(each) for each in found] == [plain(command)]


@pytest.mark.parametrize("lang", LANGS)
def test_an_address_is_told_in_words(lang: str) -> None:
    address = (Step("instrument", name=NAMES[lang]), Step("paragraph", "5"), Step("alinea", "9"))
    expected = {"kaz": "5-тармақ · тоғызыншы абзац", "rus": "пункт 5 · абзац девятый"}[lang]
    assert describe(address, lang) == f"{NAMES[lang]} · {expected}"


@pytest.mark.parametrize(
    ("lang", "said"),
    [("kaz", "5-тармақтың орыс тіліндегі мәтініне"), ("rus", "в пункт 5 на казахском языке")],
)
def test_a_change_of_the_other_text_alone_is_said_of_its_unit(lang: str, said: str) -> None:
    written = render(Command("", "none", BASES[lang], ((Step("paragraph", "5"),),), ""), lang)
    assert said in written[0], written


def test_targets_in_several_approved_acts_are_refused_not_bent() -> None:
    targets = (
        (Step("instrument", name="Сынақ қағидалары"), Step("paragraph", "1")),
        (Step("instrument", name="Сынақ стандарты"), Step("paragraph", "2")),
    )
    with pytest.raises(UnrenderableError):
        render(Command("", "repeal", BASES["kaz"], targets, ""), "kaz")


def _steps(path: str) -> Address:
    """Return the address of ``paragraph 5/alinea 2``; ``table =Name`` tells a step by its name."""
    steps = []
    for part in path.split("/") if path else []:
        kind, _, mark = part.partition(" ")
        named = mark.startswith("=")
        steps.append(Step(kind, None if named else mark or None, mark[1:] if named else None))  # type: ignore[arg-type]
    return tuple(steps)


def _said(action: Action, *targets: str, **words: object) -> Command:
    return Command("", action, BASES["rus"], tuple(map(_steps, targets)), "", **words)  # type: ignore[arg-type]


REFUSED = {
    "a command from a day of its own": _said("repeal", "paragraph 5", since="2025-01-01"),
    "a table within a numbered unit": _said("repeal", "paragraph 5/table =Сынақ/row 2"),
    "a whole approved act among its units": _said("repeal", "instrument =Правила", "instrument =Правила/paragraph 5"),
    "a table without a name cannot be opened": _said("repeal", "annex 1/table 2/row 3"),
    "resolve has no sentence": _said("resolve", "paragraph 5"),  # type: ignore[arg-type]
    "move has no sentence": _said("move", "paragraph 5"),
    "units inserted in several places": _said("insert", "paragraph 5/alinea 2", "paragraph 6/alinea 2"),
    "an annex within a unit": _said("insert", "paragraph 5/alinea 2", annex=("1",)),
    "units inserted before a unit": _said("insert", "paragraph 5", anchor=_steps("paragraph 6"), position="before"),
    "words said to stand several times": _said("delete_words", "paragraph 5", old=("срок",), times=2),
    "words said to end a unit": _said("delete_words", "paragraph 5", old=("срок",), position="end"),
    "words told by what stands beside them": _said(
        "delete_words", "paragraph 5", old=("срок",), excepted=(_steps("paragraph 6"),)
    ),
    "words added at the end of a whole act": _said("insert_words", "", new=("срок",), position="end"),
    "an address that would inherit": _said("repeal", "paragraph 5/alinea 2", "alinea 3"),
    "several units without numbers": _said("repeal", "paragraph 5/note =а", "paragraph 5/note =б"),
    "a row or column that is told by its words": _said("repeal", "row =Сынақ"),
}


@pytest.mark.parametrize("reason", REFUSED)
def test_what_one_sentence_cannot_say_is_refused_with_its_reason(reason: str) -> None:
    with pytest.raises(UnrenderableError, match=reason):
        render(REFUSED[reason], "rus")


@pytest.mark.parametrize("action", ["repeal", "repeal_act"])
def test_a_base_act_that_is_not_known_is_not_named(action: Action) -> None:
    command = replace(
        _said(action, "" if action == "repeal_act" else "paragraph 5"), base=BaseAct(None, "", None, None)
    )
    with pytest.raises(UnrenderableError, match="the base act is not known"):
        render_base(command, "rus")
    if action == "repeal_act":
        with pytest.raises(UnrenderableError, match="the base act is not known"):
            render(command, "rus")


@pytest.mark.parametrize(
    ("lang", "path", "steps", "phrase"),
    [
        ("rus", "paragraph 5/alinea 2", "пункт 5 · абзац второй", "абзац второй пункта 5"),
        ("kaz", "paragraph 5/alinea 2", "5-тармақ · екінші абзац", "5-тармақтың екінші абзацы"),
        ("rus", "title", "заголовок", "заголовок"),
        ("kaz", "annex all", "барлық қосымшалар", "барлық қосымшалар"),
        ("rus", "annex all/row =Итого", "все приложения · «Итого»", "все приложения · «Итого»"),
        ("kaz", "", "бүкіл акт", "бүкіл акт"),
        ("rus", "part 2-1", "часть 2-1", "часть 2-1"),
        ("kaz", "part 2-1", "2-1-бөлік", "2-1-бөлік"),
    ],
)
def test_an_address_is_told_step_by_step_and_as_one_phrase(lang: str, path: str, steps: str, phrase: str) -> None:
    """A number that no ordinal says («часть 2-1») stands as it is."""
    assert (described(_steps(path), lang), phrased(_steps(path), lang)) == (steps, phrase)
