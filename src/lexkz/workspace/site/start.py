"""The directive ``lexkz-start``: a search box, the latest changes and the acts, for the first page of a project."""

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.act_index import row_of
from lexkz.workspace.site.change_pages import listed
from lexkz.workspace.site.html import SITE, Markup
from lexkz.workspace.site.latest import rows
from lexkz.workspace.site.library import library
from lexkz.workspace.site.names import ACTS, CHANGES, link

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CHANGES = 5
_ACTS = 10
"""So many of the latest changes, and of the acts that were changed last, stand on the first page."""


def setup(app: "Sphinx") -> None:
    """Add the directive to ``app``."""
    app.add_directive("lexkz-start", _Start)


def blocks(workspace: Workspace, here: str) -> str:
    """Return the blocks of a start page as HTML, with links from the page ``here``."""
    texts = library(workspace)
    latest = rows(texts)
    changed = dict.fromkeys(row.step.after.id for row in latest)
    ids = [*changed, *(each for each in texts.ids if each not in changed)]
    acts = Markup("\n").join(row_of(each, texts, here) for each in ids[:_ACTS])
    return str(
        SITE.pieces("begin").blocks(
            link(here, "search"),
            Markup(listed(latest[:_CHANGES], here)),
            acts,
            (link(here, ACTS), len(ids)),
            (link(here, CHANGES), len(latest)),
        )
    )


class _Start(SphinxDirective):
    """Stands for the blocks; read anew at each build, as acts come and go."""

    def run(self) -> list[nodes.Node]:
        """Return the blocks."""
        from lexkz.workspace.site.extension import workspace_of

        self.env.note_reread()
        return [nodes.raw("", blocks(workspace_of(self.env.app), self.env.docname), format="html")]
