"""A font with Kazakh letters: the package ``font-roboto`` of the test extra, or DejaVu where the system has it."""

from importlib.util import find_spec
from pathlib import Path

_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")


def files() -> dict[str, tuple[Path, Path]]:
    """Return the fonts at hand, name to regular and bold file; none where no font with Kazakh letters is found."""
    found: dict[str, tuple[Path, Path]] = {}
    spec = find_spec("font_roboto")
    if spec is not None and spec.origin:
        folder = Path(spec.origin).parent / "files"
        found["Roboto"] = (folder / "Roboto-Regular.ttf", folder / "Roboto-Bold.ttf")
    found["DejaVuSerif"] = (_DEJAVU / "DejaVuSerif.ttf", _DEJAVU / "DejaVuSerif-Bold.ttf")
    return {name: pair for name, pair in found.items() if all(path.is_file() for path in pair)}


def register(name: str) -> tuple[str, str]:
    """Make a font known to reportlab; return the names of its regular and its bold face."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    regular, bold = files()[name]
    known = pdfmetrics.getRegisteredFontNames()
    for face, path in ((name, regular), (f"{name}-Bold", bold)):
        if face not in known:
            pdfmetrics.registerFont(TTFont(face, str(path)))
    return name, f"{name}-Bold"
