"""The number of an act, as it stands after "№": read whole or not at all, the same in both languages.

«91/ЦД», «4С-28-3», «7-1/240», «ҚР ДСМ-12/2020», «11-3.3», «12-н/қ», «21-І», «385-VI ЗРК», «15 - ө». A number that is
cut short is that of another act, so that a number with something unknown hanging on it is none.
"""

import re

SIGN = re.compile(r"№(?:\s*№)?|(?:NN|N[oо]?|n)(?=[\s.]?\s?\d|\s[А-ЯӘҒҚҢӨҰҮҺІ]{1,6}[\s-]|[А-ЯӘҒҚҢӨҰҮҺІ]?-?\d)\.?")
"""The sign before a number: "№", doubled for several numbers, or a Latin N typed in its place."""
_CAPITALS = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_MIXED = r"(?:[^\W_]*\d[^\W_]*)"
_UNIT = r"(?:бап|жол|тар|бөл|кес)"
"""Kazakh units are joined to their numbers by a hyphen: «№ 5-жол» is row 5."""
_LETTERS = rf"(?:{_CAPITALS}{{1,8}}|(?!{_UNIT})[^\W\d_]{{1,3}})(?![^\W_])"
_PIECE = rf"(?:{_MIXED}|{_LETTERS})"
_FAR = r"(?:\d[\d/.-]*\d|\d|(?:ө|р|п|н|қ|нқ|НҚ|қе|н/қ|VІ?|[IVXІХ]+)(?![\w/-]))"
"""What may follow a hyphen that stands between spaces; a word there («№ 91 – О …») is no part of the number."""
_JOINT = rf"(?:[-–‑/]{_PIECE}|(?<=\d)\.{_MIXED}|(?:\s[-–]\s?|[-–]\s){_FAR})"
_PREFIX = rf"(?:(?i:қр|рк)\s)?(?:{_CAPITALS}{{1,6}}(?:\s?[-–]\s?|\s)){{0,3}}"
_MARKS = ("ЗРК", "ҚРЗ", "қе", "ө", "нқ", "НҚ", "н/қ", "дсп", "ДСП", "қбпү", "ҚБПҮ")
"""What offices write after the number: kinds of act, "for office use"; letters with a slash («15 қ/б») are theirs."""
_SESSION = r"(?:(?<=-\d\s)|(?<=-\d\d\s)|(?<=-\d{3}\s))[cс](?=\s*(?:[«\"“]|$)|\.(?:\s|$)|\s(?:шешім|\())"
"""The letter that councils of villages and districts of the north write after theirs, apart: «№ 2-45 с»; «с» before
other words is the preposition («№ 2-45 с 1 января»)."""
_SUFFIX = rf"(?:\s(?:{_SESSION}|{'|'.join(_MARKS)}|[^\W\d_]{{1,3}}(?:/[^\W\d_]{{1,3}})+)(?![\w/-]))?"
_NUMBER = re.compile(rf"{_PREFIX}{_PIECE}(?:{_JOINT})*{_SUFFIX}")
_SPACED = re.compile(r"\s*([-–‑/])\s*")
_HANGING = re.compile(r"[\w/]|[-–‑](?=\S)")


def act_number(text: str, place: int) -> tuple[str, int] | None:
    """Return the number that begins at ``place`` of ``text`` and where it ends; None where none can be told whole."""
    found = _NUMBER.match(text, place)
    if found is None or not any(char.isdigit() for char in found.group()):
        return None
    end = found.end()
    if _HANGING.match(text, end) and not _joins_a_word(text, end):
        return None
    return " ".join(_SPACED.sub(r"\1", found.group()).replace("–", "-").replace("‑", "-").split()), end


def _joins_a_word(text: str, end: int) -> bool:
    """«№ 5-тармақ»: the hyphen joins a unit's noun to its number."""
    return re.match(r"[-–‑][^\W\d_]{3,}", text[end : end + 12]) is not None
