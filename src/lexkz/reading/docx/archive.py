"""The archive that a Word document is: its parts by name, and the relations between them.

Nothing is unpacked to disk and nothing is fetched: parts are read into memory, one by one, up to a limit.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lxml import etree

from lexkz.reading.blocks import SourceError
from lexkz.reading.limits import deep
from lexkz.reading.marked.depth import depth

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
)  # fmt: skip
"""Namespaces of strict Office Open XML, and those that all else uses for the same names."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What a Word document may be at most; beyond, it is refused."""

    parts: int = 10_000
    part_bytes: int = 64 * 1024 * 1024
    """Unpacked size of one part. The text of a thousand pages is some 20 MB of XML."""
    total_bytes: int = 128 * 1024 * 1024
    """Unpacked size of all parts that are read; pictures are not."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a part: what it points to."""

    type: str
    """Last word of its type: ``header``, ``hyperlink``."""
    target: str
    """Name of a part, or, where it is external, an address that is never fetched."""
    external: bool


@dataclass(slots=True)
class Archive:
    """A Word document, opened."""

    name: str
    file: zipfile.ZipFile
    limits: ArchiveLimits
    members: Mapping[str, zipfile.ZipInfo]
    """By name in small letters, as names of parts are compared."""
    read_bytes: int = 0
    relations_read: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def part(self, name: str) -> etree._Element | None:
        """Return the root of an XML part, None where there is no such part; raises SourceError for what is no XML."""
        data = self._bytes(name)
        return None if data is None else self._parse(data)

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their id; ``""`` is the package."""
        if part not in self.relations_read:
            folder, base = posixpath.split(part)
            root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
            found = {} if root is None else dict(self._relations(root, folder))
            self.relations_read[part] = found
        return self.relations_read[part]

    def _relations(self, root: etree._Element, folder: str) -> list[tuple[str, Relation]]:
        found = []
        for element in root.iter(_RELATIONS):
            external = element.get("TargetMode") == "External"
            target = element.get("Target") or ""
            kind = (element.get("Type") or "").rpartition("/")[2]
            if not external:
                whole = target.replace("\\", "/")
                whole = whole.lstrip("/") if whole.startswith("/") else posixpath.join(folder, whole)
                target = posixpath.normpath(whole)
                if target == ".." or target.startswith("../"):
                    raise self._refused("a relation leads out of the archive")
            found.append((element.get("Id") or "", Relation(kind, target, external)))
        return found

    def _bytes(self, name: str) -> bytes | None:
        member = self.members.get(name.lower())
        if member is None:
            return None
        if member.flag_bits & 1:
            raise SourceError(f"{self.name} is encrypted: save it without a password and try again.")
        most = min(self.limits.part_bytes, self.limits.total_bytes - self.read_bytes)
        try:
            with self.file.open(member) as stream:
                # The size that the archive states is not believed.
                data = stream.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
            raise damaged(self.name) from None
        if len(data) > most:
            megabytes = self.limits.part_bytes // 1024 // 1024
            raise SourceError(f"{self.name} unpacks to more than {megabytes} MB of text: give the document of one act.")
        self.read_bytes += len(data)
        return data

    def _parse(self, data: bytes) -> etree._Element:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise damaged(self.name) from None
        if cast("Any", root.getroottree().docinfo).doctype:
            raise self._refused("its XML has a document type declaration")
        deep(depth(root))
        return root

    def _refused(self, why: str) -> SourceError:
        return SourceError(f"{self.name} is no Word document as Word writes them ({why}): save it anew in Word.")


def opened(data: bytes, name: str, limits: ArchiveLimits | None = None) -> Archive:
    """Return the archive in the bytes of a file; ``name`` is the file's name for messages.

    Raises SourceError for what is no archive, has too many parts, the same part twice, or names that lead out of it.
    """
    limits = limits or ArchiveLimits()
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
        infos = file.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError):
        raise damaged(name) from None
    if len(infos) > limits.parts:
        raise SourceError(f"{name} has more than {limits.parts} parts: give the document of one act.")
    members: dict[str, zipfile.ZipInfo] = {}
    archive = Archive(name, file, limits, members)
    for info in infos:
        path = info.filename.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or ":" in path.split("/")[0]:
            raise archive._refused("a part's name leads out of the archive")
        if path.lower() in members:
            raise archive._refused("a part stands in it twice")
        members[path.lower()] = info
    return archive


def damaged(name: str) -> SourceError:
    """Return the error for a file that cannot be unpacked or parsed."""
    return SourceError(f"{name} is damaged or no Word document: open it in Word, save it as .docx and try again.")
