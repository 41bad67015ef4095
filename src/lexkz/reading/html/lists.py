"""Markers that a browser prints before the items of a numbered list."""

import re

from lxml import etree

from lexkz.reading.html.tags import tag
from lexkz.reading.marked.counting import decimal, latin, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)")
_LABEL = re.compile(r"\s*(?:\d+(?:[-.]\d+)*[.)]|[^\W\d_]\)|[-–—•])")
_COUNTING = {
    "1": decimal,
    "decimal": decimal,
    "a": latin,
    "lower-alpha": latin,
    "lower-latin": latin,
    "A": lambda number: latin(number).upper(),
    "upper-alpha": lambda number: latin(number).upper(),
    "upper-latin": lambda number: latin(number).upper(),
    "i": lambda number: roman(number).lower(),
    "lower-roman": lambda number: roman(number).lower(),
    "I": roman,
    "upper-roman": roman,
}


def markers(holder: etree._Element) -> dict[etree._Element, str]:
    """Return what is printed before each item of a list, with its space: ``1. ``.

    Items of unnumbered lists have a mark that is no character; items that bring their own number are printed with it
    only.
    """
    if tag(holder) != "ol":
        return {}
    styled = _STYLE.search(holder.get("style") or "")
    counting = _COUNTING.get(styled[1] if styled else holder.get("type") or "decimal")
    if counting is None:
        return {}
    start = _whole(holder.get("start"))
    number = 1 if start is None else start
    made: dict[etree._Element, str] = {}
    for item in holder.iterchildren("li"):
        said = _whole(item.get("value"))
        number = number if said is None else said
        if not _LABEL.match(_beginning(item)):
            made[item] = f"{counting(number)}. "
        number += 1
    return made


def _beginning(item: etree._Element) -> str:
    return next((text for text in map(str, item.itertext()) if text.strip()), "")


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text.strip()) else None
