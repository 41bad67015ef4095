"""Check: the drafting defects of an amending act, before it is signed."""

from lexkz.checks.run import check

__all__ = ["check"]
