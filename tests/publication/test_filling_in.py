"""Forms that people fill in: an empty Word file, a table with a form a row, questions; all give the same data."""

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lexkz.annex import Form, forms
from lexkz.publication import form_data
from lexkz.publication.filled import empty, fill
from lexkz.publication.form_schema import problems
from lexkz.reading import read_text
from lexkz.reading.blocks import Lang
from lexkz.structure import build, load
from lexkz.workspace.cli.filling import fill_command
from tests.publication.test_forms_data import FORMS, JOURNAL, ORDER, required, sample

pytest.importorskip("jsonschema")
pytest.importorskip("docx")
LANGS: tuple[Lang, ...] = ("kaz", "rus")
WRITTEN: dict[Lang, str] = {
    "rus": "Об утверждении формы (вымышленный приказ)\n\nПРИКАЗЫВАЮ:\n\n1. Утвердить форму.\n\nМинистр А. Тестов\n\n"
    "Приложение 1\nк приказу\n\nФорма\n\nЗаявление\n\nЯ, _________ (фамилия, имя, отчество (при наличии)),\n\n"
    'прошу выдать семена на ________ тенге.\n\n"____" ____________ 20___ года\n',
    "kaz": "Нысанды бекіту туралы (ойдан шығарылған бұйрық)\n\nБҰЙЫРАМЫН:\n\n1. Нысан бекітілсін.\n\n"
    "Министр А. Сынақов\n\n"
    "Бұйрыққа\n1-қосымша\n\nНысан\n\nӨтініш\n\nМен, _________ (тегі, аты, әкесінің аты (бар болса)),\n\n"
    "тұқымның құны – ________ теңге.\n\n20___ жылғы ____ ____________\n",
}


@cache
def made_up(lang: Lang) -> Form:
    return next(iter(forms(build(read_text(WRITTEN[lang], lang=lang)))))


def in_words(form: Form) -> dict[str, Any]:
    """The sample with the labels of the form for keys, as a person of the department writes it."""
    return {field.label.upper(): sample(form)[field.name] for field in form.fields}


@pytest.mark.parametrize("form", [*FORMS.values(), *map(made_up, LANGS)], ids=lambda form: f"{form.lang} {form.id}")
def test_fields_go_by_the_words_of_the_form(form: Form) -> None:
    labels = [field.label for field in form.fields]
    known = form_data.named(form, in_words(form))
    if len(set(labels)) == len(labels):
        assert known == sample(form)
        assert problems(form, known) == ()
    else:
        assert problems(form, known), "a label of two fields names neither"


@pytest.mark.parametrize("form", [FORMS["att_4"], *map(made_up, LANGS)], ids=lambda form: f"{form.lang} {form.id}")
def test_a_day_is_written_in_json_as_people_write_it(form: Form) -> None:
    (day,) = [field for field in form.fields if field.kind == "date"]
    assert form_data.named(form, {day.label: "30.09.2024"}) == {day.name: "2024-09-30"}
    (problem,) = problems(form, form_data.named(form, {**in_words(form), day.label.upper(): "31.09.2024"}))
    assert "30.09.2024" in problem.message.kaz
    assert "30.09.2024" in problem.message.rus


def test_an_empty_word_file_has_a_control_for_each_field_with_its_name_and_its_words() -> None:
    import docx
    from docx.oxml.ns import qn

    from lexkz.publication.filled_docx import docx_entries, filled_docx

    for form in (FORMS["att_4"], *map(made_up, LANGS)):
        data = filled_docx(empty(form))
        controls = list(docx.Document(io.BytesIO(data)).element.body.iter(qn("w:sdt")))
        named = {}
        for control in controls:
            properties = control.find(qn("w:sdtPr"))
            tag, alias = (properties.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("tag", "alias"))
            named[tag.partition(".")[0]] = alias
        assert named == {field.name: field.label[:64] for field in form.fields}
        assert docx_entries(data) == (), "what a control shows before it is written in is no value"
        with pytest.raises(ValueError, match="no field"):
            form_data.docx_data(form, data)


def _by_hand(data: bytes, values: dict[str, str]) -> bytes:
    """Write into controls as Word does: the words in place of what stood there, which is no placeholder any more."""
    import docx
    from docx.oxml.ns import qn

    document = docx.Document(io.BytesIO(data))
    for control in document.element.body.iter(qn("w:sdt")):
        properties = control.find(qn("w:sdtPr"))
        text = values.get(properties.find(qn("w:tag")).get(qn("w:val")))
        placeholder = properties.find(qn("w:showingPlcHdr"))
        if text is not None and placeholder is not None:
            properties.remove(placeholder)
            next(control.iter(qn("w:t"))).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_hand_writes_into_the_empty_file_is_read_as_data(lang: Lang) -> None:
    from lexkz.publication.filled_docx import filled_docx

    form = made_up(lang)
    person, amount, day = (field.name for field in form.fields)
    month = "қыркүйек" if lang == "kaz" else "сентября"
    parts = {part.role: f"{day}.{part.role}" for part in form.fields[2].parts}
    months = {"kaz": ("қыркүйек", "қыркүйектегі"), "rus": (month,)}
    for said in months[lang]:
        values = {
            person: "__Ахметов А.__",
            amount: "12,5",
            parts["day"]: "5",
            parts["month"]: said,
            parts["year2"]: "24",
        }
        found = form_data.docx_data(form, _by_hand(filled_docx(empty(form)), values))
        if not problems(form, found):
            assert found == {person: "Ахметов А.", amount: 12.5, day: "2024-09-05"}
            break
    else:
        pytest.fail("no form of the month is read")
    wrong = form_data.docx_data(form, _by_hand(filled_docx(empty(form)), values | {amount: "много"}))
    assert [problem.field for problem in problems(form, wrong)] == [amount]


def test_a_journal_can_be_filled_in_by_hand(tmp_path: Path) -> None:
    from lexkz.publication.filled_docx import filled_docx

    path = tmp_path / "journal.html"
    path.write_text(JOURNAL, encoding="utf-8")
    (form,) = forms(load(path, lang="kaz"))
    (field,) = form.fields
    first, second = (column.key for column in field.columns)
    values = {f"{field.name}.0.{first}": "1", f"{field.name}.0.{second}": "Асан", f"{field.name}.2.{second}": "Үсен"}
    found = form_data.docx_data(form, _by_hand(filled_docx(empty(form)), values))
    assert found == {field.name: [{first: "1", second: "Асан"}, {second: "Үсен"}]}


@pytest.mark.parametrize("lang", LANGS)
def test_a_row_of_a_table_is_a_form(lang: Lang) -> None:
    form = made_up(lang)
    person, amount, day = (field.name for field in form.fields)
    (head,) = csv.reader([form_data.empty_csv(form).removeprefix("\ufeff").strip()], delimiter=";")
    assert head == [field.label for field in form.fields]
    over = ";".join(f'"{cell}"' for cell in head)
    rows = f"{over}\r\nАсан А.;1 200,5;5.09.2024\r\n;;\r\nҮсен Б.;3;2024-09-06\r\n"
    assert form_data.csv_data(form, rows) == (
        {person: "Асан А.", amount: 1200.5, day: "2024-09-05"},
        {person: "Үсен Б.", amount: 3, day: "2024-09-06"},
    )
    with pytest.raises(ValueError, match="2"):
        form_data.csv_data(form, f"{person};{amount}\nА;1;лишнее\n")


def test_an_empty_json_names_each_field_and_gives_no_value() -> None:
    form = FORMS["att_4"]
    given = form_data.empty_json(form)
    assert list(given) == [field.name for field in form.fields]
    assert [problem.field for problem in problems(form, form_data.named(form, given))] == list(required(form))


def _run(*arguments: object, answers: str | None = None) -> Result:
    return CliRunner().invoke(fill_command, [str(argument) for argument in arguments], input=answers)


def test_the_command_writes_empty_forms_and_reads_a_filled_one(tmp_path: Path) -> None:
    for ending in ("docx", "html", "json", "csv"):
        assert _run(ORDER, "att_4", "--empty", "-o", tmp_path / f"e.{ending}").exit_code == 0
    from lexkz.publication.filled_docx import filled_docx

    form = FORMS["att_4"]
    (tmp_path / "f.docx").write_bytes(filled_docx(fill(form, required(form))))
    result = _run(ORDER, "att_4", tmp_path / "f.docx", "-o", tmp_path / "back.json")
    assert result.exit_code == 0, result.stderr
    assert json.loads((tmp_path / "back.json").read_text("utf-8")) == required(form)
    result = _run(ORDER, "att_4", tmp_path / "e.docx", "-o", tmp_path / "x.json")
    assert (result.exit_code, (tmp_path / "x.json").exists()) == (2, False)


def test_the_command_writes_a_file_a_row_or_none(tmp_path: Path) -> None:
    form = FORMS["att_4"]
    data, table = required(form), tmp_path / "rows.csv"
    names = list(data)
    good = [str(data[name]).replace(";", ",") for name in names]
    table.write_text("\n".join(";".join(row) for row in (names, good, good)), encoding="utf-8")
    result = _run(ORDER, "att_4", table, "-o", tmp_path / "made")
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["rows-01.docx", "rows-02.docx"]
    assert "name a folder" in _run(ORDER, "att_4", table, "-o", tmp_path / "one.docx").stderr
    wrong = [*good[:-1], ""] if names[-1] != "kuni" else ["", *good[1:]]
    table.write_text("\n".join(";".join(row) for row in (names, good, wrong)), encoding="utf-8")
    result = _run(ORDER, "att_4", table, "-o", tmp_path / "none")
    assert (result.exit_code, (tmp_path / "none").exists()) == (2, False)
    assert "row 2: " in result.stderr


def test_the_command_asks_for_each_field_until_the_answer_fits(tmp_path: Path) -> None:
    form = FORMS["att_4"]
    data = required(form)
    answers = []
    for field in form.fields:
        answers += ["ertең"] if field.kind == "date" else []
        answers.append(str(data.get(field.name, "")))
    result = _run(ORDER, "att_4", "--ask", "-o", tmp_path / "a.json", answers="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    assert json.loads((tmp_path / "a.json").read_text("utf-8")) == data
    assert all(field.label in result.stderr for field in form.fields)


def test_the_command_wants_one_source_of_values(tmp_path: Path) -> None:
    for words in ((), ("--ask", "--empty"), (tmp_path / "d.json", "--ask")):
        assert _run(ORDER, "att_4", *words, "-o", tmp_path / "x.docx").exit_code == 2


BOXES: dict[Lang, tuple[str, tuple[str, ...]]] = {
    "rus": (
        "2. Пол: ☐ мужской ☐ женский\n3. Индивидуальный номер |_|_|_|_|\n"
        "4. Согласен на обработку персональных данных □ да □ нет\n5. Вид услуги:\n☐ выдача;\n☐ продление.",
        ("Пол: мужской", "Пол: женский", "Индивидуальный номер", "Согласен на обработку персональных данных: да",
         "Согласен на обработку персональных данных: нет", "выдача", "продление"),
    ),
    "kaz": (
        "2. Жынысы: ☐ ер ☐ әйел\n3. Жеке нөмірі |_|_|_|_|\n"
        "4. Дербес деректерді өңдеуге келісемін □ иә □ жоқ\n5. Қызмет түрі:\n☐ беру;\n☐ ұзарту.",
        ("Жынысы: ер", "Жынысы: әйел", "Жеке нөмірі", "Дербес деректерді өңдеуге келісемін: иә",
         "Дербес деректерді өңдеуге келісемін: жоқ", "беру", "ұзарту"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_printed_boxes_are_ticked_and_places_for_single_signs_filled_in(lang: Lang) -> None:
    from lexkz.publication.filled_docx import filled_docx

    text, labels = BOXES[lang]
    made = next(iter(forms(build(read_text(f"{WRITTEN[lang]}\n{text}\n", lang=lang)))))
    form = Form(made.id, made.title, made.lang, made.blocks, tuple(one for one in made.fields if one.label in labels))
    assert tuple(one.label for one in form.fields) == labels
    assert [one.kind for one in form.fields] == ["check", "check", "text", *["check"] * 4]
    given = form_data.named(form, {labels[1]: "иә" if lang == "kaz" else "да", labels[2]: "1234", labels[4]: True})
    assert isinstance(given, dict)
    assert problems(form, given) == ()
    back = form_data.docx_data(form, filled_docx(fill(form, given)))
    ticked = {one.label for one in form.fields if back.get(one.name) is True}
    assert ticked == {labels[1], labels[4]}, "each box by itself"
    assert back[form.fields[2].name] == "1234"
