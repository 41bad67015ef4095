"""The units of texts as files that a browser can load without a server: for the search, and to compare two texts.

A script is loaded from a page that is opened as a file, too, where JSON is not; so each file calls a function with its
data. Nothing in them is markup.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lexkz.consolidation.naming import unit_name
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace import atomic
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.act_index import badge_of
from lexkz.workspace.site.history_pages import followed, units_of
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.wording import text_language
from lexkz.workspace.site.words import _

CATALOGUE_FILE = "lexkz-acts.js"
"""The acts, and the words of the search page, at the root of a site."""


def units_file(text: Text) -> str:
    """Return where the units of a text stand below the root of a site."""
    return f"{text.page}.units.js"


def write_units(workspace: Workspace, out: Path) -> None:
    """Write the units of all texts and the list of acts below ``out``."""
    texts = library(workspace)
    for act_id in texts.ids:
        for lang in LANGUAGES:
            for place, text in enumerate(texts.of(act_id, lang)):
                _write(out / units_file(text), "lexkzUnits", text.page, units_data(texts, text, place))
    _write(out / CATALOGUE_FILE, "lexkzActs", _search_words(), list(_acts(texts)))


def units_data(texts: Library, text: Text, place: int) -> list[list[str]]:
    """Return the units of a text: what each is known by in all texts of its act, its eId, its name, its words."""
    same = texts.of(text.id, text.lang)
    # Of one text, and of outlines, nothing is followed.
    keys = {} if len(same) < 2 or same[0].outline else followed(same).now[place]
    return [
        [keys[unit.eid].key if unit.eid in keys else unit.eid, unit.eid, unit_name(unit.element, text.lang), unit.text]
        for unit in units_of(text)
    ]


def _acts(texts: Library) -> Iterator[dict[str, Any]]:
    """The acts as they are in force, each in each of its languages."""
    for act_id in texts.ids:
        for lang in LANGUAGES:
            text = texts.in_force(act_id, lang)
            if text is None:
                continue
            known, kind = text.known, badge_of(text, texts)
            yield {
                "id": act_id,
                "page": text.page,
                "name": words_of(lang).notes.short(known.type, known.number) if known.number else short_name(text),
                "number": known.number or "",
                "register": known.registration_number or "",
                "day": official_date(known.date) or "",
                "title": known.title or "",
                "version": version_name(text),
                "lang": words_of(lang).layout.code,
                "language": text_language(lang),
                "state": list(kind),
            }


def _search_words() -> dict[str, str]:
    return {
        "acts": _("Acts"),
        "changes": _("Changes"),
        "annexes": _("Tables and forms"),
        "other": _("Guide and reference"),
        "more": _("{count} more places"),
        "rest": _("Show more acts: {count}"),
        "phrase": _("Words in quotation marks are looked for in texts of acts, in this order and in these forms."),
    }


def _write(path: Path, call: str, *data: Any) -> None:
    said = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in data)
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.write(path, f"{call}({said});\n".encode())
