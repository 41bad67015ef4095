"""What a page says to machines: a sentence for previews, schema.org ``Legislation``, its addresses, its feeds.

Addresses within the data of a page are names of pages and files until the page is written, since only then it is known
where the site stands (``html_baseurl``).
"""

import json
import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lexkz.consolidation.standing import standing as open_of
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.workspace.site import documents
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.latest import LatestChange
from lexkz.workspace.site.library import Library, Text
from lexkz.workspace.site.marks import short_name
from lexkz.workspace.site.names import CHANGES, change_feed, current_address, file_link
from lexkz.workspace.site.standing import standing
from lexkz.workspace.site.steps import ExpressionStep, steps
from lexkz.workspace.site.wording import counted_as, period_of
from lexkz.workspace.site.words import _, interface

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_PAGE = "page:"
_SCHEMA = "https://schema.org/"
_LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_US"}


def in_short(text: Text, texts: Library) -> str:
    """Return in a sentence or two how a text stands: what a preview of its page shows."""
    said = [part for part in (short_name(text), official_date(text.known.date)) if part]
    state = standing(text.act)
    told = [" · ".join(said) + "."]
    if state.lost:
        told.append(_("This act has lost force."))
    elif state.suspended:
        told.append(_("This act is suspended."))
    elif (texts.in_force(text.id, text.lang) or text) is not text:
        told.append(period_of(text, texts))
    elif text.first_day:
        told.append(_("Text in force from {day}.").format(day=official_date(text.first_day)))
    if state.outline:
        told.append(_("Outline."))
    if not open_of(text.act.root).whole or texts.elsewhere(text):
        told.append(_("Not full: changes are missing."))
    told.append(_("Not an official publication."))
    return " ".join(told)


def change_in_short(step: ExpressionStep) -> str:
    """Return in a line what a step changed: its day, and how much."""
    day = official_date(step.after.first_day) or _("day not known")
    counts = [counted_as(kind).format(count=count) for kind, count in LatestChange(step, ()).counts.items()]
    return " · ".join((day, *counts))


def legislation(text: Text, texts: Library) -> str:
    """Return a text as schema.org ``Legislation``, in JSON; what is not known is left out."""
    known, code = text.known, words_of(text.lang).layout.code
    made = [texts.find(work, text.lang) for work in known.by]
    consolidates = [texts.of(text.id, text.lang)[0], *(texts.of(one.id, one.lang)[0] for one in made if one)]
    changes = dict.fromkeys(step.after.id for step in steps(text, texts)) if text.reading is not None else {}
    passed = known.author_name or known.author
    found: dict[str, Any] = {
        "@context": _SCHEMA,
        "@type": "Legislation",
        "@id": _PAGE + text.page,
        "url": _PAGE + text.page,
        "name": known.title,
        "alternateName": words_of(text.lang).notes.short(known.type, known.number) if known.number else None,
        "inLanguage": code,
        "legislationIdentifier": known.work or text.id,
        "legislationType": known.type,
        "legislationDate": known.date,
        "legislationPassedBy": {"@type": "Organization", "name": passed} if passed else None,
        "legislationDateVersion": text.first_day or text.date,
        "legislationLegalForce": _force(text, texts),
        "legislationConsolidates": [_PAGE + one.page for one in consolidates if one is not text],
        "legislationChanges": [_PAGE + current_address(act_id, text.lang) for act_id in changes],
        "exampleOfWork": {"@type": "Legislation", "@id": _PAGE + current_address(text.id)},
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": "application/akn+xml",
            "contentUrl": f"{_PAGE}{text.page}.xml",
            "legislationLegalValue": _SCHEMA + "UnofficialLegalValue",
        },
    }
    return json.dumps({name: value for name, value in found.items() if value}, ensure_ascii=False)


def _force(text: Text, texts: Library) -> str | None:
    """Whether the text is in force; None while the day on which it came into force is not known."""
    state = standing(text.act)
    if state.lost or state.suspended or texts.in_force(text.id, text.lang) is not text:
        return _SCHEMA + "NotInForce"
    if text.first_day is None:
        return None
    return _SCHEMA + ("PartiallyInForce" if state.states else "InForce")


def add_data(
    app: "Sphinx", pagename: str, _templatename: str, context: dict[str, Any], _doctree: "nodes.document | None"
) -> None:
    """Put into the head of a page what it says to machines."""
    page = documents.kept(app.config).get(pagename)
    base = str(app.config.html_baseurl or "")
    feeds = [(_("Changes"), file_link(pagename, change_feed()))]
    if CHANGES not in documents.kept(app.config):
        feeds = []
    if page is not None and page.feed:
        feeds.insert(0, (page.title, file_link(pagename, page.feed)))
    parts = pagename.split("/")
    told = {
        "title": (page.head or page.title) if page is not None else str(context.get("title") or ""),
        "site": str(app.config.html_title or app.config.project),
        "said": page.said if page is not None else "",
        "locale": _LOCALES.get(interface(), interface()),
        "address": posixpath.join(base, quote(f"{pagename}.html")) if base else "",
    }
    data = _resolved(json.loads(page.data), pagename, base) if page is not None and page.data else None
    written = _script(data) if data is not None else ""
    # Templates of themes take it as HTML that is plain text to Python.
    if len(parts) > 1 or pagename == app.config.root_doc:
        context["metatags"] = context.get("metatags", "") + str(SITE.pieces("machine").head(told, feeds, written))


def _resolved(value: Any, here: str, base: str) -> Any:
    if isinstance(value, dict):
        return {name: _resolved(one, here, base) for name, one in value.items()}
    if isinstance(value, list):
        return [_resolved(one, here, base) for one in value]
    if isinstance(value, str) and value.startswith(_PAGE):
        name = value.removeprefix(_PAGE)
        name = name if name.endswith(".xml") else f"{name}.html"
        return posixpath.join(base, quote(name)) if base else file_link(here, name)
    return value


def _script(data: Any) -> Markup:
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # What could end the element, or be markup in it, is written by its number.
    return Markup("".join(_numbered(said)))


def _numbered(said: str) -> Iterator[str]:
    for char in said:
        yield f"\\u{ord(char):04x}" if char in "<>&\u2028\u2029" else char
