"""The page of both languages of an act: one unit a row, each disagreement at its unit and in the list on top."""

import re
from pathlib import Path

import pytest

from lexkz.workspace.build import build
from lexkz.workspace.layout import Workspace
from lexkz.workspace.site.both_pages import pages
from lexkz.workspace.site.page import Page
from tests.comparison.witness.planted import texts

ACT = "V2300032500"


def _page(root: Path, *, rus: str) -> Page:
    folder = root / "corpus" / ACT
    folder.mkdir(parents=True)
    (folder / "kaz.txt").write_text(texts("order")["kaz"], encoding="utf-8")
    (folder / "rus.txt").write_text(rus, encoding="utf-8")
    build(root, jobs=1)
    return next(page for page in pages(Workspace(root)) if page.name == f"acts/{ACT}/both")


def test_units_of_both_languages_stand_in_one_row(tmp_path: Path) -> None:
    page = _page(tmp_path, rus=texts("order")["rus"])
    (section,) = page.sections
    assert re.search(
        r'<td lang="kk"><p>6\. Мәліметтер [^<]*</p></td><td lang="ru"><p>6\. Сведения [^<]*</p></td>', section.html
    )
    assert "d-1" not in section.html


def test_a_disagreement_stands_below_its_row_and_in_the_list_on_top(tmp_path: Path) -> None:
    page = _page(tmp_path, rus=texts("order")["rus"].replace("65 процентов", "66 процентов"))
    (section,) = page.sections
    assert '<a href="#d-1">Сандар әртүрлі: қазақша – 65; орысша – 66</a>' in page.lead
    row = section.html.index("Влажность воздуха")
    assert section.html.index('<p id="d-1"><strong>Сандар әртүрлі') > row
    assert section.html.index("33. Желінің") > section.html.index('<p id="d-1">')


@pytest.mark.parametrize("lang", ["kaz", "rus"])
def test_an_act_in_one_language_has_no_such_page(tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "corpus" / ACT
    folder.mkdir(parents=True)
    (folder / f"{lang}.txt").write_text(texts("order")[lang], encoding="utf-8")
    build(tmp_path, jobs=1)
    assert list(pages(Workspace(tmp_path))) == []
