"""What a PDF can hold that its text does not tell: findings of the reader."""

from lexkz.findings import Finding, Message, Place


def unmapped(page: int, count: int) -> Finding:
    """Return the finding for characters whose font does not tell which letters they are."""
    return Finding(
        code="read.unmapped_characters",
        severity="error",
        message=Message(
            kaz=f"Беттегі {count} таңбаның қай әріп екенін файл айтпайды; олардың орнында \ufffd тұр.",
            rus=f"Файл не сообщает, какие буквы обозначают {count} знаков страницы; на их месте стоит \ufffd.",
            eng=f"The file does not tell which letters {count} characters of the page are; \ufffd stands for them.",
        ),
        place=Place(page=page),
    )


def page_without_text(page: int) -> Finding:
    """Return the finding for a page that is a picture in a file whose other pages have text."""
    return Finding(
        code="read.page_without_text",
        severity="error",
        message=Message(
            kaz="Бұл бет – сурет, мәтіні жоқ: оқылмады.",
            rus="Эта страница – изображение без текста: она не прочитана.",
            eng="This page is a picture without text: it was not read.",
        ),
        place=Place(page=page),
    )


def recognised_text() -> Finding:
    """Return the finding for a scanned file whose text was laid under its pictures by text recognition."""
    return Finding(
        code="read.recognised_text",
        severity="warning",
        message=Message(
            kaz="Файлдың мәтінін бағдарлама беттердің суретінен танып алған: онда қателер болуы мүмкін.",
            rus="Текст файла распознан программой по изображениям страниц: в нём возможны ошибки.",
            eng="The text of the file was recognised by a program from pictures of its pages: it can hold errors.",
        ),
    )


def table_uncertain(page: int, texts: tuple[str, ...]) -> Finding:
    """Return the finding for lines between two parts of a table without borders, at a page end."""
    return Finding(
        code="read.table_uncertain",
        severity="warning",
        message=Message(
            kaz="Сызықсыз кесте бет соңында үзілген: бұл жол кестенің жолы ма, мәтін бе, айту мүмкін емес; мәтін деп "
            "алынды.",
            rus="Таблица без линий прервана концом страницы: строка ли это таблицы или текст, не видно; взято как "
            "текст.",
            eng="A page end cuts a table without borders: whether this is a row of it or text does not show; it was "
            "taken as text.",
        ),
        place=Place(page=page),
        text=" ".join(texts),
    )


def row_uncertain(page: int, texts: tuple[str, ...]) -> Finding:
    """Return the finding for the first row of a page that may go on the last row of the page before."""
    return Finding(
        code="read.table_uncertain",
        severity="warning",
        message=Message(
            kaz="Беттің бірінші жолында басқа жолдарда бар ұяшық бос: ол алдыңғы беттің соңғы жолының жалғасы болуы "
            "мүмкін; жеке жол деп алынды.",
            rus="В первой строке страницы пуста ячейка, которая в других строках заполнена: это может быть "
            "продолжение последней строки прошлой страницы; взято как отдельная строка.",
            eng="The first row of the page lacks a cell that other rows have: it may go on the last row of the page "
            "before; it was taken as a row of its own.",
        ),
        place=Place(page=page),
        text=" ".join(filter(None, texts)),
    )


def columns_uncertain(page: int, texts: tuple[str, ...]) -> Finding:
    """Return the finding for lines with wide white in them that were read from left to right, each as a whole."""
    return Finding(
        code="read.columns_uncertain",
        severity="warning",
        message=Message(
            kaz="Жолдардың ортасында ақ орын бар: олар бағандар болуы мүмкін; солдан оңға қарай оқылды.",
            rus="В строках есть широкие пробелы: возможно, это колонки; строки прочитаны слева направо.",
            eng="The lines have wide white in them and may stand in columns; they were read from left to right.",
        ),
        place=Place(page=page),
        text=" ".join(texts),
    )


def turned_text(page: int, text: str) -> Finding:
    """Return the finding for words across the page that stand in no table: they are set aside as a stamp."""
    return Finding(
        code="read.turned_text",
        severity="warning",
        message=Message(
            kaz="Бетте бұрылған мәтін бар: ол мөр не белгі деп саналып, акт мәтініне алынбады.",
            rus="На странице есть повёрнутый текст: он принят за штамп и в текст акта не взят.",
            eng="The page has turned words: they were taken for a stamp and not into the text of the act.",
        ),
        place=Place(page=page),
        text=text,
    )


def stamped_text(page: int, text: str) -> Finding:
    """Return the finding for large or coloured words over the lines of a page: they are set aside as a stamp."""
    return Finding(
        code="read.stamped_text",
        severity="warning",
        message=Message(
            kaz="Мәтін жолдарының үстінде ірі не түсті жазу бар: ол мөр не белгі деп саналып, акт мәтініне алынбады.",
            rus="Поверх строк текста стоит крупная или цветная надпись: она принята за штамп и в текст акта не взята.",
            eng="Large or coloured words stand over the lines: they were taken for a stamp, not into the text.",
        ),
        place=Place(page=page),
        text=text,
    )


def furniture_uncertain(page: int, text: str) -> Finding:
    """Return the finding for a small line at the edge of a page that may be its head or foot and is kept as text."""
    return Finding(
        code="read.furniture_uncertain",
        severity="warning",
        message=Message(
            kaz="Беттің шетінде, мәтіннен бөлек ұсақ жол тұр: ол беттің колонтитулы болуы мүмкін; мәтінде қалдырылды.",
            rus="На краю страницы, отдельно от текста, стоит мелкая строка: это может быть колонтитул; она оставлена в "
            "тексте.",
            eng="A small line stands at the edge of the page, apart from the text: it may be a head or foot of the "
            "page; it was kept in the text.",
        ),
        place=Place(page=page),
        text=text,
    )


def line_numbers(page: int, text: str) -> Finding:
    """Return the finding for numbers of lines in the margin of a page: they are set aside."""
    return Finding(
        code="read.line_numbers",
        severity="warning",
        message=Message(
            kaz="Беттің жиегінде жолдардың нөмірлері бар: олар актінің мәтініне алынбады.",
            rus="На полях страницы стоят номера строк: в текст акта они не взяты.",
            eng="Numbers of lines stand in the margin of the page: they were not taken into the text of the act.",
        ),
        place=Place(page=page),
        text=text,
    )


def page_in_columns(page: int) -> Finding:
    """Return the finding for a page set in two columns: the left one was read first."""
    return Finding(
        code="read.page_in_columns",
        severity="warning",
        message=Message(
            kaz="Бет екі бағанмен терілген: алдымен сол жағы, содан кейін оң жағы оқылды; абзацтарды тексеріңіз.",
            rus="Страница набрана в две колонки: прочитаны сначала левая, затем правая; проверьте абзацы.",
            eng="The page is set in two columns: the left was read first, then the right; check the paragraphs.",
        ),
        place=Place(page=page),
    )


def hidden_text(page: int, text: str) -> Finding:
    """Return the finding for text that the page holds and does not show, which is therefore no text of the act."""
    return Finding(
        code="read.hidden_text",
        severity="warning",
        message=Message(
            kaz="Файлда бет көрсетпейтін мәтін бар (ақ, жабылған, өте ұсақ, кесілген, мөлдір немесе өшірілген "
            "қабатта): ол алынбады.",
            rus="В файле есть текст, которого страница не показывает (белый, накрытый, слишком мелкий, отсечённый, "
            "прозрачный или в выключенном слое): он не взят.",
            eng="The file holds text that the page does not show (white, covered, tiny, clipped, transparent, or in a "
            "layer that is off): it was left out.",
        ),
        place=Place(page=page),
        text=text,
    )


def remarks(page: int, text: str) -> Finding:
    """Return the finding for remarks that readers pinned to the page: they are no text of the act."""
    return Finding(
        code="read.hidden_text",
        severity="warning",
        message=Message(
            kaz="Бетке оқырмандар жазған ескертпелер бар: олар актінің мәтіні емес, алынбады.",
            rus="К странице приколоты замечания читателей: они не текст акта и не взяты.",
            eng="Remarks of readers are pinned to the page: they are no text of the act and were left out.",
        ),
        place=Place(page=page),
        text=text,
    )


def text_outside(page: int, count: int, text: str) -> Finding:
    """Return the finding for characters beyond the edges of the page, which no print shows: they are not read."""
    return Finding(
        code="read.text_outside_page",
        severity="warning",
        message=Message(
            kaz=f"Бет шегінен тыс, көрінбейтін {count} таңба бар: олар оқылмады.",
            rus=f"За краем страницы, где их не видно, стоят знаки ({count}): они не прочитаны.",
            eng=f"Beyond the edges of the page, where none is seen, stand characters ({count}): they were not read.",
        ),
        place=Place(page=page),
        text=text,
    )


def hyphen_kept(page: int, word: str) -> Finding:
    """Return the finding for a hyphen at a line end of which it is not known whether it only divides a word."""
    return Finding(
        code="read.hyphen_kept",
        severity="info",
        message=Message(
            kaz="Жол соңындағы дефис сөзді тек тасымалдай ма, әлде сөздің өзінікі ме, айту мүмкін емес: қалдырылды.",
            rus="Дефис в конце строки может быть знаком переноса или частью слова, сказать нельзя: он оставлен.",
            eng="A hyphen at a line end may only divide a word or belong to it, which cannot be told: it was kept.",
        ),
        place=Place(page=page),
        text=word,
    )
