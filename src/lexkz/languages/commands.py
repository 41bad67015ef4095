"""One sentence of an amending act, read by the pack of its language: its tokens, and its trees if a family reads it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from lexkz.languages.chunks import Named
from lexkz.languages.days import day_is_clear, with_day, without_day
from lexkz.languages.folding import fold
from lexkz.languages.grammar import parse, terminals_of
from lexkz.languages.joined import parted
from lexkz.languages.language import words_of
from lexkz.languages.lost_marks import with_lost_mark
from lexkz.languages.number_forms import number_forms
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.phrase import Phrase
from lexkz.languages.spelling import respelled, typed_words, with_figures
from lexkz.languages.tokens import QUOTE_MARKS, Token, scan
from lexkz.languages.vocabulary import Vocabulary, classify


@dataclass(frozen=True, slots=True)
class CommandPack:
    """All that one language has to say about commands."""

    vocabulary: Callable[[], Vocabulary]
    chunk: Callable[[tuple[Token, ...]], tuple[Token, ...]]
    """Joins acts cited in full, approved acts and named places into one token each, and drops bracketed remarks."""
    chunk_listed: Callable[[tuple[Token, ...], str], tuple[Token, ...]]
    """The same for a line of a list whose kind of act (its slug) stands in the line above the list."""
    phrases: tuple[Phrase, ...]
    shared: str
    """Grammar rules of addresses and quotations."""
    listed: Phrase
    """What stands in a list under "the following lose force:": acts and units, named without a verb."""
    suspended: Phrase
    """What stands in a list under "the following stand still until …:", and what opens one that ends with its verb."""
    slips: frozenset[str]
    """Folded words and phrases of the vocabulary that are slips: read all the same, and told."""
    verbs: frozenset[str]
    """Terminals of the verbs that command: where none stands, a sentence commands nothing."""
    opening: frozenset[str]
    """Terminals of the verbs that say that changes follow: «енгізілсін», «внести»."""
    bringing: frozenset[str]
    """Those of the verbs that new text can follow."""
    manner: frozenset[str]
    """Terminals that say that the text is given: «редакцияда», «следующего содержания»."""
    halves: Mapping[str, frozenset[str]]
    """Verbs that command only together with another word: «признать … утратившим силу»."""
    stated: frozenset[str]
    """Folded forms of the verbs that state a change as often as they order one: «исключается», «жазылады»."""
    alone: re.Pattern[str]
    """Fits a folded word that no grammar knows and on which no other words hang: an adverb."""
    acting: re.Pattern[str]
    """Fits a folded word that no grammar knows and that acts on something itself: «оставив», «қалдырып»."""
    verb_last: bool
    """True where the verb ends the sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it was read."""

    tokens: tuple[Token, ...]
    trees: tuple[ParseTree[Token], ...]
    """Each way of reading it; none where no phrase family reads the whole of it."""
    commanding: bool
    """True where a verb stands in it that orders a change."""
    slips: tuple[tuple[str, str], ...] = ()
    """Slips in how its words are written: the code of a finding, and the words."""


@cache
def _terminals(lang: str) -> frozenset[str]:
    vocabulary = words_of(lang).commands.vocabulary()
    return terminals_of({**vocabulary.words, **vocabulary.phrases})


@cache
def commands_within(name: str, lang: str) -> bool:
    """Return whether the name of an act holds what a command is made of: a verb, a numbered unit, quoted words.

    Such a name has most likely taken in words of the sentence that it stands in.
    """
    own = words_of(lang).commands
    tokens = classify(scan(name), own.vocabulary())
    if any(token.type in own.verbs or token.type == "DEGEN" for token in tokens):
        return True
    for before, token in pairwise(tokens):
        numbered = {before.type, token.type} & {"NUM", "ORD"} and (before.type + token.type).count("U_")
        if numbered or (before.type.startswith("W_") and token.type == "QUOTED"):
            return True
    return False


def ordering(line: tuple[Token, ...], own: CommandPack) -> list[int]:
    """Return the places of the verbs that order a change: one that only states it has to say how, or in which words.

    «Осы тармаққа сәйкес жарамсыз деп саналады», «вправе приостановить» are norms; «излагается в следующей редакции»
    is a command.
    """
    types = {token.type for token in line}
    quoted = "QUOTED" in types and any(is_word(token) for token in line)
    # «ввести:» under the name of a composition: the verb is all that the line says.
    spoken = quoted or not types.isdisjoint(own.manner) or len(line) == 1
    about = own.verb_last or not types.isdisjoint({"QUOTED", "ACTS"}) or any(each[:2] in _ABOUT for each in types)
    return [
        place
        for place, token in enumerate(line)
        if token.type in own.verbs
        and (token.type not in own.halves or not types.isdisjoint(own.halves[token.type]))
        and (spoken if fold(token.text) in own.stated else about or token.type in own.halves)
    ]


_ABOUT = frozenset({"U_", "W_", "T_", "I_", "A_", "B_"})
"""Beginnings of terminals that a command is about: units, words, texts, approved acts, acts."""


def is_word(token: Token) -> bool:
    """Return whether a token says that what is quoted is words, a sign or figures: «слова», «деген сөздер»."""
    return token.type.startswith(("W_", "SIGN_"))


@lru_cache(maxsize=512)
def read_sentence(text: str, lang: str) -> Sentence:
    """Return ``text``, one sentence without its quoted block, as read by the pack of ``lang``."""
    own = words_of(lang).commands
    scanned = scan(text)
    misspelt: tuple[str, ...] = ()
    if (typed := typed_words(scanned, lang)) is not None:
        scanned, misspelt = _names_as_printed(scanned, typed, lang)
    tokens, slips = tokens_of(scanned, lang)
    trees = parsed(tokens, lang)
    if not trees and (mended := respelled(scanned, lang)) is not None:
        kept, changed = _names_as_printed(scanned, mended, lang)
        tried, more = tokens_of(kept, lang)
        # A misprint of the words that command leaves the meaning alone only where the sentence is then read whole.
        trees = parsed(tried, lang)
        if trees:
            tokens, slips, misspelt = tried, more, (*misspelt, *changed)
    if not trees and (figures := with_figures(text, scanned, lang)) is not None:
        again = read_sentence(figures[0], lang)
        if again.trees:
            # The letters look like figures, so that the sentence is read as long as it was, place by place.
            slips = (*again.slips, *(("amend.spelling", number) for number in figures[1]))
            return Sentence(again.tokens, again.trees, again.commanding, slips)
    if not trees:
        for tried, more in _mended(text, scanned, lang):
            trees = parsed(tried, lang)
            if trees:
                tokens, slips = tried, more
                break
            if ordering(tried, own) and not ordering(tokens, own):
                tokens = tried
    if not trees:
        tokens, trees, slips = _marked(text, lang) or (tokens, trees, slips)
    commanding = bool(ordering(tokens, own))
    return Sentence(tokens, trees, commanding, (*slips, *(("amend.spelling", word) for word in misspelt)))


def _names_as_printed(
    scanned: tuple[Token, ...], mended: tuple[Token, ...], lang: str
) -> tuple[tuple[Token, ...], tuple[str, ...]]:
    """Return ``mended`` with the words of names as they are printed, but for the noun that ends each, and the words,
    as printed, that stay mended.

    A word of a name may be one letter away from one that commands: «тіркеу» and «тіркес».
    """
    changed = tuple(own.text for own, new in zip(scanned, mended, strict=True) if new.text != own.text)
    names = [(each.start, each.end) for each in tokens_of(mended, lang)[0] if isinstance(each.value, Named)]
    if not names:
        return mended, changed
    words = words_of(lang).commands.vocabulary().words
    out: list[Token] = []
    for own, new in zip(scanned, mended, strict=True):
        entry = words.get(fold(new.text))
        leads = entry is not None and (entry.terminal in ("THAT", "THIS", "APPROVED") or entry.terminal[:2] == "A_")
        if not leads and any(start <= own.start and own.end < end for start, end in names):
            new = own
        out.append(new)
    return tuple(out), tuple(own.text for own, new in zip(scanned, out, strict=True) if new.text != own.text)


def _marked(
    text: str, lang: str
) -> tuple[tuple[Token, ...], tuple[ParseTree[Token], ...], tuple[tuple[str, str], ...]] | None:
    """Read a sentence whose quoted words have lost a mark, where it can have stood in one place alone."""
    own = words_of(lang).commands

    def known(scanned: tuple[Token, ...]) -> tuple[Token, ...]:
        return classify(scanned, own.vocabulary())

    found = []
    for scanned in with_lost_mark(text, known, said_first=not own.verb_last):
        tokens, slips = tokens_of(scanned, lang)
        trees = parsed(tokens, lang)
        if trees:
            found.append((tokens, trees, (*slips, ("amend.quote_lost", text))))
    return found[0] if len(found) == 1 else None


def parsed(tokens: tuple[Token, ...], lang: str) -> tuple[ParseTree[Token], ...]:
    """Return the trees of ``tokens``, each a way of reading all of them; ``()`` where no family does."""
    own = words_of(lang).commands
    trees = parse(tokens, own.phrases, own.shared, _terminals(lang))
    if not trees and (bare := without_day(tokens)) is not None:
        rest, day, before = bare
        bare_trees = parse(rest, own.phrases, own.shared, _terminals(lang))
        dated = [with_day(tree, day, tokens[:before]) for tree in bare_trees]
        return () if None in dated else tuple(tree for tree in dated if tree is not None)
    # A sentence with a reading in which the day is in doubt is not read at all.
    return trees if all(map(day_is_clear, trees)) else ()


def _mended(
    text: str, scanned: tuple[Token, ...], lang: str
) -> Iterator[tuple[tuple[Token, ...], tuple[tuple[str, str], ...]]]:
    """Yield ways of reading a damaged sentence: words parted, one mark for two quotations, a stray mark at its head."""
    vocabulary = words_of(lang).commands.vocabulary()
    seen = [scanned]
    stray = any(token.type == "MARK" and token.text in QUOTE_MARKS for token in scanned)
    scans: list[tuple[tuple[Token, ...], tuple[tuple[str, str], ...]]] = [(scanned, ())]
    if stray:
        shared = scan(text, shared=True)
        if not any(_holds_command(token, vocabulary) for token in shared):
            scans.append((shared, (("amend.quote_shared", text),)))
        if scanned[0].type == "MARK" and scanned[0].text in QUOTE_MARKS:
            scans.append((scanned[1:], (("amend.mark_stray", scanned[0].text),)))
    for tokens, found in scans:
        for parts in (tokens, parted(tokens, vocabulary)):
            if parts in seen:
                continue
            seen.append(parts)
            run_on = (("amend.words_joined", text),) if parts is not tokens else ()
            classified, slips = tokens_of(parts, lang)
            yield classified, (*slips, *found, *run_on)


def _holds_command(token: Token, vocabulary: Vocabulary) -> bool:
    """«"күн деген сөзден кейін "(дүйсенбі)"»: words of the command in a quotation that the mark of one within it ends.

    That inner quotation is one of the command's own, and a mark before it is lost.
    """
    if token.type != "QUOTED" or not isinstance(token.value, tuple) or token.value[1]:
        return False
    outside = token.text[: max(token.text.rfind(mark, 0, len(token.text) - 1) for mark in QUOTE_MARKS)]
    inner = classify(scan(outside), vocabulary)
    return any(each.type == "DEGEN" or each.type.startswith("W_") for each in inner)


def read_listed(text: str, lang: str, kind: str | None = None) -> Sentence:
    """Return ``text``, one line of a list of what loses force, as read by the pack of ``lang``.

    ``kind``: slug of the kind of act that the list is said to hold, for lines that do not say it themselves.
    """
    own = words_of(lang).commands
    tokens, slips = tokens_of(scan(text), lang, kind)
    return Sentence(tokens, parse(tokens, (own.listed,), own.shared, _terminals(lang)), True, slips)


def read_suspended(text: str, lang: str) -> Sentence:
    """Return ``text``, one line of a list of what stands still for a time, as read by the pack of ``lang``."""
    own = words_of(lang).commands
    tokens, slips = tokens_of(scan(text), lang)
    return Sentence(tokens, parse(tokens, (own.suspended,), own.shared, _terminals(lang)), True, slips)


def _names_act(token: Token) -> bool:
    """True for an act, and for a document that says by which act it was approved: that line says its act itself."""
    approved = token.type.startswith("I_") and isinstance(token.value, Named) and token.value.by is not None
    return token.type[:2] in ("A_", "B_") or approved


def tokens_of(
    scanned: tuple[Token, ...], lang: str, kind: str | None = None
) -> tuple[tuple[Token, ...], tuple[tuple[str, str], ...]]:
    """Return scanned words as the grammar has them, and the slips in their writing; a dash before all is none."""
    own = words_of(lang).commands
    if len(scanned) > 1 and scanned[0].type == "DASH":
        scanned = scanned[1:]
    tokens, slips = number_forms(classify(scanned, own.vocabulary()), lang)
    worded = tuple(("amend.spelling", token.text) for token in tokens if fold(token.text) in own.slips)
    chunked = own.chunk(tokens)
    # Behind a mark that nothing closes stands the title, with another act in it.
    marks = (at for at, token in enumerate(chunked) if token.type == "MARK" and token.text in QUOTE_MARKS)
    own_words = chunked[: next(marks, len(chunked))]
    if kind is not None and not any(_names_act(token) for token in own_words):
        chunked = own.chunk_listed(tokens, kind)
    return chunked, (*slips, *worded)
