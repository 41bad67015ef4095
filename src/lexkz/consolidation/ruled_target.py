"""The unit that a ruling names: by its eId, or in words as an amending act would name it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from lexkz.akn.numbers import UnreadableRangeError
from lexkz.akn.text import paragraphs
from lexkz.amendment.context import Context
from lexkz.amendment.interpret import interpret
from lexkz.amendment.model import Address, Command
from lexkz.consolidation.messages import finding
from lexkz.consolidation.rulings import Ruling
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.resolve import near, resolve
from lexkz.consolidation.tree.target import Target
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.languages.commands import read_sentence

_REPEALED = {"kaz": "{} алып тасталсын", "rus": "{} исключить"}
"""A sentence that says nothing but where: by it an address in words is read as every other one."""
_WORDS = 60
_DOCUMENTS = ("instrument", "annex", "form")


def named_place(ruling: Ruling, command: Command, index: Index, lang: str) -> Address:
    """Return the unit that ``ruling`` names in words, within the document that ``command`` is about; () for an eId or
    for words that are no address. Whether there is such a unit is not asked."""
    address = _address(ruling.target, lang)
    own = _own_document(index, command, address)
    return (*own, *address)


def by_eid(ruling: Ruling, command: Command, index: Index, lang: str) -> Ruling | Finding:
    """Return ``ruling`` with its target as an eId, or a finding that names the units that could be meant."""
    if ruling.decision != "target" or (ruling.target.split() or [""])[0] in index:
        return ruling
    address = _address(ruling.target, lang)
    own = _own_document(index, command, address)
    found = _units(index, address, [own]) if address and own else ()
    if not found and address:
        found = _units(index, address, [(), *(one.address for one in _documents(index))])
        if own and found:
            # The document that the command is about has none; whether another's is meant, only the person knows.
            return _finding("ruling_target_missing", ruling, command, index, found)
    if len(found) == 1:
        return replace(ruling, target=found[0])
    close = found or (_close(index, address) if address else ())
    return _finding("ruling_target_several" if found else "ruling_target_missing", ruling, command, index, close)


def _finding(name: str, ruling: Ruling, command: Command, index: Index, candidates: tuple[str, ...]) -> Finding:
    shown = "; ".join(_shown(index, one) for one in candidates[:5])
    what = f"«{ruling.target}»" + (f" → {shown}" if shown else "")
    return finding(name, what, command=command, candidates=candidates[:5])


def _own_document(index: Index, command: Command, address: Address) -> Address:
    """The document below the act that the command speaks of, where the ruling's words name none: «пункт 5» said of a
    command in the second rules is their point 5, not that of the first; «приложение 3» said of a command on annex 4 of
    the rules is annex 3 of the rules."""
    if not command.targets or not address:
        return ()
    steps = tuple(takewhile(lambda step: step.kind in _DOCUMENTS, command.targets[0]))
    if address[0].kind in _DOCUMENTS:
        kinds = [step.kind for step in steps]
        steps = steps[: kinds.index(address[0].kind)] if address[0].kind in kinds else ()
    return steps if steps and isinstance(resolve(index, steps), Target) else ()


def _address(words: str, lang: str) -> Address:
    sentence = read_sentence(_REPEALED[lang].format(words.strip(" .;:")), lang)
    if not sentence.trees:
        return ()
    try:
        drafts = interpret(sentence.trees, Context(), lang).drafts
    except UnreadableRangeError:
        return ()
    targets = drafts[0].targets if len(drafts) == 1 else ()
    return targets[0] if len(targets) == 1 else ()


def _units(index: Index, address: Address, holders: Sequence[Address]) -> tuple[str, ...]:
    """The units that the address can mean in the ``holders`` (the act itself: no steps), as targets of a ruling."""
    found: dict[str, None] = {}
    for size in range(len(address), 0, -1):
        for holder in holders:
            place = resolve(index, (*holder, *address[:size]))
            if isinstance(place, Target) and not place.lines and place.eid:
                rest = " ".join(f"{step.kind} {step.number}" for step in address[size:])
                whole = resolve(index, (*holder, *address))
                if isinstance(whole, Target):
                    found.setdefault(f"{place.eid} {rest}".strip())
        if found:
            break
    return tuple(found)


def _documents(index: Index) -> tuple[Target, ...]:
    """All that is attached to the act, each as if a ruling named it by its eId."""
    heads = (
        Ruling("", "", "", "target", "", "", "", target=one.get("eId", "")).address[0]
        for one in documents.all_attachments(index.act)
        if one.get("eId")
    )
    places = (resolve(index, (head,)) for head in heads)
    return tuple(place for place in places if isinstance(place, Target))


def _close(index: Index, address: Address) -> tuple[str, ...]:
    step = address[-1]
    if step.number is None:
        return ()
    scopes = ["", *(one.get("eId", "") for one in documents.all_attachments(index.act))]
    try:
        return tuple(dict.fromkeys(eid for scope in scopes for eid in near(index, scope, step)))
    except KeyError:  # a kind that has no numbers of its own
        return ()


def _shown(index: Index, target: str) -> str:
    """A unit as a person knows it: number and first words, its eId behind them."""
    element = index.element(target.split()[0])
    words = " ".join(paragraphs(element)[:1]) if element is not None else ""
    cut = words if len(words) <= _WORDS else f"{words[:_WORDS].rsplit(' ', 1)[0]} …"
    return f"«{cut}» ({target})"
