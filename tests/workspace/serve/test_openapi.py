"""Requests made from the description itself: no fault of the server, no answer that the description does not know."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.workspace.serve.running import running

EXAMPLES = 5
"""Requests a route; the fuzz run makes many more."""
KNOWN = {
    "work": "kz/act/order/enbek/2023-06-22/230",
    "folder": "V2300032875",
    "lang": "kaz",
    "at": "2024-12-01",
    "eid": "att_1__para_31",
    "with": "2023-12-01",
    "q": "уақытша болу",
}
"""Parts of addresses that lead somewhere."""


@pytest.fixture(scope="module")
def described(served: Path) -> Iterator[schemathesis.BaseSchema]:
    """The description of a live server."""
    with running(served) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


def _operations(described: schemathesis.BaseSchema) -> list[Any]:
    found: Any = described.get_all_operations()
    return [result.ok() for result in found]


def test_every_answer_is_one_that_the_description_knows(described: schemathesis.BaseSchema) -> None:
    asked = 0
    for operation in _operations(described):

        @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy())
        def ask(case: Any) -> None:
            case.call_and_validate()

        ask()
        asked += 1
    assert asked == 39


def test_every_route_answers_as_described_where_there_is_something(described: schemathesis.BaseSchema) -> None:
    for operation in _operations(described):
        path = {one.name: KNOWN[one.name] for one in operation.path_parameters}
        query = {one.name: KNOWN[one.name] for one in operation.query if one.is_required}
        response = operation.Case(path_parameters=path, query=query).call_and_validate()
        assert response.status_code == 200, operation.path
