"""References in changed text: after any command each says what its words say, read anew."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from lexkz.akn import meta, schema, semantics
from lexkz.akn.namespace import E, q
from lexkz.consolidation import Consolidation, consolidate
from lexkz.consolidation.tree.block_words import block_text
from lexkz.structure import Act
from lexkz.structure.references import link, spots_in, units_of
from tests.breadth import examples
from tests.consolidation.acts import act, amending, command, point, sub, to

CLAUSE = "Настоящий приказ вводится в действие со дня подписания."
LINES = {
    "rus": "По подпункту 1) пункта 2 настоящего приказа и по пункту 3 настоящего приказа работают.",
    "kaz": "Осы бұйрықтың 2-тармағының 1) тармақшасы және осы бұйрықтың 3-тармағы бойынша жұмыс істейді.",
}


def _base(lang: str) -> Act:
    made = act(point("1", LINES[lang]), point("2", "Два:", sub("1", "раз;"), sub("2", "два.")), point("3", "Три."))
    section = meta.of(made.root)
    meta.replace_identification(section, replace(meta.read_identity(made.root), lang=lang))
    link(made.root, meta.read_identity(made.root), lang)
    return made


def _run(base: Act, *items: object) -> Consolidation:
    result = consolidate(base, [amending(*items, clause=CLAUSE)])  # type: ignore[arg-type]
    assert result.report.proofs.hold, result.report.findings
    assert schema.errors(result.act.root) + semantics.errors(result.act.root) == ()
    return result


def _links(result: Act) -> list[tuple[str, str]]:
    return [(block_text(ref), ref.get("href", "").partition("#")[2]) for ref in result.root.iter(q("ref"))]


def _agree(result: Act, lang: str) -> None:
    """Each reference of the text is one that the reader gives for its words, and each that it gives is there."""
    known = units_of(result.root)
    identity = meta.read_identity(result.root)
    for block in result.root.iter(q("p")):
        text = block_text(block)
        place, found = 0, []
        for piece in block.iter():
            if piece.tag == q("ref"):
                place = text.index(block_text(piece), place)
                found.append((place, place + len(block_text(piece)), piece.get("href", "")))
        assert found == sorted(spots_in(block, text, identity, lang, known)), etree.tostring(block, encoding="unicode")


def test_the_base_has_its_references() -> None:
    assert [aim for _, aim in _links(_base("rus"))] == ["para_2__subpara_1", "para_3"]
    assert [aim for _, aim in _links(_base("kaz"))] == ["para_2__subpara_1", "para_3"]


@pytest.mark.parametrize(
    ("lang", "old", "new", "aims"),
    [
        ("rus", "пункту 3", "пункту 2", ["para_2__subpara_1", "para_2"]),
        ("rus", "подпункту 1)", "подпункту 2)", ["para_2__subpara_2", "para_3"]),
        ("rus", "3", "1", ["para_2__subpara_1", "para_1"]),
        ("rus", "по пункту 3 настоящего приказа", "по плану", ["para_2__subpara_1"]),
        ("rus", "пункту 3", "пункту 9", ["para_2__subpara_1"]),
        ("rus", "пункту 3", "пункту 3, пункту 2 и пункту 1", ["para_2__subpara_1", "para_3", "para_2", "para_1"]),
        ("rus", "пункту 3", "подпункту 1) и пункту 3", ["para_2__subpara_1", "para_3"]),
        ("kaz", "3-тармағы", "2-тармағы", ["para_2__subpara_1", "para_2"]),
        ("kaz", "3-тармағы", "3-тармағы және 2-тармағы", ["para_2__subpara_1", "para_3", "para_2"]),
        ("kaz", "1) тармақшасы", "2) тармақшасы", ["para_2__subpara_2", "para_3"]),
        ("kaz", "осы бұйрықтың 3-тармағы", "жоспар", ["para_2__subpara_1"]),
    ],
)
def test_a_reference_follows_its_words_or_goes(lang: str, old: str, new: str, aims: list[str]) -> None:
    result = _run(_base(lang), command("replace_words", to(("paragraph", "1")), old=(old,), new=(new,)))
    assert [aim for _, aim in _links(result.act)] == aims
    dropped = [found for found in result.report.findings if found.code == "consolidate.reference_dropped"]
    assert len(dropped) == max(2 - len(aims), 0)
    assert {found.severity for found in dropped} <= {"info"}
    _agree(result.act, lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("rus", "пункту 3 настоящего приказа"),
        ("kaz", "осы бұйрықтың 3-тармағы"),
        ("kaz", "Осы бұйрықтың 2-тармағының 1) тармақшасы"),
    ],
)
@pytest.mark.parametrize("position", ["after", "before"])
def test_words_put_in_beside_a_reference_are_none_of_it(lang: str, words: str, position: str) -> None:
    base = _base(lang)
    before = _links(base)
    result = _run(
        base, command("insert_words", to(("paragraph", "1")), old=(words,), new=("(плану)",), position=position)
    )
    assert "(плану)" in "".join(map(str, result.act.root.itertext()))
    assert _links(result.act) == before
    _agree(result.act, lang)


def test_new_wordings_get_their_references() -> None:
    words = "По подпункту 2) пункта 2 настоящего приказа и закону Республики Казахстан от 5 марта 2021 года № 11."
    result = _run(_base("rus"), (command("replace", to(("paragraph", "3"))), [point("3", words)]))
    assert [aim for _, aim in _links(result.act)][2:] == ["para_2__subpara_2", ""]
    _agree(result.act, "rus")


def test_a_link_of_a_foreign_file_stays_while_its_words_do() -> None:
    base = _base("rus")
    block = next(block for block in base.root.iter(q("p")) if block_text(block) == "Три.")
    block.text = "См. "
    block.append(E.ref("сайт", href="https://example.org/"))
    block[0].tail = " и книгу."
    kept = _run(base, command("replace_words", to(("paragraph", "3")), old=("книгу",), new=("журнал",)))
    assert kept.act.root.findall(f".//{q('ref')}")[-1].get("href") == "https://example.org/"
    gone = _run(base, command("replace_words", to(("paragraph", "3")), old=("сайт",), new=("приказ",)))
    assert "https://example.org/" not in etree.tostring(gone.act.root, encoding="unicode")
    assert "consolidate.reference_dropped" in {found.code for found in gone.report.findings}


@pytest.mark.parametrize(("position", "printed"), [("before", "Новый сайт и книга."), ("after", "сайт Новый и книга.")])
def test_words_put_in_beside_a_link_of_a_foreign_file_that_begins_a_line_are_none_of_it(
    position: str, printed: str
) -> None:
    base = _base("rus")
    block = next(block for block in base.root.iter(q("p")) if block_text(block) == "Три.")
    block.text = None
    block.append(E.ref("сайт", href="https://example.org/"))
    block[0].tail = " и книга."
    made = _run(base, command("insert_words", to(("paragraph", "3")), old=("сайт",), new=("Новый",), position=position))
    assert printed in [block_text(block) for block in made.act.root.iter(q("p"))]
    assert ("сайт", "https://example.org/") in [
        (block_text(ref), ref.get("href")) for ref in made.act.root.iter(q("ref"))
    ]


@pytest.mark.combined
@settings(max_examples=examples(60), deadline=None)
@given(data=st.data(), lang=st.sampled_from(["rus", "kaz"]))
def test_after_any_word_command_references_agree_with_their_words(data: st.DataObject, lang: str) -> None:
    line = LINES[lang]
    spaces = [place for place, char in enumerate(f" {line} ") if char == " "]
    start = data.draw(st.sampled_from(spaces[:-1]))
    end = data.draw(st.sampled_from([place for place in spaces if place > start]))
    old = line[start : end - 1].strip(" .")
    new = data.draw(st.sampled_from(["2", "пункту 2 настоящего приказа", "осы бұйрықтың 2-тармағы", "1)", "план"]))
    kind = data.draw(st.sampled_from(["replace_words", "delete_words", "insert_words"]))
    fields: dict[str, object] = {"old": (old,), "new": (new,)} if kind != "delete_words" else {"old": (old,)}
    if kind == "insert_words":
        fields["position"] = data.draw(st.sampled_from(["after", "before"]))
    result = _run(_base(lang), command(kind, to(("paragraph", "1")), **fields))
    _agree(result.act, lang)
