"""Requests made from the description itself: no fault of the server, no answer that the description does not know."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from tests.workspace.serve.running import running

EXAMPLES = 10
"""Requests a route; the fuzz run makes many more."""
ROUTES = 17


@pytest.fixture(scope="module")
def described(served: Path) -> Iterator[schemathesis.BaseSchema]:
    """The description of a live server."""
    with running(served) as address:
        yield schemathesis.openapi.from_url(f"{address}/openapi.json")


def test_every_answer_is_one_that_the_description_knows(described: schemathesis.BaseSchema) -> None:
    asked = 0
    for result in described.get_all_operations():
        operation = result.ok()

        @settings(max_examples=EXAMPLES, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate()

        ask()
        asked += 1
    assert asked == ROUTES
