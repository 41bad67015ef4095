"""Forms as JSON and JSON Schema; filled in as DOCX and HTML and read again."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from lexkz.annex import Field, Form, forms
from lexkz.annex.form_model import FormLine
from lexkz.publication.filled import FilledLine, fill, read_back
from lexkz.publication.filled_html import filled_html, html_entries
from lexkz.publication.form_schema import form_schema, problems
from lexkz.publication.forms_json import forms_json
from lexkz.structure import load
from lexkz.workspace.cli.annexes import forms_command
from lexkz.workspace.cli.filling import fill_command

jsonschema = pytest.importorskip("jsonschema")
ORDER = Path(__file__).parents[2] / "xml" / "V2400035172" / "kaz.xml"
FORMS = {form.id: form for form in forms(load(ORDER))}
JOURNAL = """<html><body><h1>Сынақ бұйрық</h1><p>БҰЙЫРАМЫН:</p><p>1. Нысан бекітілсін.</p>
<p align="right">№ 100 бұйрығына<br>1-қосымша</p><p align="right">Нысан</p><p align="center">Сынақ журналы</p>
<table border="1"><tr><td>№ р/с</td><td>Тегі, аты</td></tr><tr><td></td><td></td></tr></table></body></html>"""


def sample(form: Form) -> dict[str, Any]:
    """Return data for every field of a form."""
    return {field.name: _value(field) for field in form.fields}


def _value(field: Field) -> Any:
    if field.kind == "number":
        return 12.5
    if field.kind == "date":
        return "2024-09-05"
    if field.kind == "table":
        return [{field.columns[0].key: "1"}, {column.key: "екі" for column in field.columns}]
    return "123456789012" if field.pattern else f"Ахметов <Асан> & «{field.name}»  уәлі"


def required(form: Form) -> dict[str, Any]:
    return {name: value for name, value in sample(form).items() if name in form_schema(form)["required"]}


@pytest.fixture(params=list(FORMS))
def form(request: pytest.FixtureRequest) -> Form:
    return FORMS[request.param]


def test_json_follows_the_contract(form: Form) -> None:
    data = next(one for one in json.loads(forms_json(FORMS.values(), load(ORDER)))["forms"] if one["id"] == form.id)
    assert {"id", "title", "fields", "schema"} <= set(data)
    assert all({"name", "label", "kind", "required", "eId", "context"} <= set(field) for field in data["fields"])
    printed = [block.text for block in form.blocks if isinstance(block, FormLine)]
    assert [block["text"] for block in data["blocks"] if block["style"] != "table"] == printed


def test_a_schema_is_valid_and_takes_the_sample(form: Form) -> None:
    schema = form_schema(form)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema.Draft202012Validator(schema).is_valid(sample(form))
    assert problems(form, sample(form)) == problems(form, required(form)) == ()


@pytest.mark.parametrize("give", [sample, required])
def test_a_filled_form_read_again_gives_the_same_data(form: Form, give: Any) -> None:
    pytest.importorskip("docx")
    from lexkz.publication.filled_docx import docx_entries, filled_docx

    data = give(form)
    filled = fill(form, data)
    assert read_back(form, html_entries(filled_html(filled))) == data
    assert read_back(form, docx_entries(filled_docx(filled))) == data
    assert filled_docx(filled) == filled_docx(fill(form, data))


def test_the_wording_of_a_filled_form_is_untouched(form: Form) -> None:
    docx = pytest.importorskip("docx")
    from lexkz.publication.filled_docx import filled_docx

    filled = fill(form, sample(form))
    for printed, made in zip(form.blocks, filled.blocks, strict=True):
        assert isinstance(printed, FormLine)
        assert isinstance(made, FilledLine)
        words = [piece for piece in made.pieces if isinstance(piece, str) and piece != " "]
        assert "".join(words).replace(" ", "") == printed.text.replace("_", "").replace(" ", "")
    document = docx.Document(io.BytesIO(filled_docx(fill(form, {}))))
    texts = ["".join(node.text or "" for node in p._p.iter() if node.tag.endswith("}t")) for p in document.paragraphs]
    assert texts == [block.text for block in form.blocks if isinstance(block, FormLine)]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_any_text_comes_back_from_a_filled_form(draw: st.DataObject) -> None:
    form = FORMS[draw.draw(st.sampled_from(["att_2", "att_4"]))]
    data = required(form)
    for field in form.fields:
        if field.kind not in ("date", "number"):
            data[field.name] = draw.draw(st.text(min_size=1, max_size=90))
    if problems(form, data):
        return
    pytest.importorskip("docx")
    from lexkz.publication.filled_docx import docx_entries, filled_docx

    filled = fill(form, data)
    assert read_back(form, html_entries(filled_html(filled))) == data
    assert read_back(form, docx_entries(filled_docx(filled))) == data


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"uiymnyn_atauy": None}, "The value of the field uiymnyn_atauy («ұйымның атауы») must be text."),
        ({"uiymnyn_atauy": ""}, "The value of the field uiymnyn_atauy («ұйымның атауы») must not be empty."),
        ({"kuni": "30.09.2024"}, "The value of the field kuni («Күні») must be a date like 2024-09-30."),
        ({"kuni": "2024-02-30"}, "The value of the field kuni («Күні») must be a date like 2024-09-30."),
        (
            {"kuni": "1999-09-30"},
            "The date of the field kuni («Күні») must lie in 2000 to 2099, since the form has “20” printed.",
        ),
        ({"uiymnyn_ataui": "x"}, "The form has no field uiymnyn_ataui; did you mean uiymnyn_atauy?"),
        (
            {"uiymnyn_atauy": "\x00"},
            "The value of the field uiymnyn_atauy («ұйымның атауы») has a character that a document cannot hold.",
        ),
    ],
)
def test_a_wrong_value_gives_one_sentence_that_names_the_field(change: dict[str, Any], sentence: str) -> None:
    form = FORMS["att_4"]
    found = problems(form, {**required(form), **change})
    assert [problem.message.eng for problem in found] == [sentence]


def test_a_missing_value_gives_one_sentence_that_names_the_field() -> None:
    data = required(FORMS["att_4"])
    del data["kuni"]
    (problem,) = problems(FORMS["att_4"], data)
    assert problem.message.eng == "The field kuni («Күні») is required, but has no value."
    assert problem.message.kaz == "«Күні» өрісі міндетті, бірақ мәні жоқ."
    assert problem.message.rus == "Поле «Күні» обязательно, но значения нет."


def test_a_journal_is_filled_in_with_as_many_rows_as_the_data_has(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    from lexkz.publication.filled_docx import docx_entries, filled_docx

    path = tmp_path / "journal.html"
    path.write_text(JOURNAL, encoding="utf-8")
    (form,) = forms(load(path, lang="kaz"))
    data = sample(form)
    filled = fill(form, data)
    assert read_back(form, html_entries(filled_html(filled))) == data
    assert read_back(form, docx_entries(filled_docx(filled))) == data
    wrong = problems(form, {form.fields[0].name: [{"c9": "x"}]})
    assert len(wrong) == 1
    assert form.fields[0].name in wrong[0].message.eng


def _run(command: Any, *arguments: object) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_the_commands_show_forms_and_fill_one_in(tmp_path: Path) -> None:
    pytest.importorskip("docx")
    listed = _run(forms_command, ORDER, "--json")
    assert [one["id"] for one in json.loads(listed.stdout)["forms"]] == ["att_2", "att_3", "att_4", "att_5"]
    data = tmp_path / "data.json"
    data.write_text(json.dumps(required(FORMS["att_4"])), encoding="utf-8")
    for name in ("filled.docx", "filled.html"):
        for asked in ("att_4", "4", "өтініш"):
            result = _run(fill_command, ORDER, asked, data, "-o", tmp_path / name)
            assert result.exit_code == 0, result.stderr
            assert (tmp_path / name).is_file()


def test_the_command_writes_nothing_where_a_value_is_wrong(tmp_path: Path) -> None:
    data = tmp_path / "data.json"
    data.write_text(json.dumps({**required(FORMS["att_4"]), "kuni": "ertең"}), encoding="utf-8")
    result = _run(fill_command, ORDER, "att_4", data, "-o", tmp_path / "out.docx")
    assert result.exit_code == 2
    assert result.stderr == "lexkz: The value of the field kuni («Күні») must be a date like 2024-09-30.\n"
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        ("att_9", "out.docx", "There is no one form att_9"),
        ("Оңалту туралы үлгілік шарт", "out.docx", "There is no one form"),
        ("att_4", "out.odt", "written as .docx or .html"),
    ],
)
def test_wrong_use_gives_one_sentence(tmp_path: Path, form: str, name: str, words: str) -> None:
    data = tmp_path / "data.json"
    data.write_text("{}", encoding="utf-8")
    result = _run(fill_command, ORDER, form, data, "-o", tmp_path / name)
    assert result.exit_code == 2
    assert words in result.stderr
