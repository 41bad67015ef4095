"""The catalogue of findings: every code that is used is there, every entry is used, and each is filled in and fits."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache

import pytest

from lexkz.findings import CatalogueEntry, Finding, FindingPlace, Message, catalogue, entries, finding, quoting, retold
from lexkz.findings.entries import PACKAGES, _entry
from tests.own_code import PACKAGE, nodes_of, paths

CATALOGUE = PACKAGE / "findings" / "catalogue"
CODE = re.compile(rf"(?:{'|'.join(PACKAGES)})\.[a-z]+(?:_[a-z]+)*")
MAKERS = {"finding", "quoting", "found", "on_page"}
"""Functions that make a finding of a code and of the words for its blanks."""
SHORT = {"finding", "refuse", "note", "Unresolved", "_doubt"}
"""Functions of consolidation that get the name of a code without its package."""
GIVEN = {
    "consolidate": {"what"},
    "agree": {"kaz", "rus", "unit", "which", "words"},
    "amend": {"words"},
    "check": {"words"},
}
"""Blanks that the one maker of a package fills for all its codes."""
ARGUMENTS = {"case", "severity", "text", "command", "candidates", "place"}
LATIN = re.compile(r"[A-Za-z][A-Za-z.]*[A-Za-z]")
NAMES = {
    "PDF",
    "Akoma",
    "Ntoso",
    "XSD",
    "IRI",
    "eId",
    "FRBRthis",
    "FRBRuri",
    "FRBRdate",
    "activeModifications",
    "temporalData",
    "lifecycle",
    "references",
    "generation",
    "original",
    "mod",
    "new",
    "previous",
    "omissis",
    "outline",
    "status",
    "removed",
    "Word",
    "U",
    "FFFD",
    "lexkz",
    "act.toml",
    "corpus",
    "id",
}
"""Names of formats, of their elements and of files, which are no words of a language."""
COMMANDS = {
    "add",
    "build",
    "parse",
    "redline",
    "rulings",
    "rulings.toml",
    "target",
    "times",
    "occurrence",
    "at",
    "by",
    "published",
    "jobs",
    "for",
    "meta",
    "type",
    "note",
}
"""What advice can also name: commands, their options and fields."""


@cache
def _said() -> tuple[tuple[str, dict[str, object]], ...]:
    """The entries as they stand in the files, each with its package."""
    return tuple(
        (path.stem, entry)
        for path in sorted(CATALOGUE.glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["finding"]
    )


def _modules() -> Iterator[tuple[str, tuple[ast.AST, ...]]]:
    return ((path.relative_to(PACKAGE).as_posix(), nodes_of(path)) for path in paths())


def _texts(node: ast.AST) -> Iterator[str]:
    """The texts that an argument can be: itself, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


@cache
def _calls() -> tuple[tuple[str, str, ast.Call], ...]:
    """Each call that makes a finding of a written code: the module, the code, the call."""
    found = []
    for name, nodes in _modules():
        for call in (node for node in nodes if isinstance(node, ast.Call) and node.args):
            for text in _texts(call.args[0]):
                if _called(call) in MAKERS and CODE.fullmatch(text):
                    found.append((name, text, call))
                elif _called(call) in SHORT and name.startswith("consolidation/") and re.fullmatch("[a-z_]+", text):
                    found.append((name, f"consolidate.{text}", call))
    return tuple(found)


@cache
def _constants() -> frozenset[str]:
    """Every text of the code that is the code of a finding; in consolidation, its names without the package as well."""
    found = set()
    for name, nodes in _modules():
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
                if name.startswith("consolidation/"):
                    found.add(f"consolidate.{node.value}")
    return frozenset(found)


def _blanks(message: Message) -> list[frozenset[str]]:
    parts = (string.Formatter().parse(text) for text in (message.kaz, message.rus, message.eng))
    return [frozenset(name for _, name, _, _ in part if name) for part in parts]


KNOWN = {entry.code for entry in catalogue()}


def test_each_package_has_its_file_and_no_file_is_without_a_package() -> None:
    assert {path.stem for path in CATALOGUE.glob("*.toml")} == set(PACKAGES)
    assert {(package, str(entry["code"]).partition(".")[0]) for package, entry in _said()} == {
        (package, package) for package in PACKAGES
    }


def test_no_sentence_stands_twice_under_a_code() -> None:
    keys = [(entry["code"], entry.get("case", "")) for _, entry in _said()]
    assert len(keys) == len(set(keys))


def test_every_code_in_the_code_is_in_the_catalogue() -> None:
    written = {text for text in _constants() if CODE.fullmatch(text)}
    files = {"read.py", "check.py"}
    assert written - KNOWN - files - _short_names() == set()
    assert {code for _, code, _ in _calls()} - KNOWN == set()


def _short_names() -> set[str]:
    """Names in consolidation that are no codes: of units, of fields."""
    codes = {code for _, code, _ in _calls() if code.startswith("consolidate.")}
    return {text for text in _constants() if text.startswith("consolidate.")} - codes


def test_every_entry_is_used_by_the_code() -> None:
    again = {code for code, _ in retold("check").values()}
    assert KNOWN - _constants() - again == set()
    cases = {
        text for _, _, call in _calls() for key in call.keywords if key.arg == "case" for text in _texts(key.value)
    }
    # The cases of what is told again only keep the entries of one code apart.
    assert {str(entry.get("case", "")) for _, entry in _said() if "of" not in entry} - cases == {""}


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: f"{entry.code}{entry.case and '-'}{entry.case}")
def test_an_entry_is_filled_in_three_languages_with_advice_and_an_example(entry: CatalogueEntry) -> None:
    for message in (entry.message, entry.advice):
        assert all(text.strip() == text and text for text in (message.kaz, message.rus, message.eng))
        assert message.kaz != message.rus != message.eng != message.kaz
        assert len({*_blanks(message)}) == 1
    assert not any(_blanks(entry.advice)), "advice has no blanks"
    assert all(text.endswith(".") for text in (entry.advice.kaz, entry.advice.rus, entry.advice.eng))
    assert entry.example.text.strip()
    assert entry.severity in ("info", "warning", "error")


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: f"{entry.code}{entry.case and '-'}{entry.case}")
def test_kazakh_and_russian_sentences_have_no_english_word_and_call_a_command_a_command(entry: CatalogueEntry) -> None:
    for text in (entry.message.kaz, entry.message.rus):
        bare = re.sub(r"\{[^}]*\}", "", text)
        assert set(LATIN.findall(bare)) - NAMES == set()
    for text in (entry.advice.kaz, entry.advice.rus):
        assert set(LATIN.findall(text)) - NAMES - COMMANDS == set()
    assert "ұйрық" not in entry.message.kaz, "бұйрық is an order; a command is пәрмен"


def test_each_call_fills_the_blanks_of_its_sentence_and_no_others() -> None:
    wrong = []
    for module, code, call in _calls():
        if any(key.arg is None for key in call.keywords):
            continue
        package = code.partition(".")[0]
        case = next((text for key in call.keywords if key.arg == "case" for text in _texts(key.value)), "")
        told = [entry for entry in entries(code) if entry.case == case]
        if not told:
            wrong.append((module, code, f"no case {case!r}"))
            continue
        blanks = _blanks(told[0].message)[0]
        given = {str(key.arg) for key in call.keywords} - ARGUMENTS
        if _called(call) == "quoting" or (module.startswith("consolidation/") and package == "consolidate"):
            given = GIVEN[package] & blanks
        if given != blanks:
            wrong.append((module, code, f"{sorted(given)} for {sorted(blanks)}"))
    assert wrong == []


def test_the_blanks_of_a_package_with_one_maker_are_those_that_it_fills() -> None:
    for entry in catalogue():
        package = entry.code.partition(".")[0]
        if package in GIVEN and entry.code not in {code for code, _ in retold("check").values()}:
            assert _blanks(entry.message)[0] <= GIVEN[package], entry.code
        assert not _blanks(entry.message)[0] & (ARGUMENTS | {"code"}), f"{entry.code}: a name of an argument"


def test_a_finding_has_the_sentence_of_the_catalogue_its_blanks_filled_in_each_language() -> None:
    told = finding(
        "structure.card_differs", FindingPlace(3), what=Message("күні", "дата", "date"), of_card="1", of_text=2
    )
    assert told == Finding(
        "structure.card_differs",
        "warning",
        Message(
            "Карточкада «күні» – 1, мәтінде – 2; карточкадағысы алынды.",
            "В карточке «дата» – 1, в тексте – 2; взято из карточки.",
            "The card has 1 for date, the text 2; the card is believed.",
        ),
        FindingPlace(3),
    )
    assert finding("akn.eid_missing", severity="error", name="p").severity == "error"


def test_a_sentence_ends_with_one_full_stop() -> None:
    assert finding("consolidate.target_missing", what="пункт 5.").message.rus.endswith("единицы: пункт 5.")


def test_long_words_of_the_source_are_cut_in_the_sentence_and_whole_in_the_text() -> None:
    told = quoting("amend.unread", "а" * 200)
    assert told.message.rus.endswith("а" * 157 + "…")
    assert told.text == "а" * 200


@pytest.mark.parametrize(("code", "blanks"), [("amend.no_such", {}), ("nowhere.at_all", {}), ("akn.eid_missing", {})])
def test_an_unknown_code_and_a_missing_blank_are_errors(code: str, blanks: dict[str, str]) -> None:
    with pytest.raises((KeyError, FileNotFoundError)):
        finding(code, **blanks)  # type: ignore[arg-type]


def test_what_an_entry_lacks_is_said() -> None:
    whole = dict(_said()[0][1])
    for name in ("rus", "advice", "example"):
        part = {key: value for key, value in whole.items() if key != name}
        with pytest.raises(ValueError, match=f"{whole['code']} in the catalogue lacks .*{name}"):
            _entry(part, part)
