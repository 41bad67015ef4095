"""One state: every answer, paper and page of one workspace says of which day it is and what it lacks."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree
from openpyxl import load_workbook

import lexkz
from lexkz.languages.detect import detect
from lexkz.reading.blocks import Lang
from lexkz.workspace.cli import main
from lexkz.workspace.store import DEFAULT, index
from tests.workspace.serve.asking import Client

LANGS: tuple[Lang, ...] = ("kaz", "rus")
DAYS = ("2024-03-31", "2024-07-01", "2025-03-01")
WAITING = {"2024-03-31": 0, "2024-07-01": 0, "2025-03-01": 1}
WORK = "/akn/kz/act/order/2023-01-10/7"


def text(root: Path, lang: Lang, day: str | None = None) -> str:
    """The file of a text of the base act: of a day, or as published."""
    return str(root / (f"consolidated/V2300031001/{lang}@{day}.xml" if day else f"xml/V2300031001/{lang}.xml"))


def order(root: Path, number: int, lang: Lang) -> str:
    """The file of an amending order."""
    return str(root / f"xml/{'V2400034001' if number == 9 else 'V2500036001'}/{lang}.xml")


def run(*words: str) -> Any:
    """What a command prints as JSON."""
    done = CliRunner().invoke(main, list(words))
    return json.loads(done.stdout)


def holds(said: dict[str, Any], day: str) -> None:
    """A text as an answer tells of it: its day is that of entry into force, and it lacks what it lacks."""
    assert said["metadata"]["expression_date"] == said["metadata"]["in_force"] == day
    assert said["metadata"]["dated_by"] == "in_force"
    assert said["metadata"]["rule"]
    assert said["metadata"]["by"][0] == "/akn/kz/act/order/2024-03-15/9"
    _stands(said["standing"], day)


def _stands(standing: dict[str, Any], day: str) -> None:
    assert not standing["whole"]
    assert len(standing["unread"]) == 1
    assert [one["units"] for one in standing["open"]] == [["att_1__para_4"]] * WAITING[day]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_json_of_the_commands_says_of_which_text_it_is_and_what_it_lacks(
    three_days: Path, lang: Lang, day: str
) -> None:
    path = text(three_days, lang, day)
    holds(run("export", path, "--to", "json"), day)
    holds(run("tables", path, "--json")["text"], day)
    holds(run("forms", path, "--json")["text"], day)
    compared = run("diff", text(three_days, lang), path, "--json")
    holds(compared["new"], day)
    assert compared["old"]["metadata"]["dated_by"] == "adopted"
    assert compared["old"]["standing"]["whole"]
    verified = run("verify", path, text(three_days, lang), "--json")
    holds(verified["ours"], day)
    published = three_days / "published" / "V2300031001" / f"{lang}@{day}.json"
    holds(json.loads(published.read_text("utf-8")), day)


@pytest.mark.parametrize("lang", LANGS)
def test_each_unit_line_says_which_command_is_missing_in_it(three_days: Path, lang: Lang) -> None:
    done = CliRunner().invoke(main, ["export", text(three_days, lang, DAYS[2]), "--to", "ndjson"])
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(one["date"], one["dated_by"], one["whole"]) for one in lines} == {(DAYS[2], "in_force", False)}
    lacking = {one["eId"] for one in lines if one["open"]}
    # The point itself and the rules that hold it; not its neighbours.
    assert lacking == {"att_1", "att_1__para_4"}


@pytest.fixture(scope="module")
def client(three_days: Path) -> Client:
    """A client of the service over the workspace."""
    from lexkz.workspace.serve.app import application

    index(three_days)
    return Client(application(three_days / DEFAULT))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("day", DAYS)
def test_every_answer_of_the_service_with_words_of_an_act_says_the_same(client: Client, lang: Lang, day: str) -> None:
    there = f"{WORK}/{lang}@{day}"
    holds(client.get(there).json(), day)
    for part in ("tables", "forms"):
        answer = client.get(f"{there}/{part}")
        holds(answer.json()["text"], day)
        assert answer.headers["Content-Location"].endswith(f"{there}/{part}")
    compared = client.get(f"{WORK}/{lang}@2023-01-10/compare", params={"with": day}).json()
    holds(compared["new"], day)
    assert client.get(f"{there}/compare", params={"with": day}).json()["old"]["metadata"]["in_force"] == day
    for eid, open_ in (("att_1__para_4", WAITING[day]), ("att_1__para_3", 0)):
        unit = client.get(f"{there}/~{eid}").json()
        _stands(unit["expression"]["standing"], day)
        assert unit["expression"]["in_force"] == day
        assert len(unit["open"]) == open_


@pytest.mark.parametrize("lang", LANGS)
def test_hits_of_the_search_and_lists_say_it(client: Client, lang: Lang) -> None:
    word = {"kaz": "мұқабаның құнын", "rus": "цену переплёта"}[lang]
    (hit,) = client.get("/search", params={"q": word, "lang": lang}).json()["hits"]
    assert (hit["eId"], hit["whole"], hit["dated_by"]) == ("att_1__para_4", False, "in_force")
    assert [one["command"] for one in hit["open"]] == ["cmd_2"]
    (base,) = (one for one in client.get("/acts", params={"lang": lang}).json()["items"] if one["number"] == "7")
    assert base["whole"] is False
    versions = client.get(f"{WORK}/{lang}/~att_1__para_4/history").json()["versions"]
    assert [one["whole"] for one in versions] == [False]
    work = client.get(WORK).json()
    assert [one["standing"]["whole"] for one in work["expressions"] if one["lang"] == lang] == [True, *[False] * 3]


_ORDER_9 = "/akn/kz/act/order/2024-03-15/9"
_SAID_OF_A_TEXT: dict[str, tuple[str, object]] = {
    "act": ("work", WORK),
    "expression": ("expression iri", f"{WORK}/{{lang}}@{DAYS[2]}"),
    "language": ("language lang", "{lang}"),
    "day": ("expression_date date from_date", DAYS[2]),
    "what the day is": ("dated_by", "in_force"),
    "in force": ("expression_in_force in_force", DAYS[2]),
    "rule": ("rule", ...),
    "acts in it": ("by", _ORDER_9),
    "outline": ("outline", False),
    "whole": ("whole", False),
    "page": ("source_page", "https://adilet.zan.kz/{lang}/docs/V2300031001"),
}
"""What each answer says of the text that it is from: the names of its field, and what it holds; dots: anything."""


def _answers(root: Path, client: Client, lang: Lang) -> dict[str, Any]:
    """Each kind of answer in which words of a text stand, with what it says of that text: name to JSON."""
    act = lexkz.read(text(root, lang, DAYS[2]))
    there = f"{WORK}/{lang}@{DAYS[2]}"
    word = {"kaz": "мұқабаның құнын", "rus": "цену переплёта"}[lang]
    hit = client.get("/search", params={"q": word, "lang": lang}).json()["hits"][0]
    unit = client.get(f"{there}/~att_1__para_4").json()
    compared = client.get(f"{there}/compare", params={"with": DAYS[2]}).json()
    package = json.loads(act.tables.to_data_package()["datapackage.json"])
    known = next(one for one in client.get(WORK).json()["expressions"] if one["iri"] == there)
    change = lexkz.changes(root, DAYS[2], lang=lang).items[0].as_json()
    return {
        "act": json.loads(act.to_json()),
        "tables": json.loads(act.tables.to_json()),
        "forms": json.loads(act.forms.to_json()),
        "unit lines": json.loads(act.to_ndjson().splitlines()[3]) | {"work": WORK},
        "comparison, old": compared["old"],
        "comparison, new": compared["new"],
        "data package": {one: package[one] for one in ("act", "standing")},
        "act over HTTP": client.get(there).json(),
        "tables over HTTP": client.get(f"{there}/tables").json()["text"],
        "forms over HTTP": client.get(f"{there}/forms").json()["text"],
        "unit": {"work": unit["work"], **unit["expression"]},
        "hit": hit,
        "version": known | {"work": WORK},
        "change": change | {"by": change["order"]["iri"] and [_ORDER_9]},
    }


def _said(data: Any, names: list[str]) -> Any:
    """What the first of these names holds that an object has, the outermost first."""
    level = [data]
    while level:
        for name in names:
            found = next((one[name] for one in level if name in one and not isinstance(one[name], dict)), None)
            if found is not None:
                return found
        level = [each for one in level for each in one.values() if isinstance(each, dict)]
    return None


@pytest.mark.parametrize("lang", LANGS)
def test_each_kind_of_answer_says_of_what_it_is(three_days: Path, client: Client, lang: Lang) -> None:
    for kind, said in _answers(three_days, client, lang).items():
        for what, (names, wanted) in _SAID_OF_A_TEXT.items():
            found = _said(said, names.split())
            if what == "acts in it":
                found = found and found[0]
            expected = wanted.format(lang=lang) if isinstance(wanted, str) else wanted
            assert found == expected or (expected is ... and found is not None), (kind, what, found)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_no_json_says_of_what_it_is_too(three_days: Path, client: Client, lang: Lang) -> None:
    act = lexkz.read(text(three_days, lang, DAYS[2]))
    there, page = f"{WORK}/{lang}@{DAYS[2]}", f"https://adilet.zan.kz/{lang}/docs/V2300031001"
    head = act.to_markdown().partition("\n# ")[0]
    book = load_workbook(BytesIO(act.tables.to_xlsx()))
    told = "\n".join(str(cell.value) for row in book[book.sheetnames[-1]].iter_rows() for cell in row if cell.value)
    assert book.sheetnames[-1] == {"kaz": "Мәтін туралы", "rus": "О тексте"}[lang]
    assert book.properties.identifier == there
    for said in (head, told):
        for part in (there, page, HEAD[lang][0]):
            assert part in said
    for part in ("in_force\n2025-03-01", "dated_by\nin_force", _ORDER_9):
        assert part in told
    for path in (there, f"{there}/tables", f"{there}/~att_1__para_4", f"{there}/compare?with={DAYS[0]}"):
        assert client.get(path).headers["Content-Location"] == path, path
    asked = client.get(f"{WORK}/{lang}@2025-12-31/compare?with=2024-04-01").headers["Content-Location"]
    assert asked == f"{there}/compare?with={DAYS[0]}"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("rus", "строка 2 приложения 1"),
        ("rus", "приложение 1, строка 2"),
        ("rus", "порядковый номер 2 приложения 1"),
        ("kaz", "1-қосымшаның 2-жолы"),
        ("kaz", "2-жол"),
    ],
)
def test_a_row_is_named_by_its_number(three_days: Path, client: Client, lang: Lang, words: str) -> None:
    assert client.get("/health").status_code == 200  # the store is there
    told = lexkz.history(three_days, words, act="V2300031001", lang=lang)
    assert told.eId == "att_1__att_1__table_1__row_2"


@pytest.mark.parametrize("lang", LANGS)
def test_no_text_stands_under_a_title_of_the_other_language(three_days: Path, client: Client, lang: Lang) -> None:
    # One act has a card in both languages, one a card in Kazakh only, one none.
    for path in [*(three_days / "xml").rglob(f"{lang}.xml"), *(three_days / "consolidated").rglob(f"{lang}@*.xml")]:
        known = json.loads(CliRunner().invoke(main, ["export", str(path), "--to", "json"]).stdout)
        assert detect(known["metadata"]["title"]) == lang, path
        assert known["preface"][0] == known["metadata"]["title"]
        assert not [one for one in known["findings"] if one["code"] == "structure.card_differs"]
    for one in client.get("/acts", params={"lang": lang}).json()["items"]:
        assert detect(one["title"]) == lang
    word = {"kaz": "кітапхана", "rus": "библиотека"}[lang]
    hits = client.get("/search", params={"q": word, "lang": lang}).json()["hits"]
    assert hits
    assert {detect(hit["title"]) for hit in hits} == {lang}
    for change in client.get(f"{WORK}/{lang}/changes").json()["changes"]:
        assert detect(change["by_title"]) == lang


def _paper(path: Path) -> str:
    """The words of a DOCX file: head of its pages, then paragraph by paragraph; what is deleted in it is left out."""
    main = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(path) as file:
        parts = sorted(name for name in file.namelist() if re.fullmatch(r"word/(document|header\d*)\.xml", name))
        roots = [etree.fromstring(file.read(name)) for name in parts]
    lines = ["".join(one.text or "" for one in p.iter(f"{main}t")) for root in roots for p in root.iter(f"{main}p")]
    return "\n".join(line for line in lines if line)


HEAD = {
    "kaz": ("2024 жылғы 15 наурыздағы № 9 бұйрық: 3 өзгеріс енгізілді, 1 сөйлем оқылмады", "№ 21", "1 өзгеріс"),
    "rus": (
        "Приказ от 15 марта 2024 года № 9: внесено изменений – 3, не прочитано предложений – 1",
        "№ 21",
        "ждёт решения",
    ),
}
UNREAD = {"kaz": "7-тармақ алып тасталын", "rus": "пункт 7 исключит"}
REFUSED = {"kaz": "4-тармақта", "rus": "в пункте 4 слово"}
ROW = {"kaz": "қолданылмады: Сөздер мәтінде бірнеше рет", "rus": "не применено: Слова встречаются в тексте"}
NEVER = re.compile(
    r"Толық мәтін|Полный текст|[Өө]згерістермен\b|[Сс] изменениями, внес|Барлық өзгерістер|Все изменения|All changes"
)
"""What no paper may say while something waits."""
OF_ONE_UNIT = re.compile(r"(?m)^(?:Сноска\. Пункт|Ескерту\.? \d+-тармақ).*$")
"""An editors' note below a point says what was done in that point, and nothing of the whole text."""


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", ["export", "redline", "compare", "table", "changes", "beside"])
def test_every_paper_has_the_head_and_the_place_of_what_is_missing(
    three_days: Path, lang: Lang, kind: str, tmp_path: Path
) -> None:
    out, new, old = str(tmp_path / "made.docx"), text(three_days, lang, DAYS[2]), text(three_days, lang)
    other = text(three_days, "rus" if lang == "kaz" else "kaz", DAYS[2])
    orders = ["--by", order(three_days, 9, lang), "--by", order(three_days, 21, lang)]
    words = {
        "export": ["export", new, "--to", "docx"],
        "redline": ["redline", text(three_days, lang, DAYS[1]), new],
        "compare": ["compare-table", old, new],
        "table": ["compare-table", text(three_days, lang, DAYS[1]), order(three_days, 21, lang)],
        "changes": ["changes", old, *orders],
        "beside": ["side-by-side", new, other],
    }[kind]
    done = CliRunner().invoke(main, [*words, "-o", out])
    assert done.exit_code == 1 or kind in ("export", "beside"), done.output
    said = _paper(tmp_path / "made.docx")
    assert HEAD[lang][0] in said
    assert HEAD[lang][1] in said
    assert not NEVER.search(OF_ONE_UNIT.sub("", said))
    # The command stands at its unit, or in a row of its own.
    assert (REFUSED[lang] if kind != "changes" else ROW[lang]) in said
    if kind in ("compare", "changes"):
        assert UNREAD[lang] in said


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_of_changes_has_the_day_of_each_command(three_days: Path, lang: Lang, tmp_path: Path) -> None:
    out = tmp_path / "made.docx"
    orders = ["--by", order(three_days, 9, lang), "--by", order(three_days, 21, lang)]
    CliRunner().invoke(main, ["changes", text(three_days, lang), *orders, "-o", str(out)])
    lines = _paper(out).split("\n")
    days = {
        "kaz": ["2024 жылғы 31 наурыз", "2024 жылғы 1 шілде", "2024 жылғы 31 наурыз", *["2025 жылғы 1 наурыз"] * 4],
        "rus": ["31 марта 2024 года", "1 июля 2024 года", "31 марта 2024 года", *["1 марта 2025 года"] * 4],
    }[lang]
    assert [line for line in lines if line in days] == days


@pytest.mark.parametrize("lang", LANGS)
def test_reports_say_of_each_command_when_it_enters_into_force_and_where(three_days: Path, lang: Lang) -> None:
    path = three_days / "consolidated" / "V2300031001" / f"{lang}@{DAYS[0]}.report.json"
    commands = json.loads(path.read_text("utf-8"))["commands"]
    assert [(one["outcome"], one["in_force"], one["targets"]) for one in commands] == [
        ("applied", "2024-03-31", ["att_1__para_2"]),
        ("applied", "2024-03-31", ["att_1__att_2"]),
        ("not_yet", "2024-07-01", ["att_1__para_5"]),
        ("not_yet", "2025-03-01", ["att_1__para_2"]),
        ("not_yet", "2025-03-01", ["att_1__para_4"]),
        ("not_yet", "2025-03-01", ["att_1"]),
        ("not_yet", "2025-03-01", ["att_1__att_1__table_1__row_2"]),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_every_command_that_reads_the_text_ends_with_one(
    three_days: Path, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(three_days)
    new, old = text(three_days, lang, DAYS[2]), text(three_days, lang)
    for words in (
        ("diff", old, new),
        ("verify", new, old),
        ("check", new),
        ("export", new, "--to", "text"),
        ("tables", new),
        ("forms", new),
        ("build",),
    ):
        done = CliRunner().invoke(main, list(words))
        assert done.exit_code == 1, words
        assert UNREAD[lang] in done.output, words
