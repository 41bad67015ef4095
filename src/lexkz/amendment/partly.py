"""The command of a sentence that is not understood as a whole: what of it is certain, and what could be meant."""

from dataclasses import dataclass, replace

from lexkz.akn.numbers import UnreadableRangeError
from lexkz.amendment.context import NOTHING, Context
from lexkz.amendment.draft import Draft, Interpretation, numberless
from lexkz.amendment.interpret import interpret
from lexkz.amendment.lines import OperativeLine
from lexkz.amendment.model import Address
from lexkz.amendment.render import described
from lexkz.languages.clauses import clause_kind
from lexkz.languages.commands import Sentence
from lexkz.languages.language import words_of
from lexkz.languages.partly import read_partly


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is certain in a sentence with words that are not understood. It is never applied without a ruling."""

    meaning: Interpretation
    """Its commands, or the context that it opens; a command whose targets are in doubt has none."""
    unknown: tuple[str, ...]
    """The words that are not understood, as printed."""
    candidates: tuple[tuple[str, ...], ...]
    """For each command whose targets are in doubt what they could be, in words, the likeliest first."""


def may_be_gathered(line: OperativeLine, sentence: Sentence, context: Context, lang: str, *, titled: bool) -> bool:
    """Return whether a line says enough to be read in part: a verb that commands, or a colon that opens a unit.

    In an act with a title (``titled``) an act that it amends must be known: other lines with such verbs are norms.
    """
    types = {token.type for token in sentence.tokens}
    if is_entry(line, sentence, lang):
        return False
    if titled and context.base == NOTHING and not any(each.startswith(("B_", "ACTS")) for each in types):
        return False
    verb = sentence.commanding or (context.base != NOTHING and not types.isdisjoint(words_of(lang).commands.verbs))
    return verb or (line.quoted is None and line.sentence.endswith(":"))


def is_entry(line: OperativeLine, sentence: Sentence, lang: str) -> bool:
    """Return whether a line says when the act itself comes into force: its verb is one that also adds units
    («вводится», «енгізіледі»)."""
    quoted = line.quoted is not None or any(token.type == "QUOTED" for token in sentence.tokens)
    return not quoted and clause_kind(line.sentence, lang) == "entry_into_force"


def opened_in_doubt(found: Gathered, context: Context, after: Context) -> Context:
    """Return the context that a line read in part seems to open: all below it is in doubt, and known to be.

    ``after``: the context after a line of which nothing was understood, with its doubt.
    """
    opened = found.meaning.context
    other = opened.base != context.base
    above = opened.above_articles() != context.above_articles()
    fresh = tuple(
        replace(each, act=each.act or other, gathered=above) for each in after.doubts if each not in context.doubts
    )
    return replace(opened, doubts=(*context.doubts, *fresh))


def gathered(text: str, sentence: Sentence, context: Context, lang: str) -> Gathered | None:
    """Return what is certain in ``text``, which was read as ``sentence`` without a tree; None where nothing is.

    Of several ways to take words out, what all of them say is certain. Where they do not agree on what is commanded
    in which words, nothing is; where they agree on that and differ in the place, the place is in doubt.
    """
    partly = read_partly(text, sentence.tokens, lang)
    if partly is None:
        return None
    try:
        read = [interpret(trees, context, lang) for trees in partly.readings]
    except UnreadableRangeError:
        return None
    found = [each for each in read if _told(each)] or read
    first = found[0]
    if any(_commanded(other) != _commanded(first) for other in found[1:]):
        return None
    if not first.drafts:
        return Gathered(first, partly.unknown, ()) if first.opens and first.annexed is None else None
    drafts: list[Draft] = []
    candidates: list[tuple[str, ...]] = []
    for place, draft in enumerate(first.drafts):
        said = [each.drafts[place] for each in found]
        places = list(dict.fromkeys((each.base, each.targets, each.renumber_to, each.anchor) for each in said))
        doubtful = partly.placed or len(places) > 1 or not _told(first)
        candidates.append(tuple(_in_words(targets, lang) for _, targets, _, _ in places) if doubtful else ())
        drafts.append(replace(draft, targets=(), anchor=None, renumber_to=()) if doubtful else draft)
    drafts[0] = replace(drafts[0], start=0)
    return Gathered(replace(first, drafts=tuple(drafts)), partly.unknown, tuple(candidates))


def _told(meaning: Interpretation) -> bool:
    """True where each command says which unit it is about, and one that adds says what."""
    return not any(
        numberless(target, draft_inserts=draft.action == "insert") or (draft.action == "insert" and not target)
        for draft in meaning.drafts
        for target in draft.targets
    )


def _in_words(targets: tuple[Address, ...], lang: str) -> str:
    return "; ".join(described(target, lang) for target in targets)


def _commanded(meaning: Interpretation) -> tuple[object, ...]:
    """What a sentence commands, its places aside."""
    return meaning.opens, tuple(
        (
            each.action,
            each.old,
            each.new,
            each.everywhere,
            each.beside,
            each.position,
            each.annex,
            each.inline,
            each.since,
        )
        for each in meaning.drafts
    )
