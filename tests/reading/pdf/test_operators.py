"""The short way through a page's content gives what pdfminer's own parser gives."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF

from lexkz.reading.pdf.operators import Operators
from tests.breadth import examples

_WORDS = r"""
BT ET Tj TJ q Q re f* W n cm 0 1 12 -3 +4 .5 0.25 -0.75 7. 00012 1e5 -- /F1 /F#41 /Name.x /A+B (строка) (a\)b) (a(b)c)
<04> <0a0B> <0> <> <zz> [<0411>] [<0411>-12<0412>] [(a)-3(b)] [<0>] [] [/A] [[1]2] [ ] << >> /A true false null % %c
BMC EMC BDC Do ' " BI ID EI
"""
_TOKENS = st.sampled_from(_WORDS.split())
_SPACES = st.sampled_from([" ", "\n", "\r\n", "  ", "\t", ""])


def _all(parser: PDFContentParser) -> list[Any]:
    made: list[Any] = []
    try:
        while len(made) < 500:
            made.append(parser.nextobject()[1])
    except PSEOF:
        return made
    except Exception as error:  # what pdfminer cannot read, ours need not read either
        return [*made, type(error)]
    return made


@pytest.mark.combined
@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.tuples(_TOKENS, _SPACES), max_size=40), st.integers(0, 40))
def test_what_a_page_draws_is_read_alike(tokens: list[tuple[str, str]], cut: int) -> None:
    text = "".join(token + space for token, space in tokens).encode()
    # A content can be parted into streams anywhere between two tokens.
    parts = [text[:cut], text[cut:]]
    ours, theirs = (_all(kind([PDFStream({}, part) for part in parts])) for kind in (Operators, PDFContentParser))
    assert ours == theirs
