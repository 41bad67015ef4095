"""A comparison as one file: the fragments of a change's page with the style and the script in it, no server needed."""

from lexkz.languages.language import words_of
from lexkz.publication.change.assets import script, style
from lexkz.publication.change.marks import text

_PAGE = """
body{font:1rem/1.55 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;margin:0;background:#fff;color:#1b1b1b}
main{max-width:90rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,3rem)}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .3em}h2{font-size:1.2rem;margin:1.5em 0 .6em}
.lxc-changes .lxc-change h2{margin:0}
@media (prefers-color-scheme:dark){body{background:#161718;color:#e6e6e3}}
"""


def alone(title: str, lang: str, body: str) -> str:
    """Return a page in ``lang`` (``kaz``, ``rus``); ``body`` is HTML, escaped already."""
    code = words_of(lang).layout.code
    return (
        f'<!doctype html>\n<html lang="{code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{_PAGE}{style()}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{text(title)}</h1>\n{body}</main>\n<script>\n{script()}</script>\n</body>\n</html>\n"
    )
