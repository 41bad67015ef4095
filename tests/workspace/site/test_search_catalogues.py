"""Catalogues of the interface: whole in Kazakh and Russian, and read by Sphinx in a build."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("babel")
pytest.importorskip("sphinx")

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from lexkz.workspace.site import catalogues

ROOT = Path(__file__).parent.parent.parent.parent
SOURCES = ("workspace/site", "publication/change", "publication/web")
LANGUAGES = ("kk", "ru")
_BLANK = re.compile(r"\{\w*\}|%\(\w+\)s|%s|\$\{\w+\}|:doc:`[^`]*`|``[^`]*``")
TRANSLATED = ("guide/index", "guide/legal", "guide/reading")
"""Pages that are whole in each language; of others only headings are."""


def _ids() -> set[str]:
    found: set[str] = set()
    for folder in SOURCES:
        for _, _, words, _, _ in extract_from_dir(
            ROOT / "src" / "lexkz" / folder, [("**.py", "python"), ("**.html", "jinja2")], keywords={"_": None}
        ):
            found.add(str(words))
    return found


def _words(message: Any) -> list[str]:
    return [message] if isinstance(message, str) else list(message)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_pages_is_translated(lang: str) -> None:
    catalogue = catalogues.read(lang, "lexkz")
    translated = {message.id for message in catalogue if message.string}
    assert _ids() - translated == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_translation_is_left_of_words_that_are_gone(lang: str) -> None:
    assert {message.id for message in catalogues.read(lang, "lexkz") if message.id} <= _ids()


def _catalogues() -> list[Path]:
    return sorted([*catalogues.HERE.rglob("*.po"), *(ROOT / "docs" / "locale").rglob("*.po")])


@pytest.mark.parametrize("path", _catalogues(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_translation_has_the_blanks_of_its_words(path: Path) -> None:
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    assert messages
    for message in messages:
        # The words for one thing need not say the number.
        wanted = {tuple(sorted(_BLANK.findall(words))) for words in _words(message.id)}
        for words in _words(message.string):
            assert words
            assert tuple(sorted(_BLANK.findall(words))) in wanted, words


def test_what_the_scripts_of_sphinx_say_is_in_the_catalogue_of_each_language() -> None:
    for lang in LANGUAGES:
        said = catalogues.browser_words(lang)
        assert said.startswith("Documentation.addTranslations({")
        assert all(words in said for words in catalogues._IN_BROWSER)


def test_catalogues_are_compiled_beside_the_doctrees_and_never_into_the_package(tmp_path: Path) -> None:
    catalogues.compile_into(tmp_path, "kk")
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == ["lexkz.mo", "sphinx.js", "sphinx.mo"]
    assert not list(catalogues.HERE.rglob("*.mo"))


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of the guide, extracted by Sphinx."""
    made = tmp_path_factory.mktemp("gettext")
    docs = made / "docs"
    (docs / "guide").mkdir(parents=True)
    for name in TRANSLATED:
        text = (ROOT / "docs" / f"{name}.rst").read_text(encoding="utf-8")
        (docs / f"{name}.rst").write_text(text, encoding="utf-8")
    samples = docs / "guide" / "samples"
    samples.mkdir()
    for path in (ROOT / "docs" / "guide" / "samples").iterdir():
        (samples / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (docs / "conf.py").write_text("root_doc = 'guide/index'\ngettext_compact = False\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "gettext", str(docs), str(made / "out")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return made / "out"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", TRANSLATED)
def test_no_paragraph_of_the_guide_for_legal_staff_is_left_untranslated(templates: Path, name: str, lang: str) -> None:
    with (templates / f"{name}.pot").open("rb") as file:
        wanted = {message.id for message in read_po(file) if message.id}
    with (ROOT / "docs" / "locale" / lang / "LC_MESSAGES" / f"{name}.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.string}
    assert wanted
    assert wanted - translated == set()
