"""What tools give: an answer with its states, small whatever it is made of; or why there is none."""

from collections.abc import Mapping, Sequence
from typing import Any

from lexkz.publication.assistant_json import (
    AssistantData,
    AssistantProblemData,
    CandidateData,
    LeftOutData,
    TextStateData,
)
from lexkz.publication.data import Document
from lexkz.workspace.assistant.arguments import ToolArguments

LONGEST_TEXT = 1_500
"""Characters of any text in an answer, but for the one that a page is of."""
LONGEST_LIST = 20
"""Entries of any list in an answer, but for those that a page is of."""
CUT = " […]"
"""What stands where a text was cut."""
_MOST_CUTS = 40


class NoAnswerError(Exception):
    """A tool cannot answer; the assistant is told why, and what could have been meant."""

    def __init__(self, problem: str, candidates: Sequence[CandidateData] = ()) -> None:
        super().__init__(problem)
        self.data = AssistantProblemData(problem=problem, candidates=tuple(candidates))


def reply(
    tool: str,
    answer: Document | Mapping[str, Any],
    texts: Sequence[TextStateData],
    *,
    paged: frozenset[str] = frozenset(),
    notes: Sequence[str] = (),
    left_out: Sequence[LeftOutData] = (),
    following: tuple[ToolArguments, Mapping[str, Any]] | None = None,
) -> AssistantData:
    """Return the answer of a tool. ``paged`` are the fields that are a page already, ``following`` what was asked and
    what is asked otherwise for the next page."""
    said = answer.as_json() if isinstance(answer, Document) else dict(answer)
    cuts = list(left_out)
    small = {
        key: value if key in paged and isinstance(value, str) else _cut(value, key, paged, cuts)
        for key, value in said.items()
    }
    told = tuple(cuts[:_MOST_CUTS])
    more = (f"Further cuts: {len(cuts) - _MOST_CUTS}.",) if len(cuts) > _MOST_CUTS else ()
    return AssistantData(
        tool=tool,
        texts=tuple(texts),
        notes=(*notes, *more),
        left_out=told,
        next=None if following is None else {**following[0].model_dump(exclude_unset=True), **following[1]},
        answer=small,
    )


def _cut(value: Any, where: str, paged: frozenset[str], cuts: list[LeftOutData]) -> Any:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        cuts.append(LeftOutData(where=where, shown=LONGEST_TEXT, of=len(value)))
        return value[:LONGEST_TEXT] + CUT
    if isinstance(value, dict):
        return {key: _cut(one, f"{where}.{key}", paged, cuts) for key, one in value.items()}
    if isinstance(value, list):
        most = len(value) if where in paged else LONGEST_LIST
        if len(value) > most:
            cuts.append(LeftOutData(where=where, shown=most, of=len(value)))
        return [_cut(one, f"{where}[{place}]", paged, cuts) for place, one in enumerate(value[:most])]
    return value


def page_of_text(text: str, offset: int, limit: int) -> tuple[str, int | None]:
    """Return the page of a text that begins at ``offset``, and where the next one does: at the end of a line, if one
    ends in the second half of the page."""
    if len(text) <= offset + limit:
        return text[offset:], None
    end = text.rfind("\n", offset + limit // 2, offset + limit) + 1 or offset + limit
    return text[offset:end], end
