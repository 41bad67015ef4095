"""The codes of drafting defects: how grave each is, and what it says in Kazakh, Russian and English.

``error``: the text cannot be signed as it is; ``warning``: a lawyer must look; ``info``: spelling.
"""

from lexkz.findings import Finding, Message, Place, Severity

CATALOGUE: dict[str, tuple[Severity, str, str, str]] = {
    "check.quotes_unbalanced": (
        "warning",
        "Тырнақшалар жұп емес: {words}",
        "Кавычки не парны: {words}",
        "The quotes do not pair up: {words}",
    ),
    "check.brackets_unbalanced": (
        "warning",
        "Жақшалар жұп емес: {words}",
        "Скобки не парны: {words}",
        "The brackets do not pair up: {words}",
    ),
    "check.content_mark": (
        "info",
        "Жаңа мәтіннің соңында тыныс белгісі жоқ: {words}",
        "В конце нового текста нет знака препинания: {words}",
        "The new text ends without a mark: {words}",
    ),
    "check.command_mark": (
        "info",
        "Пәрмендердің арасында нүктелі үтір, соңғысынан кейін нүкте қойылады: {words}",
        "Между командами ставится точка с запятой, после последней – точка: {words}",
        "Commands are parted by semicolons, and the last ends with a full stop: {words}",
    ),
    "check.list_mark": (
        "info",
        "Тізбе элементінің соңында нүктелі үтір жоқ: {words}",
        "В конце элемента перечня нет точки с запятой: {words}",
        "An item of the list ends without a semicolon: {words}",
    ),
    "check.list_end": (
        "info",
        "Тізбенің соңғы элементінен кейін нүкте қойылады: {words}",
        "После последнего элемента перечня ставится точка: {words}",
        "The last item of the list must end with a full stop: {words}",
    ),
    "check.annex_absent": (
        "error",
        "Сілтеме жасалған қосымша актіде жоқ: {words}",
        "Приложения, на которое дана ссылка, в акте нет: {words}",
        "The annex that is cited is not in the act: {words}",
    ),
    "check.annex_inner": (
        "warning",
        "Жаңа редакциядағы құжат өзімен бірге берілмеген қосымшаға сілтеме жасайды: {words}",
        "Документ в новой редакции ссылается на своё приложение, которого при нём нет: {words}",
        "The document that is set out anew cites an annex of its own that is not there: {words}",
    ),
    "check.annex_uncited": (
        "warning",
        "Қосымшаға акт мәтінінде сілтеме жоқ: {words}",
        "На приложение нет ссылки в тексте акта: {words}",
        "No line of the act cites the annex: {words}",
    ),
    "check.annex_twice": (
        "error",
        "Екі қосымшаның нөмірі бірдей немесе қосымшалардың нөмірлері ретімен емес: {words}",
        "Номера приложений повторяются или идут не по порядку: {words}",
        "Numbers of annexes repeat or are out of order: {words}",
    ),
    "check.corner_act": (
        "error",
        "Бұрыштық белгідегі күн немесе нөмір актінің күні мен нөміріне сәйкес емес: {words}",
        "Дата или номер в угловом штампе не те, что у акта: {words}",
        "The date or number in the corner mark is not that of the act: {words}",
    ),
    "check.corner_name": (
        "error",
        "Бұрыштық белгі мен пәрмен әртүрлі құжатты атайды: {words}",
        "Угловой штамп и команда называют разные документы: {words}",
        "The corner mark and the command name different documents: {words}",
    ),
    "check.corner_name_short": (
        "info",
        "Бұрыштық белгіде құжаттың атауы толық емес: {words}",
        "В угловом штампе название документа приведено не полностью: {words}",
        "The corner mark gives the document's name in short: {words}",
    ),
    "check.corner_case": (
        "info",
        "Бұрыштық белгідегі септік жалғауы дұрыс емес: {words}",
        "Падеж в угловом штампе неверен: {words}",
        "The case in the corner mark is wrong: {words}",
    ),
    "check.corner_capital": (
        "info",
        "Бұрыштық белгіде актінің түрі бас әріппен жазылған: {words}",
        "Вид акта в угловом штампе написан с прописной буквы: {words}",
        "The kind of act in the corner mark has a capital letter: {words}",
    ),
    "check.form_mark": (
        "info",
        "Толтырылатын орындары бар қосымшада «Нысан» белгісі жоқ: {words}",
        "В приложении с местами для заполнения нет пометы «Форма»: {words}",
        "An annex with blanks to fill in lacks the mark of a form: {words}",
    ),
    "check.hyphen": (
        "info",
        "Сілтемедегі дефис қате жазылған: {words}",
        "Дефис в ссылке стоит неверно: {words}",
        "The hyphen in the reference is missing or stands apart: {words}",
    ),
    "check.case_ending": (
        "info",
        "Сілтемедегі септік немесе тәуелдік жалғауы дұрыс емес: {words}",
        "Падеж в ссылке неверен: {words}",
        "The case ending in the reference is wrong: {words}",
    ),
    "check.number_ending": (
        "info",
        "Санның жалғауы оның айтылуына сәйкес емес: {words}",
        "Наращение при числе неверно: {words}",
        "The ending of the number does not fit it: {words}",
    ),
    "check.unit_twice": (
        "error",
        "Бір бірлікке екі пәрмен берілген: {words}",
        "Одна единица изменяется двумя командами: {words}",
        "Two commands address the same unit: {words}",
    ),
    "check.unit_inside": (
        "warning",
        "Пәрмен басқа пәрмен тұтас өзгертетін бірліктің ішін өзгертеді: {words}",
        "Команда изменяет часть единицы, которую другая команда изменяет целиком: {words}",
        "A command changes part of a unit that another command changes as a whole: {words}",
    ),
    "check.range_overlap": (
        "warning",
        "Көрші бағандардың аралықтары қабаттасады: {words}",
        "Диапазоны соседних граф перекрываются: {words}",
        "The ranges of neighbouring columns overlap: {words}",
    ),
    "check.range_gap": (
        "warning",
        "Көрші бағандардың аралықтары арасында бос орын бар: {words}",
        "Между диапазонами соседних граф есть разрыв: {words}",
        "There is a gap between the ranges of neighbouring columns: {words}",
    ),
    "check.row_order": (
        "warning",
        "Жолдардың нөмірлері ретімен емес: {words}",
        "Номера строк идут не по порядку: {words}",
        "The row numbers are out of order: {words}",
    ),
    "check.row_missing": (
        "warning",
        "Жолдың нөмірі жоқ: {words}",
        "Пропущен номер строки: {words}",
        "A row number is missing: {words}",
    ),
    "check.reference_gone": (
        "error",
        "Алып тасталатын бірлікке сілтеме жасалған: {words}",
        "Ссылка на единицу, которая исключается: {words}",
        "The reference is to a unit that will not exist: {words}",
    ),
    "check.announced": (
        "warning",
        "Жарияланған өзгерістер мен толықтырулар пәрмендерге сәйкес емес: {words}",
        "Объявленные изменения и дополнения не соответствуют командам: {words}",
        "The changes or additions announced are not those that the commands make: {words}",
    ),
    "check.term_forms": (
        "warning",
        "Бір термин екі түрлі жазылған: {words}",
        "Один термин записан двумя способами: {words}",
        "One term is written in two ways: {words}",
    ),
    "check.term_case": (
        "info",
        "Термин анықталғандағыдай әріппен жазылмаған: {words}",
        "Термин написан не с той буквы, с которой определён: {words}",
        "The term does not begin with the letter that it was defined with: {words}",
    ),
    "check.joined_apart": (
        "info",
        "Бір сөз бірге де, бөлек те жазылған: {words}",
        "Одно слово написано и слитно, и раздельно: {words}",
        "One word is written together and apart: {words}",
    ),
    "check.institution": (
        "info",
        "Бір мекеме екі түрлі аталған: {words}",
        "Один орган назван двумя способами: {words}",
        "One institution is called in two ways: {words}",
    ),
    "check.entry_missing": (
        "error",
        "Қолданысқа енгізу туралы норма жоқ",
        "Нет нормы о введении в действие",
        "There is no clause on entry into force",
    ),
    "check.execution_missing": (
        "warning",
        "Орындау немесе бақылау туралы норма жоқ",
        "Нет нормы об исполнении или контроле",
        "There is no clause on execution or control",
    ),
    "check.spaces": (
        "info",
        "Бос орын артық немесе жетіспейді: {words}",
        "Лишний или пропущенный пробел: {words}",
        "A space is missing or too many: {words}",
    ),
    "check.doubled_word": (
        "info",
        "Сөз қайталанған: {words}",
        "Слово повторено: {words}",
        "A word stands twice: {words}",
    ),
    "check.foreign_letters": (
        "info",
        "Сөздің ішінде басқа әліпбидің әрпі бар: {words}",
        "Внутри слова буква другого алфавита: {words}",
        "A word holds letters of another alphabet: {words}",
    ),
    "check.spelling": (
        "info",
        "Жазылуы дұрыс емес: {words}",
        "Написано неверно: {words}",
        "This is misspelt: {words}",
    ),
    "check.words_lost": (
        "warning",
        "Жолдың сөздері түсіп қалған: {words}",
        "В строке пропущены слова: {words}",
        "Words of the line are missing: {words}",
    ),
    "check.numbering": (
        "warning",
        "Нөмірлер ретімен емес: {words}",
        "Номера идут не по порядку: {words}",
        "The numbers are out of order: {words}",
    ),
}

_LONGEST = 160


def alarm(
    code: str, words: str, place: Place, *, command: str | None = None, candidates: tuple[str, ...] = ()
) -> Finding:
    """Return the finding ``code`` about the draft's own ``words``. Raises KeyError for a code not in the catalogue."""
    severity, kaz, rus, eng = CATALOGUE[code]
    shown = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3]}…"
    message = Message(kaz.format(words=shown), rus.format(words=shown), eng.format(words=shown))
    return Finding(code, severity, message, place, words, command, candidates)
