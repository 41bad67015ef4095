"""The changes of an order as tracked changes in the user's own Word file: all else stays as it is."""

from lexkz.publication.tracked.tracking import Tracked, track

__all__ = ["Tracked", "track"]
