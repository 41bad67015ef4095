"""Lines of the letter that an act was sent in are none of its text, and are said."""

import html
from pathlib import Path

import pytest

from lexkz.reading.blocks import Paragraph, Source
from lexkz.reading.source import read_source, read_text

_RUS = (
    "Приказ Министра садоводства от 4 мая 2018 года № 51",
    "Об утверждении Правил учёта",
    "В соответствии с Законом ПРИКАЗЫВАЮ:",
    "1. Утвердить Правила учёта.",
    "2. Настоящий приказ вводится в действие со дня подписания.",
)
_KAZ = (
    "Бау-бақша министрінің 2018 жылғы 4 мамырдағы № 51 бұйрығы",
    "Есеп қағидаларын бекіту туралы",
    "Заңға сәйкес БҰЙЫРАМЫН:",
    "1. Есеп қағидалары бекітілсін.",
    "2. Осы бұйрық қол қойылған күннен бастап қолданысқа енгізіледі.",
)
_LETTERS = {
    "greeting": (
        ("Добрый день!", "Направляю текст приказа для работы."),
        ("С уважением,", "Иванова А.А.", "главный специалист", "тел. 8 (7172) 74-00-00"),
    ),
    "colleagues": (("Уважаемые коллеги!", "Прошу дать замечания до 5 мая."), ("С наилучшими пожеланиями, Сауле",)),
    "Kazakh": (("Сәлеметсіз бе!", "Бұйрықтың мәтінін жіберіп отырмын."), ("Құрметпен,", "Сынақова С.")),
    "by name": (("Құрметті Сәуле Сынаққызы!",), ("Ізгі ниетпен, Асан", "Жұмыс тел.: 74-00-00")),
    "sent on": (
        (
            "---------- Forwarded message ---------",
            "От: Сынақова С. <s@example.kz>",
            "Date: пн, 4 мая 2018 г. в 10:00",
            "Subject: приказ",
        ),
        ("--", "Отправлено из мобильной Почты Mail.ru"),
    ),
    "fields first": (("От: Канцелярия", "Кому: Юрист", "Тема: приказ", "Здравствуйте!"), ("Всего доброго, Асель",)),
    "answered": (("4 мая 2018 г., в 10:00, Иванов А. <i@example.kz> написал(а):",), ("Sent from my iPhone",)),
}


def _texts(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def _page(lines: tuple[str, ...]) -> str:
    return "<html><body>" + "".join(f"<p>{html.escape(line)}</p>" for line in lines) + "</body></html>"


@pytest.mark.parametrize("act", [_RUS, _KAZ], ids=["rus", "kaz"])
@pytest.mark.parametrize("letter", _LETTERS)
def test_what_stands_in_a_letter_above_and_below_an_act_is_set_aside(
    tmp_path: Path, act: tuple[str, ...], letter: str
) -> None:
    above, below = _LETTERS[letter]
    path = tmp_path / "letter.html"
    path.write_text(_page((*above, *act, *below)), encoding="utf-8")
    for source in (read_source(path), read_text("\n".join((*above, *act, *below)))):
        assert _texts(source) == list(act)
        assert [(one.code, one.text) for one in source.findings] == [
            ("read.letter_around", " … ".join((*above, *below)))
        ]
        assert [piece.text for piece in source.furniture] == [*above, *below]


def test_where_the_act_begins_is_said_where_words_do_not_show_it() -> None:
    source = read_text("Добрый день!\n1. Саженцы учитывают.\n2. Журнал хранят пять лет, его ведут садоводы.")
    assert _texts(source) == ["1. Саженцы учитывают.", "2. Журнал хранят пять лет, его ведут садоводы."]
    assert [(one.code, one.text) for one in source.findings] == [
        ("read.letter_around", "Добрый день!"),
        ("read.letter_uncertain", "1. Саженцы учитывают."),
    ]


def test_the_words_of_a_form_that_is_a_letter_are_the_act_s() -> None:
    form = (*_RUS, "Приложение к Правилам", "Уважаемый заявитель!", "Ваше заявление принято.", "С уважением,", "____")
    source = read_text("\n".join(form))
    assert _texts(source) == list(form)
    assert not source.findings


@pytest.mark.parametrize("act", [_RUS, _KAZ], ids=["rus", "kaz"])
def test_the_signs_of_an_answered_letter_are_no_text(act: tuple[str, ...]) -> None:
    source = read_text("\n".join(f"> {line}" for line in act))
    assert _texts(source) == list(act)
    assert [one.code for one in source.findings] == ["read.letter_around"]


@pytest.mark.parametrize(
    ("above", "tail"),
    [
        ((), ("Отправлено через портал «электронного правительства»", "Срок хранения – пять лет.")),
        ((), ("Отправлено с нарушением срока", "Срок хранения – пять лет.")),
        (("Добрый день!",), ("С уважением,", "____________ (фамилия, имя, отчество)")),
        (("Добрый день!",), ("С уважением,", "Срок хранения уведомления составляет пять лет.")),
        (("Сәлеметсіз бе!",), ("Құрметпен,", "____________ (тегі, аты)", "Хабарлама бес жыл бойы сақталады.")),
        (("Сәлеметсіз бе!",), ("Құрметпен,", "Хабарлама мұрағатта бес жыл бойы сақталады.")),
    ],
)
def test_lines_of_a_form_at_the_end_of_an_act_are_no_close_of_a_letter(
    above: tuple[str, ...], tail: tuple[str, ...]
) -> None:
    read = read_text("\n\n".join((*above, *_RUS, *tail)))
    assert _texts(read)[-len(tail) :] == list(tail)
    told = [found.code for found in read.findings if found.code == "read.letter_uncertain"]
    assert bool(told) == bool(above)


@pytest.mark.parametrize("title", ["Мероприятия по уборке снега", "Қар тазалау іс-шаралары"])
def test_a_title_below_a_greeting_is_kept_and_in_doubt(title: str) -> None:
    read = read_text("\n\n".join(("Здравствуйте!", "Прошу рассмотреть.", title, *_RUS)))
    assert _texts(read)[0] == title
    assert [found.code for found in read.findings if found.code == "read.letter_uncertain"]
