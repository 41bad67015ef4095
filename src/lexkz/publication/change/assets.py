"""Style and script of the page of a change: the site links to the files, a page alone holds them."""

from pathlib import Path

FOLDER = Path(__file__).parent / "static"
"""The folder of the files."""


def style() -> str:
    """Return the style sheet."""
    return (FOLDER / "lexkz-change.css").read_text(encoding="utf-8")


def script() -> str:
    """Return the script."""
    return (FOLDER / "lexkz-change.js").read_text(encoding="utf-8")
