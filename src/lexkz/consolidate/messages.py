"""The findings of consolidation: one sentence a code in Kazakh, Russian and English."""

from collections.abc import Sequence

from lexkz.amend.model import Command
from lexkz.findings import Finding, Message, Place, Severity

_TEXTS: dict[str, tuple[Severity, str, str, str]] = {
    "target_missing": (
        "error",
        "Негізгі актіде мұндай бірлік жоқ: {what}.",
        "В основном акте нет такой единицы: {what}.",
        "The base act has no such unit: {what}.",
    ),
    "target_ambiguous": (
        "error",
        "Бірнеше бірлік сәйкес келеді: {what}.",
        "Подходит несколько единиц: {what}.",
        "More than one unit fits: {what}.",
    ),
    "target_repealed": (
        "error",
        "Бірлік бұрын алып тасталған: {what}.",
        "Единица уже исключена: {what}.",
        "The unit has been repealed already: {what}.",
    ),
    "scope_widened": (
        "warning",
        "Бірлік аталған жерде жоқ, бүкіл актіде жалғыз табылғаны алынды: {what}.",
        "В названном месте единицы нет, взята единственная подходящая во всём акте: {what}.",
        "The unit is not where the command says; the only one of the act that fits was taken: {what}.",
    ),
    "already_worded": (
        "info",
        "Бірліктің мәтіні мұнсыз да осындай: {what}.",
        "Единица уже изложена в этой редакции: {what}.",
        "The unit has this wording already: {what}.",
    ),
    "already_applied": (
        "info",
        "Команда бұл мәтінге бұрын қолданылған.",
        "Команда уже применена к этому тексту.",
        "The command has been applied to this text already.",
    ),
    "number_taken": (
        "error",
        "Бұл нөмірмен басқа бірлік бар: {what}.",
        "Единица с таким номером уже есть: {what}.",
        "A unit with this number exists already: {what}.",
    ),
    "number_mismatch": (
        "error",
        "Жаңа мәтіннің нөмірі бірліктің нөміріне сай емес: {what}.",
        "Номер в новом тексте не совпадает с номером единицы: {what}.",
        "The number in the new text is not the number of the unit: {what}.",
    ),
    "content_missing": (
        "error",
        "Жаңа мәтін табылмады: {what}.",
        "Новый текст не найден: {what}.",
        "The new text was not found: {what}.",
    ),
    "content_mismatch": (
        "error",
        "Жаңа мәтіннің бірліктері команда атаған бірліктерге сай емес: {what}.",
        "Единицы нового текста не соответствуют названным в команде: {what}.",
        "The units of the new text are not those that the command names: {what}.",
    ),
    "lines_grew": (
        "warning",
        "Бір абзацтың орнына бірнеше абзац жазылды: {what}.",
        "Один абзац заменён несколькими: {what}.",
        "One line was replaced by several: {what}.",
    ),
    "number_kept": (
        "warning",
        "Жаңа мәтінде нөмір жоқ, бірліктің нөмірі сақталды: {what}.",
        "В новом тексте нет номера, номер единицы сохранён: {what}.",
        "The new text has no number; that of the unit was kept: {what}.",
    ),
    "words_number": (
        "info",
        "Жаңа сөздер жолға нөмір береді, сондықтан жол басындағы сөздер алынды: {what}.",
        "Новые слова дают строке номер, поэтому взяты слова в начале строки: {what}.",
        "The new words number a line, so those at the head of a line were taken: {what}.",
    ),
    "words_absent": (
        "error",
        "Ауыстырылатын сөздер мәтінде жоқ: {what}.",
        "Заменяемых слов в тексте нет: {what}.",
        "The words do not occur in the text: {what}.",
    ),
    "words_repeated": (
        "error",
        "Сөздер мәтінде бірнеше рет кездеседі, команда қайсысы екенін айтпайды: {what}.",
        "Слова встречаются в тексте несколько раз, команда не говорит, какие из них: {what}.",
        "The words occur several times and the command does not say which: {what}.",
    ),
    "words_overlap": (
        "error",
        "Командалардың сөздері мәтінде қабаттасады: {what}.",
        "Слова команд в тексте пересекаются: {what}.",
        "The words of commands overlap in the text: {what}.",
    ),
    "words_form_absent": (
        "info",
        "Тізімдегі бұл нысан мәтінде кездеспейді: {what}.",
        "Эта форма из перечня в тексте не встречается: {what}.",
        "This form of the list does not occur in the text: {what}.",
    ),
    "words_folded": (
        "info",
        "Сөздер тек жазылуы жағынан өзгеше (ұқсас әріп, бос орын, тырнақша, сызықша): {what}.",
        "Слова отличаются только написанием (похожие буквы, пробелы, кавычки, тире): {what}.",
        "The words differ in writing only (look-alike letters, spaces, quotes, dashes): {what}.",
    ),
    "words_case": (
        "warning",
        "Сөздердің бас және кіші әріптері өзгеше: {what}.",
        "Слова отличаются прописными и строчными буквами: {what}.",
        "The words differ in capital and small letters: {what}.",
    ),
    "words_capital": (
        "info",
        "Сөйлем басындағы бас әріп сақталды: {what}.",
        "Прописная буква в начале сохранена: {what}.",
        "The capital that begins the words was kept: {what}.",
    ),
    "words_elsewhere": (
        "warning",
        "Сөздер актінің қосымшаларында да кездеседі, онда ауыстырылмады: {what}.",
        "Слова встречаются и в приложениях акта, там они не заменены: {what}.",
        "The words occur in the act's annexes as well; they were not replaced there: {what}.",
    ),
    "end_unclear": (
        "error",
        "Соңына қосылатын сөздердің тыныс белгісі мәтіннің соңындағы белгімен қабаттасады: {what}.",
        "Знак в конце добавляемых слов и знак в конце текста не согласуются: {what}.",
        "The mark that ends the added words and the mark that ends the text do not agree: {what}.",
    ),
    "conflict": (
        "error",
        "Бір бірлікті бірнеше команда өзгертеді: {what}.",
        "Одну единицу изменяют несколько команд: {what}.",
        "Several commands change one unit: {what}.",
    ),
    "place_unclear": (
        "error",
        "Жаңа бірліктің орны анық емес: {what}.",
        "Место новой единицы не ясно: {what}.",
        "The place of the new unit is not clear: {what}.",
    ),
    "row_width": (
        "warning",
        "Жолдың ұяшық саны кестенің бағандарына сай емес: {what}.",
        "Число ячеек строки не соответствует столбцам таблицы: {what}.",
        "The row's cells do not fill the columns of the table: {what}.",
    ),
    "action_unsupported": (
        "error",
        "Мұндай өзгерісті lexkz әзірге қолданбайды: {what}.",
        "Такое изменение lexkz пока не применяет: {what}.",
        "lexkz does not apply such a change yet: {what}.",
    ),
    "base_unnamed": (
        "warning",
        "Команда негізгі актіні атамайды; берілген актіге қолданылды.",
        "Команда не называет основной акт; применена к данному акту.",
        "The command names no base act; it was taken to be about this one.",
    ),
    "no_command": (
        "warning",
        "Өзгертуші актіде бұл актіге арналған команда жоқ: {what}.",
        "В изменяющем акте нет команд для этого акта: {what}.",
        "The amending act has no command for this act: {what}.",
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
    "entry_parts": (
        "warning",
        "Актінің бөліктері әр күні қолданысқа енгізіледі, негізгі ереже бойынша қолданылды: {what}.",
        "Части акта вводятся в действие в разные дни, применено по основному правилу: {what}.",
        "Parts of the act enter into force on other days; the main rule was applied: {what}.",
    ),
    "proof_untouched": (
        "error",
        "Дәлел сәтсіз: команда атамаған бірлік өзгерген: {what}.",
        "Доказательство не сошлось: изменилась единица, не названная командой: {what}.",
        "A proof failed: a unit that no command names has changed: {what}.",
    ),
    "proof_once": (
        "error",
        "Дәлел сәтсіз: команда дәл бір рет қолданылмаған: {what}.",
        "Доказательство не сошлось: команда применена не ровно один раз: {what}.",
        "A proof failed: the command was not applied exactly once: {what}.",
    ),
    "proof_replay": (
        "error",
        "Дәлел сәтсіз: қайта қолданғанда басқа мәтін шықты.",
        "Доказательство не сошлось: повторное применение дало другой текст.",
        "A proof failed: applying again gave another text.",
    ),
    "proof_text_balance": (
        "error",
        "Дәлел сәтсіз: ескі мәтін − алынған + қосылған жаңа мәтінге тең емес: {what}.",
        "Доказательство не сошлось: старый текст − удалённое + добавленное не равно новому: {what}.",
        "A proof failed: old text − removed + added is not the new text: {what}.",
    ),
}

CODES = tuple(f"consolidate.{name}" for name in _TEXTS)
"""Every code that consolidation can give."""


def finding(
    name: str,
    what: str = "",
    *,
    command: Command | None = None,
    candidates: Sequence[str] = (),
    text: str | None = None,
) -> Finding:
    """Return the finding ``consolidate.<name>`` about ``what``, placed at ``command`` where there is one."""
    severity, kaz, rus, eng = _TEXTS[name]
    place = Place(page=command.source.page, eid=command.source.eid or None) if command else Place()
    return Finding(
        code=f"consolidate.{name}",
        severity=severity,
        message=Message(kaz.format(what=what), rus.format(what=what), eng.format(what=what)),
        place=place,
        text=text if text is not None or command is None else command.instruction,
        command=command.id if command else None,
        candidates=tuple(candidates),
    )
