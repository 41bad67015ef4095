"""Files are written in one way, hashed by what they say, and read safely."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from lexkz.akn import canonical
from lexkz.akn.namespace import AKN, LEXKZ, E, q
from lexkz.akn.text import paragraphs

Act = Callable[[str], etree._Element]

BOMB = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&b;</akomaNtoso>"""
FILE = b"""<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">&a;</akomaNtoso>"""

text = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]) | st.sampled_from(' \t\n\r<&>"'),
    max_size=12,
).filter(lambda value: not any(character in value for character in "\ufffe\uffff"))


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> etree._Element:
    names = ["p", "b", "content", "paragraph", "quotedStructure", "td", "mod", "meta"]
    element = E(draw(st.sampled_from(names)), eId=draw(text))
    element.text = draw(text)
    for _ in range(draw(st.integers(0, 3)) if depth < 3 else 0):
        kind = draw(st.sampled_from(["element", "element", "comment", "record"]))
        if kind == "element":
            child = draw(trees(depth + 1))
        elif kind == "comment":
            child = etree.Comment("ескертпе")
        else:
            child = etree.Element(f"{{{LEXKZ}}}place", nsmap={draw(st.sampled_from(["lexkz", "x"])): LEXKZ})
        child.tail = draw(text)
        element.append(child)
    return element


@given(st.lists(trees(), max_size=3))
def test_writing_what_was_read_gives_the_same_bytes(content: list[etree._Element]) -> None:
    root = E.akomaNtoso(*content)
    data = canonical.serialise(root)
    again = canonical.parse(data)
    assert canonical.serialise(again) == data
    assert canonical.digest(again) == canonical.digest(root)
    assert [p.text for p in again.iter(q("p"))] == [p.text or None for p in root.iter(q("p"))]


@pytest.mark.parametrize("name", ["amending", "consolidated"])
def test_a_file_keeps_its_text_and_is_not_changed_by_writing_it(act: Act, name: str) -> None:
    root = act(name)
    before = etree.tostring(root)
    data = canonical.serialise(root)
    assert etree.tostring(root) == before
    assert paragraphs(canonical.parse(data)) == paragraphs(root)
    assert canonical.digest(canonical.parse(data)) == canonical.digest(root)


def test_a_file_has_a_line_an_element_but_none_within_a_line_of_text() -> None:
    root = E.akomaNtoso(E.act(E.body(E.p("бір ", E.b("екі"), " ", E.i("үш")), E.p("төрт"))))
    assert canonical.serialise(root).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<akomaNtoso xmlns="{AKN}">\n<act>\n<body>\n<p>бір <b>екі</b> <i>үш</i></p>\n<p>төрт</p>\n'
        "</body>\n</act>\n</akomaNtoso>\n"
    )


def test_namespaces_are_declared_once_and_under_their_usual_prefix() -> None:
    foreign = f'<x:akomaNtoso xmlns:x="{AKN}"><x:act><y:place xmlns:y="{LEXKZ}"/></x:act></x:akomaNtoso>'
    data = canonical.serialise(canonical.parse(foreign.encode()))
    assert canonical.serialise(canonical.parse(data)) == data
    root = E.akomaNtoso(E.act())
    for _ in range(3):
        root[0].append(etree.Element(f"{{{LEXKZ}}}place", nsmap={"lexkz": LEXKZ}))
    assert canonical.serialise(root).count(LEXKZ.encode()) == 1


def test_a_digest_tells_text_and_attributes_but_not_layout_or_place() -> None:
    unit = E.paragraph(E.num("1."), E.content(E.p("бір")), eId="para_1")
    spaced = etree.fromstring(etree.tostring(unit, pretty_print=True))
    assert canonical.digest(spaced) == canonical.digest(unit)
    holder = E.body(deepcopy(unit))
    holder[0].tail = "\n\n"
    holder[0].insert(0, etree.Comment("ескертпе"))
    assert canonical.digest(holder[0]) == canonical.digest(unit)
    other = deepcopy(unit)
    other.set("status", "removed")
    assert canonical.digest(other) != canonical.digest(unit)
    words = deepcopy(unit)
    words[1][0].text = "бір "
    assert canonical.digest(words) != canonical.digest(unit)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"\x89PNG\r\n", "not well-formed"),
        (b"<akomaNtoso>", "not well-formed"),
        (b"<akomaNtoso/>", "not Akoma Ntoso 3.0"),
        (b'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"/>', "not Akoma Ntoso 3.0"),
        (BOMB, "DOCTYPE"),
        (FILE, "DOCTYPE"),
        (b"<p>" * 300 + b"</p>" * 300, "not well-formed"),
    ],
)
def test_what_is_no_akoma_ntoso_is_refused_with_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says) as refusal:
        canonical.parse(data)
    assert "\n" not in str(refusal.value)


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "MAX_BYTES", 10)
    with pytest.raises(ValueError, match="larger"):
        canonical.parse(b"<akomaNtoso/>")
