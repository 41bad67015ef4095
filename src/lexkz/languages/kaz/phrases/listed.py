"""A line of a list of what loses force: «"…" туралы … 2020 жылғы 5 қазандағы № 115 бұйрығы;»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="listed",
    grammar="""
listed: targets_nom | targets_gen
""",
)
