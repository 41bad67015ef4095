"""Kazakh names of structural units, kinds of act, approved acts and quoted things, in all their case forms."""

from functools import cache

from lexkz.languages.folding import fold, fold_keyboard
from lexkz.languages.kaz.declension import decline
from lexkz.languages.vocabulary import Noun, WordEntry

UNITS = {
    "annex": ("қосымша",),
    "section": ("бөлім",),
    "subsection": ("кіші бөлім",),
    "chapter": ("тарау",),
    "subchapter": ("параграф",),
    "article": ("бап",),
    "paragraph": ("тармақ",),
    "subparagraph": ("тармақша",),
    "part": ("бөлік",),
    "alinea": ("абзац", "азат жол", "азатжол", "кіріспе бөлік"),
    "sentence": ("сөйлем",),
    "table": ("кесте",),
    "row": ("жол", "позиция", "шапка", "бас жол", "бас бөлік"),
    "column": ("баған", "графа"),
    "form": ("нысан",),
    "heading": ("тақырып", "тақырыпша", "атау"),
    "preamble": ("кіріспе", "преамбула"),
    "note": ("ескертпе", "ескерту"),
    "footnote": ("сілтеме", "жұлдызша"),
    "contents": ("мазмұн",),
    "corner_mark": (
        "оң жақ жоғарғы бұрыш",
        "жоғарғы оң жақ бұрыш",
        "оң жақтағы жоғарғы бұрыш",
        "жоғарғы оң бұрыш",
        "нөмірлік тақырып",
        "бекіту гриф",
        "гриф",
    ),
}
"""Kind of unit (legal-technique.md) to its nouns."""

UNITS_RARELY = ("позиция",)
"""Those of them that are units only with a number beside them; elsewhere words like others."""

ACTS = {
    "order": "бұйрық",
    "law": "заң",
    "code": "кодекс",
    "resolution": "қаулы",
    "decree": "жарлық",
    "decision": "шешім",
    "directive": "өкім",
    "constitution": "конституция",
}
"""Slug of a kind of act to its noun."""

INSTRUMENTS = (
    "қағида",
    "стандарт",
    "ереже",
    "нұсқаулық",
    "тізбе",
    "тізілім",
    "тізім",
    "сыныптама",
    "табель",
    "паспорт",
    "алгоритм",
    "рәсім",
    "кесімділік",
    "анықтама",
    "сыныптауыш",
    "декларация",
    "әдістеме",
    "тәртіп",
    "регламент",
    "талап",
    "норматив",
    "норма",
    "нұсқау",
    "бағдарлама",
    "жоспар",
    "құрам",
    "шарт",
    "жарғы",
    "тәртіптеме",
    "мөлшер",
    "лимит",
    "тариф",
    "критерий",
    "өлшемшарт",
    "көрсеткіш",
    "жіктеуіш",
    "номенклатура",
    "құрылым",
    "мөлшерлеме",
    "тұжырымдама",
    "стратегия",
    "схема",
    "көлем",
    "басшылық",
    "келісім",
    "баға",
    "коэффициент",
    "анықтамалық",
    "үлгі",
    "сипаттама",
    "квота",
    "доктрина",
    "шама",
    "үстемеақы",
)
"""Nouns that name an act approved by an order."""

FRONT = {
    "абзац": False,
    "қосымша": False,
    "графа": False,
    "цифр": False,
    "символ": False,
    "тариф": True,
    "лимит": True,
    "квота": False,
    "коэффициент": True,
    "доктрина": False,
    "сыныптама": False,
    "табель": True,
    "паспорт": False,
    "алгоритм": True,
    "декларация": False,
}
"""Nouns whose suffixes do not follow their last vowel: True for front vowels, False for back ones."""

QUOTED_THINGS = (
    "сөз",
    "цифр",
    "сан",
    "сөз тіркес",
    "сан есім",
    "аббревиатура",
    "әріп",
    "белгі",
    "тыныс белгі",
    "символ",
    "қысқарту",
    "таңба",
    "сөйлемше",
)
"""What a quotation is said to be: «"А" деген сөздер»."""

QUOTED_RARELY = (
    "формула",
    "өрнек",
    "фраза",
    "индекс",
    "күн",
    "термин",
    "ұғым",
    "сома",
    "бөлшек",
    "код",
    "тег",
    "тіркес",
    "жазу",
    "жазба",
    "жалғаулық",
    "шылау",
)
"""What a quotation is said to be, too, right beside it; elsewhere a word like others."""


def _forms(stem: str) -> dict[str, tuple[str, bool, bool, str]]:
    head, _, last = stem.rpartition(" ")
    front = FRONT.get(last)
    lead = f"{head} " if head else ""
    return {
        lead + form: (noun.case, noun.plural, noun.possessive, lead + noun.nominative)
        for form, noun in decline(last, front=front).items()
    }


def nouns() -> dict[str, WordEntry]:
    """Return every form of the nouns above as grammar entries; keys are folded, of one word or of several."""
    table: dict[str, WordEntry] = {}
    for kind, stems in UNITS.items():
        for stem in stems:
            _add(table, "U", kind, stem)
    for slug, stem in ACTS.items():
        _add(table, "A", slug, stem)
    for stem in INSTRUMENTS:
        _add(table, "I", stem, stem)
    for stem in (*QUOTED_THINGS, *QUOTED_RARELY):
        _add(table, "W", stem, stem)
    _add(table, "T", "text", "мәтін")
    return table


@cache
def typed_instruments() -> dict[str, Noun]:
    """Return the forms of the nouns of approved acts that lack Kazakh letters on a Russian keyboard, as typed there."""
    table: dict[str, Noun] = {}
    for stem in INSTRUMENTS:
        for form, (case, plural, possessive, nominative) in _forms(stem).items():
            typed = fold_keyboard(fold(form))
            if typed != fold(form):
                table.setdefault(typed, Noun(stem, case, plural, possessive, nominative))
    return table


def _add(table: dict[str, WordEntry], prefix: str, meaning: str, stem: str) -> None:
    for form, (case, plural, possessive, nominative) in _forms(stem).items():
        noun = Noun(meaning, case, plural, possessive, nominative)
        table.setdefault(fold(form), WordEntry(f"{prefix}_{case.upper()}", noun))
