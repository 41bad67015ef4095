"""What belongs to pages: furniture, links, tables over page ends, memory."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Paragraph, Source, Table
from lexkz.reading.pdf import read_pdf
from tests.facsimile import font
from tests.facsimile.maker import draw
from tests.facsimile.model import CellIn, Piece, Setting, Signature, TableIn, Text

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")
_LONG = (
    "Осы қағидалар арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің тәртібін айқындайды және барлық "
    "ұйымдарға қолданылады, олардың меншік нысанына және ведомстволық бағыныстылығына қарамастан."
)


def _setting(**options: object) -> Setting:
    return Setting(font=sorted(font.files())[0], **options)  # type: ignore[arg-type]


def _paragraphs(source: Source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Paragraph)]


def test_running_heads_and_page_numbers_are_set_aside_and_counted() -> None:
    act = [Text(f"{number}. {_LONG}") for number in range(1, 60)]
    source = read_pdf(draw(act, _setting(running_head="Сынақ акті", numbers=True)))
    assert _paragraphs(source) == [text.text for text in act]
    kinds = [piece.kind for piece in source.furniture]
    assert kinds.count("page_number") == source.pages
    assert kinds.count("header") == source.pages


def test_the_same_corner_mark_on_every_page_is_no_running_head() -> None:
    act: list[Text] = []
    for number in range(1, 5):
        act += [Text("Сынақ министрінің", "corner"), Text("бұйрығына", "corner"), Text(f"{number}-қосымша", "corner")]
        act += [Text("Сынақ тізбесі", "center", bold=True), Text(_LONG)]
    source = read_pdf(draw(act, _setting(fresh=True)))
    assert _paragraphs(source) == [text.text for text in act]
    assert source.furniture == ()
    assert [block.align for block in source.blocks[:4] if isinstance(block, Paragraph)] == [*["right"] * 3, "center"]


def test_links_drawn_late_stand_in_their_place_with_their_address() -> None:
    text = Text("екінші 29-тармақтың үшінші абзацы мынадай редакцияда жазылсын:", links=("29-тармақтың",))
    source = read_pdf(draw([text, Text(_LONG)], _setting(late_links=True)))
    first = source.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text == text.text
    assert [(run.text, run.href is not None) for run in first.runs] == [
        ("екінші ", False),
        ("29-тармақтың", True),
        (" үшінші абзацы мынадай редакцияда жазылсын:", False),
    ]


def test_a_signature_in_two_columns_is_the_post_and_the_name() -> None:
    signed = Signature(("Қазақстан Республикасының", "Сынақ министрі"), "С. Сынақова")
    act: list[Piece] = [Text(_LONG), signed, Text(_LONG)]
    assert _paragraphs(read_pdf(draw(act, _setting())))[1:3] == [
        "Қазақстан Республикасының Сынақ министрі",
        "С. Сынақова",
    ]


@pytest.mark.parametrize("open_rows", [True, False])
def test_a_row_cut_by_a_page_end_is_one_row(open_rows: bool) -> None:
    words = " ".join(["айналысатын жұмысшылар мен қызметкерлер және"] * 40)
    table = TableIn(
        (
            (CellIn("№"), CellIn("Атауы"), CellIn("Саны")),
            (CellIn("1"), CellIn("Директор"), CellIn("1")),
            (CellIn("2"), CellIn(f"Осымен {words} басқалар"), CellIn("2")),
            (CellIn("3"), CellIn("Заңгер"), CellIn("3")),
        ),
        (0.1, 0.3, 0.2),
        head=1,
    )
    act: list[Piece] = [*[Text(_LONG)] * 9, table, Text(_LONG)]
    source = read_pdf(draw(act, _setting(open_rows=open_rows)))
    found = [block for block in source.blocks if isinstance(block, Table)]
    assert len(found) == 1
    assert [[cell.text for cell in row.cells] for row in found[0].rows] == [
        [cell.text for cell in row] for row in table.rows
    ]
    assert [row.header for row in found[0].rows] == [True, False, False, False]
    assert any(repair.rule == "row_over_page" for repair in found[0].repairs)


def test_letters_spread_over_a_narrow_cell_are_a_word_again() -> None:
    table = TableIn(
        (
            (CellIn("№"), CellIn("Атауы"), CellIn("Саны")),
            (CellIn("1"), CellIn("Бас бухгалтерлердің көмекшісі"), CellIn("1")),
            (CellIn("2"), CellIn("Киім және ішкиім жуушы"), CellIn("2")),
        ),
        (0.1, 0.14, 0.5),
        head=1,
    )
    source = read_pdf(draw([Text(_LONG), table], _setting(spread=True)))
    found = next(block for block in source.blocks if isinstance(block, Table))
    assert [row.cells[1].text for row in found.rows[1:]] == ["Бас бухгалтерлердің көмекшісі", "Киім және ішкиім жуушы"]
    assert {repair.rule for repair in found.repairs} >= {"letter_spaced"}


def test_memory_grows_with_the_text_that_is_read_and_not_with_the_pages() -> None:
    root = Path(__file__).parent.parent.parent.parent
    command = [sys.executable, "-m", "tests.reading.pdf.peak", "40", "100"]
    said = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    few, little, many, much = (int(number) for number in said.split())
    # A page's characters and objects take megabytes; what is kept of it is its lines, until they stand in blocks. Three
    # times what the blocks hold is usual with so few pages.
    assert many - few < 6 * (much - little)
