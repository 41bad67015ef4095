"""Lists of what loses force, or stands still for a time, whose verb stands at their end.

«Мыналардың: 1) … № 14 бұйрығының; 2) … № 15 бұйрығының күші жойылды деп танылсын.»: Kazakh ends a sentence with its
verb, so that the line that opens such a list and the items before the last one do not say what becomes of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from lxml import etree

from lexkz.akn.namespace import local
from lexkz.amendment.clauses import suspension_time
from lexkz.amendment.context import Context, Suspending
from lexkz.amendment.lines import UNITS, OperativeLine, line_of, own_lines, subunits
from lexkz.amendment.parts import leaves
from lexkz.languages.chunks import ActReference
from lexkz.languages.commands import Sentence, read_listed, read_sentence, read_suspended
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_LONGEST = 2000
"""Lines of a list that are looked at; the longest real one had some four hundred."""


def read_item(text: str, context: Context, lang: str) -> Sentence | None:
    """Return ``text`` read as an item of the list that is open, which has its verb elsewhere; None where none is."""
    if context.repealing:
        return read_listed(text, lang, context.listed)
    return read_suspended(text, lang) if context.suspending is not None else None


def opened_by_end(line: OperativeLine, context: Context, lang: str) -> Context | None:
    """Return the context after a line that opens a list which its last item ends with the verb; None for another."""
    opens, kind = _closing_repeal(line, lang)
    if opens:
        return replace(context, repealing=True, listed=kind)
    time = _closing_suspension(line, lang)
    return replace(context, suspending=time) if time is not None else None


def _closing_repeal(line: OperativeLine, lang: str) -> tuple[bool, str | None]:
    """Return whether ``line`` opens a list whose last item repeals, and the slug of the kind of act that item names.

    No item but the last may command or quote: then the list is not one sentence. The verb can have a line of its own.
    """
    below = _one_sentence(line, lang)
    if not below or below[-1].quoted is not None:
        return False, None
    last = read_sentence(below[-1].sentence, lang)
    if is_verb_alone(last):
        item, opening = read_listed(below[-2].sentence, lang), read_sentence(line.sentence, lang)
        kind = _kind_named(item) or _kind_named(opening)
        return bool(item.trees or read_listed(below[-2].sentence, lang, kind).trees), kind
    if not last.trees or not any(token.type == "LOST" for token in last.tokens):
        return False, None
    return True, _kind_named(last)


def is_verb_alone(sentence: Sentence) -> bool:
    """Return whether a line is the verb of a list above it and nothing else: «күші жойылды деп танылсын.»."""
    types = {token.type for token in sentence.tokens}
    return types <= _REPEALING and "LOST" in types and bool(types & {"RECOGNISED", "RECOGNISE", "COUNT"})


_REPEALING = frozenset({"FORCE", "LOST", "DEP", "RECOGNISED", "RECOGNISE", "COUNT", "DOT", "SEMI"})


def _kind_named(sentence: Sentence) -> str | None:
    return next((kind for token in sentence.tokens if (kind := _kind(token)) is not None), None)


def _closing_suspension(line: OperativeLine, lang: str) -> Suspending | None:
    """Return for how long units stand still of which ``line`` opens a list that its last item suspends, else None.

    «2027 жылғы 1 қаңтарға дейін: 1) … 3-тармағының; 2) … 5-тармағының қолданысы тоқтатыла тұрсын, …:». The time stands
    in one of the two; where both say one, or the line says anything else, nothing is read.
    """
    below = _one_sentence(line, lang)
    if not below:
        return None
    last = read_sentence(below[-1].sentence, lang)
    opening = read_suspended(line.sentence, lang)
    clauses = [clause for tree in last.trees for clause in tree.find_data("suspend")]
    if not clauses or len(opening.trees) != 1 or len({*map(_day_words, clauses)}) != 1:
        return None
    led = list(opening.trees[0].find_data("suspending"))
    said = [clause for clause in (*led, clauses[0]) if _day_words(clause)]
    if not led or len(said) > 1:
        return None
    time = suspension_time((said or led)[0], lang)
    return None if said and time == Suspending(None, None) else replace(time, at_end=True)


def _day_words(clause: ParseTree[Token]) -> tuple[str, ...]:
    return tuple(token.text for node in clause.find_data("until") for token in leaves(node))


def _one_sentence(line: OperativeLine, lang: str) -> list[OperativeLine]:
    """The items of a list that ``line`` opens and the last of which has the verb; none where it is not one sentence."""
    if not line.sentence.endswith(":") or line.quoted is not None:
        return []
    below = list(islice(_below(line), _LONGEST))
    if len(below) < 2 or any(each.quoted is not None for each in below[:-1]):
        return []
    # Where the verb has a line of its own, the item above it ends without a mark.
    marked = below[:-2] if is_verb_alone(read_sentence(below[-1].sentence, lang)) else below[:-1]
    if not all(_goes_on(each.sentence) for each in marked):
        return []
    if any(read_sentence(each.sentence, lang).commanding for each in below[:-1]):
        return []
    return below


def _goes_on(sentence: str) -> bool:
    return sentence.rstrip().endswith((";", ",", ")"))


def _kind(token: Token) -> str | None:
    value = token.value
    if isinstance(value, ActReference):
        return value.type
    # «решения» can be one, «следующие решения» cannot.
    return value.meaning if isinstance(value, Noun) and (value.plural or token.type == "ACTS") else None


def _below(line: OperativeLine) -> Iterator[OperativeLine]:
    """The lines after ``line`` in its unit and in the units below it; without a numbered unit, those after it."""
    if line.unit is line.p or local(line.unit) == "alinea":
        for sibling in line.unit.itersiblings():
            if local(sibling) in UNITS:
                yield from _all(sibling)
            elif local(sibling) == "p":
                yield line_of(sibling)
            else:
                return
        return
    own = list(own_lines(line.unit))
    place = next((at for at, each in enumerate(own) if each.p is line.p), len(own))
    yield from own[place + 1 :]
    for child in subunits(line.unit):
        yield from _all(child)


def _all(unit: etree._Element) -> Iterator[OperativeLine]:
    yield from own_lines(unit)
    for child in subunits(unit):
        yield from _all(child)
