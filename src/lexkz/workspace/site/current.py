"""The lasting address of the text in force: a small page for each act and language that leads to the newest one."""

from collections.abc import Iterator
from pathlib import Path

from lexkz.workspace import atomic
from lexkz.workspace.layout import LANGUAGES, Workspace
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.library import Text, library
from lexkz.workspace.site.names import current_address, link
from lexkz.workspace.site.wording import message_key
from lexkz.workspace.site.words import interface


def write_addresses(workspace: Workspace, out: Path) -> None:
    """Write the addresses below ``out``: they need neither script nor server, and keep the place asked for."""
    for here, text in addresses(workspace):
        path = out / f"{here}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        html = SITE.page("current", there=link(here, text.page), title=text.page, lang=interface())
        atomic.write(path, html.encode())


def addresses(workspace: Workspace) -> Iterator[tuple[str, Text]]:
    """Give the lasting addresses of a workspace, each with the text that is in force."""
    texts = library(workspace)
    for act_id in texts.ids:
        found: dict[str, Text] = {
            lang: text for lang in LANGUAGES if (text := texts.in_force(act_id, lang)) is not None
        }
        for lang, text in found.items():
            yield current_address(act_id, lang), text
        if found:
            yield current_address(act_id), found.get(message_key()) or next(iter(found.values()))
