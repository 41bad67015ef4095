"""What is measured, and against what."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.timing import Ratio, ratio

ROOT = Path(__file__).parent.parent
ORDER = ROOT / "corpus" / "V2400035172" / "kaz.txt"


def start_up() -> Ratio:
    """``lexkz --help`` against the imports that a command which reads a PDF needs at the least."""
    floor = "import lxml.etree, click, pdfplumber"
    return ratio(
        "start-up: lexkz --help",
        lambda: _python(
            "-c", "import sys; sys.argv = ['lexkz', '--help']; from lexkz.workspace.cli import main; main()"
        ),
        lambda: _python("-c", floor),
        against=floor,
        limit=0.4,
    )


def reading() -> Iterator[Ratio]:
    """The order, from text to Akoma Ntoso to commands to the published text."""
    from lxml import etree

    from lexkz.akn import canonical
    from lexkz.amendment.annotate import annotate
    from lexkz.amendment.reader import read_commands
    from lexkz.publication import export_text, reading_json
    from lexkz.structure import load

    act = load(ORDER)
    marked, found = annotate(act)
    data = canonical.serialise(marked.root)

    def floor() -> bytes:
        return etree.tostring(etree.fromstring(data))

    xml = "parse and write the XML"
    yield ratio("the order's text to Akoma Ntoso", lambda: load(ORDER), floor, against=xml, limit=120)
    yield ratio("its commands", lambda: read_commands(act), floor, against=xml, limit=60)
    yield ratio("its XML written", lambda: canonical.serialise(marked.root), floor, against=xml, limit=5)
    yield ratio("its text exported", lambda: export_text(marked), floor, against=xml, limit=5)
    yield ratio("its commands as JSON", lambda: reading_json(found), floor, against=xml, limit=4)


def building() -> Ratio:
    """A build with nothing to do against one from nothing."""
    from lexkz.workspace.build import build

    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(ROOT / "corpus", root / "corpus")

        def anew() -> None:
            shutil.rmtree(root / "published", ignore_errors=True)
            build(root)

        anew()
        return ratio(
            "lexkz build with nothing to do",
            lambda: build(root),
            anew,
            against="a whole build",
            limit=0.1,
            rounds=3,
        )


def _python(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
