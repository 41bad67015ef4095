"""The page's HTML: all text escaped, ids once, languages told, links in place, no more than a page may weigh."""

from collections import Counter
from dataclasses import replace

import pytest
from lxml import html

from lexkz.publication.change import ActChange, DocumentPart, Links, lead, parts, wording
from lexkz.publication.change.wording import ACTIONS, KAZ, OUTCOMES, RUS, TYPES
from lexkz.publication.difference_html import diff_html
from tests.consolidation.acts import act, point
from tests.publication.change.made import HOSTILE, change, page


@pytest.fixture(scope="module")
def made() -> ActChange:
    return change()


@pytest.fixture(scope="module")
def tree(made: ActChange) -> html.HtmlElement:
    return html.document_fromstring(page(made))


def test_no_text_of_an_act_is_markup(made: ActChange) -> None:
    text = page(made)
    assert "<script>alert" not in text
    assert text.count("&lt;script&gt;alert(") >= 4
    tree = html.document_fromstring(text)
    assert len(tree.findall(".//script")) == 1
    assert HOSTILE in "".join(map(str, tree.itertext()))


def test_ids_stand_once_and_each_command_and_unit_has_its_own(tree: html.HtmlElement) -> None:
    counts = Counter(tree.xpath("//@id"))
    assert [name for name, count in counts.items() if count > 1] == []
    assert {f"cmd_{number}" for number in range(1, 7)} <= set(counts)
    assert {"para_2", "para_3__subpara_3", "para_3-1"} <= set(counts)
    assert all(link[1:] in counts for link in tree.xpath("//a/@href") if link.startswith("#"))


def test_changed_words_are_marked_by_elements_and_the_rest_is_not(tree: html.HtmlElement) -> None:
    first = tree.get_element_by_id("cmd_1")
    assert [one.text_content() for one in first.iter("del")] == ["заявления", "три", "дня"]
    assert [one.text_content() for one in first.iter("ins")] == ["ходатайства", "пять", "дней"]


def test_words_of_the_law_carry_their_language(tree: html.HtmlElement) -> None:
    for paragraph in tree.xpath("//*[contains(@class,'lxc-after') or contains(@class,'lxc-before')]/p"):
        if "lxc-none" not in (paragraph.get("class") or ""):
            assert paragraph.getparent().get("lang") == "ru"


def test_each_command_leads_to_its_unit_of_the_order_and_to_the_text_after(tree: html.HtmlElement) -> None:
    links = tree.get_element_by_id("cmd_1").xpath(".//a/@href")
    assert "../order.html#para_1__al_2" in links
    assert "../after.html#para_2" in links


def test_a_refused_command_says_why_in_the_language_of_the_interface_and_what_could_be_meant(made: ActChange) -> None:
    refused = made.entries[-1].findings[0]
    for lang, said in (("kaz", refused.message.kaz), ("rus", refused.message.rus), ("eng", refused.message.eng)):
        (entry,) = html.document_fromstring(page(made, lang)).iterfind(".//*[@id='cmd_6']")
        text = "".join(map(str, entry.itertext()))
        assert said in text
        # The unit that could be meant is said by number and words.
        assert refused.meant[0] in text


def test_without_a_script_the_filter_is_not_there(tree: html.HtmlElement) -> None:
    assert tree.find(".//form").get("hidden") is not None
    assert all(article.get("hidden") is None for article in tree.iter("article"))


def test_the_same_change_gives_the_same_page(made: ActChange) -> None:
    assert page(made) == page(change())


def test_all_words_of_the_page_are_there_in_three_languages(made: ActChange) -> None:
    asked: set[str] = set()

    def say(words: str) -> str:
        asked.add(words)
        return words

    lead(made, Links("a", "b", "c"), say)
    tuple(parts(made, Links("a", "b", "c"), say))
    asked.update((*ACTIONS.values(), *OUTCOMES.values(), *TYPES.values()))
    assert asked <= set(KAZ)
    assert asked <= set(RUS)
    for table in (KAZ, RUS):
        assert all(translated.count("{") == said.count("{") for said, translated in table.items())


def test_a_page_of_500_commands_is_below_one_and_a_half_megabytes(made: ActChange) -> None:
    first = made.entries[0]
    (line,) = first.lines
    long = replace(line, old=(line.old or "") * 3, new=(line.new or "") * 3, words=line.words * 3)
    content = ((line.new or "") * 3,)
    entries = tuple(
        replace(first, id=f"cmd_{number}", content=content, lines=(replace(long, eid=f"para_{number}"),))
        for number in range(500)
    )
    found: tuple[DocumentPart, ...] = tuple(parts(replace(made, entries=entries), Links("a", "b", "c"), wording("rus")))
    assert sum(len(part.html.encode()) for part in found) < 1_500_000


def test_texts_that_are_the_same_are_said_to_be() -> None:
    one = act(point("1", "Приказ о проверках."))
    assert "Тексты одинаковы." in diff_html(one, one)


def test_a_comparison_counts_what_is_far_from_a_change_and_folds_what_is_near() -> None:
    points = [point(str(number), f"Пункт с номером {number} о проверках.") for number in range(1, 31)]
    changed = [point(str(number), f"Пункт с номером {number} о проверках.") for number in range(1, 31)]
    changed[14] = point("15", "Пункт с номером 15 о надзоре.")
    tree = html.document_fromstring(diff_html(act(*points), act(*changed)))
    (found,) = tree.findall(".//article")
    assert [one.text for one in found.iter("ins")] == ["надзоре"]
    folds = tree.findall(".//details")
    assert [fold.findtext("summary") for fold in folds] == ["Абзацев без изменений: 15", "Абзацев без изменений: 15"]
    assert "номером 2 " not in "".join(map(str, tree.itertext()))
