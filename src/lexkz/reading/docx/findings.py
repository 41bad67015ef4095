"""What the reader of Word documents has to say: what it took as accepted, and what it left out."""

from collections.abc import Iterator

from lexkz.findings import Finding, finding
from lexkz.reading.docx.state import DocxState
from lexkz.reading.findings import LONGEST, nested_table, struck_text


def said(state: DocxState, comments: int, missed: list[str]) -> Iterator[Finding]:
    """Yield the findings of a reading; ``comments`` is the number of comments in the document, ``missed`` its text that
    stands where no text was looked for."""
    if lost := _joined(missed):
        yield finding("read.text_missed", text=lost[:LONGEST])
    if state.inserted or state.removed:
        removed = _joined(state.removed)[:LONGEST] or None
        yield finding("read.tracked_changes", text=removed, inserted=state.inserted, removed=len(state.removed))
    if comments:
        yield finding("read.comments", count=comments)
    if hidden := _joined(state.hidden):
        yield finding("read.hidden_text", case="document", text=hidden[:LONGEST])
    if struck := _joined(state.struck):
        yield struck_text(struck)
    if nested := _joined(state.nested):
        yield nested_table(nested)
    if boxed := _joined(state.boxed):
        yield finding("read.box_uncertain", text=boxed[:LONGEST])
    if "altChunk" in state.embedded or "subDoc" in state.embedded:
        yield finding("read.part_missing")
    others = [kind for kind in state.embedded if kind not in ("altChunk", "subDoc")]
    if others:
        yield finding("read.embedded", case="document", kinds=", ".join(sorted(set(others))), count=len(others))
    if state.numbering.strange:
        yield finding("read.number_format", formats=", ".join(sorted(state.numbering.strange)))


def _joined(texts: list[str]) -> str:
    return " … ".join(bare for text in texts if (bare := " ".join(text.split())))
