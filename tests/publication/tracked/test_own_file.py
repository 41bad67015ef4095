"""Changes in the user's own Word file: accepted it is the new text, rejected the file as it was, all else untouched."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from lexkz.amendment.annotate import annotate
from lexkz.consolidation import consolidate
from lexkz.publication.sheet.lay import lay
from lexkz.publication.tracked import Tracked, reread, track, tracking
from lexkz.publication.tracked.decided import decided
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang, SourceError
from lexkz.reading.docx.document import trace
from lexkz.structure import Act, build
from tests.publication.ooxml import faults
from tests.publication.tracked.layouts import BOTH, LAYOUTS, amending, package, paragraph, run, table
from tests.publication.word import W, body, part, text

LANGS: tuple[Lang, ...] = ("rus", "kaz")


@dataclass
class Case:
    """A file before, the act in it, and what it is to become."""

    data: bytes
    old: Act
    new: Act
    lang: Lang

    def tracked(self) -> Tracked:
        return track(self.data, "own.docx", self.old, self.new)


def _case(layout: str, lang: Lang) -> Case:
    data = LAYOUTS[layout](lang)
    old = build(trace(data, "own.docx", lang).source)
    order = annotate(build(read_text(amending(lang, rows=layout == "letterhead"), lang=lang)))
    done = consolidate(old, [order])
    assert {outcome.outcome for outcome in done.report.commands} == {"applied"}
    return Case(data, old, done.act, lang)


@pytest.fixture(scope="module")
def made() -> Callable[[str, Lang], tuple[Case, Tracked]]:
    """The layouts with the order applied, each once."""
    kept: dict[tuple[str, Lang], tuple[Case, Tracked]] = {}

    def give(layout: str, lang: Lang) -> tuple[Case, Tracked]:
        if (layout, lang) not in kept:
            case = _case(layout, lang)
            kept[layout, lang] = case, case.tracked()
        return kept[layout, lang]

    return give


def _lines(act: Act) -> list[str]:
    flow = lay(act.root, lang="rus", notes=False)
    return [" ".join(line.split()) for block in flow for line in block.text.split("\n") if line.strip()]


def _read(data: bytes, lang: Lang) -> Act:
    return build(trace(data, "own.docx", lang).source)


def _plain(root: etree._Element) -> str:
    """The XML of a document with neighbouring runs of one look as one, so that cuts in runs do not count."""
    for element in list(root.iter(f"{W}r")):
        before = element.getprevious()
        if before is not None and before.tag == element.tag and _look(before) == _look(element):
            for child in list(element):
                if child.tag != f"{W}rPr":
                    before.append(child)
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    for element in list(root.iter(f"{W}t")):
        before = element.getprevious()
        if before is not None and before.tag == element.tag:
            before.text = (before.text or "") + (element.text or "")
            parent = element.getparent()
            assert parent is not None
            parent.remove(element)
    return etree.tostring(root, method="c14n").decode()


def _look(element: etree._Element) -> bytes:
    found = element.find(f"{W}rPr")
    return etree.tostring(found) if found is not None else b""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_accepted_it_is_the_new_text_and_rejected_the_old_file(layout: str, lang: Lang, made) -> None:  # type: ignore[no-untyped-def]
    case, done = made(layout, lang)
    assert done.right
    assert done.findings == ()
    # lexkz reads tracked changes as accepted: other code than that which the file was proved with.
    assert _lines(_read(done.data, lang)) == _lines(case.new) != _lines(case.old)
    assert _plain(decided(part(done.data), "reject")) == _plain(part(case.data))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_finds_no_damage_and_every_other_part_stays_byte_for_byte(layout: str, lang: Lang, made) -> None:  # type: ignore[no-untyped-def]
    case, done = made(layout, lang)
    assert faults(part(done.data)) == []
    with ZipFile(BytesIO(case.data)) as before, ZipFile(BytesIO(done.data)) as after:
        assert before.namelist() == after.namelist()
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert changed == ["word/document.xml"]


def test_only_the_words_that_change_are_tracked(made) -> None:  # type: ignore[no-untyped-def]
    _, done = made("libreoffice", "rus")
    root = body(done.data)
    gone = "".join(text(each) for each in root.iter(f"{W}del") if len(each))
    assert gone.replace("\u00a0", " ") == "3центр подписывает справку;прошивается и скрепляется печатью."
    came = [text(each) for each in root.iter(f"{W}ins") if len(each)]
    assert came[:3] == ["5 рабочих", "исключен", "4) центр уведомляет посетителя."]
    assert {each.get(f"{W}author") for each in root.iter(f"{W}ins", f"{W}del")} == {"приказ № 301"}
    assert {each.get(f"{W}date") for each in root.iter(f"{W}ins", f"{W}del")} == {"2024-03-01T00:00:00Z"}


def test_new_words_look_as_those_beside_them(made) -> None:  # type: ignore[no-untyped-def]
    _, done = made("letterhead", "rus")
    root = body(done.data)
    words = next(each for each in root.iter(f"{W}ins") if text(each) == "5 рабочих")
    assert words.find(f"{W}r/{W}rPr/{W}color").get(f"{W}val") == "1F1F1F"  # type: ignore[union-attr]
    unit = next(each for each in root.iter(f"{W}p") if text(each).startswith("3-1."))
    assert unit.find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "709"  # type: ignore[union-attr]
    cell = next(each for each in root.iter(f"{W}ins") if text(each) == "Врач")
    assert cell.find(f"{W}r/{W}rPr/{W}i") is not None


def test_rows_come_and_go_as_tracked_rows(made) -> None:  # type: ignore[no-untyped-def]
    for lang in LANGS:
        _, done = made("letterhead", lang)
        rows = list(body(done.data).iter(f"{W}tbl"))[-1].findall(f"{W}tr")
        kinds = [
            "-" if row.find(f"{W}trPr/{W}del") is not None else "+" if row.find(f"{W}trPr/{W}ins") is not None else ""
            for row in rows
        ]
        assert kinds == ["", "", "", "-", "+", "", "+"]
        assert [cell.get(f"{W}val") for cell in rows[4].iter(f"{W}gridSpan")] == ["2"]


def test_numbers_that_word_counts_come_out_right(made) -> None:  # type: ignore[no-untyped-def]
    for lang in LANGS:
        _, done = made("numbered", lang)
        accepted = decided(part(done.data), "accept")
        by_text = {text(each).rstrip("."): each for each in accepted.iter(f"{W}p")}
        # No list prints «3-1.»: it is text, and the list is not counted on by it.
        between = next(each for said, each in by_text.items() if said.startswith("3-1. "))
        assert between.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"  # type: ignore[union-attr]
        assert between.find(f"{W}pPr/{W}ind").get(f"{W}left") == "720"  # type: ignore[union-attr]
        last = next(
            each for said, each in by_text.items() if said in ("Споры рассматриваются в суде", "Даулар сотта қаралады")
        )
        assert last.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Point"  # type: ignore[union-attr]
        assert last.find(f"{W}pPr/{W}numPr") is None


def test_a_list_whose_numbers_leap_is_begun_anew_and_rejecting_takes_that_back() -> None:
    """Units that go without a trace, and one that gets another number: the list is begun anew at the right number."""
    case = _case("numbered", "rus")
    lines = BOTH["rus"].base.replace("3. Центр хранит документы один год.\n", "").replace("6. Отв", "9. Отв")
    case.new = build(read_text(lines, lang="rus"))
    done = case.tracked()
    assert done.right
    assert [line for line in _lines(_read(done.data, "rus")) if line[:2] in ("4.", "9.")] == [
        "4. Отчет составляется ежемесячно.",
        "9. Ответственность несет руководитель центра.",
    ]
    assert len(list(body(done.data).iter(f"{W}pPrChange"))) == 2
    starts = [each.get(f"{W}val") for each in part(done.data, "word/numbering.xml").iter(f"{W}startOverride")]
    assert starts == ["4", "9"]
    assert _plain(decided(part(done.data), "reject")) == _plain(part(case.data))
    assert faults(part(done.data)) == []


def test_a_wrong_number_is_found_when_the_file_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof does not trust what wrote: without the care for numbers the file is not given as right."""
    case = _case("numbered", "rus")
    monkeypatch.setattr(tracking, "settle", lambda *_: False)
    done = case.tracked()
    assert not done.right
    assert [found.code for found in done.findings] == ["publish.not_proved"]
    assert "3-1." in str(done.findings[0].message.rus)


def test_what_rejecting_does_not_bring_back_is_found_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    case = _case("libreoffice", "kaz")
    whole = decided

    def forgetful(root: etree._Element, verdict: str) -> etree._Element:
        made = whole(root, verdict)  # type: ignore[arg-type]
        if verdict == "reject":
            gone = next(each for each in made.iter(f"{W}t") if (each.text or "").strip() == "3")
            gone.text = ""
        return made

    monkeypatch.setattr(reread, "decided", forgetful)
    done = case.tracked()
    assert not done.right
    assert "қабылданбағанда" in done.findings[0].message.kaz


POINTS = """Тестовые правила
1. Первый пункт о порядке.
2. Второй пункт о сроках.
3. Третий пункт о хранении.
4. Четвертый пункт о печати."""


def _points(paragraphs: dict[int, str], new: str) -> Case:
    """A file of the points above, some of its paragraphs given as XML; ``new`` is the text that it is to become."""
    lines = POINTS.splitlines()
    inner = "".join(paragraphs.get(at) or paragraph(line) for at, line in enumerate(lines))
    data = package(f"{inner}<w:sectPr/>")
    return Case(data, _read(data, "rus"), build(read_text(new, lang="rus")), "rus")


FIELD = (
    f'<w:p>{run("2. Второй пункт о ")}<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> REF срок </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    f'{run("сроках.")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
LOCKED = (
    '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
    f"{paragraph('2. Второй пункт о сроках.')}</w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize("holder", [FIELD, LOCKED], ids=["field", "locked"])
def test_words_that_word_works_out_itself_are_left_alone_and_that_is_said(holder: str) -> None:
    new = POINTS.replace("сроках", "днях").replace("хранении", "учете")
    done = _points({2: holder}, new).tracked()
    assert done.right
    assert [(found.code, found.severity) for found in done.findings] == [("publish.not_placed", "error")]
    assert "Второй пункт о днях" in done.findings[0].message.rus
    accepted = _lines(_read(done.data, "rus"))
    assert "2. Второй пункт о сроках." in accepted
    assert "3. Третий пункт о учете." in accepted
    said = part(done.data, "word/comments.xml")
    assert "не изменена" in text(said)
    assert {each.get(f"{W}author") for each in said} == {"lexkz"}
    place = next(body(done.data).iter(f"{W}commentRangeStart")).getparent()
    assert place is not None
    assert text(place).startswith("2. Второй")
    assert faults(part(done.data)) == []


def test_the_same_words_twice_are_told_apart_by_their_units() -> None:
    """Two lines have the same words; only the second changes, and only there the file does."""
    same = "сведения о сроках;"
    lines = ["Тестовые правила", "1. Журнал содержит:", same, "2. Отчет содержит:", same, "3. Центр хранит журнал."]
    data = package("".join(map(paragraph, lines)) + "<w:sectPr/>")
    new = build(read_text("\n".join([*lines[:4], "сведения о днях;", lines[5]]), lang="rus"))
    done = track(data, "own.docx", _read(data, "rus"), new)
    assert done.right
    changed = [bool(list(each.iter(f"{W}ins"))) for each in body(done.data).iter(f"{W}p")]
    assert changed == [False, False, False, False, True, False]


def test_a_unit_that_changes_its_place_is_moved_with_a_name_on_both_sides() -> None:
    lines = POINTS.splitlines()
    done = _points({}, "\n".join([*lines[:2], lines[3], lines[4], lines[2]])).tracked()
    root = body(done.data)
    assert done.right
    assert [text(each) for each in root.iter(f"{W}moveFrom") if len(each)] == ["2. Второй пункт о сроках."]
    assert [text(each) for each in root.iter(f"{W}moveTo") if len(each)] == ["2. Второй пункт о сроках."]
    assert [each.get(f"{W}name") for each in root.iter(f"{W}moveFromRangeStart", f"{W}moveToRangeStart")] == [
        "move1"
    ] * 2
    assert not list(root.iter(f"{W}delText"))
    assert faults(part(done.data)) == []


def test_a_file_with_changes_of_another_hand_is_refused_in_one_sentence() -> None:
    change = '<w:p><w:ins w:id="1" w:author="Иванов">' + run("5. Пятый пункт.") + "</w:ins></w:p>"
    data = package("".join(map(paragraph, POINTS.splitlines())) + change + "<w:sectPr/>")
    old = _read(data, "rus")
    with pytest.raises(SourceError, match="has tracked changes already: accept or reject them"):
        track(data, "own.docx", old, old)


def test_the_end_of_a_section_and_the_last_paragraph_stay() -> None:
    """A paragraph that ends a section is emptied, never taken away: the page setup would go with it."""
    ends = paragraph(
        "2. Второй пункт о сроках.", '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    )
    lines = POINTS.splitlines()
    done = _points({2: ends}, "\n".join([*lines[:2], lines[3]])).tracked()
    assert done.right
    accepted = decided(part(done.data), "accept")
    assert [each.get(f"{W}orient") for each in accepted.iter(f"{W}pgSz")] == ["landscape"]
    assert _lines(_read(done.data, "rus")) == [*lines[:2], lines[3]]


def test_new_units_at_the_end_and_a_new_table_come_and_go() -> None:
    new = f"{POINTS}\n5. Пятый пункт о днях.\n6. Шестой пункт."
    case = _points({}, new)
    done = case.tracked()
    assert done.right
    assert _plain(decided(part(done.data), "reject")) == _plain(part(case.data))
    data = package(
        "".join(map(paragraph, POINTS.splitlines())) + table([["№", "Имя"], ["1", "А"]]) + paragraph("") + "<w:sectPr/>"
    )
    old = _read(data, "rus")
    again = track(data, "own.docx", old, build(read_text(POINTS, lang="rus")))
    assert again.right
    assert _lines(_read(again.data, "rus")) == POINTS.splitlines()


def test_a_table_of_other_columns_looks_as_the_one_whose_place_it_takes() -> None:
    """Row by row, cell by cell: the head bold and centred, the numbers centred, the words at the left."""
    centred = '<w:jc w:val="center"/>'
    rows = [
        [(f"<w:pPr>{centred}</w:pPr>", "<w:b/>", "№"), (f"<w:pPr>{centred}</w:pPr>", "<w:b/>", "Имя")],
        [(f"<w:pPr>{centred}</w:pPr>", "", "1"), ("", "", "А")],
    ]
    cells = [
        "".join(f"<w:tc><w:tcPr/><w:p>{own}{run(said, look)}</w:p></w:tc>" for own, look, said in row) for row in rows
    ]
    like = f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    other = table([["Мера", "Ещё"], ["2", "Б"]])
    points = "".join(map(paragraph, POINTS.splitlines()))
    data = package(f"{points}{like}{paragraph('')}{other}{paragraph('')}<w:sectPr/>")
    text_after = f"{POINTS}\n№\tИмя\tГод\n1\tА\t7\n2\tБ\t8\n\nМера\tЕщё\n2\tБ"
    done = track(data, "own.docx", _read(data, "rus"), build(read_text(text_after, lang="rus")))
    assert done.right
    came = [row for row in part(done.data).iter(f"{W}tr") if row.find(f"{W}trPr/{W}ins") is not None]
    assert [text(row) for row in came] == ["№ИмяГод", "1А7", "2Б8"]
    stands = [[each.find(f"{W}pPr/{W}jc") is not None for each in row.iter(f"{W}p")] for row in came]
    assert stands == [[True, True, True], [True, False, False], [True, False, False]]
    assert [any(True for _ in row.iter(f"{W}b")) for row in came] == [True, False, False]


def test_the_same_file_and_order_give_the_same_bytes(made) -> None:  # type: ignore[no-untyped-def]
    case, done = made("letterhead", "kaz")
    assert case.tracked().data == done.data
    assert Path("own.docx").exists() is False


def test_new_words_are_not_struck_raised_hidden_or_set_in_capitals_as_their_neighbours() -> None:
    odd = '<w:b/><w:caps/><w:strike/><w:vertAlign w:val="superscript"/>'
    split = f"<w:p>{run('2. Второй пункт о ')}{run('СРОКАХ', odd)}{run('.')}</w:p>"
    done = _points({2: split}, POINTS.replace("о сроках", "о СРОКАХ днях")).tracked()
    assert done.right
    (came,) = [each for each in body(done.data).iter(f"{W}ins") if len(each)]
    assert text(came).strip() == "днях"
    assert [str(each.tag).rpartition("}")[2] for each in came.iterfind(f"{W}r/{W}rPr/*")] == ["b"]


NOTE = "Сноска. Пункт 2 с изменениями, внесенными приказом Министра от 01.01.2020 № 5."


def test_a_new_unit_comes_after_the_notes_of_the_one_before_it() -> None:
    lines = POINTS.splitlines()
    new = "\n".join([*lines[:3], "2-1. Новый пункт о проверках.", *lines[3:]])
    done = _points({2: paragraph(lines[2]) + paragraph(NOTE)}, new).tracked()
    assert done.right
    assert [text(each) for each in body(done.data).iter(f"{W}p")][2:5] == [
        lines[2],
        NOTE,
        "2-1. Новый пункт о проверках.",
    ]


def test_lines_that_share_a_paragraph_get_new_lines_in_it() -> None:
    lines = POINTS.splitlines()
    soft = paragraph("\n".join(lines[1:4]))
    changed = "\n".join([lines[0], "1. Первый пункт о прядке.", "1-1. Вставка.", lines[3], lines[4]])
    done = _points({1: soft, 2: "<w:p/>", 3: "<w:p/>"}, changed).tracked()
    assert done.right
    assert done.findings == ()
    assert len(list(body(done.data).iter(f"{W}p"))) == 5
    assert _lines(_read(done.data, "rus")) == changed.splitlines()


def test_a_heading_that_the_contents_repeat_is_changed_where_it_stands() -> None:
    """Contents without page numbers: the same words stand twice, and the unit's recorded place tells them apart."""
    text_of = ["Тестовые правила", "Глава 1. Общее", "1. Первый пункт.", "Глава 2. Иное", "2. Второй пункт."]
    listed = ["Содержание", text_of[1], text_of[3]]
    data = package("".join(map(paragraph, [text_of[0], *listed, *text_of[1:]])) + "<w:sectPr/>")
    new = build(read_text("\n".join(text_of).replace("Общее", "Прочее"), lang="rus"))
    done = track(data, "own.docx", _read(data, "rus"), new)
    assert done.right
    assert done.findings == ()
    changed = [at for at, each in enumerate(body(done.data).iter(f"{W}p")) if list(each.iter(f"{W}ins"))]
    assert changed == [4]


def test_a_move_of_which_one_side_is_not_safe_is_not_made_at_all() -> None:
    space = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {space}><m:r><m:t>x</m:t></m:r></m:oMath>"
    held = f"<w:p>{run('2. Второй пункт о сроках ')}{formula}</w:p>"
    lines = POINTS.replace("о сроках.", "о сроках x").splitlines()
    done = _points({2: held}, "\n".join([*lines[:2], lines[3], lines[4], lines[2]])).tracked()
    assert done.right
    assert {found.code for found in done.findings} == {"publish.not_placed"}
    assert _lines(_read(done.data, "rus")) == lines


def test_words_that_come_behind_a_link_are_no_part_of_it() -> None:
    linked = '<w:hyperlink w:anchor="a">' + run("сроках", '<w:u w:val="single"/>') + "</w:hyperlink>"
    held = f"<w:p>{run('2. Второй пункт о ')}{linked}{run('.')}</w:p>"
    done = _points({2: held}, POINTS.replace("о сроках", "о сроках и днях")).tracked()
    assert done.right
    link = next(body(done.data).iter(f"{W}hyperlink"))
    assert text(link) == "сроках"
    assert not list(link.iter(f"{W}ins"))


def test_a_new_row_below_the_head_is_no_head() -> None:
    grid = table([["№", "Имя"]]) + paragraph("")
    inner = "".join(map(paragraph, POINTS.splitlines()))
    data = package(f"{inner}{grid}<w:sectPr/>")
    old = _read(data, "rus")
    longer = table([["№", "Имя"], ["1", "Асан"]]) + paragraph("")
    done = track(data, "own.docx", old, _read(package(f"{inner}{longer}<w:sectPr/>"), "rus"))
    assert done.right
    head, row = body(done.data).iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert [str(each.tag).rpartition("}")[2] for each in row.iterfind(f"{W}trPr/*")] == ["ins"]


CONTENTS = "Содержание", "Глава 1. Общее\t3", "Глава 2. Иное\t5"


def test_a_heading_changes_in_a_file_whose_contents_are_not_made_anew_yet() -> None:
    text_of = ["Тестовые правила", "Глава 1. Общее", "1. Первый пункт.", "Глава 2. Иное", "2. Второй пункт."]
    data = package("".join(map(paragraph, [text_of[0], *CONTENTS, *text_of[1:]])) + "<w:sectPr/>")
    new = build(read_text("\n".join(text_of).replace("Иное", "Прочее"), lang="rus"))
    done = track(data, "own.docx", _read(data, "rus"), new)
    assert done.right
    came = [text(each) for each in body(done.data).iter(f"{W}ins") if len(each)]
    assert came == ["Прочее"]


LONG = "Очень длинное слово о порядке ведения журнала учета посещений центра"


@pytest.mark.parametrize("at", range(1, 6))
def test_a_unit_that_no_list_numbers_comes_anywhere(at: int) -> None:
    """At the end as well, where the last paragraph's own end is handed on to the new one."""
    numbers = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    lines = POINTS.splitlines()
    inner = paragraph(lines[0]) + "".join(paragraph(line.split(" ", 1)[1], listed) for line in lines[1:])
    data = package(f"{inner}<w:sectPr/>", numbering=numbers)
    new = "\n".join([*lines[:at], f"{at - 1}-1. {LONG}.", *lines[at:]])
    done = track(data, "own.docx", _read(data, "rus"), build(read_text(new, lang="rus")))
    assert done.right
    assert _lines(_read(done.data, "rus")) == new.splitlines()
    assert _plain(decided(part(done.data), "reject")) == _plain(part(data))
    assert faults(part(done.data)) == []
