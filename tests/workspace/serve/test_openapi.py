"""Requests made from the description itself: no fault of the server, no answer that the description does not know."""

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi import checks

from tests.workspace.serve.openapi import description

EXAMPLES = 6
"""Requests a route; the fuzz run makes many more."""

api = schemathesis.pytest.from_fixture("description_of_live")


@api.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_description_knows(case: schemathesis.Case) -> None:
    case.call_and_validate()


del Path, checks, description
