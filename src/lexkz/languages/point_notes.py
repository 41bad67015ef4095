"""The notes of one point as one note, as in official editions: «в редакции приказа …; с изменением, внесенным …».

A consolidated file keeps a note for each change: what a paper prints at the end of a point is made of them here. Only
notes in the very words that we write are joined; another one, as an official edition has it, stays what it is.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from lexkz.languages.language import words_of
from lexkz.languages.notes import NotedUnit, NoteKind

Came = Literal["changed", "new", "both"]
"""What changes in a point are: words and units in another wording, new units, or both."""


@dataclass(frozen=True, slots=True)
class NoteClause:
    """One note taken apart: «пункт 3 исключен приказом», «Министра …», «от 30.09.2024 № 391 (…)»."""

    kind: NoteKind
    text: str
    """All of it, without opening and full stop, as it stands within a sentence."""
    subject: str
    """What changed, in the case that the verb wants."""
    new: str
    """Of an insertion what came, of a new number what the unit is now, as the note names it."""
    act: str
    """Slug of the kind of act."""
    author: str
    """Who made it, as printed; empty for laws."""
    said: str
    """Its day, number and entry into force, as printed."""
    ruled: str = ""
    """The sentence on a person's decision."""

    @property
    def source(self) -> tuple[str, str, str]:
        """The act that made the change."""
        return self.act, self.author, self.said


@dataclass(frozen=True, slots=True)
class PointNotes:
    """How one language says several changes of one point in one sentence."""

    opening: str
    """«Сноска. », «Ескерту. »."""
    ruled: str
    """How the sentence on a person's decision begins."""
    clauses: tuple[tuple[NoteKind, re.Pattern[str]], ...]
    """Each kind of note as we write it, without opening and full stop; groups ``subject``, ``new`` (of ``_WITH_NEW``),
    ``act``, ``author`` and ``said``."""
    nouns: Mapping[str, str]
    """The noun of an act, as notes have it, to its slug."""
    forms: Callable[[NotedUnit], tuple[str, ...]]
    """The forms of a unit's name that notes have: «пункт 2», «пункта 2», «пунктом 2»."""
    subject: int
    """Which of them is the subject of changes in the unit: «пункт 2», «2-тармаққа»."""
    changed: Mapping[tuple[Came, bool], str]
    """What is said of changes, by what they are and whether they are several."""
    clause: str
    """The clause on changes: ``{subject}`` (empty where the clause before names it), ``{changed}``, ``{acts}``."""
    acts: Callable[[str, Sequence[tuple[str, str]]], str]
    """Acts of one kind, each with author and day: «приказами Министра … от …; от …»."""


_WITH_NEW = frozenset({"inserted", "renumbered"})
"""Notes that name what came beside what it came to."""


def one_note(notes: Sequence[str], unit: NotedUnit, lang: str) -> tuple[str, ...]:
    """Return the notes on a point (an article, an annex) and what it holds as one; before it, those that stay alone.

    ``notes`` stand in the order in which the changes were made.

    - What happened to the unit as a whole keeps its words, and so does a single change of what it holds.
    - Several changes in it are «пункт 2 с изменениями, внесенными приказами …», each act once.
    - A note that tells of a person's decision is joined with notes of the same act only: else it could not be told
      whose change was decided.
    """
    words = words_of(lang).point_notes
    apart: list[str] = []
    known: list[NoteClause] = []
    for note in dict.fromkeys(notes):
        clause = _taken_apart(note, words)
        if clause is None:
            apart.append(note)
        else:
            known.append(clause)
    sources = dict.fromkeys(clause.source for clause in known)
    groups = [known] if known else []
    if any(clause.ruled for clause in known):
        groups = [[one for one in known if one.source == source] for source in sources]
    return (*apart, *(_sentence(group, unit, words) for group in groups))


def _taken_apart(note: str, words: PointNotes) -> NoteClause | None:
    """A note that is written as we write them; None for another."""
    if not note.startswith(words.opening):
        return None
    text, ruled, reason = note.removeprefix(words.opening).partition(words.ruled)
    if not text.endswith("."):
        return None
    plain = f"{text[:1].lower()}{text[1:-1]}"
    for kind, pattern in words.clauses:
        match = pattern.fullmatch(plain)
        if match is not None and ";" not in match["said"].partition("(")[0]:
            new = match["new"] if kind in _WITH_NEW else ""
            act, author = words.nouns[match["act"]], match["author"].strip()
            return NoteClause(kind, plain, match["subject"], new, act, author, match["said"], (ruled + reason).strip())
    return None


def _sentence(clauses: Sequence[NoteClause], unit: NotedUnit, words: PointNotes) -> str:
    forms = frozenset(words.forms(unit))
    said: list[str] = []
    named = False
    for whole, group in groupby(clauses, key=lambda one: one.kind != "changed" and _is_about(one, forms)):
        found = list(group)
        if whole or (len(found) == 1 and not (named and _is_about(found[0], forms))):
            said += [one.text for one in found]
            named = named or _is_about(found[0], forms)
        else:
            said.append(_changes(found, unit, words, named=named))
            named = True
    text = "; ".join(said)
    ruled = "".join(f" {one}" for one in dict.fromkeys(clause.ruled for clause in clauses) if one)
    return f"{words.opening}{text[:1].upper()}{text[1:]}.{ruled}"


def _is_about(clause: NoteClause, forms: frozenset[str]) -> bool:
    """Whether a change is of the unit itself, not of something that it holds."""
    return (clause.new or clause.subject) in forms


def _changes(clauses: Sequence[NoteClause], unit: NotedUnit, words: PointNotes, *, named: bool) -> str:
    new = {clause.kind == "inserted" for clause in clauses}
    came: Came = "both" if len(new) > 1 else "new" if new == {True} else "changed"
    same = len({clause.subject for clause in clauses}) == 1 and all(one.kind == "changed" for one in clauses)
    subject = "" if named else clauses[0].subject if same else words.forms(unit)[words.subject]
    sources = dict.fromkeys(clause.source for clause in clauses)
    acts = [
        words.acts(act, [(author, said) for _, author, said in found])
        for act, found in groupby(sources, key=lambda one: one[0])
    ]
    changed = words.changed[came, len(clauses) > 1]
    return words.clause.format(subject=subject, changed=changed, acts="; ".join(acts)).strip()
