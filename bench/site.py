"""The page of a large act, held against reading and writing its XML."""

from collections.abc import Iterator

from bench.timing import Ratio, ratio

_WORDS = ("уполномоченный", "орган", "по", "результатам", "рассмотрения", "заявления", "направляет", "уведомление")


def site() -> Iterator[Ratio]:
    """An act of 2,000 units as chapters of HTML."""
    import tempfile
    from pathlib import Path

    from lxml import etree

    from lexkz.akn import canonical
    from lexkz.publication.web import Beside, chapters
    from lexkz.structure import load

    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "act.txt"
        source.write_text(_text())
        act = load(source)
    data = canonical.serialise(act.root)
    yield ratio(
        "an act of 2,000 units as HTML",
        lambda: chapters(act, Beside()),
        lambda: etree.tostring(etree.fromstring(data)),
        against="parse and write the XML",
        limit=25,
        rounds=3,
    )


def _text() -> str:
    lines = ["Тестовый приказ о больших правилах", "", "ПРИКАЗЫВАЮ:"]
    for number in range(1, 401):
        said = " ".join(_WORDS[(number + place) % len(_WORDS)] for place in range(14))
        lines += [f"{number}. {said}:", *(f"{place}) {said}{';' if place < 4 else '.'}" for place in range(1, 5))]
    return "\n".join(lines)
