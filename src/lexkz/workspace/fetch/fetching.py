"""The editions of an act, brought from the bank into the corpus; what is there already is not asked for again."""

import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from lexkz.reading.bank import read_bank
from lexkz.reading.blocks import Lang, SourceError
from lexkz.workspace import atomic
from lexkz.workspace.add import add
from lexkz.workspace.fetch import answers
from lexkz.workspace.fetch.service import NotThereError, Service
from lexkz.workspace.layout import Workspace

SERVICE = "https://zan.gov.kz/api/documents"
"""Address of the reference control bank's documents."""
Editions = Literal["first", "latest", "all"]
"""``first``: the text as it was adopted, to which amending acts apply; ``latest``: the newest; ``all``: the first, and
the others beside it, to hold consolidated texts against."""
MOST_PAGES = 1000
_ID = re.compile(r"[A-Za-z]{1,4}[0-9]{1,20}_?")
Progress = Callable[[str, int, int], None]
"""Called with what is asked for next, how many editions are there, and how many there will be."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is in the corpus of one act in one language after a run."""

    id: str
    lang: Lang
    files: tuple[str, ...]
    """Paths below the workspace: the source that is built, then further editions, oldest first."""
    asked: int
    """Editions that were asked for now."""
    kept: int
    """Editions that were there already."""
    amended_by: tuple[str, ...]
    """Ids of the acts that made the editions, as far as these say, in order of the editions."""


def fetch(
    root: Path,
    act_id: str,
    lang: Lang,
    service: Service,
    *,
    editions: Editions = "all",
    progress: Progress = lambda _label, _done, _known: None,
) -> Fetched:
    """Bring the editions of an act into the corpus of the workspace at ``root``; ``service`` is open.

    The edition to build from becomes ``corpus/ID/LANG.json`` (with ``act.toml``, as ``add`` makes it), the others
    ``corpus/ID/LANG@DATE.json``. Each file is written as it comes, so that an interrupted run is gone on with. Raises
    SourceError where the service does not know the act, or answers with something else than what it is known to send:
    then nothing of that answer is kept.
    """
    if not _ID.fullmatch(act_id):
        raise SourceError(f"{act_id!r} is no id of an act: give one such as V2400035172.")
    run = _Run(Workspace(root), act_id, lang, service)
    days = run.days()
    wanted = {"first": days[:1], "latest": days[-1:], "all": days}[editions]
    for number, day in enumerate(wanted):
        progress(f"{act_id}/{lang} {day.isoformat()}", number, len(wanted))
        run.edition(day, main=number == 0)
    return run.done()


class _Run:
    """One act in one language while it is fetched."""

    def __init__(self, workspace: Workspace, act_id: str, lang: Lang, service: Service) -> None:
        self.root = workspace.root
        self.folder = workspace.corpus / act_id
        self.act_id, self.lang, self.service = act_id, lang, service
        self.files: list[str] = []
        self.causes: list[str] = []
        self.asked = self.kept = 0

    def days(self) -> tuple[date, ...]:
        """Ask for the list of editions."""
        path = f"{self.act_id}/{self.lang}/versions"
        try:
            answer = answers.loaded(self.service.get(path), path)
        except NotThereError:
            raise SourceError(
                f"The service has no act {self.act_id} in {self.lang}: check the id and the language."
            ) from None
        return answers.edition_dates(answer, path)

    def edition(self, day: date, *, main: bool) -> None:
        """Bring one edition, unless it is there."""
        name = f"{self.lang}.json" if main else f"{self.lang}@{day.isoformat()}.json"
        path = self.folder / name
        there = _stored(path)
        if there is not None and answers.edition_day(there) == day:
            self.kept += 1
            self._note(path, there)
            return
        data, edition = self._asked_for(day)
        read_bank(data, name, self.lang)  # what cannot be read must not come into the corpus
        if main:
            with tempfile.TemporaryDirectory() as folder:
                coming = Path(folder) / name
                coming.write_bytes(data)
                add(self.root, coming, act_id=self.act_id, lang=self.lang)
        else:
            atomic.write(path, data)
        self.asked += 1
        self._note(path, edition)

    def done(self) -> Fetched:
        """Return what is there now."""
        return Fetched(
            self.act_id, self.lang, tuple(self.files), self.asked, self.kept, tuple(dict.fromkeys(self.causes))
        )

    def _note(self, path: Path, edition: Any) -> None:
        self.files.append(path.relative_to(self.root).as_posix())
        cause = answers.amended_by(edition)
        if cause is not None and cause != self.act_id:
            self.causes.append(cause)

    def _asked_for(self, day: date) -> tuple[bytes, Any]:
        """Return an edition, as sent where it is one page, else its pages as one; and the same as a value."""
        below = f"{self.act_id}/{self.lang}/{day:%d.%m.%Y}?withHtml=false&page="
        data = self.service.get(f"{below}1")
        edition = answers.loaded(data, f"{below}1")
        self._check(edition, day, below)
        content = list(answers.nodes(edition, below))
        count = answers.page_count(edition)
        for page in range(2, MOST_PAGES + 2):
            if count is not None and page > count:
                break
            if page > MOST_PAGES:
                raise SourceError(f"{below}1 has more than {MOST_PAGES} pages: that is no edition of an act.")
            more = self._page(f"{below}{page}", content, told=count is not None)
            if not more:
                break
            content.extend(more)
        if len(content) == len(edition["content"] if isinstance(edition, dict) else edition):
            return data, edition
        whole = {**edition, "content": content} if isinstance(edition, dict) else content
        return json.dumps(whole, ensure_ascii=False, indent=1).encode(), whole

    def _page(self, path: str, before: list[Any], *, told: bool) -> list[Any]:
        """Return the nodes of a further page; none where the pages have ended.

        Where the number of pages was not told, a page that is missing, empty, or says again what was said is the end.
        """
        try:
            answer = answers.loaded(self.service.get(path), path)
        except NotThereError:
            if told:
                raise
            return []
        found = answers.nodes(answer, path)
        if not told and found == before[-len(found) :]:
            return []
        return found

    def _check(self, edition: Any, day: date, asked: str) -> None:
        said = answers.act_id(edition)
        if said is not None and said != self.act_id:
            raise SourceError(f"{asked}1 answered with the act {said}: the service has changed.")
        dated = answers.edition_day(edition)
        if dated is not None and dated != day:
            raise SourceError(f"{asked}1 answered with the edition of {dated.isoformat()}: the service has changed.")


def _stored(path: Path) -> Any:
    """Return the edition in a file of the corpus; None where there is none, or where it cannot be read."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
