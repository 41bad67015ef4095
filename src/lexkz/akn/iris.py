"""IRIs of works, expressions and components by the Akoma Ntoso naming convention, and the folders of acts.

``/akn/kz/act/order/enbek/2024-09-30/391`` is a work, ``…/kaz@2024-09-30`` an expression of it, ``…/!annex_1#para_5``
a unit of one of its components. What is not known:

- type or author: the segment is left out, as the convention allows (an author without a type is left out as well, since
  the first of these segments is always read as the type);
- number: ``nn``, the convention's own word for "no number";
- number or date: a mark made of the act's text stands after the number (``nn-3f2a9c1b``), so that two such acts are two
  works;
- date: :data:`UNKNOWN_DATE`. The convention needs a date and so does the XSD's ``FRBRdate``; the first day of the first
  year is valid in both and the date of no act. In ``FRBRdate`` its ``name`` is ``unknown`` besides.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

UNKNOWN_DATE = "0001-01-01"
"""Stands where an IRI or the XSD needs a date that is not known. Readers give it as None."""

NO_NUMBER = "nn"
_MARKED = re.compile(r"(?P<number>.+)-(?P<mark>[0-9a-f]{8})")

_ONE_TO_ONE = str.maketrans("абвгдеёзийклмнопрстуфхыэәғқңөұүһі", "abvgdeeziiklmnoprstufhyeagqnouuhi")
_SEVERAL = {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "iu", "я": "ia", "ъ": "", "ь": "", "№": " "}
"""How a slug writes the letters of the Kazakh and Russian alphabets."""


@lru_cache(maxsize=16384)
def slug(text: str) -> str:
    """Return ``text`` in lower-case Latin letters, digits and single hyphens: ``"Қызмет № 5"`` → ``"qyzmet-5"``."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(_ONE_TO_ONE)
    letters = "".join(_SEVERAL.get(letter, letter) for letter in folded)
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def number_segment(number: str | None) -> str:
    """Return an act's number as an IRI has it: ``"5/12"`` → ``"5-12"``, ``"12-қ"`` → ``"12-q"``, None → ``"nn"``."""
    return slug(number or "") or NO_NUMBER


_KIND_MARK = re.compile(r"(?<=\d|[IVXІХ])\s*(?:ЗРК|ҚРЗ|дсп|ДСП|қбпү|ҚБПҮ)$")


def compared_number(number: str | None) -> str:
    """Return an act's number as two are compared: as in an IRI, without the mark of a law or of office use.

    That mark is other letters in the other language, and one print has it, another not: «№ 385-VI ЗРК», «№ 385-VI
    ҚРЗ», «№ 385-VI» are one number.
    """
    return number_segment(_KIND_MARK.sub("", number or ""))


def mark(texts: Iterable[str]) -> str:
    """Return what tells an act without date or number from others: a hash of the letters and digits of its text."""
    letters = "".join(char for text in texts for char in text.casefold() if char.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()[:8]


def marked_number(segment: str, date: str | None) -> tuple[str | None, str | None]:
    """Return number and mark of the last segment of a work IRI whose ISO ``date`` is known or None."""
    found = _MARKED.fullmatch(segment)
    if found is not None and (date is None or found["number"] == NO_NUMBER):
        return (None if found["number"] == NO_NUMBER else found["number"]), found["mark"]
    return (None if segment == NO_NUMBER else segment), None


def work(
    *,
    country: str = "kz",
    type: str | None,  # noqa: A002
    author: str | None,
    date: str | None,
    number: str | None,
    mark: str | None = None,
) -> str:
    """Return the work IRI of an act. ``type`` and ``author`` are slugs, ``date`` is ISO; None where not known.

    ``mark`` (of :func:`mark`) tells acts apart whose date or number is not known; it is left out where both are.
    """
    segments = ["", "akn", country, "act"]
    if type and slug(type):
        segments += [_word(type), *([_word(author)] if author and slug(author) else [])]
    last = number_segment(number)
    unknown = date is None or last == NO_NUMBER
    return "/".join([*segments, date or UNKNOWN_DATE, f"{last}-{mark}" if mark and unknown else last])


def expression(work_iri: str, lang: str, date: str | None) -> str:
    """Return the expression IRI of a work in ``lang`` (``kaz``, ``rus``) as of the ISO ``date``."""
    return f"{work_iri}/{lang}@{date or UNKNOWN_DATE}"


def component(iri: str, name: str, eid: str | None = None) -> str:
    """Return the IRI of a component, or of the unit ``eid`` in it: ``…/!annex_1``, ``…/!annex_1#att_1__para_5``.

    The eId is the one that the unit has in the file of the whole act, the attachment's prefix included.
    """
    return f"{iri}/!{name}" + (f"#{eid}" if eid else "")


def component_name(attachment_eid: str) -> str:
    """Return the component's name of an attachment: ``att_1`` → ``annex_1``, ``att_1__att_8`` → ``annex_1/annex_8``."""
    return "/".join(step.replace("att", "annex", 1) for step in attachment_eid.split("__"))


def unit(iri: str, eid: str) -> str:
    """Return the IRI of the unit ``eid`` of a work or expression: ``…/!main#para_5``, ``…/!annex_1#att_1__para_5``."""
    if not eid.startswith("att"):
        return component(iri, "main", eid)
    steps = eid.split("__")
    attachments = list(takewhile(lambda step: re.fullmatch(r"att(_.+)?", step), steps))
    return component(iri, component_name("__".join(attachments)) if attachments else "main", eid)


def day_of_work(work_iri: str) -> str | None:
    """Return the ISO day of an act that its work IRI says; None where it is not known."""
    day = work_iri.split("/")[-2] if work_iri.count("/") > 1 else ""
    return day if day != UNKNOWN_DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


def act_folder(registration: str, year: int) -> str:
    """Return the folder id of an act under its registration number: ``("32875", 2023)`` → ``"V2300032875"``.

    It is the act's id in the state information system: "V" for registered acts of ministries and regions, two digits of
    the year, the number padded to eight. Raises ``ValueError`` where the number is not one of up to eight digits.
    """
    digits = registration.strip()
    if not re.fullmatch(r"[0-9]{1,8}", digits):
        raise ValueError(f"Not a registration number: {registration!r}")
    return f"V{year % 100:02d}{int(digits):08d}"


def iri_folder(work_iri: str) -> str:
    """Return the folder id of an act that has no registration, from its IRI.

    ``/akn/kz/act/law/2023-05-01/12-vii`` → ``law-2023-05-01-12-vii``.
    """
    return slug(re.sub(r"^/akn/[a-z]{2}/act/", "", work_iri))


def split(iri: str) -> tuple[str, str | None, str | None]:
    """Return the parts of a reference: the IRI before the component, the component's name, the eId (or None)."""
    base, _, fragment = iri.partition("#")
    head, bang, name = base.partition("/!")
    return head, name if bang else None, fragment or None


def _word(text: str) -> str:
    # A segment that begins with a digit would be read as the date.
    made = slug(text)
    return f"x-{made}" if made[0].isdigit() else made
