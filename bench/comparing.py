"""Comparison: paragraph and word differences against xmldiff on the same pair, and how they grow."""

import math
from collections.abc import Iterator
from functools import cache
from time import perf_counter, process_time

from lxml import etree

from bench.consolidating import LINEAR, TITLE
from bench.timing import Ratio, best
from lexkz.akn import meta
from lexkz.akn.namespace import E
from lexkz.comparison.diff import diff
from lexkz.structure import Act

_SAID = (
    "заявитель подаёт заявление документы уполномоченный орган рассматривает срок решение отказ услуга ребёнок семья "
    "комиссия протокол оценка потребность договор норматив штат перечень оборудование помещение питание врач медсестра"
)
_WORDS = _SAID.split()
_PARAGRAPHS = 1_000
_EXPONENT = 1.1


@cache
def act(paragraphs: int, *, amended: bool = False) -> Act:
    """A synthetic act; amended, every tenth point has other words, every fiftieth is new, every seventieth gone."""
    body = E.body()
    for number in range(1, paragraphs + 1):
        if amended and number % 70 == 35:
            continue
        body.append(_point(str(number), number, amended=amended and number % 10 == 0))
        if amended and number % 50 == 25:
            body.append(_point(f"{number}-1", number + 7 * paragraphs))
    day = "2021-01-01" if amended else "2020-01-10"
    identity = meta.Identity("rus", "order", "mz", "2020-01-10", "7", TITLE, day)
    preface = E.preface(E.longTitle(E.p(E.docTitle(TITLE)), eId="longTitle"))
    return Act(E.akomaNtoso(E.act(meta.main_meta(identity, show_as="№ 7"), preface, body, name="order")))


def _point(number: str, seed: int, *, amended: bool = False) -> etree._Element:
    words = [_WORDS[(seed * 7919 + place * place * 31 + place * seed) % len(_WORDS)] for place in range(25)]
    if amended:
        words[5:7] = ["направляет", "ходатайство"]
        words[20] = "15 рабочих дней"
    text = " ".join(words).capitalize()
    return E.paragraph(E.num(f"{number}."), E.content(E.p(f"{text} {seed}.")), eId=f"para_{number}")


def comparing() -> Iterator[Ratio]:
    """The ratios of the issue "Site".

    xmldiff as it is, since it looks for the best match, as we do; that takes it a minute, so that it is measured once.
    And with ``fast_match``, by which it takes over what stands in the same order and leaves the rest unmatched.
    """
    old, new = act(_PARAGRAPHS), act(_PARAGRAPHS, amended=True)
    ours = best(lambda: diff(old, new), rounds=5)
    yield Ratio("differences of 1,000 paragraphs", ours, _xmldiff(old, new), "xmldiff", 0.01)
    fast = min(_xmldiff(old, new, fast_match=True) for _ in range(3))
    yield Ratio("the same", ours, fast, "xmldiff, fast_match", 1.0)
    sizes = (1_000, 50_000)
    times = [_of(size) for size in sizes]
    exponent = math.log(times[-1] / times[0]) / math.log(sizes[-1] / sizes[0])
    yield Ratio("growth in paragraphs (exponent)", exponent, 1.0, LINEAR, _EXPONENT)


def _of(paragraphs: int) -> float:
    """Least seconds of so many paragraphs, of the processor: other programs on the machine take none of these."""
    old, new = act(paragraphs), act(paragraphs, amended=True)
    return min(_processor(old, new) for _ in range(3 if paragraphs > 10_000 else 20))


def _processor(old: Act, new: Act) -> float:
    started = process_time()
    diff(old, new)
    return process_time() - started


def _xmldiff(old: Act, new: Act, **options: object) -> float:
    """Seconds that xmldiff takes on the same pair."""
    from xmldiff import main

    started = perf_counter()
    main.diff_trees(old.root, new.root, diff_options=options)
    return perf_counter() - started
