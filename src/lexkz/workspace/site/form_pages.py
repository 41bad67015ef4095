"""The pages of forms: the fields of the newest text of a form, its wording with its blanks, its files."""

from collections.abc import Iterator

from lexkz.annex.form_model import Form
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import downloads
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.marks import eids, short_name
from lexkz.workspace.site.names import file_link, form_page, link
from lexkz.workspace.site.page import Page, Section
from lexkz.workspace.site.words import _


def pages(workspace: Workspace) -> Iterator[Page]:
    """Give a page for each form of the newest text of each act, in each language."""
    texts = library(workspace)
    for act_id in texts.ids:
        for lang in ("kaz", "rus"):
            text = texts.newest(act_id, lang)
            if text is not None:
                yield from (_page(form, place, text) for place, form in enumerate(text.forms, start=1))


def _page(form: Form, number: int, text: Text) -> Page:
    here = form_page(text.id, text.lang, form.id)
    html = SITE.pieces("form")
    names = {part.blank: field for field in form.fields for part in field.parts}
    version = f"{short_name(text)} · {version_name(text)}"
    place = link(here, text.page, form.id if form.id in eids(text) else "")
    files = [(one, file_link(here, one.path)) for one in downloads.of_form(text, form)]
    return Page(
        name=here,
        title=form.title or _("Form") + f" {number}",
        lang=text.lang if form.title else None,
        lead=html.head(version, place, len(form.fields), files),
        sections=(
            Section("fields", str(_("Fields")), html.fields(form, _kinds(), text.lang)),
            Section("wording", str(_("Wording")), html.wording(form.blocks, names, text.lang)),
        ),
    )


def _kinds() -> dict[str, str]:
    """Return what kinds of fields are called."""
    return {
        "text": _("text"),
        "long_text": _("long text"),
        "person": _("person"),
        "date": _("date"),
        "signature": _("signature"),
        "organisation": _("organisation"),
        "number": _("number"),
        "table": _("rows of a table"),
        "choice": _("choice from a list"),
        "check": _("tick"),
    }
