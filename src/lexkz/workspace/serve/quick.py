"""The way past the framework for what is asked most: a unit by eId whose words the index has.

It gives what the route gives, byte by byte, or hands the request on: all that is not quite plain (an ``Accept`` of
one's own, something missing, a fault) is the route's to answer.
"""

import re
import sqlite3

from starlette.types import ASGIApp, Receive, Scope, Send

from lexkz.reading.blocks import SourceError
from lexkz.workspace.serve.answers import respond_to
from lexkz.workspace.serve.names import DAY, EID_LONGEST, WORK
from lexkz.workspace.serve.problems import ProblemError
from lexkz.workspace.serve.served import Served
from lexkz.workspace.serve.texts import unit_answer

_UNIT = re.compile(rf"(/akn/{WORK})/(kaz|rus)(?:@({DAY}))?/~([^/]{{1,{EID_LONGEST}}})")
_PLAIN = (None, b"*/*", b"application/json")


class Quick:
    """Answers plain requests for units at once, in the event loop; all others go on to ``app``."""

    def __init__(self, app: ASGIApp, served: Served) -> None:
        self._app = app
        self._served = served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and not scope["query_string"]:
            match = _UNIT.fullmatch(scope["path"])
            if match is not None and await self._answered(match, scope, receive, send):
                return
        await self._app(scope, receive, send)

    async def _answered(self, match: re.Match[str], scope: Scope, receive: Receive, send: Send) -> bool:
        headers = dict(scope["headers"])
        if headers.get(b"accept") not in _PLAIN:
            return False
        work, lang, at, eid = match[1], match[2], match[3], match[match.re.groups]
        try:
            generation = self._served.opened.generation()
            found = self._served.opened.store(generation).quick_unit(work, lang, eid, at)
        except (ProblemError, SourceError, sqlite3.Error):
            return False
        if found is None:
            return False
        await respond_to(headers, unit_answer(found), generation)(scope, receive, send)
        return True
