"""Identity: what the act is called, from its card and from its text."""

from collections.abc import Callable, Iterable

from lxml import etree

from lexkz.akn import iris
from lexkz.akn import meta as akn_meta
from lexkz.findings import Finding, Message, finding
from lexkz.languages.detect import Lang
from lexkz.languages.folding import fold_spaces
from lexkz.reading.card import Card
from lexkz.structure.requisites import Requisites

_CALLED = {
    "type": Message("акт түрі", "вид акта", "type"),
    "author": Message("орган", "орган", "author"),
    "date": Message("күні", "дата", "date"),
    "number": Message("нөмірі", "номер", "number"),
    "title": Message("тақырыбы", "заголовок", "title"),
    "registration": Message("мемлекеттік тіркеу нөмірі", "номер государственной регистрации", "registration"),
}
"""What card and text can say differently, as findings call it."""


def identify(
    said: Requisites, title: str, card: Card | None, lang: Lang, texts: Callable[[], Iterable[str]]
) -> tuple[akn_meta.Identity, tuple[Finding, ...]]:
    """Return the identity of the act and a finding for each thing that card and text say differently.

    The card is believed; what neither says is None. Where date or number are not known, ``texts`` is asked for the text
    of the act, by which it is told from other such acts.
    """
    own = (card or Card()).in_language(lang)
    findings: list[Finding] = []

    def settle(what: str, of_card: str | None, of_text: str | None) -> str | None:
        if of_card is not None and of_text is not None and fold_spaces(of_card) != fold_spaces(of_text):
            called = _CALLED[what]
            findings.append(
                finding("structure.card_differs", text=of_text, what=called, of_card=of_card, of_text=of_text)
            )
        return of_card if of_card is not None else of_text

    date = settle("date", own.date.isoformat() if own.date else None, said.date)
    number = settle("number", own.number, said.number)
    identity = akn_meta.Identity(
        lang=lang,
        type=settle("type", own.type, said.type),
        author=settle("author", own.author, said.author),
        date=date,
        number=number,
        title=settle("title", own.title, title or None),
        expression_date=date,
        author_name=own.author_name or said.author_name,
        mark=iris.mark(texts()) if date is None or number is None else None,
    )
    findings.extend(finding("structure.day_impossible", text=day, what=day) for day in said.no_days)
    settle("registration", own.registration_number, said.registration_number)
    return identity, tuple(findings)


def write_registration(meta: etree._Element, said: Requisites, card: Card | None) -> None:
    """Write registration and publication, as far as they are known, into ``meta``."""
    own = card or Card()
    number = own.registration_number or said.registration_number
    date = own.registration_date.isoformat() if own.registration_date else said.registration_date
    if number is not None:
        akn_meta.record_registration(meta, akn_meta.Registration(number, date))
    if own.published is not None:
        akn_meta.publication(
            meta, name="official", show_as="official publication", date=own.published.isoformat(), number=number
        )
