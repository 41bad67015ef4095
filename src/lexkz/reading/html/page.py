"""A page: which of its elements hold the act, and what on it is the site's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from lexkz.findings import Finding, finding
from lexkz.languages.old_fonts import in_letters
from lexkz.reading import letters
from lexkz.reading.blocks import Block, Furniture, Lang, Paragraph, Place, Source, SourceError
from lexkz.reading.html import findings
from lexkz.reading.html.charset import UNREADABLE, decode
from lexkz.reading.html.tags import CHROME, classes, is_of, sheets, tag
from lexkz.reading.html.walk import PageWalk, Walk, text_of
from lexkz.reading.limits import deep
from lexkz.reading.marked.characters import never_text, squeezed
from lexkz.reading.marked.depth import depth
from lexkz.reading.marked.language import language


@dataclass(frozen=True, slots=True)
class PageLimits:
    """What a page may be at most; beyond, it is refused."""

    elements: int = 2_000_000
    """Elements in all: a code of 1500 articles has some 20 000."""


_LONG_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""\"[^"]*+"|'[^']*+'""")
_ATTRIBUTES = 2000
"""Attributes of one tag at most: the parser compares each with all before it."""


@dataclass(frozen=True, slots=True)
class _Act:
    """Elements that hold the act, in order."""

    elements: tuple[etree._Element, ...]
    adilet: bool = False
    title: etree._Element | None = None
    status: tuple[etree._Element, ...] = ()


def read(data: bytes, name: str, lang: Lang | None = None, *, limits: PageLimits | None = None) -> Source:
    """Return the blocks of a page, and as furniture the text on it that is the site's.

    ``data`` are the file's bytes, ``name`` its name for messages; ``lang`` is believed when given. Nothing is fetched
    and no script is run. Raises SourceError for a page without text, in another language or beyond ``limits``.
    """
    root = _parse(decode(data, name), name, limits or PageLimits())
    act = _find(root)
    text = "\n".join(text_of(element) for element in act.elements)
    old = letters.of_old_font(text)
    said_old = (letters.font_map(old, text),) if old else ()
    if old:
        _translate(root, old)
        text = in_letters(text, old)
    known = language(text, name, lang)
    context = PageWalk(known, act.adilet, sheets=sheets(root))
    blocks = [block for element in act.elements for block in _blocks(element, act, context)]
    context.generated.extend(_generated(act, context))
    if not blocks:
        raise SourceError(f"{name} shows no text: if a script loads it, save the page as text (.txt) and give that.")
    said = tuple(" ".join(squeezed(text_of(element)).split()) for element in act.status)
    return Source(
        "html",
        known,
        tuple(blocks),
        (*_furniture(root, act, known), *_within(context.furniture)),
        (*said_old, *_findings(context, text), *(findings.status(status) for status in said if status)),
    )


def _translate(root: etree._Element, letters: Mapping[str, str]) -> None:
    for element in root.iter(etree.Element):
        if element.text:
            element.text = in_letters(element.text, letters)
        if element.tail:
            element.tail = in_letters(element.tail, letters)


def _parse(text: str, name: str, limits: PageLimits) -> etree._Element:
    for opened in _LONG_TAG.finditer(text):
        if opened.end() - opened.start() > _ATTRIBUTES and len(_QUOTED.sub("", opened[0]).split()) > _ATTRIBUTES:
            raise SourceError(
                f"{name} has a tag of more than {_ATTRIBUTES} attributes: save the act as plain text (.txt)."
            )
    # Scripts and comments are skipped in reading; the declaration of characters in the page no longer holds.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        raise SourceError(f"{name} is no HTML page that can be read: save the act as plain text (.txt).") from None
    if root is None:
        raise SourceError(f"{name} holds no text: give a file that holds the text of an act.")
    # Beyond its limits the parser stops without an error and drops the rest of the page.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceError(f"{name} nests its tags too deeply: save the act as plain text (.txt) and give that.")
    for count, _ in enumerate(root.iter()):
        if count > limits.elements:
            raise SourceError(f"{name} has more than {limits.elements} elements: give the page of one act.")
    deep(depth(root))
    return root


def _generated(act: _Act, context: PageWalk) -> list[str]:
    """Return what the page's style sheets print beside elements of the act, each once."""
    return [
        said
        for selector, said in context.sheets.generated
        if any(is_of(inner, selector) for element in act.elements for inner in element.iter(etree.Element))
    ]


def _find(root: etree._Element) -> _Act:
    for container in _with_class(root, "module_npaView", "container_gamma"):
        found = _adilet(container)
        if found is not None:
            return found
    # The root and not the body: a broken page can have several, and text outside of them.
    for names in (("main",), ("article",)):
        holders = [element for element in root.iter(*names) if not _inside(element, names)]
        if len(holders) == 1 and 2 * _size(holders[0]) > _size(root):
            return _Act((holders[0],))
    return _Act((root,))


def _adilet(container: etree._Element) -> _Act | None:
    """Return the act in a page of "Әділет" (legal-technique.md, "Sources"), None where its text is not found."""
    gamma = [element for element in _with_class(container, "container_gamma") if "text" in classes(element)]
    articles = [article for element in gamma for article in element.iter("article")]
    texts = _outermost(articles or gamma)
    if not texts:
        return None
    # The title stands in a block of its own, beside that of the text or further out.
    outwards = (next(_with_class(one, "slogan"), None) for one in (container, *container.iterancestors()))
    slogan = next((found for found in outwards if found is not None), None)
    if slogan is None:
        return _Act(tuple(texts), adilet=True)
    title = next(slogan.iter("h1"), None)
    requisites = [element for element in slogan.iter("p") if not _inside(element, ("h1",))]
    status = [
        element
        for element in slogan.iter("span")
        if any(word.startswith("status") for word in classes(element)) and not _inside(element, ("article",))
    ]
    # In a page that was cut or pasted, title and text can stand in each other; each is read once.
    around = {outer for text in texts for outer in text.iterancestors()}
    before: list[etree._Element] = []
    for element in (title, *requisites):
        if element is not None and element not in around:
            outside = {*texts, *before}
            if outside.isdisjoint(element.iterancestors()):
                before.append(element)
    return _Act((*before, *texts), adilet=True, title=title, status=tuple(_outermost(status)))


def _blocks(element: etree._Element, act: _Act, context: PageWalk) -> list[Block]:
    # The status stands in the title's line or the requisites', but it is the site's word.
    context.set_apart = frozenset(act.status)
    context.chrome = tag(element) not in ("h1", "p")
    blocks = Walk(context).through(element).blocks
    if not act.adilet or element.getparent() is None or tag(element) not in ("h1", "p"):
        return blocks
    if element is act.title:
        return [replace(block, align="center") if isinstance(block, Paragraph) else block for block in blocks]
    return [replace(block, align="left") if isinstance(block, Paragraph) else block for block in blocks]


def _furniture(root: etree._Element, act: _Act, lang: Lang) -> Iterator[Furniture]:
    """Yield the text of the page outside the act, what stands before the end of the act's own as its header."""
    if root in act.elements:
        return
    context = PageWalk(lang, set_apart=frozenset(act.elements), chrome=False)
    walk = Walk(context).through(root)
    last = max((count for _, count in walk.met), default=0)
    for place, block in enumerate(walk.blocks):
        for text in _texts(block):
            yield Furniture(text, "header" if place < last else "footer", block.place)
    for element in act.status:
        inside = any(outer in act.elements for outer in element.iterancestors())
        if inside and (text := squeezed(text_of(element)).strip()):
            yield Furniture(text, "header", Place(None, None))


def _within(texts: list[str]) -> Iterator[Furniture]:
    for text in texts:
        if text := squeezed(text).strip():
            yield Furniture(text, "header", Place(None, None))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (cell.text for row in block.rows for cell in row.cells if cell.text)


def _findings(context: PageWalk, text: str) -> Iterator[Finding]:
    strange = never_text(text)
    if strange is not None:
        yield strange
    if UNREADABLE in text:
        place = text.index(UNREADABLE)
        yield finding(
            "read.unreadable_characters",
            text=squeezed(text[max(0, place - 40) : place + 40]).strip(),
            count=text.count(UNREADABLE),
        )
    yield from findings.said(context)


def _with_class(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    for element in root.iter(etree.Element):
        if classes(element).intersection(names):
            yield element


def _outermost(elements: list[etree._Element]) -> list[etree._Element]:
    """Return each of ``elements`` once, without those that stand in another of them."""
    found = dict.fromkeys(elements)
    return [element for element in found if not any(outer in found for outer in element.iterancestors())]


def _inside(element: etree._Element, names: tuple[str, ...]) -> bool:
    return any(tag(outer) in names for outer in element.iterancestors())


def _size(element: etree._Element) -> int:
    """Return how much text an element shows, that of menus and the like apart."""
    whole = len("".join(text_of(element).split()))
    return whole - sum(
        len("".join(text_of(inner).split())) for inner in element.iter(*CHROME) if not _inside(inner, tuple(CHROME))
    )
