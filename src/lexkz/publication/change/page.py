"""The page of a change as HTML fragments: what stands on top, the filter, the commands by the document they change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lexkz.findings import Finding
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.languages.notes import official_date
from lexkz.publication.change.entry import Links, entry_html
from lexkz.publication.change.marks import Say, marks, text
from lexkz.publication.change.model import Change, Named
from lexkz.publication.change.rows import Rows
from lexkz.publication.change.wording import ACTIONS, OUTCOMES, TYPES

__all__ = ["Links", "Part", "lead", "parts", "toolbar", "unread_note"]


@dataclass(frozen=True, slots=True)
class Part:
    """The commands about one document, in the order of the amending act."""

    id: str
    """``document-1`` and on."""
    title: str
    """Name of the document, in the language of the act."""
    html: str


def lead(change: Change, links: Links, say: Say) -> str:
    """Return what stands on top: the two acts, entry into force, outcomes, proofs, downloads, and the filter."""
    facts = [
        ("lxc-act", say("Amending act"), _act(change.amending, links.order, change)),
        ("lxc-act", say("Changed act"), f"{_act(change.base, links.before, change)}{_after(links, say)}"),
        ("", say("In force from"), _in_force(change, say)),
        ("", say("Commands"), _counts(change, say)),
        ("", say("Proofs"), _proofs(change, say)),
    ]
    if links.downloads:
        files = (f'<a href="{text(address)}" download>{text(name)}</a>' for name, address in links.downloads)
        facts.append(("", say("Download"), _chips(files, "lxc-files")))
    listed = "".join(f"<div{_kind(kind)}><dt>{text(name)}</dt><dd>{html}</dd></div>" for kind, name, html in facts)
    notes = []
    if change.outline:
        said = say("The full text of the act is not at hand ({act}): only what amending acts say of it is known.")
        notes.append(said.format(act=change.base.name))
    if change.others:
        notes.append(say("The text after also holds the changes of other acts."))
    stated = "".join(f'<p class="lxc-state">{text(note)}</p>' for note in notes)
    stated += unread_note(change.unread, change.lang, say)
    return f'<div class="lxc-page"{marks(say)}>{stated}<dl class="lxc-facts">{listed}</dl>{_filter(change, say)}</div>'


def unread_note(unread: Sequence[Finding], lang: Lang, say: Say) -> str:
    """Return what is said of sentences of an act in ``lang`` that were not understood; nothing where there are none."""
    if not unread:
        return ""
    head = text(say("Sentences that were not understood, so that what they order is missing: {count}"))
    code = words_of(lang).layout.code
    items = "".join(f'<li lang="{code}">{text(one.text or one.message.eng)}</li>' for one in unread)
    return (
        f'<div class="lxc-state lxc-missing" role="note"><p>{head.format(count=len(unread))}</p><ul>{items}</ul></div>'
    )


def _kind(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _chips(items: Iterable[str], kind: str = "") -> str:
    """A list of short things in one line, as many lines as it takes."""
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="lxc-chips{f" {kind}" if kind else ""}">{listed}</ul>'


def parts(change: Change, links: Links, say: Say, interface: str = "eng") -> Iterator[Part]:
    """Give the commands, document by document; ``interface``: the language of findings (``kaz``, ``rus``, ``eng``)."""
    rows = Rows(say, change.lang)
    by_document = groupby(change.entries, key=lambda entry: entry.instrument)
    for number, (instrument, entries) in enumerate(by_document, start=1):
        inner = "".join(entry_html(entry, change, rows, links, say, interface) for entry in entries)
        title = instrument or say("The act itself")
        yield Part(f"document-{number}", title, f'<div class="lxc-changes"{marks(say)}>\n{inner}</div>\n')


def toolbar(selects: str, say: Say, count: int) -> str:
    """Return the filter around ``selects``; it is hidden until the script shows it, since without it nothing is."""
    shown = text(say("Shown: {shown} of {count}"))
    keys = text(say("J next change, K previous, Enter folds open, I one column"))
    return (
        f'<form class="lxc-filter" hidden aria-label="{text(say("Filter"))}" data-shown="{shown}">{selects}'
        f'<div class="lxc-bar"><label class="lxc-check"><input type="checkbox" name="inline"> '
        f"{text(say('One column'))}</label>"
        f'<label class="lxc-check"><input type="checkbox" name="keys" checked> {text(say("Keys"))}</label>'
        f'<span class="lxc-keys">{keys}</span><span class="lxc-shown" role="status">'
        f"{text(say('Shown: {shown} of {count}').format(shown=count, count=count))}</span></div></form>"
    )


def select(name: str, label: str, options: Iterable[tuple[str, str]], say: Say, lang: str = "") -> str:
    """Return a labelled choice of values; nothing where there is nothing to choose."""
    listed = tuple(options)
    if len(listed) < 2:
        return ""
    code = f' lang="{lang}"' if lang else ""
    inner = "".join(f'<option value="{text(value)}"{code}>{text(said)}</option>' for value, said in listed)
    every = f'<option value="*">{text(say("all"))}</option>'
    return f'<label>{text(label)} <select name="{name}">{every}{inner}</select></label>'


def _filter(change: Change, say: Say) -> str:
    code = words_of(change.lang).layout.code
    entries = change.entries
    instruments = dict.fromkeys(entry.instrument for entry in entries)
    actions = dict.fromkeys(entry.action for entry in entries)
    outcomes = dict.fromkeys(entry.outcome for entry in entries)
    types = [kind for kind in TYPES if any(kind in entry.types for entry in entries)]
    selects = (
        select("instrument", say("Document"), ((one, one or say("The act itself")) for one in instruments), say, code),
        select("action", say("Action"), ((one, say(ACTIONS[one])) for one in actions), say),
        select("outcome", say("Outcome"), ((one, say(OUTCOMES[one])) for one in outcomes), say),
        select("types", say("Kind of change"), ((one, say(TYPES[one])) for one in types), say),
        f'<label>{text(say("Unit or words"))} <input type="search" name="text" lang="{code}"></label>',
    )
    return toolbar("".join(selects), say, len(entries))


def _act(act: Named, page: str | None, change: Change) -> str:
    code = words_of(change.lang).layout.code
    short = text(act.name)
    named = f'<a href="{text(page)}">{short}</a>' if page else short
    day = f" · {_day(act.date)}" if act.date else ""
    title = f'<span class="lxc-title">{text(act.title)}</span>' if act.title and act.title != act.name else ""
    return f'<span lang="{code}"><b>{named}</b>{day}{title}</span>'


def _after(links: Links, say: Say) -> str:
    pages = ((say("Text before"), links.before), (say("Text after"), links.after))
    found = [f'<a href="{text(page)}">{text(said)}</a>' for said, page in pages if page]
    return f'<span class="lxc-where">{" · ".join(found)}</span>' if found else ""


def _in_force(change: Change, say: Say) -> str:
    day, rule, published = change.in_force.from_, change.in_force.rule, change.in_force.published
    known = f"<b>{_day(day.isoformat())}</b>" if day is not None else text(say("not known"))
    code = words_of(change.lang).layout.code
    clause = f'<span class="lxc-where" lang="{code}">{text(rule)}</span>' if rule else ""
    first = f"{text(say('Official publication'))}: {_day(published.isoformat())}" if published is not None else ""
    return known + clause + (f'<span class="lxc-where">{first}</span>' if first else "")


def _day(iso: str) -> str:
    return f'<time datetime="{text(iso)}">{text(official_date(iso) or iso)}</time>'


def _counts(change: Change, say: Say) -> str:
    counts = Counter(entry.outcome for entry in change.entries)
    chips = (
        f'<span class="lxc-{outcome}"><span class="lxc-outcome">{text(say(OUTCOMES[outcome]))}: {count}</span></span>'
        for outcome, count in counts.items()
    )
    return f"<b>{len(change.entries)}</b>{_chips(chips)}"


def _proofs(change: Change, say: Say) -> str:
    proofs = change.proofs
    told = (
        ("nothing else changed", proofs.untouched),
        ("each command once", proofs.once),
        ("can be replayed", proofs.replay),
        ("the text adds up", proofs.text_balance),
        ("the text is as said", proofs.content),
    )
    return _chips(
        f'<span class="lxc-{"holds" if holds else "fails"}">{"✓" if holds else "✗"} {text(say(said))}'
        + ("" if holds else f" ({text(say('fails'))})")
        + "</span>"
        for said, holds in told
    )
