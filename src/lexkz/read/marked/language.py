"""The language of a source whose text had to be taken out of its markup first."""

from lexkz.languages.detect import detect
from lexkz.read.blocks import Lang, SourceError


def language(text: str, name: str, given: Lang | None) -> Lang:
    """Return ``given``, else the language of ``text``; raise SourceError for a text without words or in neither one."""
    if not any(map(str.isalpha, text)):
        raise SourceError(f"{name} holds no text: give a file that holds the text of an act.")
    known = given or detect(text)
    if known is None:
        raise SourceError(
            f"{name} is neither in Kazakh nor in Russian, as far as can be told: "
            "if it is, say so with --lang kaz or --lang rus."
        )
    return known
