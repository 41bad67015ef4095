"""How an amending act cites the base, held against the base at hand: what does not fit is said.

An identifier that contradicts (day, number, number in the register) leaves open which act is meant: each command waits.
A title or an author that differs does not, where the identifiers fit: acts are renamed, ministries even more often.
"""

import re
from collections.abc import Mapping, Sequence

from lexkz.akn.iris import number_segment
from lexkz.amendment.model import BaseAct, Command
from lexkz.consolidation.identify import Named, bare, is_unnamed
from lexkz.consolidation.messages import finding
from lexkz.findings import Finding
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.names import ends_alike, same_name, shortens
from lexkz.languages.stemming import stem


def citations(commands: Sequence[Command], act: Named) -> tuple[Mapping[str, Finding], tuple[Finding, ...]]:
    """Return by command id what forbids applying it because of its citation, and what is said once for all."""
    against: dict[str, Finding] = {}
    loose: dict[Finding, None] = {}
    for base in dict.fromkeys(command.base for command in commands if not is_unnamed(command.base)):
        own = [command for command in commands if command.base == base]
        wrong = _contradictions(base, act)
        other_body, other_title = _other_body(base, act), _other_title(base, act)
        if other_body and not _registered(base, act):
            # Two ministries do give the same number on the same day; the register's number is one act's alone.
            wrong = (*wrong, other_body, *((other_title,) if other_title else ()))
        if wrong:
            what = "; ".join(wrong)
            against |= {command.id: finding("citation_differs", what, command=command) for command in own}
            continue
        if other_title:
            loose[finding("citation_title", other_title)] = None
        if other_body:
            loose[finding("citation_author", other_body)] = None
    return against, tuple(loose)


def _contradictions(base: BaseAct, act: Named) -> tuple[str, ...]:
    """Each identifier that both know and that is not the same: «№ 17 ≠ № 7»."""
    identity = act.identity
    out = []
    if base.date and identity.date and base.date != identity.date:
        out.append(f"{base.date} ≠ {identity.date}")
    numbers = [number_segment(number) for number in (base.number, *base.joint) if number]
    if numbers and identity.number and number_segment(identity.number) not in numbers:
        out.append(f"№ {base.number} ≠ № {identity.number}")
    if base.registration and act.registration and base.registration != act.registration:
        out.append(f"№ {base.registration} ≠ № {act.registration}")
    return tuple(out)


def _registered(base: BaseAct, act: Named) -> bool:
    return base.registration is not None and base.registration == act.registration


def _other_title(base: BaseAct, act: Named) -> str:
    """The two titles where they are not the same but for writing, endings of words, and words left out."""
    if not base.title or not act.title or bare(base.title) == bare(act.title):
        return ""
    one, two = fold_spaces(base.title), fold_spaces(act.title)
    if same_name(one, two) or shortens(one, two) or ends_alike(one, two):
        return ""
    return f"«{base.title}» ≠ «{act.title}»"


def _other_body(base: BaseAct, act: Named) -> str:
    """The two bodies where they are not the same: by their slugs, or by the words of names that have none."""
    segments = (base.iri or "").split("/")
    cited = segments[5] if len(segments) == 8 else None
    own = act.identity.author
    if cited and own:
        return f"{cited} ≠ {own}" if cited != own else ""
    if base.author is None or act.body is None or base.joint or base.type in ("law", "code"):
        return ""
    # Bodies that no list knows, by the words of their names: one can say less of itself («Министра труда»).
    one, two = _own_words(base.author), _own_words(act.body)
    return f"«{base.author}» ≠ «{act.body}»" if one and two and not (one <= two or two <= one) else ""


def _own_words(body: str) -> frozenset[str]:
    """The words that tell one body from others of its kind, as stems: those of rank and of the state are left out."""
    found = (stem(word) for word in re.findall(r"[^\W\d_]{3,}", fold(body)))
    return frozenset(word for word in found if not word.startswith(_RANKS))


_RANKS = (
    "министр", "министерств", "республик", "казахстан", "обязанност", "исполняющ", "заместител", "перв", "председател",
    "государствен", "қазақстан", "республика", "міндет", "атқар", "орынбасар", "бірінш", "төраға", "мемлекет",
)  # fmt: skip
"""Beginnings of such words."""
