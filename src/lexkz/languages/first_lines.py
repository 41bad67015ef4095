"""Nouns for the words of a point before its list, which are its first line: «вводная часть», «кіріспе бөлігі»."""

_LEADS = ("вводная часть", "кіріспе бөлік", "кіріспе бөлігі")


def leads_in(nominative: str) -> bool:
    """Return whether a noun, in the nominative, means the words that stand before a list."""
    return nominative in _LEADS
