"""What is fuzzed: one function a format, each given bytes and allowed to raise nothing but what readers promise."""

from collections.abc import Callable
from importlib import import_module

from lexkz.akn import canonical
from lexkz.amendment.annotate import annotate
from lexkz.reading.blocks import Source, SourceError
from lexkz.reading.source import read_text
from lexkz.structure import build

LONGEST = 20_000
"""Bytes of one input: enough for nesting and tables, little enough for thousands of runs a second."""


def text(data: bytes) -> None:
    """Plain text, through structure and commands: each character is accounted for at most once."""
    try:
        source = read_text(data.decode("utf-8", "replace"), lang="kaz" if data[:1] < b"\x80" else "rus")
    except SourceError:
        return
    act, reading = annotate(build(source))
    if not 0 <= reading.coverage.claimed <= reading.coverage.characters:
        raise AssertionError(reading.coverage)
    canonical.serialise(act.root)


def akn(data: bytes) -> None:
    """Akoma Ntoso: parsed or refused with one sentence, and written the same twice."""
    try:
        root = canonical.parse(data)
    except ValueError:
        return
    written = canonical.serialise(root)
    if canonical.serialise(canonical.parse(written)) != written:
        raise AssertionError("serialising is no fixpoint")


def _format(module: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        read: Callable[..., Source] = import_module(module).read
        try:
            source = read(data, "input", "kaz")
        except SourceError:
            return
        build(source)

    return target


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "akn": akn,
    "html": _format("lexkz.reading.html"),
    "docx": _format("lexkz.reading.docx"),
    "json": _format("lexkz.reading.bank"),
    "pdf": _format("lexkz.reading.pdf"),
}
