"""Russian words on the page: «Сравнительная таблица», «С изменениями, внесенными приказом …»."""

from collections.abc import Sequence

from lexkz.languages.layout import GAP, Amendment, Layout, PackWords, quoted
from lexkz.languages.rus.months import OF_MONTHS

_BY_ACT = {
    "order": "приказом",
    "law": "Законом",
    "constitutional_law": "Конституционным законом",
    "code": "Кодексом",
    "resolution": "постановлением",
    "decree": "Указом",
    "decision": "решением",
    "directive": "распоряжением",
}


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)} {OF_MONTHS[int(month) - 1]} {year} года"


def _by(act: Amendment) -> str:
    date = f"от {_day(act.date)}" if act.date else None
    number = f"№ {act.number}" if act.number else None
    return " ".join(part for part in (_BY_ACT.get(act.type or "", "актом"), date, number) if part)


_ACTS = {
    "order": "Приказ",
    "law": "Закон",
    "constitutional_law": "Конституционный закон",
    "code": "Кодекс",
    "resolution": "Постановление",
    "decree": "Указ",
    "decision": "Решение",
    "directive": "Распоряжение",
}


def _named(act: Amendment) -> str:
    date = f"от {_day(act.date)}" if act.date else None
    number = f"№ {act.number}" if act.number else None
    return " ".join(part for part in (_ACTS.get(act.type or "", "Акт"), date, number) if part)


def _waiting(act: Amendment, applied: int, waiting: int, unread: int) -> str:
    parts = [f"внесено изменений – {applied}" if applied else "ни одно изменение не внесено"]
    parts += [f"не внесено и ждёт решения человека – {waiting}"] if waiting else []
    parts += [f"не прочитано предложений – {unread}"] if unread else []
    return f"{_named(act)}: {', '.join(parts)}"


def _left_out(act: Amendment, count: int) -> str:
    return f"{_named(act)}: по решению человека не внесено изменений – {count}"


def _later(act: Amendment, days: Sequence[tuple[str, int]]) -> str:
    whole = sum(count for _, count in days)
    told = [f"с {_day(day)}" if day else "день не известен" for day, _ in days]
    if len(days) > 1:
        told = [f"{said} – {count}" for said, (_, count) in zip(told, days, strict=True)]
    return f"{_named(act)}: ещё не введено в действие изменений – {whole} ({', '.join(told)})"


def _amended(acts: Sequence[Amendment]) -> str:
    return f"С изменениями, внесенными {', '.join(_by(act) for act in acts)}"


_OF_ACT = {
    "order": ("приказу", "приказа"),
    "law": ("Закону", "Закона"),
    "constitutional_law": ("Конституционному закону", "Конституционного закона"),
    "code": ("Кодексу", "Кодекса"),
    "resolution": ("постановлению", "постановления"),
    "decree": ("Указу", "Указа"),
    "decision": ("решению", "решения"),
    "directive": ("распоряжению", "распоряжения"),
}
"""Kind of act after «к» and after «к проекту»."""


def _full_name(act: Amendment, title: str | None) -> str:
    if title and not (act.type or act.number):
        return title
    return f"{_named(act)} {quoted(title)}" if title else _named(act)


_REGISTERED = {"resolution": "Зарегистрировано", "decision": "Зарегистрировано", "directive": "Зарегистрировано"}


def _requisites(act: Amendment, body: str | None, registered: str | None) -> str:
    date = f"от {_day(act.date)}" if act.date else None
    number = f"№ {act.number}" if act.number else None
    said = " ".join(part for part in (_ACTS.get(act.type or "", "Акт"), body, date, number) if part)
    verb = _REGISTERED.get(act.type or "", "Зарегистрирован")
    register = f". {verb} в Реестре государственной регистрации нормативных правовых актов под № {registered}"
    return f"{said}{register if registered else ''}"


def _comparative_of(acts: Sequence[tuple[Amendment, str | None]]) -> str:
    said = []
    for act, title in acts:
        to, of = _OF_ACT.get(act.type or "", ("акту", "акта"))
        parts = [to if act.number else f"проекту {of}"]
        parts += [f"от {_day(act.date)}"] if act.date and act.number else []
        parts += [f"№ {act.number}"] if act.number else []
        parts += [quoted(title)] if title else []
        said.append(f"к {' '.join(parts)}")
    return "; ".join(said)


LAYOUT = Layout(
    locale="ru-RU",
    code="ru",
    name="На русском языке",
    day=_day,
    since=_day,
    amended=_amended,
    as_of=lambda iso: f"По состоянию на {_day(iso)}",
    page=lambda number: f"стр. {number}",
    annex=lambda number: f"приложение {number}",
    in_force_unknown="День введения в действие последних изменений не известен",
    outline=f"Схема текста: приведено только то, что известно из изменяющего акта, {GAP} – место неизвестного текста",
    full="Полный текст",
    waiting=_waiting,
    left_out=_left_out,
    later=_later,
    incomplete="Текст не полон",
    marked="Текст не полон: места невнесённых изменений отмечены сносками",
    unsure=lambda count: f"Неразрешённых вопросов к тексту – {count}",
    unread="Непрочитанное предложение",
    unread_outcome="не прочитано, не применено",
    unofficial="Не является официальным изданием",
    about="О тексте",
    amendments="изменения",
    closing="подпись",
    text="текст",
    full_name=_full_name,
    requisites=_requisites,
    both_texts="ТЕКСТ НА ДВУХ ЯЗЫКАХ",
    absent="Отсутствует",
    comparative="СРАВНИТЕЛЬНАЯ ТАБЛИЦА",
    comparative_columns=(
        "№ п/п",
        "Структурный элемент",
        "Действующая редакция",
        "Предлагаемая редакция",
        "Обоснование",
    ),
    comparative_of=_comparative_of,
    comparative_last=False,
    waits="Не внесено, ждёт решения",
    disagreement="Расхождение",
    agreement="Расхождения текстов на двух языках",
    agreement_columns=("№ п/п", "Единица", "Расхождение", "Текст на казахском языке", "Текст на русском языке"),
    agrees="Расхождений не найдено.",
    beside="Тексты на казахском и русском языках",
    changes="ПЕРЕЧЕНЬ ИЗМЕНЕНИЙ",
    changes_columns=("№ п/п", "Что изменяется", "Действие", "Вводится в действие", "Источник", "Исход"),
    history="Изменения по сноскам официальной редакции",
    history_columns=("№ п/п", "Сноска", "Единица", "Изменивший акт", "Введение в действие"),
    verified="Сверка с официальной редакцией",
    verified_columns=("№ п/п", "Единица", "Состояние", "Официальная редакция", "Наш текст", "Изменившие акты"),
    verified_states={
        "same": "одинаково",
        "differs": "различается",
        "look_alike": "различается только начертанием",
        "editors_words": "слова редакции об утратившей силу единице",
        "missing": "отсутствует в нашем тексте",
        "extra": "отсутствует в официальной редакции",
        "moved": "стоит в другом месте",
    },
    told_states={
        "both": "указан в сноске, у нас учтён",
        "official": "указан в сноске, у нас не учтён",
        "unrecorded": "указан в сноске, у нас не записан, но текст тот же",
        "ours": "применён у нас, сноски о нём нет",
    },
    verifies="Различий не найдено.",
    pack=PackWords(
        index="Указатель",
        text="Текст с изменениями",
        redline="Текст с отмеченными изменениями",
        table="Сравнительная таблица",
        changes="Перечень изменений",
        data="Данные",
        report="Отчёт о применении",
        columns=("№ п/п", "Файл", "Что это"),
        kinds={
            "docx": "документ Word",
            "pdf": "PDF для печати и чтения",
            "xml": "текст как данные (Akoma Ntoso)",
            "json": "исход каждой команды и проверки, для программ",
        },
        outcomes=("Исход", "Изменений"),
        proved="Все проверки текста выдержаны.",
        not_proved="Не все проверки текста выдержаны: см. отчёт.",
        both="Тексты на двух языках",
        agreement="Расхождения текстов на двух языках",
    ),
    redline="Текст с отмеченными изменениями",
    voids="признать утратившим силу",
    actions={
        "replace": "изложить в новой редакции",
        "insert": "дополнить",
        "repeal": "исключить",
        "replace_words": "заменить слова",
        "insert_words": "дополнить словами",
        "delete_words": "исключить слова",
        "renumber": "изменить нумерацию",
        "move": "переместить",
        "repeal_act": "признать утратившим силу",
        "suspend": "приостановить действие",
        "resume": "возобновить действие",
        "none": "текст на русском языке не изменяется",
    },
    outcomes={
        "applied": "применено",
        "refused": "не применено",
        "already": "применено ранее",
        "ruled": "применено по решению человека",
        "skipped": "не применено по решению человека",
        "not_yet": "ещё не введено в действие",
        "ended": "срок действия истёк",
        "other_base": "относится к другому акту",
    },
)
