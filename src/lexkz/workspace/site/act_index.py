"""The list of acts: each with how it stands and how much is open."""

from collections.abc import Iterator

from lexkz.consolidation.standing import standing as open_of
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.publication.act_json import identity
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.act_head import counted, findings_of, version_name
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.library import Library, Text, library
from lexkz.workspace.site.names import ACTS, change_page, link
from lexkz.workspace.site.page import Page
from lexkz.workspace.site.standing import standing
from lexkz.workspace.site.wording import text_language
from lexkz.workspace.site.words import _


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give the list of all acts of ``workspace``, each in each of its languages, latest text first linked."""
    texts = library(workspace)
    newest = [
        text for act_id in texts.ids for lang in ("kaz", "rus") if (text := texts.newest(act_id, lang)) is not None
    ]
    cards = Markup("\n").join(_card(text, texts) for text in newest)
    lead = SITE.pieces("act").cards(cards) if newest else SITE.pieces("parts").said(_("There are no acts yet."))
    yield Page(ACTS, str(_("Acts")), None, lead, children=tuple(text.page for text in newest))


def _card(text: Text, texts: Library) -> Markup:
    known = identity(text.act)
    said = [words_of(text.lang).notes.short(known.type, known.number)]
    said += [official_date(known.date) or ""] if known.date else []
    versions = len(texts.of(text.id, text.lang))
    facts = [_("Version") + f": {version_name(text)}" if text.date else "", text_language(text.lang)]
    facts += [_("versions") + f": {versions}"] if versions > 1 else []
    return Markup(
        SITE.pieces("act").card(
            title=known.title or text.id,
            name=" · ".join(part for part in said if part),
            lang=words_of(text.lang).layout.code,
            badge=_badge(text, texts),
            address=link(ACTS, text.page),
            facts=" · ".join(fact for fact in facts if fact),
            open=counted(findings_of(text, texts)),
            changes=link(ACTS, change_page(text.id, text.lang)) if text.reading is not None else "",
            count=len(text.reading.commands) if text.reading is not None else 0,
        )
    )


def _badge(text: Text, texts: Library) -> tuple[str, str]:
    state = standing(text.act)
    if state.lost:
        return "lost", _("lost force")
    if state.suspended:
        return "suspended", _("suspended")
    if state.outline:
        return "outline", _("outline")
    if text.reading is not None:
        return "amending", _("amending act")
    if not open_of(text.act.root).whole or texts.elsewhere(text):
        return "open", _("not full")
    return "full", _("full text")
