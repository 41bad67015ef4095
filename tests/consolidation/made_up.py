"""Made-up acts and commands by the hundred, and what the commands make of the act, told by a model of plain lists.

A seed gives an act (chapters, points, subpoints, lines, an annex with a table and a note) and commands of many kinds on
it, written out in the official manner. The model knows nothing of lexkz: it finds what a command means in lists and
changes strings. What was refused, with a finding, is left out; what was applied must be what the model says.
"""

from dataclasses import dataclass, replace

from lexkz.amendment.render import render
from lexkz.structure import Act
from tests.consolidation.changes_in_annex import Maker
from tests.consolidation.changes_in_text import Change
from tests.consolidation.heads import HEADS
from tests.consolidation.plain_lists import SAID, Model
from tests.consolidation.written import Case, case


@dataclass
class Made:
    """An act, commands on it, and the model that tells what comes of them."""

    case: Case
    changes: list[Change]
    model: Model

    before: int = 0
    """How many lines the rules and their annex had."""
    maker: Maker | None = None

    def grown(self) -> int:
        """By how many lines the model has grown."""
        return len(self.model.lines()) - self.before

    def expected(self, applied: list[bool]) -> tuple[str, ...]:
        """The lines of the rules and their annex after the commands that were applied."""
        chosen = [change for change, done in zip(self.changes, applied, strict=True) if done]
        for change in sorted(chosen, key=lambda each: each.rank):
            change.do()
        return tuple(self.model.lines())


def made_up(seed: int, lang: str, *, most: int = 5) -> Made:
    """Return what the seed gives in ``lang`` (``kaz``, ``rus``): up to ``most`` commands."""
    maker = Maker(seed, lang)
    before = "\n".join(maker.model.lines())
    changes = _some(maker, most)
    sentences = "\n".join(_written(changes, lang))
    written = f"{sentences}\n--- rules\n{before}\n--- after\n-\n"
    lines = before.count("\n") + 1
    made = case(f"{seed}", "kaz" if lang == "kaz" else "rus", written)
    return Made(made, changes, maker.model, lines, maker)


def next_act(made: Made, *, most: int = 5) -> tuple[Act, list[Change]]:
    """Return an act of the next day with commands on what the model is now, and what they do."""
    assert made.maker is not None
    lang = made.case.lang
    changes = _some(made.maker, most)
    _, head, clause = HEADS[lang, "order"]
    text = f"{head}{SAID[lang]['in_rules']}\n" + "\n".join(_written(changes, lang)) + f"\n{clause}"
    for old, new in NEXT[lang]:
        text = text.replace(old, new)
    return made.case.act(text), changes


NEXT = {"rus": (("5 марта", "6 марта"), ("№ 11", "№ 12")), "kaz": (("5 наурыздағы", "6 наурыздағы"), ("№ 11", "№ 12"))}
"""What tells the second act from the first."""


def _some(maker: Maker, most: int) -> list[Change]:
    changes: list[Change] = []
    wanted = maker.random.randint(1, most)
    while len(changes) < wanted:
        change = maker.change()
        if change is not None:
            changes.append(change)
    return changes


def _written(changes: list[Change], lang: str) -> list[str]:
    """The lines of all commands. What is in the annex stands under a line that opens it, and what follows under one
    that opens the rules again."""
    said, out = SAID[lang], []
    inside = False
    for change in changes:
        command = change.command
        if change.said:
            out += [str(said["in_rules"])] * inside + [change.said]
            inside = False
            continue
        steps = 2 if len(command.targets[0]) > 1 and command.targets[0][1].kind == "annex" else 1
        if steps == 2:
            out.append(str(said["in_annex"]))
        elif inside:
            out.append(str(said["in_rules"]))
        inside = steps == 2
        bare = replace(
            command,
            targets=tuple(target[steps:] for target in command.targets),
            renumber_to=tuple(target[steps:] for target in command.renumber_to),
        )
        lines = list(render(bare, lang))
        cells = any("\t" in line for line in command.content) or command.targets[0][-1].kind == "column"
        if command.content and cells:
            # A table, or cells one below the other, stand between quotes of their own.
            lines[-len(command.content) :] = ['"', *command.content, '";']
        out += lines
    return out
