"""Settings for all tests: properties are judged by what holds, not by how busy the machine is."""

from hypothesis import HealthCheck, settings

settings.register_profile("lexkz", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("lexkz")
