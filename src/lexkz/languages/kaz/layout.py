"""Kazakh words on the page: «Салыстырма кесте», «… бұйрығымен енгізілген өзгерістермен», «Ресми басылым емес»."""

from collections.abc import Sequence

from lexkz.languages.kaz.months import FROM_MONTHS, MONTHS
from lexkz.languages.kaz.notes import BY_ACT
from lexkz.languages.layout import GAP, Amendment, Layout, PackWords, quoted

_OF_MONTH = (
    "қаңтардағы",
    "ақпандағы",
    "наурыздағы",
    "сәуірдегі",
    "мамырдағы",
    "маусымдағы",
    "шілдедегі",
    "тамыздағы",
    "қыркүйектегі",
    "қазандағы",
    "қарашадағы",
    "желтоқсандағы",
)


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year} жылғы {int(day)} {MONTHS[int(month) - 1]}"


def _since(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year} жылғы {int(day)} {FROM_MONTHS[int(month) - 1]}"


def _attributive(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{year} жылғы {int(day)} {_OF_MONTH[int(month) - 1]}"


def _by(act: Amendment) -> str:
    date = _attributive(act.date) if act.date else None
    number = f"№ {act.number}" if act.number else None
    return " ".join(part for part in (date, number, BY_ACT.get(act.type or "", "актісімен")) if part)


_ACTS = {
    "order": "бұйрық",
    "law": "Заң",
    "constitutional_law": "Конституциялық заң",
    "code": "Кодекс",
    "resolution": "қаулы",
    "decree": "Жарлық",
    "decision": "шешім",
    "directive": "өкім",
}


def _named(act: Amendment) -> str:
    said = _within(act)
    return f"{said[:1].upper()}{said[1:]}"


def _within(act: Amendment) -> str:
    """The same within a sentence: «бұйрық», but «Заң»."""
    date = _attributive(act.date) if act.date else None
    number = f"№ {act.number}" if act.number else None
    return " ".join(part for part in (date, number, _ACTS.get(act.type or "", "акт")) if part)


def _waiting(act: Amendment, applied: int, waiting: int, unread: int) -> str:
    parts = [f"{applied} өзгеріс енгізілді" if applied else "бірде-бір өзгеріс енгізілген жоқ"]
    parts += [f"{waiting} өзгеріс енгізілген жоқ және адамның шешімін күтіп тұр"] if waiting else []
    parts += [f"{unread} сөйлем оқылмады"] if unread else []
    return f"{_named(act)}: {', '.join(parts)}"


def _left_out(act: Amendment, count: int) -> str:
    return f"{_named(act)}: {count} өзгеріс адамның шешімі бойынша енгізілген жоқ"


def _later(act: Amendment, days: Sequence[tuple[str, int]]) -> str:
    whole = sum(count for _, count in days)
    told = [f"{_since(day)} бастап" if day else "күні белгісіз" for day, _ in days]
    if len(days) > 1:
        told = [f"{said} – {count}" for said, (_, count) in zip(told, days, strict=True)]
    return f"{_named(act)}: {whole} өзгеріс әлі қолданысқа енгізілмеген ({', '.join(told)})"


def _amended(acts: Sequence[Amendment]) -> str:
    return f"{', '.join(_by(act) for act in acts)} енгізілген өзгерістермен"


_OF_ACT = {
    "order": ("бұйрыққа", "бұйрық"),
    "law": ("Заңға", "Заң"),
    "constitutional_law": ("Конституциялық заңға", "Конституциялық заң"),
    "code": ("Кодекске", "Кодекс"),
    "resolution": ("қаулыға", "қаулы"),
    "decree": ("Жарлыққа", "Жарлық"),
    "decision": ("шешімге", "шешім"),
    "directive": ("өкімге", "өкім"),
}
"""Kind of act in the dative, and before «жобасына»."""


def _full_name(act: Amendment, title: str | None) -> str:
    if title and not (act.type or act.number):
        return title
    return f"{quoted(title)} {_within(act)}" if title else _named(act)


_OF_BODY = {
    "order": "бұйрығы",
    "law": "Заңы",
    "constitutional_law": "Конституциялық заңы",
    "code": "Кодексі",
    "resolution": "қаулысы",
    "decree": "Жарлығы",
    "decision": "шешімі",
    "directive": "өкімі",
}
"""Kind of act after the body that made it, in the genitive."""


def _requisites(act: Amendment, body: str | None, registered: str | None) -> str:
    parts = [body, _attributive(act.date), f"№ {act.number}" if act.number else ""] if body and act.date else []
    said = " ".join(part for part in (*parts, _OF_BODY.get(act.type or "", "актісі")) if part) if parts else _named(act)
    register = f". Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № {registered} болып тіркелген"
    return f"{said}{register if registered else ''}"


def _comparative_of(acts: Sequence[tuple[Amendment, str | None]]) -> str:
    said = []
    for act, title in acts:
        to, of = _OF_ACT.get(act.type or "", ("актіге", "акт"))
        parts = [quoted(title)] if title else []
        parts += [_attributive(act.date)] if act.date and act.number else []
        parts += [f"№ {act.number}"] if act.number else []
        parts.append(to if act.number else f"{of} жобасына")
        said.append(" ".join(parts))
    return "; ".join(said)


LAYOUT = Layout(
    locale="kk-KZ",
    code="kk",
    name="Қазақ тілінде",
    day=_day,
    since=_since,
    amended=_amended,
    as_of=lambda iso: f"{_attributive(iso)} жағдай бойынша",
    page=lambda number: f"{number}-бет",
    annex=lambda number: f"{number}-қосымша",
    in_force_unknown="Соңғы өзгерістердің қолданысқа енгізілген күні белгісіз",
    outline=f"Мәтіннің сұлбасы: өзгертетін актіден белгілі бөліктер ғана берілген, {GAP} – белгісіз мәтіннің орны",
    full="Толық мәтін",
    waiting=_waiting,
    left_out=_left_out,
    later=_later,
    incomplete="Мәтін толық емес",
    marked="Мәтін толық емес: енгізілмеген өзгерістердің орны ескертпелермен белгіленген",
    unsure=lambda count: f"Мәтінде анықталмаған жайттар бар: {count}",
    unread="Оқылмаған сөйлем",
    unread_outcome="оқылмады, қолданылмады",
    unofficial="Ресми басылым емес",
    about="Мәтін туралы",
    amendments="өзгерістер",
    closing="қол қою",
    text="мәтін",
    full_name=_full_name,
    requisites=_requisites,
    both_texts="ЕКІ ТІЛДЕГІ МӘТІН",
    absent="Жоқ",
    comparative="САЛЫСТЫРМА КЕСТЕ",
    comparative_columns=(
        "Р/с №",
        "Құрылымдық элемент",
        "Қолданыстағы редакция",
        "Ұсынылатын редакция",
        "Негіздеме",
    ),
    comparative_of=_comparative_of,
    comparative_last=True,
    waits="Енгізілмеген, шешім күтуде",
    disagreement="Сәйкессіздік",
    agreement="Мәтіндердің өзара сәйкессіздіктері",
    agreement_columns=("Р/с №", "Бірлік", "Сәйкессіздік", "Қазақша мәтін", "Орысша мәтін"),
    agrees="Сәйкессіздік табылмады.",
    beside="Қазақ және орыс тілдеріндегі мәтіндер",
    changes="ӨЗГЕРІСТЕР ТІЗБЕСІ",
    changes_columns=("Р/с №", "Не өзгереді", "Әрекет", "Қолданысқа енгізіледі", "Дереккөзі", "Нәтиже"),
    history="Ресми редакцияның ескертулері бойынша өзгерістер",
    history_columns=("Р/с №", "Ескерту", "Бірлік", "Өзгерткен акт", "Қолданысқа енгізілуі"),
    verified="Ресми редакциямен салыстыру",
    verified_columns=("Р/с №", "Бірлік", "Күйі", "Ресми редакция", "Біздің мәтін", "Өзгерткен актілер"),
    verified_states={
        "same": "бірдей",
        "differs": "айырмашылығы бар",
        "look_alike": "тек таңбалардың жазылуы өзгеше",
        "editors_words": "күші жойылған бірлік туралы редакцияның сөздері",
        "missing": "біздің мәтінде жоқ",
        "extra": "ресми редакцияда жоқ",
        "moved": "басқа орында тұр",
    },
    told_states={
        "both": "ескертуде көрсетілген, бізде ескерілген",
        "official": "ескертуде көрсетілген, бізде ескерілмеген",
        "unrecorded": "ескертуде көрсетілген, бізде жазылмаған, бірақ мәтін бірдей",
        "ours": "бізде қолданылған, ол туралы ескерту жоқ",
    },
    verifies="Айырмашылық табылмады.",
    pack=PackWords(
        index="Тізімдеме",
        text="Өзгерістері бар мәтін",
        redline="Өзгерістері белгіленген мәтін",
        table="Салыстырма кесте",
        changes="Өзгерістер тізбесі",
        data="Деректер",
        report="Қолдану туралы есеп",
        columns=("Р/с №", "Файл", "Бұл не"),
        kinds={
            "docx": "Word құжаты",
            "pdf": "басып шығаруға және оқуға арналған PDF",
            "xml": "дерек түріндегі мәтін (Akoma Ntoso)",
            "json": "әр пәрменнің нәтижесі мен тексерулер, бағдарламаларға арналған",
        },
        outcomes=("Нәтиже", "Өзгерістер саны"),
        proved="Мәтін барлық тексеруден өтті.",
        not_proved="Мәтін барлық тексеруден өткен жоқ: есепті қараңыз.",
        both="Екі тілдегі мәтін",
        agreement="Екі тілдегі мәтіннің алшақтықтары",
    ),
    redline="Өзгерістер белгіленген мәтін",
    voids="күші жойылды деп тану",
    actions={
        "replace": "жаңа редакцияда жазу",
        "insert": "толықтыру",
        "repeal": "алып тастау",
        "replace_words": "сөздерді ауыстыру",
        "insert_words": "сөздермен толықтыру",
        "delete_words": "сөздерді алып тастау",
        "renumber": "нөмірін өзгерту",
        "move": "орнын ауыстыру",
        "repeal_act": "күші жойылды деп тану",
        "suspend": "қолданысын тоқтата тұру",
        "resume": "қолданысын қайта жаңғырту",
        "none": "қазақ тіліндегі мәтін өзгермейді",
    },
    outcomes={
        "applied": "қолданылды",
        "refused": "қолданылмады",
        "already": "бұрын қолданылған",
        "ruled": "адамның шешімімен қолданылды",
        "skipped": "адамның шешімімен қолданылмады",
        "not_yet": "әлі қолданысқа енгізілмеген",
        "ended": "қолданылу мерзімі аяқталған",
        "other_base": "басқа актіге қатысты",
    },
)
