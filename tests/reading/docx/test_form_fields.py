"""Fields of Word are fields of forms: name, list of values, tick; what is written there stands in the text."""

import io
from collections.abc import Mapping

import pytest

from lexkz.annex import forms
from lexkz.annex.form_model import Field
from lexkz.languages.detect import Lang
from lexkz.publication import export_text
from lexkz.publication.filled import fill
from lexkz.publication.filled_docx import filled_docx
from lexkz.publication.form_schema import problems
from lexkz.reading import docx
from lexkz.structure import Act, build
from tests.reading.docx.raw import BORDERS, p, r, tbl, tc, word

RIGHT, CENTRE = '<w:jc w:val="right"/>', '<w:jc w:val="center"/>'
LIST = '<w:listItem w:displayText="{0}" w:value="1"/><w:listItem w:displayText="{1}" w:value="2"/>'
WORDS: Mapping[Lang, tuple[str, ...]] = {
    "rus": ("Приложение к Правилам", "Форма", "ЗАЯВЛЕНИЕ", "Прошу принять на учёт ", "первая", "вторая", "Адрес"),
    "kaz": ("Қағидаларға қосымша", "Нысан", "ӨТІНІШ", "Есепке алуды сұраймын ", "бірінші", "екінші", "Мекенжайы"),
}


def _mark(kind: str, data: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{data}</w:fldChar></w:r>'


def _old(name: str, kind: str, data: str, result: str | None = None) -> str:
    """A field of the old kind."""
    shown = "" if result is None else _mark("separate") + result
    data = f'<w:ffData><w:name w:val="{name}"/>{data}</w:ffData>'
    return _mark("begin", data) + f"<w:r><w:instrText> {kind} </w:instrText></w:r>{shown}" + _mark("end")


def _control(tag: str, kind: str, shown: str, *, empty: bool = False, alias: str = "") -> str:
    title = f'<w:alias w:val="{alias}"/>' if alias else ""
    hint = "<w:showingPlcHdr/>" if empty else ""
    properties = f'<w:sdtPr>{title}<w:tag w:val="{tag}"/>{hint}{kind}</w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _act(lang: Lang, *paragraphs: str) -> Act:
    words = WORDS[lang]
    head = p(words[0], RIGHT) + p(words[1], RIGHT) + p(words[2], CENTRE)
    return build(docx.read(word(head + "".join(paragraphs)), "form.docx", lang))


def _field(act: Act) -> Field:
    [form] = forms(act)
    [field] = form.fields
    return field


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("empty", [True, False])
def test_a_text_field_has_its_name_and_what_is_written_in_it(lang: Lang, empty: bool) -> None:
    result = r("\u2002" * 5) if empty else r("Асан ") + r("Үсен")
    act = _act(lang, p(runs=r(WORDS[lang][3]) + _old("fio", "FORMTEXT", "<w:textInput/>", result) + r(".")))
    field = _field(act)
    assert (field.name, field.value) == ("fio", None if empty else "Асан Үсен")
    shown = "__________" if empty else "Асан Үсен"
    assert export_text(act).strip().split("\n")[-1] == f"{WORDS[lang][3]}{shown}."


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize(("chosen", "ticked"), [(0, False), (1, True)])
def test_lists_and_boxes_of_both_kinds_have_their_values(lang: Lang, chosen: int, ticked: bool) -> None:
    values = WORDS[lang][4:6]
    entries = "".join(f'<w:listEntry w:val="{value}"/>' for value in values)
    listed = LIST.format(*values)
    sign = "☒" if ticked else "☐"
    made = (
        _old("list", "FORMDROPDOWN", f'<w:ddList><w:result w:val="{chosen}"/>{entries}</w:ddList>'),
        _control("list", f"<w:dropDownList>{listed}</w:dropDownList>", r(values[chosen])),
        _old("box", "FORMCHECKBOX", f'<w:checkBox><w:default w:val="{chosen}"/></w:checkBox>'),
        _control("box", "<w14:checkbox/>", r(sign)),
    )
    fields = [_field(_act(lang, p(runs=r(WORDS[lang][3]) + one))) for one in made]
    assert [(field.name, field.kind, field.values, field.value) for field in fields] == [
        ("list", "choice", values, values[chosen]),
        ("list", "choice", values, values[chosen]),
        ("box", "check", (), ticked),
        ("box", "check", (), ticked),
    ]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_control_that_nobody_filled_in_is_a_blank_in_a_line_and_in_a_cell(lang: Lang) -> None:
    control = _control("adr", "<w:text/>", r("Введите ") + r("текст."), empty=True, alias=WORDS[lang][6])
    in_line = _act(lang, p(runs=r(WORDS[lang][3]) + control))
    in_cell = _act(lang, tbl((tc("№"), tc("А")), (tc("1"), tc(p(runs=control))), properties=BORDERS))
    for act in (in_line, in_cell):
        field = _field(act)
        assert (field.name, field.label, field.value) == ("adr", WORDS[lang][6], None)
        assert "текст" not in export_text(act)
        assert "__________" in export_text(act)


def test_a_list_in_which_other_values_can_be_written_takes_them() -> None:
    control = _control("list", f"<w:comboBox>{LIST.format('а', 'ә')}</w:comboBox>", r("Таңда"), empty=True)
    act = _act("kaz", p(runs=r(WORDS["kaz"][3]) + control))
    [form] = forms(act)
    assert form.fields[0].other
    assert problems(form, {"list": "б"}) == ()
    assert filled_docx(fill(form, {"list": "б"})) is not None


def test_a_stretch_of_several_paragraphs_and_a_gallery_are_text_and_no_fields() -> None:
    properties = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    gallery = f"<w:sdt>{properties}<w:sdtContent>{p('Бір.')}</w:sdtContent></w:sdt>"
    rich = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{p('Екі.')}{p('Үш.')}</w:sdtContent></w:sdt>"
    act = _act("kaz", gallery, rich, p("Төрт _______ деп."))
    [form] = forms(act)
    assert len(form.fields) == 1
    assert not form.fields[0].marked
    assert [line for line in export_text(act).split("\n") if line][3:] == ["Бір.", "Екі.", "Үш.", "Төрт _______ деп."]


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_word_form_is_filled_in_with_its_own_list(lang: Lang) -> None:
    listed = f"<w:dropDownList>{LIST.format(*WORDS[lang][4:6])}</w:dropDownList>"
    act = _act(lang, p(runs=r(WORDS[lang][3]) + _control("list", listed, r("…"), empty=True)))
    [form] = forms(act)
    assert [problem.field for problem in problems(form, {"list": "жоқ"})] == ["list"]
    data = {"list": WORDS[lang][5]}
    assert problems(form, data) == ()
    again = build(docx.read(filled_docx(fill(form, data)), "filled.docx", lang))
    assert f"{WORDS[lang][3]}{WORDS[lang][5]}" in export_text(again)
    assert io.BytesIO(filled_docx(fill(form, data))).read(2) == b"PK"


@pytest.mark.parametrize("lang", ["kaz", "rus"])
@pytest.mark.parametrize("counted", ["__Fieldmark__21_1595029403", "Text3", "Dropdown1", "Флажок2"])
def test_a_field_that_a_program_only_counts_is_named_by_the_words_beside_it(lang: Lang, counted: str) -> None:
    result = r("\u2002" * 5)
    field = _field(_act(lang, p(runs=r(f"{WORDS[lang][6]}: ") + _old(counted, "FORMTEXT", "<w:textInput/>", result))))
    assert (field.name, field.label) == ({"kaz": "mekenzhaiy", "rus": "adres"}[lang], WORDS[lang][6])


def test_what_word_shows_in_an_empty_field_is_no_value_where_its_mark_was_lost() -> None:
    control = _control("adr", "<w:text/>", r("Место для ввода текста."))
    assert _field(_act("rus", p(runs=r("Адрес: ") + control))).value is None
