"""Which form a client wants: by ``?format=`` or the ending of the path, else by ``Accept``."""

from typing import Literal

from starlette.requests import Request

from lexkz.workspace.serve.answers import AKN, JSON
from lexkz.workspace.serve.problems import ProblemError

Form = Literal["json", "xml", "html", "markdown", "ndjson", "atom"]
OFFERED: dict[Form, tuple[str, ...]] = {
    "json": (JSON,),
    "xml": (AKN, "application/xml", "text/xml"),
    "html": ("text/html; charset=utf-8",),
    "markdown": ("text/markdown; charset=utf-8",),
    "ndjson": ("application/x-ndjson",),
    "atom": ("application/atom+xml",),
}
"""Form to its media types, that which is sent where any is liked first."""
ALL_OF_A_TEXT: tuple[Form, ...] = ("json", "xml", "html", "markdown", "ndjson")


def form(request: Request, asked: str | None, offered: tuple[Form, ...] = ("json",)) -> tuple[Form, str]:
    """Return the form and its media type; the first of ``offered`` where the client has no wish.

    ``asked`` is what the address says. Raises ProblemError (406) where the client accepts nothing that there is.
    """
    for name in offered:
        if asked == name:
            return name, OFFERED[name][0]
    accepted = request.headers.get("accept")
    if not accepted or accepted == "*/*":
        return "json", JSON
    wishes = _wishes(accepted)
    best: tuple[float, Form, str] | None = None
    for name in offered:
        for media in OFFERED[name]:
            weight = _weight(media.partition(";")[0], wishes)
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, name, media)
    if best is None:
        offers = [media.partition(";")[0] for name in offered for media in OFFERED[name]]
        raise ProblemError(406, f"This is offered as {', '.join(offers)}.")
    return best[1], best[2]


def _wishes(accepted: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accepted[:1000].split(","):
        media, _, parameters = part.partition(";")
        weight = 1.0
        for parameter in parameters.split(";"):
            name, _, value = parameter.strip().partition("=")
            if name.strip() == "q":
                try:
                    weight = float(value)
                except ValueError:
                    weight = 0.0
        found[media.strip().lower()] = weight
    return found


def _weight(media: str, wishes: dict[str, float]) -> float:
    """The weight of the most exact wish that fits."""
    for wish in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if wish in wishes:
            return wishes[wish]
    return 0.0
