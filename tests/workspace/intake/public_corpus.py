"""A public corpus as a git repository, written by the tests: all acts in it are made up (сынақ, пример).

The library's rules of ``three_days`` as they were adopted and as their editors published them from three days on, with
the orders that amend them, and rules of a forest whose amending orders are not in the corpus. The editors of the
library slipped three times: they excluded point 7 (the order has a misspelt verb), they forgot the note at point 9, and
they wrote «двадцать один» («жиырма бір») where the order says «двадцать» («жиырма»).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent.parent / "three_days" / "corpus"
LIBRARY, FIRST, SECOND, FOREST = "V2300031001", "V2400034001", "V2500036001", "V2200022002"
LANGS = ("kaz", "rus")
META = {
    LIBRARY: "code: V2300031001\nnumber: '7'\ndate: 2023-01-10\nregistration_number: 31001\n"
    "title:\n  kk: Қалалық кітапхананың сынақ қағидаларын бекіту туралы\n"
    "  ru: Об утверждении Тестовых правил городской библиотеки\n",
    FOREST: "code: V2200022002\nname_ru: Об утверждении Примерных правил леса\n",
}
"""What the keeper of the corpus says of an act in ``meta.yaml``."""


@dataclass(frozen=True)
class Version:
    """One commit."""

    act: str
    day: str
    texts: Mapping[str, str]
    """Language to Markdown."""
    by: tuple[str, ...] = ()


def _adopted(act: str, lang: str) -> str:
    return (CORPUS / act / f"{lang}.txt").read_text(encoding="utf-8")


def _markdown(text: str) -> str:
    """Rows of tables, whose cells are parted by tabs, as Markdown writes them."""
    lines: list[str] = []
    for line in text.splitlines():
        cells = line.split("\t")
        in_table = bool(lines) and lines[-1].startswith("|")
        lines += [line] if len(cells) == 1 else [f"| {' | '.join(cells)} |"]
        lines += ["|" + " --- |" * len(cells)] if len(cells) > 1 and not in_table else []
    return "\n".join(lines) + "\n"


_FIRST_RUS = (
    (
        "2. Книга выдаётся на десять дней.",
        "2. Книга выдаётся на пятнадцать дней.\n\nСноска. Пункт 2 с изменением, внесенным приказом Министра культуры "
        "РК от 15.03.2024 № 9 (вводится в действие с 31.03.2024).",
    ),
    (
        "7. Собака читателя ждёт у входа.",
        "7. Исключен.\n\nСноска. Пункт 7 исключен приказом Министра культуры РК от 15.03.2024 № 9 (вводится в действие "
        "с 31.03.2024).",
    ),
    (
        "Прошу записать меня в библиотеку.",
        "Прошу записать меня в библиотеку и выдать читательский билет.",
    ),
    ("Фамилия ____________________", "Фамилия ____________________\n\nТелефон ____________________"),
    (
        "Заявление читателя",
        "Заявление читателя\n\nСноска. Приложение 2 – в редакции приказа Министра культуры РК от 15.03.2024 № 9 "
        "(вводится в действие с 31.03.2024).",
    ),
)
_FIRST_KAZ = (
    (
        "2. Кітап он күнге беріледі.",
        "2. Кітап он бес күнге беріледі.\n\nЕскерту. 2-тармаққа өзгеріс енгізілді – ҚР Мәдениет министрінің 15.03.2024 "
        "№ 9 (31.03.2024 бастап қолданысқа енгізіледі) бұйрығымен.",
    ),
    (
        "7. Оқырманның иті есік алдында күтеді.",
        "7. Алып тасталды.\n\nЕскерту. 7-тармақ алып тасталды – ҚР Мәдениет министрінің 15.03.2024 № 9 "
        "(31.03.2024 бастап қолданысқа енгізіледі) бұйрығымен.",
    ),
    ("Мені кітапханаға жазуды сұраймын.", "Мені кітапханаға жазуды және оқырман билетін беруді сұраймын."),
    ("Тегі ____________________", "Тегі ____________________\n\nТелефоны ____________________"),
    (
        "Оқырманның өтініші",
        "Оқырманның өтініші\n\nЕскерту. 2-қосымша жаңа редакцияда – ҚР Мәдениет министрінің 15.03.2024 № 9 (31.03.2024 "
        "бастап қолданысқа енгізіледі) бұйрығымен.",
    ),
)
_JULY = {
    "rus": (
        (
            "5. Библиотека открыта с девяти часов.",
            "5. Библиотека открыта с восьми часов.\n\nСноска. Пункт 5 – в редакции приказа Министра культуры РК от "
            "15.03.2024 № 9 (вводится в действие с 01.07.2024).",
        ),
    ),
    "kaz": (
        (
            "5. Кітапхана сағат тоғыздан бастап ашық.",
            "5. Кітапхана сағат сегізден бастап ашық.\n\nЕскерту. 5-тармақ жаңа редакцияда – ҚР Мәдениет министрінің "
            "15.03.2024 № 9 (01.07.2024 бастап қолданысқа енгізіледі) бұйрығымен.",
        ),
    ),
}
_MARCH = {
    "rus": (
        ("на пятнадцать дней.", "на двадцать один день."),
        (
            "от 15.03.2024 № 9 (вводится в действие с 31.03.2024).",
            "от 15.03.2024 № 9 (вводится в действие с 31.03.2024); от 03.02.2025 № 21 (вводится в действие с "
            "01.03.2025).",
        ),
        (
            "по форме согласно приложению 2 к настоящим Правилам.",
            "по форме согласно приложению 2 к настоящим Правилам.\n\n9. Читательский билет выдаётся бесплатно.",
        ),
        ("Студент\t5", "Студент\t7"),
    ),
    "kaz": (
        ("он бес күнге", "жиырма бір күнге"),
        (
            "15.03.2024 № 9 (31.03.2024 бастап қолданысқа енгізіледі) бұйрығымен.",
            "15.03.2024 № 9 (31.03.2024 бастап қолданысқа енгізіледі); 03.02.2025 № 21 (01.03.2025 бастап қолданысқа "
            "енгізіледі) бұйрықтарымен.",
        ),
        ("сәйкес нысан бойынша беріледі.", "сәйкес нысан бойынша беріледі.\n\n9. Оқырман билеті тегін беріледі."),
        ("Студент\t5", "Студент\t7"),
    ),
}


def _edited(text: str, changes: Iterable[tuple[str, str]]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def _library() -> tuple[Version, ...]:
    texts = {lang: _adopted(LIBRARY, lang) for lang in LANGS}
    first = {"rus": _edited(texts["rus"], _FIRST_RUS), "kaz": _edited(texts["kaz"], _FIRST_KAZ)}
    july = {lang: _edited(first[lang], _JULY[lang]) for lang in LANGS}
    march = {lang: _edited(july[lang], _MARCH[lang]) for lang in LANGS}
    days = (
        ("2023-02-01", texts, ()),
        ("2024-03-31", first, (FIRST,)),
        ("2024-07-01", july, (FIRST,)),
        ("2025-03-01", march, (SECOND,)),
    )
    return tuple(Version(LIBRARY, day, {lang: _markdown(one[lang]) for lang in LANGS}, by) for day, one, by in days)


_FOREST = {
    "rus": "Об утверждении Примерных правил леса (сочинены для проверки)\n\nПриказ Министра леса Республики Казахстан "
    "от 5 мая 2022 года № 3\n\n"
    "ПРИКАЗЫВАЮ:\n\n1. В лесу не шумят.\n\n2. Костёр разводят {where}.\n\n3. Настоящий приказ "
    "вводится в действие с 1 июня 2022 года.\n\nМинистр Б. Примеров\n",
    "kaz": "Орманның сынақ қағидаларын бекіту туралы (тексеру үшін ойдан шығарылған)\n\nҚазақстан Республикасы Орман "
    "министрінің 2022 жылғы 5 мамырдағы № 3 бұйрығы\n\nБҰЙЫРАМЫН:\n\n1. Орманда шуламайды.\n\n2. От {where} жағылады."
    "\n\n3. Осы бұйрық 2022 жылғы 1 маусымнан бастап қолданысқа енгізіледі.\n\nМинистр Б. Сынақов\n",
}
_WHERE = (
    ("2022-06-01", "на поляне", "алаңқайда", ()),
    ("2023-04-10", "на поляне у воды", "су жағасындағы алаңқайда", ("V2300029001",)),
    ("2024-04-10", "у воды", "су жағасында", ("V2400029002",)),
)


def _forest() -> tuple[Version, ...]:
    return tuple(
        Version(FOREST, day, {"rus": _FOREST["rus"].format(where=rus), "kaz": _FOREST["kaz"].format(where=kaz)}, by)
        for day, rus, kaz, by in _WHERE
    )


def versions() -> tuple[Version, ...]:
    """All commits of the corpus, in the order of their days: three versions of each act after its first, or less."""
    orders = tuple(
        Version(act, day, {lang: _markdown(_adopted(act, lang)) for lang in LANGS})
        for act, day in ((FIRST, "2024-03-31"), (SECOND, "2025-03-01"))
    )
    return tuple(sorted((*_library(), *_forest(), *orders), key=lambda one: one.day))


def write_repository(folder: Path, told: Iterable[Version] | None = None) -> Any:
    """Write the corpus as a git repository without files checked out, a commit a version; return it open."""
    from dulwich.repo import Repo

    folder.mkdir(parents=True)
    repo = Repo.init_bare(str(folder), default_branch=b"main")
    for version in versions() if told is None else told:
        commit(repo, version)
    return repo


def commit(
    repo: Any,
    version: Version,
    *,
    files: Mapping[str, bytes] | None = None,
    links: Iterable[str] = (),
    gone: Iterable[str] = (),
) -> None:
    """Add a version; ``files`` are put beside its texts by their paths, of which ``links`` are links; ``gone`` go."""
    from dulwich.index import commit_tree
    from dulwich.object_store import iter_tree_contents
    from dulwich.objects import Blob, Commit

    store = repo.object_store
    head = repo.refs.read_ref(b"refs/heads/main")
    there = (
        {} if head is None else {one.path: (one.sha, one.mode) for one in iter_tree_contents(store, repo[head].tree)}
    )
    new = {f"{version.act}/{lang}.md": text.encode() for lang, text in version.texts.items()}
    if version.act in META:
        new[f"{version.act}/meta.yaml"] = META[version.act].encode()
    for path, data in {**new, **(files or {})}.items():
        blob = Blob.from_string(data)
        store.add_object(blob)
        there[path.encode()] = (blob.id, 0o120000 if path in links else 0o100644)
    for path in gone:
        del there[path.encode()]
    made = Commit()
    made.tree = commit_tree(store, [(path, sha, mode) for path, (sha, mode) in there.items()])
    made.parents = [head] if head is not None else []
    made.author = made.committer = "Корпус сынағы <corpus@example.test>".encode()
    made.author_time = int(datetime.fromisoformat(f"{version.day}T12:00:00").replace(tzinfo=UTC).timestamp())
    made.commit_time = 1_767_225_600
    made.author_timezone = made.commit_timezone = 5 * 3600
    made.encoding = b"UTF-8"
    trailers = "".join(f"\nCause-Act-Code: {code}" for code in version.by)
    made.message = f"{version.act} {version.day}\n{trailers}\n".encode()
    store.add_object(made)
    repo.refs[b"refs/heads/main"] = made.id
