"""A disagreement of the two languages of an act: a finding with both places and both sentences."""

from dataclasses import dataclass

from lexkz.findings import Finding, FindingPlace, Message, finding

_LONGEST = 400
"""Characters of a sentence that are shown; a point can be pages long."""
WHICH = {"kaz": Message("Қазақша", "казахском", "Kazakh"), "rus": Message("Орысша", "русском", "Russian")}
"""How the sentences call the text in a language, as the word stands in them."""
_NONE = Message("жоқ", "нет", "none")


@dataclass(frozen=True, slots=True)
class WitnessSide:
    """Where one of the texts says it, and how."""

    eid: str | None
    """eId in this text; of the unit around, where the text lacks the unit; None where nothing is there."""
    text: str = ""
    """The words, cut where they are long; empty for a unit that the text lacks."""
    command: str | None = None
    """``cmd_5``, where the disagreement is about a command of this text."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One point in which the two texts do not say the same."""

    finding: Finding
    """Its place is the unit's eId, in the Kazakh text where that has it."""
    unit: str
    """Key of the unit, the same in both languages: its eId, quotations by the target of their command."""
    kaz: WitnessSide
    rus: WitnessSide


def disagreement(
    code: str,
    unit: str,
    kaz: WitnessSide,
    rus: WitnessSide,
    *,
    said: tuple[str, str] = ("", ""),
    lacking: str = "",
) -> Disagreement:
    """Return the disagreement ``code`` about ``unit``; ``said`` is what each text says, for the sentence; ``lacking``
    is the language that is told of: whose text lacks the unit."""
    told = finding(
        code,
        FindingPlace(eid=kaz.eid or rus.eid),
        text=_shown(kaz.text) or _shown(rus.text) or None,
        command=kaz.command or rus.command,
        kaz=said[0] or _NONE,
        rus=said[1] or _NONE,
        words=said[0] + said[1],
        unit=_shown(kaz.text or rus.text) or unit,
        which=WHICH.get(lacking, ""),
    )
    return Disagreement(told, unit, _cut(kaz), _cut(rus))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 120 else f"{line[:119].rstrip()}…"


def _cut(side: WitnessSide) -> WitnessSide:
    if len(side.text) <= _LONGEST:
        return side
    return WitnessSide(side.eid, f"{side.text[: _LONGEST - 1].rstrip()}…", side.command)
