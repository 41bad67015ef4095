"""Problems as values: what was found, how grave it is, where it stands, and what could have been meant."""

from lexkz.findings.model import Finding, Message, Place, Severity

__all__ = ["Finding", "Message", "Place", "Severity"]
