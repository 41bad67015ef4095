"""Words of structure: by what units, titles, annexes, signatures and notes are recognised in one language.

All patterns are matched against text folded by :func:`lexkz.languages.folding.fold`: small letters, Cyrillic for
look-alikes, so that a Roman "I" is the Cyrillic "і" here and one pattern serves both.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold
from lexkz.languages.language import words_of

ARABIC = r"\d{1,4}(?:-\d{1,3}|[¹²³⁴-⁹⁰]{1,2}|\s-\s?\d{1,3}(?=\.))*"
"""A number as it names a unit: ``5``, ``5-1``, ``8-1-2``."""
ROMAN = r"[іvхlс]+(?:-\d{1,3})?(?![^\W\d_])"
"""A Roman number in folded text."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What one language says about the structure of its acts."""

    divisions: re.Pattern[str]
    """A line that begins with a numbered division: groups ``num`` (as printed), ``number``, ``word``."""
    spelled_division: re.Pattern[str]
    """A line that begins with a division numbered in words, «Бірінші тарау», «Глава первая»: groups ``ordinal``,
    ``word``."""
    ordinal: Callable[[tuple[str, ...]], tuple[int, int, str] | None]
    """Reads an ordinal at the head of folded words: its number, how many words it takes, its case."""
    large_division: re.Pattern[str]
    """An unnumbered division above the sections of a code, the whole line: «ЖАЛПЫ БӨЛІМ»."""
    division_kinds: Mapping[str, str]
    """The division's word, folded, to its kind (legal-technique.md)."""
    no_division: re.Pattern[str]
    """What follows a number and word without a full stop where they only speak of a unit of another act."""
    mention: re.Pattern[str]
    """What follows ``1)`` or ``а)`` where the line does not begin a unit but speaks of one: «1) тармақшасы …»."""
    formula: re.Pattern[str]
    """An enacting formula at the end of a line: ``БҰЙЫРАМЫН:``; letters spaced out are joined before."""
    contents: re.Pattern[str]
    """The heading of a table of contents, the whole line."""
    title: re.Pattern[str]
    """A line that by its words is the title of an act."""
    act_words: Mapping[str, str]
    """Stem of a kind of act, folded, to its slug; the first that occurs in a requisite names the act."""
    instruments: Mapping[str, str]
    """Stem of a kind of approved document in its title, folded, to its slug, the more special first."""
    requisite: re.Pattern[str]
    """A line that holds requisites: kind of act with date or number, or the registration."""
    date: re.Pattern[str]
    """A date in words: groups ``day``, ``month``, ``year``; the year may be missing its day."""
    months: Mapping[str, int]
    """Stem of a month's name to its number."""
    year_word: re.Pattern[str]
    """What tells that the number before it is a year: «2024. Год подготовки», «2025. жылы»."""
    registration: re.Pattern[str]
    """A sentence of registration: groups ``number`` and, where it is said, ``date``."""
    editor_note: re.Pattern[str]
    """The beginning of a note that may be the editors'."""
    editor_office: re.Pattern[str]
    """The beginning of a note of the publisher's office, which is never the act's own: «Примечание ИЗПИ!»."""
    portal_note: re.Pattern[str]
    """A whole line in which a legal portal tells how a unit came to read so, or of which day the text is: «Пункт 2
    изложен в редакции приказа … от 03.02.24 г. № 101 (см. стар. ред.)». Commands have verbs of other forms."""
    dated: re.Pattern[str]
    """A date or number of an act by which an editors' note is told from an act's own note."""
    amended_by: re.Pattern[str]
    """What an editors' note says of the amending act: «… Заңымен», «вводится в действие»."""
    note: re.Pattern[str]
    """The beginning of an act's own note."""
    noted_unit: re.Pattern[str]
    """The unit that an editors' note names first: groups ``article``, ``paragraph``, ``whole``."""
    form: re.Pattern[str]
    """The marker of a form, the whole line: ``Нысан``."""
    annex: re.Pattern[str]
    """A line of a corner mark that names an annex: group ``number`` (may be missing)."""
    annex_ends_mark: bool
    """True where the annex's number is the end of its corner mark."""
    list_mark: re.Pattern[str]
    """The corner mark, folded, of an annex of a list of changes («Приложение 1 к Перечню приказов, в которые вносятся
    изменения»): ``number``, the ``list`` as the mark names it, and the ``rest``, which says what it is in the base."""
    list_alone: re.Pattern[str]
    """A list of changes named by its noun alone: «к настоящему Перечню»."""
    approved: re.Pattern[str]
    """A corner mark of an approved document: «… бұйрығымен бекітілген», «Утверждены приказом …»."""
    mark_start: re.Pattern[str]
    """How a corner mark begins, where no alignment shows it."""
    mark_authority: re.Pattern[str]
    """How the name of the body begins that stands before the annex's number in a corner mark."""
    republic: str
    """How a body's name begins where it begins with the state's, in the language of corner marks that end in it."""
    body_named: re.Pattern[str]
    """The end of a line that names a body in the nominative, as approvals do: no part of a corner mark."""
    unended: re.Pattern[str]
    """A line whose last word can end no sentence and no entry of a list: «… в соответствии с», «… министрінің»."""
    goes_on: re.Pattern[str]
    """How a line begins that goes on the sentence of the line above, though with a capital."""
    sanction: re.Pattern[str]
    """How a line begins that tells what an offence leads to: it stands by itself below the offence."""
    mark_goes_on: re.Pattern[str]
    """How a line of a corner mark ends (or begins) where the mark must go on below."""
    belongs: re.Pattern[str]
    """What an annex belongs to, in a corner mark: group ``noun``, the first word of it that tells."""
    form_stem: str
    """Stem of "form": an annex to a form is the last annex's own."""
    self_reference: re.Pattern[str]
    """How an act speaks of itself: group ``stem``, a key of ``act_words``."""
    post: re.Pattern[str]
    """A signatory's post, anywhere in the line."""
    post_alone: re.Pattern[str]
    """A line that is a signatory's post and nothing else, in the nominative: «Комитет төрағасы»; matched whole."""
    post_start: re.Pattern[str]
    """How the first line of a signature begins."""
    approval: re.Pattern[str]
    """"Agreed": the line that begins an approval."""
    heading_word: re.Pattern[str]
    """The heading of a unit, as an instruction names it."""
    addressee: re.Pattern[str]
    """To whom a form is addressed: the first words of such a line."""
    application: re.Pattern[str]
    """The name of a paper that one writes to an office: «заявление», «уведомление»; matched whole."""


def begins_division(line: str, lang: Lang, *, ended: bool = True) -> bool:
    """Tell whether a printed line begins an article or a larger division: «Статья 5.», «5-бап.», «РАЗДЕЛ 2», «2-тарау».

    Readers of wrapped lines ask: such a line always begins a paragraph, indented or not. ``ended`` says whether the
    line above ended a sentence; where it did not, only a number with its full stop, or capitals, count, since words as
    «Статья 5 Закона» can begin a line by chance.
    """
    text = line.strip()
    match = words_of(lang).structure.divisions.match(fold(text))
    if match is None or not (text[0].isdigit() or text[0].isupper() or text[0] == "§"):
        return False
    head = text[: match.end("num")].rstrip()
    word = next((part for part in head.replace("-", " ").split() if len(part) > 2 and part.isalpha()), "")
    if not head.endswith(".") and not word.isupper() and not ended:
        return False
    rest = text[match.end("num") :].strip()
    # «Глава 2 Правил» in lower case or with a command behind it speaks of a division.
    return not rest or head.endswith(".") or (rest[0].isupper() and rest[-1] not in ":;,")
