"""One command gives a department all papers of a consolidated text."""

import io
import json
import zipfile
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner
from lxml import html

import lexkz
from lexkz.workspace.cli import main

BASE = {
    "rus": """О сроках осмотра (вымышленный)
Приказ Министра леса от 7 февраля 2022 года № 22
1. Установить срок осмотра 5 дней.
2. Продлить срок на 3 дня.
""",
    "kaz": """Тексеру мерзімдері туралы (ойдан шығарылған)
Орман министрінің 2022 жылғы 7 ақпандағы № 22 бұйрығы
1. Тексеру мерзімі 5 күн болып белгіленсін.
2. Мерзім 3 күнге ұзартылсын.
""",
}
ORDER = {
    "rus": """О внесении изменений в приказ Министра леса от 7 февраля 2022 года № 22 "О сроках осмотра" (вымышленный)
Приказ Министра леса от 9 июня 2025 года № 180
1. Внести в приказ Министра леса от 7 февраля 2022 года № 22 "О сроках осмотра" следующие изменения:
в пункте 1 цифру "5" заменить цифрой "6";
пункт 8 исключить.
2. Настоящий приказ вводится в действие со дня подписания.
""",
    "kaz": """"Тексеру мерзімдері туралы" 2022 жылғы 7 ақпандағы № 22 бұйрыққа өзгерістер енгізу туралы
Орман министрінің 2025 жылғы 9 маусымдағы № 180 бұйрығы
1. "Тексеру мерзімдері туралы" Орман министрінің 2022 жылғы 7 ақпандағы № 22 бұйрығына мынадай өзгерістер енгізілсін:
1-тармақтағы "5" деген цифр "6" деген цифрмен ауыстырылсын;
8-тармақ алып тасталсын.
2. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
""",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for lang in BASE:
        for name, text in (("base", BASE[lang]), ("order", ORDER[lang])):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / f"{lang}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def _links(page: bytes) -> list[str]:
    return [link.get("href", "") for link in html.fromstring(page.decode()).iter("a")]


def test_the_papers_of_one_language_lie_in_a_folder_with_an_index_that_leads_to_each(desk: Path) -> None:
    pytest.importorskip("docx")
    alone = desk / "alone.txt"
    alone.write_text(BASE["rus"], encoding="utf-8")
    done = CliRunner().invoke(
        main, ["pack", str(alone), "--by", str(desk / "order" / "rus.txt"), "-o", str(desk / "out")]
    )
    assert done.exit_code == 1, "a command waits"
    names = {path.name for path in (desk / "out").iterdir()}
    assert names >= {
        "Указатель.html",
        "1. Текст с изменениями.docx",
        "2. Текст с отмеченными изменениями.docx",
        "3. Сравнительная таблица.docx",
        "4. Перечень изменений.docx",
        "5. Данные.xml",
        "6. Отчёт о применении.json",
    }
    page = (desk / "out" / "Указатель.html").read_bytes()
    assert {unquote(link) for link in _links(page)} == names - {"Указатель.html"}
    text = "".join(map(str, html.fromstring(page.decode()).itertext()))
    assert "внесено изменений – 1, не внесено и ждёт решения человека – 1" in text
    assert "Все проверки текста выдержаны." in text
    assert lexkz.read(desk / "out" / "5. Данные.xml").unit("para_1").text == "1. Установить срок осмотра 6 дней."
    report = json.loads((desk / "out" / "6. Отчёт о применении.json").read_text(encoding="utf-8"))
    assert [one["outcome"] for one in report["commands"]] == ["applied", "refused"]


def test_where_both_languages_lie_beside_each_other_both_are_packed_and_the_same_bytes_come_again(desk: Path) -> None:
    pytest.importorskip("docx")
    call = ["pack", str(desk / "base" / "kaz.txt"), "--by", str(desk / "order" / "kaz.txt"), "-o"]
    made = [CliRunner().invoke(main, [*call, str(desk / name)]) for name in ("one.zip", "two.zip")]
    assert [one.exit_code for one in made] == [1, 1]
    assert (desk / "one.zip").read_bytes() == (desk / "two.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO((desk / "one.zip").read_bytes())) as files:
        names = files.namelist()
    assert names[0] == "Қазақша/Тізімдеме.html"
    assert "Русский/3. Сравнительная таблица.docx" in names
    assert names[-2:] == ["Екі тілдегі мәтін.docx", "Екі тілдегі мәтіннің алшақтықтары.docx"]


def test_a_pack_is_not_written_over_a_file(desk: Path) -> None:
    base = desk / "base" / "rus.txt"
    done = CliRunner().invoke(main, ["pack", str(base), "--by", str(desk / "order" / "rus.txt"), "-o", str(base)])
    assert done.exit_code == 2
    assert base.read_text(encoding="utf-8") == BASE["rus"]


def test_where_pdf_cannot_be_written_the_index_says_so_and_the_rest_is_there(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("docx")
    from lexkz.publication import pdf
    from lexkz.publication.extras import MissingExtraError

    def missing(_: object) -> bytes:
        raise MissingExtraError("PDF", "pdf-out")

    monkeypatch.setattr(pdf, "write_pdf", missing)
    made = lexkz.pack(desk / "base" / "rus.txt", desk / "order" / "rus.txt")
    assert not any(name.endswith(".pdf") for name in made.files)
    page = made.files["Указатель.html"].decode()
    assert "Для этого (PDF) нужно дополнение «pdf-out»" in page, "in the language of the act"
    assert "lexkz[pdf-out]" in page
    (told,) = [found for found in made.findings if found.code == "publish.not_printed"]
    assert told.message.rus.endswith("Для этого (PDF) нужно дополнение «pdf-out»: pip install 'lexkz[pdf-out]'")
    assert "3. Сравнительная таблица.docx" in made.files


def test_the_acts_of_the_repository_are_packed_from_a_fresh_clone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What README names: the outline of № 230 and order № 391, and nothing beside the repository."""
    pytest.importorskip("docx")
    from lexkz.publication import pdf

    monkeypatch.setattr(pdf, "write_pdf", lambda _: b"%PDF")
    root = Path(__file__).parents[2]
    made = lexkz.pack(root / "xml" / "V2300032875" / "kaz.xml", root / "corpus" / "V2400035172" / "kaz.txt")
    assert [name.partition(".")[0] for name in made.files] == ["Тізімдеме", "1", "1", "2", "3", "4", "5", "6"]
    assert made.texts[0].proofs.hold
    assert not any(found.severity == "error" for found in (*made.findings, *made.texts[0].report.findings))
