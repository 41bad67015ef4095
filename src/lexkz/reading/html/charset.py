"""From the bytes of a page to its characters: by mark, by what the page declares, else by what the bytes are."""

import codecs
import re

from lexkz.reading import encoding

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
UNREADABLE = "\ufffd"
"""What stands for bytes that are no character."""
_FEW = 1000
"""Characters of a page for each that may be unreadable."""
_HEAD = 4096
"""Bytes in which a page declares its characters; HTML asks for 1024."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a page; raises SourceError for bytes that are no text.

    A declaration is believed if the bytes agree with it: pages saved again often declare what they were before.
    """
    declared = None
    if not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        declared = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    if declared:
        text = _declared(data, declared[1])
        if text is not None and text.strip() and "\x00" not in text:
            return text.removeprefix("\ufeff")
    return encoding.decode(data, name)


def _declared(data: bytes, charset: bytes) -> str | None:
    try:
        known = _python_name(charset)
        text = data.decode(known, "replace" if known == "utf-8" else "strict")
    except (LookupError, UnicodeError):
        return None
    # A page cut or pasted together can hold a few bytes that are no characters; more say that it is not in UTF-8.
    return text if text.count(UNREADABLE) * _FEW <= len(text) else None


def _python_name(declared: bytes) -> str:
    wanted = declared.decode("ascii").lower()
    # A page cannot declare UTF-16 in ASCII bytes; browsers read UTF-8 then.
    if wanted.startswith("utf-16"):
        return "utf-8"
    known = codecs.lookup(wanted).name
    # Codecs such as "rot13" or "zip" are no character sets.
    if known in ("utf-8", "ascii") or re.match(r"cp\d|iso8859|koi8|kz1048|ptcp|mac-|latin", known):
        return known
    raise LookupError(known)
