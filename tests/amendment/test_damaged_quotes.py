"""Quotes dropped, doubled, moved or changed, lines run together, files cut: what is not law never gets into new text.

``fixtures/damage/LANG.txt`` holds good acts, parted by "====": how each begins, then the commands of each, then how
each ends (clauses and signature).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.amendment.model import Command, Reading
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build

pytestmark = pytest.mark.combined

_FOLDER = Path(__file__).parent / "fixtures" / "damage"
_NO_LAW = {
    "rus": (
        *("вводится в действие", "Контроль за исполнением", "Министр А. Тестов", "обеспечить размещение", "исключить"),
        *("изложить в следующей", "следующего содержания", "заменить слов", "дополнить слов"),
    ),
    "kaz": (
        *("қолданысқа енгізіледі", "орындалуын бақылау", "Министр А. Сынақов", "орналастырылуын", "алып тасталсын"),
        *("редакцияда жазылсын", "толықтырылсын", "ауыстырылсын"),
    ),
}
"""Words of the acts' clauses, signatures and commands, which stand in none of their new texts."""


def _acts() -> Iterator[tuple[Lang, str, str, str]]:
    langs: tuple[Lang, ...] = ("rus", "kaz")
    for lang in langs:
        head, *acts, tail = (_FOLDER / f"{lang}.txt").read_text(encoding="utf-8").strip().split("\n====\n")
        for act in acts:
            yield lang, f"{head}\n", f"{act}\n", f"{tail}\n"


_CASES = [pytest.param(*case, id=f"{case[0]}: {case[2].partition(chr(10))[0]}") for case in _acts()]


def _reading(text: str, lang: Lang) -> Reading:
    return annotate(build(read_text(text.replace("\n", "\n\n"), lang=lang)))[1]


def _damaged(text: str, begin: int) -> Iterator[str]:
    for at in range(begin, len(text)):
        before, char, after = text[:at], text[at], text[at + 1 :]
        if char in '"«»':
            line, _, rest = after.partition("\n")
            yield before + after
            yield before + char + char + after
            yield before + after[:1] + char + after[1:]
            yield before[:-1] + char + before[-1:] + after
            yield f"{before}{line}\n{char}{rest}"
            yield before + ("»" if char == '"' else '"') + after
            yield before
        elif char == "\n":
            yield f"{before} {after}"
            yield before + after
            yield f'{before}\n"\n{after}'
            yield before


def _wrong(command: Command, lang: Lang) -> list[str]:
    said = "\n".join((*command.content, *command.old, *command.new))
    found = [words for words in _NO_LAW[lang] if words in said]
    for line in command.content:
        if line.count('"') % 2 or line.count("«") != line.count("»") or line.endswith((".;", "..", ";;", ";.")):
            found.append(line)
    return found


@pytest.mark.parametrize(("lang", "head", "act", "tail"), _CASES)
def test_a_good_act_is_read_without_an_error(lang: Lang, head: str, act: str, tail: str) -> None:
    found = _reading(head + act + tail, lang)
    assert [each.code for each in found.findings if each.severity == "error"] == []
    assert [wrong for command in found.commands for wrong in _wrong(command, lang)] == []


@pytest.mark.parametrize(("lang", "head", "act", "tail"), _CASES)
def test_no_damage_puts_clauses_signatures_commands_or_stray_marks_into_the_law(
    lang: Lang, head: str, act: str, tail: str
) -> None:
    for text in _damaged(head + act + tail, len(head)):
        for command in _reading(text, lang).commands:
            assert command.refused or not _wrong(command, lang), (text[len(head) :], _wrong(command, lang))
