"""The site's search: the browser stems as Python does, and finds words in their forms, in a page opened as a file."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sphinx")

from lexkz.languages.stemming import stem
from lexkz.workspace.site.search import LawSearch, browser_code

ROOT = Path(__file__).parent.parent.parent.parent
STEMS = ROOT / "tests" / "languages" / "stems"

PAGES = {
    "index": "Synthetic\n=========\n\n.. toctree::\n\n   base\n   forms\n   russian\n   cases\n   numbers\n",
    "base": "Сынақ: негізгі\n==============\n\nБұл бетте тармақ туралы айтылады.\n",
    "forms": "Сынақ: тұлғалар\n===============\n\nОсы ережелердің тармағында және бабында көрсетілген.\n",
    "russian": "Тестовая страница\n=================\n\nПредписано статьями и правилами закона.\n",
    "cases": "Тестовая вторая\n===============\n\nОб этом говорит статья, и есть правило.\n",
    "numbers": "Сынақ: сандар\n=============\n\nАлдыңғы 6-1-тармақша және № 391 бұйрық, 29) тармақша.\n",
}


def _node(text: str) -> list[list[str]]:
    script = (
        "var window = {location: {protocol: ''}};\n"
        + browser_code()
        + "\nconst text = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
        + "\nconst stemmer = new Stemmer();"
        + "\nconsole.log(JSON.stringify(splitQuery(text).map((word) => [word, stemmer.stemWord(word.toLowerCase())])));"
    )
    ran = subprocess.run(
        ["node", "-e", script], input=json.dumps(text), capture_output=True, text=True, check=True, timeout=60
    )
    found: list[list[str]] = json.loads(ran.stdout)
    return found


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_browser_splits_and_stems_as_python_does() -> None:
    law = LawSearch({})
    texts = [path.read_text(encoding="utf-8") for path in sorted(STEMS.glob("*.txt"))]
    texts.append((ROOT / "corpus" / "V2400035172" / "kaz.txt").read_text(encoding="utf-8"))
    texts.append(
        "6-1-тармағындa 6–1 30.09.2024 № 391 Hорматив əділет TOO acts V2400035172 поло\u00adжений и\u0306 29а x_y"
    )
    text = "\n".join(texts)
    assert _node(text) == [[word, law.stem(word)] for word in law.split(text)]


def test_a_whole_number_gets_a_sign_since_sphinx_leaves_digits_out() -> None:
    law = LawSearch({})
    assert law.split("№ 391, 6-1") == ["№391", "6-1"]
    assert all(law.word_filter(law.stem(word)) for word in law.split("391 29 6-1"))


def test_english_and_russian_builds_stem_by_the_joint_rule_too() -> None:
    from sphinx.search import languages

    class App:
        def add_search_language(self, cls: Any) -> None:
            known[cls.lang] = cls

    known: dict[str, Any] = {}
    from lexkz.workspace.site import search

    search.setup(App())  # type: ignore[arg-type]
    assert set(known) == {"kk", "ru", "en"}
    assert {found({}).stem("тармағында") for found in known.values()} == {stem("тармақ")}
    assert "ru" in languages


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for name, text in PAGES.items():
        (folder / f"{name}.rst").write_text(text, encoding="utf-8")
    (folder / "only_search.py").write_text(
        "from lexkz.workspace.site import catalogues, search\n\n\n"
        "def setup(app):\n    catalogues.setup(app)\n    search.setup(app)\n",
        encoding="utf-8",
    )
    (folder / "conf.py").write_text(
        f"import sys\nsys.path.insert(0, {str(folder)!r})\n"
        "project = 'Synthetic'\nextensions = ['only_search']\nlanguage = 'kk'\nhtml_theme = 'furo'\n",
        encoding="utf-8",
    )
    made = folder / "_build"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(folder), str(made)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return made


def _search(browser: Any, synthetic: Path, query: str) -> tuple[set[str], str, list[str]]:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{(synthetic / 'search.html').as_uri()}?q={query}")
    page.wait_for_function(
        "() => { const s = document.querySelector('p.search-summary'); return s && s.innerText !== ''; }", timeout=20000
    )
    links = page.eval_on_selector_all("ul.search li a", "all => all.map((one) => one.getAttribute('href'))")
    said = page.inner_text("p.search-summary")
    page.close()
    return {link.partition(".html")[0] for link in links}, said, problems


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("тармағында", {"base", "forms"}),
        ("тармақ", {"base", "forms"}),
        ("тармақтардың", {"base", "forms"}),
        ("тaрмaқ", {"base", "forms"}),
        ("бап", {"forms"}),
        ("статьей", {"russian", "cases"}),
        ("правил", {"russian", "cases"}),
        ("6-1", {"numbers"}),
        ("№ 391", {"numbers"}),
        ("391", {"numbers"}),
    ],
)
def test_a_search_finds_the_pages_with_any_form_of_the_word(
    browser: Any, synthetic: Path, query: str, pages: set[str]
) -> None:
    found, _, problems = _search(browser, synthetic, query)
    assert pages <= found
    assert found <= pages | {"index"}
    assert problems == []


def test_the_search_page_speaks_kazakh(browser: Any, synthetic: Path) -> None:
    _, none, _ = _search(browser, synthetic, "жоқсөз")
    assert "табылмады" in none
    _, one, _ = _search(browser, synthetic, "6-1")
    assert one.startswith("Іздеу аяқталды: сұрауға сәйкес бір бет")
    _, two, _ = _search(browser, synthetic, "тармақ")
    assert "2 бет табылды" in two
