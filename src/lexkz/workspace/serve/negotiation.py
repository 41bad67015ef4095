"""Which form a client wants: by ``?format=`` or the ending of the path, else by ``Accept``."""

from typing import Literal

from starlette.requests import Request

from lexkz.workspace.serve.answers import AKN, JSON
from lexkz.workspace.serve.problems import ProblemError

Form = Literal["json", "xml"]
_OFFERED: dict[Form, tuple[str, ...]] = {"json": (JSON,), "xml": (AKN, "application/xml", "text/xml")}


def form(request: Request, asked: str | None, *, xml: bool = False) -> tuple[Form, str]:
    """Return the form and its media type; JSON where the client has no wish.

    ``asked`` is what the address says. ``xml`` tells whether the resource has Akoma Ntoso as well. Raises ProblemError
    (406) where the client accepts nothing that there is.
    """
    if asked is not None:
        return ("json", JSON) if asked == "json" else ("xml", AKN)
    accepted = request.headers.get("accept")
    if not accepted or accepted == "*/*":
        return "json", JSON
    wishes = _wishes(accepted)
    best: tuple[float, Form, str] | None = None
    for name in ("json", "xml") if xml else ("json",):
        offered: Form = "json" if name == "json" else "xml"
        for media in _OFFERED[offered]:
            weight = _weight(media, wishes)
            if weight > 0 and (best is None or weight > best[0]):
                best = (weight, offered, media)
    if best is None:
        offers = [media for name in (("json", "xml") if xml else ("json",)) for media in _OFFERED[name]]
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
