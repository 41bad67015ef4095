"""What a source may cost to read: size, pages, depth, time. ``choose`` lets other limits hold in this thread."""

from lexkz.reading.limits import MEGABYTE, Limits, choose, limits, on_one_clock

__all__ = ["MEGABYTE", "Limits", "choose", "limits", "on_one_clock"]
