"""Footnotes of the act itself: tied to the place of their mark, and the act's own words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from lexkz.akn.namespace import q
from lexkz.akn.schema import errors
from lexkz.akn.text import paragraphs
from lexkz.amendment.annotate import annotate
from lexkz.annex import tables
from lexkz.consolidation import consolidate
from lexkz.publication import export_text
from lexkz.reading import docx, html, markdown, read_text
from lexkz.reading.blocks import Lang, Paragraph, Place, Run, Source
from lexkz.structure import Act, build
from tests.reading.docx.raw import BORDERS, p, r, tbl, tc, word
from tests.structure.acts import body as body_of

RUSSIAN = """Об утверждении тестовых правил
Приказ Министра финансов Республики Казахстан от 5 мая 2023 года № 45
ПРИКАЗЫВАЮ:
1. Утвердить тестовые правила* по списку{raised}.
* Правила действуют до замены.
{raised} Список ведётся отдельно.
2. Ввести приказ в действие:
* сразу;
* везде.
"""
KAZAKH = """Сынақ қағидаларын бекіту туралы
Қазақстан Республикасы Қаржы министрінің 2023 жылғы 5 мамырдағы № 45 бұйрығы
БҰЙЫРАМЫН:
1. Сынақ қағидалары* тізбе{raised} бойынша бекітілсін.
* Қағидалар ауыстырылғанға дейін қолданылады.
{raised} Тізбе бөлек жүргізіледі.
2. Бұйрық енгізілсін:
* бірден;
* барлық жерде.
"""


def notes(act: Act) -> list[tuple[str | None, str]]:
    return [(note.get("marker"), " / ".join(paragraphs(note))) for note in act.root.iter(q("authorialNote"))]


@pytest.mark.parametrize(("text", "lang"), [(RUSSIAN, "rus"), (KAZAKH, "kaz")])
@pytest.mark.parametrize("raised", ["¹", "**"])
def test_a_line_whose_mark_one_line_above_bears_is_its_footnote(text: str, lang: Lang, raised: str) -> None:
    lines = text.format(raised=raised).splitlines()
    act = build(read_text("\n".join(lines), lang=lang))
    assert notes(act) == [("*", lines[4]), (raised, lines[5])]
    assert [note.get("placement") for note in act.root.iter(q("authorialNote"))] == ["bottom", "bottom"]
    assert paragraphs(act.root) == tuple(lines)
    assert errors(act.root) == ()


@pytest.mark.parametrize(("text", "lang"), [(RUSSIAN, "rus"), (KAZAKH, "kaz")])
def test_a_list_with_stars_has_no_footnotes_and_its_lines_count(text: str, lang: Lang) -> None:
    act = build(read_text(text.format(raised="¹"), lang=lang))
    assert [line.split(" ")[0].strip() for line in body_of(act)[-2:]] == ["", ""]
    assert [unit.get("eId") for unit in act.root.iter(q("alinea"))] == ["para_2__al_2", "para_2__al_3"]


def test_a_footnote_is_no_alinea_of_its_unit() -> None:
    act = build(read_text("1. Услуга* платная.\n* Тестовая.\nВторой абзац пункта."))
    assert [unit.get("eId") for unit in act.root.iter(q("alinea"))] == ["para_1__al_2"]


def test_a_mark_that_two_lines_bear_ties_nothing() -> None:
    text = "1. Услуга* платная.\n2. Справка* бесплатная.\n* Тестовая."
    act = build(read_text(text, lang="rus"))
    assert notes(act) == []
    assert paragraphs(act.root) == tuple(text.splitlines())


def test_a_footnote_of_the_format_goes_to_the_nearest_line_with_its_mark() -> None:
    lines = ["1. Услуга¹ платная.", "2. Справка¹ платная.", "3. Всё.", "¹ Тестовая.", "Второй абзац сноски."]
    blocks = tuple(Paragraph((Run(line),), Place(None, number)) for number, line in enumerate(lines, 1))
    marked = (*blocks[:3], *(replace(block, footnote="1") for block in blocks[3:]))
    act = build(Source("docx", "rus", marked))
    assert notes(act) == [("1", "¹ Тестовая. / Второй абзац сноски.")]
    assert paragraphs(act.root) == (*lines[:2], *lines[3:], lines[2])


def test_a_footnote_without_a_line_that_bears_its_mark_stays_where_it_is() -> None:
    line = Paragraph((Run("¹ Тестовая."),), Place(None, 2), footnote="1")
    act = build(Source("docx", "rus", (Paragraph((Run("1. Услуга."),), Place(None, 1)), line)))
    assert notes(act) == []
    assert paragraphs(act.root) == ("1. Услуга.", "¹ Тестовая.")


def test_raised_marks_of_a_page_make_footnotes() -> None:
    page = (
        "<p>1. Утвердить правила<sup>1</sup> услуг.</p><p>2. Ввести приказ<sup>*</sup> в действие.</p>"
        "<p><sup>1</sup> Тестовые.</p><p><sup>*</sup> Сразу.</p>"
    )
    act = build(html.read(page.encode(), "act.html", "rus"))
    assert notes(act) == [("1", "1 Тестовые."), ("*", "* Сразу.")]
    assert errors(act.root) == ()


def test_words_changed_beside_a_footnote_leave_it_alone() -> None:
    base = build(read_text(RUSSIAN.format(raised="¹"), lang="rus"))
    amending = build(
        read_text(
            "О внесении изменений\nПриказ Министра финансов Республики Казахстан от 6 мая 2024 года № 46\nПРИКАЗЫВАЮ:\n"
            "1. Внести в приказ Министра финансов Республики Казахстан от 5 мая 2023 года № 45 "
            '"Об утверждении тестовых правил" следующее изменение:\n'
            'в пункте 1 слово "тестовые" заменить словом "новые".',
            lang="rus",
        )
    )
    made = consolidate(base, [annotate(amending)])
    assert [outcome.outcome for outcome in made.report.commands] == ["applied"]
    assert notes(made.act) == notes(base)
    assert "1. Утвердить новые правила* по списку¹." in paragraphs(made.act.root)


_HEAD = {
    "rus": (
        "Об утверждении норм",
        "Приказ Министра труда от 5 мая 2023 года № 17",
        "ПРИКАЗЫВАЮ:",
        "1. Утвердить нормы.",
    ),
    "kaz": (
        "Нормаларды бекіту туралы",
        "Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығы",
        "БҰЙЫРАМЫН:",
        "1. Бекітілсін.",
    ),
}


def _in_word(head: tuple[str, ...]) -> Source:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    texts = (
        f'<w:footnote w:id="{place}">{p(runs="<w:r><w:footnoteRef/></w:r>" + r(f" Сноска {place}."))}</w:footnote>'
        for place in (1, 2)
    )
    cells = (
        (tc("№"), tc("А")),
        (tc("1"), tc(p("Бір", runs=mark.format(1)))),
        (tc("2"), tc(p("Екі м2", runs=mark.format(2)))),
    )
    body = "".join(map(p, head)) + tbl(*cells, properties=BORDERS) + p("2. Соңы.")
    return docx.read(word(body, {"footnotes": "".join(texts)}), "act.docx", "kaz")


def _in_html(head: tuple[str, ...]) -> Source:
    rows = "<tr><td>№<td>А<tr><td>1<td>Бір<sup>1</sup><tr><td>2<td>Екі м2<sup>2</sup>"
    lines = "".join(f"<p>{line}</p>" for line in head)
    notes_below = "".join(f"<p><sup>{place}</sup> Сноска {place}.</p>" for place in (1, 2))
    page = f"<html><body>{lines}<table border=1>{rows}</table>{notes_below}<p>2. Соңы.</p></body></html>"
    return html.read(page.encode(), "act.html", "kaz")


def _in_markdown(head: tuple[str, ...]) -> Source:
    rows = "| № | А |\n|---|---|\n| 1 | Бір[^1] |\n| 2 | Екі м2[^2] |"
    text = "\n\n".join((*head, rows, "2. Соңы.", "[^1]: Сноска 1.\n[^2]: Сноска 2."))
    return markdown.read(text.encode(), "act.md", "kaz")


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("read", [_in_word, _in_html, _in_markdown], ids=lambda read: read.__name__)
def test_footnotes_of_cells_are_tied_to_their_cells_and_stand_below_the_table(
    read: Callable[[tuple[str, ...]], Source], lang: Lang
) -> None:
    act = build(replace(read(_HEAD[lang]), lang=lang))
    assert [(mark, text.lstrip("¹²12 ")) for mark, text in notes(act)] == [("1", "Сноска 1."), ("2", "Сноска 2.")]
    found = [" ".join(line.split()).lstrip("¹²12 ") for line in export_text(act).split("\n")[4:8]]
    lines = export_text(act).split("\n")
    assert lines[4:7] == ["№\tА", "1\tБір¹", "2\tЕкі м2²"]
    assert found[3].endswith("Сноска 1.")
    assert lines[9] == "2. Соңы."
    [made] = tables(act)
    assert [[cell.text for cell in row.cells] for row in made.rows] == [["1", "Бір¹"], ["2", "Екі м2²"]]
    assert [note.lstrip("¹²12 ") for note in made.notes] == ["Сноска 1.", "Сноска 2."]
    assert not errors(act.root)
