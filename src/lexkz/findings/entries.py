"""The catalogue of findings: for each code its severity, its sentence, what a person can do, and an example.

The catalogue is data, ``catalogue/*.toml``, a file for each package, so that a lawyer can mend a sentence without
Python. A file is read when the first finding of its package is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast

from lexkz.findings.model import Finding, FindingPlace, Message, Severity

PACKAGES = ("read", "structure", "amend", "consolidate", "check", "draft", "agree", "akn", "publish", "workspace")
"""First part of each code, in the order of the work; ``catalogue/`` has a file for each."""
_NOWHERE = FindingPlace()
_LONGEST = 160
"""Characters of the source's words that a sentence shows; a point can be pages long."""
_MARKS = " .:;"
_LANGS = ("kaz", "rus", "eng")


@dataclass(frozen=True, slots=True)
class Example:
    """What raises a finding; made up."""

    form: Literal["kaz", "rus", "eng", "file"]
    """Language of the words; ``file``: they are a piece of a file."""
    text: str


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One sentence of the catalogue, and what belongs to it."""

    code: str
    """The finding's code, package first."""
    case: str
    """Tells the sentences of one code apart; ``""`` where it has one only."""
    severity: Severity
    """The usual one; few places of the code give another."""
    message: Message
    """The sentences; what changes from case to case stands as ``{name}``."""
    advice: Message
    """What a person can do about it."""
    example: Example


def finding(
    code: str,
    place: FindingPlace = _NOWHERE,
    *,
    case: str = "",
    severity: Severity | None = None,
    text: str | None = None,
    command: str | None = None,
    candidates: tuple[str, ...] = (),
    **blanks: str | int | Message,
) -> Finding:
    """Return the finding ``code`` with the catalogue's sentence, its ``{blanks}`` filled.

    ``case`` tells the sentences of one code apart. A blank is filled with a text, or with what is said in each
    language. Raises KeyError for a code that the catalogue does not have and for a blank that is not given.
    """
    said = _own(code.partition(".")[0])[code, case]
    message = Message(*(_filled(said, lang, blanks) for lang in _LANGS))
    return Finding(code, severity or said["severity"], message, place, text, command, candidates)


def quoting(
    code: str,
    words: str,
    place: FindingPlace = _NOWHERE,
    *,
    command: str | None = None,
    candidates: tuple[str, ...] = (),
) -> Finding:
    """Return the finding ``code`` about the source's own ``words``, which its sentence shows (cut where long)."""
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}…"
    return finding(code, place, text=words, command=command, candidates=candidates, words=shown)


def usual_severity(code: str, case: str = "") -> Severity:
    """Return the severity that the catalogue gives ``code``."""
    return cast("Severity", _own(code.partition(".")[0])[code, case]["severity"])


def retold(package: str) -> Mapping[str, tuple[str, Severity]]:
    """Return what ``package`` tells again under codes of its own: the other's code to its code and severity."""
    told = _own(package).values()
    return {old: (entry["code"], entry["severity"]) for entry in told for old in entry.get("of", ())}


def catalogue() -> tuple[CatalogueEntry, ...]:
    """Return all entries, package by package; codes that tell another's finding again, with its sentence."""
    return tuple(entry for package in PACKAGES for code in _codes(package) for entry in entries(code))


def entries(code: str) -> tuple[CatalogueEntry, ...]:
    """Return the entries of ``code``, one a sentence. Raises KeyError where the catalogue does not have it."""
    package = code.partition(".")[0]
    if package not in PACKAGES:
        raise KeyError(code)
    mine = [entry for (known, _), entry in _own(package).items() if known == code]
    if not mine:
        raise KeyError(code)
    return tuple(dict.fromkeys(entry for said in mine for entry in _resolved(said)))


def _resolved(said: Mapping[str, Any]) -> tuple[CatalogueEntry, ...]:
    """Return an entry, or, where it has no sentence, those of the codes that it tells again."""
    if "kaz" in said:
        return (_entry(said, said),)
    others = (other for old in said["of"] for other in _own(old.partition(".")[0]).values() if other["code"] == old)
    return tuple(
        _entry(said, {**other, **{key: said[key] for key in ("advice", "example") if key in said}}) for other in others
    )


def _entry(said: Mapping[str, Any], told: Mapping[str, Any]) -> CatalogueEntry:
    """Return an entry; ValueError says what it lacks. ``told`` has the sentence: ``said``, or what that tells again."""
    advice, example = told.get("advice", {}), told.get("example", {})
    lacking = [lang for lang in _LANGS if lang not in told] + [
        f"advice.{lang}" for lang in _LANGS if lang not in advice
    ]
    if lacking or len(example) != 1:
        raise ValueError(f"{said['code']} in the catalogue lacks {', '.join(lacking) or 'one example'}")
    ((form, text),) = example.items()
    message, what_to_do = (Message(each["kaz"], each["rus"], each["eng"]) for each in (told, advice))
    return CatalogueEntry(
        said["code"], told.get("case", ""), said["severity"], message, what_to_do, Example(form, text)
    )


@cache
def _own(package: str) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Return what the file of ``package`` says, by code and case."""
    # Most runs find nothing: only the first finding waits for the reader of TOML.
    import tomllib

    path = files("lexkz.findings").joinpath("catalogue", f"{package}.toml")
    said = tomllib.loads(path.read_text(encoding="utf-8"))["finding"]
    return {(entry["code"], entry.get("case", "")): entry for entry in said}


def _codes(package: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for code, _ in _own(package)))


def _filled(said: Mapping[str, Any], lang: str, blanks: Mapping[str, str | int | Message]) -> str:
    """Return a sentence, with one full stop where it ends with words that have a mark of their own."""
    template: str = said[lang]
    values = {
        name: str(getattr(value, lang)) if isinstance(value, Message) else str(value) for name, value in blanks.items()
    }
    for name in values:
        if template.endswith(f"{{{name}}}."):
            values[name] = values[name].rstrip(_MARKS)
    return template.format_map(values)
