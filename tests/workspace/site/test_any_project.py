"""The extension in a project that is not ours, with another theme, another workspace, and a source that means harm."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from lexkz.akn import canonical
from lexkz.structure import load
from tests.workspace.site.pages import dead_links, tree

pytest.importorskip("sphinx")

ROOT = Path(__file__).parent.parent.parent.parent
HOSTILE = """"Тестовый <script>alert(1)</script> приказ" о проверке

Приказ Министра здравоохранения Республики Казахстан от 1 марта 2024 года № 77

ПРИКАЗЫВАЮ:

1. Утвердить <img src=x onerror=alert(2)> правила & условия:

1) первое </section></p></div><script>alert(3)</script>;

2) второе "><svg onload=alert(4)> {{ 7*7 }} |x| `y`_ &lt;b&gt;.

2. Настоящий приказ вводится в действие со дня подписания.
"""
_CONF = 'extensions = ["lexkz.sphinx"]\nhtml_theme = "alabaster"\nlexkz_workspace = "laws"\nlexkz_pdf = False\n'
_INDEX = "Our laws\n========\n\n.. toctree::\n\n   acts/index\n"


def _project(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(_CONF)
    (folder / "index.rst").write_text(_INDEX)
    return folder


def _act(project: Path, act_id: str, text: str) -> Path:
    source = project / "act.txt"
    source.write_text(text)
    path = project / "laws" / "xml" / act_id / "rus.xml"
    path.parent.mkdir(parents=True)
    path.write_bytes(canonical.serialise(load(source).root))
    source.unlink()
    return path


def _build(project: Path, *more: str) -> "subprocess.CompletedProcess[str]":
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-b",
        "html",
        "-W",
        "--keep-going",
        *more,
        str(project),
        str(project / "out"),
    ]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"}, check=False)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with alabaster and one hostile act."""
    project = _project(tmp_path_factory.mktemp("other"))
    _act(project, "V2400077777", HOSTILE)
    built = _build(project, "-q")
    assert (built.returncode, built.stderr) == (0, "")
    return project


def test_another_project_gets_the_pages_without_a_warning(other: Path) -> None:
    page = other / "out" / "acts" / "V2400077777" / "rus.html"
    assert "№ 77" in tree(page).text_content()
    assert tree(page).xpath("//link[contains(@href, 'lexkz.css')]")
    assert dead_links(page, other / "out") == []
    assert not tree(page).xpath("//nav[@class='lx-interface']")


def test_a_source_that_means_harm_is_text_everywhere(other: Path) -> None:
    for page in (other / "out").rglob("*.html"):
        found = tree(page)
        for data in found.xpath("//script[@type='application/ld+json']/text()"):
            # It is no program, and nothing in it can end its element.
            assert "<" not in data
            assert "alert(1)" in json.loads(data)["name"]
        programs = found.xpath("//script[not(@type='application/ld+json')]")
        scripts = [script.text for script in programs if script.text and "alert" in script.text]
        assert scripts == [], page.name
        assert not found.xpath("//*[@onerror or @onload] | //img[@src='x']"), page.name
    page = tree(other / "out" / "acts" / "V2400077777" / "rus.html")
    assert "<script>alert(3)</script>" in page.text_content()
    assert "{{ 7*7 }} |x| `y`_ &lt;b&gt;" in page.text_content()
    assert '"Тестовый <script>alert(1)</script> приказ" о проверке' in page.xpath("//h1")[0].text_content()


def test_only_what_changed_is_read_anew_and_a_page_goes_with_its_act(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    path = _act(project, "V2400077777", HOSTILE)
    other = _act(project, "V2400077778", HOSTILE.replace("№ 77", "№ 78"))
    _build(project)
    root = etree.fromstring(path.read_bytes())
    unit = root.find(".//{*}body//{*}p")
    assert unit is not None
    unit.text = "Изменённый тестовый текст."
    path.write_bytes(etree.tostring(root, encoding="utf-8"))
    assert "0 added, 1 changed, 0 removed" in _build(project).stdout
    assert "Изменённый тестовый текст." in (project / "out" / "acts" / "V2400077777" / "rus.html").read_text()
    other.unlink()
    other.parent.rmdir()
    built = _build(project)
    assert built.returncode == 0, built.stderr
    # The list of acts is another, too.
    assert "0 added, 1 changed, 1 removed" in built.stdout
    assert not (project / "acts" / "V2400077778").exists()
    assert (project / "acts" / "V2400077777").is_dir()
    assert "0 added, 0 changed, 0 removed" in _build(project).stdout


def test_a_workspace_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    built = _build(project, "-D", "lexkz_workspace=nowhere")
    assert built.returncode != 0
    assert "lexkz_workspace: nowhere has no corpus/, xml/ or consolidated/" in built.stderr
