"""Which commands of an amending act are about this base: by its IRI, by number and date, else by its title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lxml import etree

from lexkz.akn import meta
from lexkz.akn.iris import compared_number
from lexkz.akn.namespace import q
from lexkz.akn.text import paragraphs
from lexkz.amendment.model import BaseAct, Command
from lexkz.consolidation.messages import finding
from lexkz.consolidation.tree import act_documents as documents
from lexkz.consolidation.tree.unit_index import Index
from lexkz.findings import Finding
from lexkz.languages.bodies import took_over
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.language import words_of
from lexkz.languages.names import alike, ends_alike, misspelt, same_name, shortens, without_state
from lexkz.languages.stemming import stem

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class NamedBase:
    """What the base act is called."""

    identity: meta.Identity
    title: str | None
    registration: str | None
    body: str | None = None
    """The body that adopted it, as its requisites print it."""


def named(index: Index) -> NamedBase:
    """Return what the indexed act says of itself."""
    identity = meta.read_identity(index.act)
    entry = meta.registration(meta.of(index.act))
    body = identity.author_name or adopting_body(index.act, identity.lang)
    return NamedBase(identity, documents.title(index.act) or identity.title, entry.number if entry else None, body)


def adopting_body(root: etree._Element, lang: str) -> str | None:
    """Return the body that adopted an act, as a line of its preface prints it beside the kind of act and the day."""
    act = root if root.tag == q("act") else root.find(q("act"))
    if act is None or lang not in ("kaz", "rus"):
        return None
    for block in act.iterfind(f"{q('preface')}/{q('p')}"):
        for line in paragraphs(block):
            author = words_of(lang).notes.author(line)
            if author is not None:
                return author
    return None


def is_base(base: BaseAct, act: NamedBase) -> bool:
    """True where ``base`` names ``act``. What both know must agree; titles are compared without quotes and case."""
    identity = act.identity
    if base.iri is not None and identity.known and base.iri == identity.work:
        return True
    if base.registration and act.registration and base.registration == act.registration:
        return True
    if base.number and identity.number and base.date and identity.date:
        # With a number in the register that is not this one's the citation contradicts itself: see citations.py.
        return compared_number(base.number) == compared_number(identity.number) and base.date == identity.date
    if base.registration and act.registration:
        return False
    if base.date and identity.date and base.date != identity.date:
        return False
    if base.number and identity.number and compared_number(base.number) != compared_number(identity.number):
        return False
    if base.title is None or act.title is None:
        return False
    # Laws are cited by day and title. The day known, a remark behind one of the titles makes no other act of it.
    cited, own = base.title, act.title
    if base.type == identity.type and base.date is not None and base.date == identity.date:
        own = unwrapped(own, identity.lang)
    if base.type in _BY_NAME:
        cited, own = without_state(fold_spaces(cited)), without_state(fold_spaces(own))
    return bare(cited) == bare(own) or (base.date is not None and base.date == identity.date and same_title(cited, own))


_BY_NAME = frozenset({"code", "constitution"})
"""Kinds of act that are cited by a name in which the state stands or not."""


def same_title(one: str, two: str) -> bool:
    """True where two titles differ at most in endings of words and in a remark in brackets behind one of them.

    «О садах» and «О садах (с изменениями на 1 января)» are one title, «О садах (часть первая)» and «О садах (часть
    вторая)» two. For acts whose day is the same only: codes in two parts are told by theirs.
    """
    if bare(one) == bare(two):
        return True
    shorter, longer = without_remark(one), without_remark(two)
    if shorter != one and longer != two:
        return False
    return same_name(fold_spaces(shorter).strip('"«»“” '), fold_spaces(longer).strip('"«»“” '))


_QUOTED = re.compile(r'["«“](?P<name>.+)["»”]')


def unwrapped(title: str, lang: str) -> str:
    """Return what a title quotes where the rest of it is but the kind of act and the state, else the title.

    «"Бұлақ туралы" Қазақстан Республикасының Заңы», «Закон Республики Казахстан "О башнях"»: headings of laws, which
    are cited by what stands in the quotes.
    """
    found = _QUOTED.search(title)
    if found is None:
        return title
    rest = without_state(fold_spaces(without_remark(title).replace(found.group(), " "))).split()
    entry = words_of(lang).commands.vocabulary().words.get(rest[0]) if len(rest) == 1 else None
    return found["name"] if entry is not None and entry.terminal.startswith("A_") else title


def without_remark(title: str) -> str:
    """Return a title without what stands in brackets at its end, which an edition adds: «(утратил силу)»."""
    return _REMARK.sub("", title) or title


def bare(title: str) -> str:
    """Return the letters and figures of a title, folded: by these titles are compared."""
    return "".join(char for char in fold_spaces(title) if char.isalnum())


def is_unnamed(base: BaseAct) -> bool:
    """True where nothing is known of the base: a fragment that names none."""
    return base.title is None and base.number is None and base.date is None and base.iri is None


def for_base(commands: Sequence[Command], act: NamedBase) -> tuple[Command, ...]:
    """Return the commands that are about ``act``, and, where no command names any base, all of them."""
    if commands and all(is_unnamed(command.base) for command in commands):
        return tuple(commands)
    known = {base: is_base(base, act) for base in dict.fromkeys(command.base for command in commands)}
    if not any(known.values()):
        known = {base: is_nearly(base, act) for base in known}
    return tuple(command for command in commands if known[command.base])


def is_nearly(base: BaseAct, act: NamedBase) -> bool:
    """True where ``base`` has the title of ``act`` and either its date or its number, not both: a slip, most likely.

    Its commands are not passed over as those of another act; see :mod:`lexkz.consolidation.citations`.
    """
    identity = act.identity
    if base.title is None or act.title is None or not same_title(base.title, act.title):
        return False
    same_date = base.date is not None and base.date == identity.date
    same_number = bool(base.number and identity.number) and compared_number(base.number) == compared_number(
        identity.number
    )
    return same_date != same_number


def same_base(one: BaseAct, two: BaseAct) -> bool:
    """True where two mentions of a base act, both from one amending act, mean the same one."""
    if one == two:
        return True
    if one.iri is not None and two.iri is not None:
        return one.iri == two.iri
    if one.number and two.number and one.date and two.date:
        return compared_number(one.number) == compared_number(two.number) and one.date == two.date
    return one.title is not None and two.title is not None and bare(one.title) == bare(two.title)


def citations(commands: Sequence[Command], act: NamedBase) -> tuple[Mapping[str, Finding], tuple[Finding, ...]]:
    """Return by command id what forbids applying it because of its citation, and what is said once for all."""
    against: dict[str, Finding] = {}
    loose: dict[Finding, None] = {}
    for base in dict.fromkeys(command.base for command in commands if not is_unnamed(command.base)):
        own = [command for command in commands if command.base == base]
        wrong = _contradictions(base, act)
        other_body, other_title = _other_body(base, act), _other_title(base, act)
        if other_title and _another_title(base.title or "", act.title or ""):
            wrong = (*wrong, other_title)
        if other_body and (not _registered(base, act) or _another_body(base, act)):
            # Two ministries do give the same number on the same day; the register's number is one act's alone, so that
            # with it a body of a like name may be the same one, renamed.
            wrong = (*wrong, other_body)
        if wrong:
            what = "; ".join(wrong)
            against |= {command.id: finding("citation_differs", what, command=command) for command in own}
            continue
        if other_title:
            loose[finding("citation_title", other_title)] = None
        if other_body:
            loose[finding("citation_author", other_body)] = None
    return against, tuple(loose)


def _contradictions(base: BaseAct, act: NamedBase) -> tuple[str, ...]:
    """Each identifier that both know and that is not the same: «№ 17 ≠ № 7»."""
    identity = act.identity
    out = []
    if base.date and identity.date and base.date != identity.date:
        out.append(f"{base.date} ≠ {identity.date}")
    numbers = [compared_number(number) for number in (base.number, *base.joint) if number]
    if numbers and identity.number and compared_number(identity.number) not in numbers:
        out.append(f"№ {base.number} ≠ № {identity.number}")
    if base.registration and act.registration and base.registration != act.registration:
        out.append(f"№ {base.registration} ≠ № {act.registration}")
    return tuple(out)


def _registered(base: BaseAct, act: NamedBase) -> bool:
    return base.registration is not None and base.registration == act.registration


def _other_title(base: BaseAct, act: NamedBase) -> str:
    """The two titles where they are not the same but for writing, endings of words, and words left out."""
    if not base.title or not act.title or bare(base.title) == bare(act.title):
        return ""
    one, two = fold_spaces(base.title), fold_spaces(act.title)
    if same_name(one, two) or shortens(one, two) or ends_alike(one, two):
        return ""
    return f"«{base.title}» ≠ «{act.title}»"


def _another_title(one: str, two: str) -> bool:
    """True where each of two titles has words that the other lacks: no shorter form, no slip of the pen, no other noun
    for the same kind of document."""
    years = [frozenset(re.findall(r"\d+", without_remark(each))) for each in (one, two)]
    if years[0] - years[1] and years[1] - years[0]:
        # «… на 2017 – 2019 годы», «… на 2018 – 2020 годы»: a figure is no slip of the pen.
        return True
    if alike(fold_spaces(one), fold_spaces(two)) or _near(one, two):
        return False
    left, right = _told_apart(one), _told_apart(two)
    return bool(left - right and right - left)


def _near(one: str, two: str) -> bool:
    """True for titles whose words are the same but for slips: words glued, hyphens, a letter in a long word. «импорт»
    and «экспорт» are no slips."""
    left, right = (re.findall(r"\w+", fold_spaces(without_remark(title))) for title in (one, two))
    parts = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    pairs = [("".join(left[a:b]), "".join(right[c:d])) for tag, a, b, c, d in parts if tag != "equal"]
    return all(misspelt(*pair, like=_ALMOST) for pair in pairs)


_ALMOST = 0.85
"""Share of letters that are the same in words where they differ: two letters of ten that changed places, or one of
seven that is another."""


def _told_apart(title: str) -> frozenset[str]:
    """The words by which titles are told apart, as stems: those that so many acts have are left out."""
    found = re.findall(r"[^\W\d_]{3,}|\d+", fold_spaces(without_remark(title)))
    return frozenset(stem(word) for word in found if not word.startswith(_COMMON))


_COMMON = (
    "утвержден", "правил", "положени", "инструкци", "порядк", "порядок", "стандарт", "регламент", "некотор", "вопрос",
    "республик", "казахстан", "мер", "бекіт", "қағида", "ереже", "нұсқаулы", "тәртіб", "тәртіп", "кейбір", "мәселе",
    "қазақстан", "шара", "турал",
)  # fmt: skip
"""Beginnings of such words."""


def _another_body(base: BaseAct, act: NamedBase) -> bool:
    """True for two bodies whose names have no word in common: one that was renamed keeps some, as a rule, or is known
    to have taken over from the other."""
    if base.author is None or act.body is None:
        return True
    if took_over(base.author, act.body):
        return False
    if _SHORT.search(base.author) or _SHORT.search(act.body):
        return False
    return not _own_words(base.author) & _own_words(act.body)


_SHORT = re.compile(r"\b[^\W\d_a-zа-яәіңғүұқөһ]{3,}\b")
"""A word of capitals: a name cut to its letters, which says no word of it."""


def _other_body(base: BaseAct, act: NamedBase) -> str:
    """The two bodies where they are not the same: by their slugs, or by the words of names that have none."""
    segments = (base.iri or "").split("/")
    cited = segments[5] if len(segments) == 8 else None
    own = act.identity.author
    if cited and own:
        names = (base.author, act.body) if base.author and act.body else (cited, own)
        return f"«{names[0]}» ≠ «{names[1]}»" if cited != own else ""
    if base.author is None or act.body is None or base.joint or base.type in ("law", "code"):
        return ""
    # Bodies that no list knows, by the words of their names: one can say less of itself («Министра труда»).
    one, two = _own_words(base.author), _own_words(act.body)
    return f"«{base.author}» ≠ «{act.body}»" if one and two and not (one <= two or two <= one) else ""


def _own_words(body: str) -> frozenset[str]:
    """The words that tell one body from others of its kind, as stems: those of rank and of the state are left out."""
    found = re.findall(r"[^\W\d_]{3,}", fold(body))
    return frozenset(stem(word) for word in found if not word.startswith(_RANKS))


_RANKS = (
    "министр", "премьер", "министерств", "республик", "казахстан", "обязанност", "исполняющ", "заместител", "перв",
    "председател",
    "государствен", "қазақстан", "республика", "міндет", "атқар", "орынбасар", "бірінш", "төраға", "мемлекет",
)  # fmt: skip
"""Beginnings of such words."""
