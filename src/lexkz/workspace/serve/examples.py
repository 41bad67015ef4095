"""Examples of answers for the OpenAPI description, of a synthetic act."""

from typing import Any

_WORK = "/akn/kz/act/order/mz/2020-01-10/7"

EXPRESSION: dict[str, Any] = {
    "act": "V2000019900",
    "lang": "rus",
    "iri": f"{_WORK}/rus@2021-03-05",
    "date": "2021-03-05",
    "dated_by": "in_force",
    "in_force": "2021-03-05",
    "rule": "вводится в действие со дня подписания",
    "outline": False,
    "states": [],
    "standing": {"whole": True, "open": [], "unread": [], "said": []},
    "until": "2022-04-06",
    "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "size": 11240,
    "not_before": None,
    "by": ["/akn/kz/act/order/mz/2021-03-05/9"],
    "source_page": "https://adilet.zan.kz/rus/docs/V2000019900",
}
ACT: dict[str, Any] = {
    "act": "V2000019900",
    "lang": "rus",
    "work": _WORK,
    "type": "order",
    "author": "mz",
    "author_name": "Министр здравоохранения Республики Казахстан",
    "date": "2020-01-10",
    "number": "7",
    "registration": "19900",
    "registration_date": "2020-01-15",
    "title": "Об утверждении Тестовых правил учёта образцов",
    "outline": False,
    "expressions": 3,
    "first": "2020-01-10",
    "newest": "2022-04-06",
    "whole": True,
}
WORK: dict[str, Any] = {"schema": "urn:lexkz:schema/work/1", "work": _WORK, "acts": [ACT], "expressions": [EXPRESSION]}
ACTS: dict[str, Any] = {"schema": "urn:lexkz:schema/acts/1", "items": [ACT], "total": 1, "next": None}
UNIT: dict[str, Any] = {
    "schema": "urn:lexkz:schema/unit-text/1",
    "expression": EXPRESSION,
    "title": ACT["title"],
    "work": _WORK,
    "eId": "para_2",
    "kind": "paragraph",
    "number": "2",
    "heading": None,
    "name": "пункт 2",
    "path": [],
    "text": "2. Журнал ведётся пять лет.",
    "removed": False,
    "gaps": False,
    "open": [],
    "from_date": "2021-03-05",
    "to_date": None,
}
FOUND: dict[str, Any] = {
    "schema": "urn:lexkz:schema/search/1",
    "query": "журналы за пять лет",
    "at": "2021-12-01",
    "hits": [
        {
            "act": "V2000019900",
            "lang": "rus",
            "title": ACT["title"],
            "work": _WORK,
            "expression": EXPRESSION["iri"],
            "eId": "para_2",
            "permalink": f"{EXPRESSION['iri']}/~para_2",
            "kind": "paragraph",
            "number": "2",
            "name": "пункт 2",
            "snippet": [
                {"text": "2. ", "hit": False},
                {"text": "Журнал", "hit": True},
                {"text": " ведётся ", "hit": False},
                {"text": "пять лет", "hit": True},
                {"text": ".", "hit": False},
            ],
            "removed": False,
            "outline": False,
            "from_date": "2021-03-05",
            "to_date": None,
            "dated_by": "in_force",
            "whole": True,
            "open": [],
        }
    ],
    "more": False,
    "by": "letters",
    "cut": False,
    "undated": 0,
    "before": 0,
}
