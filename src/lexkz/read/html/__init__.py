"""Read HTML: acts as saved from the information system "Әділет", and any other page that holds the text of one."""

from lexkz.read.html.page import Limits, read

__all__ = ["Limits", "read"]
