"""Formats whose library is an extra: what a user is told where it is not installed."""

from lexkz.reading.blocks import SourceError


class MissingExtraError(SourceError):
    """A library is not installed; the text is one sentence that says how to install it."""

    def __init__(self, form: str, extra: str) -> None:
        super().__init__(f"{form} needs the extra '{extra}': pip install 'lexkz[{extra}]'")


class MissingLibraryError(MissingExtraError):
    """The extra is installed, a library of the system that it needs is not: installing the extra again helps nobody."""

    def __init__(self, form: str, library: str, package: str) -> None:
        SourceError.__init__(
            self, f"{form} needs the system library {library}, which is not installed (Debian, Ubuntu: {package})"
        )


class MissingFontError(MissingExtraError):
    """No font of the system has the signs that a paper prints: they would stand there as empty boxes."""

    def __init__(self, form: str, signs: str, package: str) -> None:
        SourceError.__init__(
            self, f"{form} needs a font with the signs {signs}, which is not installed (Debian, Ubuntu: {package})"
        )
