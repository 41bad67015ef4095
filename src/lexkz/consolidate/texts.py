"""The form in which the findings of consolidation are written down."""

from lexkz.findings import Severity

Texts = dict[str, tuple[Severity, str, str, str]]
"""Name of a finding to its severity and its sentence in Kazakh, Russian and English; ``{what}`` is what it is about."""
