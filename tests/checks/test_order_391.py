"""Order No. 391 as a careful lawyer reads it: each defect with its page and line, and that the rules find just these.

The list was written from the printed order; nothing in the rules knows the order.
"""

from pathlib import Path

import pytest

from lexkz.checks import check
from lexkz.findings import Finding
from lexkz.structure import load

ORDER = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"

DEFECTS: tuple[tuple[int, int, str, str], ...] = (
    # page, line of the source where the passage begins, code, the words concerned
    # --- the title: the quote before "Халықты әлеуметтік қорғау саласында" is never closed
    (1, 2, "quotes_unbalanced", '"Арнаулы әлеуметтік қызметтер көрсететін ұйымдар'),
    # --- point 1, order No. 230: additions are announced, but none is made
    (1, 14, "announced", "№ 32875 болып тіркелген) мынадай өзгерістер мен"),
    (1, 20, "case_ending", "кіріспенің орыс тіліндегі мәтінге"),
    # point 33: "ұйымдарда" and "ұйымның" for "ұйымдарында" and "ұйымының"; the person is called in two ways; no mark
    (2, 46, "term_forms", "болу ұйымдарда"),
    (2, 47, "term_forms", "қызметтерді алушыларды"),
    (2, 47, "list_mark", "көрсетілетін қызметтерді алушыларды сәйкестендіру"),
    (2, 52, "term_forms", "болу ұйымның"),
    # point 37: "(тәулік бойы … (бір жылға дейін)" is not closed
    (2, 68, "brackets_unbalanced", "Қызмет алушы уақытша болу ұйымына түскен кезде ("),
    # --- point 2, order No. 263: additions are made (rows 6-1 and 6-2), but not announced
    (3, 91, "announced", "№ 32941 болып тіркелген) мынадай өзгерістер енгізілсін:"),
    (3, 99, "term_case", "осы Стандартқа"),
    (3, 109, "command_mark", "29-тармақтың төртінші абзацы"),
    (3, 113, "command_mark", "Халықты әлеуметтік қорғау саласында уақытша болу"),
    (4, 145, "spaces", "сәйкестендіру –адамды"),
    (4, 155, "spelling", "мынандай"),
    (4, 158, "spelling", "мынандай"),
    (4, 163, "hyphen", "14 – тарауларына"),
    (4, 167, "doubled_word", "мұқтаж (мұқтаж"),
    (5, 192, "spaces", "мәжбүрлеу/ құқық"),
    (5, 207, "case_ending", "реттік нөмірлері 9 және 10 жолдармен"),
    (6, 257, "command_mark", "Халықты әлеуметтік қорғау саласында адам саудасы"),
    # point 7 ends «… басшысы қарайды";», without a full stop
    (6, 273, "content_mark", "басшысы қарайды"),
    (6, 275, "hyphen", "16 тармақтың"),
    (6, 276, "term_forms", "үлгі шарттың"),
    (6, 276, "term_forms", "қызмет алушылармен"),
    (6, 279, "hyphen", "18 тармақтың"),
    # the second абзац of point 18 is addressed, the new text is "18. …", which is the first
    (6, 279, "number_mismatch", "18 тармақтың екінші абзацы"),
    (7, 286, "name_shortened", "Тұрмыстық зорлық-зомбылық құрбандарына"),
    (7, 289, "name_shortened", "Тұрмыстық зорлық-зомбылық құрбандарына"),
    # the command says annex 4, the corner mark of annex 5 says annex 3
    (7, 289, "corner_mark", "Тұрмыстық зорлық-зомбылық құрбандарына"),
    # --- annex 1
    (8, 331, "hyphen", "1 қосымша"),
    (8, 331, "corner_case", "министрі"),
    (8, 331, "corner_capital", "Бұйрығына"),
    (8, 346, "range_overlap", "51-ге дейін / 50-100"),
    (8, 372, "foreign_letters", "әкiмшiлiк, жөнiндегi"),
    (8, 414, "foreign_letters", "жөнiндегi"),
    (8, 421, "foreign_letters", "меңгерушiсi"),
    (9, 444, "spelling", "Республикаы"),
    (12, 722, "range_overlap", "20-ға дейін / 20-50"),
    (12, 733, "foreign_letters", "жөнiндегi"),
    (12, 754, "foreign_letters", "Тәрбиешi"),
    (12, 761, "foreign_letters", "мұғалiмi"),
    # --- annex 2
    (12, 772, "corner_case", "министрі"),
    (12, 772, "corner_capital", "Бұйрығына"),
    (13, 794, "brackets_unbalanced", "бір (басшының тегі аты-жөні (бар болса) тараптан"),
    (13, 817, "joined_apart", "қол жетімді"),
    (13, 828, "term_case", "осы шарттың"),
    (14, 844, "brackets_unbalanced", "(Тегі аты-жөні (бар болса) (қолы)"),
    (14, 846, "brackets_unbalanced", "(Тегі аты-жөні (бар болса) (қолы)"),
    # --- annex 3: "(бұдан әрі – ұйым)", then "Ұйымда"; "2) үшін қажетті …" lost its object; the list ends with ";"
    (14, 851, "corner_case", "министрі"),
    (14, 851, "corner_capital", "Бұйрығына"),
    (15, 889, "term_case", "Ұйымда"),
    (15, 890, "words_lost", "2) үшін қажетті ақпаратты сұрату;"),
    (15, 891, "list_end", "3) көрсетілетін қызметтерді алушы тарапынан"),
    # --- annex 4
    (15, 917, "corner_name_short", "тұрмыстық зорлық-зомбылық құрбандарына"),
    (15, 917, "corner_case", "министрі"),
    (15, 917, "corner_capital", "Бұйрығына"),
    (15, 917, "brackets_unbalanced", "(Басшының тегі, аты, әкесінің аты (бар болса)"),
    (16, 952, "brackets_unbalanced", "Мені (және баланы (балаларды) тұрмыстық"),
    # --- annex 5: the only one of four forms without "Нысан"; "(бұдан әрі – Ұйым)", then "ұйым"
    (16, 965, "corner_name_short", "тұрмыстық зорлық-зомбылық құрбандарына"),
    (16, 965, "corner_case", "министрі"),
    (16, 965, "corner_capital", "Бұйрығына"),
    (16, 965, "form_mark", "Арнаулы әлеуметтік қызметтер көрсету туралы үлгілік"),
    (17, 1011, "term_case", "ұйым"),
    (17, 1014, "joined_apart", "зорлық - зомбылық"),
    (17, 1022, "brackets_unbalanced", "(Тегі, аты, әкесінің аты (бар болса) (қолы)"),
    (17, 1024, "brackets_unbalanced", "(Тегі, аты, әкесінің аты (бар болса) (қолы)"),
)

FOR_A_READER: tuple[tuple[int, int, str], ...] = (
    # what only one who understands the text sees; no rule claims to find these
    (1, 20, "«өзгеріс енгізілді» – кесімді емес, болған іс ретінде айтылған"),
    (1, 31, "«орталықтары түнде болу үйлері» – тізбеленген ұйымдардың арасында үтір жоқ"),
    (1, 34, "«дағдарыс орталықтары әлеуметтік бейімдеу орталықтары приют» – үтірлер жоқ, орысша сөз"),
    (2, 46, "33-тармақ: тізбе элементтері бір баяндауышқа бағынбайды («жүзеге асырады», «етіледі», «жабдықтар»)"),
    (3, 121, "«ресоциализация туралы шарт» – басқа жерлерде «оңалту туралы шарт»"),
    (4, 177, "«өтемақыларды, және» – бірыңғай мүшелердің арасындағы «және» алдында үтір"),
    (5, 225, "10-жол «мәжбүрлеу түсініледі» деп аяқталады, басқа жолдарда баяндауыш жоқ"),
    (6, 283, "18-тармақ 4-қосымшаны тіркелу карточкасы дейді, ал жаңа 4-қосымша – үлгілік шарт"),
    (10, 614, "31-жол: 1, 1, 1, 1, 1 бірліктен кейін 5, мүмкін 1,5"),
    (13, 794, "бос орынның түсіндірмесі «(бұдан әрі – қызметтерді алушы)» анықтамасының ішінде тұр"),
    (13, 798, "«Шарттың нысаны» – 3 және 5-қосымшаларда «Шарттың нысанасы»"),
)


@pytest.fixture(scope="module")
def found() -> tuple[Finding, ...]:
    return check(load(ORDER))


def _matches(defect: tuple[int, int, str, str], finding: Finding) -> bool:
    page, line, code, words = defect
    at = (finding.place.page, finding.place.line, finding.code) == (page, line, f"check.{code}")
    return at and words in (finding.text or "")


@pytest.mark.parametrize("defect", DEFECTS, ids=[f"{row[1]}-{row[2]}" for row in DEFECTS])
def test_each_defect_that_a_lawyer_sees_is_found_in_its_place(
    defect: tuple[int, int, str, str], found: tuple[Finding, ...]
) -> None:
    assert any(_matches(defect, finding) for finding in found)


def test_nothing_is_found_that_is_no_defect(found: tuple[Finding, ...]) -> None:
    false = [finding for finding in found if not any(_matches(defect, finding) for defect in DEFECTS)]
    assert [(finding.place.line, finding.code, finding.text) for finding in false] == []


def test_what_cannot_be_signed_is_an_error_and_what_is_spelling_is_not(found: tuple[Finding, ...]) -> None:
    errors = {(finding.place.line, finding.code) for finding in found if finding.severity == "error"}
    assert errors == {(279, "check.number_mismatch"), (289, "check.corner_mark")}
    spelling = {"check.hyphen", "check.spaces", "check.foreign_letters", "check.case_ending", "check.spelling"}
    assert {finding.severity for finding in found if finding.code in spelling} == {"info"}


def test_where_command_and_corner_mark_disagree_both_numbers_are_candidates(found: tuple[Finding, ...]) -> None:
    finding = next(each for each in found if each.code == "check.corner_mark")
    assert finding.candidates == ("4", "3")
