"""What is wrong or uncertain about a text goes with the text: into its file, and from there to all who show it."""

from dataclasses import replace
from datetime import date

import pytest
from markupsafe import escape

from lexkz.akn import schema, semantics
from lexkz.akn.canonical import bare, parse, serialise
from lexkz.amendment.annotate import annotate
from lexkz.api import compare
from lexkz.consolidation import Consolidation, Ruling, consolidate, prove
from lexkz.consolidation.standing import standing
from lexkz.findings import Finding, Message
from lexkz.publication.sheet.act import short_state, state
from lexkz.publication.sheet.open_state import open_state
from lexkz.reading.blocks import Lang
from lexkz.structure import Act, stored
from tests.consolidation import acts
from tests.consolidation.acts import command, point, to
from tests.consolidation.half_applied import UNREAD, amending, base
from tests.consolidation.written import case

WORK = "/akn/kz/act/order/{}/2021-03-05/11"
LANGS: tuple[Lang, ...] = ("kaz", "rus")


def later(made: Consolidation) -> Act:
    """The text as someone reads it from its file, days later."""
    return stored(bare(parse(serialise(made.act.root))))


def decision(made: Consolidation, what: str, **more: object) -> Ruling:
    by = made.report.commands[0].by
    one = Ruling(by, "cmd_2", "", what, "так решено", "Т. Тестова", "2021-04-01")  # type: ignore[arg-type]
    return replace(one, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGS)
def test_what_waits_and_what_was_not_understood_stands_in_the_file(lang: Lang) -> None:
    made = consolidate(base(lang), [amending(lang)])
    assert [one.outcome for one in made.report.commands] == ["applied", "refused"]
    stands = standing(later(made).root)
    assert [(one.command, one.units) for one in stands.waiting] == [("cmd_2", ("para_2",))]
    assert [one.text for one in stands.unread] == [UNREAD[lang]]
    assert not stands.whole
    codes = {one.code for one in made.report.findings if one.severity == "error"}
    assert codes == {"amend.unread", "consolidate.words_repeated"}
    assert {one.code for one in later(made).findings if one.severity == "error"} == codes
    assert schema.errors(made.act.root) + semantics.errors(made.act.root) == ()
    assert prove(later(made), base(lang), [amending(lang)])[0].hold


@pytest.mark.parametrize(
    ("lang", "head", "full", "changed"),
    [
        (
            "rus",
            "Приказ от 5 марта 2021 года № 11: внесено изменений – 1, не внесено и ждёт решения человека – 1, "
            "не прочитано предложений – 1.",
            "Полный текст.",
            "С изменениями, внесенными приказом от 5 марта 2021 года № 11.",
        ),
        (
            "kaz",
            "2021 жылғы 5 наурыздағы № 11 бұйрық: 1 өзгеріс енгізілді, 1 өзгеріс енгізілген жоқ және адамның "
            "шешімін күтіп тұр, 1 сөйлем оқылмады.",
            "Толық мәтін.",
            "2021 жылғы 5 наурыздағы № 11 бұйрығымен енгізілген өзгерістермен.",
        ),
    ],
)
def test_no_head_calls_a_text_full_while_something_waits(lang: Lang, head: str, full: str, changed: str) -> None:
    said = state(later(consolidate(base(lang), [amending(lang)])))
    assert head in said
    assert full not in said
    assert changed not in said
    assert short_state(later(consolidate(base(lang), [amending(lang)]))).startswith(("Текст не полон", "Мәтін толық"))
    # With both decided, and nothing that was not understood, the text is full.
    clean = amending(lang, unread=False)
    ruling = decision(consolidate(base(lang), [clean]), "occurrence", occurrence=1)
    decided = consolidate(base(lang), [clean], rulings=[ruling])
    assert [one.outcome for one in decided.report.commands] == ["applied", "ruled"]
    assert {full, changed} <= set(state(later(decided)))
    assert not [one for one in decided.report.findings if one.severity == "error"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_unit_that_waits_is_marked_until_it_is_decided(lang: Lang) -> None:
    clean = amending(lang, unread=False)
    made = consolidate(base(lang), [clean])
    notes = [note for note in made.act.root.iter("{*}note") if note.get("placementBase") == "#para_2"]
    assert len(notes) == 1
    assert clean[1].commands[1].instruction.rstrip("; ") in "".join(map(str, notes[0].itertext()))
    decided = consolidate(later(made), [clean], rulings=[decision(made, "occurrence", occurrence=1)])
    assert [one.outcome for one in decided.report.commands] == ["already", "ruled"]
    assert not [note for note in decided.act.root.iter("{*}note") if note.get("placementBase")]
    assert standing(decided.act.root).whole


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_person_leaves_out_leaves_its_trace(lang: Lang) -> None:
    clean = amending(lang, unread=False)
    made = consolidate(base(lang), [clean], rulings=[decision(consolidate(base(lang), [clean]), "skip")])
    assert [one.outcome for one in made.report.commands] == ["applied", "skipped"]
    assert not [one for one in made.report.findings if one.severity == "error"]
    stands = standing(later(made).root)
    assert [one.outcome for one in stands.open] == ["skipped"]
    note = next(
        "".join(map(str, note.itertext())) for note in made.act.root.iter("{*}note") if note.get("placementBase")
    )
    assert "Т. Тестова, 01.04.2021" in note
    assert "так решено" in note
    skipped = next(one for one in made.report.findings if one.code == "consolidate.skipped")
    assert (skipped.message.kaz, skipped.message.rus, skipped.message.eng) == (
        "Пәрмен адамның шешімі бойынша қолданылмады: так решено (Т. Тестова, 2021-04-01).",
        "Команда не применена по решению лица: так решено (Т. Тестова, 2021-04-01).",
        "The command was left out by a person's ruling: skip: так решено (Т. Тестова, 2021-04-01).",
    )


def test_the_same_order_twice_gives_the_same_file() -> None:
    once = consolidate(base("rus"), [amending("rus")])
    assert serialise(consolidate(later(once), [amending("rus")]).act.root) == serialise(once.act.root)


def test_what_was_found_in_reading_the_base_is_told_with_the_act_that_it_is_of() -> None:
    given = base("rus")
    page = Finding("read.page_without_text", "error", Message("–", "Страница 2 без текста.", "–"))
    slip = Finding("read.slip", "info", Message("–", "–", "–"))
    made = consolidate(Act(given.root, (page, slip)), [amending("rus", unread=False)])
    told = [one for one in made.report.findings if one.code.startswith("read.")]
    assert [(one.code, one.of) for one in told] == [("read.page_without_text", made.report.base.rpartition("/")[0])]
    assert "Страница 2 без текста." in state(later(made))


def test_an_act_that_is_not_yet_in_force_is_not_refused() -> None:
    given, order = base("rus"), amending("rus", unread=False)
    made = consolidate(given, [order], at=date(2021, 3, 4))
    assert [one.outcome for one in made.report.commands] == ["not_yet", "not_yet"]
    assert serialise(made.act.root) == serialise(given.root)


def test_where_the_day_is_not_known_the_commands_wait() -> None:
    given = acts.act(point("7", "Семь."))
    made = consolidate(given, [acts.amending(command("repeal", to(("paragraph", "7"))))], at=date(2025, 1, 1))
    assert [one.outcome for one in made.report.commands] == ["refused"]
    assert standing(made.act.root).waiting[0].units == ("para_7",)


def test_a_command_that_names_no_act_beside_others_that_do_is_an_error() -> None:
    unnamed = replace(
        command("repeal", to(("paragraph", "8"))), base=replace(acts.BASE, title=None, date=None, number=None, iri=None)
    )
    given = acts.act(point("7", "Семь."), point("8", "Восемь."))
    made = consolidate(given, [acts.amending(command("repeal", to(("paragraph", "7"))), unnamed)])
    assert [one.outcome for one in made.report.commands] == ["applied", "refused"]
    assert [one.code for one in made.report.findings if one.severity == "error"] == ["consolidate.base_untold"]


def test_a_mark_follows_its_unit_to_its_new_number() -> None:
    given = acts.act(point("7", "Семь, семь."), point("8", "Восемь."))
    words = command("replace_words", to(("paragraph", "8")), old=("нет таких",), new=("и таких",))
    renumber = command("renumber", to(("paragraph", "7")), renumber_to=(to(("paragraph", "6")),))
    twice = command("replace_words", to(("paragraph", "7")), old=("семь",), new=("шесть",))
    made = consolidate(given, [acts.amending(renumber, words, twice)])
    units = {one.command: one.units for one in standing(made.act.root).open}
    assert units["cmd_2"] == ("para_8",)
    assert units.get("cmd_3", ("para_6",)) == ("para_6",)


@pytest.mark.parametrize("change", ["пункт 2 считать пунктом 3.", "пункт 2 исключить."])
def test_a_note_at_a_unit_follows_its_number_and_outlives_its_unit(change: str) -> None:
    first = case(
        "first",
        "rus",
        'абзац второй пункта 2 изложить в следующей редакции:\n"9. Не то.".\n--- rules\n1. Раз.\n2. Два.\nИ ещё.\n'
        "→ refused: amend.alinea_numbered\n",
    )
    made = consolidate(first.base, first.amending())
    assert [one.outcome for one in made.report.commands] == ["refused"]
    second = case("second", "rus", f"{change}\n--- rules\n1. Раз.\n--- after\n-\n").amending()[0][0]
    text = serialise(second.root).decode().replace("2021-03-05/11", "2021-03-06/12")
    again = consolidate(later(made), [annotate(stored(bare(parse(text.encode()))))])
    assert [one.outcome for one in again.report.commands] == ["applied"]
    assert again.report.proofs.hold
    assert schema.errors(again.act.root) + semantics.errors(again.act.root) == ()


@pytest.mark.parametrize("lang", LANGS)
def test_a_comparison_says_above_it_what_a_text_lacks(lang: Lang) -> None:
    made = consolidate(base(lang), [amending(lang)])
    compared = compare(base(lang), made.act)
    lines = open_state(made.act)
    assert lines
    assert compared.to_text().startswith("".join(f"{line}\n" for line in lines))
    page = compared.to_html()
    assert all(str(escape(line)) in page for line in lines)
    assert compare(base(lang), base(lang)).to_text() == ""


OTHER = {
    "rus": """в пункте 1 слово "дают" заменить словом "выдают".
--- clause Настоящий приказ вводится в действие с 1 июня 2031 года.
--- base
ПРИКАЗЫВАЮ:
1. Ответ дают за день.
→ outcome: applied
""",
    "kaz": """1-тармақтағы "Жауап" деген сөз "Хат" деген сөзбен ауыстырылсын.
--- clause Осы бұйрық 2031 жылғы 1 маусымнан бастап қолданысқа енгізіледі.
--- base
БҰЙЫРАМЫН:
1. Жауап бір күнде беріледі.
→ outcome: applied
""",
}
LATER = {
    "rus": (
        """в пункте 1 слово "день" заменить словом "час";
в пункте 2 слово "час" заменить словом "день".
--- clause Настоящий приказ вводится в действие со дня подписания, за исключением абзаца третьего пункта 1, \
который вводится в действие с 1 января 2030 года.
--- base
ПРИКАЗЫВАЮ:
1. Ответ дают за день.
2. Справку дают за час.
→ outcome: applied not_yet
""",
        "Приказ от 5 марта 2021 года № 11: ещё не введено в действие изменений – 1 (с 1 января 2030 года).",
        "Полный текст.",
    ),
    "kaz": (
        """1-тармақтағы "күнде" деген сөз "сағатта" деген сөзбен ауыстырылсын;
2-тармақтағы "сағатта" деген сөз "күнде" деген сөзбен ауыстырылсын.
--- clause Осы бұйрық, 2030 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-тармақтың үшінші абзацын қоспағанда, қол \
қойылған күнінен бастап қолданысқа енгізіледі.
--- base
БҰЙЫРАМЫН:
1. Жауап бір күнде беріледі.
2. Анықтама бір сағатта беріледі.
→ outcome: applied not_yet
""",
        "2021 жылғы 5 наурыздағы № 11 бұйрық: 1 өзгеріс әлі қолданысқа енгізілмеген (2030 жылғы 1 қаңтардан бастап).",
        "Толық мәтін.",
    ),
}


@pytest.mark.parametrize("lang", LANGS)
def test_the_head_says_what_of_an_order_is_in_force_later(lang: Lang) -> None:
    said, head, full = LATER[lang]
    made = case("later", lang, said)
    first = consolidate(made.base, made.amending(), at=date(2022, 1, 1))
    assert [one.outcome for one in first.report.commands] == ["applied", "not_yet"]
    assert {head, full} <= set(state(later(first)))
    assert standing(later(first).root).whole
    assert prove(later(first), made.base, made.amending(), at=date(2022, 1, 1))[0].hold
    assert schema.errors(first.act.root) + semantics.errors(first.act.root) == ()
    # Once all is in force, over the text of that day too, nothing is still to come.
    for base_act in (made.base, later(first)):
        last = consolidate(base_act, made.amending(), at=date(2030, 1, 1))
        assert not standing(last.act.root).later
        assert head not in state(later(last))
        assert full in state(later(last))
    # Before the order nothing of it is spoken of.
    assert open_state(consolidate(made.base, made.amending(), at=date(2021, 1, 1)).act) == ()
    # An order of a later day alone leaves out what has come into force by then: the text says so.
    for until, code in ((date(2029, 12, 1), set()), (date(2031, 12, 1), {"consolidate.later_missing"})):
        other = case("other", lang, OTHER[lang])
        text = (
            other.order(other.commands).replace("2021", "2022").replace("2031", str(until.year)).replace("№ 11", "№ 12")
        )
        second = consolidate(later(first), [annotate(other.act(text))], at=until)
        assert {one.code for one in second.report.findings if one.severity == "error"} == code
        assert standing(second.act.root).whole == (not code)
        assert (head in state(later(second))) == (not code)
