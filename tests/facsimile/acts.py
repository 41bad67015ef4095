"""Synthetic acts for properties: real words in no order, in paragraphs, corner marks and tables, in all settings."""

from hypothesis import strategies as st

from tests.facsimile import font
from tests.facsimile.model import CellIn, Hidden, Piece, Setting, Signature, TableIn, Text

_KAZ = (
    "арнаулы әлеуметтік қызметтер көрсететін ұйымдар қызметінің қағидаларын бекіту туралы еңбек және халықты қорғау "
    "министрінің бұйрығына өзгерістер мен толықтырулар енгізу осы тармақтың жаңа редакцияда мазмұндағы құжаттар "
    "ұйымның өтініш берушінің мерзімі ішінде есеп шарт негізінде тараптар жауапты көшірмесі нормативтік-құқықтық"
)
_RUS = (
    "правила деятельности организаций оказывающих специальные социальные услуги утвердить согласно приложению к "
    "настоящему приказу изменения и дополнения внести следующей редакции настоящего пункта срок документов заявителя "
    "договор стороны ответственный копия нормативно-правовой министерства труда защиты населения"
)
_SHORT = (
    "Бас бухгалтер",
    "Директор",
    "Іс жүргізуші",
    "Қызмет көрсету маманы",
    "Электрмонтер",
    "Мейіргер",
    "Аға тәрбиеші",
)
_LONG = (
    "Директордың әкімшілік жұмыс жөніндегі орынбасары",
    "Су сорғы станциясының машинисі, моторшысы",
    "Қазандықтарға қызмет көрсетумен айналысатын жұмысшылар және өзге де қызметкерлер",
)
_INDEXED = 20
"""Words from which on a paragraph holds raised figures."""
_FEET: tuple[tuple[str, ...], ...] = (
    (
        "Осы құжат «Электрондық құжат және электрондық цифрлық қолтаңба туралы» Қазақстан Республикасының 2003 жылғы",
        "7 қаңтардағы № 370-II Заңы 7-бабының 1-тармағына сәйкес қағаз тасығыштағы құжатпен бірдей.",
    ),
    (
        "Данный документ согласно пункту 1 статьи 7 ЗРК от 7 января 2003 года «Об электронном документе и электронной",
        "цифровой подписи» равнозначен документу на бумажном носителе.",
    ),
    ("QR-код содержит данные ЭЦП должностного лица РГП «Сынақ».",),
    ("QR-кодта «Сынақ» РМК лауазымды тұлғасының ЭЦҚ деректері бар.",),
    ("Нормативтік құқықтық актілерді мемлекеттік тіркеудің тізілімінде № 34567 болып енгізілген",),
    ("Копия электронного документа. Версия СЭД: Documentolog 7.21.0. Положительный результат проверки ЭЦП",),
    ("Беттердің саны: 12",),
    ("Бет {page} / 12",),
    ("Страница {page} из 12",),
    ("Сынақ жүйесінде қалыптастырылды, көшірме № 5-{page}",),
)
"""What systems and publishers print at the foot of each page."""
_VALUES = ("1", "0,5", "1,5", "-", "2")


def settings(*, borders: bool) -> st.SearchStrategy[Setting]:
    """Return settings of all kinds, with tables drawn (``borders``) or not."""
    return st.builds(
        _setting,
        st.sampled_from(sorted(font.files())),
        st.sampled_from([9.5, 11.0, 12.0, 14.0]),
        st.sampled_from([1.15, 1.3, 1.5]),
        st.sampled_from([(70.0, 60.0, 60.0, 70.0), (85.0, 57.0, 43.0, 57.0), (40.0, 40.0, 40.0, 60.0)]),
        st.sampled_from(["indent", "both", "spacing", "line_ends"]),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.tuples(st.just(borders), st.booleans(), st.booleans()),
        st.sampled_from(
            ["", "Сынақ акті", "Сынақ акті, {article}-бап", "Тестовый акт. Статья {article}. Страница {page}"]
        ),
        st.tuples(
            st.sampled_from(["", "", "ЖОБА", "ПРОЕКТ"]),
            st.sampled_from([None, None, 0.18, 0.25]),
        ),
        st.tuples(st.sampled_from([0.85, 0.6, 0.0]), st.sampled_from([0.0, 0.0, 45.0, -30.0]), st.booleans()),
        st.one_of(st.just(()), st.lists(st.sampled_from(_FEET), min_size=1, max_size=3).map(_foot)),
        st.sampled_from(["", "", "Тақ емес беттің жоғарысы", "Сынақ акті · {page}"]),
        st.tuples(st.sampled_from([0, 0, 0, 1, 5]), st.booleans()),
        st.tuples(
            st.sampled_from([0, 0, 2, 3]),
            st.booleans(),
            st.sampled_from(["", "", "white", "tiny", "clear", "mode", "clipped"]),
            st.sampled_from([False, False, True]),
        ),
    )


def _foot(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Return at most six lines of a foot, each once."""
    return tuple(dict.fromkeys(line for part in parts for line in part))[:6]


def _setting(
    face: str,
    size: float,
    leading: float,
    margins: tuple[float, float, float, float],
    marks: str,
    spaces: bool,
    late: bool,
    mirrored: bool,
    tables: tuple[bool, bool, bool],
    head: str,
    page: tuple[str, float | None],
    mark: tuple[float, float, bool],
    foot: tuple[str, ...],
    even: str,
    body: tuple[int, bool],
    odd: tuple[int, bool, Hidden, bool],
) -> Setting:
    borders, open_rows, spread = tables
    watermark, gap = page
    grey, angle, over = mark
    line_numbers, cut = body
    dropped, turned_head, hidden, divided = odd
    return Setting(
        font=face,
        size=size,
        leading=leading,
        margins=margins,
        indent=2.5 * size if marks in ("indent", "both") else 0.0,
        spacing=0.6 * size if marks in ("spacing", "both") else 0.0,
        # Ragged lines without any other mark do not tell where a paragraph ends that fills its last line.
        justified=marks == "line_ends" or size != 12.0,
        spaces=spaces,
        late_links=late,
        borders=borders,
        open_rows=open_rows,
        spread=spread and borders,
        numbers=bool(head),
        running_head=head,
        mirrored=mirrored,
        # What no border holds together does not run over a page end here: the rest alone would be no row.
        fresh=not borders,
        padding=4.0 if borders else 6.0,
        even_head=even if head else "",
        foot=foot,
        line_numbers=line_numbers,
        # A large letter beside numbers of lines, and hyphens in lines that no margin justifies, no one sets.
        dropped=dropped if not line_numbers else 0,
        # No printer turns the words of a row that a page end cuts.
        turned_head=turned_head and not cut,
        hidden=hidden,
        divided=divided,
        cut=cut,
        watermark=watermark,
        grey=grey,
        angle=angle,
        over=over,
        # Words are set tight only where nothing stretches them and no space parts them.
        gap=gap if not spaces and marks != "line_ends" and size == 12.0 else None,
    )


def acts(*, rows: int = 40) -> st.SearchStrategy[tuple[Piece, ...]]:
    """Return acts: a title, paragraphs, a signature now and then, annexes with tables of up to ``rows`` rows."""
    return st.one_of(_act(_KAZ.split(), "Сынақ акті", rows), _act(_RUS.split(), "Тестовый акт", rows))


def _act(words: list[str], title: str, rows: int) -> st.SearchStrategy[tuple[Piece, ...]]:
    body = st.lists(_paragraph(words), min_size=4, max_size=14)
    annex = st.tuples(_table(rows), st.lists(_paragraph(words), max_size=4))
    return st.builds(
        lambda name, own, signed, annexes: (
            Text(f"{title} {' '.join(name)}", "center", bold=True),
            *own[:2],
            # The heading of a chapter with a bare number.
            Text(f"2. {own[0].text.split()[-1].strip('.;:').capitalize()} тәртібі", "center", bold=True),
            *own[2:],
            *(
                (Signature(("Қазақстан Республикасының", "Еңбек және халықты", "қорғау министрі"), "С. Сынақова"),)
                * signed
            ),
            *(piece for number, pair in enumerate(annexes, start=1) for piece in _annexed(number, *pair)),
        ),
        st.lists(st.sampled_from(words), min_size=3, max_size=14),
        body,
        st.booleans(),
        st.lists(annex, max_size=2),
    )


def _annexed(number: int, table: TableIn, after: list[Text]) -> tuple[Piece, ...]:
    return (
        Text("Қазақстан Республикасы", "corner"),
        Text("министрінің бұйрығына", "corner"),
        Text(f"{number}-қосымша", "corner"),
        Text("Сынақ нормативтері", "center", bold=True),
        table,
        *after,
    )


def _paragraph(words: list[str]) -> st.SearchStrategy[Text]:
    return st.builds(
        _text,
        st.sampled_from(["{n}. ", "{n}) ", "", "", '"{n}. ']),
        st.integers(1, 40),
        st.lists(st.sampled_from(words), min_size=3, max_size=45),
        st.sampled_from([".", ";", ":", '";']),
        st.integers(0, 3),
    )


def _text(label: str, number: int, words: list[str], end: str, links: int) -> Text:
    linked = tuple(f"{number + step}-тармақтың" for step in range(links))
    # Links stand among the words, where a reading in the order of the file would lose them.
    mixed = list(words)
    for step, link in enumerate(linked):
        mixed.insert(min(1 + 4 * step, len(mixed)), link)
    mixed[0] = mixed[0][0].upper() + mixed[0][1:]
    if len(mixed) > _INDEXED:
        # An index stands among the words: at a letter, and at a number, which it must not join.
        mixed[4:4] = ["40", "м²"] if number % 2 else ["10⁶", "Бк"]
    return Text(label.format(n=number) + " ".join(mixed) + end, links=linked)


def _table(rows: int) -> st.SearchStrategy[TableIn]:
    items = st.lists(st.sampled_from(_KAZ.split()), min_size=3, max_size=9)
    listed = st.lists(items, min_size=2, max_size=30).map(_items)
    cell = st.sampled_from(_SHORT) | st.sampled_from(_LONG) | (listed if rows > 8 else st.nothing())
    values = st.lists(st.sampled_from(_VALUES), min_size=3, max_size=3)
    return st.builds(
        _rows,
        st.lists(st.tuples(cell, values, st.integers(0, 5)), min_size=3, max_size=rows),
        st.sampled_from([0.09, 0.14, 0.22, 0.34] if rows > 8 else [0.14, 0.22, 0.34]),
        st.booleans(),
    )


def _items(found: list[list[str]]) -> str:
    """Return a list inside a cell: a page end can part two of its items as well as cut one."""
    return " ".join(f"{number}) {' '.join(words)};" for number, words in enumerate(found, start=1))


def _rows(rows: list[tuple[str, list[str], int]], narrow: float, merged_head: bool) -> TableIn:
    made: list[tuple[CellIn, ...]] = []
    if merged_head:
        made.append(
            (
                CellIn("№", rowspan=2),
                CellIn("Лауазым атауы", rowspan=2),
                CellIn("Қызмет алушылар саны, адам", colspan=3),
            )
        )
        made.append((CellIn("50-ге дейін"), CellIn("51-100"), CellIn("101-150")))
    else:
        made.append(tuple(CellIn(text) for text in ("№", "Лауазым атауы", "Ең азы", "Орташа", "Көбі")))
    for number, (name, values, kind) in enumerate(rows, start=1):
        if kind == 5 and number > 1:
            made.append((CellIn("Сынақ қызметкерлерінің штат нормативтері, негізгі персонал", colspan=5),))
        made.append((CellIn(str(number)), CellIn(name), *(CellIn(value) for value in values)))
    return TableIn(tuple(made), (0.08, narrow, 0.16, 0.16, 0.16), head=2 if merged_head else 1)
