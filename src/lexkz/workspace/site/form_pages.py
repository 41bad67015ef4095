"""The pages of forms: the fields of the newest text of a form, its wording with its blanks, its files."""

from collections.abc import Iterator

from lexkz.annex import forms
from lexkz.annex.form_model import Blank, Field, Form, Line, Sheet, SheetCell
from lexkz.languages.language import words_of
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site import downloads
from lexkz.workspace.site.act_head import version_name
from lexkz.workspace.site.html import escape, item, listed
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
                yield from (_page(form, place, text) for place, form in enumerate(forms(text.act), start=1))


def _page(form: Form, place: int, text: Text) -> Page:
    here = form_page(text.id, text.lang, form.id)
    code = words_of(text.lang).layout.code
    names = {part.blank: field for field in form.fields for part in field.parts}
    wording = "\n".join(_line(one, names) if isinstance(one, Line) else _sheet(one, names) for one in form.blocks)
    return Page(
        name=here,
        title=form.title or _("Form") + f" {place}",
        lang=text.lang if form.title else None,
        lead=_head(here, form, text),
        sections=(
            Section("fields", str(_("Fields")), _fields(form, code)),
            Section("wording", str(_("Wording")), f'<div class="lx-paper" lang="{code}">{wording}</div>'),
        ),
    )


def _head(here: str, form: Form, text: Text) -> str:
    place = link(here, text.page, form.id if form.id in eids(text) else "")
    words = _("in the text of the act")
    act = f'<a href="{escape(place)}">{escape(words)}</a>'
    version = f"{escape(short_name(text))} · {escape(version_name(text))}"
    files = (
        item(one.label, file_link(here, one.path), attributes=f' type="{escape(one.media)}" download')
        for one in downloads.of_form(text, form)
    )
    count = _("fields") + f": {len(form.fields)}"
    choices = listed(_("Download"), files, "lx-files")
    return f'<p class="lx-kicker">{version} · {act} · {escape(count)}</p><div class="lx-choices">{choices}</div>'


def _fields(form: Form, code: str) -> str:
    if not form.fields:
        return "<p>" + escape(_("The form has no blanks.")) + "</p>"
    heads = (_("Label"), _("Name"), _("Kind"), _("Required"), _("Where it stands"))
    head = "".join(f'<th scope="col">{escape(words)}</th>' for words in heads)
    rows = "".join(_row(field, code) for field in form.fields)
    name = escape(_("Fields"))
    return (
        f'<div class="lx-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="lx-table lx-fields"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(field: Field, code: str) -> str:
    kinds = {
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
    columns = ""
    if field.columns:
        each = "".join(f"<li><code>{escape(one.key)}</code> {escape(one.label)}</li>" for one in field.columns)
        columns = f'<ul lang="{code}">{each}</ul>'
    if field.values:
        columns += f'<ul lang="{code}">{"".join(f"<li>{escape(one)}</li>" for one in field.values)}</ul>'
    pattern = f"<br><code>{escape(field.pattern)}</code>" if field.pattern else ""
    context = "<br>".join(escape(part) for part in (*field.section, *field.context.split("\n")))
    required = _("yes") if field.required else _("no")
    return (
        f'<tr id="field-{escape(field.name)}"><th scope="row" lang="{code}">{escape(field.label)}</th>'
        f"<td><code>{escape(field.name)}</code></td>"
        f"<td>{escape(kinds.get(field.kind, field.kind))}{pattern}{columns}</td>"
        f'<td>{escape(required)}</td><td class="lx-context" lang="{code}">{context}</td></tr>'
    )


def _line(line: Line, names: dict[str, Field]) -> str:
    pieces = "".join(_piece(piece, names) if isinstance(piece, Blank) else escape(piece.text) for piece in line.pieces)
    return f'<p class="lx-f-{line.style}">{pieces}</p>'


def _piece(blank: Blank, names: dict[str, Field]) -> str:
    field = names.get(blank.id)
    text = escape(blank.text)
    if field is None:
        return f'<span class="lx-fill">{text}</span>'
    return f'<a class="lx-fill" href="#field-{escape(field.name)}" title="{escape(field.label)}">{text or "…"}</a>'


def _sheet(sheet: Sheet, names: dict[str, Field]) -> str:
    rows = "".join(f"<tr>{''.join(_cell(cell, names) for cell in row)}</tr>" for row in sheet.rows)
    name = escape(_("Table of the form"))
    return (
        f'<div class="lx-scroll" role="region" tabindex="0" aria-label="{name}">'
        f'<table class="lx-table"><tbody>{rows}</tbody></table></div>'
    )


def _cell(cell: SheetCell, names: dict[str, Field]) -> str:
    tag = "th" if cell.header else "td"
    scope = (' scope="colgroup"' if cell.columns > 1 else ' scope="col"') if cell.header else ""
    counts = (("colspan", cell.columns), ("rowspan", cell.rows))
    spans = "".join(f' {name}="{count}"' for name, count in counts if count > 1)
    return f"<{tag}{scope}{spans}>{''.join(_line(line, names) for line in cell.lines)}</{tag}>"
