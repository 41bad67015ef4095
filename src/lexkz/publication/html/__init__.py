"""HTML: a sheet as one page that needs nothing else, and that prints in the layout of official texts."""

from lexkz.publication.html.page import write_html

__all__ = ["write_html"]
