"""Read HTML: acts as saved from the information system "Әділет", and any other page that holds the text of one."""

from lexkz.reading.html.page import Limits, read

read_html = read

__all__ = ["Limits", "read", "read_html"]
