"""Where the state information system shows an act: the page that an answer leads back to."""

import re

SOURCE_PAGE = (
    "Address of the act's page in the state information system, Adilet, made of its id there; null where the id is not "
    "known."
)
_ID = re.compile(r"[A-Z][0-9]{10}")
_CENTRAL = 10_000
"""Numbers from this one on are of the central register; departments of justice have registers of their own below it."""


def page_of_id(act: str, lang: str | None) -> str | None:
    """Return the page of an act by its id there, ``V2400035172``, which is the name of its folder as well."""
    return f"https://adilet.zan.kz/{lang}/docs/{act}" if lang in ("kaz", "rus") and _ID.fullmatch(act) else None


def page_of_registered(number: str | None, registered: str | None, made: str | None, lang: str | None) -> str | None:
    """Return the page of an act by its state registration: the id is made of the year and the number.

    ``registered`` and ``made`` are the ISO days of the registration and of the act. None where their years differ (an
    order of December, registered in January): which of them the id has cannot be told from the act.
    """
    if not number or not registered or not re.fullmatch(r"[0-9]{5,8}", number) or int(number) < _CENTRAL:
        return None
    if (made or "")[:4] != registered[:4]:
        return None
    return page_of_id(f"V{registered[2:4]}{int(number):08d}", lang)
