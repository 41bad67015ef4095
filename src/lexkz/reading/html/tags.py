"""What the tags of HTML mean to a text: which break a line, which hold no text of the page, how one is styled."""

import re
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.languages.language import words_of
from lexkz.languages.paper import LANGS
from lexkz.reading.blocks import Align
from lexkz.reading.marked.symbols import FONT

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""Elements before and after which a line ends."""
NO_TEXT = frozenset((
    "script", "style", "template", "noscript", "title", "meta", "link", "base", "noframes", "datalist",
    "param", "source", "track", "area", "map",
))  # fmt: skip
"""Elements that a reader of the page never sees."""
CHROME = frozenset((
    "nav", "button", "select", "textarea", "aside", "footer", "menu", "dialog",
))  # fmt: skip
"""Elements of the site, not of what it shows."""
EMBEDDED = frozenset((
    "img", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio", "picture", "frame", "frameset",
    "applet",
))  # fmt: skip
"""What is no text and is not taken."""

_FEWEST_LINKS = 2
_UNSEEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0*(?![\d.])|"
    r"font-size\s*:\s*(?:0?\.\d+|[01](?:\.0+)?)\s*(?:px|pt|em|rem|%|(?=;|$))|"
    r"(?:text-indent|left|top|right|margin-left)\s*:\s*-\d{3,}|"
    r"clip\s*:\s*rect\(\s*0[a-z]*[\s,]+0[a-z]*[\s,]+0[a-z]*[\s,]+0|transform\s*:[^;]*\bscale[xy]?\(\s*0(?:\.0+)?\s*[,)]|"
    r"clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|"
    r"(?:max-)?(?:height|width)\s*:\s*0(?:\.0+)?[a-z%]*\s*(?:!important)?\s*;(?:[^{}]*;)?\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)|"
    r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)\s*;(?:[^{}]*;)?\s*(?:max-)?(?:height|width)\s*:\s*0(?:\.0+)?[a-z%]*\s*(?:;|!|$))",
    re.IGNORECASE,
)
"""What hides text in a style: no display, no opacity, no size, a place far outside of the page, a box that shows
nothing of what it holds."""
_WHITE = re.compile(r"(?:^|;)\s*color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE)
_BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*(?!\s*(?:white|#fff|none|transparent))", re.IGNORECASE)
_ON_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}", re.IGNORECASE)
"""Rules for every screen: they hold for whoever reads the page."""
_MEDIA = re.compile(r"@[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SELECTOR = re.compile(r"\s*[a-zA-Z]*([.#][\w-]+)\s*")
_STRUCK = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_RAISED = re.compile(
    r"(?:^|;)\s*vertical-align\s*:\s*(?:super|[1-9]|0?\.\d)|(?:^|;)\s*mso-text-raise\s*:\s*[1-9]", re.IGNORECASE
)
_LOWERED = re.compile(
    r"(?:^|;)\s*vertical-align\s*:\s*(?:sub|-\s?[1-9]|-0?\.\d)|(?:^|;)\s*mso-text-raise\s*:\s*-", re.IGNORECASE
)
_FONT = re.compile(r"(?:^|;)\s*font-family\s*:\s*([^;]+)", re.IGNORECASE)
_CONTENT = re.compile(r"(?:^|;)\s*content\s*:\s*([^;]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\[0-9a-fA-F]{1,6}\s?|\\.")
_BESIDE = re.compile(r"\s*([a-zA-Z]*)([.#][\w-]+)?::?(?:before|after)\s*", re.IGNORECASE)
_SITE = re.compile(
    r"cookies?(?:[-_](?:banner|bar|consent|notice|popup))?|breadcrumbs?|navbar|pagination|comments(?:[-_](?:area|block|form|list|section))?|"
    r"(?:share|social)[-_](?:bar|block|buttons?|icons?|links?|networks?)",
    re.IGNORECASE,
)
"""Classes and ids that pages give to what is the site's, whole: «social-protection» is none of them."""
_ROLES = frozenset(("navigation", "search", "toolbar", "menu", "menubar"))
_ALIGN = re.compile(r"(?:^|;)\s*text-align\s*:\s*(\w+)", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(bold|[6-9]00)", re.IGNORECASE)
_COLOUR = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_BORDER = re.compile(
    r"(?:^|;)\s*border(?:-(?:top|left|right|bottom))?(?:-(?:style|width))?\s*:\s*([^;]+)", re.IGNORECASE
)
_RED = frozenset(("#ff0000", "#f00", "red", "rgb(255,0,0)"))
_ALIGNS: dict[str, Align] = {"center": "center", "right": "right", "end": "right", "justify": "body", "left": "body"}


def tag(element: etree._Element) -> str:
    """Return an element's name in small letters, ``""`` for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def classes(element: etree._Element) -> frozenset[str]:
    """Return the names in an element's ``class``."""
    return frozenset((element.get("class") or "").split())


def is_chrome(element: etree._Element) -> bool:
    """Tell whether an element is the site's: a menu, a form's control, a header without a title."""
    name = tag(element)
    if name in CHROME or (name == "header" and next(element.iter("h1"), None) is None):
        return True
    named = element.get("class") or element.get("id")
    if named and name in BLOCKS and any(_SITE.fullmatch(word) for word in (*classes(element), element.get("id") or "")):
        return True
    return (element.get("role") or "") in _ROLES or (name in ("ul", "ol", "div") and _is_menu(element))


def _is_menu(element: etree._Element) -> bool:
    """Tell whether an element holds nothing but links, one of them known as a portal's own: a list of links alone can
    be the act's."""
    links = list(element.iter("a"))
    if len(links) < _FEWEST_LINKS:
        return False
    said = [" ".join("".join(map(str, link.itertext())).lower().split()) for link in links]
    known = any(
        pattern.fullmatch(text)
        for text in said
        for lang in LANGS
        for pattern in (words_of(lang).paper.buttons, words_of(lang).paper.links, words_of(lang).paper.home)
    )
    whole = "".join("".join(map(str, element.itertext())).split())
    return known and sum(len("".join(text.split())) for text in said) == len(whole)


@dataclass(frozen=True, slots=True)
class Sheets:
    """What the page's own style sheets do, as the classes and ids (``.name``, ``#name``) that they do it to."""

    unseen: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()
    raised: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    generated: tuple[tuple[str, str], ...] = ()
    """Selectors of elements beside which text is printed that stands in no element, and that text."""


def sheets(root: etree._Element) -> Sheets:
    """Return what the page's own style sheets do.

    Rules for print or for narrow screens are not looked at; nor are selectors of several parts.
    """
    rules = [
        (selectors, said.strip())
        for sheet in root.iter("style")
        for selectors, said in _RULE.findall(_MEDIA.sub("", _ON_SCREEN.sub(r"\1", sheet.text or "")))
    ]

    def of(style: re.Pattern[str]) -> frozenset[str]:
        # A white colour says nothing here: the ground may be set by another rule.
        parts = (part for selectors, said in rules if style.search(said) for part in selectors.split(","))
        return frozenset(match[1] for part in parts if (match := _SELECTOR.fullmatch(part)))

    generated = tuple(
        (f"{match[1].lower()}{match[2] or ''}", said_there)
        for selectors, said in rules
        if (said_there := _generated(said))
        for part in selectors.split(",")
        if (match := _BESIDE.fullmatch(part))
    )
    return Sheets(of(_UNSEEN), of(_STRUCK), of(_RAISED), of(_LOWERED), generated)


def _generated(style: str) -> str:
    """Return what a rule prints beside an element: words or numbers; ``""`` for signs and pictures only."""
    found = _CONTENT.search(style)
    said = found[1].strip() if found else ""
    if "counter" in said.lower():
        return said
    quoted = (
        "".join(re.findall(r"\"([^\"]*)\"|'([^']*)'", _ESCAPED.sub("", said))[0]) if '"' in said or "'" in said else ""
    )
    return quoted if any(letter.isalnum() for letter in quoted) else ""


def is_of(element: etree._Element, selector: str) -> bool:
    """Tell whether an element is of a selector of one name and one class or id: ``p.n``, ``.n``, ``p``."""
    name, sign, own = re.fullmatch(r"([^.#]*)([.#]?)(.*)", selector).groups()  # type: ignore[union-attr]
    if name and tag(element) != name:
        return False
    return not sign or (own in classes(element) if sign == "." else element.get("id") == own)


def height(element: etree._Element, known: Sheets) -> Literal["raised", "lowered"] | None:
    """Tell whether an element within a line sets its text above or below it."""
    name, style = tag(element), element.get("style") or ""
    if name in BLOCKS:
        return None
    if name == "sup" or _RAISED.search(style) or _is_among(element, known.raised):
        return "raised"
    return "lowered" if name == "sub" or _LOWERED.search(style) or _is_among(element, known.lowered) else None


def symbol_font(element: etree._Element) -> str | None:
    """Return the font of an element where it says one: its name, ``""`` for a font of letters."""
    styled = _FONT.search(element.get("style") or "")
    said = styled[1] if styled else element.get("face")
    if said is None:
        return None
    first = said.split(",")[0].strip(" '\"")
    return first if FONT.match(first) else ""


def is_struck(element: etree._Element, by_sheet: frozenset[str] = frozenset()) -> bool:
    """Tell whether the element strikes its text through: by its name, by its style, or by ``by_sheet``."""
    if tag(element) in ("s", "strike") or _STRUCK.search(element.get("style") or ""):
        return True
    return _is_among(element, by_sheet)


def is_hidden(element: etree._Element, by_sheet: frozenset[str] = frozenset()) -> bool:
    """Tell whether the page itself hides the element: by attribute, by its style, or by ``by_sheet``."""
    style = element.get("style") or ""
    if element.get("hidden") is not None or _UNSEEN.search(style):
        return True
    if _WHITE.search(style) and not any(_has_ground(one) for one in (element, *element.iterancestors())):
        return True
    return _is_among(element, by_sheet)


def _is_among(element: etree._Element, by_sheet: frozenset[str]) -> bool:
    """Tell whether a class or the id of an element is among those of a style sheet."""
    return bool(by_sheet) and bool(
        by_sheet.intersection((f"#{element.get('id')}", *(f".{name}" for name in classes(element))))
    )


def _has_ground(element: etree._Element) -> bool:
    """Tell whether an element sets a ground of its own, on which white letters can be seen; what a class sets counts
    as one, since it is not known."""
    if tag(element) in ("html", "body"):
        return False
    named = element.get("bgcolor") is not None or bool(element.get("class"))
    return named or bool(_BACKGROUND.search(element.get("style") or ""))


def alignment(element: etree._Element) -> Align | None:
    """Return how the element aligns its lines, None where it does not say."""
    if tag(element) == "center":
        return "center"
    styled = _ALIGN.search(element.get("style") or "")
    said = styled[1] if styled else element.get("align") if tag(element) != "table" else None
    return _ALIGNS.get(said.strip().lower()) if said else None


def is_bold(element: etree._Element) -> bool:
    """Tell whether the element sets its text in bold."""
    return tag(element) in ("b", "strong") or bool(_WEIGHT.search(element.get("style") or ""))


def is_red(element: etree._Element) -> bool:
    """Tell whether the element sets its text in plain red, as "Әділет" sets the words of editors."""
    styled = _COLOUR.search(element.get("style") or "")
    said = styled[1] if styled else element.get("color")
    return bool(said) and "".join(str(said).lower().split()) in _RED


def borders(table: etree._Element) -> bool | None:
    """Tell whether a table is drawn with borders; None where neither it nor its first cell says."""
    if (said := table.get("border")) is not None:
        return said.strip() not in ("0", "")
    first = next(table.iter("td", "th"), None)
    for element in (table, first):
        if element is not None and (styled := _BORDER.findall(element.get("style") or "")):
            return not all(re.match(r"\s*(?:none|0)", value) for value in styled)
    return None
