"""Catalogues of the interface: our words, and those of Sphinx and furo that Sphinx has not in Kazakh (or Russian).

Catalogues are kept as text (``locale/LANG/LC_MESSAGES/*.po``) and compiled at each build into a folder beside the
doctrees, never into the package, which may be read-only. Sphinx's own catalogue of a language, where it has one, speaks
first, and ours fills in; only the words of its scripts come from one file, which is ours.
"""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lexkz.workspace.site.words import CATALOGUE

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from sphinx.application import Sphinx
    from sphinx.config import Config

HERE = Path(__file__).parent / "locale"
COMPILED = "lexkz-locale"
"""Folder beside the doctrees."""
_IN_BROWSER = (
    "Search Results",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that "
    "you've selected enough categories.",
    "Search finished, found one page matching the search query.",
    "Searching",
    "Preparing search...",
    ", in ",
    "Hide Search Matches",
    "Collapse sidebar",
    "Expand sidebar",
)
"""What Sphinx's scripts say; its ``sphinx.js`` holds these of a language."""


def setup(app: "Sphinx") -> None:
    """Compile the catalogues of the language of ``app`` when its settings are known, before any word is translated."""
    app.connect("config-inited", _compile_and_add)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a catalogue."""
    return tuple(sorted(path.name for path in HERE.iterdir() if (path / "LC_MESSAGES").is_dir()))


def read(lang: str, domain: str) -> "Catalog":
    """Return the catalogue of a domain (``lexkz``, ``sphinx``). Raises FileNotFoundError where there is none."""
    from babel.messages.pofile import read_po

    with (HERE / lang / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=lang)


def compile_into(folder: Path, lang: str) -> Path:
    """Write the catalogues of ``lang`` under ``folder`` as gettext and Sphinx's scripts read them; return it."""
    from babel.messages.mofile import write_mo

    from lexkz.workspace import atomic

    target = folder / lang / "LC_MESSAGES"
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((HERE / lang / "LC_MESSAGES").glob("*.po")):
        made = io.BytesIO()
        write_mo(made, read(lang, path.stem))
        atomic.write(target / f"{path.stem}.mo", made.getvalue())
    atomic.write(target / "sphinx.js", browser_words(lang).encode())
    return folder


def browser_words(lang: str) -> str:
    """Return the JavaScript that gives Sphinx's scripts their words in ``lang``."""
    catalogue = read(lang, "sphinx")
    data = {
        "locale": lang,
        "messages": dict(_messages(catalogue)),
        "plural_expr": f"Number({catalogue.plural_expr})",
    }
    return f"Documentation.addTranslations({json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)});\n"


def _messages(catalogue: "Catalog") -> Iterator[tuple[str, Any]]:
    for words in _IN_BROWSER:
        message = catalogue.get(words)
        if message is not None:
            yield words, message.string


def _compile_and_add(app: "Sphinx", config: "Config") -> None:
    from sphinx.locale import init

    lang = config.language
    if lang not in languages():
        return
    folder = compile_into(Path(app.doctreedir) / COMPILED, lang)
    # For the words of Sphinx's scripts, which it copies from the first of these folders that has them.
    config.locale_dirs = [*config.locale_dirs, str(folder)]
    app.add_message_catalog(CATALOGUE, str(folder))
    # Sphinx has asked for its own catalogue before any extension was there.
    app.translator, _ = init([folder], lang)
