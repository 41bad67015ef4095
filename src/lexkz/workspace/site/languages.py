"""The site in all languages of the interface: a build for each, and a page on top that leads to one of them."""

import argparse
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from lexkz.workspace import atomic
from lexkz.workspace.site.html import SITE
from lexkz.workspace.site.switch import NAMES

LANGUAGES = tuple(NAMES)
_EXAMPLE = "example"


def main(arguments: list[str] | None = None) -> int:
    """Build the site as the command line says; return the exit code: that of the first build that failed, else 0."""
    parser = argparse.ArgumentParser(prog="python -m lexkz.workspace.site", description=__doc__)
    parser.add_argument("docs", type=Path, help="folder with conf.py")
    parser.add_argument("out", type=Path, help="folder to write: one folder a language in it, and index.html")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="languages of the interface (kk,ru,en)")
    parser.add_argument("--base-url", default="", help="address at which OUT will stand, for canonical links")
    parser.add_argument("--example", type=Path, help="folder with the conf.py of an example, to stand in OUT/example")
    parser.add_argument("--no-pdf", action="store_true", help="make no PDF files, which are slow")
    given = parser.parse_args(arguments)
    codes = tuple(code for code in given.languages.split(",") if code)
    unknown = [code for code in codes if code not in NAMES]
    if unknown or not codes:
        parser.error(f"languages of the interface are {', '.join(LANGUAGES)}, not {given.languages or 'nothing'}")
    if not (given.docs / "conf.py").is_file():
        parser.error(f"{given.docs} has no conf.py")
    kept, pdf = given.out.parent / "doctrees", not given.no_pdf
    example = _EXAMPLE if given.example else ""
    failed = build(given.docs, given.out, codes, base_url=given.base_url, pdf=pdf, kept=kept, example=example)
    if failed or not example:
        return failed
    base_url = f"{given.base_url.rstrip('/')}/{example}" if given.base_url else ""
    return build(given.example, given.out / example, codes, base_url=base_url, pdf=pdf, kept=kept / example)


def build(
    docs: Path,
    out: Path,
    codes: tuple[str, ...] = LANGUAGES,
    *,
    base_url: str = "",
    pdf: bool = True,
    kept: Path | None = None,
    example: str = "",
) -> int:
    """Build ``docs`` into ``out``, a warning being an error; return the exit code of the first build that failed.

    The first build makes the files that are slow to make; the others, which run beside one another, take them over.
    ``kept``: folder for what is kept between builds; ``example``: folder in ``out`` to which the first page leads.
    """
    kept = kept or out.parent / "doctrees"
    settings = {
        "lexkz_interfaces": ",".join(codes),
        "lexkz_cache": str((kept / "files").absolute()),
        "lexkz_pdf": "1" if pdf else "0",
        "lexkz_example": example,
    }
    first, *others = codes
    code = _started(docs, out, first, base_url, kept, settings).wait()
    if code:
        return code
    running = [_started(docs, out, each, base_url, kept, settings) for each in others]
    ended = [process.wait() for process in running]
    failed = next((each for each in ended if each), 0)
    if not failed:
        atomic.write(out / "index.html", start_page(codes).encode())
    return failed


def start_page(codes: tuple[str, ...]) -> str:
    """Return the page that leads to the reader's language; without scripts, to the first."""
    return SITE.page("start", codes=codes, names=NAMES)


def _started(
    docs: Path, out: Path, code: str, base_url: str, kept: Path, settings: Mapping[str, str]
) -> "subprocess.Popen[bytes]":
    settings = {
        **settings,
        "language": code,
        **({"html_baseurl": f"{base_url.rstrip('/')}/{code}/"} if base_url else {}),
    }
    given = [part for name, value in settings.items() for part in ("-D", f"{name}={value}")]
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-W", "--keep-going", "-d", str(kept / code), *given]
    return subprocess.Popen([*command, str(docs), str(out / code)])
