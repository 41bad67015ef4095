"""Words changed in a whole text and its annexes: «по всему тексту Правил и приложений к ним»."""

from dataclasses import replace

from lexkz.akn.numbers import UnreadableRangeError
from lexkz.amendment.context import Context
from lexkz.amendment.draft import Draft, Interpretation
from lexkz.amendment.interpret import interpret
from lexkz.amendment.model import Address, Step
from lexkz.languages.annexes_too import without_annexes
from lexkz.languages.commands import Sentence, read_sentence

ALL = "all"
"""The number of the annexes where a command means all of a document: ``annex all``."""
_DOCUMENTS = frozenset({"instrument", "annex", "form"})


def with_annexes(sentence: str, context: Context, lang: str) -> tuple[Sentence, Interpretation] | None:
    """Return how a sentence reads that changes words in a whole text and its annexes, these as targets of their own;
    None for any other sentence."""
    bare = without_annexes(sentence, lang)
    read = read_sentence(bare, lang) if bare is not None else None
    if read is None or not read.trees:
        return None
    try:
        found = interpret(read.trees, context, lang)
    except UnreadableRangeError:
        return None
    if not found.drafts or not all(map(_is_of_documents, found.drafts)):
        return None
    drafts = tuple(replace(draft, targets=tuple(_both(draft.targets))) for draft in found.drafts)
    return read, replace(found, drafts=drafts)


def _is_of_documents(draft: Draft) -> bool:
    whole = all(not target or target[-1].kind in _DOCUMENTS for target in draft.targets)
    return draft.everywhere and bool(draft.targets) and whole


def _both(targets: tuple[Address, ...]) -> list[Address]:
    return [address for target in targets for address in (target, (*target, Step("annex", ALL)))]
