"""Each rule: a defect put into a clean act is found, and nothing else is; the clean act is the passing example."""

import pytest

from lexkz.findings import catalogue, retold
from lexkz.reading.blocks import Lang
from tests.checks.acts import CLEAN, findings, spoiled

SPOILED: tuple[tuple[str, Lang, str, str], ...] = (
    # code, language, what stands in the clean act, what is put there
    ("check.number_mismatch", "kaz", '"5. Уақытша', '"6. Уақытша'),
    ("check.number_mismatch", "rus", '"5. Руководитель', '"6. Руководитель'),
    ("check.number_mismatch", "kaz", '"осы Қағидаларда', '"2. осы Қағидаларда'),
    ("check.number_mismatch", "rus", '"порядок приема', '"2. порядок приема'),
    ("check.range_unfilled", "kaz", "|7|Сүлгі|дана\n", ""),
    ("check.range_unfilled", "rus", "|7|Полотенце|штука\n", ""),
    ("check.quotes_unbalanced", "kaz", 'бекіту туралы" Қазақстан', "бекіту туралы Қазақстан"),
    ("check.quotes_unbalanced", "rus", '"Об утверждении', "Об утверждении"),
    ("check.quote_unclosed", "kaz", 'қабылдау тәртібі;";', "қабылдау тәртібі;"),
    ("check.quote_unclosed", "rus", 'настоящими Правилами;";', "настоящими Правилами;"),
    ("check.brackets_unbalanced", "kaz", "(есепші болса)", "(есепші болса"),
    ("check.brackets_unbalanced", "rus", "(при наличии)", "(при наличии"),
    ("check.content_mark", "kaz", 'орналастырады.";', 'орналастырады";'),
    ("check.content_mark", "rus", 'отдела.";', 'отдела";'),
    ("check.command_mark", "kaz", "тасталсын;", "тасталсын."),
    ("check.command_mark", "rus", "исключить;", "исключить."),
    ("check.command_mark", "kaz", "12-тармақ алып тасталсын;", "12-тармақ алып тасталсын"),
    ("check.command_mark", "rus", "пункт 12 исключить;", "пункт 12 исключить"),
    ("check.list_mark", "kaz", "1) қызмет алушыны тіркейді;", "1) қызмет алушыны тіркейді"),
    ("check.list_mark", "rus", "1) регистрирует получателя услуг;", "1) регистрирует получателя услуг"),
    ("check.list_end", "kaz", "қызметін қамтамасыз ету.", "қызметін қамтамасыз ету;"),
    ("check.list_end", "rus", "которую ведет Организация.", "которую ведет Организация;"),
    ("check.annex_absent", "kaz", "осы бұйрыққа 2-қосымшаға сәйкес", "осы бұйрыққа 3-қосымшаға сәйкес"),
    ("check.annex_absent", "rus", "приложению 2 к настоящему", "приложению 3 к настоящему"),
    ("check.annex_absent", "kaz", "тәртіппен осы", "тәртіппен осы бұйрыққа 9-қосымшаға сәйкес осы"),
    (
        "check.annex_absent",
        "rus",
        "порядке обеспечить",
        "порядке согласно приложению 9 к настоящему приказу обеспечить",
    ),
    ("check.corner_act", "kaz", "> № 20 бұйрығына", "> № 21 бұйрығына"),
    ("check.corner_act", "rus", "> от 3 июня 2024 года № 20", "> от 4 июня 2024 года № 20"),
    ("check.corner_mark", "kaz", "> қағидаларына\n> 2-қосымша", "> қағидаларына\n> 4-қосымша"),
    ("check.corner_mark", "rus", "> Приложение 2\n", "> Приложение 4\n"),
    ("check.corner_name", "kaz", "> Сынақ қызметін көрсету\n", "> Басқа тексеру өткізу\n"),
    ("check.corner_name", "rus", "> тестовых услуг\n", "> платных работ\n"),
    ("check.corner_name_short", "kaz", "> Сынақ қызметін көрсету\n", "> Қызметін көрсету\n"),
    ("check.corner_name_short", "rus", "> к Правилам оказания\n> тестовых услуг\n", "> к Правилам оказания\n> услуг\n"),
    ("check.corner_case", "kaz", "> Еңбек министрінің\n", "> Еңбек министрі\n"),
    ("check.corner_case", "rus", "> Министра труда\n", "> Министр труда\n"),
    ("check.corner_capital", "kaz", "> № 20 бұйрығына", "> № 20 Бұйрығына"),
    ("check.corner_capital", "rus", "> Приложение 1 к приказу", "> Приложение 1 к Приказу"),
    ("check.hyphen", "kaz", "көзделген құжаттарды береді", "көзделген 14 – тармақтың құжаттарын береді"),
    ("check.hyphen", "kaz", "12-тармақ алып", "12 тармақ алып"),
    ("check.hyphen", "rus", "предусмотренные пунктом 6", "предусмотренные пунктом 6 -1"),
    ("check.case_ending", "kaz", "2-тармақтың екінші абзацы", "2-тармақтың екінші абзацқа"),
    ("check.case_ending", "kaz", "6 және 7-жолдар мынадай", "6 және 7-жолдармен мынадай"),
    ("check.case_ending", "rus", "согласно приложению 2 к настоящим", "согласно приложения 2 к настоящим"),
    ("check.number_ending", "kaz", "100-ге дейінгі", "100-қа дейінгі"),
    ("check.number_ending", "rus", "5-го отдела", "5-ого отдела"),
    ("check.spelling", "kaz", "2. Қазақстан Республикасы", "2. Қазақстан Республикаы"),
    (
        "check.spelling",
        "rus",
        "департаменту Министерства труда Республики",
        "департаменту Министерства труда Респблики",
    ),
    ("check.unit_twice", "kaz", "12-тармақ алып тасталсын;", "12-тармақ алып тасталсын;\n5-тармақ алып тасталсын;"),
    ("check.unit_twice", "rus", "пункт 12 исключить;", "пункт 12 исключить;\nпункт 5 исключить;"),
    ("check.unit_inside", "kaz", "12-тармақ алып", "5-тармақтың 1) тармақшасы алып тасталсын;\n12-тармақ алып"),
    ("check.unit_inside", "rus", "пункт 12 исключить;", "пункт 12 исключить;\nподпункт 1) пункта 5 исключить;"),
    ("check.reference_gone", "kaz", "Қағидалардың 6-тармағында", "Қағидалардың 12-тармағында"),
    ("check.reference_gone", "rus", "предусмотренные пунктом 6 настоящих", "предусмотренные пунктом 12 настоящих"),
    ("check.announced", "kaz", "мынадай өзгерістер мен толықтырулар", "мынадай өзгерістер"),
    ("check.announced", "rus", "следующие изменения и дополнения", "следующие изменения"),
    ("check.range_overlap", "kaz", "50-ге дейін|51-100", "51-ге дейін|50-100"),
    ("check.range_overlap", "rus", "до 50|51-100", "до 50|50-100"),
    ("check.range_gap", "kaz", "51-100|101-150", "51-100|121-150"),
    ("check.range_gap", "rus", "51-100|101-150", "51-100|121-150"),
    ("check.row_missing", "kaz", "|3|Заңгер", "|4|Заңгер"),
    ("check.row_missing", "rus", "|3|Юрист", "|4|Юрист"),
    ("check.row_order", "kaz", "|3|Заңгер", "|2|Заңгер"),
    ("check.row_order", "rus", "|3|Юрист", "|2|Юрист"),
    ("check.term_forms", "kaz", "қызмет алушымен шарт", "қызметтерді алушымен шарт"),
    ("check.term_forms", "kaz", "ақпаратын болу ұйымында", "ақпаратын болу ұйымының болу ұйымында болу ұйымда"),
    ("check.term_forms", "rus", "заключает с получателем услуг", "заключает с получателем услуги"),
    ("check.term_case", "kaz", "ал Ұйым оған", "ал ұйым оған"),
    ("check.term_case", "rus", "и Организация этому", "и организация этому"),
    ("check.term_case", "kaz", "және осы Қағидалардың", "және осы қағидалардың"),
    ("check.term_case", "rus", "6 настоящих Правил;", "6 настоящих правил;"),
    ("check.joined_apart", "kaz", "көзделген құжаттарды береді", "қол жетімді құжаттарды береді"),
    ("check.joined_apart", "rus", "размещает многоцелевую", "размещает много целевую и многоцелевую"),
    ("check.institution", "kaz", "2. Қазақстан Республикасы Еңбек мин", "2. Қазақстан Республикасының Еңбек мин"),
    ("check.institution", "rus", "3. Контроль", "3. Министерства труда РК. Контроль"),
    ("check.entry_missing", "kaz", CLEAN["kaz"][CLEAN["kaz"].index("4. Осы бұйрық") :].split("\n")[0], ""),
    ("check.entry_missing", "rus", CLEAN["rus"][CLEAN["rus"].index("4. Настоящий") :].split("\n")[0], ""),
    ("check.spaces", "kaz", "қызмет алушымен шарт", "қызмет алушымен –шарт"),
    ("check.spaces", "rus", "заключает с получателем услуг договор", "заключает с получателем услуг –договор"),
    ("check.spaces", "kaz", "қызмет алушымен шарт", "қызмет  алушымен шарт"),
    ("check.spaces", "rus", "заключает с получателем", "заключает  с получателем"),
    ("check.doubled_word", "kaz", "құжаттарды береді", "құжаттарды құжаттарды береді"),
    ("check.doubled_word", "rus", "договор и выдает", "договор (договор) и выдает"),
    ("check.foreign_letters", "kaz", "тіркейді;", "тiркейдi;"),
    ("check.foreign_letters", "rus", "заключает с", "зaключает с"),
    ("check.words_lost", "kaz", "1) қызмет алушыны қабылдау;", "1) үшін қызмет алушыны қабылдау;"),
    ("check.words_lost", "rus", "1) принять получателя услуг;", "1) принять получателя услуг для;"),
    ("check.numbering", "kaz", "4. Осы бұйрық", "6. Осы бұйрық"),
    ("check.numbering", "rus", "4. Настоящий", "6. Настоящий"),
    ("check.content_missing", "kaz", "12-тармақ алып тасталсын;", "12-тармақ мынадай редакцияда жазылсын;"),
    ("check.content_missing", "rus", "пункт 12 исключить;", "пункт 12 изложить в следующей редакции;"),
)
BESIDE = {
    "check.annex_absent": {"check.annex_uncited", "check.command_mark"},
    "check.case_ending": {"check.unread"},
    "check.corner_act": {"check.annex_uncited"},
    "check.quote_unclosed": {"check.content_mark", "check.command_mark"},
    "check.spelling": {"check.institution"},
}
"""What else is rightly found where a defect shows in two ways."""


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_clean_act_has_no_defect(lang: Lang) -> None:
    assert findings(CLEAN[lang], lang) == ()


@pytest.mark.parametrize(
    ("code", "lang", "old", "new"), SPOILED, ids=[f"{row[0]}-{row[1]}-{row[3][:20]}" for row in SPOILED]
)
def test_a_defect_put_into_a_clean_act_is_found_and_nothing_else(code: str, lang: Lang, old: str, new: str) -> None:
    found = spoiled(lang, old, new)
    codes = {finding.code for finding in found}
    assert code in codes
    assert codes - BESIDE.get(code, set()) == {code}
    assert all(finding.place.line is not None or finding.place.eid for finding in found)


def test_every_code_of_the_catalogue_is_shown_in_both_languages() -> None:
    shown = {(code, lang) for code, lang, _, _ in SPOILED} | OWN_TESTS
    told_elsewhere = {entry.message for entry in catalogue() if not entry.code.startswith("check.")}
    own = {
        entry.code for entry in catalogue() if entry.code.startswith("check.") and entry.message not in told_elsewhere
    }
    assert {(code, lang) for code in own for lang in ("kaz", "rus")} - shown == set()


OWN_TESTS = {
    (code, lang)
    for code in (
        # planted in test_slips.py
        "check.approved_name",
        "check.base_reference",
        "check.base_referred",
        "check.control_missing",
        "check.defined_again",
        "check.grammar",
        "check.left_blank",
        "check.list_gap",
        "check.number_words",
        "check.other_language",
        "check.registration_missing",
        "check.self_kind",
        "check.signature_missing",
        "check.title_cites",
        "check.word_number",
        # below
        "check.annex_inner",
        "check.annex_twice",
        "check.annex_uncited",
        "check.execution_missing",
        "check.form_mark",
    )
    for lang in ("kaz", "rus")
}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_annexes_out_of_order_are_found(lang: Lang) -> None:
    own = {
        "kaz": ("> № 20 бұйрығына\n> 2-қосымша", "> № 20 бұйрығына\n> 3-қосымша"),
        "rus": ("> Приложение 2 к", "> Приложение 3 к"),
    }
    codes = {finding.code for finding in spoiled(lang, *own[lang])}
    assert {"check.annex_twice", "check.annex_uncited", "check.annex_absent"} <= codes


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_an_order_that_charges_nobody_lacks_a_clause(lang: Lang) -> None:
    lines = CLEAN[lang].split("\n")
    kept = "\n".join(line for line in lines if not line.startswith(("3. ", "2. Қазақстан Респ", "2. Тестовому")))
    assert "check.execution_missing" in {finding.code for finding in findings(kept.replace("\n4. ", "\n2. "), lang)}


@pytest.mark.parametrize(("lang", "mark"), [("kaz", "> Нысан\n"), ("rus", "> Форма\n")])
def test_a_form_without_its_mark_among_marked_ones_is_found(lang: Lang, mark: str) -> None:
    text = CLEAN[lang]
    first, second = text.index("> " + text.split("\n> ", 1)[1][:12]), text.index(mark)
    assert first < second
    annex = text[text.rindex("\n> Қазақстан" if lang == "kaz" else "\n> Приложение 2 к") :]
    third = annex.replace(mark, "").replace("2-қосымша", "3-қосымша").replace("Приложение 2", "Приложение 3")
    assert "check.form_mark" in {finding.code for finding in findings(text.rstrip() + third, lang)}
    assert "check.form_mark" not in {finding.code for finding in findings(text, lang)}


def test_every_error_of_the_reading_is_told_under_a_code_of_drafting() -> None:
    own_rules = {"amend.conflict", "amend.corner_name"}
    errors = {
        entry.code
        for entry in catalogue()
        if entry.severity == "error" and entry.code.startswith(("read.", "structure.", "amend."))
    }
    assert errors - set(retold("check")) <= own_rules


@pytest.mark.parametrize(
    ("lang", "old", "new"),
    [
        # A list of annexes cites each of them.
        ("kaz", "тіркеуді қамтамасыз", "тіркеуді осы бұйрыққа 1 және 2-қосымшаларға сәйкес қамтамасыз"),
        (
            "rus",
            "обеспечить государственную",
            "согласно приложениям 1 и 2 к настоящему приказу обеспечить государственную",
        ),
        # A number that names a unit of another act, or of a larger unit, is no reference to what is repealed.
        ("kaz", "осы Қағидалардың 6-тармағында", "Еңбек кодексінің 12-тармағында"),
        ("rus", "пунктом 6 настоящих Правил", "пунктом 12 статьи 3 Трудового кодекса"),
        # Old numbers pass to new units.
        ("kaz", "12-тармақ алып тасталсын;", "12-тармақ 13-тармақ деп есептелсін;\n12-тармақ алып тасталсын;"),
        ("rus", "пункт 12 исключить;", "пункт 12 считать пунктом 13;\nпункт 12 исключить;"),
        # Words that stand twice in the base, quoted to be replaced or taken out.
        (
            "kaz",
            "12-тармақ алып тасталсын;",
            '12-тармақтағы "тұлға тұлға" деген сөздер "тұлға" деген сөзбен ауыстырылсын;',
        ),
        ("rus", "пункт 12 исключить;", 'в пункте 12 слова "лицо лицо" заменить словом "лицо";'),
        # Heads whose ranges meet, suspended hyphens, abbreviations, subpoints cited in brackets.
        ("kaz", "50-ге дейін|51-100", "50-ден кем|50-ден 100-ге дейін"),
        (
            "rus",
            "настоящими Правилами",
            "средне- и долгосрочными планами за 2021 – 2023 годы (подпункты 1), 2) пункта 6)",
        ),
        (
            "kaz",
            "осы Қағидаларда көзделген",
            "2021 – 2023 жылдарға (6-тармақтың 1), 2) тармақшалары) QR-кодпен көзделген",
        ),
    ],
)
def test_what_is_no_defect_is_left_alone(lang: Lang, old: str, new: str) -> None:
    assert [(finding.code, finding.text) for finding in spoiled(lang, old, new)] == []


WHOLE: dict[Lang, tuple[str, str, str, str]] = {
    "kaz": (
        "осы бұйрыққа 2-қосымшаға сәйкес жаңа редакцияда жазылсын.",
        "осы бұйрыққа 2-қосымшаға сәйкес жаңа редакцияда жазылсын;\nкөрсетілген бұйрықпен бекітілген Есеп жүргізу "
        "ережесі осы бұйрыққа 3-қосымшаға сәйкес жаңа редакцияда жазылсын.",
        "> Қазақстан Республикасы\n> Еңбек министрінің\n> 2024 жылғы 3 маусымдағы\n> № 20 бұйрығына\n> 3-қосымша\n"
        "^ Есеп жүргізу ережесі\n1. Есеп осы Ережеге 1-қосымшаға сәйкес нысан бойынша жүргізіледі.\n",
        "> Есеп жүргізу ережесіне\n> 1-қосымша\n> Нысан\n^ Есеп кітабы\nКүні ____________\n",
    ),
    "rus": (
        "согласно приложению 2 к настоящему приказу.",
        "согласно приложению 2 к настоящему приказу;\nИнструкцию по ведению учета, утвержденную указанным приказом, "
        "изложить в новой редакции согласно приложению 3 к настоящему приказу.",
        "> Приложение 3 к приказу\n> Министра труда\n> Республики Казахстан\n> от 3 июня 2024 года № 20\n"
        "^ Инструкция по ведению учета\n1. Учет ведется по форме согласно приложению 1 к настоящей Инструкции.\n",
        "> Приложение 1\n> к Инструкции по ведению учета\n> Форма\n^ Книга учета\nДата ____________\n",
    ),
}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_document_set_out_anew_needs_the_annexes_that_it_cites(lang: Lang) -> None:
    old, new, document, annex = WHOLE[lang]
    text = CLEAN[lang].replace(old, new) + document
    assert [finding.code for finding in findings(text, lang)] == ["check.annex_inner"]
    assert findings(text + annex, lang) == ()
