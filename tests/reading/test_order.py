"""The real order V2400035172 as read from its extraction; expectations made by hand from its facsimile."""

from collections import Counter
from pathlib import Path

import pytest

from lexkz.reading import Source, read_source
from lexkz.reading.blocks import Paragraph, Table

CORPUS = Path(__file__).parents[2] / "corpus" / "V2400035172" / "kaz.txt"

RESTORED = {
    14: "министрінің 2023 жылғы 22 маусымдағы № 230 бұйрығына (Нормативтік құқықтық актілерді мемлекеттік тіркеу "
    "тізілімінде № 32875 болып тіркелген) мынадай өзгерістер мен толықтырулар енгізілсін:",
    21: "Арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің қағидаларында:",
    23: "2-тармақтың екінші абзацы мынадай редакцияда жазылсын:",
    29: "29-тармақ жаңа редакцияда жазылсын:",
    36: "31-тармақ мынадай редакцияда жазылсын:",
    45: "33-тармақ мынадай редакцияда жазылсын:",
    66: "37-тармақтың 3) тармақшасы жаңа редакцияда жазылсын:",
    68: "жеке ісі осы Қағидаларға 3-қосымшаға сәйкес нысан бойынша қалыптастырылады, ал жеке ісі болған жағдайда – оны "
    "жүргізу жалғастырылады.",
    89: "көрсетілген Қағидаларға 8-қосымша осы бұйрыққа 1-қосымшаға сәйкес жаңа редакцияда жазылсын.",
    91: "2023 жылғы 29 маусымдағы № 263 бұйрығына (Нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде "
    "№ 32941 болып тіркелген) мынадай өзгерістер енгізілсін:",
    96: "уақытша болу жағдайында арнаулы әлеуметтік қызметтер көрсету стандартында:",
    98: "8-тармақ мынадай редакцияда жазылсын:",
    103: "18-тармақтың тоғызыншы абзацы мынадай редакцияда жазылсын:",
    104: "осы Стандарттың 2-тарауында көзделген тәртіппен, бірақ олар шығарылғаннан кейін күнтізбелік бір жылдан соң "
    "оңалту туралы шарт жасалады.\";",
    109: "29-тармақтың төртінші абзацы мынадай редакцияда жазылсын:",
    113: "көрсету стандартына 2-қосымша осы бұйрыққа 2-қосымшаға сәйкес жаңа редакцияда жазылсын.",
    116: "көрсету стандартына 3-қосымшада:",
    138: "3-тармақ жаңа редакцияда жазылсын:",
    150: "12-тармақтың екінші абзацы мынадай редакцияда жазылсын:",
    151: "осы стандартқа 4-қосымшаға сәйкес нысан бойынша көрсетілетін қызметтерді алушымен оңалту туралы шарт (бұдан "
    "әрі – шарт) оңалту туралы үлгілік шарт негізінде жасасады.\";",
    155: "19-тармақтың бірінші абзацы мынандай редакцияда жазылсын:",
    158: "20-тармақтың бірінші абзацы мынандай редакцияда жазылсын:",
    161: "20-тармақтың 7) тармақшасы жаңа редакцияда жазылсын:",
    163: "Әлеуметтік кодекстің 11, 13, 14 – тарауларына сәйкес тиесілі жеңілдіктерді, жәрдемақыларды, өтемақыларды, "
    "алименттер мен тиісті төлемдерді алуға, тұрғын үй жағдайын жақсартуға жәрдемдесу;",
    186: "көрсету стандартына 2-қосымшада:",
    188: "Бағалау парағында:",
    257: "көрсету стандартына 4-қосымша осы бұйрыққа 3-қосымшаға сәйкес жаңа редакцияда жазылсын.",
    263: "5-тармақ мынадай редакцияда жазылсын:",
    268: "6 және 7-тармақтар жаңа редакцияда жазылсын:",
    275: "16 тармақтың екінші абзацы мынадай редакцияда жазылсын:",
    276: "осы стандартқа 3-қосымшаға сәйкес нысан бойынша үлгі шарттың негізінде көрсетілетін қызмет алушылармен шарт "
    "жасасады.\";",
    279: "18 тармақтың екінші абзацы мынадай редакцияда жазылсын:",
    283: "осы стандартқа 4-қосымшаға сәйкес нысан бойынша көрсетілетін қызметтерді алушылардың тіркелу карточкасын "
    "толтырады.\";",
    286: "көрсету стандартына 1-қосымша осы бұйрыққа 4-қосымшаға сәйкес жаңа редакцияда жазылсын;",
    289: "көрсету стандартына 4-қосымша осы бұйрыққа 5-қосымшаға сәйкес жаңа редакцияда жазылсын.",
    298: "департаментіне осы тармақтың 1) және 2) тармақшаларында көзделген іс-шаралардың орындалуы туралы мәліметтер "
    "ұсынуды қамтамасыз етсін.",
    902: "Әлеуметтік кодексінің 12-бабы 5) тармақшасының бесінші абзацына сәйкес әзірлеген Адам саудасының "
    "құрбандарына арнаулы әлеуметтік қызметтер көрсету стандартының 23-тармағында көзделген негіздер бойынша "
    "бұзуға жатады.",
    1014: "Әлеуметтік кодексінің 12-бабы 5) тармақшасының бесінші абзацына сәйкес әзірлеген Тұрмыстық зорлық - "
    "зомбылық құрбандарына арнаулы әлеуметтік қызметтер көрсету стандартының 21-тармағында көзделген негіздер бойынша",
}  # fmt: skip


@pytest.fixture(scope="module")
def order() -> Source:
    return read_source(CORPUS)


def paragraphs(source: Source) -> dict[int | None, Paragraph]:
    return {block.place.line: block for block in source.blocks if isinstance(block, Paragraph)}


def visible(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("line", RESTORED)
def test_each_displaced_word_of_the_order_is_back_in_its_place(order: Source, line: int) -> None:
    found = paragraphs(order)[line]
    assert RESTORED[line] in found.text
    assert found.repairs


def test_no_other_paragraph_of_the_order_was_repaired_and_nothing_is_in_doubt(order: Source) -> None:
    assert {line for line, block in paragraphs(order).items() if block.repairs} == set(RESTORED)
    assert order.findings == ()


def test_every_visible_character_of_the_order_stands_in_a_block_or_in_the_furniture(order: Source) -> None:
    read: Counter[str] = Counter()
    for block in order.blocks:
        if isinstance(block, Paragraph):
            read.update(visible(block.text))
        else:
            read.update(visible("".join(cell.text for row in block.rows for cell in row.cells)))
    for item in order.furniture:
        read.update(visible(item.text))
    assert read == Counter(visible(CORPUS.read_text(encoding="utf-8")))


def test_a_paragraph_without_repairs_has_the_characters_of_its_lines_in_their_order(order: Source) -> None:
    lines = CORPUS.read_text(encoding="utf-8").split("\n")
    for line, block in paragraphs(order).items():
        assert line is not None
        assert block.place.end_line is not None
        if not block.repairs:
            assert visible(block.text) == visible("".join(lines[line - 1 : block.place.end_line]))


def test_title_requisites_signature_and_corner_marks_are_paragraphs_of_their_own(order: Source) -> None:
    found = paragraphs(order)
    assert found[2].text.startswith('"Арнаулы әлеуметтік')
    assert found[2].text.endswith("№ 263 бұйрығына өзгерістер мен толықтырулар енгізу туралы")
    assert found[10].text.endswith("№ 35172 болып тіркелді")
    assert found[13].text == "БҰЙЫРАМЫН:"
    assert found[308].text == "Қазақстан Республикасы Еңбек және халықты әлеуметтік қорғау министрі"
    assert found[312].text == "С. Жакупова"
    corner = [block.text for line, block in found.items() if line is not None and 331 <= line <= 342]
    assert corner == [
        "Қазақстан Республикасы", "Еңбек және халықты", "әлеуметтік қорғау министрі", "2024 жылғы 30 қыркүйектегі",
        "№ 391 Бұйрығына 1 қосымша", "Арнаулы әлеуметтік", "қызметтер көрсететін ұйымдар", "қызметінің қағидаларына",
        "8-қосымша",
    ]  # fmt: skip
    assert {found[line].align for line in (331, 342, 772, 785, 929, 931, 932, 948, 977)} == {"right"}
    assert {found[line].align for line in (344, 950, 979)} == {"center"}


def test_paragraphs_run_on_over_page_ends(order: Source) -> None:
    found = paragraphs(order)
    assert "жоқ, баспанасы болмаған немесе" in found[37].text
    assert found[37].place.page == 1
    assert found[83].place.page == 3
    assert order.pages == 17


def test_the_footer_of_the_site_is_furniture(order: Source) -> None:
    (footer,) = order.furniture
    assert footer.kind == "footer"
    assert footer.text.endswith("ШЖҚ РМК")
    assert not any("2012" in block.text for block in order.blocks if isinstance(block, Paragraph))


def test_the_order_has_its_eight_tables(order: Source) -> None:
    tables = [block for block in order.blocks if isinstance(block, Table)]
    assert [len([row for row in table.rows if not row.header]) for table in tables] == [1, 2, 2, 1, 48, 4, 4, 11]
