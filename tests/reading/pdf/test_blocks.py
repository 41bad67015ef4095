"""What stands in columns without being a table: approvals, signatures, corner marks under a table."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("reportlab")

from lexkz.reading.blocks import Paragraph, Source, Table
from lexkz.reading.pdf import read_pdf
from tests.facsimile import font

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")
_FIRST = ("1. Осы сынақ қағидалары арнаулы әлеуметтік қызметтер көрсететін ұйымдар", "қызметінің тәртібін айқындайды.")
_LAST = (
    "2. Осы сынақ бұйрығының орындалуын бақылау жетекшілік ететін вице-министрге және оның",
    "аппаратына жүктелсін.",
)


def _read(rows: Sequence[tuple[tuple[float, str], ...]], pitch: float) -> Source:
    """Return what is read of rows of words, each at its place, between two paragraphs."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setFont(font.register(sorted(font.files())[0])[0], 10)
    y = _paragraph(canvas, _FIRST, 780.0) - 13
    for row in rows:
        for x, text in row:
            canvas.drawString(x, y, text)
        y -= pitch
    _paragraph(canvas, _LAST, y - 20)
    canvas.showPage()
    canvas.save()
    return read_pdf(out.getvalue(), lang="kaz")


def _paragraph(canvas: "Canvas", lines: Sequence[str], y: float) -> float:
    for index, line in enumerate(lines):
        canvas.drawString(60 if index else 80, y, line)
        y -= 13
    return y


def _between(source: Source) -> list[str]:
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    assert (texts[0], texts[-1]) == (" ".join(_FIRST), " ".join(_LAST))
    return texts[1:-1]


@pytest.mark.parametrize("pitch", [12, 16, 20, 24])
def test_approvals_side_by_side_are_read_one_after_the_other_however_evenly_they_are_set(pitch: float) -> None:
    left = ("КЕЛІСІЛДІ", "Қазақстан Республикасының", "Қаржы министрлігі", "Е. Сынақов", "2026 жылғы 1 ақпан")
    right = ("КЕЛІСІЛДІ", "Қазақстан Республикасының", "Сынақ министрлігі", "А. Тестов", "2026 жылғы 2 ақпан")
    source = _read([((60, one), (320, other)) for one, other in zip(left, right, strict=True)], pitch)
    assert _between(source) == [
        "КЕЛІСІЛДІ",
        "Қазақстан Республикасының Қаржы министрлігі",
        *left[3:],
        "КЕЛІСІЛДІ",
        "Қазақстан Республикасының Сынақ министрлігі",
        *right[3:],
    ]
    assert not source.findings


@pytest.mark.parametrize("count", [1, 2, 3])
def test_signatures_under_each_other_are_each_a_post_and_its_name(count: int) -> None:
    rows = (("Сынақ министрі", "С. Сынақова"), ("Төраға", "Т. Тестов"), ("Директор", "Д. Сынақов"))[:count]
    source = _read([((60, post), (400, name)) for post, name in rows], 16)
    assert _between(source) == [text for row in rows for text in row]
    assert not source.findings


def test_posts_with_names_in_full_may_be_a_list_of_members_and_are_said_to_be_unclear() -> None:
    rows = (("Сынақ министрі", "Тестов Айдар"), ("Төраға", "Сынақов Ерлан"), ("Директор", "Сынақова Айгүл"))
    source = _read([((60, post), (400, name)) for post, name in rows], 16)
    assert {finding.code for finding in source.findings} == {"read.columns_uncertain"}


@pytest.mark.parametrize(
    "mark",
    [("Сынақ министрінің", "№ 5 бұйрығына", "2-қосымша"), ("Приложение 2", "к приказу Министра"), ("2-қосымша",)],
)
@pytest.mark.parametrize("white", [0, 6, 12])
def test_the_mark_of_the_next_annex_ends_a_table_without_lines(mark: tuple[str, ...], white: float) -> None:
    table = (("Лауазым атауы", "Санаты"), ("Директор", "Бірінші санат"), ("Заңгер", "Екінші"), ("Есепші", "Үшінші"))
    rows: list[tuple[tuple[float, str], ...]] = [((60, one), (340, other)) for one, other in table]
    rows += [()] * (white > 6)
    rows += [((340 + white, line),) for line in mark]
    source = _read(rows, 14)
    assert _between(source) == list(mark)
    found = [block for block in source.blocks if isinstance(block, Table)]
    assert [tuple(cell.text for cell in row.cells) for row in found[0].rows] == list(table)


def test_rows_whose_words_stand_otherwise_than_their_numbers_are_said_to_be_unclear() -> None:
    rows = [((60, "1"), (120, "Директор"), (400, "1")), ((120, "Директордың орынбасары"),)]
    rows += [((60, "2"), (400, "2")), ((120, "және көмекшісі"),), ((60, "3"), (120, "Заңгер"), (400, "3"))]
    source = _read(rows, 7)
    made = [[cell.text for cell in row.cells] for b in source.blocks if isinstance(b, Table) for row in b.rows]
    right = [["1", "Директор", "1"], ["2", "Директордың орынбасары және көмекшісі", "2"], ["3", "Заңгер", "3"]]
    assert made == right or source.findings


def test_white_between_two_blanks_parts_them_though_no_space_is_drawn() -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    regular = font.register(sorted(font.files())[0])[0]
    end = 60 + stringWidth("Ұйым басшысы __________", regular, 10)
    source = _read([((60, "Ұйым басшысы __________"), (end + 2.5, "______"))], 16)
    assert _between(source) == ["Ұйым басшысы __________ ______"]


def test_page_numbers_with_the_number_of_all_pages_are_set_aside() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    for number in range(1, 6):
        canvas.setFont(font.register(sorted(font.files())[0])[0], 10)
        _paragraph(canvas, _LAST, _paragraph(canvas, _FIRST, 780.0))
        canvas.drawCentredString(297, 30, f"{number} / 5")
        canvas.showPage()
    canvas.save()
    source = read_pdf(out.getvalue(), lang="kaz")
    assert [block.text for block in source.blocks if isinstance(block, Paragraph)] == [
        " ".join(_FIRST),
        " ".join(_LAST),
    ] * 5
    assert [piece.text for piece in source.furniture] == [f"{number} / 5" for number in range(1, 6)]
    assert {piece.kind for piece in source.furniture} == {"page_number"}
