"""Consolidation: its time over lxml's own parse and serialise of the same base, and how it grows."""

import math
from collections.abc import Iterator, Sequence
from functools import cache

from lxml import etree

from bench.timing import Ratio, best, ratio
from lexkz.akn import meta
from lexkz.akn.canonical import serialise
from lexkz.akn.namespace import E
from lexkz.amendment.model import BaseAct, Command, CommandPlace, Coverage, Reading, Step
from lexkz.consolidation import consolidate
from lexkz.structure import Act

TITLE = "Synthetic order for measuring"
BASE = BaseAct("order", TITLE, "2020-01-10", "7", "/akn/kz/act/order/mz/2020-01-10/7")
_TEXT = "Срок рассмотрения заявления составляет десять рабочих дней со дня его регистрации в канцелярии органа номер"
LINEAR = "linear"
"""What growth is held against: the exponent of the size."""
_EXPONENT = 1.1
Pair = tuple[Act, Reading]


@cache
def base(points: int) -> Act:
    """An order of ``points`` points; every fifth has two subpoints."""
    body = E.body()
    for number in range(1, points + 1):
        own = f"para_{number}"
        point = E.paragraph(E.num(f"{number}."), eId=own)
        if number % 5:
            point.append(E.content(E.p(f"{_TEXT} {number}.")))
        else:
            point.append(E.intro(E.p(f"{_TEXT} {number}:")))
            for letter in ("1", "2"):
                sub = E.subparagraph(E.num(f"{letter})"), eId=f"{own}__subpara_{letter}")
                sub.append(E.content(E.p(f"{_TEXT} {letter};")))
                point.append(sub)
        body.append(point)
    identity = meta.Identity("rus", "order", "mz", "2020-01-10", "7", TITLE, "2020-01-10")
    preface = E.preface(E.longTitle(E.p(E.docTitle(TITLE)), eId="longTitle"))
    return Act(E.akomaNtoso(E.act(meta.main_meta(identity, show_as="№ 7"), preface, body, name="order")))


@cache
def amending(points: int, commands: int, serial: int = 0, of: int = 1) -> Pair:
    """The ``serial``-th of ``of`` acts with ``commands`` commands each, on places spread over all points."""
    body, read = E.body(), []
    apart = points // (commands * of)
    for place in range(commands):
        number = str((place * of + serial) * apart + 1)
        own = f"para_1__al_{place + 2}__mod_1"
        command, content = _command(place, number)
        where = f"{own}__qstr_1" if len(content) else own
        mod = E.mod("synthetic:", eId=own)
        if len(content):
            content.set("eId", f"{where}__{content.get('eId')}")
            mod.append(E.quotedStructure(content, eId=where, startQuote='"', endQuote='"'))
        body.append(E.alinea(E.content(E.p(mod)), eId=f"para_1__al_{place + 2}"))
        read.append(
            Command(
                f"cmd_{place + 1}",
                **command,  # type: ignore[arg-type]
                base=BASE,
                instruction=f"command {place}",
                source=CommandPlace(None, where),
            )
        )
    body.append(
        E.paragraph(
            E.num("2."), E.content(E.p("Настоящий приказ вводится в действие со дня подписания.")), eId="para_2"
        )
    )
    day = f"2021-{1 + serial // 28:02}-{1 + serial % 28:02}"
    identity = meta.Identity("rus", "order", "mz", day, str(100 + serial), "Synthetic amending order", day)
    act = E.act(meta.main_meta(identity, show_as="№"), E.preface(E.p("Приказ")), body, name="order")
    return Act(E.akomaNtoso(act)), Reading(None, tuple(read), Coverage(0, 0))


def _command(place: int, number: str) -> tuple[dict[str, object], etree._Element]:
    """In turn: a new wording, a new point, a repeal, words replaced."""
    new = f"{number}-1"
    step, added = (Step("paragraph", number),), (Step("paragraph", new),)
    match place % 4:
        case 0:
            content = E.paragraph(E.num(f"{number}."), E.content(E.p("Новая редакция.")), eId=f"para_{number}")
            return {"action": "replace", "targets": (step,), "content": (f"{number}. Новая редакция.",)}, content
        case 1:
            content = E.paragraph(E.num(f"{new}."), E.content(E.p("Новый пункт.")), eId=f"para_{new}")
            return {"action": "insert", "targets": (added,), "content": (f"{new}. Новый пункт.",)}, content
        case 2:
            return {"action": "repeal", "targets": (step,)}, E.p()
        case _:
            words = {"old": ("канцелярии",), "new": ("приёмной",)}
            return {"action": "replace_words", "targets": (step,), **words}, E.p()


def consolidating() -> Iterator[Ratio]:
    """The ratios of the issue "Consolidate"; each result is checked to be whole before it is timed."""
    given, pair = base(5_000), amending(5_000, 500)
    _whole(given, [pair], 500)
    data = serialise(given.root)
    yield ratio(
        "500 commands on 5,000 points",
        lambda: consolidate(given, [pair]),
        lambda: etree.tostring(etree.fromstring(data)),
        against="parse and write the base",
        limit=8,
    )
    many = [amending(5_000, 10, serial, 100) for serial in range(100)]
    one = amending(5_000, 1_000)
    _whole(given, many, 1_000)
    yield ratio(
        "100 acts of 10 commands",
        lambda: consolidate(given, many),
        lambda: consolidate(given, [one]),
        against="one act of 1,000",
        limit=2,
        rounds=3,
    )
    yield _growth("growth in points (exponent)", [(500, 50), (5_000, 50), (50_000, 50)])
    yield _growth("growth in commands (exponent)", [(5_000, 50), (5_000, 500), (5_000, 5_000)])


def _whole(given: Act, acts: Sequence[Pair], commands: int) -> None:
    done = consolidate(given, acts).report
    applied = sum(outcome.outcome == "applied" for outcome in done.commands)
    if applied != commands or not done.proofs.hold:
        raise AssertionError(f"{applied} of {commands} applied; {done.findings[:3]}")


def _growth(name: str, sizes: Sequence[tuple[int, int]]) -> Ratio:
    """The exponent with which time grows from the first size to the last."""
    times, scale = [], []
    for points, commands in sizes:
        given, pair = base(points), amending(points, commands)
        times.append(best(lambda given=given, pair=pair: consolidate(given, [pair]), rounds=2))  # type: ignore[misc]
        scale.append(points * commands)
    exponent = math.log(times[-1] / times[0]) / math.log(scale[-1] / scale[0])
    return Ratio(name, exponent, 1.0, LINEAR, _EXPONENT)
