"""The one way in which Akoma Ntoso files are written, hashed and read."""

import hashlib
from copy import deepcopy
from functools import lru_cache
from typing import Any, cast

from lxml import etree

from lexkz.akn.elements import MIXED
from lexkz.akn.namespace import AKN, LEXKZ

LANGUAGES = ("kaz", "rus")
MAX_BYTES = 64 * 1024 * 1024
"""Largest file that is read. The longest codes are below 5 MB of XML."""

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_PREFIX = f"{{{AKN}}}"


def serialise(root: etree._Element) -> bytes:
    """Return the file of a document: UTF-8, a line an element where white space is not text, and a newline at the end.

    The tree is not changed. Parsing the bytes and writing them again gives the same bytes.
    """
    tree = _laid_out(root, newline="\n")
    return _DECLARATION + etree.tostring(tree, encoding="UTF-8", xml_declaration=False, with_tail=False) + b"\n"


def digest(element: etree._Element) -> str:
    """Return the SHA-256, in hexadecimal digits, of the element's exclusive canonical XML.

    Layout, comments, and where the element stands do not count; its attributes, elements and text do.
    """
    tree = _laid_out(element, newline=None)
    canonical = etree.tostring(tree, method="c14n", exclusive=True, with_comments=False, with_tail=False)
    return hashlib.sha256(canonical).hexdigest()


def parse(data: bytes) -> etree._Element:
    """Return the root of an Akoma Ntoso 3.0 file.

    Nothing is fetched, no entity is expanded, and depth and size are limited. Raises ``ValueError``, with one sentence
    for the user, where the bytes are no such file.
    """
    if not data.strip():
        raise ValueError("The file is empty.")
    if len(data) > MAX_BYTES:
        raise ValueError(f"The file is larger than {MAX_BYTES // (1024 * 1024)} MB.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"The file is not well-formed XML: {error.msg}") from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise ValueError("The file has a document type declaration (DOCTYPE); Akoma Ntoso needs none, remove it.")
    if root.tag != f"{_PREFIX}akomaNtoso":
        raise ValueError(f"The file is not Akoma Ntoso 3.0: its root is {root.tag!r}.")
    return root


def without_remarks(root: etree._Element) -> etree._Element:
    """Take comments and processing instructions, which are no text of the act, out of a tree, in place; return it."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def lacking(root: etree._Element) -> str | None:
    """Return what a file of another maker lacks to be read as an act, as a sentence for the user; None for nothing."""
    document = next(iter(root), None)
    if document is None:
        return "The file holds no document."
    meta = document.find(f"{_PREFIX}meta")
    if meta is None:
        return f"Its document, {etree.QName(document).localname!r}, has no metadata (meta), which every document needs."
    if meta.find(f"{_PREFIX}identification/{_PREFIX}FRBRExpression") is None:
        return "Its metadata do not say which text it is (identification without FRBRExpression)."
    language = meta.find(f"{_PREFIX}identification/{_PREFIX}FRBRExpression/{_PREFIX}FRBRlanguage")
    said = language.get("language") if language is not None else None
    if said is not None and said not in LANGUAGES:
        return f"Its language is {said!r}; what is read is Kazakh (kaz) or Russian (rus)."
    return None


def bare(root: etree._Element) -> etree._Element:
    """Take the layout that :func:`serialise` writes out of a tree that was parsed, in place, and return it.

    It is then what it was before it was written.
    """
    _lay_out(root, None)
    return root


def _laid_out(root: etree._Element, *, newline: str | None) -> etree._Element:
    """Return a copy in which white space between the elements of unmixed content is ``newline``, all other kept.

    Namespaces are declared at the top, under the prefixes that we use.
    """
    tree = deepcopy(root)
    tree.tail = None
    _lay_out(tree, newline)
    # The stubs do not know that the default namespace has no prefix.
    prefixes = cast("dict[str, str]", {None: AKN, "lexkz": LEXKZ})
    etree.cleanup_namespaces(tree, top_nsmap=prefixes)
    return tree


def _lay_out(tree: etree._Element, newline: str | None) -> None:
    for element in tree.iter(etree.Element):
        text, children = element.text, list(element)
        if not children:
            if text is not None and (not text or (_is_layout_only(element.tag) and _blank(text))):
                element.text = None
        elif _blank(text) and _is_layout_only(element.tag) and all(_blank(child.tail) for child in children):
            element.text = newline
            for child in children:
                child.tail = newline


@lru_cache(maxsize=1024)
def _is_layout_only(tag: str) -> bool:
    return tag.startswith(_PREFIX) and tag[len(_PREFIX) :] not in MIXED


def _blank(text: str | None) -> bool:
    return not text or not text.strip(" \t\r\n")
