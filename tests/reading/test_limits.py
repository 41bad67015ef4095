"""Limits on size, pages, depth and time: for every format, from the command line too, each with one clear sentence."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from lexkz.reading import SourceError, limits, read_source
from lexkz.reading.limits import Limits
from lexkz.structure import load
from lexkz.workspace.cli import COMMANDS, main
from lexkz.workspace.cli.options import LIMITS, SOURCE
from tests.facsimile import font
from tests.facsimile.maker import draw
from tests.facsimile.model import Setting, Text
from tests.reading.docx.raw import p, tbl, tc, word

LINES = "".join(f"{number}. Тестовый пункт приказа о порядке.\n" for number in range(1, 400))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("sources")
    pdf = draw([Text(line) for line in LINES.splitlines()[:120]], Setting(font=sorted(font.files())[0]))
    html = "".join(f"<p>{line}</p>" for line in LINES.splitlines())
    nested = tbl((tc(tbl((tc("внутри"),)) + p("ячейка")),))
    nodes = ",".join(f'{{"type": "point", "text": "{line}"}}' for line in LINES.splitlines())
    files = {
        "act.txt": LINES.encode(),
        "pages.txt": "\f".join(f"      {line}\n{'х' * 60} \nпо тексту\n" for line in LINES.splitlines()[:9]).encode(),
        "act.html": f"<html><body><div><div><div>{html}</div></div></div></body></html>".encode(),
        "act.docx": word("".join(p(line) for line in LINES.splitlines()) + nested),
        "act.json": f'{{"ngr": "V1", "content": [{nodes}]}}'.encode(),
        "act.pdf": pdf,
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in files}


def refusal(path: Path, most: Limits) -> str:
    with pytest.raises(SourceError) as caught:
        load(path, limits=most, lang="rus")
    said = str(caught.value)
    assert said.startswith(path.name)
    assert said.count("\n") == 0
    assert said.endswith(".")
    return said


@pytest.mark.parametrize("name", ["act.txt", "act.html", "act.docx", "act.json", "act.pdf"])
def test_each_format_is_read_within_the_usual_limits_and_refused_beyond_size_and_time(
    sources: dict[str, Path], name: str
) -> None:
    assert load(sources[name], lang="rus").root is not None
    assert "larger than" in refusal(sources[name], Limits(bytes=100))
    assert "longer than" in refusal(sources[name], Limits(seconds=1e-9))


@pytest.mark.parametrize("name", ["act.pdf", "pages.txt"])
def test_a_source_with_a_page_too_many_is_refused(sources: dict[str, Path], name: str) -> None:
    pages = read_source(sources[name], lang="rus").pages
    assert pages is not None
    assert pages > 1
    assert read_source(sources[name], lang="rus", limits=Limits(pages=pages)).pages == pages
    assert f"more than {pages - 1} pages" in refusal(sources[name], Limits(pages=pages - 1))


@pytest.mark.parametrize("name", ["act.html", "act.docx"])
def test_a_source_with_a_level_too_many_is_refused(sources: dict[str, Path], name: str) -> None:
    assert "more than 3 levels deep" in refusal(sources[name], Limits(depth=3))
    read_source(sources[name], lang="rus", limits=Limits(depth=20))


def test_akoma_ntoso_is_limited_too() -> None:
    order = Path(__file__).parents[2] / "xml" / "V2400035172" / "kaz.xml"
    with pytest.raises(SourceError, match="levels deep"):
        load(order, limits=Limits(depth=5))
    with pytest.raises(SourceError, match="larger than"):
        load(order, limits=Limits(bytes=1000))


def test_limits_that_were_chosen_hold_until_they_are_given_up(sources: dict[str, Path]) -> None:
    limits.choose(Limits(bytes=10))
    try:
        with pytest.raises(SourceError, match="larger than"):
            read_source(sources["act.txt"])
    finally:
        limits.choose(None)
    assert read_source(sources["act.txt"]).blocks


@pytest.mark.parametrize(
    ("option", "says"),
    [("--max-size=0.001", "larger than"), ("--max-seconds=0.000000001", "longer than"), ("--max-depth=3", "levels")],
)
def test_the_command_line_sets_them_for_one_command(sources: dict[str, Path], option: str, says: str) -> None:
    arguments = ["parse", str(sources["act.html"]), "--lang", "rus"]
    refused = CliRunner().invoke(main, [*arguments, option])
    assert refused.exit_code == 2
    assert says in refused.stderr
    assert CliRunner().invoke(main, arguments).exit_code == 0


def test_pages_are_limited_on_the_command_line(sources: dict[str, Path]) -> None:
    refused = CliRunner().invoke(main, ["export", "--to", "text", "--max-pages", "1", str(sources["act.pdf"])])
    assert refused.exit_code == 2
    assert "more than 1 pages" in refused.stderr


def test_every_command_that_takes_a_source_has_the_options_and_the_help_states_the_defaults() -> None:
    import click

    context = click.Context(main)
    takes = [
        name
        for name in COMMANDS
        if (found := main.get_command(context, name)) and any(param.type is SOURCE for param in found.params)
    ]
    assert {"parse", "add", "commands", "tables", "diff"} <= set(takes)
    usual = Limits()
    said = (f"[{usual.bytes // limits.MEGABYTE}]", f"[{usual.pages}]", f"[{usual.depth}]", f"[{usual.seconds:g}]")
    for option, default in zip(LIMITS, said, strict=True):
        assert default in (option.help or "")
    for name in takes:
        assert "--max-seconds" in CliRunner().invoke(main, [name, "--help"]).output
