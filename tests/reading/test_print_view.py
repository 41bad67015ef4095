"""What a browser or a portal puts around an act that was saved or printed from a page is none of its text."""

from pathlib import Path

import pytest

from lexkz.languages.detect import Lang
from lexkz.publication import export_text
from lexkz.structure import load
from tests.reading.docx.raw import p, word
from tests.reading.pdf.drawing import KAZ, RUS

ADDRESS = "https://example.kz/rus/docs/V2400099999"
LINES: dict[Lang, tuple[str, ...]] = {"rus": RUS, "kaz": KAZ}
AROUND = [
    (("Вернуться назад", "Распечатать"), (ADDRESS,)),
    (("Артқа | Басып шығару",), (ADDRESS, "30.11.2026, 04:15")),
    (("30.11.2026, 04:15 Об утверждении Правил учёта - портал",), (f"{ADDRESS} 1/1",)),
    (("Басты бет > Құжаттар > Бұйрық", "Қаз | Рус"), ("© 2026 Портал",)),
    (("Главная → Приказы", "Версия для печати", "Скачать в формате Word"), ("Источник: " + ADDRESS,)),
    (("От: Канцелярия", "Кому: Юрист", "Тема: приказ"), (ADDRESS,)),
    (("Кімнен: Кеңсе", "Кімге: Заңгер"), ("www.example.kz",)),
    (("Құжатты басып шығару", "Word форматында жүктеу"), ("Сілтеме: " + ADDRESS, "1/3", "Жүктелген күні: 30.11.2026")),
]


def _file(folder: Path, suffix: str, lines: tuple[str, ...]) -> Path:
    path = folder / f"act.{suffix}"
    if suffix == "txt":
        path.write_text("\n".join(lines), encoding="utf-8")
    elif suffix == "html":
        body = "".join(f"<p>{line}</p>" for line in lines)
        path.write_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", encoding="utf-8")
    else:
        path.write_bytes(word("".join(map(p, lines))))
    return path


@pytest.mark.parametrize("suffix", ["txt", "html", "docx"])
@pytest.mark.parametrize("lang", ["rus", "kaz"])
@pytest.mark.parametrize(("above", "below"), AROUND, ids=range(len(AROUND)))
def test_buttons_address_and_hour_around_an_act_are_set_aside_and_quoted(
    tmp_path: Path, above: tuple[str, ...], below: tuple[str, ...], lang: Lang, suffix: str
) -> None:
    act = load(_file(tmp_path, suffix, (*above, *LINES[lang], *below)))
    assert [line for line in export_text(act).split("\n") if line] == list(LINES[lang])
    said = [finding for finding in act.findings if finding.code == "read.print_view"]
    assert [(one.severity, one.text) for one in said] == [("info", " … ".join((*above, *below)))]


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize(("lang", "named"), [("rus", "Правила учёта"), ("kaz", "Есеп қағидалары")])
def test_the_name_that_a_site_sets_above_an_act_is_set_aside(
    tmp_path: Path, lang: Lang, named: str, suffix: str
) -> None:
    home = "Главная" if lang == "rus" else "Басты бет"
    act = load(_file(tmp_path, suffix, (home, named, *LINES[lang])))
    assert [line for line in export_text(act).split("\n") if line] == list(LINES[lang])
    assert [one.text for one in act.findings if one.code == "read.print_view"] == [f"{home} … {named}"]


def test_another_heading_above_an_act_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "act.html"
    lines = "".join(f"<p>{line}</p>" for line in RUS)
    path.write_text(f"<html><meta charset='utf-8'><h2>Сборник актов о садах</h2>{lines}</html>", encoding="utf-8")
    act = load(path)
    assert [one.text for one in act.findings if one.code == "read.heading_above"] == ["Сборник актов о садах"]
    assert "Сборник актов о садах" in export_text(act)


def test_a_form_that_begins_with_from_and_to_is_no_letter(tmp_path: Path) -> None:
    lines = ("Кому: ____________", "От: ____________", *RUS[3:])
    act = load(_file(tmp_path, "txt", lines), lang="rus")
    assert [line for line in export_text(act).split("\n") if line] == list(lines)


def test_a_button_between_title_and_requisites_is_set_aside(tmp_path: Path) -> None:
    act = load(_file(tmp_path, "html", (RUS[1], "Распечатать | Скачать", RUS[0], *RUS[2:])))
    assert [line for line in export_text(act).split("\n") if line] == [RUS[1], RUS[0], *RUS[2:]]


@pytest.mark.parametrize(
    "end",
    [
        ("4. Форма размещена на сайте:", ADDRESS),
        ("М.П.", "Печать"),
        ("Кому: владельцу питомника",),
        ("4. Срок начала:", "30.11.2026"),
        ("Интернет-ресурс: " + ADDRESS,),
    ],
)
def test_like_lines_of_the_act_itself_stay(tmp_path: Path, end: tuple[str, ...]) -> None:
    act = load(_file(tmp_path, "txt", (*RUS, *end)))
    assert [line for line in export_text(act).split("\n") if line] == [*RUS, *end]
    assert not act.findings
