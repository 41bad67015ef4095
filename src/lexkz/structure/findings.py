"""The findings of structure: quotes and numbers that do not add up."""

from lexkz.findings import Finding, Message, Place
from lexkz.read.blocks import Place as SourcePlace
from lexkz.structure.lines import Line
from lexkz.structure.quoted import Quoted


def _place(origin: SourcePlace | None, eid: str) -> Place:
    return Place(origin.page, origin.line, eid or None) if origin is not None else Place(eid=eid or None)


def quote_unclosed(quoted: Quoted, eid: str) -> Finding:
    """The closing quote of quoted content is missing."""
    return Finding(
        "structure.quote_unclosed",
        "warning",
        Message(
            "Дәйексөзді жабатын тырнақша жоқ: мазмұны келесі нұсқауға дейін алынды.",
            "Нет закрывающей кавычки: содержание взято до следующего указания.",
            "The closing quote is missing: the content was taken up to the next instruction.",
        ),
        _place(quoted.instruction.place, eid),
        text=quoted.instruction.text,
    )


def quote_unopened(quoted: Quoted, eid: str) -> Finding:
    """The opening quote of quoted content is missing."""
    return Finding(
        "structure.quote_unopened",
        "warning",
        Message(
            "Дәйексөзді ашатын тырнақша жоқ: мазмұны нұсқаудан кейін басталады деп алынды.",
            "Нет открывающей кавычки: содержание взято с первой строки после указания.",
            "The opening quote is missing: the content was taken from the line after the instruction.",
        ),
        _place(quoted.instruction.place, eid),
        text=quoted.instruction.text,
    )


def number_jumps(origin: SourcePlace | None, eid: str, before: str, after: str) -> Finding:
    """A number does not follow the one before it."""
    return Finding(
        "structure.numbering",
        "warning",
        Message(
            f"{before} нөмірінен кейін {after} нөмірі тұр.",
            f"После номера {before} стоит номер {after}.",
            f"Number {after} stands after number {before}.",
        ),
        _place(origin, eid),
    )


def number_unlikely(origin: SourcePlace | None, eid: str, before: str, line: str) -> Finding:
    """A line begins like a point with a large number, but the points before it do not lead there."""
    return Finding(
        "structure.numbering",
        "warning",
        Message(
            f"Жол тармақ сияқты басталады, бірақ {before}-тармақтан кейін ондай нөмір келмейді; мәтін жолы деп алынды.",
            f"Строка начинается как пункт, но после пункта {before} такого номера не ждут; взята как строка текста.",
            f"The line begins like a point, but its number does not come after point {before}; it was taken for text.",
        ),
        _place(origin, eid),
        text=line,
    )


def number_repeats(origin: SourcePlace | None, eid: str, number: str) -> Finding:
    """Two units of one list carry the same number."""
    return Finding(
        "structure.numbering",
        "warning",
        Message(
            f"{number} нөмірі қайталанады.",
            f"Номер {number} повторяется.",
            f"Number {number} occurs more than once.",
        ),
        _place(origin, eid),
    )


def card_differs(what: str, of_card: str, of_text: str) -> Finding:
    """The card and the text name different requisites; the card is believed."""
    return Finding(
        "structure.card_differs",
        "warning",
        Message(
            f"Карточкада «{what}» – {of_card}, мәтінде – {of_text}; карточкадағысы алынды.",
            f"В карточке «{what}» – {of_card}, в тексте – {of_text}; взято из карточки.",
            f"The card has {of_card} for {what}, the text {of_text}; the card is believed.",
        ),
        text=of_text,
    )


def mark_differs(words: str) -> Finding:
    """The corner mark of an approved document names another date or number than the act or its other marks."""
    return Finding(
        "structure.mark_differs",
        "warning",
        Message(
            f"Бекітілген құжаттың бұрыштық белгісі актінің күні мен нөмірін басқаша атайды: {words}",
            f"Угловой штамп утверждённого документа называет дату или номер акта иначе: {words}",
            f"The corner mark of an approved document names the act's date or number in another way: {words}",
        ),
        text=words,
    )


def breaks_lost(line: Line) -> Finding:
    """Lines that stand on one, the breaks between them lost."""
    return Finding(
        "structure.breaks_lost",
        "info",
        Message(
            "Бір жолда бірнеше нұсқау тұр: олар бөлек жолдар ретінде оқылды.",
            "На одной строке стоит несколько указаний: они прочитаны как отдельные строки.",
            "Several instructions stand on one line: they were read as lines of their own.",
        ),
        _place(line.place, ""),
        text=line.text,
    )


def paragraph_joined(line: Line) -> Finding:
    """A paragraph of new text that the source has broken in two."""
    return Finding(
        "structure.paragraph_joined",
        "info",
        Message(
            "Жаңа мәтіннің абзацы екі жолға бөлінген: бір абзац ретінде алынды.",
            "Абзац нового текста разбит на две строки: он взят как один.",
            "A paragraph of new text is broken over two lines: it was taken as one.",
        ),
        _place(line.place, ""),
        text=line.text,
    )
