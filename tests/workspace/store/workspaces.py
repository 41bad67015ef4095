"""Workspaces that the store is made from: the repository's own acts, and a synthetic Russian order."""

import shutil
from pathlib import Path

from lexkz.akn import canonical
from lexkz.akn.meta import read_identity
from lexkz.amendment.annotate import annotate
from lexkz.consolidation import history
from lexkz.publication import report_json
from lexkz.reading import read_text
from lexkz.structure import build

ROOT = Path(__file__).parents[3]
RULES = "V2000019900"
WORK = "/akn/kz/act/order/mz/2020-01-10/7"
ORDER_230 = "/akn/kz/act/order/enbek/2023-06-22/230"

BASE = """Об утверждении Тестовых правил учёта образцов

Приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7. Зарегистрирован в Министерстве юстиции Республики Казахстан 15 января 2020 года № 19900

      ПРИКАЗЫВАЮ:
      1. Образцы учитываются в журнале регистрации.
      2. Журнал ведётся три года.
      3. Контроль за исполнением настоящего приказа возложить на вице-министра.
      4. Субъекты здравоохранения обеспечивают:
      1) хранение проб при температуре не выше 8 градусов;
      2) уничтожение просроченных реактивов комиссией;
      3) обучение лаборантов безопасным приёмам работы.
      5. Заявитель подаёт жалобу на действия должностных лиц согласно пункту 3 настоящего приказа.
      6. Государственная услуга оказывается бесплатно физическим и юридическим лицам.
      7. Настоящий приказ вводится в действие со дня подписания.
"""  # noqa: E501


def _amending(day: str, number: int, registered: int, *commands: str) -> str:
    lines = "".join(f"      {command}\n" for command in commands)
    return f"""О внесении изменений в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "Об утверждении Тестовых правил учёта образцов"

Приказ Министра здравоохранения Республики Казахстан от {day} № {number}. Зарегистрирован в Министерстве юстиции Республики Казахстан {day} № {registered}

      ПРИКАЗЫВАЮ:
      1. Внести в приказ Министра здравоохранения Республики Казахстан от 10 января 2020 года № 7 "Об утверждении Тестовых правил учёта образцов" (зарегистрирован в Реестре государственной регистрации нормативных правовых актов под № 19900) следующие изменения:
{lines}      2. Настоящий приказ вводится в действие со дня подписания.
"""  # noqa: E501


FIRST = _amending(
    "5 марта 2021 года",
    11,
    22300,
    "пункт 2 изложить в следующей редакции:",
    '"2. Журнал ведётся пять лет.";',
    "дополнить пунктом 2-1 следующего содержания:",
    '"2-1. Журнал хранится в архиве.".',
)
SECOND = _amending(
    "6 апреля 2022 года",
    12,
    27400,
    "пункт 2-1 изложить в следующей редакции:",
    '"2-1. Журнал хранится в архиве десять лет.".',
)


REFUSED = _amending(
    "7 мая 2023 года",
    13,
    31000,
    'в пункте 2 слово "сорок" заменить словом "сто";',
    "пункт 3 исключит.",
)
"""Nothing of it can be applied: no «сорок», and a sentence that is none."""


def synthetic(root: Path, *further: str) -> None:
    """Write the synthetic order, the two orders that amend it, and its consolidated expressions below ``root``."""
    base = build(read_text(BASE, lang="rus"))
    amending = [annotate(build(read_text(text, lang="rus"))) for text in (FIRST, SECOND, *further)]
    acts = {RULES: base, "V2100022300": amending[0][0], "V2200027400": amending[1][0]}
    for name, act in acts.items():
        _write(root / "xml" / name / "rus.xml", canonical.serialise(act.root))
    for version in history(base, amending):
        date = read_identity(version.act.root).expression_date
        path = root / "consolidated" / RULES / f"rus@{date}.xml"
        _write(path, canonical.serialise(version.act.root))
        _write(path.with_suffix(".report.json"), report_json(version.report).encode())


def own(root: Path) -> None:
    """Copy the acts of the repository below ``root``."""
    for name in ("xml", "consolidated"):
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
