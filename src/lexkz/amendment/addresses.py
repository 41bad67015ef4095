"""From the tree of an address to addresses: inherited context, lists and ranges, approved acts by their names."""

import re
from itertools import pairwise, product
from typing import cast

from lexkz.akn.numbers import as_arabic
from lexkz.amendment.addressing import Addressing
from lexkz.amendment.base import base_act
from lexkz.amendment.context import NOTHING, Context
from lexkz.amendment.model import Address, Kind, Step
from lexkz.amendment.numbers import hyphen_missing, numbers, unfolded
from lexkz.languages.chunks import ActReference, Named
from lexkz.languages.commands import commands_within
from lexkz.languages.folding import fold
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.table_heads import heads_table
from lexkz.languages.tokens import Token
from lexkz.languages.unit_order import RANK, holds
from lexkz.languages.vocabulary import Noun, leads_in

_LABEL = re.compile(r"(?:[^\W\d_]|\d+(?:-\d+)*)[).]?")
"""A quoted number or letter of a unit: «подпункт "а"»."""
_LABELLED = (
    "footnote",
    "paragraph",
    "subparagraph",
    "section",
    "subsection",
    "part",
    "article",
    "chapter",
    "table",
    "annex",
)
_RULES = frozenset(
    {
        *("правило", "положение", "инструкция", "методика", "стандарт", "регламент", "устав", "требование"),
        *("қағида", "ереже", "нұсқаулық", "әдістеме", "стандарт", "регламент", "жарғы", "талап"),
    }
)
"""Nouns of documents that are made of points, and never a table or a list within an annex."""
_ROMAN_KINDS = ("section", "subsection", "chapter", "subchapter", "annex")


def addresses(node: ParseTree[Token], addressing: Addressing) -> tuple[Address, ...]:
    """Return the addresses of a ``targets`` node in the order of the text, each complete from the base act down.

    A later address of a Kazakh list inherits the outer units of the one before it: "1-баптың 2-тармағы және
    4-тармағының 1) тармақшасы" is all of article 1. Russian names outer units last: "подпункт 1) пункта 2 и пункт 4
    статьи 1" is, too. Raises UnreadableRangeError.
    """
    groups: list[tuple[Address, ...]] = []
    paths = _each_with_its_head(node)
    if len(paths) > 1 and (inner := _each_inside(node, paths, addressing)):
        return inner
    if len(paths) > 1 and any(node.find_data("thereto")):
        # «в пункте 14 и заголовке к нему»: of what stands before it in the list.
        addressing.slips.append(("amend.address_doubtful", ""))
    if addressing.lang == "kaz":
        _judge_shared_case(node, addressing)
    if len(paths) > 1 and any(path.data == "path_inner_first" for path in paths):
        return tuple(address for group in _russian_list(paths, addressing) for address in group)
    for path in paths:
        within = None
        if groups:
            before = groups[-1][-1]
            outer = _around(before, path, addressing)
            within = Context(addressing.context.base, outer, addressing.context.instruments)
        groups.append(_path(path, addressing, within))
    return tuple(address for group in groups for address in group)


def _each_inside(node: ParseTree[Token], paths: list[ParseTree[Token]], addressing: Addressing) -> tuple[Address, ...]:
    """«5-тармақта, 2) тармақшада», «в пункте 5, подпункте 2)»: places parted by commas, each within the one before it.
    ``()`` for a list of places side by side; a list that is both («3-қосымшада, 5-тармақта және 7-тармақта») a doubt.
    """
    links = [child for child in node.children if isinstance(child, Token)]
    places = [_place(path, addressing.lang) for path in paths]
    within = [
        one is not None and two is not None and one[0] not in _BARE and RANK.get(one[0], 99) < RANK.get(two[1], -1)
        for one, two in pairwise(places)
    ]
    lead = [inside and link.type == "COMMA" for inside, link in zip(within, links, strict=False)]
    if len(lead) < len(within) or not any(lead):
        return ()
    if not all(lead):
        if any(place is not None and place[0] == "annex" for place in places):
            # «1-қосымшада, 2-қосымшада, 3-тармақта»: a point of the act itself, or of which of the annexes?
            addressing.slips.append(("amend.address_doubtful", ""))
        return ()
    found = _path(paths[0], addressing, None)
    known = len(addressing.slips)
    for path in paths[1:]:
        if len(found) != 1:
            addressing.slips.append(("amend.address_doubtful", ""))
        context = Context(addressing.context.base, found[0], addressing.context.instruments)
        found = _path(path, addressing, context)
    addressing.slips[known:] = [slip for slip in addressing.slips[known:] if slip[0] != "amend.address_shared"]
    return found


_BARE = frozenset({"title", "heading", "preamble", "corner_mark", "contents"})


def _place(path: ParseTree[Token], lang: str) -> tuple[str, str] | None:
    """The kind of the unit that a path in the locative leads to, and that of the outermost one it names; else None."""
    words = [leaf for leaf in path.scan_values(lambda leaf: isinstance(leaf, Token)) if isinstance(leaf, Token)]
    nouns = [leaf for leaf in words if isinstance(leaf.value, Noun) and leaf.type.startswith("U_")]
    if not nouns or any(leaf.type[:2] in ("I_", "A_", "B_", "T_", "N_") for leaf in words):
        return None
    target, outer = (nouns[-1], nouns[0]) if lang == "kaz" else (nouns[0], nouns[-1])
    kinds = (cast(Noun, target.value).meaning, cast(Noun, outer.value).meaning)
    return kinds if "LOC" in target.type else None


_OF_TEXT = frozenset({"paragraph", "subparagraph", "part", "alinea", "row", "column"})


def _each_with_its_head(node: ParseTree[Token]) -> list[ParseTree[Token]]:
    """The paths of a list; one for each unit where several have one head: «2-тараудың және 3-тараудың тақырыптары»."""
    paths: list[ParseTree[Token]] = []
    for path in node.children:
        if isinstance(path, Token):
            continue
        either = next((at for at, child in enumerate(path.children) if getattr(child, "data", "") == "either"), None)
        if either is None:
            paths.append(path)
            continue
        before, after = path.children[:either], path.children[either + 1 :]
        for one in cast(ParseTree[Token], path.children[either]).children:
            if not isinstance(one, Token):
                paths.append(type(path)(SHARED_HEAD, [*before, *one.children, *after]))
    return paths


SHARED_HEAD = "path_shared_head"


def _judge_shared_case(node: ParseTree[Token], addressing: Addressing) -> None:
    """«3-тармақ пен 4-тармақтың екінші абзацы»: «пен» shares the case of what follows it, so that the alinea can be
    one of point 3, too."""
    for place, link in enumerate(node.children):
        if not isinstance(link, Token) or not 0 < place < len(node.children) - 1:
            continue
        left, right = node.children[place - 1], node.children[place + 1]
        if isinstance(left, Token) or isinstance(right, Token):
            continue
        # «және» shares no case, so that a nominative before a genitive («… бөлігінің күші жойылды») is a slip.
        if fold(link.text) not in _WITH and [noun.case for noun in _nouns(right)[-1:]] != ["gen"]:
            continue
        last, outer = _nouns(left)[-1:], _nouns(right)[:-1]
        if last and last[0].case == "nom" and any(noun.meaning == last[0].meaning for noun in outer):
            addressing.slips.append(("amend.address_doubtful", ""))


_WITH = frozenset({"мен", "пен", "бен"})


def _nouns(path: ParseTree[Token]) -> list[Noun]:
    """The units that a path names, in order."""
    leaves = [leaf for leaf in path.scan_values(lambda leaf: isinstance(leaf, Token)) if isinstance(leaf, Token)]
    return [leaf.value for leaf in sorted(leaves, key=lambda leaf: leaf.start) if isinstance(leaf.value, Noun)]


def _russian_list(paths: list[ParseTree[Token]], addressing: Addressing) -> list[tuple[Address, ...]]:
    """Each path of a list: what stands last serves those before it; what only an earlier one says is a doubt."""
    bare: list[tuple[Address, ...]] = []
    told: list[list[tuple[str, str]]] = []
    for path in paths:
        known = len(addressing.slips)
        bare.append(_path(path, addressing, None))
        told.append(addressing.slips[known:])
        del addressing.slips[known:]
    groups = shared_outer(bare, addressing, [_of_text(path) for path in paths])
    for group, alone, slips in zip(groups, bare, told, strict=True):
        # «подпункт 5) пункта 1 и пункт 4 статьи 18»: what stands last says where the first is, whatever is open.
        placed = group is not alone and not _unsure(group[0], addressing)
        addressing.slips.extend(slip for slip in slips if not (placed and slip[0] in OF_CONTEXT))
    for place in range(1, len(groups)):
        before, group = groups[place - 1][-1], groups[place]
        known = len(_inherited(group[0], addressing.opened))
        if group is not bare[place] or len(group[0]) == known:
            continue
        outer = _around(before, paths[place], addressing)
        head = Context(addressing.context.base, outer).under(group[0][known])
        if len(head) > known and head[:known] == group[0][:known]:
            addressing.slips.append(("amend.address_shared", ""))
            groups[place] = tuple((*head, *address[known:]) for address in group)
    return groups


OF_CONTEXT = frozenset({"amend.context_closed", "amend.context_doubtful"})
"""Doubts about what an address that does not say it stands in."""


def _unsure(address: Address, addressing: Addressing) -> bool:
    """True where it is not sure in which of the open units the first unit that an address itself names stands."""
    own = address[len(_inherited(address, addressing.opened)) :]
    return not own or addressing.context.left(own[0]) or addressing.context.doubtful(own[0])


def _around(before: Address, path: ParseTree[Token], addressing: Addressing) -> Address:
    """The units in which an address of a list goes on behind ``before``: those around what that one names.

    «наименование главы 5 и статью 20»: articles and points bear their numbers through all chapters, so that the chapter
    whose heading is named is not said to hold them.
    """
    if len(before) <= len(addressing.opened):
        return before
    outer = before[:-1]
    if before[-1].kind == "heading" and _kinds(path) & _RUNNING:
        while len(outer) > len(addressing.opened) and outer[-1].kind in _DIVISIONS:
            outer = outer[:-1]
    return outer


_DIVISIONS = frozenset({"section", "subsection", "chapter", "subchapter"})


_DIVIDES = _DIVISIONS | {"heading"}
_RUNNING = frozenset({"article", "paragraph"})


def _kinds(path: ParseTree[Token]) -> set[str]:
    """The kinds of all units that a path names."""
    values = [leaf.value for leaf in path.scan_values(lambda leaf: isinstance(leaf, Token)) if isinstance(leaf, Token)]
    return {value.meaning for value in values if isinstance(value, Noun)}


def _of_text(path: ParseTree[Token]) -> bool:
    return any(isinstance(child, Token) and child.type.startswith("T_") for child in path.children)


def shared_outer(
    groups: list[tuple[Address, ...]], addressing: Addressing, texts: list[bool]
) -> list[tuple[Address, ...]]:
    """Return groups of addresses with what the last of them says of those before it.

    Russian names the outer units last: "в заголовке и пункте 1 статьи 6" is the heading of article 6, too.

    ``texts``: where a path is the text of a unit, «в заголовке и тексте статьи 6», the whole of it stands above.
    """
    out = [groups[-1]]
    for place in range(len(groups) - 2, -1, -1):
        group = groups[place]
        later = out[0][0] if texts[place + 1] else out[0][0][:-1]
        addressing.text_of = addressing.text_of or (texts[place + 1] and group[0][-1].kind == "heading")
        known = len(_inherited(group[0], addressing.opened))
        own = group[0][known:]
        outer = tuple(step for step in later[known:] if own and holds(step.kind, own[0].kind))
        if own and own[0].kind == "heading" and any(step.kind == "article" for step in outer):
            # «заголовок и абзац первый пункта 1 статьи 24»: a point of an article has no heading, the article has.
            outer = outer[: next(at for at, step in enumerate(outer) if step.kind == "article") + 1]
        if own and own[0].kind in _RUNNING and out[0][0] and out[0][0][-1].kind in _DIVIDES:
            # «статью 34 и параграф 3 главы 5»: articles and points bear their numbers through all chapters.
            outer = tuple(step for step in outer if step.kind not in _DIVISIONS)
        fits = outer and later[:known] == group[0][:known] and later[known : known + len(outer)] == outer
        left = len(_inherited(later, group[0][:known]))
        if not fits and own and left < known and any(holds(step.kind, own[0].kind) for step in later[left:]):
            # Below «в пункте 9:», «в абзаце первом и подпункте 3) пункта 10»: the line of point 9, or of point 10?
            addressing.slips.append(("amend.context_doubtful", ""))
        out.insert(0, tuple((*address[:known], *outer, *address[known:]) for address in group) if fits else group)
    return out


def common(left: Address, right: Address) -> Address:
    """Return the steps with which both addresses begin."""
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return left[:length]


def _inherited(address: Address, opened: Address) -> Address:
    length = 0
    while length < min(len(address), len(opened)) and address[length] == opened[length]:
        length += 1
    return address[:length]


def _path(path: ParseTree[Token], addressing: Addressing, earlier: Context | None) -> tuple[Address, ...]:
    head: Address | None = None
    start: str | None = None
    groups: list[tuple[Step, ...]] = []
    plurals = len(addressing.plurals)
    approved = any(not isinstance(child, Token) and child.data == "approved" for child in path.children)
    for child in path.children:
        if isinstance(child, Token):
            if child.type.startswith("I_"):
                named = cast(Named, child.value)
                if named.by is not None:
                    addressing.context = addressing.context.in_act(base_act(named.by))
                step = _instrument(child, addressing, approved=approved or named.approved)
                head = (*(addressing.context.under(step) if step.kind == "table" else ()), step)
                if step.kind == "table" and named.noun == "состав":
                    # «вывести из состава комиссии» under the annex that holds the composition.
                    head = head[:-1]
            elif child.type.startswith("A_"):
                head = ()
            elif child.type.startswith("N_"):
                # «пояснение по заполнению формы»: a part of its annex, with a name and no number.
                groups.append((Step("table", name=cast(Named, child.value).name),))
            elif child.type.startswith("B_"):
                head = _other_act(child, addressing)
        elif child.data == "approved":
            for token in child.children:
                if isinstance(token, Token) and token.type.startswith("B_"):
                    _other_act(token, addressing)
        elif child.data == "thereto":
            annexes = path.data != "path_inner_first" or all(step.kind == "annex" for step in groups[-1])
            head = _thereto(addressing, sure=annexes)
        elif child.data == "inner_list":
            groups.append((Step("table", name=cast(Named, cast(Token, child.children[0]).value).name),))
        elif child.data == "this_act":
            head = ()
            addressing.slips.append(("amend.this_act", ""))
        elif child.data in ("named", "explaining", "explained_place"):
            if is_explanation(child):
                head = _explained(child, addressing, groups, head)
            else:
                groups.append((_named(child, addressing),))
        elif child.data == "step" and (same := _same(child, addressing)) is not None:
            head, start = same, same[-1].kind
        elif child.data == "step":
            outer = bool(groups) and path.data == "path_inner_first"
            groups.append(_steps(child, addressing, outer=outer))
    if path.data == "path_inner_first":
        groups.reverse()
    if path.data == SHARED_HEAD or any(len(group) > 1 for group in groups[:-1]):
        # «абзацы вторые пунктов 10 и 11»: one in each of several units.
        addressing.in_each = addressing.in_each or len(addressing.plurals) > plurals
        del addressing.plurals[plurals:]
    if len(groups) > 1 and groups[-1] == (Step("contents"),) and groups[-2][0].kind in _OF_TEXT:
        # «19-тармақтың мазмұны»: what a point says, and no table of contents.
        groups.pop()
    if head is None and groups:
        context = earlier or addressing.context
        groups, said = _of_context(groups, context, alone=addressing.whose or _of_text(path))
        addressing.starts.append(groups[0][0].kind if groups else OPEN)
        head = said if said is not None else context.under(groups[0][0])
        if earlier is None and said is None and context.doubtful(groups[0][0]):
            addressing.slips.append(("amend.context_doubtful", ""))
        if earlier is None and said is None and context.left(groups[0][0]):
            addressing.slips.append(("amend.context_closed", ""))
        if earlier is not None and path.data == "path_inner_first" and len(head) > len(addressing.opened):
            addressing.slips.append(("amend.address_shared", ""))
    elif head is not None:
        addressing.starts.append(start or (head[0].kind if head else "act"))
    out = tuple((*(head or ()), *combination) for combination in product(*groups))
    if not leads_a_list(out):
        addressing.slips.extend(of_leads(path))
    return out


def of_leads(node: ParseTree[Token]) -> list[tuple[str, str]]:
    """The doubt about «вводная часть» of what is no point, for each that is named."""
    words = (leaf for leaf in node.scan_values(lambda leaf: isinstance(leaf, Token)) if isinstance(leaf, Token))
    leads = (leaf for leaf in words if isinstance(leaf.value, Noun) and leads_in(leaf.value.nominative))
    return [("amend.address_doubtful", leaf.text) for leaf in leads]


def leads_a_list(found: tuple[Address, ...]) -> bool:
    """True where a first line is one of a point: «вводная часть» of a chapter or of an order can be several lines, or
    its preamble."""
    return all(len(each) > 1 and each[-2].kind in ("paragraph", "subparagraph") for each in found)


def _thereto(addressing: Addressing, *, sure: bool) -> Address:
    """«в приложении 1 к нему», «оған 1-қосымшада»: of the document that is open, else of the act."""
    opened = addressing.context.steps
    if not sure or any(step.kind in ("annex", "form") for step in opened):
        # Of that annex, of the rules that it belongs to, or of the act: which of them is not said.
        addressing.slips.append(("amend.address_doubtful", ""))
    return tuple(step for step in opened[:1] if step.kind == "instrument")


def _same(node: ParseTree[Token], addressing: Addressing) -> Address | None:
    """The unit that «того же пункта», «сол тармақтың» points back to; None for other steps, and where it is not one."""
    tokens = [child for child in node.children if isinstance(child, Token)]
    if not any(token.type == "SAME" for token in tokens):
        return None
    noun = next(token.value for token in tokens if isinstance(token.value, Noun))
    return addressing.context.same(noun.meaning, addressing.last)


OPEN = "open"
"""What an address begins with that only says «(по тексту) статьи»: the unit that is open."""


def _of_context(
    groups: list[tuple[Step, ...]], context: Context, *, alone: bool
) -> tuple[list[tuple[Step, ...]], Address | None]:
    """«название статьи», «баптың тақырыбы»: a unit without a number is the one of its kind that is open.

    ``alone``: its text is spoken of («по тексту статьи»), so that nothing in it need be named.
    """
    first = groups[0][0]
    if (len(groups) < 2 and not alone) or len(groups[0]) != 1 or first.number is not None or first.name is not None:
        return groups, None
    place = next((at for at, step in enumerate(context.steps) if step.kind == first.kind), None)
    return (groups[1:], context.steps[: place + 1]) if place is not None else (groups, None)


def _other_act(token: Token, addressing: Addressing) -> Address:
    addressing.context = addressing.context.in_act(base_act(cast(ActReference, token.value)))
    return ()


def _named(node: ParseTree[Token], addressing: Addressing) -> Step:
    if not any(step.kind in ("annex", "form") for step in addressing.context.steps):
        addressing.slips.append(("amend.place_guessed", ""))
    return Step("table", name=cast(Named, cast(Token, node.children[0]).value).name)


def is_explanation(node: ParseTree[Token]) -> bool:
    """Return whether a named place is what explains a form, which stands in the annex of its form."""
    named = cast("Token", node.children[0]).value
    return isinstance(named, Named) and named.noun == "explanation"


def _explained(
    node: ParseTree[Token], addressing: Addressing, groups: list[tuple[Step, ...]], head: Address | None
) -> Address | None:
    """«2-қосымшаның нысанын толтыру бойынша түсіндірмеде 3-тармақ»: its points are those of the form's annex.

    Where it is itself what changes, it is a part of the annex with a name and no number; which lines are its own, in
    which words change, is not told. Returns what the address has above
    its steps.
    """
    if any(step.kind in ("annex", "form") for group in groups for step in group):
        known = True
    else:
        steps = addressing.context.steps
        depth = next((at for at, step in enumerate(steps) if step.kind in ("annex", "form")), None)
        known = depth is not None and not groups
        if depth is not None and head is None and not groups:
            head = steps[: depth + 1]
    if known and node.data == "explaining":
        groups.append((Step("table", name=cast(Named, cast(Token, node.children[0]).value).name),))
    elif not known or node.data == "explained_place":
        addressing.slips.append(("amend.place_guessed", ""))
    return head if head is not None or groups else ()


def _instrument(token: Token, addressing: Addressing, *, approved: bool) -> Step:
    named = cast(Named, token.value)
    context = addressing.context
    if commands_within(named.name, addressing.lang):
        addressing.slips.append(("amend.name_suspicious", named.name))
    known, fits = context.instrument(named)
    if known is None and len(fits) > 1:
        addressing.slips.append(("amend.instrument_ambiguous", token.text))
    if known is None and not approved and not named.again and any(step.kind == "annex" for step in context.steps):
        if named.noun in _RULES and len(context.steps) == 1:
            # «в приложении 1 к указанному приказу:», «в Правилах …:»: the document that the annex is.
            annex = context.steps[0].number
            addressing.context = context.knowing(named.name, annex)
            return Step("instrument", number=annex, name=named.name)
        # Under an annex a new name without "approved" is a table or list of that annex, not an act of its own.
        return Step("table", name=named.name)
    if known is None and not fits and _unknown(named, approved=approved, context=context):
        addressing.slips.append(("amend.instrument_unknown", token.text))
    if known is not None and known.casefold() != named.name.casefold() and not named.again:
        addressing.slips.append(("amend.name_shortened", token.text))
    name = known or named.name
    # «Нұсқаулықта (6-қосымша)» under a document may be the annex of that document, not of the act.
    told = approved or not any(step.kind == "instrument" for step in context.steps)
    addressing.context = context.knowing(name, named.annex if told else None)
    return Step("instrument", number=addressing.context.annex_of(name), name=name)


def _unknown(named: Named, *, approved: bool, context: Context) -> bool:
    """True for a short name («указанная Инструкция», «к регламенту») of which nothing has said what it stands for."""
    short = named.again or " " not in named.name
    return short and not approved and context.base != NOTHING and not context.says_of(named)


def _steps(node: ParseTree[Token], addressing: Addressing, *, outer: bool) -> tuple[Step, ...]:
    noun_token = next(child for child in node.children if isinstance(child, Token) and child.type.startswith("U_"))
    noun = cast(Noun, noun_token.value)
    kind = cast(Kind, noun.meaning)
    begun = [
        leaf.text
        for each in node.find_data("begun_with")
        for leaf in each.children
        if isinstance(leaf, Token) and leaf.type == "QUOTED"
    ]
    excepted = [child for child in node.children if not isinstance(child, Token) and child.data == "excepted"]
    names = [child.text for child in node.children if isinstance(child, Token) and child.type == "QUOTED"]
    if kind != "row" and isinstance(node.children[-1], Token) and node.children[-1].type == "ROW_NUMBER":
        # «3-тармақтың нөмірі»: the number, and not the text, of a unit.
        addressing.slips.append(("amend.address_doubtful", node.children[-1].text))
    list_node = next(
        (child for child in node.children if not isinstance(child, Token) and child.data == "numbers"), None
    )
    found = numbers(list_node)
    if list_node is not None:
        last = [child for child in list_node.children if isinstance(child, Token) and child.type in ("NUM", "ORD")][-1:]
        if addressing.lang == "kaz" and last and last[0].type == "NUM" and hyphen_missing(last[0], noun_token, kind):
            addressing.slips.append(("amend.hyphen_missing", f"{last[0].text} {noun_token.text}"))
        if len({child.type for child in list_node.children if isinstance(child, Token)} & {"NUM", "ORD"}) > 1:
            # «3-тармақтың бірінші және 4-тармақтың екінші абзацтары»: the noun of the first number is left out.
            addressing.slips.append(("amend.address_doubtful", ""))
    # An outer unit in the Russian genitive is one: «пункт 1 статьи 5-1».
    if list_node is not None and not (outer and not noun.plural):
        found = unfolded(found, list_node, noun_token, addressing)
    if begun and len(found) < 2:
        # «пункт 11, начинающийся словами "…"»: the base shows whether it begins so.
        return (Step(kind, number=next(iter(found), None), name=" ".join(begun[0].split())),)
    if not found and leads_in(noun.nominative):
        found = ("1",)
    if not found:
        for each in excepted:
            _without_excepted((), kind, each, addressing)
        said = [" ".join(name.split()) for name in names]
        if said and kind in _LABELLED and all(_LABEL.fullmatch(name) for name in said):
            capital = kind not in ("paragraph", "subparagraph")
            bare = [name.rstrip(").") for name in said]
            return tuple(Step(kind, number=name if capital else fold(name)) for name in bare)
        if len(said) > 1:
            return tuple(Step(kind, name=name) for name in said)
        if not said and kind == "row" and heads_table(noun.nominative):
            return (Step(kind, name=noun.nominative),)
        return (Step(kind, name=said[0] if said else None),)
    if kind in _ROMAN_KINDS:
        found = tuple(as_arabic(text) for text in found)
    for each in excepted:
        found = _without_excepted(found, kind, each, addressing)
    return tuple(Step(kind, number=text) for text in found)


def _without_excepted(
    found: tuple[str, ...], kind: Kind, node: ParseTree[Token], addressing: Addressing
) -> tuple[str, ...]:
    """«пункты 4 – 8 (кроме пункта 6)» are 4, 5, 7 and 8; an exception of another kind is a doubt of the command."""
    inner = Addressing(Context(), addressing.lang)
    out = [
        address[-1] for child in node.children if not isinstance(child, Token) for address in addresses(child, inner)
    ]
    if all(step.kind == kind and step.number in found for step in out):
        return tuple(number for number in found if number not in {step.number for step in out})
    words = sorted((token for token in node.scan_values(lambda _: True)), key=lambda token: token.start)
    addressing.slips.append(("amend.exception_unread", " ".join(token.text for token in words)))
    return found
