"""Fields that a PDF itself marks (AcroForm) are fields of the form: its names, its lists, what must be given."""

from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("reportlab")

from lexkz.annex import forms
from lexkz.annex.form_model import Form
from lexkz.publication.filled import fill, read_back
from lexkz.publication.filled_docx import docx_entries, filled_docx
from lexkz.publication.filled_html import filled_html, html_entries
from lexkz.publication.form_schema import form_schema, problems
from lexkz.publication.forms_json import form_data
from lexkz.reading.blocks import Lang
from lexkz.structure import build
from tests.facsimile import font
from tests.reading.pdf.drawing import KAZ, RUS, put, read, widget

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.skipif(not font.files(), reason="no font with Kazakh letters is installed")

RUSSIAN = ("4. Руководитель:", "5. Область:", "6. Согласие:", "7. Пол:", "8. Телефон: ______________")
KAZAKH = ("4. Басшысы:", "5. Облысы:", "6. Келісім:", "7. Жынысы:", "8. Телефоны: ______________")
LABELS = {"kaz": "Тегі және аты", "rus": "Фамилия и имя"}
REGIONS = ["Абай", "Жетісу", "Ұлытау"]
REQUIRED, RADIO, COMBO, EDIT = 2, 1 << 15, 1 << 17, 1 << 18


def _form(lang: Lang, *, region: str = "", editable: bool = False) -> Form:
    """Return the form of an act whose last points are filled in on the page."""

    def draw(canvas: "Canvas") -> None:
        y = put(canvas, [*(RUS if lang == "rus" else KAZ), *(RUSSIAN if lang == "rus" else KAZAKH)])
        at = [y + 18 * (5 - place) - 3 for place in range(5)]
        width, high = 200, 15
        widget(canvas, "Tx", "fio", (240, at[0], 240 + width, at[0] + high), TU=LABELS[lang], Ff=REQUIRED)
        flags = COMBO | (EDIT if editable else 0)
        widget(canvas, "Ch", "oblast", (240, at[1], 440, at[1] + high), V=region, Opt=REGIONS, Ff=flags)
        states: dict[str, Any] = {"N": {"Yes": {}, "Off": {}}}
        widget(canvas, "Btn", "agree", (200, at[2], 212, at[2] + 12), AS="/Off", AP=states)
        canvas.drawString(218, at[2] + 3, "согласен" if lang == "rus" else "келісемін")
        for place, sex in enumerate("мж"):
            states = {"N": {"m" if sex == "м" else "f": {}, "Off": {}}}
            box = (200 + 100 * place, at[3], 212 + 100 * place, at[3] + 12)
            widget(canvas, "Btn", "sex", box, AS="/Off", AP=states, Ff=RADIO)
            canvas.drawString(box[2] + 3, at[3] + 3, sex)
        widget(canvas, "Tx", "tel", (150, at[4], 300, at[4] + high))

    act = build(read(draw, lang))
    (found,) = forms(act)
    return found


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_a_field_of_a_pdf_has_the_files_name_list_and_duty(lang: Lang) -> None:
    fields = {field.name: field for field in _form(lang).fields}
    assert list(fields) == ["fio", "oblast", "agree", "sex", "tel"]
    assert [field.kind for field in fields.values()] == ["person", "choice", "check", "choice", fields["tel"].kind]
    assert [field.required for field in fields.values()] == [True, False, False, False, False]
    assert fields["fio"].label == LABELS[lang]
    assert fields["oblast"].values == tuple(REGIONS)
    assert fields["sex"].values == ("m", "f")
    assert [part.option for part in fields["sex"].parts] == ["m", "f"]
    assert fields["agree"].value is False


def test_underscores_that_the_page_prints_under_a_field_are_its_blank() -> None:
    (line,) = (text for block in _form("rus").blocks if "Телефон" in (text := getattr(block, "text", "")))
    assert line == "8. Телефон: ______________"


def test_words_behind_a_box_stay_on_its_line() -> None:
    texts = [getattr(block, "text", "") for block in _form("kaz").blocks]
    assert "6. Келісім: ☐ келісемін" in texts


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_what_is_filled_in_comes_back_from_word_and_from_the_page(lang: Lang) -> None:
    form = _form(lang)
    data = {"fio": "Ахметов А. Б.", "oblast": "Ұлытау", "agree": True, "sex": "f"}
    assert not problems(form, data)
    made = fill(form, data)
    word = dict(docx_entries(filled_docx(made)))
    assert word["agree"] == "☒"
    assert (word["sex.0"], word["sex.1"]) == ("☐", "☒")
    assert read_back(form, docx_entries(filled_docx(made))) == data
    assert read_back(form, html_entries(filled_html(made))) == data


def test_a_value_outside_the_list_is_refused_unless_the_file_takes_others() -> None:
    data = {"fio": "А", "oblast": "Атлантида"}
    (problem,) = problems(_form("rus"), data)
    assert (problem.field, "Абай; Жетісу; Ұлытау" in problem.message.eng) == ("oblast", True)
    assert not problems(_form("rus", editable=True), data)


def test_a_tick_is_true_or_false_and_a_required_field_must_be_given() -> None:
    assert {problem.field for problem in problems(_form("kaz"), {"agree": "yes"})} == {"fio", "agree"}


def test_what_the_file_has_in_a_field_stays_unless_the_data_say_otherwise() -> None:
    form = _form("rus", region="Абай")
    assert next(field for field in form.fields if field.name == "oblast").value == "Абай"
    assert read_back(form, docx_entries(filled_docx(fill(form, {"fio": "А"}))))["oblast"] == "Абай"
    other = fill(form, {"fio": "А", "oblast": "Жетісу"})
    assert read_back(form, docx_entries(filled_docx(other)))["oblast"] == "Жетісу"


def test_the_published_form_holds_lists_values_and_options() -> None:
    form = _form("rus", region="Абай")
    told = form_data(form).as_json()
    fields = {field["name"]: field for field in told["fields"]}
    assert fields["oblast"] | {"values": REGIONS, "value": "Абай"} == fields["oblast"]
    assert fields["sex"]["parts"][1]["option"] == "f"
    assert "values" not in fields["fio"]
    assert form_schema(form)["properties"]["oblast"]["enum"] == REGIONS
    assert form_schema(form)["properties"]["agree"]["type"] == "boolean"
