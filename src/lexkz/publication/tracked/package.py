"""The user's Word file, opened to be written into: every part that is not changed stays as it is, byte for byte."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from lexkz.languages.detect import Lang
from lexkz.publication.tracked.decided import CHANGES, decided
from lexkz.reading.blocks import Source, SourceError
from lexkz.reading.docx.document import Traced, read, trace

_STRICT = b"http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A Word file of a user."""

    name: str
    """For messages."""
    data: bytes
    traced: Traced

    @property
    def main(self) -> str:
        """Name of the part that holds the text, as the archive has it."""
        return self.part_name(self.traced.part)

    def part_name(self, wanted: str) -> str:
        """Return the name of a part as the archive writes it."""
        info = self.traced.archive.members.get(wanted.lower())
        return info.filename if info is not None else wanted

    def parts(self) -> dict[str, bytes]:
        """Return all parts by name, in the order of the archive."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def opened(data: bytes, name: str, lang: Lang) -> OwnFile:
    """Return a user's Word file, opened.

    Raises SourceError where it cannot be read, and where it holds tracked changes already: those of two hands cannot be
    told apart once all are accepted or rejected.
    """
    made = OwnFile(name, data, trace(data, name, lang))
    if next(made.traced.root.iter(*CHANGES), None) is not None:
        raise SourceError(f"{name} has tracked changes already: accept or reject them in Word and save it.")
    if _STRICT in made.parts().get(made.main, b""):
        raise SourceError(f"{name} is saved as Strict Open XML: save it in Word as Word Document (.docx).")
    return made


def written(parts: Mapping[str, bytes], like: bytes) -> bytes:
    """Return parts as a file; each has the times that it has in ``like``, so that the same gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(like)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        known = {info.filename: info for info in source.infolist()}
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, known[name].date_time if name in known else (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            target.writestr(info, content)
    return out.getvalue()


def serialised(root: etree._Element) -> bytes:
    """Return the bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def original(data: bytes, name: str, lang: Lang | None) -> Source:
    """Return the text of a Word file with all its tracked changes rejected.

    Raises SourceError where it cannot be read, or tracks none.
    """
    own = OwnFile(name, data, trace(data, name, lang))
    if next(own.traced.root.iter(*CHANGES), None) is None:
        raise SourceError(f"{name} has no tracked changes: give the text in force and the edited text as two files.")
    parts = own.parts()
    parts[own.main] = etree.tostring(
        decided(own.traced.root, "reject"), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return read(written(parts, data), name, lang)
