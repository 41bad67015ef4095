"""Commands written in Russian in the official manner."""

from lexkz.languages.folding import fold
from lexkz.languages.rus.declension import CASES, singular_and_plural
from lexkz.languages.rus.months import OF_MONTHS
from lexkz.languages.rus.ordinals import spell
from lexkz.languages.rus.units import ACTS, CORNER_MARKS, INSTRUMENTS, UNITS
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
    "replace_by_annex": "{target} изложить в новой редакции согласно {annex} к настоящему {act};",
    "insert": "дополнить {target} следующего содержания:",
    "insert_in": "{place} дополнить {target} следующего содержания:",
    "insert_after": "после {anchor} дополнить {target} следующего содержания:",
    "insert_in_after": "{place} после {anchor} дополнить {target} следующего содержания:",
    "insert_by_annex": "дополнить {target} согласно {annex} к настоящему {act};",
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


_APPROVED = {"p": "утвержденных", "m": "утвержденном", "f": "утвержденной", "n": "утвержденном"}
_SAID = {"m": ("указанным", "указанному"), "f": ("указанной", "указанной"), "n": ("указанным", "указанному")}


def opening(name: str, annex: str | None, kind: str | None = None) -> str:
    """Return «в Правилах …, утвержденных указанным приказом:» or «в приложении 2 к Правилам …:»."""
    noun, like = ACTS[kind or "order"]
    said = _SAID[_gender(noun)]
    if annex is None:
        act = f"{said[0]} {_form(noun, like, None, 'ins', plural=False)}"
        return f"в {_name(name, 'loc')}, {_APPROVED[_gender_of_name(name)]} {act}:"
    owner = _name(name, "dat") if name else f"{said[1]} {_form(noun, like, None, 'dat', plural=False)}"
    return f"в приложении {annex} к {owner}:" if annex else f"в приложении к {owner}:"


_APPROVED_WHOLE = {"p": "утвержденные", "m": "утвержденный", "f": "утвержденную", "n": "утвержденное"}


def approved(name: str, kind: str | None = None) -> str:
    """Return «Правила …, утвержденные указанным приказом,», «Инструкцию …, утвержденную …,» in the accusative."""
    noun, like = ACTS[kind or "order"]
    act = f"{_SAID[_gender(noun)][0]} {_form(noun, like, None, 'ins', plural=False)}"
    return f"{_name(name, 'acc')}, {_APPROVED_WHOLE[_gender_of_name(name)]} {act},"


def _gender(noun: str) -> str:
    return "n" if noun.endswith(("о", "е")) else "f" if noun.endswith(("а", "я")) else "m"


def _gender_of_name(name: str) -> str:
    """Gender of the noun that a name begins with; ``p`` for one in the plural («Правила», «Единые требования»)."""
    _, (one, _), plural = _head_of_name(name)
    if plural:
        return "p"
    # «ведомостью» is feminine, «перечнем» is not.
    return "f" if one[CASES.index("ins")].endswith("ью") else _gender(one[0])


def _head_of_name(name: str) -> tuple[int, tuple[tuple[str, ...], tuple[str, ...]], bool]:
    """The place of the noun that a name begins with, behind its adjectives, its forms and whether it is plural.

    «Требования» has the form of «требование» in the genitive: a name begins with the nominative.
    """
    for place, word in enumerate(name.split(" ")[: _ADJECTIVES_AT_MOST + 1]):
        for noun, like, fleeting in INSTRUMENTS:
            one, many = singular_and_plural(noun, like, fleeting=fleeting)
            if fold(word) in (fold(one[0]), fold(many[0])):
                return place, (one, many), fold(word) == fold(many[0])
        if not word.endswith(tuple(_ADJECTIVES)):
            break
    raise KeyError(name)


def by_act(kind: str) -> str:
    """Return the act that commands, where its annex is named: «приказу» of «к настоящему приказу»."""
    noun, like = ACTS[kind]
    return _form(noun, like, None, "dat", plural=False)


_ADJECTIVES_AT_MOST = 3
_ADJECTIVES = {
    # ending of the nominative: endings in the dative, the accusative and the prepositional
    "ые": ("ым", "ые", "ых"),
    "ие": ("им", "ие", "их"),
    "ая": ("ой", "ую", "ой"),
    "яя": ("ей", "юю", "ей"),
    "ый": ("ому", "ый", "ом"),
    "ой": ("ому", "ой", "ом"),
    "ий": ("ему", "ий", "ем"),
    "ое": ("ому", "ое", "ом"),
    "ее": ("ему", "ее", "ем"),
}


def _name(name: str, case: str) -> str:
    place, (one, many), plural = _head_of_name(name)
    words = name.split(" ")
    form = (many if plural else one)[CASES.index(case)]
    told = [_adjective(word, case) for word in words[:place]]
    return " ".join((*told, words[place][0] + form[1:], *words[place + 1 :]))


def _adjective(word: str, case: str) -> str:
    stem, ending = word[:-2], word[-2:]
    if ending == "ий" and stem[-1] in "кгх":
        ending = "ый" if case != "acc" else ending
    shown = _ADJECTIVES[ending][("dat", "acc", "loc").index(case)]
    return stem + (shown.replace("о", "е", 1) if ending == "ая" and stem[-1] in "жшчщц" else shown)


def place(name: str) -> str:
    """Return the line that opens a table by its name; the name stands as it is, since its declension is not known."""
    return f"в {name}:"


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
    """Return «Внести в приказ от 22 июня 2023 года № 230 "…" (… под № 32875) следующие изменения:»."""
    changes = "изменения и дополнения" if additions else "изменения"
    return f"внести в {cited_act(title, kind, date, number, registration, author=author)} следующие {changes}:"


def amending_title(
    title: str | None,
    kind: str,
    date: str | None,
    number: str | None,
    *,
    additions: bool = False,
    author: str | None = None,
) -> str:
    """Return «О внесении изменений в приказ от 22 июня 2023 года № 230 "…"»."""
    changes = "изменений и дополнений" if additions else "изменений"
    if kind in ("law", "code") and title:
        # The title of an amending law names the law that it amends by its title alone.
        date = number = None
    return f"О внесении {changes} в {cited_act(title, kind, date, number, author=author)}"


_ENACTING = {
    "order": "ПРИКАЗЫВАЮ:",
    "resolution": "ПОСТАНОВЛЯЕТ:",
    "decision": "РЕШИЛ:",
    "decree": "ПОСТАНОВЛЯЮ:",
}


def enacting(kind: str) -> str:
    """Return the enacting words of a kind of act with a blank for the act that it is founded on; "" for a law."""
    words = _ENACTING.get(kind)
    return f"В соответствии с ____________________ {words}" if words else ""


def _day(date: str | None) -> str:
    """Return «5 мая 2021 года», blanks where the day is not known."""
    if not date:
        return "___ __________ 20__ года"
    year, month, day = date.split("-")
    return f"{int(day)} {OF_MONTHS[int(month) - 1]} {year} года"


def requisites(kind: str, author: str | None, date: str | None, number: str | None) -> str:
    """Return «Приказ Министра … от 5 мая 2021 года № 12», blanks for what is not known."""
    noun = ACTS[kind][0]
    return f"{noun[0].upper()}{noun[1:]} {author or ''} от {_day(date)} № {number or '____'}".replace("  ", " ")


def own_unit(kind: str, number: int) -> str:
    """Return the number of an act's own unit: «Статья 1.» of a law, «1.» of any other."""
    return f"Статья {number}." if kind == "law" else f"{number}."


def entry_clause(kind: str) -> str:
    """Return the clause of entry into force as the law has it where an act says nothing else."""
    noun = ACTS[kind][0]
    own = "Настоящее" if noun.endswith("е") else "Настоящая" if noun.endswith("я") else "Настоящий"
    own = f"{own} {noun.capitalize() if kind == 'law' else noun}"
    return (
        f"{own} вводится в действие по истечении десяти календарных дней после дня его первого официального "
        "опубликования."
    )


def cited_act(
    title: str | None,
    kind: str,
    date: str | None,
    number: str | None,
    registration: str | None = None,
    *,
    author: str | None = None,
) -> str:
    """Return an act cited in full, in the accusative."""
    noun, like = ACTS[kind]
    parts = [_form(noun, like, None, "acc", plural=False)]
    if kind in ("law", "code"):
        # Laws are written with a capital and with their state: «в Закон Республики Казахстан от …».
        parts = [f"{parts[0][0].upper()}{parts[0][1:]} Республики Казахстан"]
    elif author:
        parts.append(author)
    if date:
        parts.append(f"от {_day(date)}")
    if number:
        parts.append(f"№ {number}")
    if title:
        # A title that quotes stands in quotes of the other kind, so that it is seen where it ends.
        parts.append(f"«{title}»" if '"' in title else f'"{title}"')
    if registration:
        parts.append(
            f"(зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № {registration})"
        )
    return " ".join(parts)


def sentence(key: str, **parts: str) -> str:
    """Return the sentence of a pattern; a missing place leaves no gap."""
    return " ".join(SENTENCES[key].format(**parts).split()) + (" " if SENTENCES[key].endswith(" ") else "")


def quoted_things(count: int, case: str, *, figures: bool = False) -> str:
    """Return «слово», «словами», «цифры», …"""
    if figures:
        return _form("цифра", "глава", None, _CASES.get(case, case), plural=count > 1)
    return _form("слово", "слово", "слов", _CASES.get(case, case), plural=count > 1)


def own_corner_mark(kind: str, annex: str, date: str | None, number: str | None) -> tuple[str, ...]:
    """Return «Приложение 2», «к приказу от 5 мая 2021 года № 12», blanks for what is not known."""
    return (f"Приложение {annex}".strip(), f"к {by_act(kind)} от {_day(date)} № {number or '____'}")
