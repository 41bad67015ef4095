"""Writing the corpus: each order and each amending order, as text in both languages with a card."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from bench.synthetic import text
from bench.synthetic.amending import LANGS, Said, amendments
from bench.synthetic.picture import Order, order
from bench.synthetic.words import SyntheticWords, synthetic
from lexkz.akn import iris
from lexkz.amendment.model import Command
from lexkz.amendment.render import render, render_base
from lexkz.workspace import atomic
from lexkz.workspace.layout import CARD, Workspace

_FIRST_AMENDING = date(2021, 1, 11)
_DAYS = 1_500
_REGISTERED = 500_000
"""Where the registration numbers of amending orders begin; those of orders are below."""


@dataclass(frozen=True, slots=True)
class Synthesised:
    """What was written."""

    acts: int
    """Orders, each in both languages."""
    amending: int
    commands: int
    """Commands of all amending orders, in one language."""
    size: int
    """Bytes of all sources."""


def synthesise(
    root: Path,
    *,
    acts: int,
    amending: int | None = None,
    seed: int = 1,
    langs: tuple[str, ...] = LANGS,
    progress: Callable[[int, int], object] = lambda _done, _known: None,
) -> Synthesised:
    """Write ``acts`` synthetic orders and ``amending`` orders that amend them (twice as many unless told) to ``root``.

    The same numbers and the same ``seed`` give the same bytes. Titles say that the acts are synthetic. Sources go to
    ``root/corpus``, in the languages ``langs``, with cards. Raises ValueError for numbers that make no corpus, OSError
    where files cannot be written.
    """
    count = 2 * acts if amending is None else amending
    if acts < 1 or count < 0 or acts >= _REGISTERED - 100_000:
        raise ValueError("A corpus has one act or more, and no negative number of amending acts.")
    workspace, size, commands = Workspace(root), 0, 0
    orders = [order(serial, Random(f"{seed}/order/{serial}")) for serial in range(acts)]
    for serial, made in enumerate(orders):
        progress(serial, acts + count)
        texts = {lang: text.order_lines(made, synthetic(lang)) for lang in langs}
        card = _card(made.number, made.day, made.registration)
        size += _write(workspace, iris.act_folder(made.registration, made.day.year), texts, card)
    for serial in range(count):
        progress(acts + serial, acts + count)
        # Spread over four years, never going back: each was drawn on the text that those before it made.
        day = _FIRST_AMENDING + timedelta(days=serial * _DAYS // max(count, _DAYS))
        written, said = _write_amending(workspace, orders, serial, day, Random(f"{seed}/amending/{serial}"), langs)
        size += written
        commands += said
    return Synthesised(acts, count, commands, size)


def _write_amending(
    workspace: Workspace, orders: list[Order], serial: int, day: date, random: Random, langs: tuple[str, ...]
) -> tuple[int, int]:
    number, registration = serial + 1, str(_REGISTERED + serial)
    # Each order is amended in its turn; some acts amend several.
    chosen = {serial % len(orders)} | {random.randrange(len(orders)) for _ in range(random.choice((0, 0, 0, 1, 2)))}
    said = [amendments(orders[place], random.randint(2, 8), random) for place in sorted(chosen)]
    published, later = _dates(day, [orders[place] for place in chosen], random)
    texts = {lang: _amending_lines(lang, said, day, str(number), registration, later=later) for lang in langs}
    card = _card(str(number), day, registration, published)
    written = _write(workspace, iris.act_folder(registration, day.year), texts, card)
    return written, sum(map(len, said))


def _dates(day: date, amended: list[Order], random: Random) -> tuple[date | None, bool]:
    """When an act was published, None where that is not known; and whether it enters into force ten days after that.

    An act never enters into force before one that was drawn earlier, since it was drawn on the text that that one made.
    """
    drawn = random.random()
    if drawn < 0.2 and all(one.changed <= day for one in amended):
        published, entry = None, day
    else:
        published, entry = day + timedelta(days=5), day + timedelta(days=16)
    for one in amended:
        one.changed = max(one.changed, entry)
    return (published if drawn < 0.9 else None), entry > day


def _amending_lines(
    lang: str, said: list[list[Said]], day: date, number: str, registration: str, *, later: bool
) -> tuple[str, ...]:
    words: SyntheticWords = synthetic(lang)
    lines = [*text.head(words.amending_title, day, number, registration, words)]
    place = 0
    for place, about in enumerate(filter(None, said), start=1):
        # Commands of one part of the act stand together, under one line that opens it.
        written = [_opened(one[lang], lang) for one in sorted(about, key=_part)]
        lines.append(f"{place}. {render_base(about[0][lang], lang)}")
        for opened, group in groupby(written, key=lambda pair: pair[0]):
            lines.extend(opened)
            lines.extend(line for _, own in group for line in own)
    lines.append(f"{place + 1}. {words.entry_later if later else words.entry}")
    return (*lines, *words.signature)


def _part(said: Said) -> int:
    """Where a command stands in its act: those about the order itself first, then its rules, then their annex."""
    return sum(step.kind in ("instrument", "annex") for step in next(iter(said.values())).targets[0])


def _opened(command: Command, lang: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that open the place of a command, and its own."""
    lines = render(command, lang)
    own = len(command.content) + 1
    return lines[:-own], lines[-own:]


def _card(number: str, day: date, registration: str, published: date | None = None) -> str:
    said = {"type": "order", "author": "mz", "number": number}
    days = {"date": day, "registration_date": day} | ({"published": published} if published else {})
    lines = [f"{key} = {json.dumps(value)}" for key, value in said.items()]
    lines += [f"{key} = {value.isoformat()}" for key, value in days.items()]
    return "\n".join((*lines, f'registration_number = "{registration}"', ""))


def _write(workspace: Workspace, folder: str, texts: dict[str, tuple[str, ...]], card: str) -> int:
    files = {f"{lang}.txt": "".join(f"{line}\n" for line in lines) for lang, lines in texts.items()} | {CARD: card}
    for name, said in files.items():
        atomic.write(workspace.corpus / folder / name, said.encode())
    return sum(len(said.encode()) for name, said in files.items() if name != CARD)
