"""The findings of consolidation: one sentence a code in Kazakh, Russian and English."""

from collections.abc import Sequence

from lexkz.amend.model import Command
from lexkz.consolidate.messages_proofs import PROOFS
from lexkz.consolidate.messages_time import TIME
from lexkz.consolidate.texts import Texts
from lexkz.findings import Finding, Message, Place

_TEXTS: Texts = {
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
    "citation_differs": (
        "error",
        "Өзгертетін актіде негізгі акті туралы айтылғаны берілген мәтінге қайшы, өзге акт болуы мүмкін: {what}.",
        "То, как изменяющий акт называет основной, противоречит данному тексту; возможно, это другой акт: {what}.",
        "What the amending act calls the base contradicts the text at hand; another act may be meant: {what}.",
    ),
    "citation_title": (
        "warning",
        "Өзгертетін акті негізгі актінің тақырыбын басқаша атайды: {what}.",
        "Изменяющий акт называет заголовок основного акта иначе: {what}.",
        "The amending act gives the base another title: {what}.",
    ),
    "citation_author": (
        "info",
        "Өзгертетін акті негізгі актіні қабылдаған органды басқаша атайды: {what}.",
        "Изменяющий акт называет другой орган, принявший основной акт: {what}.",
        "The amending act names another body that made the base: {what}.",
    ),
    "other_language": (
        "error",
        "Бұл мәтінді өзгертетін акт тек басқа тілде бар, сондықтан оның өзгерістері мұнда жоқ: {what}.",
        "Акт, который изменяет этот текст, есть только на другом языке, его изменений здесь нет: {what}.",
        "An act that changes this text is at hand in the other language only, so its changes are not here: {what}.",
    ),
    "acts_conflict": (
        "error",
        "Бір күні қолданысқа енгізілетін актілер бір бірлікті өзгертеді, нәтиже олардың ретіне байланысты: {what}.",
        "Акты, вводимые в действие в один день, изменяют одно и то же, и текст зависит от их порядка: {what}.",
        "Acts that enter into force on one day change the same, and the text depends on their order: {what}.",
    ),
    "name_matched": (
        "info",
        "Құжат атауының сөздері жалғауымен ғана немесе толық емес сәйкес келеді: {what}.",
        "Название документа совпадает лишь с точностью до окончаний или не полностью: {what}.",
        "The document's name fits but for the endings of words, or in part: {what}.",
    ),
    "name_former": (
        "info",
        "Құжаттың бұрынғы атауы берілген, оны сол күнгі басқа акт өзгерткен: {what}.",
        "Названо прежнее имя документа: другой акт того же дня его изменил: {what}.",
        "The document is called by its former name, which another act of the same day changed: {what}.",
    ),
    "corner_mark": (
        "error",
        "Бұрыштық белгі қосымшаны пәрмен атағаннан басқа құжатқа жатқызады: {what}.",
        "Угловой штамп относит приложение к другому документу, чем команда: {what}.",
        "The corner mark places the annex in another document than the command: {what}.",
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
        "Пәрмен бұл мәтінге бұрын қолданылған.",
        "Команда уже применена к этому тексту.",
        "The command has been applied to this text already.",
    ),
    "reference_dropped": (
        "info",
        "Сөздер өзгерген соң сілтеме енді ешқайда апармайды, алып тасталды: {what}.",
        "После замены слов ссылка никуда не ведёт и снята: {what}.",
        "With its words changed the reference leads nowhere, so it was taken away: {what}.",
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
        "Жаңа мәтіннің бірліктері пәрмен атаған бірліктерге сай емес: {what}.",
        "Единицы нового текста не соответствуют названным в команде: {what}.",
        "The units of the new text are not those that the command names: {what}.",
    ),
    "tail_doubtful": (
        "warning",
        "Бірліктің соңғы жолы одан кейінгінің тақырыбы болуы мүмкін, ол бірлікпен бірге түсіп қалды: {what}.",
        "Последняя строка единицы может быть заголовком следующих за ней, она выпала вместе с единицей: {what}.",
        "The last line of the unit may be the heading of what follows; it fell away with the unit: {what}.",
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
    "words_count": (
        "error",
        "Сөздер пәрмен айтқандай рет кездеспейді: {what}.",
        "Слова встречаются не столько раз, сколько говорит команда: {what}.",
        "The words do not stand as often as the command says: {what}.",
    ),
    "words_repeated": (
        "error",
        "Сөздер мәтінде бірнеше рет кездеседі, пәрмен қайсысы екенін айтпайды: {what}.",
        "Слова встречаются в тексте несколько раз, команда не говорит, какие из них: {what}.",
        "The words occur several times and the command does not say which: {what}.",
    ),
    "words_overlap": (
        "error",
        "Пәрмендердің сөздері мәтінде қабаттасады: {what}.",
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
    "words_other_forms": (
        "warning",
        "Мәтінде сөздердің пәрмен атамаған түрлері де бар, олар ауыстырылмады: {what}.",
        "В тексте есть и не названные командой формы этих слов, они не заменены: {what}.",
        "The text also has forms of the words that the command does not list; they were not replaced: {what}.",
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
        "Бір бірлікті бірнеше пәрмен өзгертеді: {what}.",
        "Одну единицу изменяют несколько команд: {what}.",
        "Several commands change one unit: {what}.",
    ),
    "unit_unplaced": (
        "error",
        "Бұл құжат тармақтардан немесе баптардан тұрады; бірлік солардың қайсысында екені айтылмаған: {what}.",
        "Документ состоит из пунктов или статей; в какой из них стоит единица, не сказано: {what}.",
        "The document is made of points or articles; in which of them the unit stands is not said: {what}.",
    ),
    "header_missing": (
        "error",
        "Пәрменнің үстіндегі жол атаған бірлік негізгі актіде жоқ: {what}.",
        "Единицы, которую называет строка над командой, в основном акте нет: {what}.",
        "The base act has no such unit as the line above the command names: {what}.",
    ),
    "place_unclear": (
        "error",
        "Жаңа бірліктің орны анық емес: {what}.",
        "Место новой единицы не ясно: {what}.",
        "The place of the new unit is not clear: {what}.",
    ),
    "place_doubtful": (
        "error",
        "Жаңа бірліктің нөмірі мен ол қасына қойылатын бірлік әртүрлі орынды айтады: {what}.",
        "Номер новой единицы и единица, рядом с которой её ставят, говорят о разных местах: {what}.",
        "The number of the new unit and the unit beside which it is put tell different places: {what}.",
    ),
    "words_empty": (
        "error",
        "Тырнақшаның ішінде сөз жоқ: {what}.",
        "В кавычках нет слов: {what}.",
        "There are no words between the quotes: {what}.",
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
    "counting_differs": (
        "error",
        "Нөмір бойынша және рет бойынша санау әртүрлі бірлікке әкеледі: {what}.",
        "Счёт по номерам и счёт по порядку ведут к разным единицам: {what}.",
        "Counting by printed numbers and by order lead to different units: {what}.",
    ),
    "counted_as_parts": (
        "info",
        "Бөліктер саналды; абзацтарды санау басқа жолға әкелер еді: {what}.",
        "Посчитаны части; счёт абзацев привёл бы к другой строке: {what}.",
        "Parts were counted; counting lines would lead to another line: {what}.",
    ),
    "sentence_unclear": (
        "error",
        "Сөйлемнің қай жерде аяқталатыны анық емес: {what}.",
        "Неясно, где кончается предложение: {what}.",
        "It is not clear where the sentence ends: {what}.",
    ),
    "number_changes": (
        "error",
        "Актінің басқа пәрмені нөмірі өзгеретін бірлікті атайды, ескі ме, жаңа ма нөмірі екені анық емес: {what}.",
        "Другая команда акта называет единицу, номер которой меняется; неясно, по старому или новому номеру: {what}.",
        "Another command names a unit whose number changes; by its old or new number is not clear: {what}.",
    ),
    "order_broken": (
        "warning",
        "Нөмірлер енді өсу ретімен тұрған жоқ: {what}.",
        "Номера больше не идут по возрастанию: {what}.",
        "The numbers no longer stand in ascending order: {what}.",
    ),
    "row_spans": (
        "error",
        "Жол бірнеше жолға созылған ұяшықтарға тиеді: {what}.",
        "Строка затрагивает ячейки, объединяющие несколько строк: {what}.",
        "The row meets cells that span several rows: {what}.",
    ),
    "column_spans": (
        "error",
        "Бағандар анық емес: ұяшықтар бірнеше бағанға созылған, не жолдар бірінші баған нөмірлерімен аталады: {what}.",
        "Графы не ясны: ячейки объединяют несколько граф, либо по графе названы строки: {what}.",
        "The columns are not sure: cells span several of them, or rows are known by the column's numbers: {what}.",
    ),
    "column_empty": (
        "warning",
        "Пәрмен бағанның атауын ғана береді, оның ұяшықтары бос қалды: {what}.",
        "Команда даёт только наименование графы, её ячейки остались пустыми: {what}.",
        "The command gives only the heading of the column; its cells were left empty: {what}.",
    ),
    "signature_kept": (
        "info",
        "Жаңа мәтінде қол қойған адам жоқ, бұрынғысы сақталды: {what}.",
        "В новом тексте нет подписи, сохранена прежняя: {what}.",
        "The new text has no signature; the former one was kept: {what}.",
    ),
    "annexes_absent": (
        "error",
        "Пәрмен қосымшаларды да атайды, ал мәтінде олар жоқ: {what}.",
        "Команда называет и приложения, а в тексте их нет: {what}.",
        "The command names annexes as well, and the text has none: {what}.",
    ),
    "note_unclear": (
        "error",
        "Ескертпенің қай жолда аяқталатыны анық емес: {what}.",
        "Неясно, какой строкой кончается примечание: {what}.",
        "It is not clear with which line the note ends: {what}.",
    ),
    "note_left": (
        "warning",
        "Ескертпеден кейін тағы жолдар бар, олар ескертпеге жатпайды деп алынды: {what}.",
        "Ниже примечания есть ещё строки, они сочтены не принадлежащими ему: {what}.",
        "Further lines stand below the note; they were taken not to belong to it: {what}.",
    ),
    "number_from_content": (
        "info",
        "Нөмір жаңа мәтіннен алынды: {what}.",
        "Номер взят из нового текста: {what}.",
        "The number was taken from the new text: {what}.",
    ),
}

_TEXTS |= TIME | PROOFS
CODES = tuple(f"consolidate.{name}" for name in _TEXTS)
"""Every code that consolidation can give."""


def _said(template: str, what: str) -> str:
    """The sentence about ``what``, with one full stop at its end where that ends with a mark of its own."""
    return template.format(what=what.rstrip(" .:;") if template.endswith("{what}.") else what)


def finding(
    name: str,
    what: str | Message = "",
    *,
    command: Command | None = None,
    candidates: Sequence[str] = (),
    text: str | None = None,
) -> Finding:
    """Return the finding ``consolidate.<name>`` about ``what``, placed at ``command`` where there is one.

    ``what`` is a text, or what is said of it in each language.
    """
    about = Message(what, what, what) if isinstance(what, str) else what
    severity, kaz, rus, eng = _TEXTS[name]
    place = Place(page=command.source.page, eid=command.source.eid or None) if command else Place()
    return Finding(
        code=f"consolidate.{name}",
        severity=severity,
        message=Message(_said(kaz, about.kaz), _said(rus, about.rus), _said(eng, about.eng)),
        place=place,
        text=text if text is not None or command is None else command.instruction,
        command=command.id if command else None,
        candidates=tuple(candidates),
    )
