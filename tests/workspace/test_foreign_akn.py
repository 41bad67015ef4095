"""Akoma Ntoso of other makers: each verb reads it as far as it can be read, or refuses it in one sentence."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.workspace.cli import main

ROOT = Path(__file__).parent.parent.parent
STANDARD = sorted((ROOT.parent / "shared" / "akn-examples" / "standard").glob("*.xml"))
ORDER = ROOT / "xml" / "V2400035172" / "kaz.xml"
NEW = next((ROOT / "consolidated" / "V2300032875").glob("kaz@*.xml"))
BASE = ROOT / "xml" / "V2300032875" / "kaz.xml"
_OPEN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
_BILL = BASE.read_text(encoding="utf-8").partition("<preface")[0].replace("<act ", "<bill ")

VERBS = (
    "parse F -o O.xml", "commands F", "commands F --json", "explain F cmd_1", "check F", "validate F",
    "export F --to json -o O.json", "export F --to html -o O.html", "export F --to text -o O.txt",
    "export F --to markdown -o O.md", "export F --to docx -o O.docx", "tables F", "tables F --json", "forms F",
    "forms F --json", "diff F F", "diff F B", "verify F F", "consolidate F --by A -o O.xml",
    "consolidate B --by F -o O.xml", "redline F B -o O.docx", "compare-table F B -o O.docx",
    "changes F --by A -o O.docx", "side-by-side F F -o O.docx", "prove F", "rulings new F --by A -o O.toml",
)  # fmt: skip


def _everywhere(text: str) -> str:
    return re.sub(r"(<(?!/|\?|akomaNtoso)[A-Za-z:]+(?: [^<>]*)?(?<!/)>)", r"\1<!-- c --><?p q?>", text)


OWN = {
    "comments everywhere": _everywhere(NEW.read_text(encoding="utf-8")),
    "spans that are no numbers": re.sub("<td", '<td colspan="x" rowspan="-3"', ORDER.read_text(encoding="utf-8")),
    "spans beyond measure": re.sub("<td", '<td colspan="99999999999"', ORDER.read_text(encoding="utf-8")),
    "rows of another name": re.sub(r"(</?)tr\b", r"\1trx", ORDER.read_text(encoding="utf-8")),
    "no metadata": re.sub(r"<meta>.*?</meta>", "", BASE.read_text(encoding="utf-8"), count=1, flags=re.DOTALL),
    "a bill": f"{_BILL}<body><article eId='art_1'><num>Статья 1.</num></article></body></bill></akomaNtoso>",
    "no document": f"{_OPEN[:-1]}/>",
    "another kind of document": f'{_OPEN}<doc name="x"><mainBody><p>y</p></mainBody></doc></akomaNtoso>',
}


def _faults(path: Path, verb: str, out: Path) -> Sequence[str]:
    places = {"F": str(path), "A": str(ORDER), "B": str(BASE), "O": str(out)}
    arguments = [re.sub(r"^[FABO](?=$|\.)", lambda found: places[found[0]], word) for word in verb.split()]
    done = CliRunner().invoke(main, arguments)
    broken = done.exception is not None and not isinstance(done.exception, SystemExit)
    said = done.stderr.strip().splitlines()
    if broken or "fault of lexkz" in done.stderr:
        return [f"{verb}: {done.exception!r}", *said[-2:]]
    if done.exit_code == 2 and not said:
        return [f"{verb}: refused without a word"]
    return []


@pytest.mark.parametrize("kind", OWN)
def test_no_verb_breaks_on_a_file_of_another_maker(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "act.xml"
    path.write_text(OWN[kind], encoding="utf-8")
    assert [fault for verb in VERBS for fault in _faults(path, verb, tmp_path / "out")] == []


@pytest.mark.skipif(not STANDARD, reason="the examples of the standard are not here")
@pytest.mark.parametrize("path", STANDARD, ids=lambda path: path.stem)
def test_no_verb_breaks_on_the_examples_of_the_standard(path: Path, tmp_path: Path) -> None:
    assert [fault for verb in VERBS for fault in _faults(path, verb, tmp_path / "out")] == []


def test_comments_and_instructions_change_nothing(tmp_path: Path) -> None:
    marked = tmp_path / "act.xml"
    marked.write_text(OWN["comments everywhere"], encoding="utf-8")
    said = [CliRunner().invoke(main, ["export", str(one), "--to", "text"]).stdout for one in (NEW, marked)]
    assert said[0] == said[1]


@pytest.mark.parametrize(("kind", "words"), [("no metadata", "no metadata"), ("no document", "no document")])
def test_what_cannot_be_read_is_refused_in_one_sentence(kind: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "act.xml"
    path.write_text(OWN[kind], encoding="utf-8")
    done = CliRunner().invoke(main, ["parse", str(path), "-o", str(tmp_path / "out.xml")])
    assert (done.exit_code, words in done.stderr, done.stderr.count("\n")) == (2, True, 1)
