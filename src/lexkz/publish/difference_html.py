"""A comparison as one HTML page that needs nothing else: a row a unit, words marked with ``del`` and ``ins``."""

from collections.abc import Iterable
from html import escape

from lexkz.compare.diff import Hunk
from lexkz.compare.words import Words

_STYLE = (
    "body{font:16px/1.5 serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "section{border-top:1px solid #999;padding:.5rem 0}h2{font:600 .85rem monospace;color:#555;margin:.25rem 0}"
    "p{white-space:pre-wrap;margin:.25rem 0}del{background:#fdd}ins{background:#dfd;text-decoration:none}"
)
_TITLES = {"kaz": "Мәтіннің өзгерістері", "rus": "Изменения текста"}


def diff_html(hunks: Iterable[Hunk], lang: str) -> str:
    """Return a comparison of two texts in ``lang`` as a page; all text of the acts is escaped."""
    title = _TITLES.get(lang, _TITLES["rus"])
    rows = "".join(_section(hunk) for hunk in hunks)
    return (
        f'<!doctype html>\n<html lang="{"kk" if lang == "kaz" else "ru"}"><head><meta charset="utf-8">'
        f"<title>{title}</title><style>{_STYLE}</style></head>\n<body><h1>{title}</h1>\n{rows}</body></html>\n"
    )


def _section(hunk: Hunk) -> str:
    by = f" · {escape(hunk.command)}" if hunk.command else ""
    return (
        f'<section id="{escape(hunk.eid)}" class="{hunk.kind}"><h2>{escape(hunk.eid)} · {hunk.kind}{by}</h2>'
        f"<p>{_marked(hunk.words)}</p></section>\n"
    )


def _marked(words: Words) -> str:
    tags = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}
    return "".join(tags[mark].format(escape(text)) for mark, text in words)
