"""A command written out in the official manner, in either language: the inverse of reading.

``read(render(c)) == c`` for every command that the language can say; what it cannot is refused, never bent.
"""

import re
from itertools import groupby

from lexkz.amendment.model import Address, Command, Step
from lexkz.languages.language import words_of
from lexkz.languages.unit_order import RANK
from lexkz.languages.writing import Writer, WrittenUnit, writer

_OPENED = frozenset({"instrument", "annex", "table"})
WORD_ACTIONS = frozenset({"replace_words", "insert_words", "delete_words"})


class UnrenderableError(ValueError):
    """A command that a text cannot say in one sentence under one heading."""


def render(command: Command, lang: str, *, by: str = "order", in_unit: bool = False) -> tuple[str, ...]:
    """Return the lines that say ``command``: what opens its place, then the command itself.

    ``by`` is the kind of the act that commands, which is named where an annex of it is. ``in_unit``: the outermost
    numbered unit has a line of its own, too («в пункте 3:»), and the command says what stands below it. The base act is
    not among the lines (see :func:`render_base`). Raises :class:`UnrenderableError` where the targets have nothing in
    common that one sentence could name, and KeyError for a name whose noun is not known.
    """
    say = writer(lang)
    if command.since is not None and command.action != "suspend":
        raise UnrenderableError("a command from a day of its own")
    if command.action == "replace" and command.annex and [len(target) for target in command.targets] == [1]:
        (only,) = command.targets[0]
        if only.kind == "instrument":
            whole = say.approved(only.name or "", command.base.type)
            return (say.sentence("replace_by_annex", target=whole, annex=_annex(command, say), act=say.by_act(by)),)
    opened, inner = _split(command.targets, whole=command.everywhere)
    lines = _openings(opened, say, command.base.type)
    if in_unit:
        units = {target[:1] for target in inner}
        if len(units) != 1 or units == {()}:
            raise UnrenderableError("targets in several units")
        (unit,) = units
        lines.append(f"{say.path((_unit(unit),), 'loc')}:")
        opened, inner = opened + unit, tuple(target[1:] for target in inner)
        if command.action not in WORD_ACTIONS and not all(inner):
            raise UnrenderableError("a unit as a whole under a line that opens it")
    lines.append(_sentence(command, inner, opened, say, lang, by))
    if command.content:
        first, *rest = command.content
        body = [f'"{first}', *rest]
        body[-1] += '";'
        lines += body
    return tuple(lines)


def render_base(command: Command, lang: str) -> str:
    """Return the line that names the base act of ``command``; raises :class:`UnrenderableError` if it is not known."""
    base = command.base
    if base.type is None:
        raise UnrenderableError("the base act is not known")
    return writer(lang).base(base.title, base.type, base.date, base.number, base.registration)


def describe(address: Address, lang: str) -> str:
    """Return an address in words, outermost unit first, for a person to read."""
    say = writer(lang)
    parts = []
    for step in address:
        if step.kind == "title":
            parts.append({"kaz": "тақырып", "rus": "заголовок"}[lang])
        elif step.kind == "instrument":
            parts.append(step.name or "")
        elif step.kind == "annex" and step.number == "all":
            parts.append({"kaz": "барлық қосымшалар", "rus": "все приложения"}[lang])
        elif step.name and step.number is None:
            parts.append(f"«{step.name}»")
        else:
            parts.append(say.path((_unit((step,)),), "nom" if lang == "kaz" else "dictionary"))
    return " · ".join(parts) or {"kaz": "бүкіл акт", "rus": "весь акт"}[lang]


def phrased(address: Address, lang: str) -> str:
    """Return an address as one phrase, as people say it: «абзац второй пункта 2», «2-тармақтың екінші абзацы».

    Where the language cannot say it so, the words of :func:`described`.
    """
    if any(step.number == "all" for step in address):  # «все приложения» is no number of one
        return described(address, lang)
    try:
        units = tuple(_unit((step,)) for step in address)
        return writer(lang).path(units, "nom" if lang == "kaz" else "dictionary").rstrip(",")
    except (ValueError, LookupError):
        return described(address, lang)


def described(address: Address, lang: str) -> str:
    """Return the words of :func:`describe`; where the language cannot say a step, its noun and its bare number."""
    return " · ".join(_step_said(step, lang) for step in address) if address else describe((), lang)


def action_name(action: str, instruction: str, lang: str) -> str:
    """Return what a command does, as papers call it: a unit that loses force is not taken out."""
    words = words_of("kaz" if lang == "kaz" else "rus")
    if action == "repeal" and words.notes.void(instruction):
        return words.layout.voids
    return words.layout.actions.get(action, action)


def _step_said(step: Step, lang: str) -> str:
    try:
        return describe((step,), lang).rstrip(",")
    except (ValueError, LookupError):  # an ordinal that no word says («часть 2-1»), a kind without a word
        pass
    number = step.number or step.name or ""
    try:
        noun = describe((Step(step.kind),), lang)
    except (ValueError, LookupError):
        return f"{step.kind} {number}".strip()
    return f"{number}-{noun}" if lang == "kaz" else f"{noun} {number}"


def _split(targets: tuple[Address, ...], *, whole: bool = False) -> tuple[Address, tuple[Address, ...]]:
    """Part the targets into what lines of their own open, and what the sentence itself addresses.

    ``whole``: the sentence may say «по всему тексту» of what a line opened.
    """
    heads = {tuple(step for step in target if step.kind in _OPENED) for target in targets}
    if len(heads) != 1:
        raise UnrenderableError("targets in several approved acts, annexes or tables")
    head = heads.pop()
    inner = tuple(target[len(head) :] for target in targets)
    if any(target[: len(head)] != head for target in targets):
        raise UnrenderableError("a table within a numbered unit")
    if all(inner):
        return head, inner
    if len(targets) == 1 and head and head[-1].kind != "instrument":
        return head[:-1], (head[-1:],)
    if whole and len(targets) == 1:
        return head, inner
    if any(inner) or head:
        raise UnrenderableError("a whole approved act among its units")
    return head, inner


def _openings(opened: Address, say: Writer, kind: str | None) -> list[str]:
    lines: list[str] = []
    name = next((step.name for step in opened if step.kind == "instrument"), None)
    if name is not None:
        lines.append(say.opening(name, None, kind))
    for step in opened:
        if step.kind == "annex":
            lines.append(say.opening(name or "", step.number or "", kind))
        elif step.kind == "table":
            if step.name is None:
                raise UnrenderableError("a table without a name cannot be opened by a line")
            lines.append(say.place(step.name))
    return lines


def _sentence(command: Command, inner: tuple[Address, ...], opened: Address, say: Writer, lang: str, by: str) -> str:
    action = command.action
    if action in WORD_ACTIONS:
        return _words(command, inner, say)
    if action == "repeal_act":
        base = command.base
        if base.type is None:
            raise UnrenderableError("the base act is not known")
        cited = say.cited_act(base.title, base.type, base.date, base.number, base.registration)
        return say.sentence("repeal_act", base=cited)
    if action == "none":
        whole = inner == ((),)
        return (
            say.sentence("none_act") if whole else say.sentence("none", target=_targets(inner, _none_case(lang), say))
        )
    if action == "insert":
        return _insert(command, inner, say, by)
    if action == "replace" and command.annex:
        return say.sentence(
            "replace_by_annex", target=_targets(inner, "nom", say), annex=_annex(command, say), act=say.by_act(by)
        )
    if action == "renumber":
        to = tuple(target[len(opened) :] for target in command.renumber_to)
        return say.sentence("renumber", target=_targets(inner, "nom", say), to=_targets(to, _to_case(lang), say))
    if action == "move" and command.anchor:
        anchor = command.anchor[len(opened) :]
        side = "before" if command.position == "before" else "after"
        return say.sentence(f"move_{side}", target=_targets(inner, "nom", say), anchor=_targets((anchor,), side, say))
    if action == "move" and len(command.renumber_to) == 1:
        to = tuple(target[len(opened) :] for target in command.renumber_to)
        return say.sentence("move_to", target=_targets(inner, "nom", say), to=_targets(to, _into_case(lang), say))
    if action == "suspend" and command.content:
        return say.sentence("suspend_with", target=_targets(inner, "gen", say))
    if action in ("suspend", "resume"):
        return say.sentence(action, target=_targets(inner, "gen", say))
    if action in ("replace", "repeal"):
        return say.sentence(action, target=_targets(inner, "nom", say))
    raise UnrenderableError(f"{action} has no sentence")


def _none_case(lang: str) -> str:
    return "gen" if lang == "kaz" else "nom"


def _to_case(lang: str) -> str:
    return "nom" if lang == "kaz" else "ins"


def _into_case(lang: str) -> str:
    return "dat" if lang == "kaz" else "nom"


def _annex(command: Command, say: Writer) -> str:
    return say.path((WrittenUnit("annex", tuple(number for number in command.annex if number)),), "dat")


def _insert(command: Command, inner: tuple[Address, ...], say: Writer, by: str) -> str:
    last = tuple(target[-1:] for target in inner)
    outers = {target[:-1] for target in inner}
    if len(outers) != 1:
        raise UnrenderableError("units inserted in several places")
    outer = outers.pop()
    target = _targets(last, "ins", say)
    if command.annex:
        if outer:
            raise UnrenderableError("an annex within a unit")
        return say.sentence("insert_by_annex", target=target, annex=_annex(command, say), act=say.by_act(by))
    parts = {"target": target}
    key = "insert"
    if outer:
        parts["place"] = _targets((outer,), "nom", say)
        key = "insert_in"
    if command.anchor:
        if command.position != "after":
            raise UnrenderableError("units inserted before a unit")
        parts["anchor"] = _targets((command.anchor[-1:],), "after", say)
        key += "_after"
    return say.sentence(key, **parts)


def _words(command: Command, inner: tuple[Address, ...], say: Writer) -> str:
    if command.times is not None:
        raise UnrenderableError("words said to stand several times")
    if command.position == "end" and command.action != "insert_words":
        raise UnrenderableError("words said to end a unit")
    if command.excepted or command.beside is not None:
        raise UnrenderableError("words told by what stands beside them, or changed but for some units")
    whole = inner == ((),)
    if command.everywhere:
        target = "" if whole else _targets(inner, "gen", say)
        place = say.sentence("everywhere_in", target=target) if target else say.sentence("everywhere")
    else:
        case = "nom" if command.action == "insert_words" and command.position == "end" else "loc"
        place = "" if whole else _targets(inner, case, say)
    old, new = command.old, command.new
    if len(set(new)) == 1 and len(old) == len(new):
        # One new text for several old ones is said once.
        new = new[:1]
    parts = {"place": place, "old": _quotes(old, say), "new": _quotes(new, say)}
    parts["new_things"] = _things(new, say, "ins")
    if command.action == "replace_words":
        parts["old_things"] = _things(old, say, "nom")
        parts["respectively"] = say.sentence("respectively") if len(new) > 1 else ""
        return say.sentence("replace_words", **parts)
    if command.action == "delete_words":
        return say.sentence("delete_words", **(parts | {"old_things": _things(old, say, "nom")}))
    position = command.position or "end"
    if position == "end" and whole:
        raise UnrenderableError("words added at the end of a whole act")
    case = "after" if position == "after" else "before"
    return say.sentence(f"insert_words_{position}", **(parts | {"old_things": _things(old, say, case)}))


_FIGURES = re.compile(r"[\d\s.,]*\d[\d\s.,]*")


def _things(quotes: tuple[str, ...], say: Writer, case: str) -> str:
    """What the quoted is called: «слово», «слова», «цифру», «цифры»."""
    if quotes and all(map(_FIGURES.fullmatch, quotes)):
        return say.quoted_things(sum(map(str.isdigit, "".join(quotes))), case, figures=True)
    return say.quoted_things(_count(quotes), case)


def _count(quotes: tuple[str, ...]) -> int:
    """How many words are quoted: «слово "срок"», «слова "два дня"», «слова "срок", "день"»."""
    return sum(max(1, sum(any(map(str.isalnum, word)) for word in quote.split())) for quote in quotes)


def _quotes(words: tuple[str, ...], say: Writer) -> str:
    return say.joined(tuple(f'"{word}"' for word in words)) if words else ""


def _targets(targets: tuple[Address, ...], case: str, say: Writer) -> str:
    """Write addresses as a list: units side by side under one outer address become one list of numbers."""
    groups = [tuple(group) for _, group in groupby(targets, key=lambda target: (target[:-1], target[-1].kind))]
    paths: list[str] = []
    before: Address = ()
    for group in groups:
        first = group[0]
        # A later address inherits what stands higher than its own first step: it must not say less than it means.
        if before and RANK[first[0].kind] > min(RANK[step.kind] for step in before):
            raise UnrenderableError("an address that would inherit from the one before it")
        paths.append(
            say.path((*(_unit((step,)) for step in first[:-1]), _unit(tuple(each[-1] for each in group))), case)
        )
        before = group[-1]
    return say.joined(tuple(paths))


def _unit(steps: tuple[Step, ...]) -> WrittenUnit:
    if len(steps) > 1 and any(step.number is None for step in steps):
        raise UnrenderableError("several units without numbers")
    if steps[0].kind in ("row", "column") and steps[0].name and steps[0].number is None:
        raise UnrenderableError("a row or column that is told by its words")
    kind = "heading" if steps[0].kind == "title" else steps[0].kind
    return WrittenUnit(kind, tuple(step.number for step in steps if step.number is not None), steps[0].name)
