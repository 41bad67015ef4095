"""Kazakh names of months, as they stand in dates."""

MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)


def month(word: str) -> int | None:
    """Return the number of the month whose name, in any case form, is the folded ``word``: «маусымдағы» gives 6."""
    for number, name in enumerate(MONTHS, start=1):
        stem = name[:-1] if name[-1] in "қк" else name
        if word.startswith(stem) and len(word) - len(name) <= 5:
            return number
    return None
