"""The findings of whose commands apply and from when, and of rulings."""

from lexkz.consolidate.texts import Texts

TIME: Texts = {
    "base_unnamed": (
        "warning",
        "Пәрмен негізгі актіні атамайды; берілген актіге қолданылды.",
        "Команда не называет основной акт; применена к данному акту.",
        "The command names no base act; it was taken to be about this one.",
    ),
    "no_command": (
        "error",
        "Өзгертуші актіде бұл актіге арналған пәрмен жоқ: {what}.",
        "В изменяющем акте нет команд для этого акта: {what}.",
        "The amending act has no command for this act: {what}.",
    ),
    "swapped": (
        "error",
        "Негізгі акт пен өзгертуші акт орын ауыстырған сияқты: негізгі деп берілгені екіншісін өзгертеді: {what}.",
        "Основной и изменяющий акты, похоже, переставлены: данный как основной изменяет второй: {what}.",
        "Base and amending act seem to have changed places: the one given as base amends the other: {what}.",
    ),
    "not_in_force": (
        "info",
        "Өзгертуші акт бұл күні әлі қолданысқа енгізілмеген: {what}.",
        "Изменяющий акт на эту дату ещё не введён в действие: {what}.",
        "The amending act is not yet in force on that day: {what}.",
    ),
    "date_unknown": (
        "info",
        "Қолданысқа енгізілетін күні белгісіз: {what}.",
        "День введения в действие неизвестен: {what}.",
        "The day of entry into force is not known: {what}.",
    ),
    "date_unknown_at": (
        "error",
        "Қолданысқа енгізілетін күні белгісіз, сондықтан сұралған күнге қолданылмады: {what}.",
        "День введения в действие неизвестен, поэтому на запрошенную дату не применено: {what}.",
        "The day of entry into force is not known, so nothing was applied for the day asked for: {what}.",
    ),
    "entry_unread": (
        "error",
        "Қолданысқа енгізілуі туралы мына сөздер түсініксіз, сондықтан пәрмен шешім күтеді: {what}.",
        "Не понято, что сказано о введении в действие, поэтому команда ждёт решения: {what}.",
        "What is said of entry into force was not understood, so the command waits for a decision: {what}.",
    ),
    "published_impossible": (
        "error",
        "Мұндай ресми жарияланған күн болуы мүмкін емес, сондықтан есепке алынбады: {what}.",
        "Такого дня официального опубликования быть не может, он не принят в расчёт: {what}.",
        "The act cannot have been published on that day, so it was left out of account: {what}.",
    ),
    "ended": (
        "info",
        "Уақытша редакцияның мерзімі өткен: {what}.",
        "Срок действия временной редакции истёк: {what}.",
        "What held for a time holds no more: {what}.",
    ),
    "holds_until": (
        "info",
        "Белгілі бір мерзімге ғана қолданылады: {what}.",
        "Действует только до определённого дня: {what}.",
        "It holds only for a time: {what}.",
    ),
    "ruled": (
        "info",
        "Пәрмен адамның шешімі бойынша қолданылды: {what}.",
        "Команда применена по решению лица: {what}.",
        "The command was applied by a person's ruling: {what}.",
    ),
    "skipped": (
        "info",
        "Пәрмен адамның шешімі бойынша қолданылмады: {what}.",
        "Команда не применена по решению лица: {what}.",
        "The command was left out by a person's ruling: {what}.",
    ),
    "ruling_not_enough": (
        "info",
        "Адамның шешімі бар, бірақ пәрмен сонда да қолданылмады: {what}.",
        "Решение лица есть, но команда и с ним не применена: {what}.",
        "A person ruled on the command, which could not be applied even so: {what}.",
    ),
    "base_untold": (
        "error",
        "Пәрмен қай актіні өзгертетіні айтылмаған, сондықтан қолданылмады.",
        "Не сказано, какой акт изменяет команда, поэтому она не применена.",
        "It is not said which act the command amends, so it was not applied.",
    ),
    "ruling_count": (
        "error",
        "Шешім сөздерді мәтінде тұрғаннан көп рет санайды: {what}.",
        "Решение насчитывает слова в тексте чаще, чем они там стоят: {what}.",
        "The ruling counts the words more often than they stand in the text: {what}.",
    ),
    "ruling_target_missing": (
        "error",
        "Шешімде аталған бірлік негізгі актіде жоқ: {what}.",
        "Единицы, названной в решении, в основном акте нет: {what}.",
        "The base act has no unit that the ruling names: {what}.",
    ),
    "ruling_target_several": (
        "error",
        "Шешімде аталғандай бірнеше бірлік бар, eId-ін жазыңыз: {what}.",
        "Таких единиц, как названная в решении, несколько; укажите eId: {what}.",
        "Several units fit what the ruling names; write the eId: {what}.",
    ),
    "ruling_unfit": (
        "warning",
        "Шешім ешбір пәрменге сай келмейді: {what}.",
        "Решение не подходит ни к одной команде: {what}.",
        "The ruling fits no command: {what}.",
    ),
    "ruling_misdated": (
        "error",
        "Шешімнің мұндай күні болуы мүмкін емес, ол қолданылмады: {what}.",
        "Такого дня у решения быть не может, оно не применено: {what}.",
        "The ruling cannot have been made on that day, so it was not used: {what}.",
    ),
    "ruling_needless": (
        "warning",
        "Пәрмен шешімсіз де қолданылады: {what}.",
        "Команда применяется и без решения: {what}.",
        "The command is applied without the ruling as well: {what}.",
    ),
    "part_later": (
        "info",
        "Актінің бұл бөлігі басқа күні қолданысқа енгізіледі: {what}.",
        "Эта часть акта вводится в действие в другой день: {what}.",
        "This part of the act enters into force on another day: {what}.",
    ),
    "reaches_back": (
        "info",
        "Бұрын туындаған қатынастарға да қолданылады: {what}.",
        "Распространяется и на ранее возникшие отношения: {what}.",
        "It covers relations that arose before as well: {what}.",
    ),
}
