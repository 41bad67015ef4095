"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

import os
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings

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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count what a room's own tests reach, and no other's; and of combined cases run a third, always the same.

    Counting nearly doubles the time of a test, and what is reached by chance on the way to a paper or a page is not
    tested by it. ``COMBINED=all``, as ``make fuzz`` has it, leaves no case out.
    """
    left: list[pytest.Item] = []
    for item in items:
        combined = item.get_closest_marker("combined") is not None
        if combined or item.path.relative_to(_TESTS).parts[0] not in ROOMS:
            item.add_marker("no_cover")
        case = combined and hasattr(item, "callspec") and os.environ.get("COMBINED") != "all"
        if case and crc32(item.name.encode()) % 3:
            left.append(item)
    config.hook.pytest_deselected(items=left)
    gone = set(left)
    items[:] = [item for item in items if item not in gone]
