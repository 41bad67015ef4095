"""The footer that the site of the acts prints under each of them."""

import re

SITE = re.compile(r"©\s*\d{4}")
"""How the footer begins: its sign and the year."""
