"""Findings in the margin of the user's own Word file: at the words or the unit, all else as it was."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

import lexkz
from lexkz.api import redline_own
from lexkz.publication.sheet.model import Remark
from lexkz.publication.tracked import track
from lexkz.publication.tracked.decided import decided
from lexkz.reading.docx.document import trace
from lexkz.structure import build
from tests.publication.ooxml import faults
from tests.publication.tracked.layouts import BOTH, amending, letterhead, package, paragraph, run
from tests.publication.word import W, body, part, text

WRONG = {"rus": ('слова "3 дней"', 'слова "9 дней"'), "kaz": ('"3 күн" деген', '"9 күн" деген')}


def _under(root: etree._Element, number: str) -> str:
    """The words that a comment hangs on."""
    said: list[str] = []
    inside = False
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart" and element.get(f"{W}id") == number:
            inside = True
        elif element.tag == f"{W}commentRangeEnd" and element.get(f"{W}id") == number:
            inside = False
        elif inside and element.tag == f"{W}t":
            said.append(element.text or "")
    return "".join(said)


@pytest.mark.parametrize("lang", BOTH)
def test_a_command_that_waits_is_told_at_its_unit_and_the_rest_goes_in(lang: str, tmp_path: Path) -> None:
    own = tmp_path / "own.docx"
    own.write_bytes(letterhead(lang))
    right, wrong = WRONG[lang]
    order = lexkz.read_text(amending(lang, rows=True).replace(right, wrong))
    done = redline_own(own, order)
    assert done.right
    assert [one.outcome for one in done.act.report.commands].count("refused") == 1
    assert {found.code for found in done.findings if found.severity == "error"} == {"consolidate.words_absent"}
    root = body(done.data)
    assert faults(root) == []
    (comment,) = list(part(done.data, "word/comments.xml"))
    assert wrong in text(comment)
    assert _under(root, comment.get(f"{W}id") or "").startswith("2. ")
    with ZipFile(BytesIO(own.read_bytes())) as before, ZipFile(BytesIO(done.data)) as after:
        kept = [name for name in before.namelist() if before.read(name) == after.read(name)]
    assert set(before.namelist()) - set(kept) == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
    }
    assert "3-1. " in "".join(text(each) for each in root.iter(f"{W}ins"))


@pytest.mark.parametrize("lang", BOTH)
def test_a_draft_is_checked_in_its_own_file(lang: str, tmp_path: Path) -> None:
    own = tmp_path / "draft.docx"
    own.write_bytes(package("".join(map(paragraph, amending(lang).splitlines())) + "<w:sectPr/>"))
    defects = lexkz.check(own)
    assert len(defects)
    data = defects.to_docx()
    assert faults(part(data)) == []
    comments = list(part(data, "word/comments.xml"))
    assert len(comments) == len(defects)
    assert all(getattr(one.message, lang) in text(each) for one, each in zip(defects, comments, strict=True))
    assert [text(each) for each in body(data).iter(f"{W}p")] == amending(lang).splitlines()


def test_a_draft_that_is_no_word_file_is_written_as_one_with_comments_at_the_words(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(amending("rus").replace('".\n2. ', '".\n2. Признать утратившим силу пункт 1.\n3. '))
    data = lexkz.check(draft).to_docx()
    root = body(data)
    assert faults(root) == []
    comments = list(part(data, "word/comments.xml"))
    defects = lexkz.check(draft)
    assert len(comments) == len(defects)
    for one, each in zip(defects, comments, strict=True):
        under = _under(root, each.get(f"{W}id") or "")
        assert under
        if one.text:
            assert under.startswith(one.text[:20]) or one.text[:20] in under


def test_words_are_marked_exactly_where_they_stand() -> None:
    lines = ["Тестовые правила", "1. Центр ведет журнал.", "2. Центр хранит документы год."]
    split = f"<w:p>{run('2. Центр хра')}{run('нит доку', '<w:b/>')}{run('менты год.')}</w:p>"
    data = package(paragraph(lines[0]) + paragraph(lines[1]) + split + "<w:sectPr/>")
    old = build(trace(data, "own.docx", "rus").source)
    remarks = (Remark("para_2", "документы", ("Какие?",)), Remark("", "", ("Общее.",)))
    made = track(data, "own.docx", old, old, remarks)
    assert made.right
    assert _under(body(made.data), "0") == "документы"
    assert _under(body(made.data), "1") == "Тестовые правила"
    assert [text(each) for each in decided(part(made.data), "accept").iter(f"{W}p")] == lines
    looks = [each.find(f"{W}rPr/{W}b") is not None for each in body(made.data).iter(f"{W}r") if text(each)]
    assert looks.count(True) == 2


def test_comments_of_others_stay_and_no_number_stands_twice() -> None:
    theirs = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:comment w:id="4" w:author="Иванов"><w:p><w:r><w:t>Проверить.</w:t></w:r></w:p></w:comment></w:comments>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    hung = (
        f'<w:p><w:commentRangeStart w:id="4"/>{run("1. Центр ведет журнал.")}<w:commentRangeEnd w:id="4"/>'
        '<w:r><w:commentReference w:id="4"/></w:r></w:p>'
    )
    data = package(
        paragraph("Тестовые правила") + hung + "<w:sectPr/>", extra={"comments.xml": ("comments", kind, theirs)}
    )
    old = build(trace(data, "own.docx", "rus").source)
    made = track(data, "own.docx", old, old, (Remark("para_1", "журнал", ("Какой?",)),))
    comments = part(made.data, "word/comments.xml")
    assert [(each.get(f"{W}id"), each.get(f"{W}author")) for each in comments] == [("4", "Иванов"), ("5", "lexkz")]
    assert _under(body(made.data), "4") == "1. Центр ведет журнал."
    assert _under(body(made.data), "5") == "журнал"
    assert faults(part(made.data)) == []
