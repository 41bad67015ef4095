"""The lines of synthetic orders in one language."""

from collections.abc import Iterable
from datetime import date

from bench.synthetic.picture import Order, Point, Subpoint
from bench.synthetic.words import SyntheticWords


def order_lines(order: Order, words: SyntheticWords) -> tuple[str, ...]:
    """Return the text of an order with the rules that it approves, and the table of their annex."""
    subject, day = words.subjects[order.subject], shown(order.day, words)
    body = (words.approve.format(subject=subject), words.charge.format(n=order.charge), words.entry)
    mark = (line.format(day=day, number=order.number) for line in words.approved_mark)
    lines = [*head(title(order, words), order.day, order.number, order.registration, words)]
    lines += (f"{number}. {line}" for number, line in enumerate(body, start=1))
    lines += (*words.signature, *mark, rules(order, words))
    for number, points in enumerate(order.chapters, start=1):
        lines.append(words.chapter.format(n=number, name=words.chapters[number - 1]))
        lines.extend(line for point in points for line in point_lines(point, words))
    if order.rows:
        lines += (*(line.format(n=1) for line in words.annex_mark), words.table_title, "\t".join(words.columns))
        lines += (row_line(row, words) for row in order.rows)
    return tuple(lines)


def head(title: str, day: date, number: str, registration: str, words: SyntheticWords) -> tuple[str, ...]:
    """Return the first lines of an order, from its title to the word of enactment."""
    said = words.requisites.format(day=shown(day, words), number=number, registration=registration)
    return title, said, words.formula


def title(order: Order, words: SyntheticWords) -> str:
    """Return the title of an order."""
    return words.title.format(subject=words.subjects[order.subject])


def rules(order: Order, words: SyntheticWords) -> str:
    """Return the name of the rules that an order approves."""
    return words.rules.format(subject=words.subjects[order.subject])


def shown(day: date, words: SyntheticWords) -> str:
    """Return a day as acts write it."""
    return words.day.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def point_lines(point: Point, words: SyntheticWords) -> tuple[str, ...]:
    """Return a point with its subpoints, a paragraph a line."""
    term = words.term.format(n=point.n)
    if not point.subpoints:
        return (f"{point.number}. {words.points[point.words].format(term=term)}.",)
    subpoints = [sub for sub in point.subpoints if not sub.gone]
    return f"{point.number}. {words.begun.format(term=term)}", *subpoint_lines(subpoints, words)


def subpoint_lines(subpoints: Iterable[Subpoint], words: SyntheticWords) -> tuple[str, ...]:
    """Return subpoints, a paragraph a line."""
    lines = [f"{sub.number}) {words.subpoints[sub.words].format(n=sub.n)};" for sub in subpoints]
    return (*lines[:-1], f"{lines[-1][:-1]}.")


def row_line(row: Subpoint, words: SyntheticWords) -> str:
    """Return a row of the table: cells parted by tabs."""
    return "\t".join((row.number, words.items[row.words], str(row.n), words.unit))
