"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

import os

from hypothesis import HealthCheck, settings

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
