"""Sentences that stop a command (a source that cannot be read, a wrong word on the command line) in three languages.

They are raised in English, where they are found; ``refusals.txt`` has each as ``English|Kazakh|Russian``, a line each,
with ``{names}`` for what changes. A sentence is known again by its English form. What stands in a place of its own
(«no such file», a line and a column) is said in the language as well, where the file has it; a place that the other
languages leave out holds words of a library, which are English.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from lexkz.findings.model import Message

_PLACE = re.compile(r"\{(\w+)\}")


@cache
def _known() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Each sentence as a pattern with its two translations: those with most words of their own first."""
    lines = files(__package__).joinpath("refusals.txt").read_text("utf-8").splitlines()
    rows = [line.split("|") for line in lines if line]
    rows.sort(key=lambda row: -len(_PLACE.sub("", row[0])))
    return tuple((_pattern(eng), kaz, rus) for eng, kaz, rus in rows)


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _PLACE.split(sentence)
    return re.compile("".join(f"(?P<{part}>.+?)" if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.S)


@lru_cache(maxsize=256)
def refusal(sentence: str) -> Message:
    """Return ``sentence``, as it was raised in English, in three languages; in English where it is not known."""
    for pattern, kaz, rus in _known():
        found = pattern.fullmatch(sentence)
        if found is not None:
            said = {name: refusal(text) for name, text in found.groupdict().items()}
            values: Mapping[str, Mapping[str, str]] = {
                lang: {name: getattr(one, lang) for name, one in said.items()} for lang in ("kaz", "rus")
            }
            return Message(kaz.format(**values["kaz"]), rus.format(**values["rus"]), sentence)
    return Message(sentence, sentence, sentence)
