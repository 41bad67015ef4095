"""Words that stand on the page of a published document beside the act's own text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

GAP = "[…]"
"""What stands for text that is not known, in either language; the state of the text explains it."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """An act that changed a text, as far as the text names it."""

    type: str | None
    """Slug of the kind of act: ``order``, ``law``."""
    date: str | None
    """ISO date of the act."""
    number: str | None


@dataclass(frozen=True, slots=True)
class PackWords:
    """Names of the files of a pack, and the words of its index page."""

    index: str
    text: str
    redline: str
    table: str
    changes: str
    data: str
    report: str
    columns: tuple[str, str, str]
    """No., file, what it is."""
    kinds: Mapping[str, str]
    """Ending of a file to what it is."""
    outcomes: tuple[str, str]
    """Head of the table of outcomes: what became of a change, how many."""
    proved: str
    not_proved: str
    both: str
    """Name of the file in which both languages stand beside each other."""
    agreement: str
    """Name of the file of disagreements between the languages."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one language words a page."""

    locale: str
    """Language of a file for word processors: ``kk-KZ``."""
    code: str
    """Language of a page: ``kk``."""
    name: str
    """The language by its own name, for heads of columns."""
    since: Callable[[str], str]
    """An ISO date as it follows «с» and stands before «бастап»."""
    day: Callable[[str], str]
    """An ISO date in words: «2024 жылғы 30 қыркүйек»."""
    amended: Callable[[Sequence[Amendment]], str]
    """The state of a text that was amended: «2024 жылғы 30 қыркүйектегі № 391 бұйрығымен енгізілген өзгерістермен»."""
    as_of: Callable[[str], str]
    """The state of a text as of an ISO date."""
    page: Callable[[int], str]
    """A page of a source: «2-бет»."""
    annex: Callable[[str], str]
    """An annex that holds a content: «1-қосымша»."""
    in_force_unknown: str
    outline: str
    """That only parts of the text are known, and what :data:`GAP` is."""
    full: str
    waiting: Callable[[Amendment, int, int, int], str]
    """The state of an act that is not in the text as a whole: the act, how many of its commands were applied, how many
    wait for a person, how many of its sentences were not understood."""
    left_out: Callable[[Amendment, int], str]
    """How many commands of an act a person left out."""
    later: Callable[[Amendment, Sequence[tuple[str, int]]], str]
    """How many commands of an act that is in the text enter into force later: by ISO day, "" where it is not known."""
    incomplete: str
    """That a text is not full, on every page."""
    marked: str
    """That changes are missing, and how the text shows where."""
    unsure: Callable[[int], str]
    """That so many things about the text are known to be wrong; they are told after it."""
    unread: str
    """What stands in tables for the unit of a sentence that was not understood."""
    unread_outcome: str
    """What became of such a sentence."""
    unofficial: str
    about: str
    """Name of the sheet of a workbook that says what text it is from."""
    amendments: str
    """Author of changes of which it is not known what act made them."""
    closing: str
    """What the signature and approvals of an act are called."""
    text: str
    """What lines without a number are called."""
    full_name: Callable[[Amendment, str | None], str]
    """An act by kind, day, number and title, as far as they are known: «Приказ от 6 июля 2020 года № 210 «…»»."""
    requisites: Callable[[Amendment, str | None, str | None], str]
    """An act by body, kind, day, number and registration, as far as they are known: the body as other acts name it,
    the number of the register."""
    both_texts: str
    """Heading of a paper with two languages beside each other."""
    absent: str
    """What stands in a table for a text that does not exist."""
    comparative: str
    """Title of a comparative table."""
    comparative_columns: tuple[str, str, str, str, str]
    """No., structural element, wording in force, proposed wording, reason."""
    comparative_of: Callable[[Sequence[tuple[Amendment, str | None]]], str]
    """What a comparative table belongs to: «к проекту приказа «…»»; "" where no act is known. An act without a number
    is a draft."""
    comparative_last: bool
    """Whether that stands above the title, since the language says it so: «… бұйрық жобасына салыстырма кесте»."""
    waits: str
    """Head of the rows of what is not in the proposed wording."""
    disagreement: str
    """Head of the column of disagreements beside two texts."""
    agreement: str
    """What a paper is called that tells where the two languages disagree."""
    agreement_columns: tuple[str, str, str, str, str]
    """No., unit, what disagrees, the Kazakh words, the Russian words."""
    agrees: str
    """That no disagreement was found."""
    beside: str
    """Title of two languages side by side."""
    changes: str
    """Title of a list of changes."""
    changes_columns: tuple[str, str, str, str, str, str]
    """No., target, action, in force from, page, outcome."""
    history: str
    """What a list is called of the changes that an official edition tells of."""
    history_columns: tuple[str, str, str, str, str]
    """No., the note, the unit, the act that made the change, its entry into force."""
    verified: str
    """What a paper is called that holds our text against an official edition."""
    verified_columns: tuple[str, str, str, str, str, str]
    """No., the unit, its state, its words in the official edition, in ours, the acts that changed it."""
    verified_states: Mapping[str, str]
    """State of a unit, as :data:`lexkz.comparison.verify.State` has them, to its words."""
    told_states: Mapping[str, str]
    """What each text knows of an act that changed a unit, as :data:`lexkz.comparison.told.ToldState`, to its words."""
    verifies: str
    """That no difference was found."""
    pack: PackWords
    redline: str
    """State of a text with tracked changes."""
    actions: Mapping[str, str]
    """Action of a command to its name."""
    voids: str
    """The name of the action by which a unit loses force and keeps its place."""
    outcomes: Mapping[str, str]
    """Outcome of a command to its name."""


def quoted(title: str) -> str:
    """Return a title in quotation marks; one that begins with a mark of its own as it is."""
    return title if title.startswith(("«", '"')) else f"«{title}»"
