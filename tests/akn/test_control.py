"""Fields of a form as a file marks them: kept as the text of an attribute, read back, whoever wrote that."""

import pytest

from lexkz.akn.control import Control, control_of, written


@pytest.mark.parametrize(
    ("control", "text"),
    [
        (Control("text"), '{"kind": "text"}'),
        (
            Control("choice", "қала", "Город", ("Алматы", "Астана"), other=True, required=False),
            '{"kind": "choice", "name": "қала", "label": "Город", "values": ["Алматы", "Астана"], "other": true, '
            '"required": false}',
        ),
        (Control("check", "а", option=""), '{"kind": "check", "name": "а", "option": ""}'),
        (Control("check", required=True), '{"kind": "check", "required": true}'),
    ],
)
def test_a_field_is_written_in_its_own_letters_with_what_is_told_of_it_and_read_back(
    control: Control, text: str
) -> None:
    assert written(control) == text
    assert control_of(text) == control


@pytest.mark.parametrize(
    "text",
    [None, "", "null", "[1]", '"text"', "{", "[" * 100_000, "{}", '{"kind": "button"}', '{"name": "а"}'],
    ids=["none", "empty", "null", "list", "string", "broken", "deep", "no kind", "another kind", "kindless"],
)
def test_what_is_no_field_is_none(text: str | None) -> None:
    assert control_of(text) is None


def test_what_another_hand_wrote_in_other_types_is_left_out() -> None:
    text = '{"kind": "choice", "name": 5, "label": null, "values": "а", "other": 1, "required": "да", "option": 7}'
    assert control_of(text) == Control("choice", "5", "", (), other=False, required=None, option="7")
    assert control_of('{"kind": "text", "values": [1, "б"]}') == Control("text", values=("1", "б"))
