"""Kazakh endings as data: what may be cut from a word's end, after which letters and by which harmony."""

from collections.abc import Iterator

from lexkz.languages.stemming import Ending, Endings

_VOWELS = "аәеоөүұыіэяё"
_GLIDES = "уиюй"
_VOICELESS = "пкқтсшщчцхфһбвгд"
"""Letters after which an ending begins hard; loans that end in б, в, г, д take it too: «округтер», «активтің»."""
_OPEN = _VOWELS + _GLIDES
_CONSONANTS = "бвгғдзжклмнңпрстфхһцчшщқьйуию"
_THEIRS = "ыі"
"""The possessive of the third person, after which cases have a form of their own: «бабы-нда»."""

_BACK_TO_FRONT = str.maketrans("аықғ", "еікг")


def _pair(back: str, after: str, *, least: int = 2, strong: bool = False, weak: bool = False) -> Iterator[Ending]:
    """Give ``back``, an ending written after back vowels, and its form after front vowels."""
    pattern = after if after.startswith("(?:") else f"[{after}]"
    front = back.translate(_BACK_TO_FRONT)
    yield Ending(back, pattern, "back", least, strong, weak)
    yield Ending(front, pattern, "front", least, strong, weak or front == "се")


def _nouns() -> Iterator[Ending]:
    """Number, possession and case: «тармақ-тар-ы-нда-ғы»."""
    yield from _pair("лар", _OPEN + "р", strong=True)
    yield from _pair("дар", "лмнңзжь", strong=True)
    yield from _pair("тар", _VOICELESS, strong=True)
    yield from _pair("ы", _CONSONANTS)
    yield Ending("і", "[т]", "loan", 2)  # «акті», «пункті»
    # «жұмыс-ы» ends as «жарғы-сы» does: a word in -ы has two consonants, or -ш, before it.
    yield from _pair("сы", "(?:[аәеоөүұэяёи]|[^аәеоөүұыіэяёиую]{2}[ыі]|[шу].?[ыі])", least=3)
    for start in ("да", "дағы"):
        yield from _pair(start, _OPEN + "рлмнңзжь")
        yield from _pair("т" + start[1:], _VOICELESS)
        yield from _pair("н" + start, _THEIRS, strong=True)
    yield from _pair("дан", _OPEN + "рлзжь")
    yield from _pair("нан", "мнң" + _THEIRS)
    yield from _pair("тан", _VOICELESS)
    yield from _pair("ға", _OPEN + "рлмнңзжь")
    yield from _pair("қа", _VOICELESS)
    yield from _pair("на", _THEIRS)
    # «саны» is «сан-ы»: words of two letters that end in a vowel («су») take -ды.
    yield from _pair("ны", _VOWELS, least=3)
    yield from _pair("ды", _GLIDES + "рлмнңзжь")
    yield from _pair("ты", _VOICELESS)
    yield Ending("н", f"[{_THEIRS}]", "any", 2, strong=True)
    yield from _pair("ның", _VOWELS + "мнң")
    yield from _pair("дың", _GLIDES + "рлзжь")
    yield from _pair("тың", _VOICELESS)
    yield Ending("мен", f"[{_OPEN}рлмнңь]", "any", 3, weak=True)
    yield Ending("мен", "[ы]", "any", 3, strong=True)
    for plural, after in (("лар", _OPEN + "р"), ("дар", "лмнңзжь"), ("тар", _VOICELESS)):
        yield from _pair(plural + "мен", after, strong=True)
    yield Ending("бен", "[зж]", "any", 3, weak=True)
    yield Ending("пен", f"[{_VOICELESS}]", "any", 3, weak=True)


def _verbs() -> Iterator[Ending]:
    """Participles, converbs, moods and the noun in -у, with the passive and the negation before them."""
    simple = ("ады", "атын", "ып", "у", "амын", "амыз")
    joined = ("йды", "йтын", "п", "у", "ймын", "ймыз")
    negated = ("ған", "йды", "йтын", "у", "са", "сын", "п", "ды")
    yield from _pair("ған", _OPEN + "рлмнңзж")
    yield from _pair("қан", _VOICELESS)
    for ending in simple:
        yield from _pair(ending, _CONSONANTS, strong=ending == "ып")
    for ending in joined:
        yield from _pair(ending, "аеәүұи" if ending != "п" else "ае", least=3)
    for ending in ("сын", "са"):
        yield from _pair(ending, _VOWELS + _CONSONANTS)
    for after, negation in ((_OPEN + "рл", "ма"), ("мнңзж", "ба"), (_VOICELESS, "па")):
        for ending in negated:
            yield from _pair(negation + ending, after)
    after_passive = ("ған", "сын", "са", "ды", *simple[:4], *("ма" + ending for ending in negated))
    for ending in after_passive:
        yield from _pair("ыл" + ending, _CONSONANTS, least=3)
        yield from _pair("л" + ending, "аеәыі", least=3, weak=ending == "у")
        yield from _pair("ын" + ending.replace("ма", "ба"), "л")


_WHOLE = """
    алты екі жеті бірнеше бәрі барлық бұл осы сол мынау олар оның оған онда одан оны бұны бұған бұдан бұнда мұны мұнда
    мұндай сондай осындай және немесе үшін кейін бұрын дейін туралы арқылы сәйкес бойынша сияқты тиіс керек
    қажет емес жоқ бар ғана тек егер сондықтан өзге басқа қазіргі тағы жалпы алғашқы соңғы
    мәтін шығын орын кәсіпорын жиын ауыл қаулы мақсат кәсіп тәртіп мектеп кітап талап есеп себеп топ бап тап
    кеңсе мәселе тұлға сала қала бала шара баға ақы заң жергілікті бюджет кезең нысан
    тарау қару тәсіл жүйе алаң алдын мүгедек міндет негіз білім тұрғын айып қоғам халық құқық арнаулы дербес қаржы
    орган субъект объект акт факт пункт контракт проект кодекс тапсырыс сома банк стандарт норматив адрес ресурс текст
    облыс жұмыс өзгеріс ұсыныс байланыс қатынас аудан маман заман мекен
"""
WHOLE = frozenset(_WHOLE.split())
"""Words that end as an ending does and are none: nothing is cut from them."""

ENDINGS = Endings(
    endings=tuple(dict.fromkeys((*_nouns(), *_verbs()))),
    whole=WHOLE,
    lost={
        "кәсіпорн": "кәсіпорын",
        "орн": "орын",
        "халқ": "халық",
        "әрп": "әріп",
        "мойн": "мойын",
        "ауз": "ауыз",
        "мүлк": "мүлік",
    },
    front="еөүіэ",
    either="әиую",
    voiced={"б": "п", "г": "к", "ғ": "қ"},
    own="әғқңөұүһі",
)
