"""New text of a command that was not understood: the act stays valid, and the command is an error."""

import pytest

from lexkz.amendment.annotate import annotate
from lexkz.api import validate
from lexkz.languages.detect import Lang
from lexkz.reading import read_text
from lexkz.structure import build
from tests.amendment.test_reader import HEAD, TAIL
from tests.amendment.test_safety import END, RUS


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("rus", f'{RUS}пункт задумчиво пять изложим в следующей редакции:\n"5. Текст.";\nпункт 6 исключить.\n{END}'),
        ("kaz", f'{HEAD}бес тармағы ойланып мынадай редакцияда жаз:\n"5. Мәтін.";\n6-тармақ алып тасталсын.\n{TAIL}'),
    ],
)
def test_an_act_with_new_text_that_no_command_claims_is_valid(lang: Lang, text: str) -> None:
    marked, reading = annotate(build(read_text(text, lang=lang)))
    assert [each.code for each in validate(marked.root) if each.severity == "error"] == []
    assert "amend.unread" in {each.code for each in reading.findings}
    assert [command.action for command in reading.commands] == ["repeal"]
