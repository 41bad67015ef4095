"""Russian editors' notes: «Сноска. Пункт 8 – в редакции приказа Министра … РК от 30.09.2024 № 391 (…).»."""

import re
from dataclasses import replace

from lexkz.languages.folding import fold_spaces
from lexkz.languages.notes import AmendingAct, NotedUnit, NoteKind, Notes, is_of_another, official_date, stopped
from lexkz.languages.rus.writing import ordinal

_FORMS = {
    # nominative, genitive, instrumental, gender
    "section": ("раздел", "раздела", "разделом", "m"),
    "subsection": ("подраздел", "подраздела", "подразделом", "m"),
    "chapter": ("глава", "главы", "главой", "f"),
    "subchapter": ("параграф", "параграфа", "параграфом", "m"),
    "article": ("статья", "статьи", "статьей", "f"),
    "paragraph": ("пункт", "пункта", "пунктом", "m"),
    "subparagraph": ("подпункт", "подпункта", "подпунктом", "m"),
    "part": ("часть", "части", "частью", "f"),
    "alinea": ("абзац", "абзаца", "абзацем", "m"),
    "sentence": ("предложение", "предложения", "предложением", "n"),
    "column": ("графа", "графы", "графой", "f"),
    "row": ("строка", "строки", "строкой", "f"),
    "annex": ("приложение", "приложения", "приложением", "n"),
    "table": ("таблица", "таблицы", "таблицей", "f"),
    "form": ("форма", "формы", "формой", "f"),
    "heading": ("заголовок", "заголовка", "заголовком", "m"),
    "title": ("заголовок", "заголовка", "заголовком", "m"),
    "preamble": ("преамбула", "преамбулы", "преамбулой", "f"),
    "corner_mark": ("правый верхний угол", "правого верхнего угла", "правым верхним углом", "m"),
    "note": ("примечание", "примечания", "примечанием", "n"),
    "instrument": ("документ", "документа", "документом", "m"),
    "order": ("приказ", "приказа", "приказом", "m"),
    "law": ("Закон", "Закона", "Законом", "m"),
    "code": ("Кодекс", "Кодекса", "Кодексом", "m"),
    "resolution": ("постановление", "постановления", "постановлением", "n"),
    "decree": ("Указ", "Указа", "Указом", "m"),
    "decision": ("решение", "решения", "решением", "n"),
    "directive": ("распоряжение", "распоряжения", "распоряжением", "n"),
    "act": ("акт", "акта", "актом", "m"),
}
_AROUND = frozenset({"instrument", "annex", "section", "subsection", "chapter", "subchapter"})
_NOM, _GEN, _INS, _GENDER = range(4)
_CASES = ("nom", "gen", "ins")
_IN_WORDS = frozenset({"alinea", "part", "sentence"})
"""Units that have no number of their own: they are counted in words."""
_DOCUMENTS = {
    # Beginning of the word of an approved document's name that says what it is, folded: the word, and its gender.
    "правил": ("правила", "pl"),
    "требовани": ("требования", "pl"),
    "норматив": ("нормативы", "pl"),
    "нормы": ("нормы", "pl"),
    "критери": ("критерии", "pl"),
    "стандарт": ("стандарт", "m"),
    "регламент": ("регламент", "m"),
    "переч": ("перечень", "m"),
    "поряд": ("порядок", "m"),
    "план": ("план", "m"),
    "устав": ("устав", "m"),
    "инструкц": ("инструкция", "f"),
    "методик": ("методика", "f"),
    "форм": ("форма", "f"),
    "программ": ("программа", "f"),
    "положени": ("положение", "n"),
}

ACTS = {
    # genitive, instrumental
    "order": ("приказа", "приказом"),
    "law": ("Закона", "Законом"),
    "constitutional_law": ("Конституционного закона", "Конституционным законом"),
    "code": ("Кодекса", "Кодексом"),
    "resolution": ("постановления", "постановлением"),
    "decree": ("Указа", "Указом"),
    "decision": ("решения", "решением"),
    "directive": ("распоряжения", "распоряжением"),
}
"""Kind of act to its noun as what made a change: «в редакции приказа», «исключен приказом»."""
_TITLES = {
    "order": "приказ",
    "law": "Закон",
    "code": "Кодекс",
    "resolution": "постановление",
    "decree": "Указ",
    "decision": "решение",
    "directive": "распоряжение",
}
_EXCLUDED = {"m": "исключен", "f": "исключена", "n": "исключено"}
_VOID = {"m": "утратил силу", "f": "утратила силу", "n": "утратило силу"}
_AUTHOR = re.compile(
    r"^(?:приказ|постановление|указ|решение|распоряжение|закон)\s+(?P<author>\S.*?)\s+от\s+\d", re.IGNORECASE
)
_REPUBLIC = re.compile(r"\s*Республики Казахстан$")


def _printed(unit: NotedUnit, case: int) -> str:
    noun = str(_FORMS.get(unit.kind, _FORMS["act"])[case])
    if unit.number is None:
        return noun
    countable = unit.number == "last" or (unit.number.isdigit() and 0 < int(unit.number) < 1000)
    if unit.kind in _IN_WORDS and countable:
        counted = ordinal(unit.number, str(_FORMS[unit.kind][_GENDER]), _CASES[case])
        return f"{counted} {noun}" if unit.number == "last" else f"{noun} {counted}"
    if unit.kind == "row":
        return f"{noun}, порядковый номер {unit.number},"
    return f"{noun} {unit.number})" if unit.kind == "subparagraph" else f"{noun} {unit.number}"


def unit_forms(unit: NotedUnit) -> tuple[str, ...]:
    """Return a unit's name as notes print it, in nominative, genitive, instrumental: «пункт 2», «пункта 2» …"""
    return tuple(_printed(replace(unit, name=None), case) for case in (_NOM, _GEN, _INS))


def _address(units: tuple[NotedUnit, ...], case: int) -> str:
    """The units of a note, innermost first: «подпункт 3) пункта 37»."""
    shown = _shown(units)
    if not shown:
        return str(_FORMS["act"][case])
    last, *outer = reversed(shown)
    return " ".join((_printed(last, case), *(_printed(unit, _GEN) for unit in outer)))


def _shown(units: tuple[NotedUnit, ...]) -> tuple[NotedUnit, ...]:
    """Documents and divisions above a numbered unit are where the note stands; they are not said again."""
    inner = tuple(unit for unit in units if unit.kind not in _AROUND)
    if len(inner) == 1 and inner[0] == units[-1] and is_of_another(units):
        return units[-2:]
    return inner or units[-1:]


def _whole(units: tuple[NotedUnit, ...], act: str) -> tuple[str, str]:
    """What a unit was added to where no unit of it is said, and its gender: «Правила», «приложение 1», «приказ»."""
    held = units[-1] if units else NotedUnit(act)
    if held.kind == "instrument":
        for word in fold_spaces(held.name or "").split():
            for stem, said in _DOCUMENTS.items():
                if word.startswith(stem):
                    return said
    known = held if held.kind in _FORMS else NotedUnit("act")
    return _printed(replace(known, name=None), _NOM), str(_FORMS[known.kind][_GENDER])


def _gender(units: tuple[NotedUnit, ...]) -> str:
    shown = _shown(units)
    return str(_FORMS.get(shown[-1].kind if shown else "act", _FORMS["act"])[_GENDER])


def _note(kind: NoteKind, units: tuple[NotedUnit, ...], act: AmendingAct, base: str, now: NotedUnit | None) -> str:
    genitive, instrumental = ACTS.get(act.type or "", ("акта", "актом"))
    date = official_date(act.date)
    author = _REPUBLIC.sub(" РК", act.author).strip() if act.author else "РК"
    number = f"№ {act.number}" if act.number else None
    entry = f"({act.entry})" if act.entry else None
    said = " ".join(part for part in (author, f"от {date}" if date else None, number, entry) if part)
    if kind == "inserted":
        *outer, last = _shown(units)
        whole, gender = _whole(units[:-1], base)
        if outer:
            whole, gender = _address(tuple(outer), _NOM), _gender(tuple(outer))
        added = {"m": "дополнен", "f": "дополнена", "n": "дополнено", "pl": "дополнены"}[gender]
        head = f"{whole} {added} {_printed(last, _INS)} в соответствии с {instrumental}"
    elif kind == "repealed":
        head = f"{_address(units, _NOM)} {_EXCLUDED[_gender(units)]} {instrumental}"
    elif kind == "void":
        head = f"{_address(units, _NOM)} {_VOID[_gender(units)]} в соответствии с {instrumental}"
    elif kind == "renumbered" and now is not None:
        counted = f"считается {_printed(now, _INS)} в соответствии с"
        head = f"{_address(units, _NOM)} {counted} {instrumental}"
    elif kind == "moved":
        moved = {"m": "перемещен", "f": "перемещена", "n": "перемещено"}[_gender(units)]
        head = f"{_address(units, _NOM)} {moved} в соответствии с {instrumental}"
    elif kind == "everywhere":
        head = f"по всему тексту внесены изменения {instrumental}"
    elif kind == "replaced":
        head = f"{_address(units, _NOM)} – в редакции {genitive}"
    elif kind == "act_repealed":
        head = f"{_address(units, _NOM)} {_VOID[_gender(units)]} {instrumental}"
    elif kind == "resumed":
        head = f"действие {_address(units, _GEN)} возобновлено {instrumental}"
    elif kind == "suspended":
        until = f" до {official_date(act.until)}" if act.until else ""
        head = f"действие {_address(units, _GEN)} приостановлено{until} {instrumental}"
    else:
        head = f"{_address(units, _NOM)} с изменением, внесенным {instrumental}"
    return f"Сноска. {_sentence(head)} {said}."


def _sentence(head: str) -> str:
    # «строка, порядковый номер 4, – в редакции»: before a dash the comma goes.
    plain = head.replace(", –", " –")
    return f"{plain[:1].upper()}{plain[1:]}"


def _repealed(kind: str, instruction: str) -> str:
    gender = str(_FORMS.get(kind, _FORMS["act"])[_GENDER])
    return (_VOID if _void(instruction) else _EXCLUDED)[gender]


def _void(instruction: str) -> bool:
    folded = fold_spaces(instruction)
    return "утрати" in folded or "утрачива" in folded


def _author(requisites: str) -> str | None:
    match = _AUTHOR.match(requisites.strip())
    return match.group("author") if match else None


def _numbered(kind: str, number: str) -> str:
    if kind == "paragraph":
        return f"{number}."
    if kind == "subparagraph":
        return f"{number})"
    noun = str(_FORMS[kind][_NOM])
    return f"{noun[:1].upper()}{noun[1:]} {number}" + ("" if kind == "annex" else ".")


def _short(kind: str | None, number: str | None) -> str:
    return " ".join(part for part in (_TITLES.get(kind or "", "акт"), f"№ {number}" if number else None) if part)


def _ruled(name: str, date: str, reason: str) -> str:
    return f"Применено по решению ({name}, {date}): {stopped(reason)}"


def _missing(units: tuple[NotedUnit, ...], act: AmendingAct, instruction: str, why: str) -> str:
    _, instrumental = ACTS.get(act.type or "", ("акта", "актом"))
    date = official_date(act.date)
    author = _REPUBLIC.sub(" РК", act.author).strip() if act.author else "РК"
    number = f"№ {act.number}" if act.number else None
    said = " ".join(part for part in (instrumental, author, f"от {date}" if date else None, number) if part)
    reason = f" Причина: {stopped(why)}" if why else ""
    changed = _address(units, _GEN)
    return f"Сноска. Изменение {changed}, предусмотренное {said}, не внесено: «{instruction}».{reason}"


def _skipped(name: str, date: str, reason: str) -> str:
    return f"по решению ({name}, {date}): {reason}"


NOTES = Notes(
    note=_note,
    void=_void,
    repealed=_repealed,
    author=_author,
    numbered=_numbered,
    ruled=_ruled,
    missing=_missing,
    skipped=_skipped,
    short=_short,
    titles=_TITLES,
)
