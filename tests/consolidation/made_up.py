"""Made-up acts and commands by the hundred, and what the commands make of the act, told by a model of plain lists.

A seed gives an act (chapters, points, subpoints, lines, an annex with a table and a note) and commands of many kinds on
it, written out in the official manner. The model knows nothing of lexkz: it finds what a command means in lists and
changes strings. What was refused, with a finding, is left out; what was applied must be what the model says.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from lexkz.amendment.model import Address, BaseAct, Command, Step
from lexkz.amendment.render import render
from lexkz.structure import Act
from tests.consolidation.heads import HEADS
from tests.consolidation.plain_lists import SAID, Chapter, Item, Model, Text, printed_lines
from tests.consolidation.written import Case, case


@dataclass
class Change:
    """A command with what it does to the model, and when: words are looked up in the text as it was."""

    command: Command
    rank: int
    do: Callable[[], None]
    said: str = ""
    """The sentence, where the renderer has none for it."""


class Maker:
    """Makes an act and commands on it."""

    def __init__(self, seed: int, lang: str) -> None:
        self.random = random.Random(f"{seed} {lang}")
        self.lang = lang
        self.said = SAID[lang]
        self.known: set[str] = set()
        self.named: set[str] = set()
        self.model = self._model()
        self.base = BaseAct("order", None, None, None)
        self.rules: Address = (Step("instrument", None, str(self.said["name"])),)
        self.annex: Address = (*self.rules, Step("annex", "1"))
        self.numbers = {point: point.number for point in self.model.points()}

    def word(self) -> str:
        """A word that stands nowhere else."""
        consonants, vowels = self.said["letters"]
        while True:
            size = self.random.randint(2, 4)
            made = "".join(self.random.choice(consonants) + self.random.choice(vowels) for _ in range(size))
            made += self.random.choice(("", "н", "к", "м"))
            if made not in self.known and not any(made in other or other in made for other in self.known):
                self.known.add(made)
                return made

    def sentence(self, end: str = ".") -> str:
        text = " ".join(self.word() for _ in range(self.random.randint(3, 5)))
        return (text[0].upper() + text[1:] if end != ";" else text) + end

    def _point(self, number: str) -> Item:
        made = Item(number, [Text(self.sentence())])
        kind = self.random.random()
        if kind < 0.4:
            made.lines[0].words = made.lines[0].words[:-1] + ":"
            count = self.random.randint(2, 4)
            made.items = [
                Item(str(place), [Text(self.sentence(";" if place < count else "."))]) for place in range(1, count + 1)
            ]
            made.items[-1].lines[0].words = made.items[-1].lines[0].words[0].lower() + made.items[-1].lines[0].words[1:]
        elif kind < 0.7:
            made.lines += [Text(self.sentence()) for _ in range(self.random.randint(1, 3))]
        return made

    def _model(self) -> Model:
        chapters, number = [], 1
        for place in range(1, self.random.randint(2, 3) + 1):
            points = []
            for _ in range(self.random.randint(2, 4)):
                points.append(self._point(str(number)))
                number += 1
            heading = self.sentence()[:-1]
            chapters.append(Chapter(str(place), Text(heading), points))
        width = self.random.randint(3, 4)
        rows = [["№", *(self.word().capitalize() for _ in range(width - 1))]]
        for place in range(1, self.random.randint(2, 4) + 1):
            rows.append([str(place), *(self.word() for _ in range(width - 1))])
        note = [Text(self.sentence()) for _ in range(self.random.randint(2, 3))]
        return Model(self.lang, chapters, Text(self.sentence()[:-1]), rows, note)

    # Commands.

    def change(self) -> Change | None:
        """A command of some kind on some place, or None where the place does not fit the kind."""
        try:
            return self.random.choice(_KINDS)(self)
        except IndexError:
            return None

    def _new(self, action: str, targets: tuple[Address, ...], **fields: object) -> Command:
        return Command("", action, self.base, targets, "", **fields)  # type: ignore[arg-type]

    def _to(self, *steps: tuple[str, str | None]) -> Address:
        return (*self.rules, *(Step(kind, number) for kind, number in steps))  # type: ignore[arg-type]

    def _some_point(self) -> Item:
        return self.random.choice(self.model.points())

    def replace_point(self) -> Change:
        point = self._some_point()
        new = self._point(point.number)

        def do() -> None:
            point.lines, point.items = new.lines, new.items

        content = tuple(printed_lines(new, "."))
        return Change(self._new("replace", (self._to(("paragraph", point.number)),), content=content), 2, do)

    def replace_subpoint(self) -> Change | None:
        point = self._some_point()
        if not point.items:
            return None
        item = self.random.choice(point.items)
        new = Text(self.sentence(";"))

        def do() -> None:
            item.lines = [new]

        target = self._to(("paragraph", point.number), ("subparagraph", item.number))
        return Change(self._new("replace", (target,), content=(f"{item.number}) {new.words}",)), 2, do)

    def replace_line(self) -> Change | None:
        point = self._some_point()
        if point.items or len(point.lines) < 2:
            return None
        place = self.random.randrange(1, len(point.lines))
        line, new = point.lines[place], self.sentence()
        if any(each.words[0].isdigit() for each in point.lines):
            # A part with a list has lines that carry numbers.
            return None
        kind = self.random.choice(("alinea", "part"))

        def do() -> None:
            line.words = new

        target = self._to(("paragraph", point.number), (kind, str(place + 1)))
        return Change(self._new("replace", (target,), content=(new,)), 2, do)

    def insert_point(self) -> Change | None:
        chapter = self.random.choice(self.model.chapters)
        place = self.random.randrange(len(chapter.points))
        before = chapter.points[place]
        if not before.number.isdigit():
            return None
        number = f"{before.number}-1"
        if before is self.model.points()[-1] and self.random.random() < 0.5:
            number = str(int(before.number) + 1)
        new = self._point(number)

        def do() -> None:
            there = next(each for each in self.model.chapters if before in each.points)
            at = there.points.index(before)
            # By its number: the point before may have got another one.
            there.points.insert(at + (_key(before.number) < _key(number)), new)

        content = tuple(printed_lines(new, "."))
        return Change(self._new("insert", (self._to(("paragraph", number)),), content=content), 5, do)

    def insert_subpoint(self) -> Change | None:
        point = self._some_point()
        if not point.items:
            return None
        before = self.random.choice(point.items)
        if not before.number.isdigit():
            return None
        number = f"{before.number}-1" if before is not point.items[-1] else str(int(before.number) + 1)
        new = Item(number, [Text(self.sentence(";"))])

        def do() -> None:
            point.items.insert(point.items.index(before) + 1, new)

        target = self._to(("paragraph", point.number), ("subparagraph", number))
        return Change(self._new("insert", (target,), content=(f"{number}) {new.lines[0].words}",)), 5, do)

    def insert_line(self) -> Change | None:
        point = self._some_point()
        if point.items:
            return None
        place = self.random.randint(1, len(point.lines))
        if any(each.words[0].isdigit() for each in point.lines):
            return None
        before, new = point.lines[place - 1], Text(self.sentence())

        def do() -> None:
            point.lines.insert(point.lines.index(before) + 1, new)

        target = self._to(("paragraph", point.number), ("alinea", str(place + 1)))
        return Change(self._new("insert", (target,), content=(new.words,)), 5, do)

    def repeal(self) -> Change | None:
        point = self._some_point()
        if point.items and self.random.random() < 0.5:
            item = self.random.choice(point.items)
            target = self._to(("paragraph", point.number), ("subparagraph", item.number))
        elif not point.items and len(point.lines) > 1 and self.random.random() < 0.5:
            line = point.lines[self.random.randrange(1, len(point.lines))]
            place = str(point.lines.index(line) + 1)
            if line.words[0].isdigit():
                return None

            def fall() -> None:
                line.words = str(self.said["m"])

            return Change(self._new("repeal", (self._to(("paragraph", point.number), ("alinea", place)),)), 3, fall)
        else:
            item, target = point, self._to(("paragraph", point.number))

        def do() -> None:
            item.lines, item.items, item.gone = [Text(str(self.said["m"]))], [], True

        return Change(self._new("repeal", (target,)), 3, do)

    def words(self) -> Change | None:
        point = self._some_point()
        steps: list[tuple[str, str | None]] = [("paragraph", point.number)]
        line = point.lines[0]
        if point.items and self.random.random() < 0.6:
            item = self.random.choice(point.items)
            steps.append(("subparagraph", item.number))
            line = item.lines[0]
        elif not point.items and len(point.lines) > 1:
            place = self.random.randrange(len(point.lines))
            steps.append(("alinea", str(place + 1)))
            line = point.lines[place]
        return self._change_words(self._to(*steps), line)

    def _change_words(self, target: Address, line: Text) -> Change:
        old, new = self._old(line), self.word()
        action = self.random.choice(("replace_words", "insert_words", "delete_words"))
        if action == "delete_words":
            return Change(self._new(action, (target,), old=(old,)), 0, _without(line, old))
        if action == "replace_words":
            return Change(self._new(action, (target,), old=(old,), new=(new,)), 0, _instead(line, old, new))
        position = self.random.choice(("after", "before"))
        both = f"{old} {new}" if position == "after" else f"{new} {old}"
        made = self._new(action, (target,), old=(old,), new=(new,), position=position)
        return Change(made, 0, _instead(line, old, both))

    def _old(self, line: Text) -> str:
        """A word of the line that no other command names: two on one word are told by cases of their own."""
        official = " ".join(str(self.said[kind]) for kind in "mfn").split()
        inner = [word for word in line.words.rstrip(".;:").split()[1:] if word not in (*self.named, *official)]
        if not inner:
            raise IndexError("all words are named")
        old = self.random.choice(inner)
        self.named.add(old)
        return old

    def everywhere(self) -> Change:
        lines = self._all_lines()
        line = self.random.choice(lines)
        old, new = self._old(line), self.word()
        made = self._new("replace_words", (self.rules,), old=(old,), new=(new,), everywhere=True)
        return Change(made, 0, _instead(line, old, new))

    def _all_lines(self) -> list[Text]:
        found = [chapter.heading for chapter in self.model.chapters]
        for point in self.model.points():
            found += [*point.lines, *(line for item in point.items for line in item.lines)]
        return [line for line in found if len(line.words.split()) > 1]

    def everywhere_with_annex(self) -> Change:
        """In the rules and in their annex, the words of a line and of a cell, both with one command."""
        line, row = self.random.choice(self._all_lines()), self._row()
        if len(row) < 2 or " " in row[1]:
            raise IndexError("a row that is repealed")
        one, two, new = self._old(line), row[1], (self.word(), self.word())
        if two in self.named:
            raise IndexError("a word that is named")
        self.named.add(two)

        def do() -> None:
            _instead(line, one, new[0])()
            row[1] = row[1].replace(two, new[1])

        made = self._new("replace_words", (self.rules, (*self.rules, Step("annex", "all"))), everywhere=True)
        return Change(made, 0, do, str(self.said["both"]).format(one, two, *new))

    def heading(self) -> Change:
        chapter = self.random.choice(self.model.chapters)
        new = self.sentence()[:-1]

        def do() -> None:
            chapter.heading.words = new

        target = self._to(("chapter", chapter.number), ("heading", None))
        return Change(self._new("replace", (target,), content=(new,)), 2, do)

    def replace_points(self) -> Change | None:
        points = self.model.points()
        place = self.random.randrange(len(points) - 1)
        two = points[place : place + 2]
        new = [self._point(point.number) for point in two]

        def do() -> None:
            for point, made in zip(two, new, strict=True):
                point.lines, point.items = made.lines, made.items

        targets = tuple(self._to(("paragraph", point.number)) for point in two)
        content = tuple(line for made in new for line in printed_lines(made, "."))
        return Change(self._new("replace", targets, content=content), 2, do)

    def repeal_points(self) -> Change | None:
        points = self.model.points()
        place = self.random.randrange(len(points) - 1)
        two = points[place : place + 2]

        def do() -> None:
            for point in two:
                point.lines, point.items = [Text(str(self.said["m"]))], []

        targets = tuple(self._to(("paragraph", point.number)) for point in two)
        return Change(self._new("repeal", targets), 3, do)

    def insert_after(self) -> Change | None:
        change = self.insert_point()
        if change is None or not change.command.targets[0][-1].number.endswith("-1"):  # type: ignore[union-attr]
            return None
        before = (change.command.targets[0][-1].number or "").removesuffix("-1")
        anchor = self._to(("paragraph", before))
        return replace(change, command=replace(change.command, anchor=anchor, position="after"))

    def renumber(self) -> Change | None:
        """The last point gets the next number, and its own is free."""
        point = self.model.points()[-1]
        if not point.number.isdigit():
            return None
        number = str(int(point.number) + 1)

        def do() -> None:
            point.number = number

        made = self._new(
            "renumber",
            (self._to(("paragraph", point.number)),),
            renumber_to=(self._to(("paragraph", number)),),
        )
        return Change(made, 1, do)

    def words_at_end(self) -> Change | None:
        point = self._some_point()
        if not point.items:
            return None
        item = self.random.choice(point.items)
        line, new = item.lines[0], self.word()

        def do() -> None:
            line.words = f"{line.words[:-1]} {new}{line.words[-1]}"

        target = self._to(("paragraph", point.number), ("subparagraph", item.number))
        return Change(self._new("insert_words", (target,), new=(new,), position="end"), 0, do)

    def part_with_list(self) -> Change | None:
        """The second part of a point without a list gets one."""
        point = self._some_point()
        if point.items or len(point.lines) < 2 or any(line.words[-1] != "." for line in point.lines):
            return None
        place = len(point.lines) - 1
        line = point.lines[place]
        head, inner = self.sentence(":"), [self.sentence(";"), self.sentence(".").lower()]

        def do() -> None:
            at = point.lines.index(line)
            point.lines[at].words = head
            point.lines[at + 1 : at + 1] = [Text(f"{nth}) {each}") for nth, each in enumerate(inner, start=1)]

        target = self._to(("paragraph", point.number), ("part", str(place + 1)))
        content = (head, *(f"{nth}) {each}" for nth, each in enumerate(inner, start=1)))
        return Change(self._new("replace", (target,), content=content), 2, do)

    def insert_chapter(self) -> Change | None:
        last = self.model.chapters[-1]
        if not self.model.points()[-1].number.isdigit():
            return None
        number, first = str(int(last.number) + 1), str(int(self.model.points()[-1].number) + 1)
        new = Chapter(number, Text(self.sentence()[:-1]), [self._point(first)])

        def do() -> None:
            self.model.chapters.append(new)

        content = (str(self.said["chapter"]).format(number, new.heading.words), *printed_lines(new.points[0], "."))
        return Change(self._new("insert", (self._to(("chapter", number)),), content=content), 8, do)

    def new_point_of_note(self) -> Change:
        number, new = str(len(self.model.note) + 1), Text(self.sentence())

        def do() -> None:
            self.model.note.append(new)

        target = self._in_annex(("note", None), ("paragraph", number))
        return Change(self._new("insert", (target,), content=(f"{number}. {new.words}",)), 5, do)

    def words_in_column(self) -> Change | None:
        at = self.random.randrange(1, len(self.model.rows[0]))
        row = self._row()
        if at >= len(row):
            return None
        old, new = row[at], self.word()

        def do() -> None:
            row[at] = row[at].replace(old, new)

        target = self._in_annex(("column", str(at + 1)))
        return Change(self._new("replace_words", (target,), old=(old,), new=(new,)), 0, do)

    def move(self) -> Change | None:
        one, two = self.random.sample(self.model.chapters, 2)
        if len(one.points) < 2:
            return None
        forward = self.model.chapters.index(one) + 1 == self.model.chapters.index(two)
        backward = self.model.chapters.index(two) + 1 == self.model.chapters.index(one)
        if not (forward or backward):
            return None
        point = one.points[-1] if forward else one.points[0]

        def do() -> None:
            one.points.remove(point)
            two.points.insert(0 if forward else len(two.points), point)

        target = self._to(("chapter", one.number), ("paragraph", point.number))
        made = self._new("move", (target,), renumber_to=(self._to(("chapter", two.number)),))
        return Change(made, 4, do)

    # The annex.

    def _row(self) -> list[str]:
        return self.random.choice(self.model.rows[1:])

    def _in_annex(self, *steps: tuple[str, str | None]) -> Address:
        return (*self.annex, *(Step(kind, number) for kind, number in steps))  # type: ignore[arg-type]

    def replace_row(self) -> Change:
        row = self._row()
        new = [row[0], *(self.word() for _ in row[1:])]

        def do() -> None:
            row[:] = new

        made = self._new("replace", (self._in_annex(("row", row[0])),), content=("\t".join(new),))
        return Change(made, 2, do)

    def insert_row(self) -> Change | None:
        before = self._row()
        if not before[0].isdigit():
            return None
        last = before is self.model.rows[-1]
        number = str(int(before[0]) + 1) if last else f"{before[0]}-1"
        new = [number, *(self.word() for _ in before[1:])]

        def do() -> None:
            self.model.rows.insert(self.model.rows.index(before) + 1, new)

        made = self._new("insert", (self._in_annex(("row", number)),), content=("\t".join(new),))
        return Change(made, 5, do)

    def repeal_row(self) -> Change:
        row = self._row()

        def do() -> None:
            row[1:] = [str(self.said["f"])]

        return Change(self._new("repeal", (self._in_annex(("row", row[0])),)), 3, do)

    def cell(self) -> Change | None:
        row = self._row()
        if len(row) < len(self.model.rows[0]):
            return None
        at = self.random.randrange(1, len(row))
        old, new = row[at], self.word()
        target = self._in_annex(("row", row[0]), ("column", str(at + 1)))
        if self.random.random() < 0.5:

            def put() -> None:
                row[at] = new

            return Change(self._new("replace", (target,), content=(new,)), 2, put)

        def do() -> None:
            row[at] = row[at].replace(old, new)

        return Change(self._new("replace_words", (target,), old=(old,), new=(new,)), 0, do)

    def column_heading(self) -> Change:
        head = self.model.rows[0]
        at = self.random.randrange(1, len(head))
        new = self.word().capitalize()

        def do() -> None:
            head[at] = new

        target = self._in_annex(("column", str(at + 1)), ("heading", None))
        return Change(self._new("replace", (target,), content=(new,)), 2, do)

    def insert_column(self) -> Change:
        rows = list(self.model.rows)
        texts = [self.word() for _ in rows]

        def do() -> None:
            for row, text in zip(rows, texts, strict=True):
                row.append(text)

        target = self._in_annex(("column", str(len(rows[0]) + 1)))
        return Change(self._new("insert", (target,), content=tuple(texts)), 7, do)

    def repeal_column(self) -> Change:
        rows = list(self.model.rows)
        at = self.random.randrange(1, len(rows[0]))

        def do() -> None:
            for row in rows:
                del row[at]

        return Change(self._new("repeal", (self._in_annex(("column", str(at + 1))),)), 6, do)

    def note(self) -> Change:
        place = self.random.randrange(len(self.model.note))
        line = self.model.note[place]
        if self.random.random() < 0.4:
            new = self.sentence()

            def put() -> None:
                line.words = new

            target = self._in_annex(("note", None), ("paragraph", str(place + 1)))
            return Change(self._new("replace", (target,), content=(f"{place + 1}. {new}",)), 2, put)
        fresh = [Text(self.sentence()) for _ in range(self.random.randint(1, 3))]

        def do() -> None:
            self.model.note[:] = fresh

        content = (str(self.said["note"]), *(f"{at}. {each.words}" for at, each in enumerate(fresh, start=1)))
        return Change(self._new("replace", (self._in_annex(("note", None)),), content=content), 2, do)


def _key(number: str) -> list[int]:
    return [int(part) for part in number.split("-")]


def _instead(line: Text, old: str, new: str) -> Callable[[], None]:
    def do() -> None:
        line.words = line.words.replace(old, new)

    return do


def _without(line: Text, old: str) -> Callable[[], None]:
    def do() -> None:
        line.words = line.words.replace(f" {old}", "", 1)

    return do


_KINDS: tuple[Callable[[Maker], Change | None], ...] = (
    Maker.replace_point,
    Maker.replace_subpoint,
    Maker.replace_line,
    Maker.insert_point,
    Maker.insert_subpoint,
    Maker.insert_line,
    Maker.repeal,
    Maker.words,
    Maker.words,
    Maker.everywhere,
    Maker.everywhere_with_annex,
    Maker.heading,
    Maker.move,
    Maker.replace_row,
    Maker.insert_row,
    Maker.repeal_row,
    Maker.cell,
    Maker.column_heading,
    Maker.insert_column,
    Maker.repeal_column,
    Maker.note,
    Maker.replace_points,
    Maker.repeal_points,
    Maker.insert_after,
    Maker.renumber,
    Maker.words_at_end,
    Maker.part_with_list,
    Maker.insert_chapter,
    Maker.new_point_of_note,
    Maker.words_in_column,
)


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
