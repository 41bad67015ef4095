"""Clauses on entry into force are read as rules, and days are reckoned from what is known."""

from datetime import date, timedelta

import pytest

from lexkz.consolidation.entry_days import Days, entry_of, impossible, lower_bound, reckon, undated
from lexkz.languages.entry import EntryRule, RuleKind
from lexkz.languages.language import words_of
from lexkz.languages.notes import AmendingAct, NotedUnit

SIGNED, PUBLISHED = date(2024, 9, 30), date(2024, 10, 1)


def _rule(lang: str, clause: str) -> EntryRule:
    found = words_of(lang).entry.read(clause).rule
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("lang", "clause", "day"),
    [
        ("kaz", "Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.", "2024-09-30"),
        (
            "kaz",
            "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
            "2024-10-12",
        ),
        ("kaz", "Осы Заң ресми жарияланған күнінен бастап қолданысқа енгізіледі.", "2024-10-01"),
        ("kaz", "Осы Заң 2025 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.", "2025-01-01"),
        (
            "kaz",
            "Осы Заң алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа енгізіледі.",
            "2025-04-02",
        ),
        ("rus", "Настоящий приказ вводится в действие со дня подписания.", "2024-09-30"),
        (
            "rus",
            "Настоящий приказ вводится в действие по истечении десяти календарных дней после дня его первого "
            "официального опубликования.",
            "2024-10-12",
        ),
        ("rus", "Настоящий Закон вводится в действие со дня его первого официального опубликования.", "2024-10-01"),
        ("rus", "Настоящее постановление вводится в действие после дня его официального опубликования.", "2024-10-02"),
        ("rus", "Настоящий Закон вводится в действие с 1 января 2025 года.", "2025-01-01"),
        (
            "rus",
            "Настоящий Закон вводится в действие по истечении двадцати одного календарного дня после дня его первого "
            "официального опубликования.",
            "2024-10-23",
        ),
        (
            "rus",
            "Настоящий приказ вводится в действие по истечении десяти рабочих дней после дня его первого "
            "официального опубликования.",
            None,
        ),
    ],
)
def test_the_day_follows_from_the_clause(lang: str, clause: str, day: str | None) -> None:
    assert words_of(lang).entry.is_clause(clause)
    reckoned = reckon(_rule(lang, clause), Days(SIGNED, None, PUBLISHED))
    assert (reckoned.isoformat() if reckoned else None) == day


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_without_the_day_of_publication_the_day_is_not_known(lang: str) -> None:
    clause = {
        "kaz": "Осы бұйрық алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
        "rus": "Настоящий приказ вводится в действие по истечении десяти дней со дня официального опубликования.",
    }[lang]
    rule = _rule(lang, clause)
    assert (rule.kind, rule.count) == ("after_publication", 10)
    found = entry_of(rule, Days(SIGNED))
    assert found.day is None
    assert found.not_before == date(2024, 10, 11)


def test_what_reaches_back_is_kept_beside_the_day() -> None:
    rule = _rule(
        "rus",
        "Настоящий приказ вводится в действие со дня подписания и распространяется на отношения, возникшие с 1 января "
        "2024 года.",
    )
    assert (rule.kind, rule.reaches_back) == ("signature", date(2024, 1, 1))


def test_parts_with_days_of_their_own_are_seen() -> None:
    rule = _rule(
        "kaz",
        "Осы Заң 2025 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 2-тармақты қоспағанда, алғашқы ресми жарияланған "
        "күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
    )
    assert rule.parts
    assert rule.kind == "after_publication"


@pytest.mark.parametrize(
    ("clause", "days", "bound"),
    [
        ("со дня его первого официального опубликования", Days(SIGNED), "2024-09-30"),
        ("со дня его первого официального опубликования", Days(SIGNED, date(2024, 10, 3)), "2024-10-03"),
        ("по истечении десяти рабочих дней после дня его официального опубликования", Days(SIGNED), "2024-10-11"),
        (
            "по истечении десяти рабочих дней после дня его официального опубликования",
            Days(SIGNED, None, PUBLISHED),
            "2024-10-12",
        ),
        ("со дня его государственной регистрации", Days(SIGNED), "2024-09-30"),
        ("со дня первого официального опубликования, но не ранее 1 июля 2027 года", Days(SIGNED), "2027-07-01"),
        ("со дня первого официального опубликования", Days(), "None"),
    ],
)
def test_an_unknown_day_cannot_be_before_the_rule_reckoned_from_what_is_known(
    clause: str, days: Days, bound: str
) -> None:
    rule = _rule("rus", f"Настоящий приказ вводится в действие {clause}.")
    assert reckon(rule, days) is None
    assert str(lower_bound(rule, days)) == bound


def test_a_day_at_the_end_of_the_calendar_is_not_reckoned_and_no_fault() -> None:
    for clause in ("шести месяцев", "десяти календарных дней", "одного года"):
        rule = _rule("rus", f"Настоящий Закон вводится в действие по истечении {clause} после дня его опубликования.")
        assert reckon(rule, Days(SIGNED, None, date(9999, 12, 31))) is None


@pytest.mark.parametrize(
    ("published", "wrong"),
    [
        ("2024-09-30", False),
        ("2024-10-15", False),
        ("2026-09-30", False),
        ("2024-09-29", True),
        ("2020-01-01", True),
        ("2034-10-01", True),
        ("9999-12-31", True),
    ],
)
def test_an_act_is_published_after_its_own_day_and_not_years_later(published: str, wrong: bool) -> None:
    assert impossible(date.fromisoformat(published), Days(SIGNED)) is wrong


def test_an_act_is_not_published_before_it_is_registered() -> None:
    assert impossible(date(2024, 10, 2), Days(SIGNED, date(2024, 10, 3)))
    assert not impossible(date(2024, 10, 3), Days(SIGNED, date(2024, 10, 3)))
    assert not impossible(date(9999, 12, 31), Days())


ORDER = AmendingAct("order", "Еңбек министрінің", "2024-09-30", "391", None)
LAW = AmendingAct("law", None, "2019-04-13", "245-VІ", "01.01.2019 бастап қолданысқа енгізіледі")


@pytest.mark.parametrize(
    ("kind", "units", "said"),
    [
        ("replaced", (NotedUnit("paragraph", "8"),), "8-тармақ жаңа редакцияда –"),
        (
            "replaced",
            (NotedUnit("paragraph", "37"), NotedUnit("subparagraph", "3")),
            "37-тармақтың 3) тармақшасы жаңа редакцияда –",
        ),
        (
            "replaced",
            (NotedUnit("paragraph", "18"), NotedUnit("alinea", "9")),
            "18-тармақтың тоғызыншы абзацы жаңа редакцияда –",
        ),
        (
            "inserted",
            (NotedUnit("instrument", None, "х"), NotedUnit("paragraph", "8-1")),
            "Құжат 8-1-тармақпен толықтырылды –",
        ),
        ("inserted", (NotedUnit("article", "5"), NotedUnit("paragraph", "2")), "5-бап 2-тармақпен толықтырылды –"),
        ("repealed", (NotedUnit("article", "5"),), "5-бап алып тасталды –"),
        ("changed", (NotedUnit("article", "5"),), "5-бапқа өзгеріс енгізілді –"),
        ("replaced", (NotedUnit("instrument", None, "х"), NotedUnit("annex", "8")), "8-қосымша жаңа редакцияда –"),
    ],
)
def test_kazakh_notes_have_the_official_form(kind: str, units: tuple[NotedUnit, ...], said: str) -> None:
    note = words_of("kaz").notes.note(kind, units, ORDER, "order", None)  # type: ignore[arg-type]
    assert note == f"Ескерту. {said} ҚР Еңбек министрінің 30.09.2024 № 391 бұйрығымен."


def test_a_note_on_a_law_names_no_author() -> None:
    note = words_of("kaz").notes.note("changed", (NotedUnit("article", "1"),), LAW, "law", None)
    expected = (
        "Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 13.04.2019 № 245-VІ (01.01.2019 бастап қолданысқа енгізіледі) Заңымен."
    )
    assert note == expected


@pytest.mark.parametrize(
    ("kind", "units", "said"),
    [
        ("replaced", (NotedUnit("paragraph", "8"),), "Пункт 8 – в редакции приказа"),
        (
            "replaced",
            (NotedUnit("article", "1"), NotedUnit("alinea", "4")),
            "Абзац четвертый статьи 1 – в редакции приказа",
        ),
        (
            "inserted",
            (NotedUnit("paragraph", "5"), NotedUnit("subparagraph", "3-1")),
            "Пункт 5 дополнен подпунктом 3-1) в соответствии с приказом",
        ),
        ("repealed", (NotedUnit("article", "5"),), "Статья 5 исключена приказом"),
        ("changed", (NotedUnit("annex", "2"),), "Приложение 2 с изменением, внесенным приказом"),
    ],
)
def test_russian_notes_have_the_official_form(kind: str, units: tuple[NotedUnit, ...], said: str) -> None:
    act = AmendingAct("order", "Министра труда Республики Казахстан", "2024-09-30", "391", None)
    note = words_of("rus").notes.note(kind, units, act, "order", None)  # type: ignore[arg-type]
    assert note == f"Сноска. {said} Министра труда РК от 30.09.2024 № 391."


@pytest.mark.parametrize(
    ("lang", "kind", "instruction", "words"),
    [
        ("kaz", "paragraph", "5-тармақ алып тасталсын", "алып тасталды"),
        ("kaz", "paragraph", "5-тармақтың күші жойылды деп танылсын", "күші жойылды"),
        ("rus", "article", "статью 5 исключить", "исключена"),
        ("rus", "annex", "приложение 5 признать утратившим силу", "утратило силу"),
    ],
)
def test_repealed_units_have_the_official_words(lang: str, kind: str, instruction: str, words: str) -> None:
    assert words_of(lang).notes.repealed(kind, instruction) == words


@pytest.mark.parametrize(
    ("clause", "published", "day"),
    [
        ("по истечении одного месяца после дня его первого официального опубликования", "2024-01-30", "2024-03-01"),
        ("по истечении одного месяца после дня его первого официального опубликования", "2024-02-29", "2024-03-30"),
        ("по истечении трех месяцев после дня его первого официального опубликования", "2024-10-01", "2025-01-02"),
        ("по истечении двух месяцев после дня его первого официального опубликования", "2024-10-31", "2025-01-01"),
        ("по истечении двенадцати месяцев после дня его официального опубликования", "2024-12-31", "2026-01-01"),
        ("по истечении одного года после дня его первого официального опубликования", "2024-02-29", "2025-03-01"),
        ("по истечении двух лет после дня его первого официального опубликования", "2024-03-01", "2026-03-02"),
        ("по истечении одного календарного дня после дня его официального опубликования", "2024-12-30", "2025-01-01"),
        ("со дня первого официального опубликования, но не ранее 1 ноября 2024 года", "2024-10-01", "2024-11-01"),
        ("со дня первого официального опубликования, но не ранее 1 ноября 2024 года", "2024-11-02", "2024-11-02"),
    ],
)
def test_months_end_with_their_last_day_and_years_with_their_own(clause: str, published: str, day: str) -> None:
    rule = _rule("rus", f"Настоящий Закон вводится в действие {clause}.")
    assert str(reckon(rule, Days(SIGNED, None, date.fromisoformat(published)))) == day


@pytest.mark.parametrize(
    ("signed", "registered", "old", "said"),
    [
        ("2024-09-30", None, True, ""),
        ("2024-09-30", None, False, ""),
        ("2024-09-30", "2024-09-30", True, ""),
        ("2024-09-30", "2024-10-03", True, ""),
        ("2024-09-30", "2024-09-29", True, "2024-09-30 > 2024-09-29"),
        ("1991-01-01", None, False, ""),
        ("1990-12-31", None, False, "1990-12-31"),
        ("1990-12-31", None, True, ""),
        ("9999-03-05", None, True, "9999-03-05"),
        ("9999-03-05", None, False, "9999-03-05"),
    ],
)
def test_days_on_which_no_act_was_made(signed: str, registered: str | None, old: bool, said: str) -> None:
    known = date.fromisoformat(registered) if registered else None
    assert undated(date.fromisoformat(signed), known, old=old) == said


@pytest.mark.parametrize(
    ("kind", "day"),
    [("signature", "2024-09-30"), ("registration", "2024-10-03"), ("publication", "2024-10-07"), ("unread", "None")],
)
def test_each_rule_is_reckoned_from_its_own_day(kind: RuleKind, day: str) -> None:
    rule = EntryRule(kind, "")
    days = Days(SIGNED, date(2024, 10, 3), date(2024, 10, 7))
    assert str(reckon(rule, days)) == day
    entry = entry_of(rule, days)
    assert (str(entry.day), str(entry.published)) == (day, "2024-10-07")
    if kind in ("registration", "publication"):
        unknown = entry_of(rule, Days(SIGNED))
        assert (unknown.day, unknown.not_before) == (None, SIGNED)


def test_after_a_day_is_the_next_one() -> None:
    days = Days(SIGNED, date(2024, 10, 3), date(2024, 10, 7))
    assert reckon(EntryRule("after_registration", ""), days) == date(2024, 10, 4)
    assert reckon(EntryRule("after_publication", ""), days) == date(2024, 10, 8)


def test_the_day_has_begun_in_kazakhstan_before_it_begins_elsewhere() -> None:
    today = date.today()
    assert [undated(today + timedelta(days=days), None, old=True) == "" for days in (0, 1, 3)] == [True, True, False]
