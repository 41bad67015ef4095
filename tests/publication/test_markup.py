"""Templates: everything that is not markup is escaped, and HTML is written nowhere else."""

import re
from pathlib import Path

import pytest
from jinja2 import TemplateSyntaxError, UndefinedError

import lexkz
from lexkz.publication.markup import Markup, PageIds, Templates, joined
from lexkz.publication.web import Beside, chapters
from lexkz.structure import load

SOURCE = Path(lexkz.__file__).parent
ROOT = SOURCE.parent.parent
TEMPLATES = sorted(path for folder in ("publication", "workspace") for path in (SOURCE / folder).rglob("*.html"))
_TAG_IN_A_STRING = re.compile(r"""f?["']{1,3}\s*</?[a-z][a-z0-9]*[\s>{/]""")
_NO_PAGES = {
    "publication/markdown.py": "Markdown has no other way for these",
    "workspace/site/theme_words.py": "finds words in pages of a theme",
    "publication/web/render.py": "ends a block that its template began",
}
"""Files that have a tag in a string, and why."""


def _templates(folder: Path, **files: str) -> Templates:
    for name, text in files.items():
        (folder / f"{name.replace('_page', '.page')}.html").write_text(text)
    return Templates(folder)


def test_a_value_is_escaped_in_text_and_in_attributes_and_markup_is_not(tmp_path: Path) -> None:
    made = _templates(tmp_path, one='{% macro p(a, b) %}<p title="{{ a }}">{{ a }}{{ b }}</p>{% endmacro %}')
    assert made.pieces("one").p('"><b>', Markup("<i>x</i>")) == (
        '<p title="&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;<i>x</i></p>'
    )
    assert joined(["<b>", Markup("<b>")]) == "&lt;b&gt;<b>"


def test_breaks_between_lines_of_a_piece_are_not_in_it_and_those_of_a_page_and_of_values_are(
    tmp_path: Path,
) -> None:
    text = "{% macro p(a) %}\n  <p>\n    {{ a }}\n  </p>\n{% endmacro %}"
    made = _templates(tmp_path, one=text, two_page="<p>\n  {{ a }}\n</p>\n")
    assert made.pieces("one").p("x\n  y") == "<p>x\n  y</p>"
    assert made.page("two", a="x") == "<p>\n  x\n</p>\n"


def test_a_value_that_is_not_there_is_an_error_that_names_its_template(tmp_path: Path) -> None:
    made = _templates(tmp_path, one="{% macro p(a) %}\n<p>\n{{ a.gone }}\n</p>\n{% endmacro %}")
    with pytest.raises(UndefinedError, match="gone") as raised:
        made.pieces("one").p("x")
    assert any(str(entry.path).endswith("one.html") for entry in raised.traceback)


def test_what_is_no_template_is_an_error_that_names_its_line(tmp_path: Path) -> None:
    made = _templates(tmp_path, one="{% macro p(a) %}\n<p>\n  {{ a. }}\n</p>\n{% endmacro %}")
    with pytest.raises(TemplateSyntaxError) as raised:
        made.pieces("one")
    assert raised.value.lineno == 3


def test_an_id_is_given_once() -> None:
    ids = PageIds()
    assert [ids.once("a"), ids.once("a"), ids.once(""), ids.once("b")] == ["a", "", "", "b"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_template_switches_escaping_off(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape|Markup", text)


def test_html_stands_in_templates_and_not_in_strings_of_the_code() -> None:
    found = {
        path.relative_to(SOURCE).as_posix()
        for folder in ("publication", "workspace/site", "workspace/serve")
        for path in (SOURCE / folder).rglob("*.py")
        if _TAG_IN_A_STRING.search(path.read_text(encoding="utf-8"))
    }
    assert found <= set(_NO_PAGES)
    assert len(TEMPLATES) > 15


def test_words_in_the_place_of_a_mark_are_escaped() -> None:
    act = load(ROOT / "xml" / "V2400035172" / "kaz.xml")
    words: dict[str, Markup] = {"para_1": "<script>"}  # type: ignore[dict-item]
    made = "".join(chapter.html for chapter in chapters(act, Beside(marks=words)))
    assert "&lt;script&gt;" in made
    assert "<script>" not in made
