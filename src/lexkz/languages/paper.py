"""What systems of electronic documents print on each page of a copy: sentences that are no text of the act."""

import re
from dataclasses import dataclass

from lexkz.languages.detect import Lang

LANGS: tuple[Lang, ...] = ("kaz", "rus")
"""Both are looked for: a document in one language has such sentences in the other, too."""


@dataclass(frozen=True, slots=True)
class Paper:
    """How one language says that an electronic document equals one on paper, as patterns over folded text."""

    opening: re.Pattern[str]
    """How the sentence begins."""
    inside: re.Pattern[str]
    """What it names: the electronic digital signature."""
    closing: re.Pattern[str]
    """How it ends."""
    stamp: re.Pattern[str]
    """What is stamped over a page: that it is a draft, a copy, a sample; spaces left out."""
    alone: re.Pattern[str]
    """Other lines of such systems, each by itself: what a bar code holds, that the page is a copy."""
    buttons: re.Pattern[str]
    """Buttons and links of a portal around an act, which no act has as a line of its own: to print, to go back."""
    links: re.Pattern[str]
    """Others of a single word, which a form could have, too."""
    greeting: re.Pattern[str]
    """How a letter begins, the whole line."""
    farewell: re.Pattern[str]
    """How a letter ends, the line above the sender's name, or with it."""
    sent: re.Pattern[str]
    """What programs put where a letter that is sent on begins or ends, the whole line."""
    mail: re.Pattern[str]
    """A line of the head of a letter, its field and what stands in it."""
    home: re.Pattern[str]
    """The first page of a portal, with which the trail to a page begins."""
