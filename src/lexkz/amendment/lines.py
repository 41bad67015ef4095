"""The lines of an amending act's operative part: one sentence each, with the quoted block that it opens."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from lxml import etree

from lexkz.akn.namespace import local, q
from lexkz.akn.text import paragraphs, visible
from lexkz.languages.chunks import Named
from lexkz.languages.clauses import holds_changes, lists_repeals
from lexkz.languages.commands import Sentence, read_sentence
from lexkz.languages.folding import fold
from lexkz.languages.joined import put_together
from lexkz.languages.language import words_of
from lexkz.languages.removal import is_only_removed
from lexkz.languages.tokens import Token
from lexkz.languages.unit_order import RANK
from lexkz.languages.vocabulary import Noun

_QUOTES = frozenset('"«»“”„')
UNITS = frozenset(
    {
        "alinea",
        "article",
        "chapter",
        "hcontainer",
        "paragraph",
        "part",
        "point",
        "section",
        "subchapter",
        "subparagraph",
        "subsection",
    }
)


@dataclass(frozen=True, slots=True)
class OperativeLine:
    """One line (абзац) of the operative part."""

    unit: etree._Element
    """The unit that the line belongs to."""
    p: etree._Element
    sentence: str
    """The line's own words: without the unit's number, without the quoted block, without what follows that."""
    quoted: etree._Element | None
    """The ``quotedStructure`` that the line opens, if it does."""
    after: str
    """What follows the quoted block: ``";"``, ``"."`` or nothing."""

    @property
    def eid(self) -> str:
        """eId of the line's unit."""
        return self.unit.get("eId", "")


def operative(root: etree._Element) -> etree._Element | None:
    """Return the part of an act that orders something: its body or main body; None where there is none."""
    document = root if local(root) != "akomaNtoso" else next(iter(root), None)
    if document is None:
        return None
    for name in ("body", "mainBody"):
        found = document.find(q(name))
        if found is not None:
            return found
    return None


def annexes_that_command(root: etree._Element, lang: str) -> tuple[tuple[etree._Element, bool], ...]:
    """Return the main bodies of annexes that hold changes to other acts, told by their titles.

    With each: True where the annex is a list of acts that lose force.
    """
    found: list[tuple[etree._Element, bool]] = []
    for attachment in root.iterfind(f"{q('act')}/{q('attachments')}/{q('attachment')}"):
        title = " ".join(" ".join(paragraphs(node)) for node in attachment.iter(q("longTitle")))
        main = attachment.find(f"{q('doc')}/{q('mainBody')}")
        if main is None:
            continue
        if holds_changes(title, lang):
            found.append((main, False))
        elif lists_repeals(title, lang):
            found.append((main, True))
    return tuple(found)


def own_lines(unit: etree._Element) -> Iterator[OperativeLine]:
    """Yield the lines that stand in ``unit`` itself, not in the units below it."""
    for child in unit:
        if local(child) in ("intro", "content", "wrapUp"):
            for p in child.iter(q("p")):
                if not _is_quoted(p, child):
                    yield _line(unit, p)
        elif local(child) == "p":
            yield _line(unit, child)


def line_of(p: etree._Element) -> OperativeLine:
    """Return the line that a paragraph with no unit around it is; it is addressed by its own eId."""
    return _line(p, p)


def blocks(quoted: etree._Element) -> tuple[etree._Element, ...]:
    """Return ``quoted`` and the further quoted structures of its ``mod``: together they are the new text."""
    return (quoted, *(found for found in quoted.itersiblings() if local(found) == "quotedStructure"))


def subunits(unit: etree._Element) -> Iterator[etree._Element]:
    """Yield the units directly below ``unit``, in order."""
    return (child for child in unit if local(child) in UNITS)


def _is_quoted(p: etree._Element, top: etree._Element) -> bool:
    node = p.getparent()
    while node is not None and node is not top:
        if local(node) in ("quotedStructure", "td", "th"):
            return True
        node = node.getparent()
    return False


def _line(unit: etree._Element, p: etree._Element) -> OperativeLine:
    quoted = next(p.iter(q("quotedStructure")), None)
    before, after = _around(p, quoted)
    return OperativeLine(unit, p, before.strip(), quoted, after.strip())


def _around(p: etree._Element, quoted: etree._Element | None) -> tuple[str, str]:
    """Return the paragraph's words before and after its quoted block, with the quotes of inline quotations."""
    before: list[str] = []
    after: list[str] = []
    parts = before

    def walk(element: etree._Element) -> None:
        nonlocal parts
        name = local(element)
        if quoted is not None and local(element) == "quotedStructure":
            parts = after
            return
        if name in ("noteRef", "authorialNote"):
            return
        opening, closing = (
            (element.get("startQuote", ""), element.get("endQuote", "")) if name == "quotedText" else ("", "")
        )
        parts.append(opening + (element.text or ""))
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        parts.append(closing)

    walk(p)
    return "".join(before), "".join(after)


def size(element: etree._Element) -> int:
    """Return how many characters of ``element`` a reader sees, spaces not counted."""
    return sum(not char.isspace() for char in visible(element))


def may_command(line: OperativeLine, lang: str) -> bool:
    """Return True for a line with new text, one that opens changes, and one that has a verb with words or a unit.

    «Уполномоченный орган вправе исключить склад из реестра» has a verb of commands, and commands nothing.
    """
    if line.quoted is not None:
        return True
    tokens = read_sentence(line.sentence, lang).tokens
    if line.sentence.endswith(":") and any(token.type in ("CHANGES", "ACTS") for token in tokens):
        return True
    if not commands(line, lang):
        return False
    units = [place for place, token in enumerate(tokens) if token.type.startswith("U_")]
    numbered = any(
        tokens[at].type in ("NUM", "ORD") for place in units for at in (place - 1, place + 1) if 0 <= at < len(tokens)
    )
    return numbered or any(token.type == "QUOTED" for token in tokens)


def commands(line: OperativeLine, lang: str) -> bool:
    """Return whether a verb stands in a line that orders a change."""
    return not is_remnant(line) and read_sentence(line.sentence, lang).commanding


def is_remnant(line: OperativeLine) -> bool:
    """Return whether a line is all that is left of a repealed unit: «2. Исключен» orders no repeal of another one."""
    return is_only_removed(line.unit.findtext(q("num"), ""), line.sentence)


def left_open(tokens: tuple[Token, ...]) -> bool:
    """Return True where a line ends within quoted words or a bracket («(… 28-құжат;»): the next line may go on."""
    if any(token.type == "MARK" and token.text in _QUOTES for token in tokens):
        return True
    return sum({"OPEN": 1, "CLOSE": -1}.get(token.type, 0) for token in tokens) > 0


def breaks_off(tokens: tuple[Token, ...]) -> bool:
    """Return True where a line ends with what ends no sentence («изложить в следующей»): the next one goes on."""
    return bool(tokens) and tokens[-1].type in _ENDS_NOTHING


_ENDS_NOTHING = frozenset(
    {
        "NEXT",
        "NEW",
        "IN",
        "TO",
        "FROM",
        "AND",
        "AFTER",
        "BEFORE",
        "THIS",
        "THAT",
        "SUPPLEMENT",
        "EXCHANGE",
        "WRITE",
        "ADD",
        "DASH",
    }
)
"""What stands at the end of a line that goes on: «подпункт 2) пункта 5 дополнить», of which the words are wanting."""


def with_quotation(line: OperativeLine) -> str:
    """Return the words of a line with its quoted block as quoted words: «строку "Болты кг 5"».

    A block that holds quotes of its own is left out: where it ends could not be told.
    """
    if line.quoted is None:
        return line.sentence
    words = " ".join(" ".join(paragraphs(block, own_quotes=False)) for block in blocks(line.quoted))
    if not _QUOTES.isdisjoint(words):
        return line.sentence
    lead = line.sentence.rstrip(" :")
    if fold(lead) in _POINTS_AT:
        lead = ""
    return f"{lead} «{' '.join(words.split())}»".lstrip()


_POINTS_AT = frozenset({"мына", "мынадай", "мынау", "келесі", "следующее"})
"""«мына:», «"Бор, кг"», «деген жол …»: it says no more than that the quotation follows."""


def quotation_alone(line: OperativeLine) -> OperativeLine:
    """Return the quoted block of a line that opens units as a line of its own: «2-қосымшада:», «"Бор, кг"», and «деген
    жол алып тасталсын;» below it."""
    return replace(line, sentence="")


LONGEST = 3
"""Lines above that a sentence is looked for in."""


def read_with(
    before: tuple[OperativeLine, ...], line: OperativeLine, alone: Sentence, lang: str
) -> tuple[Sentence, tuple[OperativeLine, ...]] | None:
    """Return the sentence that ``line`` makes with the lines above it that were not understood, and those lines.

    None where they make none, or where the line says enough ``alone``.
    """
    if alone.trees and names_place(alone.tokens) and not (before and _dangles(before[-1], lang)):
        return None
    for first in range(len(before)):
        own = words_of("kaz" if lang == "kaz" else "rus").commands.vocabulary()
        texts = (*map(with_quotation, before[first:]), line.sentence)
        joined = read_sentence(reduce(lambda left, right: put_together(left, right, own), texts), lang)
        if joined.trees:
            return joined, before[first:]
    return None


_DANGLING = frozenset({"NUM", "ORD", "NEXT", "OF_CONTENT"})


def _dangles(line: OperativeLine, lang: str) -> bool:
    """True where a line ends before the noun that its last words ask for: «8-тармақ мынадай мазмұндағы төртінші», and
    «абзацпен …» below it."""
    tokens = read_sentence(line.sentence, lang).tokens
    if tokens and tokens[-1].type == "AND":
        tokens = tokens[:-1]
    if _named_half(tokens):
        return True
    return bool(tokens) and tokens[-1].type in _DANGLING and line.quoted is None


def _named_half(tokens: tuple[Token, ...]) -> bool:
    """«көрсетілген бұйрықпен бекітілген Аң аулау», and «қағидаларында:» below it: a name without its noun."""
    named = tokens[0].value if len(tokens) == 1 and tokens[0].type == "I_NOM" else None
    return isinstance(named, Named) and named.approved and named.noun is None


def header_without_colon(sentence: Sentence, words: str, lang: str) -> Sentence | None:
    """Return a line that names an approved document and lost its colon as the header that it is, with the slip; None
    for any other line.

    «в Правилах …, утвержденных указанным приказом» says no more than where the lines below it act: read as text that
    means nothing, it would leave them in the act around. A unit («в пункте 4») can as well begin a broken sentence.
    """
    if sentence.commanding or not any(token.type.startswith("I_") for token in sentence.tokens):
        return None
    if _named_half(sentence.tokens):
        return None
    headed = read_sentence(f"{words.rstrip(' .;,')}:", lang)
    if not headed.trees or headed.commanding:
        return None
    return replace(headed, slips=(*headed.slips, ("amend.mark_missing", "")))


def unit_named(tokens: tuple[Token, ...]) -> str | None:
    """Return the kind of the largest unit that a sentence names with its number; None where it names none."""
    pairs = (pair if pair[0].type.startswith("U_") else pair[::-1] for pair in pairwise(tokens))
    nouns = (noun.value for noun, number in pairs if number.type in ("NUM", "ORD") and isinstance(noun.value, Noun))
    return min((noun.meaning for noun in nouns if noun.meaning in RANK), key=lambda kind: RANK[kind], default=None)


def names_place(tokens: tuple[Token, ...]) -> bool:
    """Return whether a sentence names a unit, a text, an approved act or an act, or quotes words of one."""
    return any(
        token.type.startswith(("U_", "T_", "I_", "A_", "B_", "N_")) or token.type == "QUOTED" for token in tokens
    )
