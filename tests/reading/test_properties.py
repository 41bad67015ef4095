"""Paragraphs set in the layout of an extraction read back as they were, or say that they may not have."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lexkz.reading import extraction
from lexkz.reading.blocks import Lang, Paragraph
from tests.breadth import examples

WIDTH = 80
PLAIN: dict[Lang, list[str]] = {
    "kaz": ["қызметтерді", "алушы", "туралы", "осы", "және", "(бұдан", "әрі)", "мынадай", "көрсетілген", "шарт,",
            "сәйкес", "нысан", "бойынша", "өзгерістер", "тармаққа", "жүргізу", "–", "немесе", "2024", "жылғы", "№"],
    "rus": ["получателей", "услуг", "в", "порядке,", "согласно", "и", "настоящих", "(далее", "–", "услуги)", "или",
            "после", "изменения", "утвержденных", "указанным", "следующей", "2024", "года", "№", "об"],
}  # fmt: skip
REFERENCES: dict[Lang, list[str]] = {
    "kaz": ["2-тармақтың", "8-қосымша", "3-қосымшаға", "7) тармақшасы", "бұйрығына", "қағидаларында", "екінші абзацы",
            "стандартында", "12-бабы"],
    "rus": ["пункт 29", "приложению 3", "подпункта 7)", "приказ", "Правилам", "абзац второй", "статьи 12-1",
            "пункта 2"],
}  # fmt: skip

Word = tuple[str, bool]
"""A word of a paragraph, and whether it is a link, which the extraction displaces."""


@st.composite
def paragraphs(draw: st.DrawFn, lang: Lang) -> list[Word]:
    plain = st.tuples(st.sampled_from(PLAIN[lang] + REFERENCES[lang]), st.just(False))
    link = st.tuples(st.sampled_from(REFERENCES[lang]), st.just(True))
    words = draw(st.lists(st.one_of(plain, plain, plain, plain, link), min_size=2, max_size=40))
    # More links than three side by side do not occur.
    words = [word for at, word in enumerate(words) if not (at > 2 and all(link for _, link in words[at - 3 : at + 1]))]
    # Parts of one printed sentence; an end that is no reference, with the stop that all these paragraphs have.
    return [*words, (draw(st.sampled_from(["жазылсын", "алушы", "услуг", "редакции"])), False)]


def printed(words: list[Word], stop: str) -> str:
    return " ".join(text for text, _ in words) + stop


def wrapped(words: list[Word]) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    for word in words:
        if lines[-1] and sum(len(text) + 1 for text, _ in lines[-1]) + len(word[0]) > WIDTH - 6:
            lines.append([])
        lines[-1].append(word)
    return lines


def extracted(words: list[Word], stop: str, links: bool) -> list[str]:
    """Return the lines in which a content-stream order extraction gives a paragraph."""
    out: list[str] = []
    lines = wrapped(words)
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        moved = [text for text, link in line[: None if last else -1] if link and links]
        # A link that ends its line stands there in any order.
        stays = " ".join(
            "" if link and links and (last or at < len(line) - 1) else text for at, (text, link) in enumerate(line)
        )
        text = stays + stop if last else stays + " "
        tail = " ".join(moved)
        if number == 0:
            out.append(" " * 6 + text + tail)
        elif line[0][1] and links and moved:
            # A link at the head of a line makes the extraction begin a new block.
            out.extend(["", text + tail])
        else:
            out.append(text + tail)
    return out


def visible(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


@st.composite
def documents(draw: st.DrawFn) -> tuple[Lang, list[tuple[list[Word], str]], list[bool]]:
    lang: Lang = draw(st.sampled_from(("kaz", "rus")))
    made = draw(st.lists(st.tuples(paragraphs(lang), st.sampled_from([":", ";", "."])), min_size=1, max_size=5))
    breaks = draw(st.lists(st.booleans(), min_size=len(made), max_size=len(made)))
    return lang, made, breaks


@pytest.mark.combined
@settings(max_examples=examples(300), deadline=None)
@given(documents(), st.booleans())
def test_set_paragraphs_read_back_as_they_were_or_with_a_finding(
    document: tuple[Lang, list[tuple[list[Word], str]], list[bool]], links: bool
) -> None:
    lang, made, breaks = document
    lines: list[str] = []
    starts: list[int] = []
    for (words, stop), over in zip(made, breaks, strict=True):
        starts.append(len(lines) + 1)
        set_lines = extracted(words, stop, links)
        if over and len(set_lines) > 1 and "" not in set_lines:
            # The page ends inside the paragraph.
            set_lines[1:1] = ["", "", ""]
        lines.extend(set_lines)
    text = "\n".join(lines)
    source = extraction.read(text, lang)
    doubted = {finding.place.line for finding in source.findings}
    read = [block for block in source.blocks if isinstance(block, Paragraph)]
    assert sum((visible(block.text) for block in read), Counter()) == visible(text)
    assert [block.place.line for block in read] == starts
    for block, (words, stop) in zip(read, made, strict=True):
        assert block.place.line is not None
        assert block.place.end_line is not None
        if doubted.isdisjoint(range(block.place.line, block.place.end_line + 1)):
            assert block.text == printed(words, stop)
        if not links:
            assert not block.repairs
