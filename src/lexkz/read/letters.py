"""What readers say of the letters of a file: they were read by the map of an old font, or are rubbish."""

from collections.abc import Mapping

from lexkz.findings import Finding, Message, Place
from lexkz.languages.old_fonts import in_letters, old_codes, old_font


def modern(text: str) -> tuple[str, Finding | None]:
    """Return ``text`` with the letters that it prints, and the finding that says so where an old font set it."""
    letters = of_old_font(text)
    return (in_letters(text, letters), font_map(letters, text)) if letters else (text, None)


def of_old_font(text: str) -> Mapping[str, str] | None:
    """Return the map of the old font that a text is set in; None where it is in none, as one look tells of most."""
    return None if old_codes().isdisjoint(text) else old_font(text)


def font_map(letters: Mapping[str, str], text: str) -> Finding:
    """Return the finding for a file in an old font, whose codes were read as the letters that it prints: those of them
    that stand in ``text``."""
    pairs = ", ".join(f"{old}→{new}" for old, new in letters.items() if old in text)
    return Finding(
        code="read.font_map",
        severity="warning",
        message=Message(
            kaz="Файл ескі қаріппен терілген, оның таңбалары басқа әріптерді білдіреді: әріптер кесте бойынша "
            "ауыстырылды, мәтінді тексеріңіз.",
            rus="Файл набран старым шрифтом, знаки которого обозначают другие буквы: они заменены по таблице, "
            "проверьте текст.",
            eng="The file is set in an old font whose codes stand for other letters: they were read by a table; check "
            "the text.",
        ),
        text=pairs,
    )


def font_wrong(place: Place, text: str) -> Finding:
    """Return the finding for a stretch whose font tells wrong letters: it is like no text of our languages."""
    return Finding(
        code="read.font_map",
        severity="error",
        message=Message(
            kaz="Беттің қарпі басқа әріптерді көрсетеді: оқылған әріптер қазақ немесе орыс мәтініндегідей емес.",
            rus="Шрифт страницы сообщает не те буквы: прочитанное не похоже на казахский или русский текст.",
            eng="The font of the page tells wrong letters: what was read is like no Kazakh or Russian text.",
        ),
        place=place,
        text=text,
    )


def letters_changed(pair: tuple[str, str]) -> Finding:
    """Return the finding for a file whose font tells two letters for each other, as its words show."""
    one, other = pair
    return Finding(
        code="read.font_map",
        severity="error",
        message=Message(
            kaz=f"Файлдың қарпі «{one}» және «{other}» әріптерін шатастыратын сияқты: сөздер осыны көрсетеді.",
            rus=f"Шрифт файла, видимо, путает буквы «{one}» и «{other}»: это видно по словам.",
            eng=f"The font of the file seems to tell “{one}” and “{other}” for each other, as its words show.",
        ),
        text=f"{one} ↔ {other}",
    )
