"""Russian chunks: «приказ Министра … от 22 июня 2023 года № 230 "…" (…)», «Правилах …, утвержденных …»."""

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
from lexkz.languages.folding import fold
from lexkz.languages.narrowed import narrowed
from lexkz.languages.rus.approved import ADJECTIVES, approved, explains
from lexkz.languages.rus.citations import ADOPTED, cited_acts, dated_alone
from lexkz.languages.rus.units import ABBREVIATED, ABBREVIATION, QUOTED_RARELY, UNITS_RARELY
from lexkz.languages.rus.vocabulary import vocabulary
from lexkz.languages.rus.words import MANNER, MET
from lexkz.languages.titles import mended
from lexkz.languages.tokens import Token, scan
from lexkz.languages.unit_order import RANK
from lexkz.languages.vocabulary import Noun, classify

_REGISTERED = re.compile(r"(?:под|за)\s*(?:№|n|номером)\s*(\d+)|(?:№|n)\s*(\d+)\s*$")
_SINCE = re.compile(r"с (?:\d{1,2} [а-я]+ \d{4} (?:года|г ?\.?)|\d{2}\.\d{2}\.\d{4}(?: (?:года|г ?\.?))?)")
"""A day from which a command holds: «с 1 января 2027 года»."""
REMARKS = re.compile(
    r"^(?:далее\s*-|ведомости|сапп|собрание актов|собрание законодательства|бюллетень|газет|общая часть|"
    r"особенная часть|в редакции\s|в ред\.|с изменени|с последующими изменени|"
    r"с учетом (?:внесенн\w+ )?(?:изменени|дополнени)|введен\w* (?:приказ|постановлени|закон|решени)|"
    r"прилага(?:е|ю)тся|\S+ кодекс$|"
    r"(?:форма|журнал|перечень|список|бланк|образец|сведения|справка|реестр|анкета|уведомление|заявление)"
    r"(?: [^\W\d]+){0,6}$)|"
    r"(?<![^\W\d_])(?:зарегистрирован|регистрационн|регистраци|опубликован|ведомости|"
    r"реестр|эталонн|правда\W|егемен)"
)
"""Remarks in brackets that say nothing of what a command does: register, gazettes, short names."""


_RARE = frozenset(noun for noun, _, _ in QUOTED_RARELY)

_TIMES = frozenset({"раз", "раза"})

_FORMULA = {
    "формула": "U_NOM",
    "формулу": "U_ACC",
    "формулы": "U_GEN",
    "формуле": "U_LOC",
    "формулой": "U_INS",
}


def chunk(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each cited act (``B_…``), approved act (``I_…``) and named place (``N_…``) as one."""
    told = _persons(_of_many(units_told(beside_quotes(narrowed(tokens, number_first=False), _RARE, "rus"), _RARELY)))
    bare, remarks = without_remarks(mended(counted(formulas(told, _FORMULA, holder=1), _TIMES)), REMARKS)
    found = next((match for text in remarks if (match := _REGISTERED.search(fold(text)))), None)
    registration = (found.group(1) or found.group(2)) if found and "реестр" in fold(" ".join(remarks)) else None
    bare = lines_told(bare, "по", led=True, tail="в том числе")
    dated = with_days(_remarked(bare), _SINCE, "rus")
    chunks = _places(_several_acts(_instruments(approved(_in_full(cited_acts(dated, registration))))))
    return days_kept(dated, met(chunks, MET))


_IN_ANNEX = re.compile(r"\((приложение)\s*(?:№\s*)?(\d+(?:-\d+)*)( .*)?\)", re.IGNORECASE)


def _remarked(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в пояснении по заполнению формы (приложение 6 к Правилам)»: what explains a form stands in the annex named."""
    for place, token in enumerate(tokens):
        found = _IN_ANNEX.fullmatch(token.text) if token.type == "REMARK" else None
        begin = place
        while begin and (tokens[begin - 1].type in ("WORD", "TO") or tokens[begin - 1].type[:2] in ("U_", "I_")):
            begin -= 1
        if found is None or not explains(tokens[begin:place]):
            continue
        case = "loc" if begin and tokens[begin - 1].type == "IN" else "acc"
        noun = covering(f"U_{case.upper()}", tokens[begin:place], Noun("annex", case, False, False, "приложение"))
        start = token.start + found.start(2)
        number = Token("NUM", found[2], start, token.start + found.end(2), (found[2], False))
        at = token.start + found.start(3)
        rest = (replace(each, start=each.start + at, end=each.end + at) for each in scan(found[3] or ""))
        after = classify(tuple(rest), vocabulary())
        return (*tokens[:begin], noun, number, *after, *tokens[place + 1 :])
    return tokens


def chunk_listed(tokens: tuple[Token, ...], kind: str) -> tuple[Token, ...]:
    """Return the line of a list of acts of ``kind`` (a slug), whose noun stands above the list, as one cited act."""
    bare, _ = without_remarks(mended(counted(beside_quotes(tokens, _RARE, "rus"), _TIMES), cited=True), REMARKS)
    noun = Noun(kind, "nom", False, False, "")
    return dated_alone(bare, noun, None) or chunk(tokens)


def _of_many(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«строки 1-3 исключить», «в приложении 2 строки 1-3»: where no unit within them stands before, not one row."""
    out = list(tokens)
    for place, token in enumerate(tokens[:-1]):
        noun, after = token.value, tokens[place + 1]
        alike = isinstance(noun, Noun) and not noun.plural and token.type == "U_NOM_GEN_ACC"
        if not alike or after.type != "NUM" or not _SPAN.fullmatch(after.text) or not isinstance(noun, Noun):
            continue
        before = tokens[place - 1] if place else None
        outer = tokens[place - 2].value if place > 1 and before is not None and before.type == "NUM" else None
        larger = isinstance(outer, Noun) and RANK.get(outer.meaning, 99) < RANK.get(noun.meaning, 0)
        if before is None or before.type[:2] in ("A_", "I_") or before.type in ("REMOVE", "LOST") or larger:
            out[place] = replace(token, value=replace(noun, plural=True))
    return tuple(out)


_SPAN = re.compile(r"\d+-\d+")


def _in_full(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with nouns cut short before a number («п. 2 ст. 6») as the units that they are."""
    out: list[Token] = []
    for place, token in enumerate(tokens):
        kind = ABBREVIATED.get(fold(token.text)) if token.type == "WORD" else None
        after = [each.type for each in tokens[place + 1 : place + 3]]
        if kind is not None and after in (["DOT", "NUM"], ["DOT", "ORD"]):
            noun = Noun(kind, "nom", False, False, token.text)
            out.append(replace(token, type=ABBREVIATION, value=noun))
        elif not (token.type == "DOT" and out and out[-1].type == ABBREVIATION):
            out.append(token)
    return tuple(out)


_RARELY = tuple(noun[:-1] for noun in UNITS_RARELY)


def _several_acts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в следующие законодательные акты Республики Казахстан», «в некоторые приказы Министра …» as one token."""
    for place, token in enumerate(tokens):
        listed = place and tokens[place - 1].type == "LOST" and _plural_act(tokens, place)
        if token.type != "FOLLOWING" and fold(token.text) not in _SOME and not listed:
            continue
        end = place + 1
        while (end < len(tokens) and tokens[end].type in ("WORD", "AND", "DASH", "TO")) or _plural_act(tokens, end):
            end += 1
        words = tokens[place:end]
        opens = not place or tokens[place - 1].type in ("IN", "LOST")
        if opens and any(_is_act(word) for word in words):
            kind = next((word.value for word in words if isinstance(word.value, Noun)), None)
            return (*tokens[:place], covering("ACTS", words, kind), *tokens[end:])
    return tokens


_SOME = frozenset({"некоторые", "некоторых", "следующих", "нижеследующих", "отдельные"})


def _plural_act(tokens: tuple[Token, ...], place: int) -> bool:
    return place < len(tokens) and tokens[place].type.startswith("A_")


def _is_act(token: Token) -> bool:
    return token.type.startswith("A_") or fold(token.text) in ("акты", "актах", "актов")


_NAME_ENDS = frozenset({"COLON", "SEMI", "WRITE", "SUPPLEMENT", "REMOVE", "EXCHANGE", "APPROVED", "BRING", "RECOGNISE"})
_NAME_ENDS_TOO = frozenset(
    {
        "FOLLOWING",
        "IN_EDITION",
        "ACCORDING",
        "WHOLE_TEXT",
        "COUNT",
        "NUM",
        "DOT",
        "LOST",
        "MOVE",
        "SUSPEND",
        "RESPECTIVELY",
        "OF_CONTENT",
        "UNCHANGED",
        "BE_CHANGED",
        "SINCE",
        "SINCE_APART",
        "EXCEPT",
        "PERSON",
        "MEMBERS",
        "OUT",
        "SETTING",
        "STOPPED",
        "ADD",
    }
)


def _instruments(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if not token.type.startswith("I_") or isinstance(token.value, Named):
            out.append(token)
            place += 1
            continue
        noun = token.value
        assert isinstance(noun, Noun)
        if out and MANNER.search(fold(f"{out[-1].text} {token.text}")):
            out.append(replace(token, type="WORD", value=None))
            place += 1
            continue
        lead: list[Token] = []
        while out and out[-1].type in ADJECTIVES and ADOPTED.search(fold(out[-1].text)):
            lead.insert(0, out.pop())
        again = bool(out) and out[-1].type == "THAT"
        if again:
            lead.insert(0, out.pop())
        end = place + 1
        while end < len(tokens) and tokens[end].type not in _NAME_ENDS | _NAME_ENDS_TOO:
            if tokens[end].type.startswith(("B_", "SIGN_")):
                break
            if tokens[end].type == "THAT" and noun.meaning != "состав":
                break
            if tokens[end].type == "OPEN" and [token.type for token in tokens[end + 1 : end + 2]] == ["EXCEPT"]:
                break
            if _is_what_comes(tokens, end):
                break
            if tokens[end].type == "QUOTED" and tokens[end - 1].type.startswith(("W_", "U_")):
                # «в Правилах слова "а" …»: the noun before the quotation is that of the command.
                end -= 1
                while end - 2 > place and tokens[end - 1].type == "AND" and tokens[end - 2].type.startswith("W_"):
                    end -= 2
                break
            end += 1
        end = max(end, place + 1)
        while end > place + 1 and tokens[end - 1].type in _HANGING:
            end -= 1
        end = _unit_stop(tokens, place, end)
        adjectives = tuple(word for word in lead if word.type != "THAT")
        name = _name(adjectives, token, noun, tokens[place + 1 : end])
        whole = (*lead, *tokens[place:end])
        if "," in name and end + 1 < len(tokens) and tokens[end].type == "COMMA" and tokens[end + 1].type in _NAME_ENDS:
            # The comma after a name that holds a clause is the clause's own.
            whole, end = (*whole, tokens[end]), end + 1
        again = again and end == place + 1
        out.append(covering(token.type, whole, Named(name, noun.meaning, again)))
        place = end
    return tuple(out)


_HANGING = frozenset({"COMMA", "DASH", "IN", "AND", "TO", "AFTER", "BEFORE", "FROM", "ON"})
"""What a name does not end with."""


def _is_what_comes(tokens: tuple[Token, ...], place: int) -> bool:
    """«дополнить Правила новой главой 5», «… новым пунктом»: the unit in the instrumental is what comes in, and no word
    of the name («Правила введения новой формы»)."""
    following = tokens[place + 1].type if place + 1 < len(tokens) else ""
    return tokens[place].type in ("NEW", "NEXT") and following.startswith("U_") and "INS" in following


_NUMBERS = frozenset({"NUM", "ORD", "ROW_NUMBER"})


def _unit_stop(tokens: tuple[Token, ...], place: int, end: int) -> int:
    """A name does not run on into the address of a unit: «в Правилах пункт 5 изложить»."""
    for index in range(place + 1, end):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.type == "COMMA" and index + 2 < end:
            # «строки, порядковые номера 4 и 5,»
            following = tokens[index + 2] if tokens[index + 2].type == "ROW_NUMBER" else following
        if tokens[index].type.startswith("U_") and following is not None and following.type in _NUMBERS:
            stop = index
            while stop > place + 1 and tokens[stop - 1].type in _HANGING:
                stop -= 1
            return stop
    return end


def _name(adjectives: tuple[Token, ...], head: Token, noun: Noun, rest: tuple[Token, ...]) -> str:
    words = [_adjective(token.text, noun) for token in adjectives]
    printed = head.text
    words.append(printed[0] + noun.nominative[1:] if printed[:1].isupper() else noun.nominative)
    for token in rest:
        if token.type == "THAT":
            # «из состава указанной комиссии»: the composition is that of the commission.
            continue
        if token.type == "COMMA":
            words[-1] += ","
        else:
            words.append(f'"{token.text}"' if token.type == "QUOTED" else token.text)
    return " ".join(words)


_FEMININE = ("а", "я")


def _adjective(word: str, noun: Noun) -> str:
    soft = re.search(r"(?:[кгхжшщч](?:им|их|ие|ий|ими)|н(?:ем|его|ему|им|их|ие|ий|ими|яя|юю))$", word) is not None
    stem = ADOPTED.sub("", word)
    nominative = noun.nominative
    if noun.plural or nominative[-1:] in ("ы", "и"):
        return stem + ("ие" if soft else "ые")
    if nominative.endswith(_FEMININE):
        return stem + "ая"
    if nominative.endswith(("о", "е")):
        return stem + ("ее" if soft else "ое")
    return stem + ("ий" if soft else "ый")


def _places(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A line «в … :» of unknown words names a table or a form: «в Оценочном листе:»."""
    if len(tokens) < 3:
        return tokens
    if tokens[0].type != "IN" or tokens[-1].type != "COLON":
        return _explanation(tokens)
    words = tokens[1:-1]
    explanation = explains(words)
    if not explanation and not all(token.type in ("WORD", "AND", "COMMA", "DASH") for token in words):
        return _explanation(tokens)
    if any(token.type in ("NUM", "ORD", "QUOTED") or token.type.startswith(("B_", "I_")) for token in words):
        return _explanation(tokens)
    named = Named(" ".join(token.text for token in words), "explanation" if explanation else None)
    return (tokens[0], covering("N_LOC", words, named), tokens[-1])


def _explanation(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """«в пояснении по заполнению формы слово "а" …», «пояснение по заполнению формы изложить …»: that of a form."""
    begin = next((at for at, token in enumerate(tokens) if fold(token.text).startswith("пояснени")), None)
    if begin is None:
        return tokens
    end = begin
    while end < len(tokens) and (tokens[end].type in ("WORD", "TO") or _is_form(tokens[end])):
        end += 1
    words = tokens[begin:end]
    if not explains(words) or not _is_form(words[-1]):
        return tokens
    if begin and tokens[begin - 1].type in ("NUM", "ORD") and fold(tokens[begin].text) == "пояснения":
        # «пункт 3 пояснения к форме приложения 2»: what explains a form has the numbers of the form's annex.
        after = tokens[end].value if end < len(tokens) else None
        placed = isinstance(after, Noun) and after.meaning == "annex"
        return (*tokens[:begin], *tokens[end:]) if placed else tokens
    case = "LOC" if begin and tokens[begin - 1].type == "IN" else "ACC"
    annex = tokens[end] if end < len(tokens) else None
    placed = annex is not None and isinstance(annex.value, Noun) and annex.value.meaning == "annex"
    within = tokens[end + 2].value if end + 3 < len(tokens) and tokens[end + 3].type == "NUM" else None
    pointed = isinstance(within, Noun) and within.meaning == "paragraph" and placed and case == "LOC"
    if annex is not None and pointed and "GEN" in annex.type and isinstance(annex.value, Noun):
        # «в пояснениях к форме приложения 3 пункт 5»: what explains a form has the numbers of the form's annex.
        placed_in = replace(annex, type="U_LOC", value=replace(annex.value, case="loc"))
        return (*tokens[:begin], placed_in, *tokens[end + 1 :])
    named = Named(" ".join(token.text for token in words), "explanation")
    return (*tokens[:begin], covering(f"N_{case}", words, named), *tokens[end:])


def _is_form(token: Token) -> bool:
    return isinstance(token.value, Noun) and token.value.meaning == "form"


_FORENAME = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:-[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+)?")
_LETTER = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ]")
_PATRONYMIC = re.compile(r"(?:вич|вна|вны|вну|вной|вне|ична|ичны|ичну|улы|кызы|ұлы|қызы)(?:а|у|ем|е)?$")
_POSTS = frozenset({"SEMI", "COLON", "COMMA", "AND"})


def _persons(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return ``tokens`` with each person as one ``PERSON`` where a sentence speaks of who is in a composition.

    «вывести из состава комиссии Ахметова Е.Б.»; elsewhere a capital letter with a stop is a word like others.
    """
    if not any(token.type in ("OUT", "ADD", "REMOVE") for token in tokens) or not any(map(_of_members, tokens)):
        return tokens
    if (offices := _offices(tokens)) is not None:
        return offices
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        end = _person(tokens, place)
        if end is None:
            out.append(tokens[place])
            place += 1
            continue
        while out and out[-1].type == "WORD" and any(_OFFICES.match(fold(token.text)) for token in out):
            # «директора Департамента финансов Ахметова Е.Б.»: who the person is.
            out.pop()
            while out and _BEFORE_OFFICE.match(fold(out[-1].text)):
                out.pop()
        out.append(covering("PERSON", tokens[place:end], None))
        place = end
        if place < len(tokens) and tokens[place].type == "DASH" and tokens[-1].type != "COLON":
            # «Ахметова Е.Б. – заместителя акима города»: who the person is.
            while place < len(tokens) and tokens[place].type not in _POSTS:
                place += 1
    return tuple(out)


_OFFICES = re.compile(
    r"(?:вице-)?(?:директор|начальник|руководител|заместител|председател|министр|аким|представител|секретар|"
    r"специалист|инспектор|эксперт|советник|помощник|управляющ|заведующ|консультант|депутат|юрист|бухгалтер|инженер)"
    r"(?:а|я|его|ов|ей)$"
)
_BEFORE_OFFICE = re.compile(r"(?:главного|ведущего|старшего|первого|исполняющего|временного|генерального)$")


def _offices(tokens: tuple[Token, ...]) -> tuple[Token, ...] | None:
    """Members that are named by their office alone: «вывести из состава комиссии директора департамента».

    None where a person is named, too, or where no word behind that for the body («комиссии») is an office.
    """
    begin = next((at for at, token in enumerate(tokens) if fold(token.text) in ("состава", "состав")), None)
    if begin is None or any(_person(tokens, at) is not None for at in range(len(tokens))):
        return None
    out = list(tokens[: begin + 2])
    place = begin + 2
    while place < len(tokens):
        lead = place
        while lead < len(tokens) and _BEFORE_OFFICE.match(fold(tokens[lead].text)):
            lead += 1
        if lead < len(tokens) and tokens[lead].type != "QUOTED" and _OFFICES.match(fold(tokens[lead].text)):
            end = lead + 1
            while end < len(tokens) and tokens[end].type not in (
                "SEMI",
                "COLON",
                "DOT",
                "COMMA",
                "OUT",
                "REMOVE",
                "ADD",
            ):
                end += 1
            out.append(covering("PERSON", tokens[place:end], None))
            place = end
            continue
        out.append(tokens[place])
        place += 1
    return tuple(out) if any(token.type == "PERSON" for token in out) else None


def _of_members(token: Token) -> bool:
    return token.type == "OUT" or fold(token.text).startswith("состав")


def _person(tokens: tuple[Token, ...], place: int) -> int | None:
    """Where a person that begins at ``place`` ends: «Ахметова Е.Б.», «Е.Б. Ахметова», «Ахметова Ержана Болатовича»."""
    if not place or not _is_capital(tokens, place):
        return None
    before = _initials(tokens, place)
    if before > place:
        return before + 1 if _is_capital(tokens, before) and _FORENAME.fullmatch(tokens[before].text) else None
    if not _FORENAME.fullmatch(tokens[place].text):
        return None
    after = _initials(tokens, place + 1)
    if after > place + 1:
        return after
    names = [
        token for token in tokens[place + 1 : place + 3] if token.type == "WORD" and _FORENAME.fullmatch(token.text)
    ]
    whole = len(names) == 2 and _PATRONYMIC.search(fold(names[1].text)) is not None
    return place + 3 if whole else None


def _is_capital(tokens: tuple[Token, ...], place: int) -> bool:
    return place < len(tokens) and tokens[place].text[:1].isupper() and tokens[place].type != "QUOTED"


def _initials(tokens: tuple[Token, ...], place: int) -> int:
    """The place after the initials that begin at ``place``: «Е.Б.», the last stop may be that of the sentence."""
    end = place
    while end < len(tokens) and _LETTER.fullmatch(tokens[end].text):
        end += 1
        if end < len(tokens) and tokens[end].type == "DOT":
            end += 1
        elif end - place < 3:
            return place
    return end
