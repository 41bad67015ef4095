"""Kazakh chunks: «"…" туралы … министрінің 2023 жылғы 22 маусымдағы № 230 бұйрығына (…)», «… көрсету стандартына»."""

import re
from dataclasses import replace

from lexkz.languages.chunks import (
    Named,
    beside_quotes,
    counted,
    covering,
    formulas,
    lines_told,
    met,
    units_told,
    without_remarks,
)
from lexkz.languages.days import days_kept, with_days
from lexkz.languages.folding import fold, fold_spaces
from lexkz.languages.kaz.approved import approved, ended, explains
from lexkz.languages.kaz.citations import cited_acts, dated_alone
from lexkz.languages.kaz.units import QUOTED_RARELY, UNITS_RARELY
from lexkz.languages.kaz.words import MANNER, MET
from lexkz.languages.narrowed import narrowed
from lexkz.languages.titles import mended
from lexkz.languages.tokens import Token
from lexkz.languages.vocabulary import Noun

_REGISTERED = re.compile(r"(?:№|n)\s*(\d+)\s*(?:болып|нөмірімен|санымен|боп)?\s*тіркел")
_SINCE = re.compile(r"(?:\d{4} жыл(?:ғы|дың) \d{1,2} [а-яәіңғүұқөһ]+|\d{2}\.\d{2}\.\d{4}(?: жыл(?:дан|ғы))?) бастап")
"""A day from which a command holds: «2027 жылғы 1 қаңтардан бастап»."""
REMARKS = re.compile(
    r"^(?:бұдан әрі\s*-|одан әрі\s*-|жалпы бөлі|ерекше бөлі|қоса беріл|\S+ кодексі$)|"
    r"^(?!тек |орыс|қазақ|мемлекеттік тіл)(?:[^\W\d]+ ){1,6}"
    r"(?:нысаны|журналы|тізбесі|тізімі|бланкісі|үлгісі|тізілімі|сауалнамасы)$|"
    r"өзгеріс\w*(?: (?:мен|және) толықтыру\w*)? (?:ескер|енгізілген$)|^\d{4} .*редакциясында$|"
    r"тіркел|тіркеу|тізілім|жаршы|жариялан|пүаж|актілер жинағ|бюллетен|газет|егемен|эталонд"
)
"""Remarks in brackets that say nothing of what a command does: register, gazettes, short names."""
_SOFT = frozenset(
    {
        "WORD",
        "REMARK",
        "AND",
        "COMMA",
        "DASH",
        "WHOLE",
        "KAZAKH",
        "RUSSIAN",
        "THROUGH",
        "SIGN_NOM",
        "SIGN_INS",
        "BECOMING",
        "PLACES",
        "INSTEAD",
        "START_OF",
    }
)
_NEEDED = re.compile(r"(?:керек|қажет|тиіс)$")
_VERBS = frozenset({"WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "ADDED", "COUNT"})
_CLOSING = frozenset({"COMMA", "SEMI", "DOT", "COLON", "AND"})
_HEADS = frozenset({"U", "I", "T", "W", "A"})


_RARE = frozenset(QUOTED_RARELY)

_TIMES = frozenset({"рет"})

_FORMULA = {
    "формуласы": "U_NOM",
    "формуласын": "U_ACC",
    "формуласының": "U_GEN",
    "формуласында": "U_LOC",
    "формуласындағы": "U_ATTR",
    "формуласынан": "U_ABL",
    "формуламен": "U_INS",
}


def chunk(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each cited act (``B_…``), approved act (``I_…``) and named place (``N_…``) as one."""
    tokens = _in_force(_persons(_put_instead(_contents(_needed(_told(tokens))))))
    bare, remarks = without_remarks(mended(counted(tokens, _TIMES)), REMARKS)
    registration = next((found.group(1) for text in remarks if (found := _REGISTERED.search(fold(text)))), None)
    bare = lines_told(bare, "бойынша", led=False, tail="оның ішінде")
    dated = with_days(bare, _SINCE, "kaz")
    # A day at the head of a sentence is no part of the name behind it: «2027 жылғы … бастап "…" туралы … бұйрығының».
    head = 1 if dated and dated[0].type == "SINCE" else 0
    known = _explanations(approved(cited_acts(dated[head:], registration)))
    chunks = _places(_several_acts(_annexed(_instruments(known))))
    return days_kept(dated, (*dated[:head], *met(chunks, MET)))


def _told(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    told = beside_quotes(narrowed(tokens, number_first=True), _RARE, "kaz")
    return _heads(units_told(formulas(told, _FORMULA, holder=-1), UNITS_RARELY))


_OF_HEAD = {
    "басы": "NOM",
    "басын": "ACC",
    "басының": "GEN",
    "басына": "DAT",
    "басында": "LOC",
    "басындағы": "ATTR",
    "басынан": "ABL",
}


def _heads(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«кестенің басындағы»: the rows that head a table; elsewhere «басында» says where words stand."""
    out = list(tokens)
    for place, token in enumerate(tokens[1:], start=1):
        before, case = tokens[place - 1].value, _OF_HEAD.get(fold(token.text))
        if case is not None and isinstance(before, Noun) and before.meaning == "table" and before.case == "gen":
            out[place] = replace(token, type=f"U_{case}", value=Noun("row", case.lower(), False, True, "басы"))
    return tuple(out)


def _needed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«алмастыру қажет өнімдер тізбесі» commands nothing; «… сөзбен ауыстыру қажет;» ends with its verb."""
    return tuple(
        replace(token, type="WORD", value=None)
        if place + 1 < len(tokens)
        and tokens[place + 1].type not in _CLOSING
        and token.type in _VERBS
        and _NEEDED.search(fold(token.text))
        else token
        for place, token in enumerate(tokens)
    )


_FORENAME = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+)*")
_PATRONYMIC = re.compile(r"(?:ұлы|қызы|улы|кызы|вич|вна)(?:н|ді|ны|на)?$")
_BEHIND_PERSON = frozenset({"DASH", "COMMA", "AND", "BECOMING", "REMOVE", "ENTER", "ADDED", "SEMI", "DOT"})
_INITIAL = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]")


def _persons(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each person as one ``PERSON`` where a sentence speaks of who is in a composition.

    «комиссия құрамынан Әлиев Қанат Серікұлы шығарылсын», «Қ.С. Әлиев – хатшы болып енгізілсін».
    """
    verb = next((at for at, token in enumerate(tokens) if token.type in ("REMOVE", "ENTER", "ADDED")), None)
    if verb is None:
        return tokens
    if not any(fold(token.text).startswith("құрам") for token in tokens):
        found = _found_persons(tokens, verb)
        # «И.И. Иванов, П.П. Петров шығарылсын» under the name of a composition.
        return found if {token.type for token in found[:-1]} <= {"PERSON", "COMMA", "AND", "REMOVE"} else tokens
    found = _found_persons(tokens, verb)
    return found if any(token.type == "PERSON" for token in found) else _offices(tokens, verb)


def _offices(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    """Members that are named by their office alone: «комиссия құрамынан департамент директоры шығарылсын»."""
    begin = next((at + 1 for at, token in enumerate(tokens) if fold(token.text) in _OUT_OF), None)
    words = tokens[begin:verb] if begin is not None else ()
    if not words or any(token.type not in ("WORD", "AND", "COMMA", "I_NOM") for token in words):
        return tokens
    out = list(tokens[:begin])
    group: list[Token] = []
    for token in (*words, None):
        if token is not None and token.type not in ("AND", "COMMA"):
            group.append(token)
            continue
        if not group:
            return tokens
        out.append(covering("PERSON", tuple(group), None))
        group = []
        if token is not None:
            out.append(token)
    return (*out, *tokens[verb:])


_OUT_OF = frozenset({"құрамынан", "құрамына"})


def _found_persons(tokens: tuple[Token, ...], verb: int) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        end = _person(tokens, place)
        if end is None:
            out.append(tokens[place])
            place += 1
            continue
        out.append(covering("PERSON", tokens[place:end], None))
        place = end
        if place < verb and tokens[place].type == "DASH":
            # «… – бас маман, хатшы болып енгізілсін»: who the person is.
            while place < verb and tokens[place].type != "BECOMING" and _person(tokens, place) is None:
                place += 1
    return tuple(out)


def _person(tokens: tuple[Token, ...], place: int) -> int | None:
    """Where a person that begins at ``place`` ends: «Әлиев Қ.С.», «Қ.С. Әлиев», «Әлиев Қанат Серікұлы»."""
    if not _named_so(tokens, place):
        return None
    end, letters, names = place, 0, 0
    while end < len(tokens):
        if _INITIAL.fullmatch(tokens[end].text) and end + 1 < len(tokens) and tokens[end + 1].type == "DOT":
            letters, end = letters + 1, end + 2
        elif _named_so(tokens, end) and not _INITIAL.fullmatch(tokens[end].text):
            names, end = names + 1, end + 1
        else:
            break
    if not names or names + letters < 2:
        return None
    if letters or _PATRONYMIC.search(fold(tokens[end - 1].text)):
        return end
    # Two names without a patronymic; «Қазақстан Республикасы Үкіметінің комиссиясы» is no person.
    told = names == 2 and end < len(tokens) and tokens[end].type in _BEHIND_PERSON
    return end if told and fold(tokens[place].text) != "қазақстан" else None


def _named_so(tokens: tuple[Token, ...], place: int) -> bool:
    token = tokens[place]
    initial = _INITIAL.fullmatch(token.text) is not None
    return token.type in ("WORD", "NUM") and (initial or _FORENAME.fullmatch(token.text) is not None)


def _in_force(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«2024 жылғы 1 ақпанда қолданысы тоқтатыла тұрған 17-тармағының қолданысы жаңғыртылсын»: what stood still, and its
    effect, which is renewed."""
    place = next((at for at, token in enumerate(tokens) if token.type == "IN_FORCE"), None)
    if place is None:
        return tokens
    out = list(tokens)
    if [token.type for token in tokens[place + 1 : place + 2]] == ["STOPPED"]:
        begin = place
        while begin and out[begin - 1].type in ("NUM", "WORD"):
            begin -= 1
        del out[begin : place + 2]
    for at, token in enumerate(out):
        renewed = token.type == "EXCHANGE" and fold(token.text) in ("жаңғыртылсын", "жаңартылсын")
        if renewed and any(each.type == "IN_FORCE" for each in out[:at]):
            out[at] = replace(token, type="RESUME")
    return tuple(out)


def _put_instead(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«"А" деген сөздің орнына "Б" деген сөз қолданылсын»: the new words are put there."""
    instead = next((place for place, token in enumerate(tokens) if token.type == "INSTEAD"), len(tokens))
    return tuple(
        replace(token, type="PUT") if place > instead and token.type == "IN_EFFECT" else token
        for place, token in enumerate(tokens)
    )


_LISTED = {"мазмұнда": ("U_LOC", _CLOSING | {"QUOTED", "NUM", "ORD"}), "мазмұндағы": ("U_ATTR", {"QUOTED"})}


def _contents(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«мазмұнда:» at the head of a sentence is the table of contents; «… мынадай мазмұнда жазылсын:» is a wording."""
    found = _LISTED.get(fold(tokens[0].text)) if len(tokens) > 1 else None
    kinds = [token.type for token in tokens[1:3]]
    if found and kinds in (["NUM", "U_GEN"], ["ORD", "U_GEN"]) and all(token.type != "SUPPLEMENT" for token in tokens):
        # «мазмұндағы 9-баптың тақырыбы …»; «(мынадай) мазмұндағы 6) тармақшамен толықтырылсын» is a damaged wording.
        return (replace(tokens[0], type="U_LOC", value=Noun("contents", "loc", False, False, "мазмұн")), *tokens[1:])
    if found is None or tokens[1].type not in found[1]:
        return tokens
    noun = Noun("contents", found[0][2:].lower(), False, False, "мазмұн")
    return (replace(tokens[0], type=found[0], value=noun), *tokens[1:])


def chunk_listed(tokens: tuple[Token, ...], kind: str) -> tuple[Token, ...]:
    """Return the line of a list of acts of ``kind`` (a slug), whose noun stands above the list, as one cited act."""
    bare, _ = without_remarks(mended(counted(beside_quotes(tokens, _RARE, "kaz"), _TIMES), cited=True), REMARKS)
    noun = Noun(kind, "nom", False, False, "")
    return dated_alone(bare, noun, None) or chunk(tokens)


def _several_acts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«Қазақстан Республикасының мына заңнамалық актілеріне», «кейбір бұйрықтарына» as one token."""
    for place, token in enumerate(tokens):
        plural = isinstance(token.value, Noun) and token.type.startswith("A_") and token.value.plural
        if not plural and not fold(token.text).startswith("актілер"):
            continue
        listed = plural and place + 1 < len(tokens) and tokens[place + 1].type == "FORCE"
        begin = max((at + 1 for at in range(place) if tokens[at].type in ("ACCORDING", "COMMA")), default=0)
        words = tokens[begin : place + 1]
        if (listed or any(fold(word.text) in _SOME for word in words)) and all(
            word.type in _SOFT | {"NEXT", "THAT", "U_NOM"} or word.type.startswith("A_") for word in words
        ):
            return (*tokens[:begin], covering("ACTS", words, token.value), *tokens[place + 1 :])
    return tokens


_SOME = frozenset({"кейбір", "мына", "мынадай", "келесі", "төмендегі", "мынандай", "бірқатар"})


def _instruments(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    out: list[Token] = []
    for place, token in enumerate(tokens):
        following, after = (*tokens[place + 1 : place + 3], None, None)[:2]
        names_on = following is not None and (
            following.type == "WORD"
            # «Қағидалар – "5" деген цифрлар …»: that dash stands between the place and the words.
            or (following.type == "DASH" and after is not None and after.type.startswith(("WORD", "I_")))
            or (following.type.startswith("I_") and token.type in ("I_NOM", "I_GEN"))
        )
        known = isinstance(token.value, Named)
        if not token.type.startswith("I_") or known or (names_on and token.type in ("I_NOM", "I_GEN", "I_ACC")):
            out.append(token)
            continue
        if out and MANNER.search(fold_spaces(f"{out[-1].text} {token.text}")):
            out.append(replace(token, type="WORD", value=None))
            continue
        begin = len(out)
        while begin and (
            out[begin - 1].type in _SOFT
            or _year(out, begin - 1)
            or _part_of_name(out[begin - 1])
            or _names_a_body(out, begin - 1)
        ):
            if begin > 1 and out[begin - 1].type.startswith("U_") and out[begin - 2].type in ("NUM", "ORD"):
                break
            begin -= 1
        while begin < len(out) and out[begin].type in ("COMMA", "AND", "DASH"):
            begin += 1
        noun = token.value
        assert isinstance(noun, Noun)
        lead = tuple(out[begin:])
        del out[begin:]
        again = bool(out) and (out[-1].type == "THAT" or (out[-1].type == "THIS" and not _source(tokens, place)))
        that: tuple[Token, ...] = (out.pop(),) if again else ()
        name = _name((*lead, token), noun.nominative)
        out.append(covering(token.type, (*that, *lead, token), Named(name, noun.meaning, again)))
    return tuple(out)


_AS_ANNEX = re.compile(r"\((\d+(?:-\d+)?)\s*-?\s*қосымша\)")


def _annexed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«Сынама алу нұсқаулығында (6-қосымша)»: the annex by which a document was approved, in brackets behind it."""
    out: list[Token] = []
    for token in tokens:
        found = _AS_ANNEX.fullmatch(fold(token.text)) if token.type == "REMARK" and out else None
        before = out[-1].value if out else None
        if found is not None and isinstance(before, Named) and before.annex is None and out[-1].type.startswith("I_"):
            out[-1] = replace(out[-1], end=token.end, value=replace(before, annex=found.group(1)))
            continue
        out.append(token)
    return tuple(out)


_FILLING = ("толтыру", "толтырудың")
_EXPLAINING = re.compile(r"(?:түсіндірме|түсіндіру|түсініктеме|нұсқаулық|нұсқаулығ|нұсқау)")


def _explanations(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«2-қосымшаның нысанын толтыру бойынша түсіндірмеде 3-тармақ …»: what explains a form, within a sentence."""
    for place, token in enumerate(tokens):
        if not place or not _is_form(tokens[place - 1]):
            continue
        at_once = _EXPLAINS_AT_ONCE.match(fold(token.text)) is not None
        if fold(token.text) not in _FILLING and not at_once:
            continue
        end = place if at_once else place + 1
        while end < len(tokens) and tokens[end].type in ("THROUGH", "WORD") and not _case_of(tokens[end]):
            end += 1
        found = _case_of(tokens[end]) if end < len(tokens) else None
        if found is None or (end + 1 < len(tokens) and tokens[end + 1].type in ("WORD", "COLON")):
            continue
        begin = place - 1
        if begin and tokens[begin - 1].type in ("NUM", "ORD"):
            begin -= 1
        words = tokens[begin : end + 1]
        named = Named(_name(words, found[1]), "explanation")
        return (*tokens[:begin], covering(f"N_{found[0]}", words, named), *tokens[end + 1 :])
    return tokens


_EXPLAINS_AT_ONCE = re.compile(r"түсіндірме|түсініктеме")
"""«нысанға түсіндірмеде»: what explains a form without "how to fill it in"."""


def _is_form(token: Token) -> bool:
    return isinstance(token.value, Noun) and token.value.meaning == "form"


def _case_of(token: Token) -> tuple[str, str] | None:
    """The case of a noun that explains, and its nominative: «түсіндірмеде», «түсіндірменің», «нұсқаулығындағы»."""
    if not _EXPLAINING.match(fold(token.text)):
        return None
    if isinstance(token.value, Noun):
        return token.value.case.upper(), token.value.nominative
    return ended(fold(token.text))


def _source(tokens: tuple[Token, ...], place: int) -> bool:
    """«осы тізбеге 2-қосымшаға сәйкес»: this list is the amending act's own."""
    place += 1
    while place < len(tokens) and tokens[place].type in ("NUM", "COMMA", "AND"):
        place += 1
    return [token.type for token in tokens[place : place + 2]] == ["U_DAT", "ACCORDING"]


def _year(out: list[Token], place: int) -> bool:
    """«2004 жылға арналған … тізбесінің»: the year that a list is made for."""
    following = out[place + 1] if place + 1 < len(out) else None
    return out[place].type == "NUM" and following is not None and fold(following.text).startswith("жыл")


def _names_a_body(out: list[Token], place: int) -> bool:
    """«бекітілген "Азаматтарға арналған үкімет" корпорациясының қағидалары»: a quoted name within the name."""
    return out[place].type == "QUOTED" and place > 0 and out[place - 1].type in ("APPROVED", "THAT")


def _part_of_name(token: Token) -> bool:
    prefix, _, case = token.type.partition("_")
    return (
        prefix in _HEADS
        and case in ("NOM", "GEN", "ACC", "ATTR", "LOC", "DAT", "INS")
        and prefix in ("I", "U", "T")
        and (prefix == "I" or not token.joined)
        and (prefix != "U" or case in ("NOM", "GEN", "ACC", "INS"))
    )


def _name(tokens: tuple[Token, ...], nominative: str) -> str:
    """The words of a name as printed, the last of them in the nominative."""
    words: list[str] = []
    for token in tokens[:-1]:
        if token.type == "COMMA" and words:
            words[-1] += ","
        elif token.type == "QUOTED":
            words.append(f'"{token.text}"')
        else:
            words.append(token.text)
    last = tokens[-1].text
    shown = nominative.rpartition(" ")[2]
    common = len(last) - len(last[len(_shared(last, shown)) :])
    words.append(last[:common] + shown[common:])
    return " ".join(words)


def _shared(printed: str, plain: str) -> str:
    length = 0
    for left, right in zip(fold(printed), fold(plain), strict=False):
        if left != right:
            break
        length += 1
    return printed[:length]


_LOCATIVE = re.compile(r"^(.+?[ыі])н[дт][ае]$|^(.+?)[дт][ае]$")


def _places(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A line of unknown words that ends in a locative and a colon names a table or a form: «Бағалау парағында:»."""
    if len(tokens) < 2 or tokens[-1].type != "COLON" or tokens[-2].type != "WORD":
        return tokens
    found = _LOCATIVE.match(tokens[-2].text)
    begin = len(tokens) - 2
    while begin and (tokens[begin - 1].type in _SOFT or _part_of_name(tokens[begin - 1])):
        begin -= 1
    if found is None:
        return tokens
    if begin and begin == len(tokens) - 2 and _case_of(tokens[-2]) and _is_form(tokens[begin - 1]):
        # «нысанға түсіндірмеде:»
        begin -= 1
    words = tokens[begin:-1]
    name = _name(words, fold(found.group(1) or found.group(2)))
    noun = "explanation" if explains(words) else None
    return (*tokens[:begin], covering("N_LOC", words, Named(name, noun)), tokens[-1])
