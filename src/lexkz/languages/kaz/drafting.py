"""Kazakh words of drafting: «1 қосымша», «мәтінге», «министрі … бұйрығына», «(бұдан әрі – шарт)»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from lexkz.languages.alternatives import any_of
from lexkz.languages.drafting import Drafting, TermForm
from lexkz.languages.kaz.declension import NounForm, decline
from lexkz.languages.kaz.months import month
from lexkz.languages.kaz.units import FRONT, UNITS

_LETTER = r"[^\W\d_]"
_START, _END = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
_N = r"\d+(?:-\d+)*"
_OF_ANNEX = rf"(?:{_N}|[іvх][іvхlс]*)"
"""The number of an annex, folded: in figures or Roman."""
_HYPHENED = ("annex", "section", "chapter", "article", "paragraph", "alinea")
"""Units whose bare number is joined to the noun by a hyphen."""


def _forms(noun: str) -> dict[str, NounForm]:
    return decline(noun, front=FRONT.get(noun))


def _any(forms: Iterable[str]) -> str:
    return any_of(forms)


def _nouns(kinds: Iterable[str]) -> list[str]:
    return [noun for kind in kinds for noun in UNITS[kind] if " " not in noun]


_HYPHEN_NOUNS = _any(form for noun in _nouns(_HYPHENED) for form in _forms(noun))
_GENITIVES = _any(
    form
    for noun in (*_nouns((*_HYPHENED, "subparagraph", "part", "preamble", "heading", "table")), "қағида", "стандарт")
    for form, known in _forms(noun).items()
    if known.case == "gen"
)
_BARE_UNITS = _any(
    form
    for noun in (*_nouns(("article", "paragraph", "subparagraph", "part", "alinea", "sentence")), "мәтін")
    for form, known in _forms(noun).items()
    if not known.possessive and not known.plural and known.case not in ("gen", "nom", "acc")
)
_COUNT = rf"(?:(?:{_N}\)?\s?-?\s?|{_LETTER}+(?:ншы|нші)\s|(?:орыс|қазақ)\sтіліндегі\s|мемлекеттік\sтілдегі\s))"

_LAST = {
    "1": ("front", "voiced"),
    "2": ("front", "vowel"),
    "3": ("front", "voiceless"),
    "4": ("front", "voiceless"),
    "5": ("front", "voiceless"),
    "6": ("back", "vowel"),
    "7": ("front", "vowel"),
    "8": ("front", "voiced"),
    "9": ("back", "voiced"),
    "10": ("back", "nasal"),
    "20": ("back", "vowel"),
    "30": ("back", "voiced"),
    "40": ("back", "voiceless"),
    "50": ("front", "voiced"),
    "60": ("back", "voiceless"),
    "70": ("front", "voiceless"),
    "80": ("front", "nasal"),
    "90": ("back", "nasal"),
    "100": ("front", "voiced"),
    "1000": ("back", "nasal"),
}
"""The last spoken word of a number: its vowels, and the sound that it ends in."""
_DATIVE = {("front", "voiceless"): "ке", ("back", "voiceless"): "қа"}
_ABLATIVE = {"voiceless": ("тен", "тан"), "nasal": ("нен", "нан")}


def _ending_fits(number: str, ending: str) -> bool:
    digits = number.replace(" ", "")
    if not digits.strip("0"):
        return True
    zeros = len(digits) - len(digits.rstrip("0"))
    spoken = digits[-1] if not zeros else digits[-2:] if zeros == 1 else "100" if zeros == 2 else "1000"
    if zeros > 5:
        return True
    vowels, last = _LAST[spoken]
    if ending in ("ға", "ге", "қа", "ке"):
        return ending == _DATIVE.get((vowels, last), "ге" if vowels == "front" else "ға")
    soft, hard = _ABLATIVE.get(last, ("ден", "дан"))
    return ending == (soft if vowels == "front" else hard)


def _hyphenated(words: str) -> str:
    return re.sub(r"\s*[-–—]\s*|\s+", "-", words.strip(), count=1)


_PLURAL_ACCUSATIVE = r"(?:[тдл][ае]р)?[ндт][ыі]"
_AGENT = re.compile(rf"({_LETTER}{{2,}}?)({_PLURAL_ACCUSATIVE})?")
_ADJECTIVE = re.compile(rf"({_LETTER}{{3,}})(?:лық|лік|дық|дік|тық|тік)")
_AGENT_HEAD = re.compile(rf"({_LETTER}{{2,}}(?:ушы|уші))(?:[лд][ае]р)?(?:ы|і)?[а-яәіңғүұқөһ]{{0,5}}")


@cache
def _stems(word: str) -> tuple[tuple[str, bool], ...]:
    """Return the nouns that ``word`` can be a form of, each with whether the form has a possessor."""
    found = []
    for length in range(3, len(word) + 1):
        known = decline(word[:length]).get(word)
        if known is not None:
            found.append((word[:length], known.possessive))
    return tuple(found)


def _term_forms(words: Sequence[str]) -> Iterator[TermForm]:
    for first, second in pairwise(words):
        if not (first.isalpha() and second.isalpha()):
            continue
        printed = f"{first} {second}"
        head = _AGENT_HEAD.fullmatch(second)
        agent = _AGENT.fullmatch(first) if head else None
        if head and agent:
            # «қызмет алушы» and «қызметтерді алушы»: one person, named by an object with and without its case.
            yield TermForm(f"agent {agent[1]} {head[1]}", agent[2] or "", printed)
        adjective = _ADJECTIVE.fullmatch(first)
        for stem, possessive in _stems(second):
            if adjective:
                yield TermForm(f"adjective {adjective[1]} {stem}", "with suffix", printed, 2)
            elif len(first) >= 4:
                yield TermForm(f"adjective {first} {stem}", "bare", printed, 2)
            if first.endswith("у") and len(first) >= 4:
                # A verbal noun before a noun asks for the possessive: «болу ұйымы», never «болу ұйым».
                yield TermForm(f"izafet {first} {stem}", "possessive" if possessive else "bare", printed, 3)


def _is_form(word: str, term: str) -> bool:
    head, _, last = term.rpartition(" ")
    start, _, tail = word.rpartition(" ")
    return head == start and (tail == last or tail in decline(last))


_REFERRED = {
    "article": "бап",
    "paragraph": "тармақ",
    "subparagraph": "тармақша",
    "chapter": "тарау",
    "annex": "қосымша",
}


def _reference(steps: Sequence[tuple[str, str]]) -> re.Pattern[str] | None:
    parts = []
    for kind, number in steps:
        noun = _REFERRED.get(kind)
        if noun is None:
            return None
        joint = r"\)\s?" if kind == "subparagraph" else r"\s?-?\s?"
        parts.append(rf"(?<![\d-]){re.escape(number)}{joint}{_any(_forms(noun))}(?!\w)")
    return re.compile(r"\s".join(parts))


def _institution_key(rest: str) -> str:
    """«Республикасының Әділет министрлігінде», but «Республикасы Әділет министрлігінің»: two genitives are avoided."""
    genitive = rest.endswith(("ның", "нің", "дың", "дің", "тың", "тің"))
    return f"{rest.rpartition(' ')[0]} {genitive}"


def _kind_of_document(name: str) -> tuple[str, str]:
    rest, _, kind = name.rpartition(" ")
    return kind, rest


DRAFTING = Drafting(
    approves=re.compile(r"(?P<name>.+?)\s+бекіту\s+туралы"),
    kind_of_document=_kind_of_document,
    # In Kazakh the kind of act stands behind its number.
    kind_of_act=re.compile(r"(?!)"),
    hyphens=(
        re.compile(rf"(?<![\d№.,/-])(?<!№\s){_N}(?:\s+|\s+[-–—]\s*|\s*[-–—]\s+){_HYPHEN_NOUNS}{_END}", re.IGNORECASE),
    ),
    hyphenated=_hyphenated,
    cases=(
        # A possessor asks for the possessive: «кіріспенің … мәтініне», not «мәтінге».
        re.compile(rf"{_START}{_GENITIVES}\s{_COUNT}{{0,4}}{_BARE_UNITS}{_END}", re.IGNORECASE),
        re.compile(rf"{_START}{_N}\s?-?\s?қосымша(?:сы)?\sсәйкес{_END}", re.IGNORECASE),
        re.compile(rf"{_START}{_N}\s?-?\s?(?:тармақ|бап|тармағы|бабы)\sсәйкес{_END}", re.IGNORECASE),
    ),
    endings=re.compile(rf"(?<![\d,.-])(?P<number>\d+(?: 000)*)-(?P<ending>ға|ге|қа|ке|дан|ден|тан|тен|нан|нен){_END}"),
    ending_fits=_ending_fits,
    corner_case=re.compile(rf"(?P<slip>{_LETTER}+(?:рі|сы|сі|ғы|гі))\s(?=\d{{4}}\sжылғы)"),
    corner_date=re.compile(rf"(?P<year>\d{{4}})\s*жыл(?:ғы)?\s*(?P<day>\d{{1,2}})\s*(?P<month>{_LETTER}+)"),
    month=month,
    # «қосымша» is also "further"; an annex without a number stands behind the dative of what it belongs to.
    corner_annex=re.compile(
        r"(?:(?P<number>\d+(?:-\d+)*|(?<![^\W\d_])[іvх][іvхlс]*(?=[\s-]))\s?-?\s?|(?<=ға\s)|(?<=ге\s)|(?<=қа\s)|(?<=ке\s)|(?<=на\s)|(?<=не\s))"
        r"қосымша(?:сы)?(?![^\W\d_])"
    ),
    corner_name=re.compile(
        rf"(?:бұйрығына|бұйрыққа|қаулысына|шешіміне|жарлығына|өкіміне)\s+(?:{_OF_ANNEX}\s?-?\s?)?қосымша\s+"
        rf"(?P<name>.+?)\s+(?:{_OF_ANNEX}\s?-?\s?)?қосымша"
    ),
    annex_name=re.compile(rf"(?P<name>.+?)\s+(?:{_OF_ANNEX}\s?-?\s?)?қосымша"),
    own_annex=re.compile(
        rf"осы (?:бұйрыққа|бұйрықтың|қаулыға|қаулының|шешімге|шешімнің|жарлыққа|өкімге|заңға|заңның)\s+"
        rf"(?:(?P<number>(?:{_N}(?:\s?,\s?|\s+және\s+|\s+-\s+))*{_N})\s?-?\s?)?қосымша"
    ),
    inner_annex=re.compile(
        rf"осы (?!бұйры|қаулы|шешім|жарлы|өкім|заң|кодекс){_LETTER}+(?:ға|ге|қа|ке|на|не|дың|дің|тың|тің|ның|нің)\s+"
        rf"(?P<number>(?:{_N}(?:\s?,\s?|\s+және\s+|\s+-\s+))*{_N})\s?-?\s?қосымша"
    ),
    added=re.compile(rf"{_START}толықтыру"),
    changed=re.compile(rf"{_START}өзгеріс|{_START}өзгерт"),
    announces=re.compile(r"енгізілсін\s*:$"),
    definition=re.compile(r"\(бұдан (?:әрі|былай)\s*[-–—]\s*(?P<term>[^()]{2,80}?)\)"),
    is_form=_is_form,
    bare_before=re.compile(r"(?:^|[,;(]\s?|\s)(?:немесе|және|мен|пен|бен|егер|тарапынан|осы|ал|онда)\s$|,\s$"),
    self_reference=re.compile(rf"{_START}[Оо]сы\s(?P<noun>{_LETTER}+)"),
    institution=re.compile(
        rf"Қазақстан (?P<form>Республикасы(?:ның)?)\s(?P<rest>(?:[А-ЯӘҒҚҢӨҰҮҺІ]{_LETTER}+\s(?:{_LETTER}+\s){{0,6}}?)?"
        rf"(?i:вице-министр|министр|үкімет|агенттіг|агенттік|комитет|бас прокуратура|ұлттық банк){_LETTER}*)"
    ),
    institution_key=_institution_key,
    fixed_names=(
        (
            re.compile(r"(?<=Қазақстан )(?P<word>Респ\w*)"),
            re.compile(r"Республика(?:сы(?:ның|на|нда|ндағы|н|нан|мен)?)?"),
            "Қазақстан Республикасы",
        ),
        (
            re.compile(rf"(?<=Республикасының )(?P<word>Конст\w*)|{_START}(?P<other>Конст\w*)(?=сының)"),
            re.compile(r"Конституция\w*"),
            "Конституция",
        ),
    ),
    term_forms=_term_forms,
    orphan=re.compile(
        rf"(?:үшін|туралы|бойынша|ретінде|арқылы|кейін|дейін|сәйкес|қарай|байланысты|сияқты)\s{_LETTER}.*"
    ),
    orders=re.compile(r"\W*бұйырамын|\W*бұйырамыз"),
    reference=_reference,
    foreign=re.compile(
        rf"(?<!осы )(?:кодекс|заң|бұйры|қаулы|жарлы|конституция){_LETTER}*(?:ның|нің|дың|дің|тың|тің)\s$"
    ),
    enclosing=re.compile(rf"{_N}\)?\s?-?\s?{_GENITIVES}\s$"),
    apart=frozenset(("мен", "пен", "бен")),
    corner_capital=re.compile(r"№\s?\S+\s(?P<slip>Бұйрығына|Қаулысына|Шешіміне|Жарлығына|Өкіміне)(?!\w)"),
    one_word=re.compile(
        r"(?<![,\"]\s)(?<!,)[\"«](?P<words>[^\"«»]*\w\s\w[^\"«»]*)[\"»] деген сөз(?:ді|ден|ге|бен|ін)?(?!\w)"
    ),
    misspelt=(
        # «… күні ішінде», never «… күн ішінде»: the measure of time takes the possessive.
        (re.compile(rf"{_START}(?:жұмыс|банк) күн ішінде{_END}"), "күні ішінде"),
        (re.compile(rf"{_START}қолданысқа (?:енгізледі|енгiзледi|енгізілді ?деп){_END}"), "қолданысқа енгізіледі"),
    ),
    registered=re.compile(r"тіркеу тізілімінде"),
    to_register=re.compile(r"мемлекеттік тірке|тіркеуді|тіркелуін"),
)
"""The words of drafting in Kazakh."""
