"""A font that tells wrong letters is told by its words: two changed, an alphabet shifted, Kazakh letters turned."""

import re
from pathlib import Path

import pytest

from lexkz.languages.detect import Lang
from lexkz.languages.letters import changed_letters, is_rubbish, misread, words_of_letters

ROOT = Path(__file__).parents[2]
KAZ = (ROOT / "corpus" / "V2400035172" / "kaz.txt").read_text(encoding="utf-8").lower()
RUS = """
1. Настоящие Правила определяют порядок предоставления специальных социальных услуг организациями независимо от формы
собственности, а также требования к условиям проживания получателей, к численности работников и к документам, которые
заявитель подает в уполномоченный орган. 2. Руководитель обеспечивает хранение журналов учета, ежегодное обследование
помещений комиссией и размещение сведений на интернет-ресурсе министерства в течение десяти календарных дней после
утверждения. 3. Контроль за исполнением возлагается на курирующего заместителя; изменения вносятся согласно приложению.
4. Заявление рассматривается в срок не более пяти рабочих дней, о чем заявителю выдается расписка с указанием даты
приема, фамилии, имени, отчества должностного лица и перечня принятых документов. 5. Договор расторгается по соглашению
сторон, при нарушении условий настоящих Правил либо в связи с ликвидацией организации.
6. Средства расходуются по назначению.
"""
TEXTS: dict[Lang, str] = {"kaz": KAZ[:6000], "rus": RUS.lower()}
PAIRS: list[tuple[Lang, str]] = [
    *(("kaz", pair) for pair in ("әө", "қғ", "ңн", "ұү", "ое", "аы", "ір", "тд", "жз", "бс")),
    *(("rus", pair) for pair in ("ое", "аи", "нт", "вр", "сл", "пк", "дм", "яь", "ыу", "зг")),
]


@pytest.mark.parametrize(("lang", "pair"), PAIRS)
def test_two_letters_that_a_font_changes_are_found(lang: Lang, pair: str) -> None:
    one, other = tuple(pair)
    text = TEXTS[lang].translate(str.maketrans(one + other, other + one))
    found = changed_letters(words_of_letters(text), lang)
    assert found is not None
    assert set(found) & {one, other}


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("step", range(1, 31))
def test_an_alphabet_that_is_shifted_is_rubbish(lang: Lang, step: int) -> None:
    alphabet = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    text = TEXTS[lang].translate(str.maketrans(alphabet, alphabet[step:] + alphabet[:step]))
    words = words_of_letters(text)
    assert is_rubbish(words) or changed_letters(words, lang)


def test_kazakh_letters_that_are_turned_among_themselves_are_found() -> None:
    own = "әғқңөұү"
    text = KAZ[:6000].translate(str.maketrans(own, own[1:] + own[:1]))
    assert changed_letters(words_of_letters(text), "kaz") or is_rubbish(words_of_letters(text))


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_right_texts_are_right(lang: Lang) -> None:
    for text in (TEXTS[lang], TEXTS["kaz"] + TEXTS["rus"]):
        words = words_of_letters(text)
        assert not is_rubbish(words)
        if lang == "kaz" or text == TEXTS["rus"]:
            assert changed_letters(words, lang) is None


_RARE: list[tuple[Lang, str]] = [("rus", "фщ"), ("rus", "хщ"), ("kaz", "шщ"), ("kaz", "жф")]
_LOST: list[tuple[Lang, str]] = [("rus", "щш"), ("rus", "йи"), ("kaz", "шщ"), ("kaz", "жк")]


@pytest.mark.parametrize(("lang", "pair"), _RARE)
def test_rare_letters_that_change_places_are_found_by_known_words(lang: Lang, pair: str) -> None:
    text = TEXTS[lang].translate(str.maketrans(pair, pair[::-1]))
    found = changed_letters(words_of_letters(text), lang)
    assert found is not None
    assert set(found) & set(pair)


@pytest.mark.parametrize(("lang", "pair"), _LOST)
def test_a_letter_that_recognition_always_takes_for_another_is_found(lang: Lang, pair: str) -> None:
    found = changed_letters(words_of_letters(TEXTS[lang].replace(*pair)), lang)
    assert found is not None
    assert set(found) & set(pair)


def test_a_text_typed_without_the_kazakh_letters_has_no_letters_changed() -> None:
    typed = KAZ[:6000].translate(str.maketrans("әғқңөұүһі", "агкноуухи"))
    assert changed_letters(words_of_letters(typed), "kaz") is None


_MISREAD: list[tuple[Lang, str, str, str]] = [
    ("rus", "Форма заявления. Щорма справки. Форма журнала.", "щорма", "форма"),
    ("rus", "Обьем работ. Объем груза, объем сырья.", "обьем", "объем"),
    ("rus", "Щинансы склада. Финансовый отчёт, финансовую службу.", "щинансы", "финансы"),
    ("kaz", "Қойма қағидалары. Қойма кағидалары. Осы қағидалары.", "кағидалары", "қағидалары"),
    ("kaz", "Көшеттер нысаны. Көшеттер есебі. Кошеттер саны.", "кошеттер", "көшеттер"),
]


@pytest.mark.parametrize(("lang", "text", "word", "meant"), _MISREAD)
def test_a_word_that_stands_once_and_elsewhere_with_another_letter_is_doubted(
    lang: Lang, text: str, word: str, meant: str
) -> None:
    assert misread(re.findall(r"\w+", text.lower()), lang) == ((word, meant),)


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_no_word_of_a_right_text_is_doubted(lang: Lang) -> None:
    assert misread(re.findall("[\u0400-\u04ff]+", TEXTS[lang].lower()), lang) == ()


def test_roots_that_differ_by_a_common_letter_are_two_roots() -> None:
    words = ["постановление", "постанов", "постановить", "постановка", "поставить", "поставляемый"]
    assert misread(words, "rus") == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("rus", "Внести изменения. Внести дополнения. Ввести в состав комиссии."),
        ("rus", "Принять меры. Принять отчёт. Меры приняты, расписки изъяты. Изъять груз, изъять сырьё."),
        ("rus", "Вести учёт. Вести журнал. Нести расходы."),
        ("rus", "Признать груз годным, признать и призвать."),
        ("rus", "Состав группы, список группы, театральная труппа, солисты труппы."),
        ("rus", "Время приёма, время выдачи. Налоговое бремя."),
        ("rus", "Смещение оси, смещение опоры, смешение растворов."),
        ("kaz", "Бақ саласы. Орман саласы. Көшет сапасы."),
        ("kaz", "Есеп етілген. Тізбе етілген. Көшет егілген."),
    ],
)
def test_two_words_of_the_language_that_differ_by_a_letter_are_both_right(lang: Lang, text: str) -> None:
    assert misread(re.findall(r"\w+", text.lower()), lang) == ()
