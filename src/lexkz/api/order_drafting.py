"""Drafting: the amending order that makes the text in force into an edited one, proven."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lexkz.api.act import Act
from lexkz.api.amending import Commands
from lexkz.api.consolidating import ActLike, Consolidated
from lexkz.api.reading import CARD, Source, as_act, read
from lexkz.findings import Finding

if TYPE_CHECKING:
    from lexkz.drafting.drafted import DraftedOrder
    from lexkz.drafting.order_requisites import OrderRequisites
    from lexkz.reading.blocks import Lang

Grain = Literal["words", "unit"]


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """An amending order that was written, read back and applied."""

    act: Act
    """The order."""
    commands: Commands
    """Its commands, as they were read back."""
    made: Consolidated
    """The text in force with the order applied, its report and its proofs."""
    findings: tuple[Finding, ...]
    """What no command can say, what is cited and goes, and what was found in reading and applying the order."""
    old: Act = field(repr=False)
    new: Act = field(repr=False)
    _differs: tuple[str, ...] = field(default=(), repr=False)

    @property
    def exact(self) -> bool:
        """True where the order applied gives the edited text in every unit, and all proofs hold."""
        return not self._differs and self.made.proofs.hold

    def to_json(self) -> str:
        """Return it as JSON (schema ``draft/1``)."""
        from lexkz.publication.draft_json import draft_json

        return draft_json(self.act.tree, self.commands.reading, self.made.report.proofs, self._differs, self.findings)

    def table(self, to: Literal["html", "docx", "pdf"] = "docx") -> bytes:
        """Return the comparative table of the text in force and the edited one."""
        from lexkz.api.comparing import comparative_table

        return comparative_table(self.old, self.new, to)


def draft(
    old: ActLike,
    new: ActLike | None = None,
    *,
    lang: "Lang | None" = None,
    grain: Grain = "words",
    requisites: "Mapping[str, object] | Source | None" = None,
) -> Draft:
    """Return the amending order that makes ``old``, the text in force, into ``new``, the edited text.

    Without ``new``, ``old`` is the path of a Word file with tracked changes: its original is the text in force, and
    with all changes accepted it is the edited text. ``grain``: ``unit`` words units anew and changes no words.
    ``requisites`` are what the order says of itself (author, date, number, preamble, clauses, signature), or the TOML
    file that holds them. Raises SourceError, one sentence, where the texts are of two acts, or nothing was changed.

    >>> import lexkz
    >>> old = lexkz.read_text("Тестовый приказ\\n1. Срок пять дней.\\n2. Плата не берется.", lang="rus")
    >>> new = lexkz.read_text("Тестовый приказ\\n1. Срок десять дней.\\n2. Плата не берется.", lang="rus")
    >>> found = lexkz.draft(old, new)
    >>> found.commands[0].instruction, found.exact
    ('в пункте 1 слово "пять" заменить словом "десять".', True)
    """
    from lexkz.drafting.drafted import drafted
    from lexkz.drafting.order_requisites import OrderRequisites

    if new is None:
        before, after = _tracked(old, lang)
    else:
        before, after = _given(old, lang), _given(new, lang)
    tongue = lang or before.lang or after.lang or "kaz"
    made: DraftedOrder = drafted(
        before.tree, after.tree, tongue, grain=grain, requisites=_requisites(requisites) or OrderRequisites()
    )
    order = Act(made.act)
    commands = Commands(made.reading.commands, order, made.reading)
    applied = Consolidated(made.made.act, before.published, report=made.made.report, by=(commands,))
    return Draft(order, commands, applied, made.findings, before, after, made.differs)


def _given(source: ActLike, lang: "Lang | None") -> Act:
    return read(source, lang=lang) if isinstance(source, str | os.PathLike) else as_act(source)


def _requisites(given: "Mapping[str, object] | Source | None") -> "OrderRequisites | None":
    from lexkz.drafting.order_requisites import read_requisites, requisites_of
    from lexkz.reading.blocks import SourceError

    if given is None:
        return None
    if isinstance(given, Mapping):
        return requisites_of(given, "requisites")
    place = Path(given)
    try:
        return read_requisites(place.read_text(encoding="utf-8-sig"), place.name)
    except UnicodeDecodeError:
        raise SourceError(f"{place.name} is not in UTF-8: save it in UTF-8.") from None
    except OSError as error:
        raise SourceError(f"{place.name} cannot be read: {error.strerror}.") from None


def _tracked(source: ActLike, lang: "Lang | None") -> tuple[Act, Act]:
    """The original and the edited text of one Word file."""
    from lexkz.publication.tracked.package import original
    from lexkz.reading.blocks import SourceError
    from lexkz.reading.card import read_card
    from lexkz.structure.build import build

    if not isinstance(source, str | os.PathLike):
        raise SourceError("One text is no change: give the edited text as well, or a Word file with tracked changes.")
    place = Path(source)
    after = read(place, lang=lang)
    if place.suffix.lower() != ".docx":
        raise SourceError("One text is no change: give the edited text as well, or a Word file with tracked changes.")
    before = original(place.read_bytes(), place.name, lang or after.lang)
    beside = place.parent / CARD
    return Act(build(before, read_card(beside) if beside.is_file() else None)), after
