"""A fragment of HTML as other formats hold it: one field of a record, not a page."""

import re

from lxml import etree

from lexkz.reading.blocks import Block, Lang
from lexkz.reading.html.walk import PageWalk, Walk

_TAG = re.compile(
    r"</?(?:p|br|b|i|u|a|em|strong|span|div|font|sup|sub|table|h[1-6]|li|ul|ol)(?:\s[^<>]*)?/?\s*>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:nbsp|lt|gt|amp|quot|laquo|raquo|ndash|mdash|#\d{1,7}|#x[0-9a-fA-F]{1,6});")


def is_fragment(text: str) -> bool:
    """Tell whether ``text`` is written in HTML."""
    # An end tag alone, or "а < б", opens nothing: it is text.
    return any(not tag.group().startswith("</") for tag in _TAG.finditer(text)) or bool(_ENTITY.search(text))


def words(text: str) -> str:
    """Return ``text`` without what is markup in it, to tell its language by."""
    return _ENTITY.sub(" ", _TAG.sub(" ", text))


def context(lang: Lang, *, adilet: bool = True) -> PageWalk:
    """Return what all fragments of one file share; ``adilet`` where editors' words are marked as in "Әділет"."""
    return PageWalk(lang, adilet, chrome=False)


def blocks(text: str, context: PageWalk) -> tuple[Block, ...] | None:
    """Return the blocks of a fragment; None where it nests too deeply. What it hides, and the like, is kept in
    ``context``, for :func:`lexkz.reading.html.findings.said` to tell."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    data = f"<html><body>{text}</body></html>".encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return None
    return tuple(Walk(context).through(root).blocks)
