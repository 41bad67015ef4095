"""A line of a list of what loses force: «приказ … от 5 октября 2020 года № 115 "…";», «пункт 3 приказа …»."""

from lexkz.languages.phrase import Phrase

PHRASE = Phrase(
    rule="listed",
    grammar="""
listed: targets_nom | targets_acc
""",
)
