"""Site: pages of acts, changes, tables and forms as values, and the Sphinx extension that makes documents of them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, Any]:
    """Add the extension to a Sphinx project; see :mod:`lexkz.workspace.site.extension`."""
    from lexkz.workspace.site.extension import add

    return add(app)
