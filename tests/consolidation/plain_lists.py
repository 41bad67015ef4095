"""A made-up act as plain lists, and how it is printed. It knows nothing of lexkz, against which it is held."""

from dataclasses import dataclass, field

SAID = {
    "rus": {
        "name": "Тестовые правила учёта образцов",
        "mark": ("Приложение 1", "к Тестовым правилам учёта образцов"),
        "chapter": "Глава {}. {}",
        "m": "исключен",
        "f": "исключена",
        "n": "исключено",
        "note": "Примечание:",
        "both": 'по всему тексту Правил и приложений к ним слова "{}", "{}" заменить соответственно словами '
        '"{}", "{}";',
        "in_annex": "в приложении 1 к указанным Правилам:",
        "in_rules": "в Тестовых правилах учёта образцов, утвержденных указанным приказом:",
        "letters": ("бвгдзклмнпрстф", "аеиоу"),
    },
    "kaz": {
        "name": "Үлгілерді есепке алудың сынақ қағидалары",
        "mark": ("Үлгілерді есепке алудың", "сынақ қағидаларына", "1-қосымша"),
        "chapter": "{}-тарау. {}",
        "m": "алып тасталды",
        "f": "алып тасталды",
        "n": "алып тасталды",
        "note": "Ескертпе:",
        "both": 'Қағидалардың және оларға қосымшалардың бүкіл мәтіні бойынша "{}", "{}" деген сөздер тиісінше '
        '"{}", "{}" деген сөздермен ауыстырылсын;',
        "in_annex": "көрсетілген Қағидаларға 1-қосымшада:",
        "in_rules": "көрсетілген бұйрықпен бекітілген Үлгілерді есепке алудың сынақ қағидаларында:",
        "letters": ("бдзкқлмнпрстғ", "аәеоұү"),
    },
}


@dataclass(eq=False)
class Text:
    """A line."""

    words: str


@dataclass(eq=False)
class Item:
    """A point or a subpoint: its number, its lines, its subpoints."""

    number: str
    lines: list[Text]
    items: "list[Item]" = field(default_factory=list)
    gone: bool = False


@dataclass(eq=False)
class Chapter:
    number: str
    heading: Text
    points: list[Item]


@dataclass(eq=False)
class Model:
    """The act as lists."""

    lang: str
    chapters: list[Chapter]
    title: Text
    rows: list[list[str]]
    note: list[Text]
    """The points of the annex's note."""

    def lines(self) -> list[str]:
        said = SAID[self.lang]
        out: list[str] = []
        for chapter in self.chapters:
            out.append(str(said["chapter"]).format(chapter.number, chapter.heading.words))
            for point in chapter.points:
                out.extend(printed_lines(point, "."))
        out += [*said["mark"], self.title.words]
        out += ["\t".join(row) for row in self.rows]
        out.append(str(said["note"]))
        out += [f"{place}. {line.words}" for place, line in enumerate(self.note, start=1)]
        return out

    def points(self) -> list[Item]:
        return [point for chapter in self.chapters for point in chapter.points]


def printed_lines(item: Item, mark: str) -> list[str]:
    """Return the lines of a unit as it is printed; ``mark`` is what stands behind its number."""
    first, *rest = item.lines
    out = [f"{item.number}{mark} {first.words}"]
    for inner in item.items:
        out += printed_lines(inner, ")")
    return [*out, *(line.words for line in rest)]
