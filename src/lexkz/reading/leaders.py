"""Dots that lead the eye from an entry of a table of contents to its page."""

import re

LEADER = re.compile(r"\s*(?:\.{4,}|…+|(?:\s\.){3,})\s*(?P<page>\d{1,4})\.?$")
"""The dots of an entry, and its page behind them."""
DOTS = ("....", "……", "…..", ". . .")
"""What a word ends with that leads to a page further right."""
