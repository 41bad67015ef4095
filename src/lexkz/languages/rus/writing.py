"""Commands written in Russian in the official manner."""

from lexkz.languages.folding import fold
from lexkz.languages.rus.declension import CASES, singular_and_plural
from lexkz.languages.rus.months import OF_MONTHS
from lexkz.languages.rus.ordinals import spell
from lexkz.languages.rus.units import ACTS, CORNER_MARKS, UNITS
from lexkz.languages.rus.vocabulary import vocabulary
from lexkz.languages.vocabulary import Noun
from lexkz.languages.writing import WrittenUnit

_BY_WORD = frozenset({"part", "alinea", "sentence"})
_CASES = {"nom": "acc", "after": "gen", "before": "ins", "dictionary": "nom"}
"""A Russian command takes its target in the accusative; "after" takes the genitive."""
_GENDER = {"part": "f", "sentence": "n", "article": "f", "chapter": "f", "row": "f", "column": "f", "annex": "n"}
_ENDINGS = {
    # gender: endings of an ordinal, in the order of CASES
    "m": ("ый", "ого", "ому", "ый", "ым", "ом"),
    "f": ("ая", "ой", "ой", "ую", "ой", "ой"),
    "n": ("ое", "ого", "ому", "ое", "ым", "ом"),
}
_THIRD = {
    "m": ("ий", "ьего", "ьему", "ий", "ьим", "ьем"),
    "f": ("ья", "ьей", "ьей", "ью", "ьей", "ьей"),
    "n": ("ье", "ьего", "ьему", "ье", "ьим", "ьем"),
}

_LAST = {
    "m": ("ий", "его", "ему", "ий", "им", "ем"),
    "f": ("яя", "ей", "ей", "юю", "ей", "ей"),
    "n": ("ее", "его", "ему", "ее", "им", "ем"),
}

SENTENCES = {
    "replace": "{target} изложить в следующей редакции:",
    "replace_by_annex": "{target} изложить в новой редакции согласно {annex} к настоящему приказу;",
    "insert": "дополнить {target} следующего содержания:",
    "insert_in": "{place} дополнить {target} следующего содержания:",
    "insert_after": "после {anchor} дополнить {target} следующего содержания:",
    "insert_in_after": "{place} после {anchor} дополнить {target} следующего содержания:",
    "insert_by_annex": "дополнить {target} согласно {annex} к настоящему приказу;",
    "repeal": "{target} исключить;",
    "replace_words": "{place} {old_things} {old} заменить {respectively}{new_things} {new};",
    "insert_words_after": "{place} после {old_things} {old} дополнить {new_things} {new};",
    "insert_words_before": "{place} перед {old_things} {old} дополнить {new_things} {new};",
    "insert_words_end": "{place} дополнить {new_things} {new};",
    "delete_words": "{place} {old_things} {old} исключить;",
    "renumber": "{target} считать {to};",
    "move_after": "{target} переместить после {anchor};",
    "move_before": "{target} переместить перед {anchor};",
    "move_to": "{target} переместить в {to};",
    "suspend": "приостановить действие {target};",
    "resume": "возобновить действие {target};",
    "suspend_with": "приостановить действие {target}, установив, что в период приостановления действует в следующей "
    "редакции:",
    "none": "в {target} на казахском языке внесены изменения, текст на русском языке не изменяется;",
    "none_act": "в текст на казахском языке внесены изменения, текст на русском языке не изменяется;",
    "repeal_act": "Признать утратившим силу {base}.",
    "everywhere": "по всему тексту",
    "everywhere_in": "по всему тексту {target}",
    "respectively": "соответственно ",
}


def _form(noun: str, like: str, fleeting: str | None, case: str, *, plural: bool) -> str:
    one, many = singular_and_plural(noun, like, fleeting=fleeting)
    return (many if plural else one)[CASES.index(case)]


def ordinal(number: str, gender: str, case: str) -> str:
    """Return an ordinal as a word: "2", "f", "ins" → «второй»; "last" → «последний» and its forms."""
    if number == "last":
        return f"последн{_LAST[gender][CASES.index(case)]}"
    head, _, last = spell(int(number)).rpartition(" ")
    if last == "третий":
        shown = f"трет{_THIRD[gender][CASES.index(case)]}"
    else:
        ending = _ENDINGS[gender][CASES.index(case)]
        shown = last[:-2] + ("ой" if last.endswith("ой") and ending == "ый" else ending)
    return f"{head} {shown}".strip()


def path(units: tuple[WrittenUnit, ...], case: str) -> str:
    """Return an address: the last unit first, in ``case``, then outer units in the genitive."""
    first = _unit(units[-1], _CASES.get(case, case))
    lead = "в " if case == "loc" else ""
    return lead + " ".join((first, *(_unit(unit, "gen") for unit in reversed(units[:-1]))))


def _unit(unit: WrittenUnit, case: str) -> str:
    if unit.kind == "corner_mark":
        return CORNER_MARKS["acc" if case == "nom" else case][0]
    noun, like, fleeting = UNITS[unit.kind][0]
    many = len(unit.numbers) > 1
    shown = _form(noun, like, fleeting, case, plural=many)
    if not unit.numbers:
        return shown
    if unit.numbers == ("last",) and unit.kind not in _BY_WORD:
        return f"{ordinal('last', _GENDER.get(unit.kind, 'm'), case)} {shown}"
    if unit.kind in _BY_WORD:
        gender = _GENDER.get(unit.kind, "m")
        # An ordinal beside nouns in the plural stays in the singular: «абзацы второй и третий».
        return f"{shown} {joined(tuple(ordinal(number, gender, case) for number in unit.numbers))}"
    if unit.kind == "subparagraph":
        return f"{shown} {joined(tuple(f'{number})' for number in unit.numbers))}"
    if unit.kind == "row":
        lead = "порядковые номера" if many else "порядковый номер"
        return f"{shown}, {lead} {joined(unit.numbers)},"
    return f"{shown} {joined(unit.numbers)}"


def joined(parts: tuple[str, ...]) -> str:
    """Return «а, б и в»."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} и {parts[-1]}"


def opening(name: str, annex: str | None) -> str:
    """Return «в Правилах …, утвержденных указанным приказом:» or «в приложении 2 к Правилам …:»."""
    if annex is None:
        return f"в {_name(name, 'loc')}, утвержденных указанным приказом:"
    owner = _name(name, "dat") if name else "указанному приказу"
    return f"в приложении {annex} к {owner}:" if annex else f"в приложении к {owner}:"


def _name(name: str, case: str) -> str:
    first, _, rest = name.partition(" ")
    for written, entry in vocabulary().words.items():
        noun = entry.value
        if not isinstance(noun, Noun) or not entry.terminal.startswith("I_") or case not in noun.case.split("/"):
            continue
        if fold(noun.nominative) == fold(first):
            return f"{first[0]}{written[1:]} {rest}".strip()
    raise KeyError(name)


def place(name: str) -> str:
    """Return the line that opens a table by its name; the name stands as it is, since its declension is not known."""
    return f"в {name}:"


def base(title: str | None, kind: str, date: str | None, number: str | None, registration: str | None) -> str:
    """Return «Внести в приказ от 22 июня 2023 года № 230 "…" (… под № 32875) следующие изменения:»."""
    return f"внести в {cited_act(title, kind, date, number, registration)} следующие изменения:"


def cited_act(
    title: str | None, kind: str, date: str | None, number: str | None, registration: str | None = None
) -> str:
    """Return an act cited in full, in the accusative."""
    noun, like = ACTS[kind]
    parts = [_form(noun, like, None, "acc", plural=False)]
    if date:
        year, month, day = date.split("-")
        parts.append(f"от {int(day)} {OF_MONTHS[int(month) - 1]} {year} года")
    if number:
        parts.append(f"№ {number}")
    if title:
        parts.append(f'"{title}"')
    if registration:
        parts.append(
            f"(зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № {registration})"
        )
    return " ".join(parts)


def sentence(key: str, **parts: str) -> str:
    """Return the sentence of a pattern; a missing place leaves no gap."""
    return " ".join(SENTENCES[key].format(**parts).split()) + (" " if SENTENCES[key].endswith(" ") else "")


def quoted_things(count: int, case: str) -> str:
    """Return «слово», «словами», …"""
    return _form("слово", "слово", "слов", _CASES.get(case, case), plural=count > 1)
