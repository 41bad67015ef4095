"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

import gc
import os
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


_COUNTED = (*ROOMS, "api", "checks", "workspace")
"""Folders of tests that count for the floors of coverage: those of the counted packages, and of what puts these
together. The pages of the site do not."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count what some tests reach, and no others', since counting nearly doubles the time of a test; and of combined
    cases run a third, always the same. ``COMBINED=all``, as ``make fuzz`` has it, leaves no case out."""
    left: list[pytest.Item] = []
    for item in items:
        folders = item.path.relative_to(_TESTS).parts
        if folders[0] not in _COUNTED or folders[:2] == ("workspace", "site"):
            item.add_marker("no_cover")
        case = item.get_closest_marker("combined") is not None and hasattr(item, "callspec")
        if case and not WHOLE and crc32(item.name.encode()) % 3:
            left.append(item)
    config.hook.pytest_deselected(items=left)
    gone = set(left)
    # Those of workspaces and sites are the longest: begun last, they would leave one process idle.
    items[:] = sorted((item for item in items if item not in gone), key=_is_short)


def _is_short(item: pytest.Item) -> bool:
    return item.path.relative_to(_TESTS).parts[0] != "workspace"
