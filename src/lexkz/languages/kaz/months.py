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

_ENDINGS = ("дан", "нан", "дан", "ден", "дан", "нан", "ден", "дан", "тен", "нан", "дан", "нан")
FROM_MONTHS = tuple(f"{name}{ending}" for name, ending in zip(MONTHS, _ENDINGS, strict=True))
"""The same as they stand before «бастап»."""


def month(word: str) -> int | None:
    """Return the number of the month whose name, in any case form, is the folded ``word``: «маусымдағы» gives 6."""
    for number, name in enumerate(MONTHS, start=1):
        stem = name[:-1] if name[-1] in "қк" else name
        if word.startswith(stem) and len(word) - len(name) <= 5:
            return number
    return None
