"""Targets of links: kept where they lead to a page or a place in one, dropped where they could run something."""

import re

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_LONGEST = 2000


def target(href: str | None) -> str | None:
    """Return the target of a link, or None where it is empty or of a scheme other than http, https and mailto.

    Relative targets and anchors are kept as they are written; nothing is fetched.
    """
    if not href:
        return None
    # Browsers skip white space and controls in a scheme: "java\nscript:".
    bare = re.sub(r"[\x00-\x20\x7f]+", "", href)
    if not bare or len(bare) > _LONGEST:
        return None
    scheme = _SCHEME.match(bare)
    if scheme and scheme.group().lower() not in ("http:", "https:", "mailto:"):
        return None
    return bare
