"""The card of an act that comes from a public corpus: what its record says, and the head of its text."""

from collections.abc import Callable, Iterable
from datetime import date

from lexkz.findings import Finding, finding
from lexkz.reading import front_matter
from lexkz.reading.blocks import Lang, SourceError
from lexkz.reading.card import Card, card_from
from lexkz.workspace.add import card_text

_FACTS = (
    "type",
    "author",
    "author_name",
    "title",
    "number",
    "date",
    "registration_number",
    "registration_date",
    "published",
)


def record_card(read: Callable[[], bytes], where: str) -> tuple[Card, Finding | None]:
    """Return what ``meta.yaml`` says of an act; where it cannot be read, nothing, and a finding."""
    try:
        data = read()
        if len(data) > 4 * front_matter.MOST_LETTERS:
            raise ValueError
        said = front_matter.loaded(data.decode("utf-8-sig"))
    except SourceError as error:
        return Card(), finding("workspace.import_record", name=where, why=str(error))
    except OSError as error:
        return Card(), finding("workspace.import_record", name=where, why=error.strerror or "?")
    except ValueError as error:
        line = f"YAML: {error.line}" if isinstance(error, front_matter.NoYamlError) else "YAML"
        return Card(), finding("workspace.import_record", name=where, why=line)
    if not isinstance(said, dict):
        return Card(), finding("workspace.import_record", name=where, why="YAML")
    return front_matter.card_of(said), None


def text_card(data: bytes, ending: str, name: str, lang: Lang) -> Card:
    """Return what a file says of its act beside its text: front matter, or the record of the control bank's edition."""
    if ending == "md":
        from lexkz.reading.markdown import card as of_markdown

        return of_markdown(data, name)
    if ending == "json":
        from lexkz.reading.bank import card as of_bank

        return of_bank(data, name, lang)
    return Card()


def merged(act_id: str, cards: Iterable[tuple[Lang | None, Card]]) -> str:
    """Return the text of ``act.toml`` with what the cards say; of each fact the first word counts, titles by language.

    A value that no card can hold (a kind of act that is no slug, letters that no text has) is left out.
    """
    said: dict[str, object] = {"id": act_id}
    worded: dict[str, dict[str, str]] = {}
    for lang, card in cards:
        for spoken, words in card.worded.items():
            for key, text in words.items():
                worded.setdefault(key, {}).setdefault(spoken, text)
        for key in _FACTS:
            fact = getattr(card, key)
            if key == "title" and lang is not None and fact is not None:
                worded.setdefault(key, {}).setdefault(lang, fact)
            elif fact is not None:
                said.setdefault(key, fact)
    kept = {key: fact for key, fact in [*said.items(), *worded.items()] if _holds({key: fact})}
    return card_text({key: _written(fact) for key, fact in kept.items()})


def _written(value: object) -> str | dict[str, str]:
    if isinstance(value, dict):
        return {str(lang): str(words) for lang, words in value.items()}
    return value.isoformat() if isinstance(value, date) else str(value)


def _holds(said: dict[str, object]) -> bool:
    try:
        card_from(said, "act.toml")
    except SourceError:
        return False
    return True
