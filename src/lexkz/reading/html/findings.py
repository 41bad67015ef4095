"""What a reader of HTML has to say: parts of a page that are no text, and text that the page hides."""

from collections.abc import Iterable, Iterator

from lexkz.findings import Finding, finding
from lexkz.reading.findings import LONGEST, nested_table, struck_text
from lexkz.reading.html.walk import PageWalk
from lexkz.reading.marked.characters import squeezed


def said(context: PageWalk) -> Iterator[Finding]:
    """Yield what the walks through a page or through fragments left out, or kept in doubt."""
    if context.embedded:
        kinds = ", ".join(sorted(set(context.embedded)))
        yield finding("read.embedded", case="page", count=len(context.embedded), what=kinds)
    if hidden := _joined(context.hidden):
        yield finding("read.hidden_text", case="page", text=hidden[:LONGEST])
    if deleted := _joined(context.deleted):
        yield finding("read.deleted_text", text=deleted[:LONGEST])
    if struck := _joined(context.struck):
        yield struck_text(struck)
    if generated := _joined(context.generated):
        yield finding("read.generated_text", text=generated[:LONGEST])
    if nested := _joined(context.nested):
        yield nested_table(nested)


def _joined(texts: Iterable[str]) -> str:
    return " … ".join(bare for text in texts if (bare := squeezed(text).strip()))


def status(text: str) -> Finding:
    """What the page says of the act's force."""
    return finding("read.status", text=text, status=text)
