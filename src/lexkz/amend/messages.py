"""The findings of this package: their codes, how grave they are, and what they say in three languages."""

from lexkz.findings import Finding, Message, Place, Severity

_NOWHERE = Place()

CATALOGUE: dict[str, tuple[Severity, str, str, str]] = {
    "amend.unread": (
        "error",
        "Бұл сөйлем түсініксіз, ешбір пәрменге жатқызылмады: {words}",
        "Предложение не прочитано и ни к чему не отнесено: {words}",
        "This sentence was not understood and is claimed by nothing: {words}",
    ),
    "amend.partly_read": (
        "error",
        "Бұйрықтың мына сөздері түсініксіз, қалғаны оқылды, оны адам растауы керек: {words}",
        "Не поняты слова команды, остальное прочитано и ждёт подтверждения человека: {words}",
        "These words of the command were not understood; the rest was read, and a person must confirm it: {words}",
    ),
    "amend.entry_unread": (
        "error",
        "Қолданысқа енгізілуі туралы мына сөздер түсініксіз, сондықтан пәрмендер шешім күтеді: {words}",
        "Не понято, что сказано о введении в действие, поэтому команды ждут решения: {words}",
        "What is said of entry into force was not understood, so the commands wait for a decision: {words}",
    ),
    "amend.context_unread": (
        "error",
        "Алдыңғы жол түсініксіз, сондықтан бұл өзгерістің қай жерге жататыны белгісіз: {words}",
        "Строка выше не прочитана, поэтому неизвестно, к чему относится это изменение: {words}",
        "A line above was not understood, so where this command acts is not known: {words}",
    ),
    "amend.range_unreadable": (
        "error",
        "Нөмірлер аралығы анық емес: {words}",
        "Диапазон номеров неясен: {words}",
        "The range of numbers cannot be told: {words}",
    ),
    "amend.content_missing": (
        "error",
        "Жаңа мәтін берілмеген: {words}",
        "Новый текст не приведён: {words}",
        "The new text is not given: {words}",
    ),
    "amend.content_unclaimed": (
        "error",
        "Тырнақшадағы мәтін ешбір пәрменге жатпайды: {words}",
        "Текст в кавычках не относится ни к одной команде: {words}",
        "The quoted text belongs to no command: {words}",
    ),
    "amend.number_mismatch": (
        "error",
        "Жаңа мәтіннің нөмірі өзгертілетін бірліктің нөмірі емес: {words}",
        "Номер в новом тексте не тот, что у изменяемой единицы: {words}",
        "The number in the new text is not that of the unit addressed: {words}",
    ),
    "amend.alinea_numbered": (
        "error",
        "Пәрмен нөмірсіз абзацты атайды, ал жаңа мәтін нөмірмен басталады: {words}",
        "Команда называет абзац без номера, а новый текст начинается с номера: {words}",
        "The command addresses an unnumbered абзац, but the new text begins with a number: {words}",
    ),
    "amend.range_unfilled": (
        "error",
        "Пәрмен атаған бірліктер мен жаңа мәтіндегі бірліктер сәйкес келмейді: {words}",
        "Единицы, названные командой, и единицы нового текста не совпадают: {words}",
        "The units that the command names and those of the new text differ: {words}",
    ),
    "amend.pairs_unequal": (
        "error",
        "Ескі және жаңа сөздердің саны тең емес: {words}",
        "Число старых и новых слов не равно: {words}",
        "The numbers of old and new words differ: {words}",
    ),
    "amend.words_empty": (
        "error",
        "Тырнақшаның ішінде сөз жоқ: {words}",
        "В кавычках нет слов: {words}",
        "There are no words between the quotes: {words}",
    ),
    "amend.place_doubtful": (
        "error",
        "Жаңа бірліктің нөмірі мен ол қасына қойылатын бірлік әртүрлі орынды айтады: {words}",
        "Номер новой единицы и единица, рядом с которой её ставят, говорят о разных местах: {words}",
        "The number of the new unit and the unit beside which it is put tell different places: {words}",
    ),
    "amend.numbers_unequal": (
        "error",
        "Ескі және жаңа нөмірлердің саны тең емес: {words}",
        "Число прежних и новых номеров не равно: {words}",
        "The numbers of old and of new units differ: {words}",
    ),
    "amend.annex_missing": (
        "error",
        "Пәрмен сілтеген қосымша жоқ: {words}",
        "Приложения, на которое ссылается команда, нет: {words}",
        "The annex that the command cites is not there: {words}",
    ),
    "amend.corner_mark": (
        "error",
        "Пәрмен мен қосымшаның бұрыштық белгісі әртүрлі қосымшаны атайды: {words}",
        "Команда и угловой штамп приложения называют разные приложения: {words}",
        "The command and the annex's corner mark name different annexes: {words}",
    ),
    "amend.corner_name": (
        "error",
        "Қосымшаның бұрыштық белгісі пәрмен атағаннан басқа құжатты атайды: {words}",
        "Угловой штамп приложения называет другой документ, чем команда: {words}",
        "The annex's corner mark names another document than the command: {words}",
    ),
    "amend.conflict": (
        "error",
        "Актінің пәрмендері бір бірлік туралы бір-біріне қайшы: {words}",
        "Команды акта противоречат друг другу об одной единице: {words}",
        "Commands of the act contradict one another about one unit: {words}",
    ),
    "amend.title_differs": (
        "error",
        "Актінің тақырыбы мен мәтіні өзгертілетін актінің әртүрлі күнін, нөмірін немесе атауын келтіреді: {words}",
        "Заголовок и текст акта называют разные дату, номер или название изменяемого акта: {words}",
        "The act's title and its text give the amended act different dates, numbers or titles: {words}",
    ),
    "amend.instrument_ambiguous": (
        "error",
        "Бұл атау бірнеше құжатқа сәйкес келеді: {words}",
        "Это название подходит к нескольким документам: {words}",
        "This name fits several approved acts: {words}",
    ),
    "amend.base_unknown": (
        "error",
        "Қай актіге өзгеріс енгізілетіні айтылмаған: {words}",
        "Не сказано, в какой акт вносится изменение: {words}",
        "Which act is amended is not said: {words}",
    ),
    "amend.context_of_several": (
        "error",
        "Бір жол бірнеше бірлікті ашады: {words}",
        "Одна строка открывает несколько единиц: {words}",
        "One line opens several units: {words}",
    ),
    "amend.ambiguous": (
        "error",
        "Сөйлемді бірнеше түрлі оқуға болады: {words}",
        "Предложение можно прочитать по-разному: {words}",
        "The sentence can be read in several ways: {words}",
    ),
    "amend.address_doubtful": (
        "error",
        "Аталған бірліктердің бірі екіншісінің ішінде тұра алмайды: {words}",
        "Одна из названных единиц не может стоять внутри другой: {words}",
        "One of the units named cannot stand within the other: {words}",
    ),
    "amend.address_shared": (
        "error",
        "Соңғы бірлік қайда тұрғаны айтылмаған: {words}",
        "Не сказано, где стоит последняя из названных единиц: {words}",
        "Where the last of the units named stands is not said: {words}",
    ),
    "amend.context_doubtful": (
        "error",
        "Бірлік жоғарыдағы жол ашқан бірліктің ішінде ме, әлде одан кейін бе, белгісіз: {words}",
        "Неясно, стоит ли единица внутри той, что открыта строкой выше, или после неё: {words}",
        "Whether the unit stands within the one that a line above opened, or after it, is not certain: {words}",
    ),
    "amend.context_closed": (
        "error",
        "Жоғарыдағы жол ашқан бірлік одан кейінгі пәрменмен жабылған; бұл пәрменнің орны айтылмаған: {words}",
        "Единицу, открытую строкой выше, закрыла следующая команда; к чему относится эта, не сказано: {words}",
        "The unit that a line above opened was closed by a command since; where this one acts is not said: {words}",
    ),
    "amend.unit_unplaced": (
        "error",
        "Бұл бірлік қай баптың ішінде екені айтылмаған: {words}",
        "Не сказано, в какой статье стоит эта единица: {words}",
        "In which article this unit stands is not said: {words}",
    ),
    "amend.point_unplaced": (
        "error",
        "Бұл бірлік қай тармақтың ішінде екені айтылмаған: {words}",
        "Не сказано, в каком пункте стоит эта единица: {words}",
        "In which point this unit stands is not said: {words}",
    ),
    "amend.text_doubtful": (
        "error",
        "«Бүкіл мәтін» бүкіл актінің мәтіні ме, әлде жоғарыда ашылған бірліктің мәтіні ме, белгісіз: {words}",
        "Неясно, весь текст акта или только текст единицы, открытой строкой выше: {words}",
        "Whether the whole text of the act is meant, or that of the unit opened above, is not certain: {words}",
    ),
    "amend.exception_unread": (
        "error",
        "Пәрменнен шығарып тасталған бөлігі қолданылмайды: {words}",
        "Исключение из команды не может быть применено: {words}",
        "What is excepted from the command cannot be left out of it: {words}",
    ),
    "amend.range_doubtful": (
        "error",
        "Бұл аралық па, әлде бір бірліктің нөмірі ме, белгісіз: {words}",
        "Неясно, диапазон это или номер одной единицы: {words}",
        "Whether this is a range or the number of one unit is not certain: {words}",
    ),
    "amend.other_forms": (
        "error",
        "Сөздердің басқа септіктегі түрлері берілмеген: {words}",
        "Формы слов в других падежах и числах не приведены: {words}",
        "The forms of the words in other cases are not given: {words}",
    ),
    "amend.sign_joined": (
        "warning",
        "Сөзбен аталған тыныс белгісі жаңа сөздерге қосылды: {words}",
        "Знак препинания, названный словом, присоединён к новым словам: {words}",
        "A punctuation mark named in words was joined to the new words: {words}",
    ),
    "amend.unit_unnumbered": (
        "error",
        "Бірліктің нөмірі айтылмаған: {words}",
        "Номер единицы не назван: {words}",
        "The number of a unit is not said: {words}",
    ),
    "amend.place_guessed": (
        "error",
        "Бұл кестенің немесе нысанның атауы деп оқылды, бірақ олай айтылмаған: {words}",
        "Прочитано как название таблицы или формы, хотя так не сказано: {words}",
        "This was read as the name of a table or form, though the text does not say so: {words}",
    ),
    "amend.onward": (
        "error",
        "«Одан әрі мәтін бойынша»: өзгеріс қай жерге дейін қолданылатыны айтылмаған: {words}",
        "«Далее по тексту»: не сказано, до какого места действует изменение: {words}",
        '"And on through the text": how far the change reaches is not said: {words}',
    ),
    "amend.name_suspicious": (
        "error",
        "Құжаттың атауына пәрменнің сөздері кіріп кеткен сияқты: {words}",
        "В название документа, похоже, попали слова команды: {words}",
        "Words of the command seem to have got into the name of an act: {words}",
    ),
    "amend.quote_unclosed": (
        "warning",
        "Жаңа мәтіннің жабатын тырнақшасы жоқ: {words}",
        "Нет закрывающей кавычки нового текста: {words}",
        "The closing quote of the new text is missing: {words}",
    ),
    "amend.this_act": (
        "info",
        "«Осы» деп өзгертілетін актінің қосымшасы аталған: {words}",
        "Словом «настоящий» названо приложение изменяемого акта: {words}",
        'An annex of the act that is amended is called one of "this" act: {words}',
    ),
    "amend.instrument_unknown": (
        "error",
        "Осы сөзбен аталған құжат бұған дейін толық аталмаған: {words}",
        "Документ, названный этим словом, раньше полностью не назван: {words}",
        "The approved act meant by this word has not been named in full before: {words}",
    ),
    "amend.name_shortened": (
        "info",
        "Құжаттың атауы қысқартылып жазылған: {words}",
        "Название документа приведено не полностью: {words}",
        "The approved act's name is given in short: {words}",
    ),
    "amend.hyphen_missing": (
        "info",
        "Нөмір мен сөздің арасында дефис жоқ: {words}",
        "Нет дефиса между номером и словом: {words}",
        "The hyphen between number and word is missing: {words}",
    ),
    "amend.comma_stray": (
        "info",
        "Нөмірлер тізімі мен оның бірлігінің арасында артық үтір бар: {words}",
        "Лишняя запятая между перечнем номеров и его единицей: {words}",
        "A stray comma stands between a list of numbers and its unit: {words}",
    ),
    "amend.case_slip": (
        "info",
        "Септік жалғауы дұрыс емес: {words}",
        "Падежное окончание неверно: {words}",
        "The case ending is wrong: {words}",
    ),
    "amend.space_missing": (
        "info",
        "Сөз бен нөмірдің арасында бос орын жоқ: {words}",
        "Нет пробела между словом и номером: {words}",
        "The blank between word and number is missing: {words}",
    ),
    "amend.space_in_number": (
        "info",
        "Нөмірдің ішінде артық бос орын бар: {words}",
        "Внутри номера лишний пробел: {words}",
        "There is a blank within a number: {words}",
    ),
    "amend.brackets_unsaid": (
        "error",
        "Сөздер жақша ішінде делінген, бірақ тырнақшада жақша жоқ, жақшаның қалатыны белгісіз: {words}",
        "Сказано, что слова стоят в скобках, но в кавычках скобок нет; остаются ли скобки, неясно: {words}",
        "The words are said to stand in brackets and are quoted without; whether the brackets stay is open: {words}",
    ),
    "amend.stretch": (
        "error",
        "Өзгеретін мәтіннің басы мен соңы ғана аталған, сөздердің өзі берілмеген: {words}",
        "Названы лишь начало и конец изменяемого текста, сами слова не приведены: {words}",
        "Only the first and the last words of a stretch are given, not the words themselves: {words}",
    ),
    "amend.brackets_outside": (
        "warning",
        "Сөздердің жақшасы тырнақшаның сыртында тұр; жақшасыз оқылды: {words}",
        "Скобки слов стоят вне кавычек; прочитано без скобок: {words}",
        "The brackets of the words stand outside their quotes; they were read without them: {words}",
    ),
    "amend.spelling": (
        "info",
        "Жазылуы әдеттегіден өзгеше: {words}",
        "Написание отличается от обычного: {words}",
        "The spelling is not the usual one: {words}",
    ),
    "amend.line_broken": (
        "info",
        "Тырнақшадағы сөздердің ортасында жаңа абзац басталған, екі абзац бірге оқылды: {words}",
        "Внутри слов в кавычках начинается новый абзац; два абзаца прочитаны вместе: {words}",
        "A paragraph break stands inside the quoted words; the two paragraphs were read as one: {words}",
    ),
    "amend.quote_shared": (
        "info",
        "Бір тырнақша ішкі дәйексөзді де, сыртқысын да жабады: {words}",
        "Одна кавычка закрывает и внутреннюю, и внешнюю цитату: {words}",
        "One mark closes both the inner and the outer quotation: {words}",
    ),
    "amend.mark_stray": (
        "info",
        "Пәрменнің алдында артық тырнақша тұр: {words}",
        "Перед командой стоит лишняя кавычка: {words}",
        "A stray quotation mark stands before the command: {words}",
    ),
    "amend.words_joined": (
        "info",
        "Пәрменнің сөздері бірігіп кеткен: {words}",
        "Слова команды слились: {words}",
        "Words of the command have run together: {words}",
    ),
    "amend.quotes_mixed": (
        "info",
        "Жаңа мәтін бір түрлі тырнақшамен ашылып, басқа түрлісімен жабылған: {words}",
        "Новый текст открыт кавычкой одного вида, а закрыт кавычкой другого: {words}",
        "The new text is opened by a quote of one kind and closed by one of another: {words}",
    ),
    "amend.quotes_unbalanced": (
        "error",
        "Жаңа мәтіндегі тырнақшалар жұп емес, сондықтан оның қай жерде басталып, қай жерде бітетіні анық емес: {words}",
        "Кавычки нового текста не парные, поэтому неясно, где он начинается и кончается: {words}",
        "The quotes of the new text do not pair, so that where it begins and ends is not certain: {words}",
    ),
    "amend.quote_uncertain": (
        "error",
        "Жаңа мәтіннің жабатын тырнақшасы жоқ, оның қай жерде бітетіні анық емес: {words}",
        "Закрывающей кавычки нет, и неясно, где кончается новый текст: {words}",
        "The closing quote is missing, and where the new text ends is not certain: {words}",
    ),
    "amend.mark_missing": (
        "info",
        "Пәрменнің соңында тыныс белгісі жоқ: {words}",
        "Нет знака в конце команды: {words}",
        "The mark at the end of the command is missing: {words}",
    ),
    "amend.norms": (
        "info",
        "Бұл акт басқа актілердің күшін жояды; қалған жолдары – нормалар, олар ештеңені өзгертпейді",
        "Этот акт признаёт другие утратившими силу; остальные его строки – нормы и ничего не изменяют",
        "This act repeals others; its other lines are norms and change nothing",
    ),
    "amend.nothing_commanded": (
        "error",
        "Акт өзгерістер енгізетінін айтады, бірақ одан бірде-бір пәрмен оқылмады: {words}",
        "Акт говорит, что вносит изменения, но ни одна команда в нём не прочитана: {words}",
        "The act says that it makes changes, but no command could be read in it: {words}",
    ),
    "amend.none_found": (
        "info",
        "Бұл актіде өзгерту пәрмендері табылмады",
        "В этом акте нет команд об изменениях",
        "This act holds no amendment commands",
    ),
}


def finding(
    code: str,
    words: str,
    *,
    place: Place = _NOWHERE,
    command: str | None = None,
    candidates: tuple[str, ...] = (),
) -> Finding:
    """Return the finding ``code`` about the source's own ``words``. Raises KeyError for a code not in the catalogue."""
    severity, kaz, rus, eng = CATALOGUE[code]
    shown = words if len(words) <= 160 else f"{words[:157]}…"
    message = Message(kaz.format(words=shown), rus.format(words=shown), eng.format(words=shown))
    return Finding(code, severity, message, place, words, command, candidates)
