"""Files as they lie on desks: what portals, converters and people put around the law is none of it. All made up."""

from pathlib import Path

import pytest

from lexkz.akn.namespace import q
from lexkz.languages.detect import Lang
from lexkz.publication import export_text
from lexkz.structure import load
from tests.reading.docx.raw import lvl, num, numbering, p, r, word

HEAD: dict[Lang, tuple[str, str, str]] = {
    "rus": (
        "Об утверждении Правил учёта",
        "Приказ Министра труда Республики Казахстан от 5 мая 2023 года № 17",
        "ПРИКАЗЫВАЮ:",
    ),
    "kaz": (
        "Есепке алу қағидаларын бекіту туралы",
        "Қазақстан Республикасы Еңбек министрінің 2023 жылғы 5 мамырдағы № 17 бұйрығы",
        "БҰЙЫРАМЫН:",
    ),
}
RUS, KAZ = HEAD["rus"], HEAD["kaz"]


def _page(*lines: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{''.join(lines)}</body></html>"


def _p(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _read(folder: Path, name: str, data: str | bytes) -> tuple[list[str], list[str], set[str]]:
    """Lines of the text, editors' notes, eIds."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    act = load(path)
    notes = [" ".join("".join(map(str, note.itertext())).split()) for note in act.root.iter(q("note"))]
    eids = {str(element.get("eId")) for element in act.root.iter("{*}*") if element.get("eId")}
    return [line for line in export_text(act).split("\n") if line], notes, eids


PORTAL = [
    (RUS, "Пункт 2 изложен в редакции приказа Министра труда РК от 03.02.24 г. № 101 (см. стар. ред.)", "Учёт."),
    (RUS, "В пункт 2 внесены изменения в соответствии с приказом Министра труда РК от 03.02.24 г. № 101", "Учёт."),
    (RUS, "Правила дополнены пунктом 2 в соответствии с приказом Министра труда РК от 03.02.2024 г. № 101", "Учёт."),
    (KAZ, "2-тармақ ҚР Еңбек министрінің 03.02.24 ж. № 101 бұйрығының редакциясында (бұр. ред. қара)", "Есеп."),
    (KAZ, "2-тармақ 2024.02.03. № 101 ҚР Еңбек министрінің бұйрығымен толықтырылды", "Есеп."),
]


@pytest.mark.parametrize(("head", "note", "words"), PORTAL, ids=lambda one: one[:20] if isinstance(one, str) else "")
@pytest.mark.parametrize("suffix", ["html", "docx", "txt"])
def test_what_a_portal_tells_of_a_unit_is_a_note(
    tmp_path: Path, head: tuple[str, ...], note: str, words: str, suffix: str
) -> None:
    lines = (*head, f"1. {words}", note, f"2. {words}")
    data: str | bytes = "\n\n".join(lines)
    if suffix != "txt":
        data = _page(_p(*lines)) if suffix == "html" else word("".join(map(p, lines)))
    text, notes, _ = _read(tmp_path, f"act.{suffix}", data)
    assert text == [*head, f"1. {words}", f"2. {words}"]
    assert notes == [note]


@pytest.mark.parametrize(
    ("head", "state"),
    [
        (RUS, "(с изменениями и дополнениями по состоянию на 03.02.2024 г.)"),
        (KAZ, "(2024.03.02 берілген өзгерістер мен толықтырулармен)"),
    ],
    ids=["rus", "kaz"],
)
def test_the_day_of_a_portals_text_is_a_note(tmp_path: Path, head: tuple[str, str, str], state: str) -> None:
    text, notes, _ = _read(tmp_path, "act.txt", "\n\n".join((*head[:2], state, head[2], "1. Есеп, учёт.")))
    assert text == [*head, "1. Есеп, учёт."]
    assert notes == [state]


@pytest.mark.parametrize(
    "norm",
    [
        "1. Пункт 2 излагается в редакции согласно приложению.",
        "1. В пункт пропуска внесены изменения по заявлению владельца от 3 февраля 2024 года.",
        "1. Перечень дополнен лицами, указанными в заявлении (см. приложение).",
        "1. 2-тармақ бойынша тізім толықтырылды.",
    ],
)
def test_a_norm_with_like_words_is_no_note(tmp_path: Path, norm: str) -> None:
    head = KAZ if "тармақ" in norm else RUS
    text, notes, _ = _read(tmp_path, "act.txt", "\n\n".join((*head, norm)))
    assert (text[-1], notes) == (norm, [])


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("Статья 5<sup>1</sup>. Журнал", "art_5-1"),
        ("Статья 5 – 1. Журнал", "art_5-1"),
        ("5<sup>1</sup>-бап. Журнал", "art_5-1"),
    ],
)
def test_the_raised_or_spaced_number_of_an_article_is_its_number(tmp_path: Path, printed: str, own: str) -> None:
    law = ("О садах", "Закон Республики Казахстан от 3 марта 2022 года № 14-VII", "Статья 5. Учёт", "Учёт ведут.")
    if "бап" in printed:
        law = ("Бақтар туралы", "Қазақстан Республикасының 2022 жылғы 3 наурыздағы № 14-VII Заңы", "5-бап. Есеп", "Иә.")
    _, _, eids = _read(tmp_path, "act.html", _page(_p(*law, printed, "Сақталады, хранят.")))
    assert {"art_5", own} <= eids


def test_a_raised_number_of_a_point_is_its_number_and_one_behind_a_word_is_not(tmp_path: Path) -> None:
    lines = (*RUS, "5. Учёт.", "5<sup>1</sup>. Журнал.", "6. Срок 3<sup>1</sup> дня.")
    text, _, eids = _read(tmp_path, "act.html", _page(_p(*lines)))
    assert text[3:] == ["5. Учёт.", "5¹. Журнал.", "6. Срок 3¹ дня."]
    assert {"para_5", "para_5-1", "para_6"} <= eids


def test_a_page_laid_out_in_tables_is_paragraphs(tmp_path: Path) -> None:
    inside = f"<table><tr><td>{_p(*RUS, '1. Учёт.', '2. Журнал.')}</td></tr></table>"
    text, _, eids = _read(tmp_path, "act.html", _page(f"<table width=100%><tr><td>{inside}</td></tr></table>"))
    assert text == [*RUS, "1. Учёт.", "2. Журнал."]
    assert {"para_1", "para_2"} <= eids


@pytest.mark.parametrize("number", ["- 2 -", "Стр. 2 из 9", "9 беттің 2-беті", "– 12 –"])
def test_numbers_of_pages_copied_with_the_text_are_none_of_it(tmp_path: Path, number: str) -> None:
    text, _, _ = _read(tmp_path, "act.txt", "\n".join((*KAZ, "1. Есеп.", number, "2. Журнал.")))
    assert text == [*KAZ, "1. Есеп.", "2. Журнал."]


def test_the_number_of_a_page_in_the_body_of_a_word_file_is_none_of_its_text(tmp_path: Path) -> None:
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{more}'
        for kind, more in (("begin", "<w:r><w:instrText> PAGE </w:instrText></w:r>"), ("separate", r("3")), ("end", ""))
    )
    body = "".join(map(p, (*RUS, "1. Учёт."))) + p(runs=r("Стр. ") + page + r(" из 9")) + p(runs=field)
    text, _, _ = _read(tmp_path, "act.docx", word(body + p("2. Журнал.")))
    assert text == [*RUS, "1. Учёт.", "2. Журнал."]


def test_a_paragraph_that_word_hides_has_no_number(tmp_path: Path) -> None:
    lists = numbering({"1": lvl(0, "decimal", "%1.")})
    hidden = p(properties=num(1) + "<w:rPr><w:vanish/></w:rPr>", runs=r("Скрыто.", "<w:vanish/>"))
    body = "".join(map(p, RUS)) + p("Первый.", num(1)) + hidden + p("Второй.", num(1))
    text, _, _ = _read(tmp_path, "act.docx", word(body, {"numbering": lists}))
    assert text == [*RUS, "1. Первый.", "2. Второй."]


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: Есеп туралы\nnumber: "7"\n---\n',
        '+++\ntitle = "Есеп туралы"\nnumber = "7"\n+++\n',
        '{\n"title": "Есеп туралы", "number": "7"\n}\n',
    ],
    ids=["yaml", "toml", "json"],
)
def test_front_matter_of_each_make_goes_into_the_card(tmp_path: Path, front: str) -> None:
    path = tmp_path / "act.md"
    path.write_text(f"{front}\n# Есеп туралы\n\n1. Есеп жүргізіледі.\n", encoding="utf-8")
    act = load(path)
    assert [line for line in export_text(act).split("\n") if line] == ["Есеп туралы", "1. Есеп жүргізіледі."]
    assert next(act.root.iter(q("FRBRnumber"))).get("value") == "7"


@pytest.mark.parametrize(
    ("source", "lines", "notes"),
    [
        ("# Об учёте {#top}\n\n## Статья 1. Цель {#a1 .art}\n\nУчёт.", ["Об учёте", "Статья 1. Цель", "Учёт."], 0),
        (
            "# Есеп туралы\n\n1. Мыналар:\n\n- 1) есеп;\n- 2) журнал.",
            ["Есеп туралы", "1. Мыналар:", "1) есеп;", "2) журнал."],
            0,
        ),
        ("# Об учёте\n\n1. Учёт:\n\n- дома;\n- в саду.", ["Об учёте", "1. Учёт:", "- дома;", "- в саду."], 0),
        (
            "# Об учёте\n\n1. Учёт.\n\n::: {.note}\nСноска. Пункт 1 в редакции от 01.02.2020 № 5.\n:::\n\n2. Журнал.",
            ["Об учёте", "1. Учёт.", "2. Журнал."],
            1,
        ),
        (
            "# Есеп туралы\n\n1. Есеп.\n\n> [!NOTE]\n> Ескерту. 1-тармақ жаңа редакцияда - 01.02.2020 № 5.",
            ["Есеп туралы", "1. Есеп."],
            1,
        ),
    ],
)
def test_marks_of_markdown_are_no_text(tmp_path: Path, source: str, lines: list[str], notes: int) -> None:
    text, found, _ = _read(tmp_path, "act.md", source + "\n")
    assert (text, len(found)) == (lines, notes)


BROKEN = [
    (RUS, ("2. Контроль возложить", "на вице-министра."), "2. Контроль возложить на вице-министра."),
    (RUS, ("2. Контроль возложить на", "Министра."), "2. Контроль возложить на Министра."),
    (
        KAZ,
        ("2. Бақылау осы бұйрыққа,", "вице-министрге жүктелсін."),
        "2. Бақылау осы бұйрыққа, вице-министрге жүктелсін.",
    ),
]


@pytest.mark.parametrize(("head", "halves", "whole"), BROKEN, ids=["rus", "kaz", "capital"])
@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_line_break_inside_the_sentence_of_a_point_parts_nothing(
    tmp_path: Path, head: tuple[str, ...], halves: tuple[str, str], whole: str, suffix: str
) -> None:
    one, other = halves
    data: str | bytes = _page(_p(*head, "1. Тізбе, список:<br>алма;<br>а) шие.", f"{one}<br/>{other}"))
    if suffix == "docx":
        broken = p(runs=r(one) + "<w:r><w:br/></w:r>" + r(other))
        entries = p(
            runs=r("1. Тізбе, список:") + "".join(f"<w:r><w:br/></w:r>{r(text)}" for text in ("алма;", "а) шие."))
        )
        data = word("".join(map(p, head)) + entries + broken)
    text, _, _ = _read(tmp_path, f"act.{suffix}", data)
    assert text == [*head, "1. Тізбе, список:", "алма;", "а) шие.", whole]


@pytest.mark.parametrize("head", [RUS, KAZ], ids=["rus", "kaz"])
def test_a_tab_behind_the_number_of_a_list_makes_no_table_of_it(tmp_path: Path, head: tuple[str, ...]) -> None:
    lines = ("1.\tЕсеп, учёт.", "\t2.\tБақ, сад:", "\t\t1)\tалма, яблоня;", "2-1.\tКөшет, саженец.")
    text, _, eids = _read(tmp_path, "act.txt", "\n".join((*head, *lines, "", "№\tАтауы", "1.\tАлма")))
    assert text[3:] == [*(" ".join(line.split()) for line in lines), "№\tАтауы", "1.\tАлма"]
    assert {"para_1", "para_2", "para_2__subpara_1", "para_2-1"} <= eids


@pytest.mark.parametrize("page", ["koi8-r", "cp866", "cp1251", "mac-cyrillic"])
def test_russian_in_an_older_code_page_is_read_in_it(tmp_path: Path, page: str) -> None:
    lines = [line.replace("№", "N") for line in (*RUS, "1. Контроль возложить на министра, о чём сообщить.")]
    text, _, _ = _read(tmp_path, "act.txt", "\n".join(lines).encode(page))
    assert text == lines


def test_the_foot_of_a_table_stands_below_it_and_comments_of_readers_are_the_sites(tmp_path: Path) -> None:
    foot, body = "<tr><td></td><td>Итого</td></tr>", "<tr><td>1</td><td>Яблоня</td></tr>"
    table = f"<table><tfoot>{foot}</tfoot><tbody>{body}</tbody></table>"
    page = _page(_p(*RUS, "1. Нормы:"), table, "<div id='comments'><p>Иван: хорошо.</p></div>")
    assert _read(tmp_path, "act.html", page)[0][4:] == ["1\tЯблоня", "\tИтого"]


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_raised_mark_behind_a_blank_stays_raised(tmp_path: Path, suffix: str) -> None:
    data: str | bytes = _page(_p(*RUS, "1. Срок 3 <sup>1</sup> дня, сад <sup>2-1</sup>."))
    if suffix == "docx":
        up = '<w:vertAlign w:val="superscript"/>'
        runs = r("1. Срок 3 ") + r("1", up) + r(" дня, сад ") + r("2-1", up) + r(".")
        data = word("".join(map(p, RUS)) + p(runs=runs))
    assert _read(tmp_path, f"act.{suffix}", data)[0][3:] == ["1. Срок 3 ¹ дня, сад ²⁻¹."]
