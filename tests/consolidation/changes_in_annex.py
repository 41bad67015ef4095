"""Changes of a made-up act's annex, its table and its note, and the choice among all kinds of changes."""

from collections.abc import Callable

from lexkz.amendment.model import Address, Step
from tests.consolidation.changes_in_text import Change, ChangesInText, instead
from tests.consolidation.plain_lists import Text


class Maker(ChangesInText):
    """Makes an act, and commands on all of it."""

    def change(self) -> Change | None:
        """A command of some kind on some place, or None where the place does not fit the kind."""
        try:
            return self.random.choice(_KINDS)(self)
        except IndexError:
            return None

    def _row(self) -> list[str]:
        return self.random.choice(self.model.rows[1:])

    def _in_annex(self, *steps: tuple[str, str | None]) -> Address:
        return (*self.annex, *(Step(kind, number) for kind, number in steps))  # type: ignore[arg-type]

    def replace_row(self) -> Change:
        row = self._row()
        new = [row[0], *(self.word() for _ in row[1:])]

        def do() -> None:
            row[:] = new

        made = self.new("replace", (self._in_annex(("row", row[0])),), content=("\t".join(new),))
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

        made = self.new("insert", (self._in_annex(("row", number)),), content=("\t".join(new),))
        return Change(made, 5, do)

    def repeal_row(self) -> Change:
        row = self._row()

        def do() -> None:
            row[1:] = [str(self.said["f"])]

        return Change(self.new("repeal", (self._in_annex(("row", row[0])),)), 3, do)

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

            return Change(self.new("replace", (target,), content=(new,)), 2, put)

        def do() -> None:
            row[at] = row[at].replace(old, new)

        return Change(self.new("replace_words", (target,), old=(old,), new=(new,)), 0, do)

    def column_heading(self) -> Change:
        head = self.model.rows[0]
        at = self.random.randrange(1, len(head))
        new = self.word().capitalize()

        def do() -> None:
            head[at] = new

        target = self._in_annex(("column", str(at + 1)), ("heading", None))
        return Change(self.new("replace", (target,), content=(new,)), 2, do)

    def insert_column(self) -> Change:
        rows = list(self.model.rows)
        texts = [self.word() for _ in rows]

        def do() -> None:
            for row, text in zip(rows, texts, strict=True):
                row.append(text)

        target = self._in_annex(("column", str(len(rows[0]) + 1)))
        return Change(self.new("insert", (target,), content=tuple(texts)), 7, do)

    def repeal_column(self) -> Change:
        rows = list(self.model.rows)
        at = self.random.randrange(1, len(rows[0]))

        def do() -> None:
            for row in rows:
                del row[at]

        return Change(self.new("repeal", (self._in_annex(("column", str(at + 1))),)), 6, do)

    def note(self) -> Change:
        place = self.random.randrange(len(self.model.note))
        line = self.model.note[place]
        if self.random.random() < 0.4:
            new = self.sentence()

            def put() -> None:
                line.words = new

            target = self._in_annex(("note", None), ("paragraph", str(place + 1)))
            return Change(self.new("replace", (target,), content=(f"{place + 1}. {new}",)), 2, put)
        fresh = [Text(self.sentence()) for _ in range(self.random.randint(1, 3))]

        def do() -> None:
            self.model.note[:] = fresh

        content = (str(self.said["note"]), *(f"{at}. {each.words}" for at, each in enumerate(fresh, start=1)))
        return Change(self.new("replace", (self._in_annex(("note", None)),), content=content), 2, do)

    def everywhere_with_annex(self) -> Change:
        """In the rules and in their annex, the words of a line and of a cell, both with one command."""
        line, row = self.random.choice(self.all_lines()), self._row()
        if len(row) < 2 or " " in row[1]:
            raise IndexError("a row that is repealed")
        one, two, new = self.old(line), row[1], (self.word(), self.word())
        if two in self.named:
            raise IndexError("a word that is named")
        self.named.add(two)

        def do() -> None:
            instead(line, one, new[0])()
            row[1] = row[1].replace(two, new[1])

        made = self.new("replace_words", (self.rules, (*self.rules, Step("annex", "all"))), everywhere=True)
        return Change(made, 0, do, str(self.said["both"]).format(one, two, *new))

    def new_point_of_note(self) -> Change:
        number, new = str(len(self.model.note) + 1), Text(self.sentence())

        def do() -> None:
            self.model.note.append(new)

        target = self._in_annex(("note", None), ("paragraph", number))
        return Change(self.new("insert", (target,), content=(f"{number}. {new.words}",)), 5, do)

    def words_in_column(self) -> Change | None:
        at = self.random.randrange(1, len(self.model.rows[0]))
        row = self._row()
        if at >= len(row):
            return None
        old, new = row[at], self.word()

        def do() -> None:
            row[at] = row[at].replace(old, new)

        target = self._in_annex(("column", str(at + 1)))
        return Change(self.new("replace_words", (target,), old=(old,), new=(new,)), 0, do)


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
