"""Archives without a clock: the same content gives the same bytes."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can name."""
_DATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def repack(data: bytes, properties: Callable[[bytes], bytes] | None = None) -> bytes:
    """Return an office file with fixed times in its archive; ``properties`` changes its ``docProps/core.xml``."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if properties is not None and name == "docProps/core.xml":
                content = properties(content)
            target.writestr(_entry(name), content)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EARLIEST)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return ``files`` as a ZIP archive, in their order, with fixed times."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(_entry(name), content)
    return out.getvalue()


def stable_zip(data: bytes, day: str | None = None) -> bytes:
    """Return an office file (DOCX, XLSX) with every time in it set to ``day`` (ISO), or to 1980-01-01."""
    stamp = f"{day or '1980-01-01'}T00:00:00Z".encode()
    return repack(data, lambda content: _DATED.sub(lambda found: found[1] + stamp + found[3], content))
