"""From the bytes of a text file to its text: UTF-8, UTF-16, the 8-bit code pages of Kazakhstan, older Russian ones."""

import codecs
import re

from lexkz.languages.detect import detect
from lexkz.languages.language import words_of
from lexkz.languages.old_fonts import in_letters
from lexkz.reading.blocks import SourceError
from lexkz.reading.letters import of_old_font

# What separates lines and pages is text; every other control character is not, and XML cannot hold most of them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


_OTHER_PAGES = ("koi8-r", "cp866")
"""Code pages of older systems, which have no Kazakh letters."""
_SURELY = 3
"""So many times the common words of our own code pages stand in a text of another one."""
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+|[A-Za-z]+")
"""A word of Russian, or in Latin letters."""
_PURE = 0.98
"""So many words of a text are such ones where its code page is the right one."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes, without a byte order mark, lines ended by ``\\n``.

    UTF-16 is known by its mark or by the NULs of its spaces, UTF-8 by its validity; else the file is in an 8-bit
    code page: KZ-1048 (Kazakh letters where Windows-1251 has Serbian and Ukrainian ones) or Windows-1251.
    Raises SourceError for bytes that are no text.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise SourceError(f"{name} is empty: give a file that holds the text of an act.")
    text = _unicode(data, name)
    if text is None:
        text = _eight_bit(data, name)
    return clean(text, name)


def clean(text: str, name: str) -> str:
    """Return ``text`` with line ends as ``\\n`` and without a byte order mark; raise SourceError for control
    characters."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    # Editors of DOS end a file with the sign that ended it there.
    text = re.sub(r"\s*\x1a[\x1a\x00]*\Z", "\n", text) if text.endswith(("\x1a", "\x00")) and "\x1a" in text else text
    # Old line printers' vertical tab is Word's manual line break when it saves as text.
    text = text.replace("\x0b", "\n")
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        code = f"U+{ord(found.group()):04X}"
        raise SourceError(
            f"{name} holds the control character {code} in line {line}: save it as plain text in UTF-8 and try again."
        )
    if not text.strip():
        raise SourceError(f"{name} is empty: give a file that holds the text of an act.")
    return text


def _unicode(data: bytes, name: str) -> str | None:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        encoding = "utf-32"
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif b"\x00" in data:
        guessed = _unmarked_utf32(data) or _unmarked_utf16(data)
        if guessed is None:
            raise _binary(name)
        encoding = guessed
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return None
        raise _binary(name) from None


def _unmarked_utf32(data: bytes) -> str | None:
    """Return the byte order of UTF-32 without a mark: the two high bytes of each letter are 00."""
    if len(data) % 4:
        return None
    for encoding, high in (("utf-32-le", (data[2::4], data[3::4])), ("utf-32-be", (data[0::4], data[1::4]))):
        if not any(any(part) for part in high):
            return encoding
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the byte order of UTF-16 without a mark: high bytes are 00 or 04 (Cyrillic) nearly always."""
    if len(data) % 2:
        return None
    for encoding, high in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if sum(byte in (0x00, 0x04, 0x20) for byte in high) >= 0.95 * len(high) and 0x04 in high:
            return encoding
    return None


def _eight_bit(data: bytes, name: str) -> str:
    if sum(byte < 0x20 and byte not in b"\t\n\x0b\x0c\r" for byte in data) > len(data) / 100:
        raise _binary(name)
    texts: list[str] = []
    for encoding in ("kz1048", "cp1251"):
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not texts:
        raise _binary(name)
    if len(texts) == 2 and (old := of_old_font(texts[1])) and in_letters(texts[1], old) != texts[0]:
        # Old fonts are read from Windows-1251.
        return texts[1]
    other = _of_macintosh(data, texts[-1]) or _other_page(data, texts[-1])
    if other is not None:
        return other
    # The code pages differ in the Kazakh letters only; the one in which the text is a language we know is the right
    # one.
    return next((text for text in texts if detect(text) is not None), texts[0])


def _of_macintosh(data: bytes, text: str) -> str | None:
    """Return the text of bytes in the Cyrillic code page of the Macintosh, which has the small letters of ours, but
    for «я», and other capitals: «Џриказ» is «Приказ»; None where ``text``, that of our page, is as likely."""
    other = data.decode("mac-cyrillic")
    words, own = _WORD.findall(other), _WORD.findall(text)
    right = sum(_PLAIN.fullmatch(word) is not None for word in words)
    if len(words) < _SURELY or right < _PURE * len(words):
        return None
    strange = sum(_PLAIN.fullmatch(word) is None for word in own)
    return other if strange >= _SURELY and detect(other) == "rus" else None


def _other_page(data: bytes, text: str) -> str | None:
    """Return the text of bytes in a code page of older systems, where many more of its words are common ones than in
    ours («рТЙЛБЪ» is «Приказ» in KOI8-R); None where they are not."""
    best = _plain_words(text)
    found: tuple[int, str] | None = None
    for encoding in _OTHER_PAGES:
        try:
            other = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        count = _plain_words(other)
        if count >= _SURELY * max(best, 1) and (found is None or count > found[0]) and detect(other) is not None:
            found = count, other
    return found[1] if found else None


def _plain_words(text: str) -> int:
    """Return how many words of a text are frequent ones of Russian."""
    common = words_of("rus").traits.words
    return sum(word.lower() in common for word in _WORD.findall(text))


def _binary(name: str) -> SourceError:
    return SourceError(f"{name} is a binary file, not text: give the act as plain text in UTF-8.")
