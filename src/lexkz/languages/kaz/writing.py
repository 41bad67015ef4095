"""Commands written in Kazakh in the official manner."""

from lexkz.languages.folding import fold
from lexkz.languages.kaz.declension import decline
from lexkz.languages.kaz.months import MONTHS
from lexkz.languages.kaz.ordinals import spell
from lexkz.languages.kaz.units import ACTS, FRONT, UNITS
from lexkz.languages.kaz.vocabulary import vocabulary
from lexkz.languages.vocabulary import Noun
from lexkz.languages.writing import WrittenUnit

_BY_WORD = frozenset({"part", "alinea", "sentence"})
_CASES = {"after": "abl", "before": "gen", "dictionary": "nom"}

SENTENCES = {
    "replace": "{target} мынадай редакцияда жазылсын:",
    "replace_by_annex": "{target} осы {act} {annex} сәйкес жаңа редакцияда жазылсын;",
    "insert": "мынадай мазмұндағы {target} толықтырылсын:",
    "insert_in": "{place} мынадай мазмұндағы {target} толықтырылсын:",
    "insert_after": "{anchor} кейін мынадай мазмұндағы {target} толықтырылсын:",
    "insert_in_after": "{place} {anchor} кейін мынадай мазмұндағы {target} толықтырылсын:",
    "insert_by_annex": "осы {act} {annex} сәйкес {target} толықтырылсын;",
    "repeal": "{target} алып тасталсын;",
    "replace_words": "{place} {old} деген {old_things} {respectively}{new} деген {new_things} ауыстырылсын;",
    "insert_words_after": "{place} {old} деген {old_things} кейін {new} деген {new_things} толықтырылсын;",
    "insert_words_before": "{place} {old} деген {old_things} алдынан {new} деген {new_things} толықтырылсын;",
    "insert_words_end": "{place} {new} деген {new_things} толықтырылсын;",
    "delete_words": "{place} {old} деген {old_things} алып тасталсын;",
    "renumber": "{target} {to} деп есептелсін;",
    "move_after": "{target} {anchor} кейін көшірілсін;",
    "move_before": "{target} {anchor} бұрын көшірілсін;",
    "move_to": "{target} {to} көшірілсін;",
    "suspend": "{target} қолданысы тоқтатыла тұрсын;",
    "resume": "{target} қолданысы қайта жаңғыртылсын;",
    "suspend_with": "{target} қолданысы тоқтатыла тұрсын, тоқтатыла тұру кезеңінде мынадай редакцияда қолданылады "
    "деп белгіленсін:",
    "none": "{target} орыс тіліндегі мәтініне өзгеріс енгізілді, қазақ тіліндегі мәтін өзгермейді;",
    "none_act": "орыс тіліндегі мәтінге өзгеріс енгізілді, қазақ тіліндегі мәтін өзгермейді;",
    "repeal_act": "{base} күші жойылды деп танылсын.",
    "everywhere": "бүкіл мәтін бойынша",
    "everywhere_in": "{target} бүкіл мәтіні бойынша",
    "respectively": "тиісінше ",
}


def form(stem: str, case: str, *, plural: bool = False, possessive: bool = False) -> str:
    """Return the form of a noun (its last word is declined) in ``case``."""
    head, _, last = stem.rpartition(" ")
    for written, found in decline(last, front=FRONT.get(last)).items():
        if (found.case, found.plural, found.possessive) == (case, plural, possessive):
            return f"{head} {written}".strip()
    raise KeyError((stem, case))


def path(units: tuple[WrittenUnit, ...], case: str) -> str:
    """Return an address: outer units in the genitive, the last in ``case``."""
    words = [_unit(unit, "gen", owned=place > 0) for place, unit in enumerate(units[:-1])]
    return " ".join((*words, _unit(units[-1], _CASES.get(case, case), owned=len(units) > 1)))


def _unit(unit: WrittenUnit, case: str, *, owned: bool) -> str:
    stem = UNITS[unit.kind][0]
    many = len(unit.numbers) > 1
    noun = form(stem, case, plural=many, possessive=owned)
    if not unit.numbers:
        return noun
    if unit.numbers == ("last",):
        return f"соңғы {noun}"
    if unit.kind in _BY_WORD:
        return f"{joined(tuple('соңғы' if n == 'last' else spell(int(n)) for n in unit.numbers))} {noun}"
    if unit.kind == "subparagraph":
        return f"{joined(tuple(f'{number})' for number in unit.numbers))} {noun}"
    lead = ("реттік нөмірлері " if many else "реттік нөмірі ") if unit.kind == "row" else ""
    return f"{lead}{joined(unit.numbers)}-{noun}"


def joined(parts: tuple[str, ...]) -> str:
    """Return «а, ә және б»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} және {parts[-1]}"


def opening(name: str, annex: str | None, kind: str | None = None) -> str:
    """Return «көрсетілген бұйрықпен бекітілген … қағидаларында:» or «… қағидаларына 2-қосымшада:»."""
    act = ACTS[kind or "order"]
    if annex is None:
        return f"көрсетілген {form(act, 'ins')} бекітілген {_name(name, 'loc')}:"
    owner = _name(name, "dat") if name else f"көрсетілген {form(act, 'dat')}"
    return f"{owner} {annex}-{form('қосымша', 'loc')}:" if annex else f"{owner} {form('қосымша', 'loc')}:"


def approved(name: str, kind: str | None = None) -> str:
    """Return «көрсетілген бұйрықпен бекітілген … қағидалары»."""
    return f"көрсетілген {form(ACTS[kind or 'order'], 'ins')} бекітілген {name}"


def by_act(kind: str) -> str:
    """Return the act that commands, where its annex is named: «бұйрыққа» of «осы бұйрыққа 1-қосымшаға сәйкес»."""
    return form(ACTS[kind], "dat")


def _name(name: str, case: str) -> str:
    head, _, last = name.rpartition(" ")
    for written, entry in vocabulary().words.items():
        noun = entry.value
        if not isinstance(noun, Noun) or not entry.terminal.startswith("I_") or noun.case != case:
            continue
        if fold(noun.nominative) == fold(last):
            common = len(last) if written.startswith(fold(last)) else len(last) - 1
            return f"{head} {last[:common]}{written[common:]}".strip()
    raise KeyError(name)


def place(name: str) -> str:
    """Return «Бағалау парағында:»: the name in the locative."""
    return f"{name}нда:" if name[-1] == "ы" else f"{name}нде:" if name[-1] == "і" else f"{name}да:"


def base(
    title: str | None,
    kind: str,
    date: str | None,
    number: str | None,
    registration: str | None,
    *,
    additions: bool = False,
    author: str | None = None,
) -> str:
    """Return «"…" 2023 жылғы 22 маусымдағы № 230 бұйрығына (…) мынадай өзгерістер енгізілсін:»."""
    changes = "өзгерістер мен толықтырулар" if additions else "өзгерістер"
    return f"{_cited(title, kind, date, number, 'dat', author)}{_register(registration)} мынадай {changes} енгізілсін:"


def amending_title(
    title: str | None,
    kind: str,
    date: str | None,
    number: str | None,
    *,
    additions: bool = False,
    author: str | None = None,
) -> str:
    """Return «"…" 2023 жылғы 22 маусымдағы № 230 бұйрығына өзгерістер енгізу туралы»."""
    changes = "өзгерістер мен толықтырулар" if additions else "өзгерістер"
    if kind in ("law", "code") and title:
        # The title of an amending law names the law that it amends by its title alone.
        date = number = None
    return f"{_cited(title, kind, date, number, 'dat', author)} {changes} енгізу туралы"


_ENACTING = {
    "order": "БҰЙЫРАМЫН:",
    "resolution": "ҚАУЛЫ ЕТЕДІ:",
    "decision": "ШЕШІМ ҚАБЫЛДАДЫ:",
    "decree": "ҚАУЛЫ ЕТЕМІН:",
}


def enacting(kind: str) -> str:
    """Return the enacting words of a kind of act with a blank for the act that it is founded on; "" for a law."""
    words = _ENACTING.get(kind)
    return f"____________________ сәйкес {words}" if words else ""


def _day(date: str | None) -> str:
    """Return «2021 жылғы 5 мамырдағы», blanks where the day is not known."""
    if not date:
        return "20__ жылғы ___ __________"
    year, month, day = date.split("-")
    return f"{year} жылғы {int(day)} {form(MONTHS[int(month) - 1], 'attr')}"


def requisites(kind: str, author: str | None, date: str | None, number: str | None) -> str:
    """Return «… Министрінің 2021 жылғы 5 мамырдағы № 12 бұйрығы», blanks for what is not known."""
    return f"{author or ''} {_day(date)} № {number or '____'} {form(ACTS[kind], 'nom', possessive=True)}".strip()


def own_unit(kind: str, number: int) -> str:
    """Return the number of an act's own unit: «1-бап.» of a law, «1.» of any other."""
    return f"{number}-бап." if kind == "law" else f"{number}."


def entry_clause(kind: str) -> str:
    """Return the clause of entry into force as the law has it where an act says nothing else."""
    own = f"Осы {ACTS[kind].capitalize() if kind == 'law' else ACTS[kind]}"
    return f"{own} алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі."


def _register(registration: str | None) -> str:
    if not registration:
        return ""
    return f" (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № {registration} болып тіркелген)"


def cited_act(
    title: str | None, kind: str, date: str | None, number: str | None, registration: str | None = None
) -> str:
    """Return an act cited in full, in the genitive."""
    return _cited(title, kind, date, number, "gen") + _register(registration)


def _cited(
    title: str | None, kind: str, date: str | None, number: str | None, case: str, author: str | None = None
) -> str:
    # A title that quotes stands in quotes of the other kind, so that it is seen where it ends.
    parts = [f"«{title}»" if '"' in title else f'"{title}"'] if title else []
    if author and kind not in ("law", "code"):
        parts.append(author)
    if date:
        parts.append(_day(date))
    if number:
        parts.append(f"№ {number}")
    noun = form(ACTS[kind], case, possessive=True)
    # Laws are written with a capital and with their state: «… туралы» Қазақстан Республикасының Заңына.
    parts.append(f"Қазақстан Республикасының {noun[0].upper()}{noun[1:]}" if kind in ("law", "code") else noun)
    return " ".join(parts)


def sentence(key: str, **parts: str) -> str:
    """Return the sentence of a pattern; a missing place leaves no gap."""
    return " ".join(SENTENCES[key].format(**parts).split()) + (" " if SENTENCES[key].endswith(" ") else "")


def quoted_things(count: int, case: str, *, figures: bool = False) -> str:
    """Return «сөз», «сөздермен», «цифрлар», …"""
    return form("цифр" if figures else "сөз", _CASES.get(case, case), plural=count > 1)


def own_corner_mark(kind: str, annex: str, date: str | None, number: str | None) -> tuple[str, ...]:
    """Return «2021 жылғы 5 мамырдағы № 12 бұйрыққа», «2-қосымша», blanks for what is not known."""
    act = form(ACTS[kind], "dat", possessive=True)
    return (f"{_day(date)} № {number or '____'} {act}", f"{annex}-қосымша" if annex else "қосымша")
