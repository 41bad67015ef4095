"""Russian names of months, as they stand in dates."""

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)

OF_MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
"""The same in the genitive, as days are written: «30 сентября»."""


def month(word: str) -> int | None:
    """Return the number of the month whose name, in any case form, is the folded ``word``: «июня» gives 6."""
    for number, name in enumerate(MONTHS, start=1):
        stem = name.rstrip("ьй")
        if word.startswith(stem) and len(word) - len(stem) <= 2:
            return number
    return None
