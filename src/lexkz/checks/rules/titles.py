"""The title of the act against its body: the same act is amended, the approved act has the name that its title says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lexkz.checks.draft import DraftAct, Passage
from lexkz.findings import Finding, quoting
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.mentions import day_key
from lexkz.languages.names import ends_alike, same_name, same_word, shortens
from lexkz.languages.stemming import stem

_NUMBER = re.compile(r"[\s,)]{0,3}(?:№|N)\s*(?P<number>[^\s(),;\"«»“”]*\d[^\s(),;\"«»“”]*)")
_QUOTED = re.compile(r"[«\"“„].*[»\"”“]")
_GAP = "\x00"
"""Stands for the quoted name of an act."""
_LONGEST_BODY = 12
"""Words of a body's name; more before a day are a title without quotes."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """An act as a line cites it."""

    day: str
    number: str | None
    body: frozenset[str]
    """Stems of the words between its kind, or its name, and its day."""
    printed: str


def cited(draft: DraftAct) -> Iterator[Finding]:
    """Yield a title that cites an act by another day, number, body or name than the body of the order does."""
    title = draft.zone("title")
    told = any(found.code == "amend.title_differs" for found in draft.reading.findings)
    if not title or told:
        return
    acts = [each for passage in draft.zone("own") for each in _cited(draft, passage.text)]
    named = [each for passage in title for each in _cited(draft, passage.text)]
    for each in named:
        if not acts or any(each.day == other.day and _fits(each.number, other.number) for other in acts):
            continue
        near = [one for one in acts if one.day == each.day or (one.number and one.number == each.number)]
        if near or len(named) == 1:
            printed = tuple(dict.fromkeys(one.printed for one in near or acts))
            yield quoting("check.title_cites", each.printed, title[0].place, candidates=printed[:3])
    if len(named) == 1 and acts:
        same = [one for one in acts if one.day == named[0].day]
        if same and all(_other_body(named[0], one) for one in same):
            yield quoting("check.title_cites", title[0].text, title[0].place)
    yield from _name(draft, title, len(named))


def _fits(one: str | None, two: str | None) -> bool:
    return one is None or two is None or fold(one) == fold(two)


def _cited(draft: DraftAct, text: str) -> Iterator[_Cited]:
    plain = _without_names(text)
    for found in words_of(draft.lang).mentions.dates.finditer(plain):
        key = day_key(fold(found[0]), draft.lang)
        if key.count("-") != 2 or _GAP in found[0]:
            continue
        number = _NUMBER.match(plain, found.end())
        before = re.split(r"[\x00;,(]", plain[: found.start()])[-1]
        printed = " ".join(plain[found.start() : number.end() if number else found.end()].split())
        yield _Cited(key, number["number"].strip(".") if number else None, _body(draft, before), printed)


def _body(draft: DraftAct, words: str) -> frozenset[str]:
    kind = [found.end() for found in draft.words.kind_of_act.finditer(words)]
    own = words[kind[-1] :] if kind else words
    stems = {stem(word) for word in re.findall(r"[^\W\d_]{2,}", fold(own))}
    return frozenset(stems) if len(stems) <= _LONGEST_BODY else frozenset()


def _other_body(one: _Cited, two: _Cited) -> bool:
    return bool(one.body and two.body) and not (one.body <= two.body or two.body <= one.body)


def _without_names(text: str) -> str:
    """The text with what stands in quotes, names of acts, as one mark each; a name in a name goes with it."""
    return re.sub(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]", _GAP, text)


def _name(draft: DraftAct, title: tuple[Passage, ...], count: int) -> Iterator[Finding]:
    """The name of the only act that the title cites, where it is quoted, against that in the body."""
    quoted = _QUOTED.search(title[0].text)
    names = {command.base.title for command in draft.reading.commands if command.base.title}
    if count > 1 or quoted is None or len(names) != 1 or title[0].text.count('"') > 2:
        return
    (name,) = names
    if not alike(quoted[0].strip('«»"“”„'), name):
        yield quoting("check.title_cites", quoted[0], title[0].place, candidates=(name,))


def alike(one: str, two: str) -> bool:
    """Return whether two names can be one: the same words, run together or not, or one shortened."""
    left, right = _words(one), _words(two)
    letters = sorted(("".join(left.split()), "".join(right.split())), key=len)
    return letters[0] in letters[1] or same_name(left, right) or shortens(left, right) or shortens(right, left)


def _words(name: str) -> str:
    return " ".join(re.findall(r"[^\W_]+(?:-[^\W_]+)*", fold_spaces(name)))


def approved(draft: DraftAct) -> Iterator[Finding]:
    """Yield names of approved acts that are nearly, but not quite, the one in the title of the act that approved it.

    Nearly: the same kind of document («Правила») under another name, or another kind under the same name. Where the
    title approves several documents of the kind, or the base is at hand and has one of that name, nothing is said.
    """
    told: set[str] = set()
    for command in draft.reading.commands:
        wanted = draft.words.approves.fullmatch(fold_spaces(command.base.title or ""))
        for target in command.targets:
            step = next((step for step in target if step.kind == "instrument" and step.name), None)
            if wanted is None or step is None or step.name is None:
                continue
            title, name = _words(wanted["name"]), _words(step.name)
            if alike(name, title) or ends_alike(title, name) or _is_there(draft, name):
                continue
            kind, rest = draft.words.kind_of_document(name)
            own_kind, own_rest = draft.words.kind_of_document(title)
            several = sum(same_word(word, own_kind) for word in title.split()) > 1
            same_kind = same_word(kind, own_kind)
            if not several and same_kind != same_name(rest, own_rest) and name not in told:
                told.add(name)
                yield quoting(
                    "check.approved_name", step.name, draft.of_command(command), candidates=(command.base.title or "",)
                )


def _is_there(draft: DraftAct, name: str) -> bool:
    return any(alike(name, _words(known)) for known in draft.instruments)
