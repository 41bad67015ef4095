"""Words that the drafting rules need: references, corner marks, terms, institutions, announced changes, letters."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TermForm:
    """One way in which a passage writes a phrase that ought to be written one way only."""

    key: str
    """What is the same in all its forms."""
    form: str
    """What tells the forms apart."""
    printed: str
    ratio: int = 1
    """How many times as often another form must occur before this one is a slip."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """What one language says about drafting. Patterns are matched against printed text unless they say otherwise."""

    hyphens: tuple[re.Pattern[str], ...]
    """References whose hyphen is missing or stands apart: «1 қосымша», «14 – тарауларына»; «пункт 3- 1»."""
    hyphenated: Callable[[str], str]
    """Gives such a reference as it should be."""
    cases: tuple[re.Pattern[str], ...]
    """References whose case ending is certainly wrong; the whole match is the slip."""
    endings: re.Pattern[str]
    """A number in figures with an ending: groups ``number`` and ``ending``."""
    ending_fits: Callable[[str, str], bool]
    """Whether the ending (second) is the one that the number (first) takes."""
    corner_case: re.Pattern[str]
    """In a corner mark: the author in a case that does not fit «бұйрығына», «к приказу»; group ``slip``."""
    corner_date: re.Pattern[str]
    """A date in a corner mark, folded: groups ``day``, ``month``, ``year``."""
    month: Callable[[str], int | None]
    """Number of the month that a folded word names."""
    corner_annex: re.Pattern[str]
    """A mention of an annex in a corner mark, folded: group ``number``, None where it has none."""
    corner_name: re.Pattern[str]
    """What stands between the two annex numbers of a corner mark, folded: group ``name``."""
    annex_name: re.Pattern[str]
    """The ``name`` of the document that a phrase makes something an annex of: «приложение 3 к Правилам …»."""
    own_annex: re.Pattern[str]
    """A reference to an annex of the amending act itself, folded: group ``number``, one or a list, or None."""
    inner_annex: re.Pattern[str]
    """A reference of an approved document to an annex of its own, folded: group ``number``, as above."""
    added: re.Pattern[str]
    """Says that additions are made; folded."""
    changed: re.Pattern[str]
    """Says that changes are made; folded."""
    announces: re.Pattern[str]
    """Ends a line that announces changes to one act; folded."""
    definition: re.Pattern[str]
    """«(бұдан әрі – X)», «(далее – X)»: group ``term``."""
    is_form: Callable[[str, str], bool]
    """Whether the first word (folded) is a case form of the second."""
    bare_before: re.Pattern[str]
    """Ends with a word after which a defined term stands by itself, not as part of a longer name; folded."""
    self_reference: re.Pattern[str]
    """«осы Стандарт», «настоящих Правил»: group ``noun``."""
    institution: re.Pattern[str]
    """An institution with a part that must be written one way: groups ``form``, ``rest``."""
    institution_key: Callable[[str], str]
    """What of ``rest``, folded, is the same wherever ``form`` must be the same."""
    fixed_names: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]
    """Words that stand where a name of the state belongs, the forms that it has, and the name."""
    term_forms: Callable[[Sequence[str]], Iterator[TermForm]]
    """Forms of terms in a passage given as folded words."""
    orphan: re.Pattern[str]
    """A numbered line, folded, that has lost its first or its last words."""
    orders: re.Pattern[str]
    """The formula of an act that needs clauses of execution and control, folded."""
    reference: Callable[[Sequence[tuple[str, str]]], re.Pattern[str] | None]
    """Pattern, folded, of a reference to a unit, given kinds and numbers from the outermost; None for other kinds."""
    foreign: re.Pattern[str]
    """What beside a reference shows, folded, that it points into another act; matched on the text around it."""
    enclosing: re.Pattern[str]
    """What beside a reference shows, folded, that it points into a larger unit: «3-баптың», «… статьи 3»."""
    apart: frozenset[str]
    """Words, folded, that stand apart with a meaning of their own: «мен» beside «-мен», «ввиду» beside «в виду»."""
    approves: re.Pattern[str]
    """The title of an act that approves a document, folded: group ``name``, the document."""
    kind_of_document: Callable[[str], tuple[str, str]]
    """Parts the name of a document, folded: its kind («правила»), and what is left."""
    kind_of_act: re.Pattern[str]
    """The noun of a kind of act, where it stands before the body: «приказ Министра …»; matches nothing otherwise."""
    corner_capital: re.Pattern[str]
    """In a corner mark: the kind of the amending act with a capital in mid-sentence; group ``slip``."""
    one_word: re.Pattern[str]
    """A command that says "word", in the singular, and quotes more: group ``words``."""
    misspelt: tuple[tuple[re.Pattern[str], str], ...]
    """Slips of grammar that official texts are full of, each with what is right: «в течении десяти дней»."""
    registered: re.Pattern[str]
    """Says, folded, that an act is registered with the ministry of justice."""
    to_register: re.Pattern[str]
    """A clause, folded, that has this act registered there."""
