"""Tables as a data package by the Frictionless specification: ``datapackage.json`` and a CSV file for each table."""

import hashlib
import json
import re
from typing import Any

from lexkz.akn import iris
from lexkz.akn.eids import distinct
from lexkz.akn.meta import read_identity
from lexkz.annex.table_model import AnnexCell, AnnexColumn, AnnexTable
from lexkz.annex.tables import language
from lexkz.languages.detect import Lang
from lexkz.languages.language import words_of
from lexkz.publication.act_data import IdentityData
from lexkz.publication.act_json import text_data
from lexkz.publication.tables_csv import has_groups, headers, table_csv
from lexkz.structure import Act

PACKAGE = "datapackage.json"
_MISSING = ("", "-", "–", "—")
"""What stands for "none" in cells; frictionless reads them as missing values."""
_NUMBER = re.compile(r"-?\d{1,3}(?: \d{3})*(?:,\d+)?|-?\d+(?:,\d+)?")


def data_package(act: Act, tables: tuple[AnnexTable, ...]) -> dict[str, bytes]:
    """Return the files of the package: name to bytes, ``datapackage.json`` first, then the CSV of each table.

    Each field is described by what its cells say: its type, whether it may be empty, whether its values differ. The
    package names the act and the version, each resource the eId of its table.
    """
    lang = language(act)
    identity = read_identity(act.root)
    names = resource_names(tables)
    files = {f"{name}.csv": table_csv(table, lang).encode() for name, table in zip(names, tables, strict=True)}
    text = text_data(act)
    known: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": iris.iri_folder(identity.work) if identity.known else "tables",
        "title": identity.title,
        "id": identity.expression if identity.known else None,
        "version": identity.expression_date or identity.date,
        "languages": [lang],
        "sources": [_source(text.metadata)] if identity.title and identity.known else None,
        "act": text.metadata.as_json(),
        "standing": text.standing.as_json(),
        "resources": [
            _resource(name, table, files[f"{name}.csv"], lang) for name, table in zip(names, tables, strict=True)
        ],
    }
    package = {key: value for key, value in known.items() if value is not None}
    return {PACKAGE: (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode(), **files}


def _source(known: IdentityData) -> dict[str, Any]:
    source = {"title": known.title, "path": known.source_page, "iri": known.work}
    return {key: value for key, value in source.items() if value is not None}


def resource_names(tables: tuple[AnnexTable, ...]) -> tuple[str, ...]:
    """Return a name for each table that a file and a resource can bear: its eId in small Latin letters."""
    made: list[str] = []
    for table in tables:
        plain = "__".join("_".join(iris.slug(word) for word in part.split("_")) for part in table.id.split("__"))
        made.append(distinct(plain.strip("_") or "table", made))
    return tuple(made)


def _resource(name: str, table: AnnexTable, data: bytes, lang: Lang) -> dict[str, Any]:
    known = {
        "name": name,
        "type": "table",
        "title": table.title,
        "description": "\n".join(table.notes) or None,
        "path": f"{name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "eId": table.id,
        "partial": table.partial or None,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table, lang),
    }
    return {key: value for key, value in known.items() if value is not None}


def _schema(table: AnnexTable, lang: Lang) -> dict[str, Any]:
    names = list(headers(table, lang))
    fields: list[dict[str, Any]] = []
    if has_groups(table):
        groups = list(dict.fromkeys(row.group for row in table.rows if row.group))
        required = all(row.group for row in table.rows)
        fields.append(
            {
                "name": names.pop(0),
                "type": "string",
                "title": words_of(lang).values.group,
                "constraints": {"required": required, "enum": groups},
            }
        )
    primary: str | None = None
    for place, (name, column) in enumerate(zip(names, table.columns, strict=True)):
        cells = tuple(row.cells[place] for row in table.rows)
        field = _field(name, column, cells)
        if column.key == table.number_column and field["constraints"].get("unique"):
            primary = name
        fields.append(field)
    schema: dict[str, Any] = {"fields": fields, "missingValues": list(_MISSING)}
    if primary is not None:
        schema["primaryKey"] = [primary]
    return schema


def _field(name: str, column: AnnexColumn, cells: tuple[AnnexCell, ...]) -> dict[str, Any]:
    texts = [cell.text for cell in cells]
    present = [text for text in texts if text not in _MISSING]
    constraints: dict[str, Any] = {"required": len(present) == len(texts) and bool(texts)}
    kind: dict[str, Any] = {"type": "string"}
    plain = [cell for cell in cells if cell.text not in _MISSING]
    if plain and all(cell.value.value is not None and _NUMBER.fullmatch(cell.text) for cell in plain):
        whole = all(text.lstrip("-").isdecimal() for text in present)
        kind = {"type": "integer"} if whole else {"type": "number", "decimalChar": ",", "groupChar": " "}
    elif column.key == "c1" and constraints["required"] and len(set(texts)) == len(texts):
        constraints["unique"] = True
    known = {"key": column.key, "path": list(column.path), "min": column.min, "max": column.max}
    return {"name": name, **kind, "constraints": constraints, **known}
