"""What a sentence was understood to say: drafts of commands, and the context after it."""

from dataclasses import dataclass
from typing import Literal

from lxml import etree

from lexkz.amendment.content import each_a_part, shared, unit_numbers
from lexkz.amendment.context import Context
from lexkz.amendment.model import WITH_NEW_TEXT, Action, Address, BaseAct


@dataclass(frozen=True, slots=True)
class Draft:
    """What one clause commands, before its content is known."""

    action: Action
    base: BaseAct
    targets: tuple[Address, ...]
    start: int
    """First character of the clause in its sentence."""
    end: int
    """One past its last."""
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    everywhere: bool = False
    times: int | None = None
    excepted: tuple[Address, ...] = ()
    position: Literal["after", "before", "end"] | None = None
    beside: str | None = None
    anchor: Address | None = None
    renumber_to: tuple[Address, ...] = ()
    annex: tuple[str, ...] = ()
    of_list: bool = False
    """True where these are annexes of the list of changes that the command stands in: «к настоящему перечню»."""
    start_kind: str | None = None
    """Kind of the outermost unit that the clause itself names, ``act`` for the act; None where it names none."""
    paired: bool = False
    """True where new words stand for old ones one by one: «соответственно», «тиісінше»."""
    inline: str | None = None
    """New text that stands in the sentence itself, after its colon."""
    temporary: bool = False
    """True for a suspension with a wording for its time, which is then its content."""
    since: str | None = None
    until: str | None = None
    """ISO days between which the command itself says that it holds."""
    worded: bool = False
    """True for words that are set anew, so that their new text stands in quotes of its own."""
    each: str | None = None
    """The number that a noun in the plural bears alone («абзацы вторые»): of one unit in each that the line above
    names, or else it is not told how many are meant."""
    in_each: bool = False
    """True where a noun in the plural with one number says that several units hold one each."""
    waits: bool = False
    """True for words that take their new ones from the next clause under the same verb."""
    placed_last: bool = False
    """True where the unit is named behind the words: «слово "а" исключить в пункте 11»."""
    quotations: tuple[tuple[int, int, str], ...] = ()
    """Quoted words in the sentence: start, end (quotes included) and ``old`` or ``new``."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A sentence understood."""

    drafts: tuple[Draft, ...]
    context: Context
    """The context after the sentence."""
    opens: bool
    """True where the sentence opens a context for the lines that follow."""
    annexed: Context | None = None
    """The context of an annex of the amending act, where the sentence says that the changes stand in one."""
    slips: tuple[tuple[str, str], ...] = ()
    """Codes of slips with the words concerned."""


_NUMBERED = frozenset(
    {
        "section",
        "subsection",
        "chapter",
        "subchapter",
        "article",
        "paragraph",
        "subparagraph",
        "part",
        "alinea",
        "sentence",
        "row",
        "column",
    }
)
"""Units of which there are many side by side, so that one without a number or name is not told."""


def numberless(address: Address, *, draft_inserts: bool = False) -> bool:
    """Return whether an address names a unit of which there are many without saying which."""
    told = address[:-1] if draft_inserts else address
    return any(step.kind in _NUMBERED and step.number is None and step.name is None for step in told)


def taking_block(drafts: tuple[Draft, ...]) -> int | None:
    """Return which of a line's commands the quoted block belongs to: the last that needs one, None where none does."""
    return needing_block(drafts)[-1] if needing_block(drafts) else None


def needing_block(drafts: tuple[Draft, ...]) -> tuple[int, ...]:
    """Return which of a line's commands have no new text without a quoted block below the line."""
    return tuple(place for place, draft in enumerate(drafts) if _wants_block(draft))


def sharing_block(drafts: tuple[Draft, ...]) -> tuple[int, ...]:
    """Return which of a line's commands one quoted block may serve: «пункт 2 изложить и дополнить пунктом 2-1 в
    следующей редакции:», units of one kind in one place; ``()`` where fewer than two need it."""
    needing = needing_block(drafts)
    units = [target for place in needing for target in drafts[place].targets]
    alike = {(target[:-1], target[-1].kind) for target in units if target}
    fits = all(drafts[place].action in WITH_NEW_TEXT for place in needing) and all(units)
    return needing if len(needing) > 1 and fits and len(alike) == 1 else ()


def owner_of_block(drafts: tuple[Draft, ...], quoted: etree._Element | None, *, shared_out: bool) -> int | None:
    """Return which command of a line its quoted block belongs to, None where none does.

    Where several need it and cannot share it, the last takes what prints the numbers of its units, and nothing else:
    «абзац третий изложить и дополнить абзацем четвертым:» with two lines does not tell whose the lines are.
    """
    taker = taking_block(drafts) if quoted is not None else None
    if taker is None or quoted is None or shared_out or len(needing_block(drafts)) < 2:
        return taker
    numbers = [target[-1].number for target in drafts[taker].targets if target]
    return taker if numbers == list(unit_numbers(quoted)) else None


def parts_of_block(drafts: tuple[Draft, ...], quoted: etree._Element | None) -> dict[int, etree._Element]:
    """Return the part of a line's quoted block that each of several commands brings, by their places; none where the
    block belongs to one of them."""
    sharing = sharing_block(drafts)
    if quoted is None or not sharing:
        return {}
    numbers = [tuple(target[-1].number for target in drafts[place].targets) for place in sharing]
    kinds = {target[-1].kind for place in sharing for target in drafts[place].targets}
    if kinds == {"part"} and not each_a_part(quoted):
        return {}
    lines = kinds in ({"alinea"}, {"part"})
    return dict(zip(sharing, shared(quoted, numbers, lines=lines), strict=False))


def _wants_block(draft: Draft) -> bool:
    if not draft.new and (draft.action == "insert_words" or (draft.action == "replace_words" and draft.worded)):
        # «после слов "а" дополнить предложением следующего содержания:» and the sentence, as words.
        return True
    return (draft.action in WITH_NEW_TEXT or draft.temporary) and not draft.annex and draft.inline is None
