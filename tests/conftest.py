"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

import gc
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

from tests.breadth import WHOLE
from tests.coverage_floor import ROOMS

_TESTS = Path(__file__).parent

# In CI the examples are always the same, so that no chance seed turns it red; elsewhere they are new each time.
settings.register_profile(
    "lexkz",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("lexkz")

# What commands print is told in English here, whatever the locale of the machine is.
os.environ["LEXKZ_LANG"] = "en"


# Collecting makes hundreds of megabytes that stay to the end: the collector of cycles is not to go through them, now
# or during any test.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave what was collected aside for good."""
    gc.freeze()
    gc.enable()


_COUNTED = tuple(_TESTS / name for name in (*ROOMS, "api", "checks", "workspace/test_second_language.py"))
"""Tests that count for the floors of coverage: those of the counted packages, and of what puts these together. Of the
workspace those alone that hold two languages of one act against each other; its other tests, those of pages among
them, pass the packages on their way."""
_CASES, _FEW = 4, 40
"""Of this many cases of one test, one counts, where there are more than a few or where they combine: counting makes a
case take two and a half times as long, and cases of one table pass mostly the same lines."""
_WHOLE_TABLES = tuple(
    _TESTS / name
    for name in (
        "amendment/test_readings.py",
        "consolidation/test_fixtures.py",
        "consolidation/test_triples.py",
        "consolidation/test_editors_notes.py",
    )
)
"""Tables of which all cases count: they alone reach what is seldom said."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count what some tests reach, and no others'; and of combined cases run a third, always the same.

    ``COMBINED=all``, as ``make fuzz`` has it, leaves no case out.
    """
    left: list[pytest.Item] = []
    cases = Counter(map(_test, items))
    for item in items:
        if not _counts(item, cases[_test(item)]):
            item.add_marker("no_cover")
        case = item.get_closest_marker("combined") is not None and hasattr(item, "callspec")
        if case and not WHOLE and _drawn(item) % 3:
            left.append(item)
    config.hook.pytest_deselected(items=left)
    gone = set(left)
    # Those of workspaces and sites are the longest: begun last, they would leave one process idle.
    items[:] = sorted((item for item in items if item not in gone), key=_is_short)


def _drawn(item: pytest.Item) -> int:
    return crc32(item.name.encode())


def _test(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


def _counts(item: pytest.Item, cases: int) -> bool:
    if not any(item.path.is_relative_to(place) for place in _COUNTED):
        return False
    table = hasattr(item, "callspec") and item.path not in _WHOLE_TABLES
    if table and (cases > _FEW or item.get_closest_marker("combined") is not None):
        # Other digits of the number than those that choose a third.
        return not _drawn(item) // 3 % _CASES
    return True


def _is_short(item: pytest.Item) -> bool:
    return item.path.relative_to(_TESTS).parts[0] != "workspace"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Make uncounted what an uncounted test needs, too: pytest-cov leaves out the test alone, not what is made for it
    (a site, a workspace)."""
    counting = item.config.pluginmanager.get_plugin("_cov")
    controller = getattr(counting, "cov_controller", None)
    if controller is None or item.get_closest_marker("no_cover") is None:
        return (yield)
    controller.pause()
    try:
        return (yield)
    finally:
        controller.resume()
