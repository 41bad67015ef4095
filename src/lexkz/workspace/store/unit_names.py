"""A unit by the words that people call it by: «31-тармақ», «подпункт 2) пункта 4», by eId, or by IRI."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from lexkz.akn import iris
from lexkz.findings import Message
from lexkz.languages.stemming import TOKEN
from lexkz.reading.blocks import SourceError
from lexkz.workspace.store.terms import asked, folded

_EXPRESSION = re.compile(r"(?P<work>/akn/.+)/(?P<lang>kaz|rus)(?:@[0-9-]*)?")
_KNOWN = tuple(f"SELECT 1 FROM {table} WHERE doc = ? AND eid = ?" for table in ("units", "changes"))
_NAMES = "SELECT eid, name FROM units WHERE doc = ? AND anchor = eid ORDER BY last, ord"
_SHOWN = 6
"""So many units are named where the words could mean several, or none."""
_COMPARED = 3_000
"""So many units are compared with words that mean none."""


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit of an act in one language."""

    act: str
    """Folder of the act."""
    lang: str
    eid: str
    """eId; empty for the act itself."""


class UnnamedUnitError(SourceError):
    """The words mean no unit of the act, or could mean several."""

    def __init__(self, said: Message, units: Sequence[tuple[str, str, str]], *, several: bool) -> None:
        super().__init__(said.eng)
        self.message = said
        self.units = tuple(units)
        """Language, eId and name of those that could be meant, or that are called alike; some where there are many."""
        self.several = several


def named(
    connection: sqlite3.Connection, unit: str, act: str | None = None, lang: str | None = None
) -> tuple[NamedUnit, ...]:
    """Return the unit in each language in which the act has it.

    ``unit`` is an IRI (``…/kaz@2024-12-01/~para_3``, ``…/!main#para_3``), or the eId or words of a unit of ``act``,
    which is given by folder or IRI. Raises SourceError, with one sentence, where there is no such act or unit, and
    where the words could mean several.
    """
    if unit.startswith("/akn/"):
        act, unit = _split(unit)
    if act is None:
        _refuse(
            f"Алдымен актіні бумасымен немесе мекенжайымен, содан кейін бірлікті атаңыз: {unit}.",
            f"Назовите сначала акт, его папкой или адресом, затем единицу: {unit}.",
            f"Name the act first, by its folder or IRI, then the unit: {unit}.",
        )
    stands = _EXPRESSION.fullmatch(act.rstrip("/"))
    if stands is not None:
        act, lang = stands["work"], lang or stands["lang"]
    column = "work" if act.startswith("/") else "act"
    rows = connection.execute(
        f"SELECT id, act, lang FROM documents WHERE {column} = ? ORDER BY act, lang", [act.rstrip("/")]
    ).fetchall()
    there = [row for row in rows if lang is None or row[2] == lang]
    if not rows:
        _refuse(f"Мұндай акт жоқ: {act}.", f"Такого акта нет: {act}.", f"There is no such act: {act}.")
    if not there:
        _refuse(
            f"Бұл акт мұндай тілде жоқ: {act}.",
            f"На этом языке акта нет: {act}.",
            f"The act is not there in this language: {act}.",
        )
    folders = sorted({row[1] for row in there})
    if len(folders) > 1:
        which = ", ".join(folders)
        _refuse(
            f"Бұл мекенжай бірнеше актінікі: {which}. Бумасын жазыңыз.",
            f"Этот адрес у нескольких актов: {which}. Назовите папку.",
            f"Several acts have this IRI: {which}. Name the folder.",
        )
    found = [(row, _of_act(connection, row[0], row[2], unit.lstrip("~#"))) for row in there]
    several = next(((row[2], named) for row, named in found if len(named) > 1), None)
    if several is not None:
        shown = "; ".join(f"{name} ({eid})" for eid, name in several[1][:_SHOWN])
        said = Message(
            f"«{unit}» бірнеше бірлікті білдіруі мүмкін: {shown}. Жақшадағы атымен жазыңыз.",
            f"«{unit}» может значить несколько единиц: {shown}. Назовите её так, как стоит в скобках.",
            f"{unit!r} could mean several units: {shown}. Give the one that is meant as it stands in brackets.",
        )
        raise UnnamedUnitError(said, [(several[0], *one) for one in several[1][:_SHOWN]], several=True)
    made = tuple(NamedUnit(row[1], row[2], units[0][0]) for row, units in found if units)
    if not made:
        said = Message(
            f"Бұл актіде мұндай бірлік жоқ: {unit}.",
            f"Такой единицы в этом акте нет: {unit}.",
            f"There is no such unit in this act: {unit}.",
        )
        alike = [(row[2], *one) for row in there for one in _alike(connection, row[0], unit.lstrip("~#"))]
        raise UnnamedUnitError(said, alike[:_SHOWN], several=False)
    return made


def _alike(connection: sqlite3.Connection, doc: int, said: str) -> list[tuple[str, str]]:
    """eId and name of units whose eId, name or last step of it looks most like ``said``."""
    wanted = folded(said)
    named: dict[str, tuple[str, str]] = {}
    for eid, name in connection.execute(f"{_NAMES} LIMIT ?", [doc, _COMPARED]):
        for one in (folded(eid), folded(name), folded(name.rpartition(" · ")[2])):
            named.setdefault(one, (eid, name))
    near = get_close_matches(wanted, named, n=2 * _SHOWN)
    return list(dict.fromkeys(named[one] for one in near))


def _split(iri: str) -> tuple[str, str]:
    """The IRI of a unit in its two parts; the eId is empty for an act itself."""
    head, component, eid = iris.split(iri)
    head, _, after = head.partition("/~")
    whole = (
        ""
        if component in (None, "main")
        else "__".join(step.replace("annex", "att", 1) for step in component.partition("/~")[0].split("/"))
    )
    return head, eid or after or (component or "").partition("/~")[2] or whole


def _of_act(connection: sqlite3.Connection, doc: int, lang: str, said: str) -> Sequence[tuple[str, str]]:
    """eId and name of the units of an act that ``said`` could mean."""
    if not said:
        return [("", "")]
    if any(connection.execute(f"{sql} LIMIT 1", [doc, said]).fetchone() for sql in _KNOWN):
        return [(said, said)]
    names: dict[str, str] = dict(connection.execute(_NAMES, [doc]))
    wanted, rest = _numbered(said, lang), _unnumbered(said, lang)
    if not wanted:
        return [(eid, name) for eid, name in names.items() if folded(name) == folded(said)]
    found: list[tuple[int, str, str]] = []
    for eid, name in names.items():
        steps = [pairs for step in name.split(" · ") if (pairs := _called(step, lang))]
        last = _called(name.rpartition(" · ")[2], lang)
        held = {stem for stems in _unnumbered(name, lang) for stem in stems}
        if (
            any(_same(one, pair) for one in last for pair in wanted)
            and all(any(_same(one, pair) for step in steps for one in step) for pair in wanted)
            and all(held.intersection(stems) for stems in rest)
        ):
            found.append((len(steps) - len(wanted), eid, name))
    fewest = min((one[0] for one in found), default=0)
    return [(eid, name) for more, eid, name in found if more == fewest]


_Pair = tuple[str, tuple[str, ...]]


def _called(step: str, lang: str) -> list[_Pair]:
    """What a step of an address may be called: a row, «строка, порядковый номер 2», is «строка 2» as well."""
    pairs = _numbered(step, lang)[-1:]
    noun, comma, _ = step.partition(",")
    return [*pairs, *((number, asked(noun, lang)) for number, _ in pairs if comma and " " not in noun)]


def _numbered(said: str, lang: str) -> list[_Pair]:
    """Numbers with the noun that they count: behind it in Russian, «пункт 2», before it in Kazakh, «2-тармақ»."""
    tokens = TOKEN.findall(said)
    step = 1 if lang == "kaz" else -1
    return [
        (token, asked(tokens[place + step], lang))
        for place, token in enumerate(tokens)
        if token[0].isdigit() and 0 <= place + step < len(tokens) and not tokens[place + step][0].isdigit()
    ]


def _unnumbered(said: str, lang: str) -> list[tuple[str, ...]]:
    """The stems of the words that count nothing: those of names."""
    tokens = TOKEN.findall(said)
    step = 1 if lang == "kaz" else -1
    counted = {place + step for place, token in enumerate(tokens) if token[0].isdigit()}
    return [
        stems
        for place, token in enumerate(tokens)
        if place not in counted and not token[0].isdigit() and (stems := asked(token, lang))
    ]


def _same(one: _Pair, other: _Pair) -> bool:
    return one[0] == other[0] and bool(set(one[1]) & set(other[1]))


def _refuse(kaz: str, rus: str, eng: str) -> NoReturn:
    raise SourceError.said(Message(kaz, rus, eng))
