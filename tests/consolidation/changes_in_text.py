"""Changes of chapters, points and lines of a made-up act: each as a command and as what it does to a model of plain
lists."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from lexkz.amendment.model import Address, BaseAct, Command, Step
from tests.consolidation.plain_lists import SAID, Chapter, Item, Model, Text, printed_lines


@dataclass
class Change:
    """A command with what it does to the model, and when: words are looked up in the text as it was."""

    command: Command
    rank: int
    do: Callable[[], None]
    said: str = ""
    """The sentence, where the renderer has none for it."""


class ChangesInText:
    """Makes an act, and commands on its chapters, points and lines."""

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

    def new(self, action: str, targets: tuple[Address, ...], **fields: object) -> Command:
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
        return Change(self.new("replace", (self._to(("paragraph", point.number)),), content=content), 2, do)

    def replace_subpoint(self) -> Change | None:
        point = self._some_point()
        if not point.items:
            return None
        item = self.random.choice(point.items)
        new = Text(self.sentence(";"))

        def do() -> None:
            item.lines = [new]

        target = self._to(("paragraph", point.number), ("subparagraph", item.number))
        return Change(self.new("replace", (target,), content=(f"{item.number}) {new.words}",)), 2, do)

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
        return Change(self.new("replace", (target,), content=(new,)), 2, do)

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
        return Change(self.new("insert", (self._to(("paragraph", number)),), content=content), 5, do)

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
        return Change(self.new("insert", (target,), content=(f"{number}) {new.lines[0].words}",)), 5, do)

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
        return Change(self.new("insert", (target,), content=(new.words,)), 5, do)

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

            return Change(self.new("repeal", (self._to(("paragraph", point.number), ("alinea", place)),)), 3, fall)
        else:
            item, target = point, self._to(("paragraph", point.number))

        def do() -> None:
            item.lines, item.items, item.gone = [Text(str(self.said["m"]))], [], True

        return Change(self.new("repeal", (target,)), 3, do)

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
        old, new = self.old(line), self.word()
        action = self.random.choice(("replace_words", "insert_words", "delete_words"))
        if action == "delete_words":
            return Change(self.new(action, (target,), old=(old,)), 0, _without(line, old))
        if action == "replace_words":
            return Change(self.new(action, (target,), old=(old,), new=(new,)), 0, instead(line, old, new))
        position = self.random.choice(("after", "before"))
        both = f"{old} {new}" if position == "after" else f"{new} {old}"
        made = self.new(action, (target,), old=(old,), new=(new,), position=position)
        return Change(made, 0, instead(line, old, both))

    def old(self, line: Text) -> str:
        """A word of the line that no other command names: two on one word are told by cases of their own."""
        official = " ".join(str(self.said[kind]) for kind in "mfn").split()
        inner = [word for word in line.words.rstrip(".;:").split()[1:] if word not in (*self.named, *official)]
        if not inner:
            raise IndexError("all words are named")
        old = self.random.choice(inner)
        self.named.add(old)
        return old

    def everywhere(self) -> Change:
        lines = self.all_lines()
        line = self.random.choice(lines)
        old, new = self.old(line), self.word()
        made = self.new("replace_words", (self.rules,), old=(old,), new=(new,), everywhere=True)
        return Change(made, 0, instead(line, old, new))

    def all_lines(self) -> list[Text]:
        found = [chapter.heading for chapter in self.model.chapters]
        for point in self.model.points():
            found += [*point.lines, *(line for item in point.items for line in item.lines)]
        return [line for line in found if len(line.words.split()) > 1]

    def heading(self) -> Change:
        chapter = self.random.choice(self.model.chapters)
        new = self.sentence()[:-1]

        def do() -> None:
            chapter.heading.words = new

        target = self._to(("chapter", chapter.number), ("heading", None))
        return Change(self.new("replace", (target,), content=(new,)), 2, do)

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
        return Change(self.new("replace", targets, content=content), 2, do)

    def repeal_points(self) -> Change | None:
        points = self.model.points()
        place = self.random.randrange(len(points) - 1)
        two = points[place : place + 2]

        def do() -> None:
            for point in two:
                point.lines, point.items = [Text(str(self.said["m"]))], []

        targets = tuple(self._to(("paragraph", point.number)) for point in two)
        return Change(self.new("repeal", targets), 3, do)

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

        made = self.new(
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
        return Change(self.new("insert_words", (target,), new=(new,), position="end"), 0, do)

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
        return Change(self.new("replace", (target,), content=content), 2, do)

    def insert_chapter(self) -> Change | None:
        last = self.model.chapters[-1]
        if not self.model.points()[-1].number.isdigit():
            return None
        number, first = str(int(last.number) + 1), str(int(self.model.points()[-1].number) + 1)
        new = Chapter(number, Text(self.sentence()[:-1]), [self._point(first)])

        def do() -> None:
            self.model.chapters.append(new)

        content = (str(self.said["chapter"]).format(number, new.heading.words), *printed_lines(new.points[0], "."))
        return Change(self.new("insert", (self._to(("chapter", number)),), content=content), 8, do)

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
        made = self.new("move", (target,), renumber_to=(self._to(("chapter", two.number)),))
        return Change(made, 4, do)


def _key(number: str) -> list[int]:
    return [int(part) for part in number.split("-")]


def instead(line: Text, old: str, new: str) -> Callable[[], None]:
    def do() -> None:
        line.words = line.words.replace(old, new)

    return do


def _without(line: Text, old: str) -> Callable[[], None]:
    def do() -> None:
        line.words = line.words.replace(f" {old}", "", 1)

    return do
