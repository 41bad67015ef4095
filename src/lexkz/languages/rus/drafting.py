"""Russian words of drafting: «согласно приложения 1», «к приказу Министр», «(далее – договор)», «пункт 3- 1»."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lexkz.languages.alternatives import any_of
from lexkz.languages.drafting import Drafting, TermForm
from lexkz.languages.folding import fold
from lexkz.languages.rus.declension import decline, singular_and_plural
from lexkz.languages.rus.months import month
from lexkz.languages.rus.units import UNITS

_LETTER = r"[^\W\d_]"
_START, _END = rf"(?<!{_LETTER})", rf"(?!{_LETTER})"
_N = r"\d+(?:-\d+)*"
_OF_ANNEX = rf"(?:{_N}|[іvх][іvхlс]*)"
"""The number of an annex, folded: in figures or Roman."""
_REFERRED = ("annex", "section", "chapter", "article", "paragraph", "subparagraph")


def _any(forms: Iterable[str]) -> str:
    return any_of(forms)


def _forms(kinds: Iterable[str], *cases: str, plural: bool | None = None) -> str:
    """Return a pattern of the forms of units that can be any of ``cases`` (all, where none is given)."""
    found = []
    for kind in kinds:
        for noun, like, fleeting in UNITS[kind]:
            for form, known in decline(noun, like, fleeting=fleeting).items():
                if (not cases or set(cases) & set(known.cases)) and plural in (None, known.plural):
                    found.append(form)
    return _any(found)


def _only(kinds: Iterable[str], *cases: str) -> str:
    """Return a pattern of the forms that can be nothing but ``cases``."""
    found = []
    for kind in kinds:
        for noun, like, fleeting in UNITS[kind]:
            for form, known in decline(noun, like, fleeting=fleeting).items():
                if set(known.cases) <= set(cases):
                    found.append(form)
    return _any(found)


_INNER = ("subparagraph", "paragraph", "part", "alinea")
_OUTER = ("paragraph", "part", "article")
_ORDINAL = rf"{_LETTER}+(?:ый|ий|ой|ая|ого|его|ому|ему|ом|ем|ую|ые|ых|ым|ые)"
_NUMBERED = rf"(?:{_N}\)?|{_ORDINAL}|[а-я]\))"
_PLURAL = {
    form
    for kind in _REFERRED
    for noun, like, fleeting in UNITS[kind]
    for form in singular_and_plural(noun, like, fleeting=fleeting)[1]
}
_SINGULAR = _any(
    form
    for kind in _REFERRED
    for noun, like, fleeting in UNITS[kind]
    for form in singular_and_plural(noun, like, fleeting=fleeting)[0]
    if form not in _PLURAL
)


def _hyphenated(words: str) -> str:
    return re.sub(r"\s*[-–—]\s*", "-", words.strip())


def _ending_fits(number: str, ending: str) -> bool:  # noqa: ARG001 (the rule of Russian looks at the ending alone)
    # One letter after a vowel, two after a consonant: «5-го», «2-й», never «5-ого», «2-ой».
    return ending not in ("ого", "его", "ому", "ему", "ый", "ий", "ой", "ым", "им", "ая", "ое", "ые", "ых")


_AGENT = re.compile(rf"({_LETTER}{{3,}}ател)(ь|я|ю|ем|е)")
_OBJECT = re.compile(rf"({_LETTER}{{3,}}?)(и|ы|а|я|ов|ев|ей)?")


def _term_forms(words: Sequence[str]) -> Iterator[TermForm]:
    for first, second in pairwise(words):
        if not (first.isalpha() and second.isalpha()):
            continue
        agent, thing = _AGENT.fullmatch(first), _OBJECT.fullmatch(second)
        if agent and thing:
            # «получатель услуг» and «получатель услуги»: one person, named in two ways.
            yield TermForm(f"agent {agent[1]} {thing[1]}", thing[2] or "", f"{first} {second}")


_ENDINGS = (
    r"(?:а|у|ом|е|ы|ов|ам|ами|ах|я|ю|ем|и|ей|ям|ями|ях|ии|ий|иям|иями|иях|ия|ию|ием|ою|ой|ью|ого|ому|ым|ых|ыми|"
    r"ая|ую|ое|ые|ьи)?"
)


def _is_form(word: str, term: str) -> bool:
    ours, theirs = word.split(), term.split()
    if len(ours) != len(theirs):
        return False
    return all(
        re.fullmatch(re.escape(fold(right).rstrip("аеиоуыьюяй")) + _ENDINGS, left) is not None
        for left, right in zip(ours, theirs, strict=True)
    )


_KINDS = {
    "article": "article",
    "paragraph": "paragraph",
    "subparagraph": "subparagraph",
    "chapter": "chapter",
    "annex": "annex",
}


def _reference(steps: Sequence[tuple[str, str]]) -> re.Pattern[str] | None:
    parts = []
    for kind, number in reversed(steps):
        if kind not in _KINDS:
            return None
        close = r"\)" if kind == "subparagraph" else r"(?![\d)]|-\d)"
        parts.append(rf"(?<!\w){_forms((kind,))}\s{re.escape(number)}{close}")
    return re.compile(r"\s".join(parts))


def _institution_key(rest: str) -> str:
    first, _, others = rest.partition(" ")
    return f"{first[:10]} {others}"


def _kind_of_document(name: str) -> tuple[str, str]:
    kind, _, rest = name.partition(" ")
    return kind, rest


DRAFTING = Drafting(
    approves=re.compile(r"(?:об утверждении|о утверждении)\s+(?P<name>.+)"),
    kind_of_document=_kind_of_document,
    kind_of_act=re.compile(r"\b(?:приказ|постановлени|решени|распоряжени|указ|закон)\w*\b", re.IGNORECASE),
    hyphens=(
        re.compile(rf"{_START}{_SINGULAR}\s\d+(?:\s+[-–—]\s?|[-–—]\s+)\d+{_END}(?!\d)", re.IGNORECASE),
        re.compile(rf"(?<!\d)\d+(?:\s+-\s?|-\s+|\s)(?:го|му|й|ю){_END}"),
    ),
    hyphenated=_hyphenated,
    cases=(
        # «согласно» and «в соответствии с» ask for the dative and the instrumental.
        re.compile(rf"{_START}согласно\s{_only(_REFERRED, 'gen', 'nom', 'acc')}\s{_N}", re.IGNORECASE),
        re.compile(
            rf"{_START}в соответствии с(?:о)?\s{_only(_REFERRED, 'gen', 'nom', 'acc', 'dat')}\s{_N}", re.IGNORECASE
        ),
        # A unit inside another asks for the genitive: «подпункт 1) пункта 2», not «пункт 2».
        re.compile(
            rf"{_START}{_forms(_INNER)}\s{_NUMBERED}\s{_only(_OUTER, 'nom', 'acc')}\s{_NUMBERED}"
            rf"(?=\s(?:изложить|исключить|дополнить|слов|после|признать))",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{_START}дополнить\s{_only(('subparagraph', 'paragraph', 'alinea', 'annex'), 'nom', 'acc')}\s{_NUMBERED}"
            rf"(?=\sследующего содержания)",
            re.IGNORECASE,
        ),
    ),
    endings=re.compile(rf"(?<!\d)(?P<number>\d+)-(?P<ending>{_LETTER}{{1,3}}){_END}"),
    ending_fits=_ending_fits,
    corner_case=re.compile(
        r"(?:приказу|постановлению|решению|распоряжению)\s(?P<slip>Министр|Премьер-Министр|Заместитель\s\S+|Председатель|"
        r"Правительство|Министерство|Комитет|Агентство|Аким|Министру|Председателю)(?!\w)"
    ),
    corner_date=re.compile(rf"от\s+(?P<day>\d{{1,2}})\s+(?P<month>{_LETTER}+)\s+(?P<year>\d{{4}})"),
    month=month,
    corner_annex=re.compile(
        r"(?<![^\W\d_])приложение(?:\s?(?:№|n)?\s?(?P<number>\d+(?:-\d+)*|[іvх][іvхlс]*))?(?![^\W\d_])"
    ),
    corner_name=re.compile(
        rf"приложение(?:\s{_OF_ANNEX})?\s+к\s+(?:приказу|постановлению|решению|указу|распоряжению)\s.*?"
        rf"приложение(?:\s{_OF_ANNEX})?\s+к\s+(?P<name>.+)"
    ),
    annex_name=re.compile(rf"приложение(?:\s{_OF_ANNEX})?\s+к\s+(?P<name>.+)"),
    own_annex=re.compile(
        rf"приложени(?:ю|ем|и|е|я|ям|ями|ях)(?:\s(?P<number>(?:{_N}(?:\s?,\s?|\s+и\s+|\s+-\s+))*{_N}))?\s+к\s+"
        r"настоящ(?:ему|ей)\s+(?:приказу|постановлению|решению|указу|распоряжению|закону)"
    ),
    inner_annex=re.compile(
        rf"приложени(?:ю|ем|и|е|я|ям|ями|ях)\s(?P<number>(?:{_N}(?:\s?,\s?|\s+и\s+|\s+-\s+))*{_N})\s+к\s+"
        r"настоящ(?:ему|ей|им)\s+(?!приказу|постановлению|решению|указу|распоряжению|закону|кодексу)[^\W\d_]+"
    ),
    added=re.compile(rf"{_START}дополнени"),
    changed=re.compile(rf"{_START}изменени"),
    announces=re.compile(r"следующ(?:ие|ее|ую|ий)\s.*(?:изменени|дополнени)\S*\s*:$"),
    definition=re.compile(r"\(далее\s*[-–—]\s*(?P<term>[^()]{2,80}?)\)"),
    is_form=_is_form,
    bare_before=re.compile(r"(?:^|[,;(]\s?|\s)(?:или|и|а|если|что|между|стороны|чем|когда)\s$|,\s$"),
    self_reference=re.compile(rf"{_START}[Нн]астоящ(?:ий|его|ему|им|ем|ие|их|ими|ая|ей|ую|ее)\s(?P<noun>{_LETTER}+)"),
    institution=re.compile(
        r"(?P<rest>(?:Министерств|Комитет|Правительств|Агентств|Национальн)\w*(?:\s[^\W\d_]+){0,7}?)\s"
        r"(?P<form>Республики Казахстан|РК)(?!\w)"
    ),
    institution_key=_institution_key,
    fixed_names=(
        (
            re.compile(r"(?<!\w)(?P<word>Респ[^\W\d_]*)(?= Казахстан)"),
            re.compile(r"Республик(?:а|и|е|у|ой|ою)"),
            "Республика Казахстан",
        ),
        (re.compile(r"(?<!\w)(?P<word>Конст[^\W\d_]*)"), re.compile(r"Конституци(?:я|и|ю|ей|онн\w+)"), "Конституция"),
    ),
    term_forms=_term_forms,
    orphan=re.compile(rf"{_LETTER}.*\s(?:в|на|по|для|о|об|с|к|от|до|при|из|за|под|и|или|со|во|между|через)\s?[;.]"),
    orders=re.compile(r"\W*приказываю|\W*приказываем"),
    reference=_reference,
    foreign=re.compile(rf"^\s(?!настоящ)(?:{_LETTER}+\s){{0,2}}(?:кодекс|закон|приказ|постановлени|указ|конституци)"),
    enclosing=re.compile(rf"^\s{_forms(_OUTER, 'gen')}\s{_N}"),
    apart=frozenset(("ввиду", "причем", "насчет", "поэтому", "притом", "зато")),
    corner_capital=re.compile(r"\sк\s(?P<slip>Приказу|Постановлению|Решению|Распоряжению)(?!\w)"),
    one_word=re.compile(rf"{_START}слово\s[\"«](?P<words>[^\"«»]*\w\s\w[^\"«»]*)[\"»](?!\s*(?:,|и)\s*[\"«])"),
    misspelt=(
        (
            re.compile(
                rf"{_START}[Вв] течении(?=(?:\s[^\s.;]+){{0,5}}\s(?:дн|день|сут|недел|месяц|квартал|год|лет|час|минут|"
                rf"срок|период|времен)\w*)"
            ),
            "в течение",
        ),
        (re.compile(rf"{_START}[Пп]о истечению(?=\s\w)"), "по истечении"),
        # «Привести в соответствие с» is right: the slip begins a clause.
        (re.compile(r"(?:(?<=^)|(?<=[,;:]\s))[Вв] соответствие со?(?=\s\w)"), "в соответствии с"),
        (
            re.compile(
                rf"{_START}[Сс]огласно (?:приказа|закона|кодекса|постановления|решения|правил|настоящ(?:его|ей|их)|"
                rf"перечня|статьи|договора)(?!\w)"
            ),
            "согласно (дательный падеж)",
        ),
    ),
    registered=re.compile(r"зарегистрирован\w* в реестре государственной регистрации"),
    to_register=re.compile(r"государственн\w+ регистраци|зарегистрировать"),
)
"""The words of drafting in Russian."""
