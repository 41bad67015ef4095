"""What public corpora say of an act beside its text, in YAML: the front matter of a Markdown file, or ``meta.yaml``.

It comes from strangers: only plain values are read, and no aliases, of which a few lines can make gigabytes.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import fields

from lexkz.reading.blocks import Lang
from lexkz.reading.card import WORDED, Card

MOST_LETTERS = 256 * 1024
"""Letters of such a text; beyond them it is no card of an act."""
_KEYS = {
    "title": ("title", "name"),
    "number": ("number", "act_number", "doc_number"),
    "date": ("date", "act_date", "adopted", "adoption_date", "signed"),
    "type": ("act_type", "kind"),
    "registration_number": ("registration_number", "reg_number"),
    "registration_date": ("registration_date", "reg_date"),
    "id": ("id", "ngr", "code"),
}
"""What public corpora call the facts of a card; the first that is there counts."""
LANGUAGE_NAMES: Mapping[str, Lang] = {"kaz": "kaz", "kk": "kaz", "kz": "kaz", "rus": "rus", "ru": "rus"}
"""How files and keys name the languages."""
_PLAIN = (str, int, float, datetime.date)
"""Values that are words; a list or a table is none."""


class NoYamlError(ValueError):
    """The text is no YAML, or more than plain keys and values."""

    def __init__(self, line: int) -> None:
        super().__init__("no YAML")
        self.line = line
        """Counted from 1."""


def loaded(text: str) -> object:
    """Return what a YAML text says, as plain values. Raises NoYamlError for what is none, has aliases, or
    is too long or nested too deeply."""
    import yaml

    if len(text) > MOST_LETTERS:
        raise NoYamlError(1)
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken):
                raise NoYamlError(token.start_mark.line + 1)
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise NoYamlError(getattr(getattr(error, "problem_mark", None), "line", 0) + 1) from None
    except (RecursionError, ValueError) as error:
        raise error if isinstance(error, NoYamlError) else NoYamlError(1) from None


def card_of(said: Mapping[object, object]) -> Card:
    """Return a card of the keys and values that a public corpus gives an act; what is not known is left out."""
    own = {str(key).lower(): value for key, value in said.items()}
    found: dict[str, object] = {}
    for key, names in _KEYS.items():
        value = next((own[name] for name in names if isinstance(own.get(name), _PLAIN) and own[name] != ""), None)
        if value is not None:
            found[key] = _day(value) if key.endswith("date") else str(value)
    lang = LANGUAGE_NAMES.get(str(own.get("lang", own.get("language", "")))[:10].lower())
    known = {field.name for field in fields(Card)}
    values = {key: value for key, value in found.items() if key in known and value is not None}
    return Card(**values, lang=lang, worded=_worded(own))  # type: ignore[arg-type]  # keys and types are set above


def _worded(own: Mapping[str, object]) -> dict[Lang, dict[str, str]]:
    """What is said in each language: ``title: {kaz: …, rus: …}``, ``title_kk: …``."""
    made: dict[Lang, dict[str, str]] = {}
    for key in WORDED:
        for name in _KEYS.get(key, (key,)):
            value = own.get(name)
            table = {str(lang).lower(): words for lang, words in value.items()} if isinstance(value, dict) else {}
            for code, lang in LANGUAGE_NAMES.items():
                words = table.get(code, own.get(f"{name}_{code}"))
                if isinstance(words, str) and words.strip():
                    made.setdefault(lang, {}).setdefault(key, words)
    return made


def _day(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", str(value).strip())
    try:
        if match:
            return datetime.date(int(match[3]), int(match[2]), int(match[1]))
        return datetime.date.fromisoformat(str(value).strip())
    except ValueError:
        return None
