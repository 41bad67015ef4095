"""The same editors' notes are read from HTML, the bank's JSON, text, Word and Markdown: same units, same acts."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import lexkz
from lexkz.languages.references import LANGS, Lang
from tests.reading.docx.raw import p, word

HERE = Path(__file__).parent / "notes"
TOLD = [
    ("longTitle", "replaced", ("2021-06-21", "77")),
    ("preamble__formula_1", "replaced", ("2021-06-21", "77")),
    ("para_1", "changed", ("2022-02-03", "15"), ("2023-06-05", "77")),
    ("para_2", "changed", ("2021-06-21", "77")),
    ("att_1", "replaced", ("2020-06-05", "7")),
    ("att_1__chp_1", "replaced", ("2022-02-01", "5")),
    ("att_1__para_1", "changed", ("2022-02-01", "5")),
    ("att_1__para_2", "inserted", ("2022-02-01", "5")),
]
"""Unit, kind of change, day and number of each act."""
Lines = list[tuple[str, str]]
Made = Callable[[Lines, Lang], str | bytes]


def _lines(lang: Lang) -> Lines:
    told = (HERE / f"edition.{lang}.txt").read_text(encoding="utf-8").splitlines()[1:]
    return [(kind, text) for line in told for kind, _, text in [line.partition(" ")]]


def _text(lines: Lines, _: Lang) -> str:
    return "\n\n".join(text for _, text in lines)


def _html(lines: Lines, lang: Lang) -> str:
    (_, title), *rest = lines
    tags = {"heading": "<h3>{}</h3>", "note": '<p><span class="note">{}</span></p>'}
    body = "".join(tags.get(kind, "<p>{}</p>").format(text) for kind, text in rest)
    return (
        f'<html><body><div id="container" class="module_npaView lang_{lang}"><div class="slogan"><h1>{title}</h1></div>'
        f'<div class="container_gamma text"><article>{body}</article></div></div></body></html>'
    )


def _note_outside(lines: Lines, lang: Lang) -> str:
    return _html(lines, lang).replace('<p><span class="note">', '<span class="note">').replace("</span></p>", "</span>")


def _paragraph_note(lines: Lines, lang: Lang) -> str:
    return _html(lines, lang).replace('<p><span class="note">', '<p class="note">').replace("</span></p>", "</p>")


def _bank(lines: Lines, _: Lang) -> str:
    kinds = {"title": "title", "heading": "heading", "note": "note", "point": "point", "subpoint": "subpoint"}
    nodes = [{"type": kinds.get(kind, "text"), "level": 1, "text": text} for kind, text in lines]
    nodes.insert(0, {"type": "doc", "level": 0, "text": ""})
    full = [{"id": f"n{place}", "index": place, "properties": {}, **node} for place, node in enumerate(nodes)]
    return json.dumps({"ngr": "V1500000012", "content": full}, ensure_ascii=False)


def _word(lines: Lines, _: Lang) -> bytes:
    return word("".join(p(text) for _, text in lines))


def _markdown(lines: Lines, _: Lang) -> str:
    forms = {"title": "# {}", "heading": "## {}", "subpoint": "{}"}
    # A number at a line's head is a list's for Markdown, so that what writes acts escapes it.
    return "\n\n".join(
        forms.get(kind, "{}").format(text.replace(". ", "\\. ", kind == "point")) for kind, text in lines
    )


def _markdown_notes(lines: Lines, lang: Lang) -> str:
    marked = [(kind, f"::: {{.note}}\n{text}\n:::" if kind == "note" else text) for kind, text in lines]
    return _markdown(marked, lang)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("suffix", "made"),
    [
        ("txt", _text),
        ("html", _html),
        ("html", _note_outside),
        ("html", _paragraph_note),
        ("json", _bank),
        ("docx", _word),
        ("md", _markdown),
        ("md", _markdown_notes),
    ],
    ids=["text", "html", "html-note-outside", "html-note-paragraph", "bank", "word", "markdown", "markdown-note"],
)
def test_every_carrier_tells_the_same_history(tmp_path: Path, suffix: str, made: Made, lang: Lang) -> None:
    path = tmp_path / f"act.{suffix}"
    data = made(_lines(lang), lang)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    act = lexkz.read(path, lang=lang)
    told = [(one.eid, one.change.kind, *((by.date, by.number) for by in one.change.acts)) for one in act.told_changes]
    assert told == TOLD
    assert [one.change.only for one in act.told_changes if one.change.only] == ["kaz" if lang == "rus" else "rus"]
    assert not [line for line in act.to_text().split("\n") if line.startswith(("Сноска", "Ескерту"))]
    assert lexkz.validate(act) == ()
