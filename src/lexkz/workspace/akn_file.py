"""An Akoma Ntoso file as a tree, as it is: neither read anew nor completed."""

from pathlib import Path

from lxml import etree

from lexkz.akn import canonical
from lexkz.reading.blocks import SourceError


def read_akn(path: Path) -> etree._Element:
    """Return the root of an Akoma Ntoso file. Raises SourceError where it is missing or is no such file."""
    try:
        return canonical.parse(path.read_bytes())
    except FileNotFoundError:
        raise SourceError(f"{path.name} does not exist: check the path.") from None
    except IsADirectoryError:
        raise SourceError(f"{path.name} is a folder: give the Akoma Ntoso file inside it.") from None
    except ValueError as error:
        raise SourceError(f"{path.name} is not an Akoma Ntoso file. {error}") from None
