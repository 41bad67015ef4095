"""Words of the interface: gettext with English ids; the catalogues stand in ``locale/``."""

from collections.abc import Callable

CATALOGUE = "lexkz"


def _translation() -> Callable[[str], str]:
    try:
        from sphinx.locale import get_translation
    except ModuleNotFoundError:  # pages are values, and can be made without the extra
        return str
    translate = get_translation(CATALOGUE)
    return lambda words: str(translate(words))


_ = _translation()
"""Return the words in the language of the interface, that of the build at hand."""


def interface() -> str:
    """Return the language of the interface as a ``lang`` attribute has it.

    The catalogues say it themselves, so that words that are not translated are never said to be.
    """
    # Translators: the code of your language: kk, ru …
    return _("en")
