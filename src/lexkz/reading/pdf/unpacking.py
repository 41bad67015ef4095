"""Streams of a PDF measured before anything unpacks them, so that no bomb goes off."""

import re
import zlib
from base64 import a85decode
from binascii import unhexlify

from lexkz.reading.blocks import SourceError
from lexkz.reading.pdf.limits import PdfLimits

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 1024
"""Bytes before a stream in which its dictionary is looked for."""
_CHUNK = 1024 * 1024
_LAYERS = 4
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_IMAGE = re.compile(rb"/Subtype\s*/Image")
_OLD = re.compile(rb"/(?:RunLengthDecode|RL|LZWDecode|LZW)(?![A-Za-z])|/(?:Filter|F)\s+\d+\s+\d+\s+R")
"""Ways to pack that no program has used for long, or one that is told elsewhere in the file."""
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx)(?![A-Za-z])")
_WIDE = re.compile(rb"/(?:Columns|Colors)\s+(\d+)")
_COLUMNS = 65_536
_SMALL = 64 * 1024
"""Bytes: what is packed in the old ways, or written in letters, is looked into from this size on."""


def unpacked(data: bytes, name: str, limits: PdfLimits) -> None:
    """Unpack all streams, keeping nothing. Raise SourceError where they make more than ``limits`` allow: all together,
    or one picture by itself, since pictures are not unpacked to read a page."""
    total = 0
    for found in _STREAM.finditer(data):
        before = data[max(found.start() - _DICTIONARY, 0) : found.start()]
        dictionary = _ESCAPE.sub(lambda match: unhexlify(match[1]), before[max(before.rfind(b" obj"), 0) :])
        image = bool(_IMAGE.search(dictionary))
        if not image and any(int(match[1][:12]) > _COLUMNS for match in _WIDE.finditer(dictionary)):
            raise damaged(name)
        end = data.find(b"endstream", found.end())
        packed = memoryview(data)[found.end() : end if end >= 0 else len(data)]
        if not image and len(packed) > _SMALL and _LETTERS.search(dictionary):
            packed = memoryview(_plain(bytes(packed)))
        size = _size(packed if _is_zlib(packed[:2]) else memoryview(data)[found.end() :], limits.unpacked - total)
        old = not image and not size and len(packed) > _SMALL and _OLD.search(dictionary)
        if size > (limits.unpacked if image else limits.unpacked - total) or old:
            raise SourceError(
                f"{name} unpacks to more than {limits.unpacked // 1024 // 1024} MB: give a PDF that holds one act."
            )
        total += 0 if image else size


def damaged(name: str) -> SourceError:
    """Return the refusal of a file that breaks the rules of its format."""
    return SourceError(f"{name} is damaged and cannot be read as a PDF: fetch or save it again.")


def _plain(letters: bytes) -> bytes:
    """Return what is written in letters, base 85 or 16, as far as it can be read."""
    text = letters.strip()
    for read in (_base85, _base16):
        try:
            return read(text)
        except ValueError:
            continue
    return b""


def _base85(text: bytes) -> bytes:
    return a85decode(text.removeprefix(b"<~").partition(b"~")[0])


def _base16(text: bytes) -> bytes:
    return unhexlify(b"".join(text.partition(b">")[0].split()))


def _is_zlib(head: memoryview | bytes) -> bool:
    return len(head) >= 2 and head[0] & 0x0F == 8 and (head[0] * 256 + head[1]) % 31 == 0


def _size(packed: memoryview, most: int, layer: int = 0) -> int:
    """Return how large a packed stream is with all that is packed in it, counted up to a little above ``most``."""
    if not _is_zlib(packed[:2]):
        return 0
    unpacker = zlib.decompressobj()
    size, at = 0, 0
    rest: bytes = b""
    inner = bytearray()
    try:
        while size <= most and not unpacker.eof:
            if not rest:
                if at >= len(packed):
                    break
                rest = bytes(packed[at : at + _CHUNK])
                at += _CHUNK
            made = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
            # A stream packed twice is unpacked again from what the first layer gives.
            if inner or (size == 0 and layer < _LAYERS and _is_zlib(made[:2])):
                inner += made
            size += len(made)
    except zlib.error:
        pass
    return size + (_size(memoryview(inner), most - size, layer + 1) if inner and size <= most else 0)
