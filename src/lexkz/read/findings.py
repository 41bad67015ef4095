"""What readers of several formats say in the same words."""

from lexkz.findings import Finding, Message, Place

LONGEST = 1000
"""Characters that a finding quotes at most."""


def nested_table(text: str, page: int | None = None) -> Finding:
    """Return the finding for a cell that holds a table, whose rows became lines of the cell."""
    return Finding(
        "read.nested_table",
        "warning",
        Message(
            "Ұяшықтың ішінде кесте бар: оның жолдары ұяшық жолдары ретінде алынды.",
            "В ячейке стоит таблица: её строки взяты как строки ячейки.",
            "A cell holds a table: its rows became lines of the cell.",
        ),
        place=Place(page=page),
        text=text[:LONGEST],
    )


def struck_text(text: str, page: int | None = None) -> Finding:
    """Return the finding for words that are struck through: a reader sees them, and whether they are law still, the
    file does not say; they are kept."""
    return Finding(
        "read.struck_text",
        "warning",
        Message(
            "Сызып тасталған мәтін бар: ол мәтінде қалдырылды.",
            "Есть зачёркнутый текст: он оставлен.",
            "Some text is struck through: it was kept.",
        ),
        place=Place(page=page),
        text=text[:LONGEST],
    )
