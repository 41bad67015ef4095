"""From one tree of a sentence to what it commands: a draft for each clause, or the context that it opens."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import cast

from lexkz.amendment.addresses import OF_CONTEXT, addresses, common, is_explanation, leads_a_list, of_leads
from lexkz.amendment.addressing import Addressing
from lexkz.amendment.base import base_act
from lexkz.amendment.beside import beside, titled
from lexkz.amendment.context import Context, Suspending
from lexkz.amendment.draft import Draft, Interpretation, numberless
from lexkz.amendment.model import Action, Address, Step
from lexkz.amendment.parts import ABOVE_TEXT, Parts, gather, leaves
from lexkz.amendment.shared_words import served
from lexkz.languages.chunks import ActReference, Named
from lexkz.languages.language import words_of
from lexkz.languages.parse_tree import ParseTree
from lexkz.languages.tokens import Token
from lexkz.languages.unit_order import RANK
from lexkz.languages.vocabulary import Noun


def interpreted(tree: ParseTree[Token], context: Context, lang: str) -> Interpretation:
    """Return what one way of reading a sentence says in ``context``. Raises UnreadableRangeError."""
    addressing = Addressing(context, lang, context.steps)
    drafts: list[Draft] = []
    opens = False
    shared: object = None
    annexed: Context | None = None
    lead: Context | None = None
    for clause, end, verb in _clauses(tree):
        if clause.data == "listing":
            opens = True
            addressing.context = replace(addressing.context, repealing=True, listed=_kind_listed(clause))
            continue
        if clause.data == "suspending":
            opens = True
            time = suspension_time(clause, lang)
            if time == Suspending(None, None) and any(clause.find_data("until")):
                addressing.slips.append(("amend.context_unread", ""))
            addressing.context = replace(addressing.context, suspending=time)
            continue
        if clause.data == "listing_by_annex":
            opens, annexed = True, replace(context, repealing=True, listed=_kind_listed(clause))
            continue
        if clause.data == "context_by_annex":
            opens, annexed = True, _opened(clause, addressing)
            addressing.context = context
            continue
        if clause.data == "context":
            opens = True
            lead = addressing.context = _opened(clause, addressing)
            addressing.led = True
            continue
        before = addressing.context
        draft = _draft(clause, addressing)
        draft = replace(draft, end=max(draft.end, end))
        if clause.data == "renumber_it":
            _number_first(drafts, draft, addressing)
            shared = verb
            continue
        addressing.last, addressing.renewed = draft.targets, draft.renumber_to
        if shared is verb and _same_place(drafts[-1], draft):
            drafts[-1] = _joined(drafts[-1], draft)
        else:
            drafts.append(draft)
        shared = verb
        # Within one sentence the next clause inherits the units of the one before it.
        steps = _renamed(draft) or going_on(draft, before.steps)
        addressing.context = replace(addressing.context, steps=steps, shut=(), inside="command")
    _place_told_last(drafts, addressing)
    drafts = [part for draft in served(drafts) for part in _by_number(draft, tree)]
    after = addressing.context
    if lead is not None and drafts and lead.base == after.base:
        # A header with a command on its line holds for the lines below as one that stands alone.
        after = replace(lead, instruments=after.instruments, annexes=after.annexes)
        for draft in drafts:
            after = after.after(draft.start_kind, draft.targets)
    elif not opens:
        # What a command names it does not open; what was open stays so while it stands within.
        after = (
            replace(context, instruments=after.instruments, annexes=after.annexes)
            if after.base == context.base
            else after.opened(())
        )
        for draft in drafts:
            after = after.after(draft.start_kind, draft.targets)
    if drafts:
        # After new numbers it is not told which of the two «того же пункта» means.
        after = replace(after, named=() if drafts[-1].renumber_to else drafts[-1].targets)
    return Interpretation(tuple(drafts), after, opens, annexed, tuple(addressing.slips))


def _number_first(drafts: list[Draft], draft: Draft, addressing: Addressing) -> None:
    """«пункт 5 изложить в следующей редакции и считать пунктом 6: "6. …"»: the same as the number told first, where one
    unit is reworded; of others it is not told what gets the number."""
    before = drafts[-1] if drafts else None
    olds = before.targets if before is not None and before.action == "replace" else ()
    given = _renumbered(draft.renumber_to, olds, addressing.opened)
    if before is None or len(olds) != 1 or len(given) != 1 or not olds[0] or given[0][-1].kind != olds[0][-1].kind:
        addressing.slips.append(("amend.address_doubtful", ""))
        drafts.append(draft)
        return
    drafts[-1:] = [replace(draft, targets=olds, renumber_to=given), replace(before, targets=given)]


def _place_told_last(drafts: list[Draft], addressing: Addressing) -> None:
    """«слово "а" заменить словом "б", слово "в" исключить в пункте 11»: the unit named behind all words is that of
    each, where none is open that words without a place of their own could be meant in."""
    for at in range(len(drafts) - 1, 0, -1):
        after, draft = drafts[at], drafts[at - 1]
        bare = draft.action.endswith("_words") and draft.start_kind is None and draft.targets == (addressing.opened,)
        if not after.placed_last or not bare or draft.everywhere:
            continue
        if addressing.opened and addressing.opened[-1].kind not in _WHOLE:
            addressing.slips.append(("amend.address_doubtful", ""))
        drafts[at - 1] = replace(draft, targets=after.targets, start_kind=after.start_kind, placed_last=True)


_WHOLE = frozenset({"instrument", "annex"})
"""What is a document of its own: words changed in the whole of it are said to change in its text."""


def _by_number(draft: Draft, clause: ParseTree[Token]) -> list[Draft]:
    """Part from words under one unit those that begin with the number of another: «"4) Көрме"» after subpoint 1).

    They cannot stand in the unit named before them, so that they act in the one that holds it.
    """
    target = draft.targets[0] if len(draft.targets) == 1 and not draft.everywhere else ()
    if draft.action != "replace_words" or len(draft.old) != len(draft.new) or len(draft.old) < 2 or not target:
        return [draft]
    if target[-1].kind != "subparagraph":
        return [draft]
    labels = [_LABEL.match(words) for words in draft.old]
    strange = [label is not None and label.group(1) != target[-1].number for label in labels]
    if not any(strange) or all(strange):
        return [draft]
    pairs = list(zip(draft.old, draft.new, strange, strict=True))
    own, other = [pair for pair in pairs if not pair[2]], [pair for pair in pairs if pair[2]]
    halves = []
    for part, targets in ((own, draft.targets), (other, (target[:-1],))):
        old, new = tuple(pair[0] for pair in part), tuple(pair[1] for pair in part)
        marks = tuple(each for each in draft.quotations if _said_in(each, (*old, *new), clause))
        halves.append(replace(draft, old=old, new=new, targets=targets, quotations=marks))
    return halves


_LABEL = re.compile(r"(\d+(?:-\d+)*)\)")


def _behind(lead: str, words: str) -> str:
    """Words behind those that lead to them; a mark stands right behind: «после слова "срок" знак "." …»."""
    return f"{lead}{words}" if words[:1] in _SIGNS else f"{lead} {words}"


def _said_in(mark: tuple[int, int, str], words: tuple[str, ...], clause: ParseTree[Token]) -> bool:
    token = next(leaf for leaf in leaves(clause) if leaf.start == mark[0])
    return " ".join(token.text.split()) in words


def going_on(draft: Draft, before: Address) -> Address:
    """Return the units in which the next clause goes on: those of the words changed, or those around the unit."""
    if not draft.targets or not draft.targets[0]:
        return before
    return draft.targets[0] if draft.action.endswith("_words") else draft.targets[0][:-1]


def _renamed(draft: Draft) -> Address:
    """The one unit that a clause gives another number or place, by its old name: what follows goes on in it."""
    return draft.targets[0] if draft.renumber_to and len(draft.targets) == 1 else ()


def _same_place(left: Draft, right: Draft) -> bool:
    """Word pairs under one verb in one unit are one command."""
    alone = left.beside or right.beside
    return (
        not alone
        and left.action.endswith("_words")
        and (left.action, left.base, left.targets, left.position, left.everywhere, left.excepted, left.times)
        == (right.action, right.base, right.targets, right.position, right.everywhere, right.excepted, right.times)
    )


def _joined(left: Draft, right: Draft) -> Draft:
    return replace(
        left,
        old=left.old + right.old,
        new=left.new + right.new,
        end=right.end,
        quotations=left.quotations + right.quotations,
    )


def _clauses(tree: ParseTree[Token]) -> Iterator[tuple[ParseTree[Token], int, object]]:
    """Yield each clause with the end of its words and what it shares its verb by.

    The last of several that share a verb ends with the verb.
    """
    for child in tree.children:
        if isinstance(child, Token):
            continue
        if child.data == "led":
            yield from _clauses(child)
            continue
        if child.data != "clause":
            yield from ((part, 0, part) for part in _by_act(child))
            continue
        parts = [part for part in child.children if not isinstance(part, Token)]
        for part in parts:
            yield part, max(token.end for token in leaves(child)) if part is parts[-1] else 0, child


def _by_act(clause: ParseTree[Token]) -> Iterator[ParseTree[Token]]:
    """One clause for each act whose units it repeals: «приказ … № 51 и пункт 2 приказа … № 52» are two commands."""
    places = [place for place, child in enumerate(clause.children) if getattr(child, "data", None) == "targets"]
    if clause.data not in ("repeal", "listed", "suspend", "suspended") or len(places) != 1:
        yield clause
        return
    targets = cast(ParseTree[Token], clause.children[places[0]])
    groups = _acts_of(targets)
    if len(groups) < 2:
        yield clause
        return
    for group in groups:
        own = type(clause)(targets.data, group)
        yield type(clause)(clause.data, [*clause.children[: places[0]], own, *clause.children[places[0] + 1 :]])


def _acts_of(targets: ParseTree[Token]) -> list[list["ParseTree[Token] | Token"]]:
    """The addresses of a list, those in a row together that stand in one act.

    Russian names the act after the units that it holds, Kazakh before them.
    """
    paths = [path for path in targets.children if not isinstance(path, Token)]
    cited = [any(leaf.type.startswith("B_") or _approver(leaf) for leaf in leaves(path)) for path in paths]
    if sum(cited) < 2:
        return [list(targets.children)]
    groups: list[list[ParseTree[Token] | Token]] = []
    waiting: list[ParseTree[Token] | Token] = []
    for path, cites in zip(paths, cited, strict=True):
        if path.data == "path_inner_first":
            waiting.append(path)
            if cites:
                groups.append(waiting)
                waiting = []
        elif cites or not groups:
            groups.append([path])
        else:
            groups[-1].append(path)
    if waiting:
        groups[-1].extend(waiting)
    return groups


def _approver(leaf: Token) -> bool:
    return isinstance(leaf.value, Named) and leaf.value.by is not None


def _kind_listed(clause: ParseTree[Token]) -> str | None:
    """The kind of act that a list is said to hold: «некоторые решения … маслихата»."""
    acts = next((token for token in leaves(clause) if token.type == "ACTS"), None)
    return acts.value.meaning if acts is not None and isinstance(acts.value, Noun) else None


def _opened(clause: ParseTree[Token], addressing: Addressing) -> Context:
    addressing.context = replace(addressing.context, repealing=False, listed=None, suspending=None)
    named: tuple[Address, ...] = ()
    start: str | None = None
    before, linked = addressing.context, False
    for child in clause.children:
        if isinstance(child, Token):
            linked = linked or child.type == "AND"
            if child.type.startswith("B_"):
                addressing.context = addressing.context.in_act(base_act(cast(ActReference, child.value)))
        elif child.data == "targets":
            if named:
                seen = addressing.context
                addressing.context = replace(before, instruments=seen.instruments, annexes=seen.annexes)
            known, found = len(addressing.starts), addresses(child, addressing)
            start = start or next(iter(addressing.starts[known:]), None)
            addressing.slips.extend(("amend.range_doubtful", each) for each in addressing.plurals)
            addressing.plurals.clear()
            before = before if named else addressing.context
            named = beside(named, found, addressing, linked=linked) if named else found
            linked = False
            addressing.context = before.certain(start).opened(named[0], named[1:])
        elif child.data == "all_through":
            parts = Parts()
            gather(child, addressing, parts)
            named = parts.outer or ()
            addressing.context = replace(addressing.context.opened(named[0] if named else (), named[1:]), through=True)
        elif child.data == "named":
            depth = next(
                (at for at, step in enumerate(addressing.context.steps) if step.kind in ("annex", "form")), None
            )
            if depth is not None and is_explanation(child):
                # «в пояснении по заполнению формы:»: it stands in the annex of its form, with numbers of its own.
                addressing.context = addressing.context.opened(addressing.context.steps[: depth + 1])
                continue
            if depth is None:
                addressing.slips.append(("amend.place_guessed", ""))
                if any(step.kind == "paragraph" for step in addressing.context.steps):
                    # «в функциях центрального аппарата:» below the line of a point: lines of it, and no table.
                    addressing.context = addressing.context.opened(addressing.context.steps)
                    continue
            name = cast("Token", child.children[0]).value
            step = Step("table", name=getattr(name, "name", None))
            addressing.context = addressing.context.opened((*addressing.context.under(step), step))
    day = next((token.value for node in clause.find_data("since") for token in leaves(node)), None)
    return addressing.context.holding_from(str(day)) if day is not None else addressing.context


_ACTIONS: dict[str, Action] = {
    "replace": "replace",
    "insert": "insert",
    "repeal": "repeal",
    "listed": "repeal",
    "replace_words": "replace_words",
    "insert_words": "insert_words",
    "delete_words": "delete_words",
    "renumber": "renumber",
    "renumber_it": "renumber",
    "move": "move",
    "suspend": "suspend",
    "suspended": "suspend",
    "resume": "resume",
    "none": "none",
}


def _draft(clause: ParseTree[Token], addressing: Addressing) -> Draft:
    parts = Parts()
    known, led = len(addressing.starts), addressing.context.suspending
    addressing.plurals.clear()
    addressing.excepted.clear()
    addressing.in_each = False
    slips = len(addressing.slips)
    gather(clause, addressing, parts)
    starts = addressing.starts[known:]
    action = _ACTIONS[clause.data]
    words = list(leaves(clause))
    targets = _targets(action, parts, addressing)
    if action == "repeal" and targets == ((),):
        action = "repeal_act"
    if action in ("replace", "insert") and parts.targets is None and parts.outer is None and addressing.last:
        # «пункт 5 считать пунктом 6 и изложить в следующей редакции»: the unit that the sentence has just named.
        targets = addressing.renewed or addressing.last
    if action == "replace" and parts.targets is None:
        # «в заголовок внести изменение, изложив его …»
        targets = titled(targets)
    if clause.data == "renumber_it" and addressing.last:
        targets = addressing.last
    if action.endswith("_words") and parts.outer is None and not parts.text and addressing.context.through:
        parts.everywhere = True
    if action == "repeal" and all(target and _quoted_sentence(target[-1]) for target in targets):
        # «предложение "…" исключить» names words, as «слова "…" исключить» does.
        action = "delete_words"
        parts.old = list(dict.fromkeys(target[-1].name or "" for target in targets))
        targets = tuple(dict.fromkeys(target[:-1] for target in targets))
    if action == "insert" and parts.outer is None and parts.anchor:
        own = parts.anchor[len(common(parts.anchor, addressing.context.steps)) :]
        if len(own) > 1:
            # «13-бап 2-тармақтан кейін …»: the neighbour, told with what holds it, says where the new unit stands.
            addressing.slips[slips:] = [slip for slip in addressing.slips[slips:] if slip[0] not in OF_CONTEXT]
    old, new = tuple(parts.old), tuple(parts.new)
    if action == "insert_words" and len(old) < 2 and len(new) == 2 and new[0] in _SIGNS:
        # «дополнить запятой и словами "Б"»: the sign stands before the words, in one place with them.
        new = (f"{new[0]} {new[1]}",)
        addressing.slips.append(("amend.sign_joined", ""))
    if parts.renumber_bare and targets:
        # A new number without a noun is one of the unit that gets it; lists of unequal length stay a finding.
        olds = (*targets, *targets[-1:] * len(parts.renumber_bare))
        parts.renumber_to = tuple(
            (*before[:-1], Step(before[-1].kind, number=number))
            for before, number in zip(olds, parts.renumber_bare, strict=False)
            if before
        )
    if action == "move" and parts.anchor:
        _move_beside(parts)
    if any(token.type in ("PLACES", "SWAP") for token in words) and action == "renumber":
        # «3 және 4-тармақтардың орындары ауыстырылсын»: each gets the number of the other.
        parts.renumber_to = targets[::-1] if len(targets) == 2 else ()
    if parts.lead and len(parts.lead) == 1:
        old, new = (
            tuple(_behind(parts.lead[0], each) for each in old),
            tuple(_behind(parts.lead[0], each) for each in new),
        )
    if parts.sign:
        new = tuple(f"{parts.sign} {words}" for words in new)
    if any(numberless(target, draft_inserts=action == "insert") for target in targets):
        addressing.slips.append(("amend.unit_unnumbered", ""))
    if any(token.type == "ONWARD" for token in words):
        addressing.slips.append(("amend.onward", ""))
    if any(token.type == "FORMS" for token in words):
        addressing.slips.append(("amend.other_forms", ""))
    if action in ("replace_words", "insert_words") and len(new) == 1 and len(old) > 1 and not parts.worded:
        new = new * len(old)
    paired = any(token.type == "RESPECTIVELY" for token in words)
    if action == "replace_words" and paired and len(old) == 1 and len(new) == len(targets) > 1:
        # «в названии и в части третьей слова "А" заменить соответственно словами "Б", "В"»: a new text for each unit.
        old = old * len(new)
    if (leads := of_leads(clause)) and leads_a_list(targets):
        # «в пункте 7 вводную часть изложить»: the point is named apart.
        addressing.slips[slips:] = [slip for slip in addressing.slips[slips:] if slip not in leads]
    if _tongues_contradict(clause):
        addressing.slips.append(("amend.address_doubtful", ""))
    if _of_other_language(clause, addressing.lang):
        action, old, new, parts.inline, parts.annex, parts.everywhere = "none", (), (), None, (), False
        parts.anchor, parts.position, parts.renumber_to = None, None, ()
        targets = ((),) if parts.targets is None and parts.outer is None and parts.text else targets
    position = parts.position
    if action == "insert_words" and position is None:
        position = "end"
    if position == "end" and parts.everywhere:
        # Which of many texts ends is not told.
        addressing.slips.append(("amend.address_doubtful", ""))
    everywhere = parts.everywhere or ((addressing.text_of or parts.all_text) and action.endswith("_words"))
    excepted = tuple(addressing.excepted)
    if excepted and not (everywhere and all(any(each[: len(to)] == to for to in targets) for each in excepted)):
        # Where it is not a whole text that some of its units are left out of, what stays is not told.
        addressing.slips.append(("amend.exception_unread", " ".join(token.text for token in _told(clause, "left_out"))))
        excepted = ()
    if (parts.beside and (len(parts.beside), len(old)) != (1, 1)) or len(set(targets)) < len(targets):
        # «в заголовке, пункте 1 и в заголовке Правил»: one unit named twice is a sign of a misreading.
        addressing.slips.append(("amend.address_doubtful", ""))
    since, until = _days(parts.period, addressing.lang)
    if parts.period and since is None and until is None:
        addressing.slips.append(("amend.partly_read", "; ".join(parts.period)))
    elif led is not None and not parts.period and (clause.data == "suspended" or (action == "suspend" and led.at_end)):
        since, until = led.since, led.until
    return Draft(
        action=action,
        base=addressing.context.base,
        targets=targets,
        start=min(token.start for token in words),
        end=max(token.end for token in words),
        old=old,
        new=new,
        times=parts.times,
        everywhere=everywhere,
        excepted=excepted,
        position=position,
        beside=parts.beside[0] if parts.beside else None,
        anchor=_anchored(parts.anchor, targets, addressing.context.steps),
        # Where a unit is moved to is said in full: «переместить в пункт 6, считая его подпунктом 5)».
        renumber_to=parts.renumber_to
        if parts.moved_as or parts.renumber_said
        else _renumbered(parts.renumber_to, targets, addressing.context.steps),
        start_kind=min(starts, key=lambda kind: RANK.get(kind, -1)) if starts else None,
        annex=parts.annex,
        of_list=parts.of_list,
        temporary=parts.temporary,
        since=since if since is not None else parts.since,
        until=until,
        worded=parts.worded,
        each=_in_each(addressing.plurals, targets),
        in_each=addressing.in_each or bool(addressing.plurals),
        paired=paired,
        waits=action == "replace_words" and not new and not parts.worded,
        inline=parts.inline,
        placed_last=_placed_last(clause),
        quotations=tuple(parts.quotations),
    )


def _placed_last(clause: ParseTree[Token]) -> bool:
    """True where the only places that a clause names stand behind the words that it quotes."""
    places = [token.start for node in clause.find_data("place") for token in leaves(node)]
    words = [
        token.start for name in ("said_nom", "said_ins") for node in clause.find_data(name) for token in leaves(node)
    ]
    return bool(places and words) and min(places) > min(words)


def _move_beside(parts: Parts) -> None:
    """«перенести в главу 2 после пункта 8, считая его пунктом 8-1»: the neighbour stands in the chapter, and the new
    number in what holds the neighbour."""
    anchor = parts.anchor or ()
    if len(parts.renumber_to) == 1 and not parts.moved_as:
        (to,) = parts.renumber_to
        parts.anchor = (*to, *anchor[len(common(to, anchor)) :])
        parts.renumber_to = ()
    elif len(parts.renumber_to) == 1:
        to = parts.renumber_to[0][:-1]
        parts.anchor = (*to, *anchor[len(common(to, anchor)) :])
    elif len(parts.moved_as) == 1:
        parts.renumber_to = ((*anchor[:-1], *parts.moved_as[0]),)


def _told(clause: ParseTree[Token], name: str) -> list[Token]:
    """All words of the nodes of this name, in their order."""
    return sorted((token for node in clause.find_data(name) for token in leaves(node)), key=lambda token: token.start)


def _days(said: list[str], lang: str) -> tuple[str | None, str | None]:
    since, until = words_of(lang).entry.period(" ".join(said))
    return since.isoformat() if since is not None else None, until.isoformat() if until is not None else None


def suspension_time(clause: ParseTree[Token], lang: str) -> Suspending:
    """Return for how long a list stands still, by the line that opens it or by the item that has its verb."""
    said = [" ".join(token.text for token in leaves(node)) for node in clause.find_data("until")]
    return Suspending(*_days(said, lang))


def _in_each(plurals: list[str], targets: tuple[Address, ...]) -> str | None:
    """«в пунктах 5 и 6 абзацы вторые»: the units that the sentence names before it hold one each."""
    return plurals[0] if plurals and len({target[:-1] for target in targets}) < 2 else None


_SIGNS = frozenset({",", ";", ":", "."})


def _of_other_language(clause: ParseTree[Token], lang: str) -> bool:
    """True for a plain command on the text in the other language: here nothing changes."""
    own, other = ("RUSSIAN", "KAZAKH") if lang == "rus" else ("KAZAKH", "RUSSIAN")
    return other in _tongues(clause, "on_tongue") or own in _tongues(clause, "tongue_unchanged")


def _tongues_contradict(clause: ParseTree[Token]) -> bool:
    """«пункт 12 на русском языке изложить …, текст на русском языке не меняется»."""
    return bool(_tongues(clause, "on_tongue") & _tongues(clause, "tongue_unchanged"))


def _tongues(clause: ParseTree[Token], name: str) -> set[str]:
    said = {token.type for node in clause.find_data(name) for token in leaves(node)}
    return {each.removesuffix("LY") for each in said} & {"KAZAKH", "RUSSIAN"}


def _quoted_sentence(step: Step) -> bool:
    return step.kind == "sentence" and step.name is not None


def _anchored(anchor: Address | None, targets: tuple[Address, ...], opened: Address) -> Address | None:
    """An anchor without its outer units stands in those of the target: "пункт 5 дополнить … после подпункта 4)"."""
    if not anchor or not targets:
        return anchor
    own = anchor[len(common(anchor, opened)) :]
    return (*_holding(targets[0][:-1], own[0]), *own) if own else anchor


def _renumbered(found: tuple[Address, ...], targets: tuple[Address, ...], opened: Address) -> tuple[Address, ...]:
    """A new number stands where the old one does: «подпункт 3) пункта 19 считать подпунктом 4)»."""
    if len(found) != len(targets):
        return found
    return tuple(_anchored(new, (old,), opened) or new for new, old in zip(found, targets, strict=True))


def _holding(steps: Address, first: Step) -> Address:
    """Return the steps down to the last that can hold ``first``."""
    return Context(steps=steps).under(first)


def _targets(action: Action, parts: Parts, addressing: Addressing) -> tuple[Address, ...]:
    if action.endswith("_words") or parts.targets is None:
        if parts.outer is None:
            if action.endswith("_words") and addressing.renewed and not parts.text:
                # «пункты 5 и 6 считать пунктами 6 и 7, исключив слово "а"»: in what has got the new numbers.
                return addressing.last
            # "the text" is that of the unit open before the sentence, not of a heading named earlier in it.
            return (addressing.opened if parts.text else addressing.context.steps,)
        if parts.text and all(outer and outer[-1].kind in ABOVE_TEXT for outer in parts.outer):
            # "in the heading and in the text": the unit that is open counts beside the one named.
            parts.everywhere = True
            last = parts.outer[-1]
            return (*parts.outer, last[:-1] if last[-1].kind == "heading" else addressing.opened)
        return parts.outer
    if parts.outer is None:
        if parts.anchor is None or action != "insert":
            return parts.targets
        # "after subpoint 3) of point 1 … subpoint 3-1)": the new unit stands where its neighbour does.
        beside = parts.anchor[:-1]
        own = tuple(inner[len(common(inner, addressing.context.steps)) :] for inner in parts.targets)
        return tuple((*_holding(beside, inner[0]), *inner) for inner in own if inner)
    joined: list[Address] = []
    for outer, inner in product(parts.outer, parts.targets):
        joined.append((*outer, *inner[len(common(inner, addressing.context.steps)) :]))
    return tuple(joined)
