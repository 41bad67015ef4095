"""The parts of one clause, gathered from its tree: places, units, quoted words, annexes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal, cast

from lexkz.amendment.addresses import OF_CONTEXT, addresses, common
from lexkz.amendment.addressing import Addressing
from lexkz.amendment.base import base_act
from lexkz.amendment.beside import beside, titled
from lexkz.amendment.model import Address, Step
from lexkz.amendment.numbers import numbers
from lexkz.languages.chunks import ActReference, Named
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import QUOTE_MARKS, Token
from lexkz.languages.unit_order import holds
from lexkz.languages.vocabulary import Noun


@dataclass(slots=True)
class Parts:
    """The parts of one clause, gathered from its tree."""

    outer: tuple[Address, ...] | None = None
    targets: tuple[Address, ...] | None = None
    anchor: Address | None = None
    position: Literal["after", "before", "end"] | None = None
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    paired: bool = True
    everywhere: bool = False
    times: int | None = None
    """How often old words are said to stand in a unit."""
    text: bool = False
    text_first: bool = False
    """True after «в тексте» without a unit, in whatever language."""
    all_text: bool = False
    """True for «в тексте Правил»: words of a whole document are meant wherever they stand."""
    renumber_to: tuple[Address, ...] = ()
    renumber_said: bool = False
    """True where the new addresses name the units that hold them: «считать подпунктом 5) пункта 6»."""
    renumber_bare: tuple[str, ...] = ()
    """New numbers without a unit's noun: «пункты 8 и 9 считать соответственно 6 и 7»."""
    moved_as: tuple[Address, ...] = ()
    """The units' own new addresses in what they are moved to: «переместить в пункт 7, считая его подпунктом 4)»."""
    annex: tuple[str, ...] = ()
    of_list: bool = False
    """True where the annexes are of the list of changes itself: «к настоящему перечню»."""
    inline: str | None = None
    sign: str = ""
    lead: tuple[str, ...] = ()
    """Words after which the words to be replaced stand: «после слов "а" слова "б" заменить словами "в"»."""
    beside: tuple[str, ...] = ()
    """Words after or before which the words to be deleted stand."""
    worded: bool = False
    """True where words are set anew: «слова "а" изложить в следующей редакции», their new text in quotes of its own."""
    since: str | None = None
    """ISO day from which a repeal says that it holds."""
    temporary: bool = False
    period: list[str] = field(default_factory=list)
    """What the clause says of the time for which it holds."""
    """True where a wording for the time of a suspension follows."""
    linked: bool = False
    """True after an "and", which puts the next place beside the last one; without it, a deeper one lies within it."""
    side_by_side: bool = False
    """True where the places have an "in" each and stand beside each other: «в пункте 1, в пункте 2»."""
    quotations: list[tuple[int, int, str]] = field(default_factory=list)


def gather(node: ParseTree[Token], addressing: Addressing, parts: Parts) -> None:
    """Add to ``parts`` what ``node`` and all below it say. Raises UnreadableRangeError."""
    for child in node.children:
        if isinstance(child, Token):
            if child.type.startswith("B_"):
                addressing.context = addressing.context.in_act(base_act(cast(ActReference, child.value)))
                parts.outer = ((),) if parts.outer is None else parts.outer
            elif child.type == "AND":
                parts.linked = True
            elif child.type.startswith("A_") and node.data in ("place", "place_of", "everywhere"):
                parts.outer = ((),)
            continue
        _gather_node(child, addressing, parts)


_OF_WORDS = frozenset({"title", "heading", "alinea", "sentence", "column"})
"""Units that words can be the whole of."""


def _gather_node(node: ParseTree[Token], addressing: Addressing, parts: Parts) -> None:
    name = str(node.data)
    if name in ("dropped", "tongue_unchanged", "stopped", "lined"):
        # «доходы – цифры "1" …»: of figures that stand in the unit more than once none are taken anyway.
        return
    if name == "times":
        count = next(int(str(token.value)) for token in leaves(node) if token.type == "TIMES")
        # «во всех случаях» counts nothing.
        parts.times, parts.everywhere = (count, parts.everywhere) if count else (parts.times, True)
        return
    if name == "left_out":
        starts = len(addressing.starts)
        for child in node.find_data("targets"):
            addressing.excepted.extend(addresses(child, addressing))
        del addressing.starts[starts:]
        return
    if name == "stretch":
        addressing.slips.append(("amend.stretch", ""))
        _quoted(node, parts, "old", addressing)
        return
    if name == "targets":
        known = len(addressing.slips)
        told = titled(addresses(node, addressing))
        if parts.outer is not None and all(target and outer_holds(parts.outer, target, addressing) for target in told):
            # «в пункте 2 указанного приказа подпункт 2)»: the unit stands where the sentence says, whatever is open.
            own = addressing.slips[known:]
            addressing.slips[known:] = [slip for slip in own if slip[0] not in OF_CONTEXT]
        parts.targets = (parts.targets or ()) + told
    elif name in ("place", "place_outer", "place_of"):
        inner = Parts()
        addressing.whose = name == "place_of"
        known = len(addressing.slips)
        gather(node, addressing, inner)
        addressing.whose = False
        found = inner.targets if inner.targets is not None else inner.outer
        if (
            inner.everywhere
            and inner.outer
            and inner.targets
            and all(each[-1].kind == "title" for each in inner.targets)
        ):
            # «в заголовке и по всему тексту статьи 5»: the heading is that of the unit whose text is meant.
            found = (*(_heading(unit) for unit in inner.outer), *inner.outer)
        if parts.outer and found and all(each and outer_holds(parts.outer, each, addressing) for each in found):
            # «в статье 20 часть вторую»: the second place stands in the first, whatever is open.
            addressing.slips[known:] = [slip for slip in addressing.slips[known:] if slip[0] not in OF_CONTEXT]
        if found and _text_beside(node, inner, parts, found):
            addressing.slips.append(("amend.ambiguous", ""))
        if found is not None and parts.outer is not None:
            both = titled(beside(parts.outer, found, addressing, linked=parts.linked))
            deeper = all(any(one == each[: len(one)] and one != each for one in parts.outer) for each in both)
            if parts.side_by_side and deeper:
                # «в приложении 1, в приложении 2, в пункте 3»: in both, or in the last alone and in all of the first?
                addressing.slips.append(("amend.address_doubtful", ""))
            parts.outer, parts.side_by_side = both, not deeper
        elif found is not None:
            parts.outer = found
        parts.linked = False
        parts.everywhere = parts.everywhere or inner.everywhere
        parts.all_text = parts.all_text or any(
            _of_document_text(path) for kind in ("path", "path_inner_first") for path in node.find_data(kind)
        )
        parts.text = parts.text or inner.text
        parts.text_first = parts.text_first or (inner.text and not any(node.find_data("on_tongue")))
    elif name == "there":
        parts.outer = addressing.last or ((addressing.context.steps,) if addressing.led else None)
        if parts.outer is None:
            addressing.slips.append(("amend.unit_unplaced", ""))
    elif name == "explained":
        # «в пояснении по заполнению формы»: it stands in the annex of its form; which lines are its own is not told.
        steps = addressing.context.steps
        depth = next((at for at, step in enumerate(steps) if step.kind in ("annex", "form")), None)
        parts.outer = (steps if depth is None else steps[: depth + 1],)
        addressing.slips.append(("amend.place_guessed", ""))
    elif name == "since":
        parts.since = next(str(token.value) for token in leaves(node))
    elif name == "until":
        parts.period.append(" ".join(token.text for token in leaves(node)))
    elif name == "temporary":
        parts.temporary = True
    elif name == "led_by":
        inner = Parts()
        _quoted(node, inner, "old", addressing)
        parts.lead = tuple(inner.old)
    elif name in ("next_after", "next_before"):
        inner = Parts()
        _quoted(node, inner, "old", addressing)
        parts.beside = tuple(inner.old)
        parts.position = "after" if name == "next_after" else "before"
    elif name == "slip_case":
        addressing.slips.append(("amend.case_slip", " ".join(token.text for token in leaves(node))))
        gather(node, addressing, parts)
    elif name in ("anchor_after", "anchor_before"):
        # «пункт 9 после абзаца второго дополнить …»: the neighbour stands in the unit that the sentence names.
        inner = Parts(outer=parts.outer)
        gather(node, addressing, inner)
        parts.anchor = inner.targets[-1] if inner.targets else None
        parts.position = "after" if name == "anchor_after" else "before"
        if len({target[:-1] for target in inner.targets or ()}) > 1:
            # «3-тармақтың және 4-тармақтың екінші абзацынан кейін»: beside each of them, not the last alone.
            addressing.slips.append(("amend.address_doubtful", ""))
    elif name == "at_end":
        parts.position = "end"
        if not _said_again(node, parts, addressing):
            gather(node, addressing, parts)
    elif name in ("after", "before"):
        parts.position = "after" if name == "after" else "before"
        _quoted(node, parts, "old", addressing)
    elif name == "said_nom":
        _quoted(node, parts, "old", addressing)
    elif name == "said_ins":
        _quoted(node, parts, "new", addressing)
    elif name == "slip_new":
        addressing.slips.append(("amend.case_slip", " ".join(token.text for token in leaves(node))))
        _quoted(node, parts, "new", addressing)
    elif name == "said_unit":
        noun = next((token.value for token in leaves(node) if token.type.startswith("U_")), None)
        if isinstance(noun, Noun) and noun.meaning != "sentence":
            addressing.slips.append(("amend.address_doubtful", ""))
        _quoted(node, parts, "new", addressing)
    elif name == "everywhere":
        parts.everywhere = True
        inner = Parts()
        gather(node, addressing, inner)
        if inner.targets is None and inner.outer is None:
            parts.text = True
        else:
            parts.outer = (*(parts.outer or ()), *(inner.outer or inner.targets or ()))
    elif name == "text":
        parts.text = True
        gather(node, addressing, parts)
        if any(node.find_data("place_of")) and not any(node.find_data("on_tongue")):
            # «Қағидалардың мәтінінде»: the text of a whole document, that of a unit is the unit.
            whole = all(not each or each[-1].kind in ("instrument", "annex") for each in parts.outer or ())
            parts.everywhere = parts.everywhere or whole
    elif name == "renumber_to":
        inner, known, starts = Parts(), len(addressing.slips), len(addressing.starts)
        gather(node, addressing, inner)
        parts.renumber_to = inner.targets or ()
        begun = addressing.starts[starts:]
        parts.renumber_said = bool(begun) and all(
            each and each[-1].kind != begin for each, begin in zip(parts.renumber_to, begun, strict=False)
        )
        parts.renumber_to = _as_moved(parts)
        kinds = {each[-1].kind for each in (*(parts.targets or ()), *parts.renumber_to) if each}
        if parts.targets and len(kinds) == 1:
            # A new number stands where the old one does, whatever is open.
            addressing.slips[known:] = [slip for slip in addressing.slips[known:] if slip[0] not in OF_CONTEXT]
    elif name == "by_new":
        # «пункт 4 заменить пунктом следующего содержания»; what is named beside it must be of that kind and number.
        kinds = {target[-1].kind for target in parts.targets or () if target}
        nouns = {token.value.meaning for token in leaves(node) if isinstance(token.value, Noun)}
        given = [numbers(child) for child in subtrees(node) if child.data == "numbers"]
        olds = [target[-1].number for target in parts.targets or () if target]
        if nouns != kinds or any(list(each) != olds for each in given):
            addressing.slips.append(("amend.address_doubtful", ""))
    elif name == "moved_as":
        # «подпункт 3) пункта 6 переместить в пункт 7, считая его подпунктом 4)».
        inner = Parts()
        gather(node, addressing, inner)
        parts.moved_as = tuple(each[len(common(each, addressing.context.steps)) :] for each in inner.targets or ())
        parts.renumber_to = _as_moved(parts)
    elif name == "moved_bare":
        # «… переместить в статью 7 под номером 4)»
        kind = parts.targets[0][-1].kind if parts.targets and parts.targets[0] else "paragraph"
        labels = numbers(cast(ParseTree[Token], node.children[0]))
        parts.moved_as = tuple((Step(kind, number),) for number in labels)
        parts.renumber_to = _as_moved(parts)
    elif name == "persons":
        # «вывести из состава комиссии Ахметова Е.Б.»: the row, or line, that names the person.
        who = [token.text for token in leaves(node) if token.type == "PERSON"]
        if addressing.lang == "rus":
            # «вывести Ахметова Е.Б.» is Ахметов, and no woman of that name.
            addressing.slips.append(("amend.person_case", ", ".join(who)))
        parts.targets = tuple((*addressing.context.steps, Step("row", name=each)) for each in who)
    elif name == "text_added":
        parts.targets = ((*addressing.context.steps, Step("sentence")),)
    elif name == "members":
        inner = Parts()
        gather(node, addressing, inner)
        parts.outer = inner.targets or inner.outer
        parts.targets = ((*addressing.context.steps, Step("row")),)
        within = parts.outer or (addressing.context.steps,)
        named = [leaf.value for leaf in leaves(node) if isinstance(leaf.value, Named)]
        opened = inner.targets is None and any(_is_composition(step) for step in addressing.context.steps)
        if addressing.lang == "rus" and not opened and not any(each.noun == "состав" for each in named):
            addressing.slips.append(("amend.address_doubtful", ""))
        if not all(each and each[-1].kind in ("instrument", "table", "annex") for each in within):
            addressing.slips.append(("amend.address_doubtful", ""))
    elif name == "renumber_bare":
        parts.renumber_bare = numbers(cast(ParseTree[Token], node.children[0]))
    elif name == "annex_source":
        cited = [number for child in node.children if not isinstance(child, Token) for number in numbers(child)]
        parts.annex = (*parts.annex, *(tuple(cited) or ("",)))
        of_list = any(token.type == "I_DAT" for token in leaves(node))
        if len(parts.annex) > max(1, len(cited)) and of_list is not parts.of_list:
            # One annex of the list and one of the order in one sentence.
            addressing.slips.append(("amend.address_doubtful", ""))
        parts.of_list = of_list
    elif name == "by_words":
        # «тақырыбы "Персонал" деген сөзбен ауыстырылсын»: the whole of it gives way to the words.
        if any(target and target[-1].kind not in _OF_WORDS for target in parts.targets or ()):
            addressing.slips.append(("amend.address_doubtful", ""))
        inner = Parts()
        _quoted(node, inner, "new", addressing)
        parts.inline = " ".join(inner.new)
        parts.quotations.extend(inner.quotations)
    elif name == "inline":
        token = next(leaf for leaf in leaves(node) if leaf.type == "QUOTED")
        parts.inline = " ".join(token.text.split())
        parts.quotations.append((token.start, token.end, "new"))
    elif name == "swapped":
        # «слова "а" и "б" поменять местами»: each takes the place of the other.
        _quoted(node, parts, "old", addressing)
        parts.worded = len(parts.old) != 2
        parts.new.extend(() if parts.worded else reversed(parts.old))
    elif name == "worded":
        parts.worded = True
        gather(node, addressing, parts)
    elif name == "said_sign":
        parts.sign = next(str(leaf.value) for leaf in leaves(node) if leaf.type.startswith("SIGN_"))
        addressing.slips.append(("amend.sign_joined", ""))
    elif name == "in_other":
        _gather_none(node, addressing, parts)
    elif name == "in_own":
        inner = Parts()
        gather(node, addressing, inner)
        if parts.targets is None and inner.targets:
            parts.targets = tuple(target for target in inner.targets if target) or inner.targets
    else:
        gather(node, addressing, parts)


def _said_again(node: ParseTree[Token], parts: Parts, addressing: Addressing) -> bool:
    """True for «в абзаце втором точку в конце абзаца»: a noun without a number is the unit that was named before it."""
    said = list(leaves(node))
    nouns = [leaf.value.meaning for leaf in said if leaf.type[:2] == "U_" and isinstance(leaf.value, Noun)]
    units = parts.outer if parts.outer is not None else (addressing.context.steps,)
    numbered = any(leaf.type in ("NUM", "ORD") for leaf in said)
    return len(nouns) == 1 and not numbered and all(unit and unit[-1].kind == nouns[0] for unit in units)


def _text_beside(node: ParseTree[Token], inner: Parts, before: Parts, found: tuple[Address, ...]) -> bool:
    """True for «в тексте, пункте 2», «в тексте и пункте 2»: whether the whole text is meant beside the point, or only
    the text of the point, is not told. «В заголовке и тексте» are the whole text."""
    if before.everywhere or inner.everywhere or all(not each or each[-1].kind in ABOVE_TEXT for each in found):
        return False
    if node.data != "place" or any(node.find_data("on_tongue")):
        return False
    within = any(node.find_data("text")) and inner.targets is not None
    return within or (before.text_first and before.outer is None and not inner.text)


ABOVE_TEXT = frozenset({"title", "heading", "preamble"})
"""From «в заголовке и тексте»: what stands above the text of a unit or a document."""


def _is_composition(step: Step) -> bool:
    """True for «Состав комиссии», whose members the lines below it name."""
    return step.kind in ("instrument", "table") and (step.name or "").casefold().startswith("состав ")


def _as_moved(parts: Parts) -> tuple[Address, ...]:
    """The new addresses of units that get numbers where they are moved to, whichever is said first."""
    if not parts.renumber_to or not parts.moved_as:
        return parts.renumber_to
    return tuple((*holder, *label) for holder in parts.renumber_to for label in parts.moved_as)


def _of_document_text(path: ParseTree[Token]) -> bool:
    """«в тексте Правил», «в тексте приложения 2 к приказу»: the text of a document, not of one unit."""
    said = any(isinstance(child, Token) and child.type.startswith("T_") for child in path.children)
    units = {leaf.value.meaning for leaf in leaves(path) if leaf.type[:2] == "U_" and isinstance(leaf.value, Noun)}
    return said and units <= {"annex"} and (bool(units) or any(leaf.type[:2] in ("I_", "A_") for leaf in leaves(path)))


def outer_holds(outer: tuple[Address, ...], target: Address, addressing: Addressing) -> bool:
    """Tell whether each place named before a unit can hold the unit, as far as the sentence itself names it."""
    own = target[len(common(target, addressing.context.steps)) :]
    return bool(own) and all(bool(each) and holds(each[-1].kind, own[0].kind) for each in outer)


def _gather_none(node: ParseTree[Token], addressing: Addressing, parts: Parts) -> None:
    inner = Parts()
    gather(node, addressing, inner)
    parts.targets = inner.targets
    if inner.targets and () in inner.targets and any(inner.targets):
        # «шешімнің орыс тіліндегі тақырыбына өзгеріс енгізілді»: the act is named as the one whose heading it is.
        opened = addressing.context.steps
        parts.targets = tuple(target[len(common(target, opened)) :] for target in inner.targets if target)
    # "the title and the text": the whole act is a target beside the title; "the text of the preamble" is the preamble.
    joined = any(isinstance(leaf, Token) and leaf.type == "AND" for part in subtrees(node) for leaf in part.children)
    if (
        joined
        and inner.text
        and all(target and target[-1].kind in ("title", "heading") for target in inner.targets or ())
    ):
        parts.targets = (*(inner.targets or ()), ())


def subtrees(node: ParseTree[Token]) -> Iterator[ParseTree[Token]]:
    return (child for child in node.children if not isinstance(child, Token))


def _heading(unit: Address) -> Address:
    return titled(((*unit, Step("heading")),))[0]


def _quoted(node: ParseTree[Token], parts: Parts, side: Literal["old", "new"], addressing: Addressing) -> None:
    if any(part.data == "bracketed" for part in node.iter_subtrees()):
        # The brackets may belong to the words or not; a person sees which words were taken.
        addressing.slips.append(("amend.brackets_outside", ""))
    if any(part.data == "in_brackets" for part in node.iter_subtrees()) and not all(
        token.text.strip().startswith("(") and token.text.strip().endswith(")")
        for token in leaves(node)
        if token.type == "QUOTED"
    ):
        addressing.slips.append(("amend.brackets_unsaid", ""))
    for child in node.find_data("times"):
        _gather_node(child, addressing, parts)
    for token in leaves(node):
        if token.type.startswith("SIGN_"):
            (parts.old if side == "old" else parts.new).append(str(token.value))
        if token.type == "QUOTED":
            if side == "new" and _mark_in_doubt(token):
                addressing.slips.append(("amend.quotes_unbalanced", token.text))
            (parts.old if side == "old" else parts.new).append(" ".join(token.text.split()))
            parts.quotations.append((token.start, token.end, side))


def _mark_in_doubt(token: Token) -> bool:
    """True for new words of which one mark opens, or closes, a quotation within them, too, other than a title's.

    «словами "торговое" место"»: whether the marks belong to the words or one of them is a slip is not told; old words
    have to stand in the base as they were read. A title begins with a capital: «"Законом "О музеях"».
    """
    if not isinstance(token.value, tuple) or len(token.value) != 2 or all(token.value):
        return False
    inner = [char for mark, char in pairwise(token.text) if mark in QUOTE_MARKS and char.isalpha()]
    return not token.value[0] or not any(map(str.isupper, inner))


def leaves(node: ParseTree[Token]) -> Iterator[Token]:
    """Yield the tokens of a tree in order."""
    for child in node.children:
        if isinstance(child, Token):
            yield child
        else:
            yield from leaves(child)
