"""Russian clauses on parts: «…, за исключением абзацев второго – пятого подпункта 3) статьи 1, которые вводятся в
действие с 1 января 2025 года», «Подпункт 2) пункта 1 настоящего приказа вводится в действие с …»."""

import re

from lexkz.languages.entry_parts import Address, named
from lexkz.languages.folding import fold
from lexkz.languages.rus.ordinals import ordinal

_ENTERS = r"(?:ввод\w+\s+в\s+действие|вступа\w+\s+в\s+силу)"
_EXCEPT = re.compile(r",?\s*за исключением\s+")
_EACH = re.compile(
    rf"(?P<units>.+?),?\s+котор\w+\s+{_ENTERS}\s+(?P<rule>.+?)(?=,?\s+(?:и\s+)?(?:абзац|подпункт|пункт|стат|част)\w*\s|[.;]?$)"
)
_ALONE = re.compile(
    rf"^(?:\d+\.\s+)?(?P<units>(?:абзац|подпункт|пункт|стат|част)\w*\s[^.]+?)\s+(?:настоящ\w+\s+\w+\s+)?{_ENTERS}\s+(?P<rule>.+)$"
)
_KINDS = (
    ("подпункт", "subparagraph"), ("пункт", "paragraph"), ("стать", "article"), ("статей", "article"),
    ("абзац", "alinea"), ("част", "part"), ("глав", "chapter"),
)  # fmt: skip


def _kind(word: str) -> str | None:
    return next((kind for stem, kind in _KINDS if word.startswith(stem)), None)


def main_clause(line: str) -> str:
    """Return the clause without what it says of parts."""
    match = _EXCEPT.search(fold(line))
    return line[: match.start()] if match else line


def parts(line: str) -> tuple[tuple[tuple[Address, ...], str], ...] | None:
    """Return the parts with days of their own, each with the words that say from when; None where it was not read."""
    folded = " ".join(fold(line).split())
    match = _EXCEPT.search(folded)
    said = list(_EACH.finditer(folded[match.end() :])) if match else [*filter(None, [_ALONE.match(folded)])]
    out = []
    for each in said:
        units = re.sub(r"^(?:,\s*)?(?:и\s+)?", "", each["units"])
        found = named(re.sub(r"\s+настоящ\w+\s+\w+", "", units), _kind, ordinal, inner_first=True)
        if found is None or found.words < len(re.sub(r"\s+настоящ\w+\s+\w+", "", units).split()):
            return None
        out.append((found.addresses, each["rule"].rstrip(" .;")))
    return tuple(out) if out or not match else None


def tells_of_parts(line: str) -> bool:
    """True for a clause that is about parts only."""
    return _ALONE.match(" ".join(fold(line).split())) is not None
