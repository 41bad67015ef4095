"""Kazakh clauses on parts: «2025 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 3) тармақшасын қоспағанда,
…», «Осы бұйрықтың 1-тармағының 2) тармақшасы 2025 жылғы 1 қаңтардан бастап қолданысқа енгізіледі»."""

import re

from lexkz.languages.entry_parts import Address, named
from lexkz.languages.folding import fold
from lexkz.languages.kaz.ordinals import ordinal

_ENTERS = r"(?:қолданысқа\s+енгізіл|күшіне\s+ен)\w*"
_EXCEPT = re.compile(r"қоспағанда,?\s*")
_EACH = re.compile(rf"(?P<rule>\S.*?)\s+{_ENTERS}\s+(?P<units>.+?)(?=$|(?:,|\s+және)\s+\d{{4}}\s+жылғы)")
_SUBJECT = re.compile(r"^(?:\d+\.\s+)?(?:осы|мына)\s+\w+?(?P<of>ның|нің|дың|дің|тың|тің)?,?\s+")
_KINDS = (
    ("тармақша", "subparagraph"), ("тармақ", "paragraph"), ("тармағ", "paragraph"), ("бап", "article"),
    ("баб", "article"), ("абзац", "alinea"), ("бөлі", "part"), ("тарау", "chapter"),
)  # fmt: skip


def _kind(word: str) -> str | None:
    return next((kind for stem, kind in _KINDS if word.startswith(stem)), None)


def main_clause(line: str) -> str:
    """Return the clause without what it says of parts."""
    folded = fold(line)
    match = _EXCEPT.search(folded)
    if match is None:
        return line
    subject = _SUBJECT.match(folded)
    return (line[: subject.end()] if subject else "") + line[match.end() :]


def parts(line: str) -> tuple[tuple[tuple[Address, ...], str], ...] | None:
    """Return the parts with days of their own, each with the words that say from when; None where it was not read."""
    folded = " ".join(fold(line).split()).rstrip(" .;")
    subject = _SUBJECT.match(folded)
    if subject is None:
        return ()
    match = _EXCEPT.search(folded)
    if match is not None:
        out = []
        for each in _EACH.finditer(folded[subject.end() : match.start()]):
            found = named(each["units"], _kind, ordinal, inner_first=False)
            if found is None or found.words < len(each["units"].split()):
                return None
            out.append((found.addresses, each["rule"].lstrip(", ").removeprefix("және ")))
        return tuple(out) or None
    if not subject["of"]:
        return ()
    rest = folded[subject.end() :]
    found = named(rest, _kind, ordinal, inner_first=False)
    rule = re.search(rf"\s*{_ENTERS}$", rest)
    if found is None or rule is None:
        return None
    return ((found.addresses, " ".join(rest[: rule.start()].split()[found.words :])),)


def tells_of_parts(line: str) -> bool:
    """True for a clause that is about parts only."""
    folded = " ".join(fold(line).split()).rstrip(" .;")
    subject = _SUBJECT.match(folded)
    return subject is not None and bool(subject["of"]) and re.search(rf"{_ENTERS}$", folded) is not None
