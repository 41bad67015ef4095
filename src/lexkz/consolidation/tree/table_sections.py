"""Sections of a table: a row of one cell («Раздел 2. Почва», «2-бөлім. Топырақ») and the rows below it to the next."""

import re

from lxml import etree

from lexkz.akn.namespace import q
from lexkz.akn.numbers import as_arabic
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import Step
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.columns import is_across, rows_of
from lexkz.consolidation.tree.counted_lines import is_gap
from lexkz.consolidation.tree.table_rows import tables
from lexkz.consolidation.tree.unit_index import number_key
from lexkz.languages.folding import fold_spaces

KINDS = frozenset({"section", "subsection", "chapter", "subchapter"})
"""What the sections of tables are called."""
_LABEL = re.compile(
    r"^(?:(?:раздел|подраздел|глава|параграф|бөлім|тарау)\s*)?(?:№\s*)?"
    r"(?P<number>\d+(?:-\d+)*|[ivxlc]+|[іхvlс]+)(?:\s*-?\s*(?:бөлім|кіші бөлім|тарау|параграф))?[.):–-]*(?:\s+|$)"
)


def find(scope: etree._Element, step: Step) -> tuple[tuple[etree._Element, tuple[etree._Element, ...]], ...]:
    """Return the rows that head the sections of the tables of ``scope`` which ``step`` can mean, each with the rows of
    its section: by the number that the heading row begins with, else by its words."""
    heads = [(row, table) for table in tables(scope) for row in rows_of(table) if is_across(row, table)]
    texts = [fold_spaces(" ".join(paragraphs(row))) for row, _ in heads]
    chosen: list[int] = []
    if step.number is not None:
        wanted = _key(step.number)
        chosen = [at for at, text in enumerate(texts) if (label := _LABEL.match(text)) and _key(label[1]) == wanted]
    elif step.name:
        chosen = list(documents.named(step.name, texts)) or list(
            documents.named(step.name, [_LABEL.sub("", text) for text in texts])
        )
    return tuple((heads[at][0], _below(*heads[at])) for at in chosen)


def _key(number: str) -> str:
    return number_key(as_arabic(number))


def _below(head: etree._Element, table: etree._Element) -> tuple[etree._Element, ...]:
    out = []
    for row in head.itersiblings(q("tr")):
        if is_across(row, table) or is_gap(row):
            break
        out.append(row)
    return tuple(out)
