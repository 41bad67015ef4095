"""``python -m fuzz.service [--seconds N]``: the server and the search, asked for what no run has asked before."""

import argparse
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from lexkz.workspace.store import DEFAULT, Store, index
from tests.workspace.serve.running import running
from tests.workspace.serve.test_openapi import KNOWN
from tests.workspace.store.workspaces import own, synthetic

_EXAMPLES = 25
"""Of one seed and route, and as many again whose path leads to something."""
_QUERIES = 200
_DAYS = ("2019-12-31", "2020-02-01", "2024-12-01", "9999-12-31")
_WORDS = (
    "уақытша болу",
    "31-тармақ",
    "пункт 2",
    "№ 391",
    "журнал",
    "кызмет",
    "«",
    '"',
    "*",
    "NEAR(",
    "AND",
    "-",
    "\x00",
)
_TYPED = st.lists(st.one_of(st.sampled_from(_WORDS), st.text(max_size=12)), max_size=12).map(" ".join)


def main() -> int:
    """Ask until the time is over; what fails is printed with its seed. Return 1 where something does."""
    asked = argparse.ArgumentParser(prog="python -m fuzz.service", description=__doc__)
    asked.add_argument("--seconds", type=int, default=60)
    end = time.monotonic() + asked.parse_args().seconds
    runs = 0
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        own(root)
        synthetic(root)
        index(root)
        with Store.open(root / DEFAULT) as store, running(root / DEFAULT) as address:
            described = schemathesis.openapi.from_url(f"{address}/openapi.json")
            while time.monotonic() < end:
                number = secrets.randbelow(2**32)
                try:
                    _search(store, number)
                    runs += _ask(described, number, end)
                except Exception as error:
                    print(f"service: seed {number}: {error}", flush=True)
                    return 1
    print(f"service: about {runs} requests, each answered as described", flush=True)
    return 0


def _ask(described: Any, number: int, end: float) -> int:
    """Ask every route, in full only while there is time; return how many requests that were at most."""
    runs = 0
    for result in described.get_all_operations():
        operation = result.ok()
        for known in (False, True):
            if time.monotonic() > end:
                return runs
            _route(operation, number, known=known)
            runs += _EXAMPLES
    return runs


def _route(operation: Any, number: int, *, known: bool) -> None:
    @settings(max_examples=_EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @seed(number)
    @given(operation.as_strategy())
    def held(case: Any) -> None:
        if known:
            for name in case.path_parameters or {}:
                case.path_parameters[name] = KNOWN[name]
        case.call_and_validate()

    held()


def _search(store: Store, number: int) -> None:
    @settings(max_examples=_QUERIES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @seed(number)
    @given(_TYPED, st.sampled_from([None, *_DAYS]), st.sampled_from([None, "kaz", "rus"]), st.integers(0, 30))
    def held(query: str, at: str | None, lang: str | None, offset: int) -> None:
        found = store.search(query, at=at, lang=lang, limit=5, offset=offset)
        if len(found.hits) > 5 or any(lang not in (None, hit.lang) for hit in found.hits):
            raise AssertionError((query, at, lang, offset))
        for hit in found.hits:
            if at is not None and not (hit.from_date and hit.from_date <= at < (hit.to_date or "9999-99")):
                raise AssertionError((query, at, hit))

    held()


if __name__ == "__main__":
    sys.exit(main())
