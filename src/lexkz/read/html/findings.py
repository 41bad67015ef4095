"""What a reader of HTML has to say: parts of a page that are no text, and text that the page hides."""

from collections.abc import Iterator

from lexkz.findings import Finding, Message
from lexkz.read.findings import LONGEST, nested_table, struck_text
from lexkz.read.html.walk import Context
from lexkz.read.marked.characters import squeezed


def said(context: Context) -> Iterator[Finding]:
    """Yield what the walks through a page or through fragments left out, or kept in doubt."""
    if context.embedded:
        yield embedded(len(context.embedded), tuple(sorted(set(context.embedded))))
    for texts, finding in (
        (context.hidden, hidden),
        (context.deleted, deleted),
        (context.struck, struck_text),
        (context.generated, generated),
        (context.nested, nested_table),
    ):
        whole = " … ".join(found for part in texts if (found := squeezed(part).strip()))
        if whole:
            yield finding(whole)


def embedded(count: int, kinds: tuple[str, ...]) -> Finding:
    """The page holds ``count`` pictures or other embedded things, which are not read."""
    what = ", ".join(kinds)
    return Finding(
        "read.embedded",
        "warning",
        Message(
            f"Беттегі {count} сурет немесе кірістірілген нысан ({what}) оқылмады: ондағы мәтін жетіспейді.",
            f"Рисунки и встроенные объекты страницы ({what}), всего {count}, не прочитаны: текста в них здесь нет.",
            f"{count} pictures or embedded objects ({what}) were not read: text in them is missing.",
        ),
    )


def hidden(text: str) -> Finding:
    """The page hides ``text``, which is therefore no text of the act."""
    return Finding(
        "read.hidden_text",
        "warning",
        Message(
            "Бетте көрсетілмейтін мәтін бар: ол алынбады.",
            "На странице есть скрытый текст: он не взят.",
            "The page hides some text: it was left out.",
        ),
        text=text[:LONGEST],
    )


def deleted(text: str) -> Finding:
    """The page marks ``text`` as deleted."""
    return Finding(
        "read.deleted_text",
        "warning",
        Message(
            "Жойылған деп белгіленген мәтін бар: ол алынбады.",
            "Есть текст, помеченный как удалённый: он не взят.",
            "Some text is marked as deleted: it was left out.",
        ),
        text=text[:LONGEST],
    )


def generated(text: str) -> Finding:
    """The page's style sheet prints ``text`` (or counts numbers) that stands in no element of it."""
    return Finding(
        "read.generated_text",
        "error",
        Message(
            "Беттің стилі мәтінде жоқ сөздерді не нөмірлерді басып шығарады: олар оқылмады.",
            "Стиль страницы печатает слова или номера, которых в её тексте нет: они не прочитаны.",
            "The style of the page prints words or numbers that its text does not hold: they were not read.",
        ),
        text=text[:LONGEST],
    )


def unreadable(count: int, text: str) -> Finding:
    """``count`` characters of the page could not be read; ``text`` is where the first of them stands."""
    return Finding(
        "read.unreadable_characters",
        "warning",
        Message(
            f"Беттің {count} таңбасы оқылмады: олардың орнында U+FFFD тұр.",
            f"Не прочитаны знаки страницы ({count}): на их месте стоит U+FFFD.",
            f"{count} characters of the page could not be read: U+FFFD stands in their place.",
        ),
        text=text,
    )


def status(text: str) -> Finding:
    """What the page says of the act's force."""
    return Finding(
        "read.status",
        "info",
        Message(
            f"Актінің беттегі мәртебесі: {text}.", f"Статус акта на странице: {text}.", f"Status on the page: {text}."
        ),
        text=text,
    )
