"""Read HTML: acts as saved from the information system "Әділет", and any other page that holds the text of one."""

from lexkz.reading.html.page import PageLimits, read

read_html = read

__all__ = ["PageLimits", "read", "read_html"]
