"""The templates of the site's pages: macros in ``markup/``, which know the words of the interface."""

from pathlib import Path

from lexkz.publication.markup import TEMPLATES, Markup, joined
from lexkz.workspace.site.words import _, interface

__all__ = ["SITE", "Markup", "joined"]

SITE = TEMPLATES
"""Those of publication, and those of the site beside them."""
SITE.look_in(Path(__file__).parent / "markup")
SITE.know(_=_, interface=interface)
