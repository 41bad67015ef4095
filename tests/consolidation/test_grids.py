"""One base, one sentence at a time: each kind of command on each kind of unit, with all that becomes of the file.

``grids/LANG.txt``: "# rules" or "# law" with the text before; then, parted by empty lines, cases: the sentence as an
act would print it, "→" with the outcome and the codes of errors and warnings, and what becomes of the text: "- " a line
that goes, "+ " a line that comes, "= " the line that new ones come after; "@ " the recorded modifications and
the units that have a new period; "? " what the proof of the content says of a command that was not applied, were it
told that it had been, the text being as before; "~ " how the command is said when it is written anew from what was
read, where that is not the sentence itself. Sentences of both languages are the same commands, in the same
order. Of each case the proofs hold, nothing is left unjudged, and the result is valid; the proof of the content holds
not for the next sentence, where that changes other lines, and, of a third of the cases unless all are asked for, for
no text that is a letter or a paragraph away from it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn import schema, semantics
from lexkz.akn.meta import of
from lexkz.akn.namespace import local, q
from lexkz.amendment.model import Address, Reading
from lexkz.amendment.render import UnrenderableError, render
from lexkz.consolidation import consolidate
from lexkz.consolidation.content_proof import Acting, Held, Order, hold
from lexkz.consolidation.tree.change import unit_eid
from lexkz.reading.blocks import Lang
from lexkz.structure import Act
from tests.consolidation.damages import damages
from tests.consolidation.written import case, shown

_FOLDER = Path(__file__).parent / "grids"
_LANGS: tuple[Lang, ...] = ("rus", "kaz")
_WITHIN = {
    "rus": "в Тестовых правилах учёта образцов, утвержденных указанным приказом:\n",
    "kaz": "көрсетілген бұйрықпен бекітілген Үлгілерді есепке алудың сынақ қағидаларында:\n",
}


@cache
def _written(lang: Lang) -> list[tuple[str, str, str, str]]:
    """Each: the kind of the base, its text, the sentence, what is wanted."""
    out = []
    for part in re.split(r"(?m)^# ", (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8"))[1:]:
        head, *cases = part.strip("\n").split("\n\n")
        kind, _, base = head.partition("\n")
        for each in cases:
            sentence, arrow, wanted = each.partition("→ ")
            assert arrow, each
            out.append((kind, base, sentence, arrow + wanted))
    return out


def _changed(before: tuple[str, ...], after: tuple[str, ...]) -> Iterator[str]:
    for tag, start, end, first, last in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "insert":
            yield f"= {before[start - 1]}"
        if tag != "equal":
            yield from (f"- {line}" for line in before[start:end])
            yield from (f"+ {line}" for line in after[first:last])


def _booked(act: Act) -> Iterator[str]:
    meta = of(next(act.root.iter(q("act"))))
    path = "/".join(map(q, ("analysis", "passiveModifications", "textualMod")))
    mods = [
        f"{mod.get('type')} {child.get('href', '').removeprefix('#')}"
        for mod in meta.iterfind(path)
        for child in mod.iterchildren(q("destination"))
    ]
    periods = [
        element.get("eId") or f"{local(element)} of {unit_eid(element)}"
        for element in act.root.iter(etree.Element)
        if element.get("period") and element.tag != q("force")
    ]
    if mods or periods:
        yield f"@ {', '.join(mods)}; {', '.join(periods)}"


@cache
def _base(lang: Lang, text: str) -> Act:
    return case("grid", lang, f"\n--- base\n{text}\n--- after\n-\n").base


@cache
def _amending(lang: Lang, kind: str, base: str, sentence: str) -> tuple[Act, Reading]:
    within = _WITHIN[lang] if kind == "rules" else ""
    ((act, reading),) = case("grid", lang, f"{within}{sentence}\n--- base\n{base}\n--- after\n-\n").amending()
    return act, reading


def _held(before: Act, after: Act, amending: tuple[Act, Reading], lang: Lang) -> Held:
    """What the proof of the content says where it is told that all commands were applied."""
    act, reading = amending
    orders = tuple(Order(command, name=f"1:{command.id}") for command in reading.commands)
    return hold(before.root, after.root, [Acting(act.root, orders)], lang=lang)


def _said(held: Held) -> str:
    if held.unjudged:
        return "? not judged: " + "; ".join(why for _, why in held.unjudged)
    return "? proved" if held.holds else "? wrong"


def _said_anew(reading: Reading, sentence: str, lang: Lang) -> str:
    """The commands as ``amendment.render`` says them; empty where that is the sentence, its rules not named."""
    out: list[str] = []
    for command in reading.commands:
        plain = replace(
            command,
            targets=tuple(_without_rules(one) for one in command.targets),
            renumber_to=tuple(_without_rules(one) for one in command.renumber_to),
            anchor=_without_rules(command.anchor) if command.anchor is not None else None,
        )
        try:
            out += render(plain, lang)
        except (UnrenderableError, ValueError, LookupError) as why:
            out.append(f"({why})")
    anew, said = (re.sub("[«»]", '"', " ".join(text.split())).rstrip(".;:") for text in (" ".join(out), sentence))
    for rules, order in _OF_RULES:
        said = said.replace(rules, order)
    return "" if anew == said else f"~ {anew}"


_OF_RULES = (
    ("к указанным Правилам", "к указанному приказу"),
    ("көрсетілген Қағидаларға", "көрсетілген бұйрыққа"),
)


def _without_rules(address: Address) -> Address:
    return tuple(step for step in address if step.kind != "instrument")


def _text(wanted: str) -> list[str]:
    return [line for line in wanted.split("\n") if line[:1] in "-+"]


_CASES = [
    pytest.param(lang, *each, after, id=f"{lang}: {' '.join(each[2].split())[:90]}")
    for lang in _LANGS
    for each, after in zip(_written(lang), [*_written(lang)[1:], _written(lang)[0]], strict=True)
]


@pytest.mark.parametrize(("lang", "kind", "base", "sentence", "wanted", "after"), _CASES)
def test_a_command_changes_these_lines_and_is_booked_so(
    lang: Lang, kind: str, base: str, sentence: str, wanted: str, after: tuple[str, str, str, str]
) -> None:
    before, amending = _base(lang, base), _amending(lang, kind, base, sentence)
    done = consolidate(before, [amending])
    found = (*amending[1].findings, *done.report.findings)
    codes = {(each.severity, each.code.partition(".")[2]) for each in found if each.severity != "info"}
    told = ", ".join(("warning " if severity == "warning" else "") + code for severity, code in sorted(codes))
    outcomes = [one.outcome for one in done.report.commands]
    lines = [f"→ {' '.join(outcomes)}" + (f" ({told})" if told else ""), *_changed(shown(before), shown(done.act))]
    lines += _booked(done.act)
    if "refused" in outcomes:
        lines.append(_said(_held(before, done.act, amending, lang)))
    if anew := _said_anew(amending[1], sentence, lang):
        lines.append(anew)
    assert lines == wanted.split("\n")
    assert done.report.proofs.hold, done.report.findings
    assert "consolidate.content_unjudged" not in {found.code for found in done.report.findings}
    assert schema.errors(done.act.root) + semantics.errors(done.act.root) == ()
    both = set(outcomes) == {"applied"} and after[:2] == (kind, base) and after[3].startswith("→ applied")
    if both and _text(after[3]) != _text(wanted):
        assert _said(_held(before, done.act, _amending(lang, *after[:3]), lang)) != "? proved"


@pytest.mark.combined
@pytest.mark.parametrize(
    ("lang", "kind", "base", "sentence"),
    [pytest.param(*each.values[:4], id=each.id) for each in _CASES if str(each.values[4]).startswith("→ applied")],
)
def test_no_damage_to_what_a_command_did_is_proved(lang: Lang, kind: str, base: str, sentence: str) -> None:
    before, amending = _base(lang, base), _amending(lang, kind, base, sentence)
    done = consolidate(before, [amending])
    if {one.outcome for one in done.report.commands} == {"applied"}:
        for damage in damages(before.root, done.act.root):
            assert not _held(before, done.act, amending, lang).holds, damage


def test_both_languages_have_the_same_outcomes() -> None:
    rus, kaz = ([wanted.split("\n")[0].split(" (")[0] for _, _, _, wanted in _written(lang)] for lang in _LANGS)
    assert rus == kaz
