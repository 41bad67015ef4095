"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

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
_CASES = 4
"""Of this many cases of one test, one counts: counting makes a case take two and a half times as long, and cases of
one table pass mostly the same lines."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count what some tests reach, and no others'; and of combined cases run a third, always the same.

    ``COMBINED=all``, as ``make fuzz`` has it, leaves no case out.
    """
    left: list[pytest.Item] = []
    for item in items:
        if not _counts(item):
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


def _counts(item: pytest.Item) -> bool:
    """Whether lines that a test passes are counted: what combines or generates passes those of the fixtures again."""
    folders = item.path.relative_to(_TESTS).parts
    if folders[0] not in _COUNTED or folders[:2] == ("workspace", "site"):
        return False
    if item.get_closest_marker("combined") or is_hypothesis_test(getattr(item, "obj", None)):
        return False
    # Other digits of the number than those that choose a third.
    return not hasattr(item, "callspec") or not _drawn(item) // 3 % _CASES


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
