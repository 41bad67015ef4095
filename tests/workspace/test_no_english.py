"""In Kazakh and Russian no output and no paper has an English word, and no sentence the id of a command."""

import io
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading.blocks import Lang
from lexkz.workspace.cli import main
from tests.consolidation.half_applied import AMENDING, BASE, UNREAD

ENGLISH = re.compile(r"(?<![\w./@#<-])[A-Za-z][A-Za-z_]{2,}\w*(?![\w./>-])")
# The last five stand where PDF cannot be drawn: the library that is missing, and the command that brings it.
NAMES = frozenset(
    {"lexkz", "Word", "PDF", "Akoma", "Ntoso", "JSON", "DOCX", "eId", "Pango", "Debian", "Ubuntu", "apt", "install"}
)
"""Names of programs and formats, and the name by which a file calls a unit."""
IDS = re.compile(r"(?:para|att|preface|preamble|longTitle|art|subpara)(?:_\w+)?|main|id")
"""What is typed into another command: in a table or in brackets, never in a sentence of a paper."""
CODES: dict[Lang, str] = {"kaz": "kk", "rus": "ru"}
FORM: dict[Lang, str] = {
    "rus": "Министр А. Тестов\nПриложение 1\nк приказу\nФорма\nЗаявление\nЯ, _________ (фамилия, имя),",
    "kaz": "Министр А. Сынақов\nБұйрыққа\n1-қосымша\nНысан\nӨтініш\nМен, _________ (тегі, аты),",
}
NOTE: dict[Lang, str] = {
    "rus": "Сноска. Пункт 1 – в редакции приказа Министра леса РК от 05.03.2021 № 11.",
    "kaz": "Ескерту. 1-тармақ жаңа редакцияда – ҚР Орман министрінің 05.03.2021 № 11 бұйрығымен.",
}
COMMANDS = (
    "parse a.txt -o a.xml",
    "commands a.txt",
    "explain a.txt cmd_2",
    "consolidate b.txt --by a.txt -o n.xml",
    "prove n.xml --base b.txt --by a.txt",
    "verify n.xml b.txt",
    "verify n.xml b.txt -o v.docx",
    "diff b.txt n.xml",
    "redline b.txt n.xml -o red.docx",
    "compare-table b.txt n.xml -o table.docx",
    "changes b.txt --by a.txt -o changes.docx",
    "changes b.txt --by a.txt -o changes.html",
    "side-by-side b.txt other.txt -o both.docx",
    "changes edition.txt",
    "agree b.txt less.txt",
    "pack b.txt --by a.txt -o pack",
    "export n.xml --to docx -o n.docx",
    "export n.xml --to html -o n.html",
    "validate n.xml",
    "tables a.txt",
    "forms f.txt",
    "fill f.txt 1 --empty -o form.docx",
    "check a.txt --base b.txt",
    "finding check.base_unit",
    "check none.txt",
    "fill f.txt 1 -o form.docx",
)


def _spread(text: str) -> str:
    return "\n\n".join(line for line in text.split("\n") if line.strip()) + "\n"


@pytest.fixture(scope="module", params=["kaz", "rus"])
def ran(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str]]]:
    """The folder with all that was written, and what each command said."""
    lang: Lang = request.param
    folder = tmp_path_factory.mktemp(lang)
    other: Lang = "rus" if lang == "kaz" else "kaz"
    sources = {
        "a": AMENDING[lang].format(unread=UNREAD[lang]),
        "b": BASE[lang],
        "other": BASE[other],
        "f": f"{BASE[lang]}\n{FORM[lang]}",
        "edition": f"{BASE[lang]}\n{NOTE[lang]}",
        "less": BASE[other].rpartition("\n")[0],
    }
    for name, text in sources.items():
        (folder / f"{name}.txt").write_text(_spread(text), encoding="utf-8")
    said = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in COMMANDS:
            done = CliRunner().invoke(main, command.split(), env={"LEXKZ_LANG": CODES[lang]})
            assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
            said.append((command, done.output))
    return folder, said


def _english(text: str) -> list[str]:
    return [word for word in ENGLISH.findall(text) if word not in NAMES]


def test_no_command_says_an_english_word(ran: tuple[Path, list[tuple[str, str]]]) -> None:
    for command, output in ran[1]:
        # The names of fields of a form are what a program calls them, and stand in a column of their own.
        plain = re.sub(r"\b\w+_\w+\b", "", output) if command.startswith("forms") else output
        plain = re.sub(r"(?m)^(?:Вызов|Справка|Қолданылуы|Анықтама): .*$", "", plain)  # what is typed
        assert [word for word in _english(plain) if not IDS.fullmatch(word)] == [], command


def test_no_paper_has_an_english_word_or_an_id(ran: tuple[Path, list[tuple[str, str]]]) -> None:
    docx = pytest.importorskip("docx")
    papers = sorted(path for path in ran[0].rglob("*") if path.suffix in (".docx", ".html"))
    assert len(papers) > 10
    for path in papers:
        if path.suffix == ".docx":
            body = docx.Document(io.BytesIO(path.read_bytes())).element.body
            text = "\n".join(
                "".join(n.text or "" for n in p.iter() if n.tag.endswith(("}t", "}delText"))) for p in body.iter()
            )
            text = re.sub(r"\b(?:ia_|men_)\w+", "", text)
        else:
            text = re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", path.read_text("utf-8"), flags=re.DOTALL)
        assert _english(text) == [], path.name
        assert "cmd_" not in text
