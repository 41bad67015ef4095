"""Synthetic triples: an act, commands and the text that they give, set by hand. "# name" begins each in its file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lexkz.amend.annotate import annotate
from lexkz.consolidate import Consolidation, consolidate
from lexkz.publish import export_text
from lexkz.read import read_text
from lexkz.read.blocks import Lang
from lexkz.structure import Act, build

_HEADS = {
    ("rus", "law"): (
        "О тестовых проверках\n\nЗакон Республики Казахстан от 10 января 2020 года № 7\n\n",
        'О внесении изменений и дополнений в Закон Республики Казахстан "О тестовых проверках"\n\n'
        "Закон Республики Казахстан от 5 марта 2021 года № 11\n\n"
        'Статья 1. Внести в Закон Республики Казахстан от 10 января 2020 года № 7 "О тестовых проверках" '
        "следующие изменения и дополнения:\n\n",
        "Статья 2. Настоящий Закон вводится в действие со дня его подписания.\n",
    ),
    ("rus", "order"): (
        "Об утверждении Тестовых правил учёта образцов\n\n"
        "Приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7. Зарегистрирован в "
        "Министерстве юстиции Республики Казахстан 15 января 2020 года № 19900\n\n",
        "О внесении изменений и дополнений в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 "
        'года № 7 "Об утверждении Тестовых правил учёта образцов"\n\n'
        "Приказ Министра здравоохранения Республики Казахстан от 5 марта 2021 года № 11. Зарегистрирован в "
        "Министерстве юстиции Республики Казахстан 9 марта 2021 года № 22300\n\n"
        "ПРИКАЗЫВАЮ:\n\n"
        "1. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "
        '"Об утверждении Тестовых правил учёта образцов" (зарегистрирован в Реестре государственной регистрации '
        "нормативных правовых актов под № 19900) следующие изменения и дополнения:\n\n",
        "2. Настоящий приказ вводится в действие со дня подписания.\n",
    ),
    ("kaz", "law"): (
        "Сынақ тексерулері туралы\n\nҚазақстан Республикасының Заңы 2020 жылғы 10 қаңтардағы № 7\n\n",
        '"Сынақ тексерулері туралы" Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу туралы\n\n'
        "Қазақстан Республикасының Заңы 2021 жылғы 5 наурыздағы № 11\n\n"
        '1-бап. "Сынақ тексерулері туралы" 2020 жылғы 10 қаңтардағы № 7 Қазақстан Республикасының Заңына мынадай '
        "өзгерістер мен толықтырулар енгізілсін:\n\n",
        "2-бап. Осы Заң қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
    ),
    ("kaz", "order"): (
        "Үлгілерді есепке алудың сынақ қағидаларын бекіту туралы\n\n"
        "Қазақстан Республикасы Денсаулық сақтау министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығы. Қазақстан "
        "Республикасының Әділет министрлігінде 2020 жылғы 15 қаңтарда № 19900 болып тіркелді\n\n",
        '"Үлгілерді есепке алудың сынақ қағидаларын бекіту туралы" Қазақстан Республикасы Денсаулық сақтау '
        "министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығына өзгерістер мен толықтырулар енгізу туралы\n\n"
        "Қазақстан Республикасы Денсаулық сақтау министрінің 2021 жылғы 5 наурыздағы № 11 бұйрығы. Қазақстан "
        "Республикасының Әділет министрлігінде 2021 жылғы 9 наурызда № 22300 болып тіркелді\n\n"
        "БҰЙЫРАМЫН:\n\n"
        '1. "Үлгілерді есепке алудың сынақ қағидаларын бекіту туралы" Қазақстан Республикасы Денсаулық сақтау '
        "министрінің 2020 жылғы 10 қаңтардағы № 7 бұйрығына (Нормативтік құқықтық актілерді мемлекеттік тіркеу "
        "тізілімінде № 19900 болып тіркелген) мынадай өзгерістер мен толықтырулар енгізілсін:\n\n",
        "2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.\n",
    ),
}
_PARTS = re.compile(r"^== (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Triple:
    """One case. ``after`` is the body and what follows it; ``findings`` the codes of warnings and errors, sorted."""

    name: str
    lang: Lang
    kind: str
    before: str
    commands: str
    annexes: str
    after: tuple[str, ...]
    findings: tuple[str, ...]

    def base(self) -> Act:
        """The act as it was."""
        return build(read_text(_HEADS[self.lang, self.kind][0] + self.before, lang=self.lang))

    def amending(self) -> Act:
        """The amending act with the commands, and its annexes after its own clauses."""
        _, head, tail = _HEADS[self.lang, self.kind]
        return build(read_text(f"{head}{self.commands}\n\n{tail}\n{self.annexes}", lang=self.lang))

    def consolidated(self) -> Consolidation:
        """What the commands give."""
        return consolidate(self.base(), [annotate(self.amending())])


def triples(folder: Path) -> Iterator[Triple]:
    """Yield the cases of ``folder/LANG/KIND….txt``."""
    for path in sorted(folder.glob("*/*.txt")):
        for block in re.split(r"(?m)^# ", path.read_text(encoding="utf-8"))[1:]:
            name, _, rest = block.partition("\n")
            pieces = _PARTS.split(rest)
            said = {key: text.strip("\n") for key, text in zip(pieces[1::2], pieces[2::2], strict=True)}
            lang: Lang = "kaz" if path.parent.name == "kaz" else "rus"
            kind = "law" if path.name.startswith("law") else "order"
            found = tuple(sorted(said.get("findings", "").split()))
            annexes = said.get("annexes", "")
            yield Triple(name, lang, kind, said["before"], said["commands"], annexes, _lines(said["after"]), found)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split(" ")).strip() for line in text.split("\n") if line.strip())


def shown(act: Act, triple: Triple) -> tuple[str, ...]:
    """The text after the head of the base."""
    head = _lines(_HEADS[triple.lang, triple.kind][0])
    lines = _lines(export_text(act))
    return lines[len(head) :] if lines[: len(head)] == head else lines
