"""The two languages of an act held against each other: what is found, what is no disagreement."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

import lexkz
from lexkz.comparison.witness.agreement import disagreements
from lexkz.languages.number_words import spelled_numbers
from lexkz.languages.references import LANGS, Lang
from tests.comparison.witness.planted import HERE, KINDS, found, is_named, planted, texts, written

SEEDS = range(3 * len(KINDS))


@pytest.mark.parametrize("act", ["order", "amending"])
def test_two_languages_that_say_the_same_have_no_disagreement(act: str) -> None:
    assert disagreements(written(act, "kaz"), written(act, "rus")) == ()


PAIRS = sorted(path.name for path in (HERE / "pairs").iterdir())
"""A law, rules with tables, rules of a state service, an instruction with a form, a decision on a budget: made up."""


@pytest.mark.parametrize("pair", PAIRS)
def test_acts_of_other_styles_each_natural_in_its_language_have_no_disagreement(pair: str) -> None:
    told = lexkz.agree(HERE / "pairs" / pair / "kaz.txt", HERE / "pairs" / pair / "rus.txt")
    assert [(one.finding.code, one.unit, one.kaz.text, one.rus.text) for one in told] == []


def _turned() -> list[list[str]]:
    lines = (HERE / "turned.txt").read_text(encoding="utf-8").split("\n")
    return [line.split(" | ", 3) for line in lines if line and not line.startswith("#")]


def _changed(text: str, change: str) -> str:
    if change.startswith("move:"):
        parts = text.split("\n\n")
        place = parts.index(change.removeprefix("move:"))
        parts[place - 1 : place + 1] = parts[place], parts[place - 1]
        return "\n\n".join(parts)
    old, _, new = change.replace("\\n", "\n").partition(" → ")
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(("kind", "pair", "lang", "change"), _turned())
def test_a_word_that_turns_a_norm_in_one_language_is_told(kind: str, pair: str, lang: Lang, change: str) -> None:
    given = {lang: (HERE / "pairs" / pair / f"{lang}.txt").read_text(encoding="utf-8") for lang in LANGS}
    given[lang] = _changed(given[lang], change)
    acts = [lexkz.read_text(given[each], lang=each) for each in LANGS]
    assert len(lexkz.agree(acts[0], acts[1])) > 0, kind


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: f"{seed} {KINDS[seed % len(KINDS)]}")
def test_a_planted_fault_is_named_at_its_unit(seed: int) -> None:
    fault = planted(seed)
    assert is_named(fault, found(fault))


def _codes(kaz: str, rus: str) -> list[str]:
    told = lexkz.agree(lexkz.read_text(kaz, lang="kaz"), lexkz.read_text(rus, lang="rus"))
    return [one.finding.code for one in told]


KAZ = """Сынақ қағидалары (ойдан шығарылған)

1. Мерзім {one}.

2. Өтініш 3 күн ішінде қаралады.
"""
RUS = """Правила испытаний (вымышленные)

1. Срок {one}.

2. Заявление рассматривается в течение 3 дней.
"""


@pytest.mark.parametrize(
    ("kaz", "rus", "codes"),
    [
        ("он бес күн", "пятнадцать дней", []),
        ("15 (он бес) күн", "15 (пятнадцать) дней", []),
        ("15 күн", "пятнадцать дней", []),
        ("бір ай", "месяц", []),
        ("он бес күн", "пять дней", ["agree.number"]),
        ("15 (он алты) күн", "15 (пятнадцать) дней", ["agree.amount_words"]),
        ("2024 жылғы 30 қыркүйек", "30 сентября 2024 года", []),
        ("2024 жылғы 30 қыркүйек", "30.09.2024", []),
        ("2024 жылғы 30 қыркүйек", "30 октября 2024 года", ["agree.day"]),
        ("1 ақпанға дейін", "до 1 февраля", []),
        ("1 ақпанға дейін", "до 1 марта", ["agree.day"]),
        ("9-баптың 3-тармағының 1) тармақшасында", "в подпункте 1) пункта 3 статьи 9", []),
        ("9-баптың 3-тармағының 1) тармақшасында", "в подпункте 1) пункта 9 статьи 3", ["agree.reference"]),
        ("екінші абзацта", "в абзаце втором", []),
        ("екінші абзацта", "в абзаце третьем", ["agree.number"]),
        ("1 250 000 теңге", "1250000 тенге", []),
        ("1 250 000 теңге", "1 260 000 тенге", ["agree.number"]),
        ("5-10 күн", "5 – 10 дней", []),
        ("№ 41 бұйрық", "приказ № 41", []),
        ("№ 41 бұйрық", "приказ № 14", ["agree.act_number"]),
        ("E-Registry жүйесі", "система E-Registry", []),
        ("E-Registry жүйесі", "система E-Register", ["agree.latin"]),
        ("үш айлық", "трехмесячный", []),
        ("екі айлық", "трёхмесячный", ["agree.number"]),
        ("екі тарап", "две стороны", []),
        ("екі тарап", "стороны", []),
        ("екі тарап", "три стороны", ["agree.number"]),
    ],
)
def test_what_a_point_says_is_the_same_however_it_is_written(kaz: str, rus: str, codes: list[str]) -> None:
    assert _codes(KAZ.format(one=kaz), RUS.format(one=rus)) == codes


def test_a_missing_unit_is_told_once_at_the_highest() -> None:
    rus = "Правила (вымышленные)\n\n1. Порядок:\n\n1) первый шаг 4;\n\n2) второй шаг 5.\n\n2. Иное.\n\n3. Прочее.\n"
    kaz = "Қағидалар (ойдан шығарылған)\n\n2. Өзге.\n\n3. Басқа.\n"
    told = lexkz.agree(lexkz.read_text(kaz, lang="kaz"), lexkz.read_text(rus, lang="rus"))
    assert [(one.finding.code, one.unit, one.kaz.text) for one in told] == [("agree.unit_missing", "para_1", "")]
    assert told[0].finding.message.rus == "В казахском тексте нет этой единицы: 1. Порядок: 1) первый шаг 4;"


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Пункт 1 изменен на казахском языке, на русском языке не меняется приказом от 21.05.2024 № 418.",
        "Сноска. В пункт 1 внесено изменение на казахском языке, текст на русском языке не меняется, № 418.",
    ],
)
def test_a_note_that_one_language_alone_changed_excuses_its_unit_and_no_other(note: str) -> None:
    kaz = KAZ.format(one="7 күн").replace("3 күн", "4 күн")
    rus = RUS.format(one="5 дней").replace("дней.\n\n2.", f"дней.\n\n{note}\n\n2.")
    told = lexkz.agree(lexkz.read_text(kaz, lang="kaz"), lexkz.read_text(rus, lang="rus"))
    assert [one.unit for one in told if one.finding.severity == "error"] == ["para_2"]


def test_a_command_on_one_languages_text_excuses_its_own_item_only() -> None:
    kaz, rus = (texts("amending")[lang] for lang in ("kaz", "rus"))
    changed = rus.replace("пункт 5 исключить;", "пункт 5 на казахском языке изменен, на русском языке не меняется;")
    told = lexkz.agree(lexkz.read_text(kaz, lang="kaz"), lexkz.read_text(changed, lang="rus"))
    assert [one.finding.code for one in told if one.finding.severity == "error"] == []


def test_a_target_that_was_misread_in_one_language_is_named_with_both_commands() -> None:
    kaz, rus = (texts("amending")[lang] for lang in ("kaz", "rus"))
    told = lexkz.agree(
        lexkz.read_text(kaz.replace("5-тармақ алып", "6-тармақ алып"), lang="kaz"), lexkz.read_text(rus, lang="rus")
    )
    target = next(one for one in told if one.finding.code == "agree.command_target")
    assert (target.kaz.command, target.rus.command) == ("cmd_3", "cmd_3")
    assert target.finding.message.rus.endswith("в русском – Правила учета испытательного оборудования · пункт 5")


def test_expressions_of_different_days_are_not_compared() -> None:
    acts = {lang: lexkz.read_text(texts("order")[lang], lang=lang) for lang in ("kaz", "rus")}
    amended = lexkz.consolidate(
        acts["kaz"], lexkz.read_text(texts("amending")["kaz"], lang="kaz"), published=_day("2024-09-21")
    )
    told = lexkz.agree(amended, acts["rus"])
    assert [one.finding.code for one in told] == ["agree.other_day"]


def test_both_languages_consolidated_by_their_own_amending_acts_agree() -> None:
    made = [
        lexkz.consolidate(
            lexkz.read_text(texts("order")[lang], lang=lang),
            lexkz.read_text(texts("amending")[lang], lang=lang),
            published=_day("2024-09-21"),
        )
        for lang in ("kaz", "rus")
    ]
    assert [[one.outcome for one in act.report.commands if one.outcome != "applied"] for act in made] == [[], []]
    assert [one.finding.code for one in lexkz.agree(made[0], made[1])] == []


def test_texts_of_one_language_are_refused() -> None:
    act = lexkz.read_text(texts("order")["kaz"], lang="kaz")
    with pytest.raises(lexkz.SourceError, match="One text must be Kazakh and one Russian"):
        lexkz.agree(act, act)


def test_the_json_names_both_texts_and_every_place() -> None:
    kaz, rus = KAZ.format(one="7 күн"), RUS.format(one="5 дней")
    told = json.loads(lexkz.agree(lexkz.read_text(rus, lang="rus"), lexkz.read_text(kaz, lang="kaz")).to_json())
    assert (told["schema"], told["agrees"]) == ("urn:lexkz:schema/agreement/1", False)
    assert [(one["unit"], one["kaz"]["text"], one["rus"]["eId"]) for one in told["disagreements"]] == [
        ("para_1", "Мерзім 7 күн.", "para_1")
    ]


@pytest.mark.parametrize(("first", "unit"), [("kaz", "<p>1-тармақ</p>"), ("rus", "<p>пункт 1</p>")])
def test_the_paper_names_the_unit_of_each_disagreement_in_its_language(first: str, unit: str) -> None:
    acts = [lexkz.read_text(KAZ.format(one="7 күн"), lang="kaz"), lexkz.read_text(RUS.format(one="5 дней"), lang="rus")]
    made = lexkz.agree(*(acts if first == "kaz" else acts[::-1]))
    assert unit in re.sub(r"<p [^>]*>", "<p>", made.to_document("html").decode())


def test_what_one_text_lacks_is_told_beside_the_unit_that_the_other_has() -> None:
    kaz, rus = KAZ.format(one="7 күн"), RUS.format(one="7 дней") + "\n3. Знак снимается.\n"
    made = lexkz.side_by_side(lexkz.read_text(kaz, lang="kaz"), lexkz.read_text(rus, lang="rus"), "html").decode()
    row = next(one for one in made.split("<tr") if "3. Знак снимается." in one)
    assert "Қазақша мәтінде бұл бірлік жоқ" in row


def test_what_commands_disagree_in_is_told_beside_their_line() -> None:
    kaz, rus = (texts("amending")[lang] for lang in LANGS)
    acts = lexkz.read_text(kaz.replace("5-тармақ алып", "6-тармақ алып"), lang="kaz"), lexkz.read_text(rus, lang="rus")
    rows = lexkz.side_by_side(*acts, "html").decode().split("<tr")
    assert any("6-тармақ алып" in row and "әртүрлі бірліктерді атайды" in row for row in rows)


def test_the_paper_names_the_point_of_a_command() -> None:
    kaz, rus = (texts("amending")[lang] for lang in LANGS)
    changed = lexkz.read_text(kaz.replace("5-тармақ алып", "6-тармақ алып"), lang="kaz")
    made = lexkz.agree(changed, lexkz.read_text(rus, lang="rus")).to_document("html").decode()
    row = next(one for one in made.split("<tr") if "әртүрлі бірліктерді атайды" in one)
    assert "1-тармақ" in row.split("</td>")[1]


@pytest.mark.parametrize(
    ("read", "text", "values"),
    [
        ("kaz", "екі мың бес жүз отыз үш теңге, он бестен, оның", [2533, 15]),
        ("rus", "две тысячи пятьсот тридцать три тенге, двадцать, пять", [2533, 20, 5]),
        ("rus", "десятидневный срок, сорока рублей, ста дней", [10, 40, 100]),
        ("kaz", "жүз елу мың, жиырма бес", [150000, 25]),
    ],
)
def test_numbers_in_words_have_their_value(read: str, text: str, values: list[int]) -> None:
    assert [one.value for one in spelled_numbers(text, read)] == values  # type: ignore[arg-type]


def _day(iso: str) -> date:
    return date.fromisoformat(iso)


COMMANDS = {
    "kaz": """Бұйрыққа өзгеріс енгізу туралы (ойдан шығарылған)

1. «Сынақ қағидаларын бекіту туралы» Министрдің 2020 жылғы 10 қаңтардағы № {number} бұйрығына өзгеріс енгізілсін:

{lines}

2. Осы бұйрық 2021 жылғы 1 {month} бастап қолданысқа енгізіледі.
""",
    "rus": """О внесении изменения в приказ (вымышленный)

1. Внести в приказ Министра от 10 января 2020 года № {number} «Об утверждении Правил испытаний» следующее изменение:

{lines}

2. Настоящий приказ вводится в действие с 1 {month} 2021 года.
""",
}
REPEAL = ("5-тармақ алып тасталсын;", "пункт 5 исключить;")


@pytest.mark.parametrize(
    ("kaz", "rus", "number", "month", "code"),
    [
        (REPEAL[0], "пункт 5 изложить в следующей редакции:\n\n«5. Срок.»;", "7", "января", "agree.command_action"),
        (*REPEAL, "9", "января", "agree.command_base"),
        (
            "5-тармақта «мерзім» және «күн» деген сөздер алып тасталсын;",
            "в пункте 5 слово «срок» исключить;",
            "7",
            "января",
            "agree.command_words",
        ),
        (
            "5-тармақ осы бұйрыққа 1-қосымшаға сәйкес жаңа редакцияда жазылсын;",
            "пункт 5 изложить в новой редакции согласно приложению 2 к настоящему приказу;",
            "7",
            "января",
            "agree.command_annex",
        ),
        (
            "5-тармақтың қолданысы 2022 жылғы 1 қаңтарға дейін тоқтатыла тұрсын;",
            "действие пункта 5 приостановить до 1 января 2023 года;",
            "7",
            "января",
            "agree.command_time",
        ),
        (
            "бүкіл мәтін бойынша, 5-тармақты қоспағанда, «мерзім» деген сөз «күн» деген сөзбен ауыстырылсын;",
            "по всему тексту, кроме пункта 6, слово «срок» заменить словом «день»;",
            "7",
            "января",
            "agree.command_target",
        ),
        (
            "5-тармақтағы «мерзім» деген сөзден кейінгі «және» деген сөз алып тасталсын;",
            "в пункте 5 слово «и» исключить;",
            "7",
            "января",
            "agree.command_words",
        ),
        (*REPEAL, "7", "марта", "agree.entry"),
    ],
)
def test_commands_that_do_not_say_the_same_are_told(kaz: str, rus: str, number: str, month: str, code: str) -> None:
    ours = COMMANDS["kaz"].format(number="7", lines=kaz, month="қаңтардан")
    assert code in _codes(ours, COMMANDS["rus"].format(number=number, lines=rus, month=month))
    if (kaz, rus) == REPEAL:
        assert _codes(ours, COMMANDS["rus"].format(number="7", lines=rus, month="января")) == []


TABLES = ("1. Кесте:\n\n№\tАтауы\n1\tСу\n2\tТопырақ", "1. Таблица:\n\n№\tНазвание\n1\tВода\n2\tПочва")


@pytest.mark.parametrize(
    ("kaz", "rus", "codes"),
    [
        (*TABLES, []),
        (TABLES[0], "1. Таблица.", ["agree.tables"]),
        (TABLES[0], TABLES[1].rpartition("\n")[0], ["agree.table_rows"]),
        (TABLES[0], re.sub("(?m)\t.*$", "\\g<0>\tх", TABLES[1]), ["agree.table_columns"]),
        ("1. Бір.\n\n2. Екі.\n\n3. Үш.", "1. Один.\n\n3. Три.\n\n2. Два.", ["agree.unit_order"]),
        ("1. Бір.\n\nҮш нәрсе туралы.\n\n2. Екі.", "1. Один.\n\n2. Два.", ["agree.paragraphs"]),
        ("1. Бір нәрсе жазылды.", "1. Одна веcть напиcана.", ["agree.scripts"]),
        (f"1. Бір сөйлем бар{', онда көп сөз жазылған' * 8}.", "1. Одно.", ["agree.length"]),
        (
            "1. Өтініш барлық қажетті құжаттармен бірге он күн\n\nішінде беріледі және қаралады.",
            "1. Заявление со всеми необходимыми документами подаётся в течение десяти дней и рассматривается.",
            ["agree.line_broken"],
        ),
    ],
)
def test_lines_and_tables_that_are_not_the_same_are_told(kaz: str, rus: str, codes: list[str]) -> None:
    head = ("Сынақ қағидалары (ойдан шығарылған)\n\n", "Правила испытаний (вымышленные)\n\n")
    assert _codes(head[0] + kaz + "\n", head[1] + rus + "\n") == codes


def test_cells_that_only_one_text_joins_are_told(tmp_path: Path) -> None:
    made = {}
    for lang, title, last in (
        ("kaz", "Сынақ қағидалары", "<td>Қосымша</td><td>ия</td>"),
        ("rus", "Правила испытаний", "<td colspan=2>Дополнение да</td>"),
    ):
        rows = f"<tr><td>№</td><td>А</td></tr><tr><td>1</td><td>Б</td></tr><tr>{last}</tr>"
        page = f"<html><body><p>{title}</p><p>1. А:</p><table border=1>{rows}</table></body></html>"
        made[lang] = tmp_path / f"{lang}.html"
        made[lang].write_text(page, encoding="utf-8")
    told = lexkz.agree(lexkz.read(made["kaz"], lang="kaz"), lexkz.read(made["rus"], lang="rus"))
    assert [one.finding.code for one in told] == ["agree.table_cells"]


@pytest.mark.parametrize(
    ("kaz", "rus", "code"),
    [
        ("Хабарлама иелеріне жіберілмейді.", "Уведомление владельцам направляется.", "agree.negation"),
        ("Өтінішті жеке немесе заңды тұлға береді.", "Заявление подаёт физическое и юридическое лицо.", "agree.choice"),
        ("Жауап он жұмыс күні ішінде беріледі.", "Ответ даётся в течение десяти дней.", "agree.measure"),
        ("Алаңы 10 шаршы метрден кем емес.", "Площадь не более 10 квадратных метров.", "agree.bound"),
        ("Өтініш береді, мүгедектерді қоспағанда.", "Заявление подают, в том числе инвалиды.", "agree.exception"),
        (
            "Өтініштер 31 желтоқсанды қоса алғанда қабылданады.",
            "Заявления принимаются до 31 декабря.",
            "agree.inclusion",
        ),
        ("Орган өтінішті қайтаруға құқылы.", "Орган обязан вернуть заявление.", "agree.opposite"),
    ],
)
def test_what_turns_a_norm_has_a_code_of_its_own(kaz: str, rus: str, code: str) -> None:
    head = ("Сынақ қағидалары (ойдан шығарылған)\n\n1. ", "Правила испытаний (вымышленные)\n\n1. ")
    assert _codes(f"{head[0]}{kaz}\n", f"{head[1]}{rus}\n") == [code]


@pytest.mark.parametrize(
    ("pair", "change", "code"),
    [
        ("rules", "Министр торговли А. Сынаков → Вице-министр торговли А. Сынаков", "agree.post"),
        ("rules", "Министр торговли А. Сынаков → Министр торговли В. Петров", "agree.name"),
    ],
)
def test_who_signs_has_a_code_of_its_own(pair: str, change: str, code: str) -> None:
    given = {lang: (HERE / "pairs" / pair / f"{lang}.txt").read_text(encoding="utf-8") for lang in LANGS}
    assert code in _codes(given["kaz"], _changed(given["rus"], change))
