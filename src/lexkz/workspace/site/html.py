"""The templates of the site's pages: macros in ``markup/``, which know the words of the interface."""

from pathlib import Path

from lexkz.publication.markup import FOLDER, Markup, Templates, joined
from lexkz.workspace.site.words import _, interface

__all__ = ["SITE", "Markup", "joined"]

SITE = Templates(Path(__file__).parent / "markup", FOLDER)
SITE.know(_=_, interface=interface)
