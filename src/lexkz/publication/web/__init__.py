"""Web: an act as semantic HTML, chapter by chapter, for pages of any site. Functions of values; nothing is written."""

from lexkz.publication.web.model import Beside, Chapter
from lexkz.publication.web.render import chapters

__all__ = ["Beside", "Chapter", "chapters"]
