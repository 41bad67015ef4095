"""Papers of a text in which a command waits: the head says so, a mark stands at the unit, whatever the format."""

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest

from lexkz.amendment.model import Reading
from lexkz.consolidation import Consolidation, consolidate
from lexkz.publication import act_json
from lexkz.publication.beside import beside_sheet
from lexkz.publication.changes import changes_sheet
from lexkz.publication.comparative import comparative_sheet
from lexkz.publication.document import FORMS, write
from lexkz.publication.extras import MissingExtraError
from lexkz.publication.markdown import export_markdown
from lexkz.publication.redline import redline_sheet
from lexkz.publication.sheet.act import act_sheet
from lexkz.publication.sheet.model import Sheet, SheetTable
from lexkz.reading.blocks import Lang
from lexkz.structure import Act
from tests.consolidation.half_applied import UNREAD, amending, base

LANGS: tuple[Lang, ...] = ("kaz", "rus")
HEAD = {"kaz": "адамның шешімін күтіп тұр", "rus": "ждёт решения человека"}
MARK = {"kaz": "2-тармаққа", "rus": "Изменение пункта 2, предусмотренное"}
FULL = re.compile(r"Толық мәтін|Полный текст")


def made(lang: Lang) -> tuple[Act, tuple[Act, Reading], Consolidation]:
    given, order = base(lang), amending(lang)
    return given, order, consolidate(given, [order])


def words(sheet: Sheet) -> str:
    lines = []
    for block in sheet.flow:
        if isinstance(block, SheetTable):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


@pytest.mark.parametrize("lang", LANGS)
def test_the_act_and_the_redline_say_what_waits_and_mark_the_unit(lang: Lang) -> None:
    given, _, done = made(lang)
    for sheet in (act_sheet(done.act), redline_sheet(given, done.act)):
        text = words(sheet)
        assert HEAD[lang] in text.partition("\n1. ")[0]
        assert not FULL.search(text)
        assert MARK[lang] in text
        # The mark stands after the unit that it is about, not at the end of the text.
        assert text.index(MARK[lang]) < text.index("\n3. ")
        assert "толық емес" in sheet.running or "не полон" in sheet.running
    assert HEAD[lang] in export_markdown(done.act)


@pytest.mark.parametrize("lang", LANGS)
def test_a_mark_is_no_tracked_change(lang: Lang) -> None:
    given, _, done = made(lang)
    notes = [one for one in redline_sheet(given, done.act).flow if one.text.startswith(("Ескерту", "Сноска"))]
    assert len(notes) == 1
    assert not isinstance(notes[0], SheetTable)
    assert notes[0].revision is None
    assert not any(run.revision for run in notes[0].runs)


@pytest.mark.parametrize("lang", LANGS)
def test_the_lists_have_a_row_for_what_waits_and_for_what_was_not_understood(lang: Lang) -> None:
    given, order, done = made(lang)
    for sheet in (
        changes_sheet(done.act, [order], done.report),
        comparative_sheet(given, done.act, amending=[order], report=done.report),
    ):
        text = words(sheet)
        assert HEAD[lang] in text
        assert UNREAD[lang] in text
        assert {"kaz": "Оқылмаған сөйлем", "rus": "Непрочитанное предложение"}[lang] in text
    # The wording in force is known, so it is shown beside the command that waits.
    table = comparative_sheet(given, done.act, amending=[order], report=done.report).flow[-1]
    assert isinstance(table, SheetTable)
    (row,) = (row for row in table.rows if order[1].commands[1].instruction in row.text)
    assert {"kaz": "сынақ орталық оны сақтайды", "rus": "центр её хранит"}[lang] in row.cells[2].text


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_in_force_yet_has_its_row_in_the_table(lang: Lang) -> None:
    given, order = base(lang), amending(lang)
    done = consolidate(given, [order], at=date(2021, 3, 4))
    assert {one.outcome for one in done.report.commands} == {"not_yet"}
    text = words(comparative_sheet(given, done.act, amending=[order], report=done.report))
    assert text.count({"kaz": "әлі қолданысқа енгізілмеген.", "rus": "ещё не введено в действие."}[lang]) == 2


def test_two_languages_side_by_side_say_it_of_the_one_that_lacks() -> None:
    sheet = beside_sheet(made("kaz")[2].act, base("rus"))
    assert HEAD["kaz"] in words(sheet)
    assert "Мәтін толық емес" in sheet.running
    assert HEAD["rus"] in words(beside_sheet(base("kaz"), made("rus")[2].act))


@pytest.mark.parametrize("form", FORMS)
def test_every_format_prints_the_head_and_the_mark(form: str) -> None:
    _, _, done = made("rus")
    try:
        data = write(act_sheet(done.act), form)  # type: ignore[arg-type]
    except MissingExtraError:
        pytest.skip("what the format needs is not installed")
    if form == "docx":
        with zipfile.ZipFile(BytesIO(data)) as file:
            text = re.sub("<[^>]+>", "", file.read("word/document.xml").decode())
    elif form == "html":
        text = data.decode()
    else:
        assert data.startswith(b"%PDF")
        return
    assert HEAD["rus"] in text
    assert MARK["rus"] in text


@pytest.mark.parametrize("lang", LANGS)
def test_published_data_say_it_too(lang: Lang) -> None:
    said = act_json(made(lang)[2].act)
    assert '"whole": false' in said
    assert UNREAD[lang] in said
    assert '"whole": true' in act_json(base(lang))
