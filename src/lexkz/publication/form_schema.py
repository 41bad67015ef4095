"""The JSON Schema (2020-12) of the data that a form is filled in with, and what is wrong with given data."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lexkz.annex.form_model import Field, Form
from lexkz.findings.model import Message
from lexkz.publication.extras import MissingExtraError

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a document cannot hold, or would not give back."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the data for a form."""

    field: str
    """Name of the field, or of the value that no field takes."""
    message: Message


def form_schema(form: Form) -> dict[str, Any]:
    """Return the schema of the data for ``form``: one property for each field, in their order."""
    return {
        "$schema": DIALECT,
        "title": form.title or form.id,
        "type": "object",
        "properties": {field.name: _property(field) for field in form.fields},
        "required": [field.name for field in form.fields if field.required and field.value is None],
        "additionalProperties": False,
    }


def _property(field: Field) -> dict[str, Any]:
    made: dict[str, Any] = {"title": field.label, "description": field.context}
    if field.kind == "number":
        return {**made, "type": "number"}
    if field.kind == "check":
        return {**made, "type": "boolean"}
    if field.kind == "choice" and field.values and not field.other:
        return {**made, "type": "string", "enum": list(field.values)}
    if field.kind == "choice":
        known = {"examples": list(field.values)} if field.values else {}
        return {**made, "type": "string", "minLength": 1, **known}
    if field.kind == "date":
        limited = {"pattern": r"^20\d\d-"} if any(part.role == "year2" for part in field.parts) else {}
        return {**made, "type": "string", "format": "date", **limited}
    if field.kind == "table":
        cells = {one.key: {"title": one.label, "type": "string", "minLength": 1} for one in field.columns}
        row = {"type": "object", "properties": cells, "minProperties": 1, "additionalProperties": False}
        return {**made, "type": "array", "minItems": 1, "items": row}
    return {**made, "type": "string", "minLength": 1, **({"pattern": field.pattern} if field.pattern else {})}


def problems(form: Form, data: object) -> tuple[Problem, ...]:
    """Return what is wrong with ``data`` for ``form``, one sentence for each field, in the order of the form.

    Raises MissingExtraError without the extra ``forms``.
    """
    try:
        from jsonschema import Draft202012Validator, FormatChecker
    except ModuleNotFoundError as error:
        raise MissingExtraError("Filling in a form", "forms") from error

    if not isinstance(data, Mapping):
        return (Problem("", _message(Message("", "", ""), "a_mapping")),)
    fields = {field.name: field for field in form.fields}
    found: dict[str, Problem] = {}
    validator = Draft202012Validator(form_schema(form), format_checker=FormatChecker())
    for fault in validator.iter_errors(data):
        path = [str(step) for step in fault.absolute_path]
        if path:
            field = fields[path[0]]
            found.setdefault(field.name, Problem(field.name, _wrong(field, path[1:], str(fault.validator))))
    for name in form_schema(form)["required"]:
        if name not in data:
            found[name] = Problem(name, _message(_called(fields[name]), "missing"))
    for name, value in data.items():
        if name in fields and name not in found and any(_UNWRITABLE.search(text) for text in _texts(value)):
            found[name] = Problem(name, _message(_called(fields[name]), "unwritable"))
        if name in fields and name not in found and isinstance(value, float) and not abs(value) < float("inf"):
            found[name] = Problem(name, _message(_called(fields[name]), "number"))
    known = [found[name] for name in fields if name in found]
    return (*known, *(_unknown(str(name), fields) for name in data if name not in fields))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _called(field: Field, further: str = "") -> Message:
    """A field in a sentence: by the form's own words; English, which is a programmer's, by its name as well."""
    said = f"«{field.label or field.name}»{further}"
    return Message(said, said, f"{field.name} («{field.label}»){further}")


def _wrong(field: Field, path: list[str], rule: str) -> Message:
    row, cell = int(path[0]) + 1 if path else 0, None
    if len(path) > 1:
        cell = next((one.label for one in field.columns if one.key == path[1]), None)
    called = _called(field, (f", {row}" if path else "") + (f", «{cell}»" if cell else ""))
    if rule == "minItems":
        return _message(called, "no_rows")
    if field.kind == "table" and not path:
        return _message(called, "rows")
    if field.kind == "table" and len(path) == 1:
        return _message(called, "row")
    if rule == "enum":
        return _message(_called(field, f": {'; '.join(field.values)}"), "none_of")
    if field.kind == "check":
        return _message(called, "tick")
    if rule == "minLength":
        return _message(called, "empty")
    if field.kind == "date":
        return _message(called, "century" if rule == "pattern" else "date")
    if field.kind == "number":
        return _message(called, "number")
    return _message(called, "digits" if rule == "pattern" else "text")


def _unknown(name: str, fields: Mapping[str, Field]) -> Problem:
    near = difflib.get_close_matches(name, fields, n=1)
    message = _message(Message(name, name, name), "unknown")
    if near:
        message = Message(
            f"{message.kaz[:-1]}; мүмкін, «{near[0]}».",
            f"{message.rus[:-1]}; возможно, «{near[0]}».",
            f"{message.eng[:-1]}; did you mean {near[0]}?",
        )
    return Problem(name, message)


_SENTENCES: dict[str, tuple[str, str, str]] = {
    "a_mapping": (
        "Деректер объект болуға тиіс: өріс атауы және мәні.",
        "Данные должны быть объектом: имя поля и значение.",
        "The data must be an object of field names and values.",
    ),
    "missing": (
        "{} өрісі міндетті, бірақ мәні жоқ.",
        "Поле {} обязательно, но значения нет.",
        "The field {} is required, but has no value.",
    ),
    "empty": (
        "{} өрісінің мәні бос болмауға тиіс.",
        "Значение поля {} не должно быть пустым.",
        "The value of the field {} must not be empty.",
    ),
    "text": (
        "{} өрісінің мәні мәтін болуға тиіс.",
        "Значение поля {} должно быть текстом.",
        "The value of the field {} must be text.",
    ),
    "number": (
        "{} өрісінің мәні сан болуға тиіс.",
        "Значение поля {} должно быть числом.",
        "The value of the field {} must be a number.",
    ),
    "date": (
        "{} өрісінің мәні күн болуға тиіс, мысалы 30.09.2024.",
        "Значение поля {} должно быть датой, например 30.09.2024.",
        "The value of the field {} must be a date like 2024-09-30.",
    ),
    "none_of": (
        "Өріс мәні тізімнен алынуға тиіс: {}.",
        "Значение поля должно быть из списка: {}.",
        "The value of the field must be one of its list: {}.",
    ),
    "tick": (
        "{} өрісінің мәні «иә» не «жоқ» болуға тиіс.",
        "Значение поля {} должно быть «да» или «нет».",
        "The value of the field {} must be true or false.",
    ),
    "century": (
        "{} өрісінің күні 2000 – 2099 жылдарда болуға тиіс: нысанда «20» басылған.",
        "Дата в поле {} должна быть в 2000 – 2099 годах: в форме напечатано «20».",
        "The date of the field {} must lie in 2000 to 2099, since the form has “20” printed.",
    ),
    "digits": (
        "{} өрісінің мәні он екі цифрдан тұруға тиіс.",
        "Значение поля {} должно состоять из двенадцати цифр.",
        "The value of the field {} must be twelve digits.",
    ),
    "rows": (
        "{} өрісінің мәні жолдар тізімі болуға тиіс.",
        "Значение поля {} должно быть списком строк.",
        "The value of the field {} must be a list of rows.",
    ),
    "no_rows": (
        "{} өрісінде кемінде бір жол болуға тиіс.",
        "В поле {} должна быть хотя бы одна строка.",
        "The field {} must have at least one row.",
    ),
    "row": (
        "{} жолы тек осы кестенің бағандарынан тұруға тиіс.",
        "Строка {} должна состоять только из граф этой таблицы.",
        "The row {} must be an object of columns of this table, at least one.",
    ),
    "unwritable": (
        "{} өрісінің мәнінде құжатқа жазылмайтын таңба бар.",
        "В значении поля {} есть знак, который нельзя записать в документ.",
        "The value of the field {} has a character that a document cannot hold.",
    ),
    "unknown": ("Нысанда {} өрісі жоқ.", "В форме нет поля {}.", "The form has no field {}."),
}


def _message(called: Message, key: str) -> Message:
    said = zip(_SENTENCES[key], (called.kaz, called.rus, called.eng), strict=True)
    return Message(*(sentence.format(name) for sentence, name in said))
