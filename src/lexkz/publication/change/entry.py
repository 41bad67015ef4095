"""One command as HTML: its own words, the units before and after, what became of it and why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.publication.change.marks import Say, text
from lexkz.publication.change.model import Change, Entry
from lexkz.publication.change.rows import Rows, short, table
from lexkz.publication.change.wording import ACTIONS, OUTCOMES, TYPES

_BRIEF = 700
"""Letters up to which a command is brief."""
_SHOWN = 4
"""So many paragraphs of a new text stand in the command's column; the others are folded."""


@dataclass(frozen=True, slots=True)
class Links:
    """Where a page leads. Each is the address of a page, without a fragment; None where there is none."""

    order: str | None = None
    """The amending act."""
    before: str | None = None
    """The base act before the change."""
    after: str | None = None
    """The consolidated text."""
    downloads: tuple[tuple[str, str], ...] = ()
    """Names and addresses of files: report, commands, redline."""
    source: Callable[[int], str | None] | None = None
    """From a page of the order to the address of that page of its facsimile, if there is one."""


def entry_html(entry: Entry, change: Change, rows: Rows, links: Links, say: Say, interface: Lang | str) -> str:
    """Return one command as an ``article`` with its id; all text of acts is escaped and carries its language."""
    name = text(entry.id)
    head = f"{name}-name"
    types = " ".join(entry.types)
    data = f'data-action="{entry.action}" data-outcome="{entry.outcome}" data-types="{types}"'
    return (
        f'<article class="lxc-change lxc-{entry.outcome}" id="{name}" tabindex="-1" aria-labelledby="{head}" {data} '
        f'style="contain-intrinsic-size:auto {_height(entry)}rem" '
        f'data-instrument="{text(entry.instrument)}">'
        f"{_head(entry, change, say, head)}"
        f'<div class="lxc-columns">{_command(entry, change, links, say)}'
        f'<div class="lxc-texts">{_texts(entry, change, rows, links, say)}</div></div>'
        f"{_why(entry, say, interface)}</article>\n"
    )


def _height(entry: Entry) -> int:
    """About how high it is on a wide screen, in rem, so that a page whose changes are not drawn yet scrolls truly."""
    said = sum(1 + len(part) // 40 for part in (entry.instruction, *entry.content[:_SHOWN]))
    sides = sum(1 + max(len(line.old or ""), len(line.new or "")) // 42 for line in entry.lines if line.types)
    return 9 + int(1.6 * max(said, sides)) + 3 * len(entry.findings)


def badges(types: Sequence[str], say: Say) -> str:
    """Return the kinds of a change as a list of small words; nothing where there are none."""
    known = {str(kind): said for kind, said in TYPES.items()}
    return "".join(f'<span class="lxc-badge lxc-type">{text(say(known[kind]))}</span>' for kind in types)


def _head(entry: Entry, change: Change, say: Say, head: str) -> str:
    code = words_of(change.lang).layout.code
    title = entry.unit or entry.instrument or change.base.name
    told = text(say(OUTCOMES[entry.outcome]))
    if entry.outcome == "not_yet" and entry.day is not None:
        told += f" · {text(official_date(entry.day) or entry.day)}"
    outcome = f'<span class="lxc-badge lxc-outcome">{told}</span>'
    action = f'<span class="lxc-badge">{text(say(ACTIONS[entry.action]))}</span>'
    if entry.action == "none" and entry.outcome in ("applied", "ruled"):
        outcome = ""
    link = text(say("Link to this change"))
    return (
        f'<header><h3 id="{head}"><span lang="{code}">{text(title)}</span> '
        f'<a class="lxc-link" href="#{text(entry.id)}" aria-label="{link}">¶</a></h3>'
        f'<p class="lxc-badges">{outcome}{action}{badges(entry.types, say)}</p></header>'
    )


def _command(entry: Entry, change: Change, links: Links, say: Say) -> str:
    code = words_of(change.lang).layout.code
    parts = [f"<p>{text(entry.instruction)}</p>"]
    if entry.content:
        shown = _quoted(entry.content[:_SHOWN], say)
        rest = entry.content[_SHOWN:]
        if rest:
            more = text(say("More paragraphs: {count}").format(count=len(rest)))
            shown += f"<details><summary>{more}</summary>{_quoted(rest, say)}</details>"
        parts.append(f"<blockquote>{shown}</blockquote>")
    where = [_anchor(links.order, entry.source, change.amending.short, code)]
    if entry.page is not None:
        page = text(say("page {page}").format(page=entry.page))
        address = links.source(entry.page) if links.source is not None else None
        where.append(f'<a href="{text(address)}">{page}</a>' if address else f"<span>{page}</span>")
    for number, eid in entry.annexes:
        said = say("annex {number}").format(number=number)
        where.append(_anchor(links.order if eid else None, eid or "", said, None))
    return (
        f'<section class="lxc-command{_brief(entry)}"><h4>{text(say("Command"))}</h4>'
        f'<div lang="{code}">{"".join(parts)}</div>'
        f'<p class="lxc-where">{" · ".join(where)}</p></section>'
    )


def _brief(entry: Entry) -> str:
    """A command of few words stays in sight while the text that it gave goes by."""
    return " lxc-brief" if len(entry.instruction) + sum(map(len, entry.content)) < _BRIEF else ""


def _quoted(content: Sequence[str], say: Say) -> str:
    """The new text as the command has it; rows, whose cells are parted by tabs, as a table."""
    made = []
    for rows, group in groupby(content, key=lambda said: "\t" in said):
        if rows:
            cells = ("".join(f"<td{short(cell)}>{text(cell)}</td>" for cell in said.split("\t")) for said in group)
            made.append(table("".join(f"<tr>{row}</tr>" for row in cells), say))
        else:
            made.extend(f"<p>{text(said)}</p>" for said in group)
    return "".join(made)


def _anchor(page: str | None, eid: str, said: str, code: str | None) -> str:
    lang = f' lang="{code}"' if code else ""
    if page is None:
        return f"<span{lang}>{text(said)}</span>"
    fragment = f"#{text(eid)}" if eid else ""
    return f'<a{lang} href="{text(page)}{fragment}">{text(said)}</a>'


def _texts(entry: Entry, change: Change, rows: Rows, links: Links, say: Say) -> str:
    if not entry.lines:
        return ""
    heads = (
        f'<div class="lxc-row lxc-heads"><h4 class="lxc-before">{text(say("Before"))}</h4>'
        f'<h4 class="lxc-after">{text(say("After"))}</h4></div>'
    )
    if entry.unknown:
        why = say("The text of this act is not in the corpus: {act}.").format(act=change.base.name)
        body = rows.unknown(entry.lines, why)
    else:
        body = rows.compared(entry.lines)
    end = ""
    if links.after is not None:
        home = next((line.home for line in entry.lines if line.new is not None and line.home), "")
        address = f"{text(links.after)}#{text(home)}" if home else text(links.after)
        end = f'<p class="lxc-where"><a href="{address}">{text(say("In the text after"))}</a></p>'
    return f"{heads}{body}{rows.around(entry.around)}{end}"


def _why(entry: Entry, say: Say, interface: Lang | str) -> str:
    parts = "".join(_finding(one, say, interface) for one in entry.findings)
    listed = f'<ul class="lxc-findings">{parts}</ul>' if parts else ""
    heading = f"<h4>{text(say('Why'))}</h4>" if listed and entry.outcome == "refused" else ""
    note = (
        f'<p class="lxc-note">{text(entry.note)}</p>'
        if entry.note and entry.action != "none" and entry.outcome != "not_yet"
        else ""
    )
    also = ""
    if entry.also:
        links = ", ".join(f'<a href="#{text(other)}">{text(other.removeprefix("cmd_"))}</a>' for other in entry.also)
        also = f'<p class="lxc-note">{text(say("These units were also changed by"))}: {links}</p>'
    found = f"{heading}{listed}{note}{also}"
    return f'<div class="lxc-why">{found}</div>' if found else ""


def _finding(found: Finding, say: Say, interface: Lang | str) -> str:
    message = {"kaz": found.message.kaz, "rus": found.message.rus}.get(interface, found.message.eng)
    meant = ""
    if found.candidates:
        items = ", ".join(
            f"<code>{text(eid)}</code>" if words == eid else text(words)
            for eid, words in zip(found.candidates, found.meant or found.candidates, strict=False)
        )
        meant = f" {text(say('Could be meant'))}: {items}."
    return f'<li class="lxc-{found.severity}">{text(message)}{meant} <code>{text(found.code)}</code></li>'
