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
from lexkz.workspace.site.names import ACTS, CHANGES, file_link, link

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_CHANGES = 5
_ACTS = 10
"""So many of the latest changes, and of the acts that were changed last, stand on the first page."""


def setup(app: "Sphinx") -> None:
    """Add the directive to ``app``."""
    app.add_directive("lexkz-start", _Start)


def blocks(workspace: Workspace, here: str, example: str = "") -> str:
    """Return the blocks of a start page as HTML, with links from the page ``here``; ``example``: the way to one."""
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
            example,
        )
    )


class _Start(SphinxDirective):
    """Stands for the blocks; read anew at each build, as acts come and go."""

    def run(self) -> list[nodes.Node]:
        """Return the blocks."""
        from lexkz.workspace.site.extension import workspace_of

        self.env.note_reread()
        folder, config = self.env.config.lexkz_example, self.env.config
        # It stands beside the folders of the languages of the interface, and has the same.
        example = file_link(f"{config.language}/{self.env.docname}", f"{folder}/{config.language}/index.html")
        html = blocks(workspace_of(self.env.app), self.env.docname, example if folder else "")
        return [nodes.raw("", html, format="html")]
