"""Addressing: what is known while the addresses of a sentence are read, and what they add to it."""

from dataclasses import dataclass, field

from lexkz.amendment.context import Context
from lexkz.amendment.model import Address


@dataclass(slots=True)
class Addressing:
    """Addresses being read: the context they started from, and what they added to it."""

    context: Context
    lang: str
    opened: Address = ()
    """Units that were open before the sentence."""
    slips: list[tuple[str, str]] = field(default_factory=list)
    """Codes of slips with the words concerned."""
    starts: list[str] = field(default_factory=list)
    """Kind of the first unit of each address that the sentence itself names, ``act`` for the act."""
    last: tuple[Address, ...] = ()
    """What the clause before in the same sentence has addressed, by its old number: «и в ней», «изложить его»."""
    renewed: tuple[Address, ...] = ()
    """The new numbers that it has given."""
    led: bool = False
    """True where the sentence itself names the act or the unit above its commands: «внести в Закон … изменение, …»."""
    text_of: bool = False
    """True after «… и тексте статьи 5»: the text of a unit, beside its heading."""
    in_each: bool = False
    """True where such a noun has the units that hold one each beside it: «абзацы вторые пунктов 10 и 11»."""
    excepted: list[Address] = field(default_factory=list)
    """Units that the clause leaves out of a whole text."""
    plurals: list[str] = field(default_factory=list)
    """Numbers that a noun in the plural bears alone, where no list of units holds it: «абзацы вторые»."""
    whose: bool = False
    """True while the unit is read whose text is spoken of: «по тексту статьи», «тармақтың мәтіні бойынша»."""
