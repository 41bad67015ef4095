"""Contexts, slips and what is not understood, on synthetic acts that say so in their titles."""

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Address, Reading
from lexkz.amendment.reader import read_commands
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import build


def reading(text: str, lang: str = "kaz") -> Reading:
    assert lang in ("kaz", "rus")
    return annotate(build(read_text(text, lang="kaz" if lang == "kaz" else "rus")))[1]


def targets(found: Reading) -> list[str]:
    return [", ".join(_short(target) for target in command.targets) for command in found.commands]


def _short(address: Address) -> str:
    return "/".join(f"{step.kind}:{step.number or step.name or ''}" for step in address)


HEAD = """Сынақ бұйрығына өзгерістер енгізу туралы
БҰЙЫРАМЫН:
1. "Сынақ қағидаларын бекіту туралы" Қазақстан Республикасы Қаржы министрінің 2020 жылғы 5 қазандағы № 115 бұйрығына \
(Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 21385 болып тіркелген) мынадай өзгерістер енгізілсін:
"""
TAIL = "2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.\n"


def test_units_named_by_a_context_line_hold_for_the_lines_below_it() -> None:
    found = reading(
        HEAD
        + """көрсетілген бұйрықпен бекітілген Сынақ қағидаларында:
3-тармақта:
1) тармақша алып тасталсын;
2) тармақшадағы "екі" деген сөз "үш" деген сөзбен ауыстырылсын;
4-тармақ алып тасталсын;
"""
        + TAIL
    )
    assert targets(found) == [
        "instrument:Сынақ қағидалары/paragraph:3/subparagraph:1",
        "instrument:Сынақ қағидалары/paragraph:3/subparagraph:2",
        "instrument:Сынақ қағидалары/paragraph:4",
    ]
    assert not any(command.refused for command in found.commands)


def test_a_context_line_that_is_not_understood_makes_the_commands_below_it_wait() -> None:
    found = reading(
        HEAD
        + """алмұрт пен алма туралы бірдеңеде жылжымайтын:
3-тармақ алып тасталсын;
"""
        + TAIL
    )
    assert [command.refused for command in found.commands] == [True]
    codes = {each.code for each in found.findings}
    assert {"amend.unread", "amend.context_unread"} <= codes


def test_a_command_that_is_not_understood_is_an_error_that_quotes_it() -> None:
    found = reading(HEAD + "3-тармақ кеше және бүгін ертең алып тастал;\n4-тармақ алып тасталсын;\n" + TAIL)
    assert targets(found) == ["paragraph:4"]
    errors = [each for each in found.findings if each.severity == "error"]
    assert [each.text for each in errors] == ["3-тармақ кеше және бүгін ертең алып тастал;"]
    assert found.coverage.claimed < found.coverage.characters


@pytest.mark.parametrize(
    ("command", "content", "code"),
    [
        ("5-тармақ мынадай редакцияда жазылсын:", '"6. Мәтін.";', "amend.number_mismatch"),
        ("5 және 6-тармақтар мынадай редакцияда жазылсын:", '"5. Мәтін.";', "amend.range_unfilled"),
        ("5-тармақтың екінші абзацы мынадай редакцияда жазылсын:", '"5. Мәтін.";', "amend.alinea_numbered"),
        ("мынадай мазмұндағы 5-1-тармақпен толықтырылсын:", '"5-2. Мәтін.";', "amend.number_mismatch"),
    ],
)
def test_content_that_does_not_fit_its_address_waits_for_a_ruling(command: str, content: str, code: str) -> None:
    found = reading(HEAD + f"{command}\n{content}\n" + TAIL)
    assert [each.code for each in found.commands[0].findings if each.severity == "error"] == [code]


def test_a_command_without_its_new_text_is_refused() -> None:
    found = reading(HEAD + "5-тармақ мынадай редакцияда жазылсын:\n6-тармақ алып тасталсын;\n" + TAIL)
    assert [each.code for each in found.findings if each.severity == "error"] == ["amend.content_missing"]


def test_an_annex_that_is_cited_but_absent_is_refused() -> None:
    found = reading(HEAD + "1-қосымша осы бұйрыққа 1-қосымшаға сәйкес жаңа редакцияда жазылсын.\n" + TAIL)
    assert "amend.annex_missing" in {each.code for each in found.commands[0].findings}


def test_a_fragment_without_title_or_base_is_read() -> None:
    found = reading('в пункте 5 слова "два дня" заменить словами "три дня";', "rus")
    assert targets(found) == ["paragraph:5"]
    assert (found.commands[0].old, found.commands[0].new) == (("два дня",), ("три дня",))


def test_an_act_that_amends_nothing_has_no_commands_and_one_word_on_that() -> None:
    found = reading(
        "Тестовый закон\nСтатья 1. Предмет\n1. Настоящий Закон регулирует проверки.\n2. Срок – 3 дня.\n", "rus"
    )
    assert found.commands == ()
    assert [each.code for each in found.findings if each.code.startswith("amend.")] == ["amend.none_found"]


LAW = (
    "Тестовый закон об учёте\n\nЗакон Республики Казахстан от 5 мая 2023 года № 12-VIII ЗРК\n\n"
    "Статья 1. Основные понятия\nВ настоящем Законе используются следующие понятия:\n1) учёт – сбор сведений;\n"
    "2) журнал – книга для записи.\nСтатья 2. Заключительные положения\n1. {second}\n"
    '2. Признать утратившим силу Закон Республики Казахстан от 3 июля 2001 года № 7 "Об учёте прошлых лет".\n'
)
ENTRY = "Настоящий Закон вводится в действие со дня его первого официального опубликования."


def test_a_law_of_norms_that_repeals_another_is_not_full_of_unread_commands() -> None:
    found = reading(LAW.format(second=ENTRY), "rus")
    assert [(each.action, each.base.number, each.findings) for each in found.commands] == [("repeal_act", "7", ())]
    assert [each.code for each in found.findings if each.code.startswith("amend.")] == ["amend.norms"]
    assert [(each.kind, each.when.kind if each.when else None) for each in found.clauses] == [
        ("entry_into_force", "publication")
    ]


@pytest.mark.parametrize(
    "second",
    ['В Законе "О сборах" слова "а" и "б" как-нибудь заменить.', 'Статью 5 Закона "О сборах" неким образом исключить:'],
)
def test_a_law_that_tries_to_command_more_is_not_taken_for_norms(second: str) -> None:
    found = reading(LAW.format(second=second), "rus")
    said = {each.code for each in found.findings if each.severity == "error"}
    assert said & {"amend.unread", "amend.partly_read"}


def test_two_base_acts_in_one_order_keep_their_commands_apart() -> None:
    second = HEAD.splitlines()[2].replace("1. ", "2. ", 1).replace("№ 115", "№ 116").replace("21385", "21386")
    found = reading(
        HEAD + "3-тармақ алып тасталсын;\n" + second + "\n4-тармақ алып тасталсын;\n" + TAIL.replace("2.", "3.")
    )
    assert [command.base.number for command in found.commands] == ["115", "116"]


def test_a_list_of_what_loses_force_repeals_each_act_and_unit_that_it_names() -> None:
    found = reading(
        """Тестовый приказ о признании утратившими силу
ПРИКАЗЫВАЮ:
1. Признать утратившими силу:
1) приказ Министра финансов Республики Казахстан от 5 октября 2020 года № 115 "О тарифах" (зарегистрирован в Реестре \
государственной регистрации нормативных правовых актов под № 21385);
2) пункт 3 приказа Министра финансов Республики Казахстан от 6 октября 2020 года № 116 "О ставках".
2. Настоящий приказ вводится в действие со дня его первого официального опубликования.
""",
        "rus",
    )
    assert [(command.action, command.base.number) for command in found.commands] == [
        ("repeal_act", "115"),
        ("repeal", "116"),
    ]
    assert targets(found) == ["", "paragraph:3"]
    assert found.coverage.claimed == found.coverage.characters


def test_an_annex_that_holds_the_changes_is_read_like_the_act_itself() -> None:
    found = reading(
        """Сынақ қаулысы
БҰЙЫРАМЫН:
1. Осы бұйрыққа қосымшаға сәйкес кейбір бұйрықтарға енгізілетін өзгерістер бекітілсін.
2. Осы бұйрық алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі.
Министр
А. Сынақов
2021 жылғы 5 қаңтардағы
№ 7 бұйрыққа
қосымша
Кейбір бұйрықтарға енгізілетін өзгерістер
1. "Сынақ қағидаларын бекіту туралы" Қазақстан Республикасы Қаржы министрінің 2020 жылғы 5 қазандағы № 115 бұйрығында:
3-тармақ алып тасталсын;
2. "Сынақ ережесін бекіту туралы" Қазақстан Республикасы Қаржы министрінің 2020 жылғы 6 қазандағы № 116 бұйрығында:
4-тармақтың 2) тармақшасы алып тасталсын.
"""
    )
    assert [(command.base.number, command.action) for command in found.commands] == [
        ("115", "repeal"),
        ("116", "repeal"),
    ]
    assert targets(found) == ["paragraph:3", "paragraph:4/subparagraph:2"]
    assert [clause.kind for clause in found.clauses] == ["approval", "entry_into_force"]
    assert found.coverage.claimed == found.coverage.characters


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("rus", "Внести в приказ Министра труда от 3 февраля 2022 года № 201 следующие изменения:"),
        ("rus", "В приказ Министра труда от 3 февраля 2022 года № 201 внести изменения и дополнения:"),
        ("kaz", "Еңбек министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығына мынадай өзгерістер енгізілсін:"),
        ("kaz", "Еңбек министрінің 2022 жылғы 3 ақпандағы № 201 бұйрығына толықтырулар мен өзгерістер енгізілсін:"),
    ],
)
def test_an_act_that_says_it_makes_changes_and_yields_no_command_is_an_error(lang: Lang, line: str) -> None:
    below = {"rus": "пункт 4 исключит.", "kaz": "4-тармақ алып тасталын."}[lang]
    reading = read_commands(build(read_text(f"Тест\n\n1. {line}\n\n{below}", lang=lang)))
    codes = [each.code for each in reading.findings if each.severity == "error"]
    assert not reading.commands
    assert codes == ["amend.unread", "amend.nothing_commanded"]
    assert reading.coverage.claimed < reading.coverage.characters
    # With no line below it at all, it is an error as well.
    alone = read_commands(build(read_text(f"Тест\n\n1. {line}", lang=lang)))
    assert "amend.nothing_commanded" in {each.code for each in alone.findings}


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("rus", "Комиссия обязана внести изменения в реестр в течение трёх дней."),
        ("kaz", "Комиссия үш күн ішінде тізілімге өзгерістер енгізеді."),
        ("rus", "Исключен"),
        ("rus", "Исключена приказом Министра от 5 мая 2023 года № 17."),
        ("kaz", "Алып тасталды."),
        ("rus", "Признан утратившим силу."),
        ("rus", "Признана утратившей силу в соответствии с приказом Министра от 5 мая 2023 года № 17."),
        ("rus", "(Исключён)"),
        ("rus", "Пункт исключен."),
        ("rus", "Пункт (исключен)."),
        ("rus", "Пункт утратил силу в соответствии с приказом Министра от 5 мая 2023 года № 17."),
        ("kaz", "Осы тармақ алынып тасталды."),
        ("kaz", "Күші жойылды деп танылды."),
        ("kaz", "Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығымен күші жойылды."),
    ],
)
def test_norms_are_accounted_for_and_no_error(lang: Lang, line: str) -> None:
    reading = read_commands(build(read_text(f"Тест\n\n1. {line}", lang=lang)))
    assert [each.code for each in reading.findings if each.code.startswith("amend.")] == ["amend.none_found"]
    assert reading.coverage.claimed == reading.coverage.characters


@pytest.mark.parametrize(
    ("lang", "approving", "repealing"),
    [
        ("rus", "Утвердить прилагаемые Правила.", "Признать утратившим силу:"),
        ("rus", "Утвердить прилагаемый Перечень", "Признать утратившими силу некоторые приказы:"),
        ("kaz", "Қоса беріліп отырған Қағидалар бекітілсін.", "Мыналардың күші жойылды деп танылсын:"),
        ("kaz", "Қоса беріліп отырған Қағидалар бекітілсін", "Мына бұйрықтардың күші жойылды деп танылсын:"),
    ],
)
def test_a_list_of_repeals_does_not_go_on_with_the_point_above_it(lang: Lang, approving: str, repealing: str) -> None:
    acts = {
        "rus": (
            'приказ Министра труда от 20 июня 2023 года № 225 "Об утверждении перечня" (зарегистрирован за № 32862);',
            'приказ Министра труда от 21 июня 2023 года № 226 "Об учёте" (зарегистрирован в Реестре за № 32863).',
        ),
        "kaz": (
            "«Тізбені бекіту туралы» Еңбек министрінің 2023 жылғы 20 маусымдағы № 225 бұйрығы (№ 32862 тіркелген);",
            "«Есеп туралы» Еңбек министрінің 2023 жылғы 21 маусымдағы № 226 бұйрығы (№ 32863 тіркелген).",
        ),
    }[lang]
    head = {
        "rus": "Об утверждении Правил\nПриказ Министра труда от 3 сентября 2024 года № 345\nПРИКАЗЫВАЮ:",
        "kaz": "Қағидаларды бекіту туралы\nЕңбек министрінің 2024 жылғы 3 қыркүйектегі № 345 бұйрығы\nБҰЙЫРАМЫН:",
    }[lang]
    text = f"{head}\n1. {approving}\n2. {repealing}\n1) {acts[0]}\n2) {acts[1]}"
    _, reading = annotate(build(read_text(text, lang=lang)))
    assert [(each.action, each.base and each.base.number) for each in reading.commands] == [
        ("repeal_act", "225"),
        ("repeal_act", "226"),
    ]


@pytest.mark.parametrize(
    ("lang", "base", "header", "below"),
    [
        (
            "rus",
            'Внести в приказ Министра труда от 7 июля 2017 года № 201 "Об утверждении Правил осмотра" изменения:',
            "в Правилах осмотра, утвержденных указанным приказом",
            ("пункт 3 исключить;", "в пункте 5:", "подпункт 2) исключить."),
        ),
        (
            "rus",
            'Внести в приказ Министра труда от 7 июля 2017 года № 201 "Об утверждении Правил осмотра" изменения:',
            "в Правилах осмотра, утвержденных указанным приказом.",
            ("пункт 3 исключить;", "в пункте 5:", "подпункт 2) исключить."),
        ),
        (
            "kaz",
            '"Қарау қағидаларын бекіту туралы" Еңбек министрінің 2017 жылғы 7 шілдедегі № 201 бұйрығына мынадай '
            "өзгерістер енгізілсін:",
            "көрсетілген бұйрықпен бекітілген Қарау қағидаларында",
            ("3-тармақ алып тасталсын;", "5-тармақта:", "2) тармақша алып тасталсын."),
        ),
    ],
)
def test_a_header_of_an_approved_document_that_lost_its_colon_is_read_and_said(
    lang: Lang, base: str, header: str, below: tuple[str, ...]
) -> None:
    lines = "\n".join((header, *below))
    title = {"rus": "О внесении изменений\nПРИКАЗЫВАЮ:", "kaz": "Өзгерістер енгізу туралы\nБҰЙЫРАМЫН:"}[lang]
    found = read_commands(build(read_text(f"{title}\n1. {base}\n{lines}", lang=lang)))
    assert [[step.kind for step in each.targets[0]] for each in found.commands] == [
        ["instrument", "paragraph"],
        ["instrument", "paragraph", "subparagraph"],
    ]
    assert "amend.mark_missing" in {each.code for each in found.findings}
    assert not [each for each in found.findings if each.severity == "error"]


@pytest.mark.parametrize(
    ("lang", "line", "repeal"),
    [
        ("rus", "Исключен.", 'Признать утратившим силу приказ Министра от 4 мая 2018 года № 51 "Об учёте".'),
        (
            "kaz",
            "Алып тасталды.",
            '"Есеп туралы" Министрдің 2018 жылғы 4 мамырдағы № 51 бұйрығының күші жойылды деп танылсын.',
        ),
    ],
)
def test_what_is_left_of_a_repealed_point_is_no_unread_command(lang: Lang, line: str, repeal: str) -> None:
    found = read_commands(build(read_text(f"Тест\n\n1. {line}\n\n2. {repeal}", lang=lang)))
    assert [each.action for each in found.commands] == ["repeal_act"]
    assert "amend.unread" not in {each.code for each in found.findings}
