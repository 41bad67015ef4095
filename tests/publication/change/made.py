"""A synthetic change with each kind of outcome, and its page as one file."""

from dataclasses import replace
from functools import cache
from html import escape

from lexkz.amendment.model import Step
from lexkz.consolidation import consolidate
from lexkz.publication.change import ActChange, Links, gather, lead, parts, wording
from lexkz.publication.difference_html import alone
from tests.consolidation.acts import Item, act, amending, command, line, point, sub, table, to

HOSTILE = '<script>alert("1")</script> & \' </details> javascript:'
RULES = Step("instrument", None, "Тестовые правила")


@cache
def change() -> ActChange:
    """Return a change of a synthetic order: new wording, words, a new point, a repeal, rows, a refused command."""
    base = act(
        point("1", "Приказ о проверках."),
        point("2", "Срок рассмотрения заявления составляет три рабочих дня."),
        point("3", "Орган принимает:", sub("1", "заявление;"), sub("2", "документы;"), sub("3", "справки.")),
        point("4", "Решение выдаётся на бумаге."),
        instrument=(
            point("1", "Правила определяют порядок."),
            point("2", "Нормы:", line("таблица норм:")),
            table(("1", "Врач", "0,5"), ("2", "Повар", "1")),
        ),
    )
    items: list[Item] = [
        (
            command("replace", to(("paragraph", "2"))),
            [point("2", "Срок рассмотрения ходатайства составляет пять рабочих дней.")],
        ),
        command("replace_words", to(("paragraph", "3")), old=("справки",), new=(HOSTILE,)),
        (command("insert", to(("paragraph", "3-1"))), [point("3-1", f"Новый пункт {HOSTILE}.")]),
        command("repeal", to(("paragraph", "4"))),
        (
            replace(command("replace", (RULES, Step("table"), Step("row", "1"))), instruction=f"строку 1 {HOSTILE}"),
            [table(("1", "Врач-терапевт", "1,5"))],
        ),
        command("repeal", to(("paragraph", "22"))),
    ]
    pair = amending(*items)
    done = consolidate(base, [pair])
    return gather(*pair, base, done.act, done.report)


def page(made: ActChange, lang: str = "rus") -> str:
    """Return the page of a change as one file, as the site has it: a section for each document."""
    links = Links("../order.html", "../before.html", "../after.html", (("JSON", "report.json"),))
    say = wording(lang)
    sections = "".join(
        f'<section id="{part.id}"><h2>{escape(part.title)}</h2>\n{part.html}</section>\n'
        for part in parts(made, links, say, lang)
    )
    return alone(f"{made.amending.name} → {made.base.name}", made.lang, lead(made, links, say) + sections)
