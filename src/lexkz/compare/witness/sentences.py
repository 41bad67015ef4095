"""The codes of disagreements between the two languages of an act: how grave each is, and what it says."""

from lexkz.findings import Message, Severity

CATALOGUE: dict[str, tuple[Severity, str, str, str]] = {
    "agree.other_act": (
        "error",
        "Екі мәтін бір актінікі емес: {kaz} және {rus}",
        "Это тексты разных актов: {kaz} и {rus}",
        "The two are not texts of one act: {kaz} and {rus}",
    ),
    "agree.other_day": (
        "error",
        "Мәтіндер әртүрлі күнгі редакциялар, салыстырылмайды: {kaz} және {rus}",
        "Тексты – редакции разных дней, они не сравниваются: {kaz} и {rus}",
        "The texts are of different days and are not compared: {kaz} and {rus}",
    ),
    "agree.confirmed": (
        "info",
        "{which} мәтін осыны растайды.",
        "Подтверждено: в {which} тексте сказано то же.",
        "Confirmed by the {which} text.",
    ),
    "agree.unit_missing": (
        "error",
        "{which} мәтінде бұл бірлік жоқ: {unit}",
        "В {which} тексте нет этой единицы: {unit}",
        "The {which} text does not have this unit: {unit}",
    ),
    "agree.unit_order": (
        "error",
        "Бірлік екі мәтінде әртүрлі орында тұр: {unit}",
        "Единица стоит в двух текстах в разных местах: {unit}",
        "The unit stands in different places in the two texts: {unit}",
    ),
    "agree.day": (
        "error",
        "Күндер әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Даты не те же: в казахском – {kaz}; в русском – {rus}",
        "The days differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.number": (
        "error",
        "Сандар әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Числа не те же: в казахском – {kaz}; в русском – {rus}",
        "The numbers differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.reference": (
        "error",
        "Сілтемелер әртүрлі бірліктерді көрсетеді: қазақша – {kaz}; орысша – {rus}",
        "Ссылки указывают на разные единицы: в казахском – {kaz}; в русском – {rus}",
        "References point at different units: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.act_number": (
        "error",
        "Актілердің нөмірлері әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Номера актов не те же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of acts differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.amount_words": (
        "error",
        "Санмен және сөзбен жазылған мөлшер әртүрлі: {kaz}{rus}",
        "Сумма цифрами и словами не одна и та же: {kaz}{rus}",
        "The amount in figures is not the amount in words: {kaz}{rus}",
    ),
    "agree.tables": (
        "error",
        "Кестелердің саны әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Число таблиц не то же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of tables differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.table_rows": (
        "error",
        "Кесте жолдары әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Строки таблицы не те же: в казахском – {kaz}; в русском – {rus}",
        "The rows of the table differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.table_columns": (
        "error",
        "Кесте бағандарының саны әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Число граф таблицы не то же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of columns differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.table_cells": (
        "info",
        "Кесте жолының ұяшықтары әртүрлі біріктірілген: қазақша – {kaz}; орысша – {rus}",
        "Ячейки строки объединены по-разному: в казахском – {kaz}; в русском – {rus}",
        "The cells of the row are merged in different ways: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.paragraphs": (
        "warning",
        "Абзацтардың саны әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Число абзацев не то же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of paragraphs differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.length": (
        "warning",
        "Мәтіндердің ұзындығы тым әртүрлі, бірдеңе түсіп қалған болуы мүмкін: қазақша – {kaz}; орысша – {rus} таңба",
        "Длина текстов слишком различна, возможно, что-то пропущено: в казахском – {kaz}; в русском – {rus} знаков",
        "The lengths differ too much, something may be missing: Kazakh {kaz}, Russian {rus} characters",
    ),
    "agree.latin": (
        "warning",
        "Латын әрпімен жазылған сөздер әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Слова латиницей не те же: в казахском – {kaz}; в русском – {rus}",
        "Words in Latin letters differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.scripts": (
        "warning",
        "Бір сөзде латын және кирилл әріптері бар: {kaz}{rus}",
        "В одном слове латинские и кириллические буквы: {kaz}{rus}",
        "A word has Latin and Cyrillic letters: {kaz}{rus}",
    ),
    "agree.line_broken": (
        "warning",
        "Сөйлем екі абзацқа бөлінген сияқты: {kaz}{rus}",
        "Предложение, по-видимому, разорвано на два абзаца: {kaz}{rus}",
        "A sentence seems to be broken into two paragraphs: {kaz}{rus}",
    ),
    "agree.command_missing": (
        "error",
        "Пәрмендердің саны әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Число команд не то же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of commands differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_action": (
        "error",
        "Пәрмендер әртүрлі әрекет етеді: қазақша – {kaz}; орысша – {rus}",
        "Команды делают не одно и то же: в казахском – {kaz}; в русском – {rus}",
        "The commands do different things: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_base": (
        "error",
        "Пәрмендер әртүрлі актілерді атайды: қазақша – {kaz}; орысша – {rus}",
        "Команды называют разные акты: в казахском – {kaz}; в русском – {rus}",
        "The commands name different acts: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_target": (
        "error",
        "Пәрмендер әртүрлі бірліктерді атайды: қазақша – {kaz}; орысша – {rus}",
        "Команды называют разные единицы: в казахском – {kaz}; в русском – {rus}",
        "The commands name different units: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_words": (
        "error",
        "Ауыстырылатын сөздердің саны әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Число заменяемых слов не то же: в казахском – {kaz}; в русском – {rus}",
        "The numbers of pairs of words differ: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_annex": (
        "error",
        "Пәрмендер әртүрлі қосымшаларды атайды: қазақша – {kaz}; орысша – {rus}",
        "Команды называют разные приложения: в казахском – {kaz}; в русском – {rus}",
        "The commands name different annexes: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.command_time": (
        "error",
        "Пәрмендердің қолданылу мерзімі әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Время действия команд не то же: в казахском – {kaz}; в русском – {rus}",
        "The commands hold for different times: Kazakh {kaz}; Russian {rus}",
    ),
    "agree.entry": (
        "error",
        "Қолданысқа енгізілу тәртібі әртүрлі: қазақша – {kaz}; орысша – {rus}",
        "Порядок введения в действие не тот же: в казахском – {kaz}; в русском – {rus}",
        "The rules of entry into force differ: Kazakh {kaz}; Russian {rus}",
    ),
}
_WHICH = {"kaz": ("қазақша", "казахском", "Kazakh"), "rus": ("орысша", "русском", "Russian")}
_NONE = ("жоқ", "нет", "none")


def message(code: str, *, kaz: str = "", rus: str = "", unit: str = "", lacking: str = "") -> Message:
    """Return the sentence of ``code``, filled. ``lacking`` is the language that is told of: whose text
    lacks the unit, or confirms it."""
    _, *forms = CATALOGUE[code]
    sided = "{kaz}{rus}" not in forms[0]
    said = []
    for place, form in enumerate(forms):
        none = _NONE[place] if sided else ""
        which = _WHICH[lacking][place] if lacking else ""
        said.append(form.format(kaz=kaz or none, rus=rus or none, unit=unit, which=which))
    first = said[0][:1].upper() + said[0][1:]
    return Message(first, said[1], said[2])


def severity(code: str) -> Severity:
    """Return how grave ``code`` is."""
    return CATALOGUE[code][0]
