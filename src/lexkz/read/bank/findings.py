"""What the reader of the bank's JSON has to say of nodes that are not as they were seen to be."""

from lexkz.findings import Finding, Message


def unknown_type(kind: str, count: int, text: str) -> Finding:
    """``count`` nodes are of a type that is not known; they are kept as paragraphs."""
    return Finding(
        "read.node_type",
        "warning",
        Message(
            f"«{kind}» түріндегі тораптар ({count}) белгісіз: мәтіні абзац ретінде алынды.",
            f"Узлы типа «{kind}» ({count}) неизвестны: их текст взят абзацами.",
            f"Nodes of the type “{kind}” ({count}) are not known: their text was taken as paragraphs.",
        ),
        text=text[:500] or None,
    )


def unread_field(text: str) -> Finding:
    """A node has text in a field that is not known."""
    return Finding(
        "read.node_field",
        "warning",
        Message(
            "Торапта белгісіз өрістегі мәтін бар: ол алынбады.",
            "В узле есть текст в неизвестном поле: он не взят.",
            "A node has text in a field that is not known: it was not taken.",
        ),
        text=text[:2000],
    )


def rows_unknown(text: str) -> Finding:
    """Cells of a table do not say to which row they belong."""
    return Finding(
        "read.table_rows",
        "warning",
        Message(
            "Кесте ұяшықтарының жолдары белгісіз: олар бір жолға қойылды.",
            "Неизвестно, в каких строках стоят ячейки таблицы: они поставлены в одну строку.",
            "The rows of a table's cells are not known: they were put into one row.",
        ),
        text=text[:500],
    )


def unnumbered(count: int, text: str) -> Finding:
    """``count`` articles or points have no number in their text."""
    return Finding(
        "read.node_number",
        "warning",
        Message(
            f"Мәтінінде нөмірі жоқ баптар немесе тармақтар: {count}.",
            f"Статьи или пункты, в тексте которых нет номера: {count}.",
            f"Articles or points without a number in their text: {count}.",
        ),
        text=text[:500],
    )
