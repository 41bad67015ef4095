"""Kazakh editors' notes: «Ескерту. 8-тармақ жаңа редакцияда – ҚР … министрінің 30.09.2024 № 391 (…) бұйрығымен.»."""

import re

from lexkz.languages.folding import fold_spaces
from lexkz.languages.kaz.ordinals import spell
from lexkz.languages.notes import AmendingAct, NotedUnit, NoteKind, Notes, is_of_another, official_date, stopped

_FORMS = {
    # nominative, genitive, dative, instrumental
    "section": ("бөлім", "бөлімнің", "бөлімге", "бөліммен"),
    "subsection": ("кіші бөлім", "кіші бөлімнің", "кіші бөлімге", "кіші бөліммен"),
    "chapter": ("тарау", "тараудың", "тарауға", "тараумен"),
    "subchapter": ("параграф", "параграфтың", "параграфқа", "параграфпен"),
    "article": ("бап", "баптың", "бапқа", "баппен"),
    "paragraph": ("тармақ", "тармақтың", "тармаққа", "тармақпен"),
    "subparagraph": ("тармақша", "тармақшаның", "тармақшаға", "тармақшамен"),
    "part": ("бөлік", "бөліктің", "бөлікке", "бөлікпен"),
    "alinea": ("абзац", "абзацтың", "абзацқа", "абзацпен"),
    "sentence": ("сөйлем", "сөйлемнің", "сөйлемге", "сөйлеммен"),
    "column": ("баған", "бағанның", "бағанға", "бағанмен"),
    "row": ("жол", "жолдың", "жолға", "жолмен"),
    "annex": ("қосымша", "қосымшаның", "қосымшаға", "қосымшамен"),
    "table": ("кесте", "кестенің", "кестеге", "кестемен"),
    "form": ("нысан", "нысанның", "нысанға", "нысанмен"),
    "heading": ("тақырып", "тақырыптың", "тақырыпқа", "тақырыппен"),
    "title": ("тақырып", "тақырыптың", "тақырыпқа", "тақырыппен"),
    "preamble": ("кіріспе", "кіріспенің", "кіріспеге", "кіріспемен"),
    "corner_mark": (
        "оң жақ жоғарғы бұрыш",
        "оң жақ жоғарғы бұрыштың",
        "оң жақ жоғарғы бұрышқа",
        "оң жақ жоғарғы бұрышпен",
    ),
    "note": ("ескертпе", "ескертпенің", "ескертпеге", "ескертпемен"),
    "instrument": ("құжат", "құжаттың", "құжатқа", "құжатпен"),
    "order": ("бұйрық", "бұйрықтың", "бұйрыққа", "бұйрықпен"),
    "law": ("Заң", "Заңның", "Заңға", "Заңмен"),
    "code": ("Кодекс", "Кодекстің", "Кодекске", "Кодекспен"),
    "resolution": ("қаулы", "қаулының", "қаулыға", "қаулымен"),
    "decree": ("Жарлық", "Жарлықтың", "Жарлыққа", "Жарлықпен"),
    "decision": ("шешім", "шешімнің", "шешімге", "шешіммен"),
    "directive": ("өкім", "өкімнің", "өкімге", "өкіммен"),
    "act": ("акт", "актінің", "актіге", "актімен"),
}
_POSSESSED = {
    "subparagraph": ("тармақшасы", "тармақшасының", "тармақшасына", "тармақшасымен"),
    "part": ("бөлігі", "бөлігінің", "бөлігіне", "бөлігімен"),
    "alinea": ("абзацы", "абзацының", "абзацына", "абзацымен"),
    "paragraph": ("тармағы", "тармағының", "тармағына", "тармағымен"),
    "article": ("бабы", "бабының", "бабына", "бабымен"),
    "sentence": ("сөйлемі", "сөйлемінің", "сөйлеміне", "сөйлемімен"),
    "column": ("бағаны", "бағанының", "бағанына", "бағанымен"),
    "row": ("жолы", "жолының", "жолына", "жолымен"),
    "heading": ("тақырыбы", "тақырыбының", "тақырыбына", "тақырыбымен"),
    "corner_mark": (
        "оң жақ жоғарғы бұрышы",
        "оң жақ жоғарғы бұрышының",
        "оң жақ жоғарғы бұрышына",
        "оң жақ жоғарғы бұрышымен",
    ),
    "note": ("ескертпесі", "ескертпесінің", "ескертпесіне", "ескертпесімен"),
    "table": ("кестесі", "кестесінің", "кестесіне", "кестесімен"),
}
_AROUND = frozenset({"instrument", "annex", "section", "subsection", "chapter", "subchapter"})
_NOM, _GEN, _DAT, _INS = range(4)
_DOCUMENTS = {
    # Beginning of the last word of the name of an approved document, folded, to the document.
    "қағида": "қағидалар",
    "талап": "талаптар",
    "норма": "нормалар",
    "стандарт": "стандарт",
    "регламент": "регламент",
    "тізбе": "тізбе",
    "тізім": "тізім",
    "ереже": "ереже",
    "нұсқаулы": "нұсқаулық",
    "әдістеме": "әдістеме",
    "тәртіб": "тәртіп",
    "нысан": "нысан",
    "жоспар": "жоспар",
}

BY_ACT = {
    "order": "бұйрығымен",
    "law": "Заңымен",
    "constitutional_law": "Конституциялық заңымен",
    "code": "Кодексімен",
    "resolution": "қаулысымен",
    "decree": "Жарлығымен",
    "decision": "шешімімен",
    "directive": "өкімімен",
}
"""Kind of act to its noun as what made a change, behind the act's number."""
_IN_ACT = {
    "order": "бұйрығында",
    "law": "Заңында",
    "constitutional_law": "Конституциялық заңында",
    "code": "Кодексінде",
    "resolution": "қаулысында",
    "decree": "Жарлығында",
    "decision": "шешімінде",
    "directive": "өкімінде",
}
_TITLES = {
    "order": "бұйрық",
    "law": "Заң",
    "code": "Кодекс",
    "resolution": "қаулы",
    "decree": "Жарлық",
    "decision": "шешім",
    "directive": "өкім",
}
_AUTHOR = re.compile(
    r"^(?:қазақстан республикасы(?:ның)?\s+)?(?P<author>\S.*?(?:нің|ның|дің|дың|тің|тың))\s+\d{4}\s*(?:жылғы|ж\.)"
)


def _printed(unit: NotedUnit) -> str:
    if unit.number is None:
        return ""
    if unit.kind in ("alinea", "part", "sentence") and unit.number.isdigit() and 0 < int(unit.number) < 1000:
        return f"{spell(int(unit.number))} "
    if unit.number == "last":
        return "соңғы "
    # A subpoint keeps its bracket and a space, others are joined to their number: "3) тармақша", "8-тармақ".
    return f"{unit.number}) " if unit.kind == "subparagraph" else f"{unit.number}-"


def unit_forms(unit: NotedUnit) -> tuple[str, ...]:
    """Return a unit's name as notes print it, in nominative, genitive, dative, instrumental: «2-тармақ» …"""
    return tuple(_address((unit,), case) for case in (_NOM, _GEN, _DAT, _INS))


def _address(units: tuple[NotedUnit, ...], case: int) -> str:
    """The units of a note: the numbered ones from the point or article down, each but the last in the genitive."""
    shown = _shown(units)
    if not shown:
        return _FORMS["act"][case]
    out = []
    for place, unit in enumerate(shown):
        wanted = case if place == len(shown) - 1 else _GEN
        forms = _POSSESSED.get(unit.kind) if place else None
        out.append(f"{_printed(unit)}{(forms or _FORMS.get(unit.kind, _FORMS['act']))[wanted]}")
    return " ".join(out)


def _shown(units: tuple[NotedUnit, ...]) -> tuple[NotedUnit, ...]:
    """Documents and divisions above a numbered unit are where the note stands; they are not said again."""
    inner = tuple(unit for unit in units if unit.kind not in _AROUND)
    if len(inner) == 1 and inner[0] == units[-1] and is_of_another(units):
        return units[-2:]
    return inner or units[-1:]


def _whole(units: tuple[NotedUnit, ...], act: str) -> str:
    """What a unit was added to where no unit of it is said: «Қағидалар», «1-қосымша», «бұйрық»."""
    held = units[-1] if units else NotedUnit(act)
    last = fold_spaces(held.name or "").rpartition(" ")[2]
    if held.kind == "instrument":
        return next((plain for stem, plain in _DOCUMENTS.items() if last.startswith(stem)), _FORMS["instrument"][_NOM])
    return _address((held,), _NOM)


def _note(kind: NoteKind, units: tuple[NotedUnit, ...], act: AmendingAct, base: str, now: NotedUnit | None) -> str:
    if kind == "inserted":
        *outer, _ = _shown(units)
        whole = _address(tuple(outer), _NOM) if outer else _whole(units[:-1], base)
        head = f"{whole} {_address(units[-1:], _INS)} толықтырылды"
    elif kind == "void":
        head = f"{_address(units, _GEN)} күші жойылды"
    elif kind == "renumbered" and now is not None:
        head = f"{_address(units, _NOM)} {_address((now,), _NOM)} болып есептеледі"
    elif kind == "moved":
        head = f"{_address(units, _GEN)} орны ауыстырылды"
    elif kind == "everywhere":
        head = "бүкіл мәтін бойынша өзгерістер енгізілді"
    elif kind == "repealed":
        head = f"{_address(units, _NOM)} алып тасталды"
    elif kind == "replaced":
        head = f"{_address(units, _NOM)} жаңа редакцияда"
    elif kind == "act_repealed":
        head = f"{_address(units, _GEN)} күші жойылды"
    elif kind == "resumed":
        head = f"{_address(units, _GEN)} қолданысы қайта жаңғыртылды"
    elif kind == "suspended":
        until = f"{official_date(act.until)} дейін " if act.until else ""
        head = f"{_address(units, _GEN)} қолданысы {until}тоқтатыла тұрады"
    else:
        head = f"{_address(units, _DAT)} өзгеріс енгізілді"
    entry = f"({act.entry})" if act.entry else None
    number = f"№ {act.number}" if act.number else None
    by = BY_ACT.get(act.type or "", "актісімен")
    said = " ".join(part for part in ("ҚР", act.author, official_date(act.date), number, entry, by) if part)
    return f"Ескерту. {head[:1].upper()}{head[1:]} – {said}."


def _repealed(kind: str, instruction: str) -> str:  # noqa: ARG001 (Kazakh has no gender)
    return "күші жойылды" if _void(instruction) else "алып тасталды"


def _void(instruction: str) -> bool:
    folded = fold_spaces(instruction)
    return "күші жойыл" in folded or "күшін жой" in folded


def _author(requisites: str) -> str | None:
    match = _AUTHOR.match(_keep_case(requisites))
    return requisites[match.start("author") : match.end("author")] if match else None


def _keep_case(text: str) -> str:
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _numbered(kind: str, number: str) -> str:
    if kind == "paragraph":
        return f"{number}."
    if kind == "subparagraph":
        return f"{number})"
    return f"{number}-{_FORMS[kind][_NOM]}" + ("" if kind == "annex" else ".")


def _short(kind: str | None, number: str | None) -> str:
    return " ".join(part for part in (f"№ {number}" if number else None, _TITLES.get(kind or "", "акт")) if part)


def _ruled(name: str, date: str, reason: str) -> str:
    return f"Шешім бойынша қолданылды ({name}, {date}): {stopped(reason)}"


def _missing(units: tuple[NotedUnit, ...], act: AmendingAct, instruction: str, why: str) -> str:
    by = _IN_ACT.get(act.type or "", "актісінде")
    number = f"№ {act.number}" if act.number else None
    said = " ".join(part for part in ("ҚР", act.author, official_date(act.date), number, by) if part)
    head = _address(units, _DAT)
    reason = f" Себебі: {stopped(why)}" if why else ""
    return f"Ескерту. {head[:1].upper()}{head[1:]} {said} көзделген өзгеріс енгізілген жоқ: «{instruction}».{reason}"


def _skipped(name: str, date: str, reason: str) -> str:
    return f"шешім бойынша ({name}, {date}): {reason}"


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
