"""What a line says to one who has not read it yet: that it commands, and that new text or words must follow it.

``structure`` asks this of lines before any sentence is read. It is told by the vocabulary of commands alone, so that a
phrase which the grammar knows is known here, too.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from lexkz.languages.commands import CommandPack, is_word, ordering
from lexkz.languages.folding import fold, fold_keyboard
from lexkz.languages.joined import parted
from lexkz.languages.language import words_of
from lexkz.languages.spelling import typed_words
from lexkz.languages.tokens import Token, scan
from lexkz.languages.vocabulary import Vocabulary, classify


@dataclass(frozen=True, slots=True)
class Saying:
    """What a line says of itself."""

    commands: bool = False
    """It commands a change of another act."""
    text: bool = False
    """New text must follow it: «мынадай редакцияда жазылсын:»."""
    may: bool = False
    """New text may follow it, if a quote begins it: «абзацпен ауыстырылсын:»."""
    words: bool = False
    """What it asks for is words, not units: «деген сөздермен толықтырылсын:»."""


_SILENT = Saying()
_ENDS = frozenset({"COLON", "SEMI", "DOT"})
_ASIDE = frozenset({"RESPECTIVELY", "COMMA", "NEW", "NEXT"})


@lru_cache(maxsize=8192)
def saying(text: str, lang: str) -> Saying:
    """Return what the line ``text`` says of itself."""
    if not _verbs(lang).search(fold_keyboard(fold(text))):
        return _SILENT
    own = words_of(lang).commands
    vocabulary = own.vocabulary()
    scanned = scan(text)
    if (typed := typed_words(scanned, lang)) is not None:
        scanned = typed
    found = said_by(classify(scanned, vocabulary), own)
    if found.text or not _mergeable(scanned, vocabulary):
        return found
    mended = parted(scanned, vocabulary)
    return said_by(classify(mended, vocabulary), own) if mended != scanned else found


def _mergeable(tokens: Iterable[Token], vocabulary: Vocabulary) -> bool:
    return any(token.type == "WORD" and fold(token.text) not in vocabulary.words for token in tokens)


@cache
def _verbs(lang: str) -> re.Pattern[str]:
    """The last word of each form of the verbs that command and of what they say of the text, wherever it stands, as
    typed on a Russian keyboard: a search that passes over none."""
    own = words_of(lang).commands
    vocabulary = own.vocabulary()
    forms = {
        form.rpartition(" ")[2]
        for form, entry in {**vocabulary.words, **vocabulary.phrases}.items()
        if entry.terminal in own.verbs | own.opening | own.manner
    }
    keyed = {fold_keyboard(form) for form in forms}
    return re.compile("|".join(sorted(map(re.escape, keyed), key=len, reverse=True)))


def said_by(tokens: tuple[Token, ...], own: CommandPack) -> Saying:
    """Return what a line of classified ``tokens`` says of itself."""
    size = len(tokens)
    while size and tokens[size - 1].type in _ENDS:
        size -= 1
    line, ends = tokens[:size], {token.type for token in tokens[size:]}
    if not line:
        return _SILENT
    verbs = ordering(line, own)
    manner = any(token.type in own.manner for token in line)
    last = line[-1]
    if own.verb_last:
        commands = _opens(line, own) or bool(verbs and verbs[-1] == size - 1)
        bringing = verbs[-1:] if verbs and verbs[-1] == size - 1 and line[verbs[-1]].type in own.bringing else []
        # «Тізілімге мыналар енгізіледі:» is a norm.
        these = fold(last.text) not in own.stated and any(token.type == "THESE" for token in line)
        said = manner or these
        if last.type in own.opening and said and not any(token.type == "CHANGES" for token in line):
            # «мынадай мазмұндағы 5-тармақ енгізілсін:» adds a unit, «мыналар енгізілсін:» persons; with «өзгерістер»
            # the verb opens changes.
            commands, bringing = True, [size - 1]
        held = _held(line, own)
        if held and verbs and verbs[-1] == held - 1 and line[held - 1].type in own.bringing:
            # «… шешіміне 2-тармағын мынадай редакцияда жаза отырып, өзгеріс енгізілсін:»: the converb brings the text.
            bringing = [held - 1]
        if not bringing and manner and "COLON" in ends and verbs and verbs[-1] == size - 1:
            # «1) тармақша мынадай редакцияда жазылып, 2) тармақша алып тасталсын:»: text of the verb before it.
            bringing = [place for place in verbs[:-1] if line[place].type in own.bringing]
    else:
        commands = bool(verbs or last.type in own.manner) and (bool(ends) or last.type in own.verbs)
        bringing = [place for place in verbs if line[place].type in own.bringing]
    # «"А" деген сөздер мынадай редакцияда жазылсын:»: the new words stand in quotes of their own.
    anew = manner and any(line[place].type == "WRITE" for place in bringing)
    words = _asks_words(line, own) and not anew
    if ends & {"SEMI", "DOT"}:
        return Saying(commands=commands)
    colon = "COLON" in ends
    if colon and manner and any(token.type in ("SUSPEND", "SETTING", "IN_EFFECT") for token in line):
        # A suspension with its wording: «… тоқтата тұру кезеңінде … мынадай редакцияда қолданылады деп белгіленсін:»;
        # in a list the verb can stand above it: «пункта 20, установив, что … действует в следующей редакции:».
        return Saying(commands=True, text=True, may=True)
    rewrites = any(
        # «мынадай мазмұндағы жолмен ауыстырылсын:» brings a unit, «сөздермен ауыстырылсын:» words.
        (line[place].type != "EXCHANGE" or (manner and line[place - 1].type.startswith("U_")))
        and (manner or line[place].type not in ("WRITE", "COUNT"))
        for place in bringing
    )
    # «мазмұнда:» alone is a header, that of the table of contents; «редакции:» goes on with the line above it.
    told = last.type in own.manner and (size > 1 or not own.verb_last)
    text = told or (rewrites and (own.verb_last or (colon and manner)))
    return Saying(commands, text and not words, bool(bringing) and colon, words)


def _opens(line: tuple[Token, ...], own: CommandPack) -> bool:
    return line[-1].type in own.opening and any(token.type == "CHANGES" for token in line)


def _held(line: tuple[Token, ...], own: CommandPack) -> int:
    """How many tokens stand before the «өзгерістер енгізілсін» that ends a line; 0 where nothing else does."""
    if not _opens(line, own):
        return 0
    end = len(line) - 1
    while end and line[end - 1].type in _OPENED:
        end -= 1
    return end


_OPENED = frozenset({"CHANGES", "AND", "COMMA", "NEXT"})


def _asks_words(line: tuple[Token, ...], own: CommandPack) -> bool:
    for token in reversed(line):
        if token.type in own.verbs or token.type in own.manner or token.type in _ASIDE:
            continue
        return is_word(token)
    return False
