"""The server of MCP: tools and resources of one store, by the SDK; answers are made in threads, within a time."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from mcp.server import Server, ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    ResourceTemplate,
    TextContent,
    TextResourceContents,
    Tool,
    ToolAnnotations,
)

import lexkz
from lexkz.publication.assistant_json import AssistantProblemData
from lexkz.publication.data import Document
from lexkz.reading.blocks import SourceError
from lexkz.workspace.assistant import act_resources
from lexkz.workspace.assistant.replies import NoAnswerError
from lexkz.workspace.assistant.tool_list import INSTRUCTIONS, TOOLS, gives_schema, takes_schema
from lexkz.workspace.serve.opened import Opened
from lexkz.workspace.serve.problems import ProblemError
from lexkz.workspace.store import Store

T = TypeVar("T")
THREADS = 4
"""Answers that are made at once; further ones wait for their turn."""
JSON = "application/json"

_log = logging.getLogger(__name__)
_Context = ServerRequestContext[Any]


class Assistant:
    """What answers the requests of an assistant, whatever way they come."""

    def __init__(self, store: Path, seconds: float = 40.0) -> None:
        self._opened = Opened(store, seconds * 0.8)
        self._seconds = seconds
        self._threads = ThreadPoolExecutor(THREADS, "lexkz-mcp")

    def server(self) -> Server[Any]:
        """Return the server of the SDK."""
        return Server(
            "lexkz",
            version=lexkz.__version__,
            title="lexkz: acts of Kazakhstan's law",
            instructions=INSTRUCTIONS,
            on_list_tools=self._tools,
            on_call_tool=self._call,
            on_list_resources=self._resources,
            on_list_resource_templates=self._templates,
            on_read_resource=self._read,
        )

    async def _tools(self, _context: _Context, _params: PaginatedRequestParams | None) -> ListToolsResult:
        hints = ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        )
        return ListToolsResult(
            tools=[
                Tool(
                    name=one.name,
                    title=one.title,
                    description=one.description,
                    input_schema=takes_schema(one.takes),
                    output_schema=gives_schema(one.gives),
                    annotations=hints,
                )
                for one in TOOLS
            ]
        )

    async def _call(self, _context: _Context, params: CallToolRequestParams) -> CallToolResult:
        tool = next((one for one in TOOLS if one.name == params.name), None)
        if tool is None:
            known = ", ".join(one.name for one in TOOLS)
            return _result(AssistantProblemData(problem=f"There is no such tool; there are: {known}.", candidates=()))
        said = params.arguments or {}
        try:
            return _result(await self._in_time(lambda store: tool.answer(store, said)))
        except NoAnswerError as error:
            return _result(error.data)

    async def _resources(self, _context: _Context, params: PaginatedRequestParams | None) -> ListResourcesResult:
        after = params.cursor if params is not None else None
        acts, following = await self._in_time(lambda store: act_resources.listed(store, after))
        return ListResourcesResult(
            resources=[Resource(uri=one.uri, name=one.folder, description=one.says, mime_type=JSON) for one in acts],
            next_cursor=following,
        )

    async def _templates(
        self, _context: _Context, _params: PaginatedRequestParams | None
    ) -> ListResourceTemplatesResult:
        told = (
            (act_resources.ACT, "act", "An act in each language, with its versions and how each stands."),
            (act_resources.TEXT, "newest text", "The whole newest text of an act, `kaz` or `rus`, with its state."),
            (act_resources.TEXT_OF_DAY, "text of a day", "The whole text that stands on a day, with its state."),
        )
        return ListResourceTemplatesResult(
            resource_templates=[
                ResourceTemplate(uri_template=uri, name=name, description=said, mime_type=JSON)
                for uri, name, said in told
            ]
        )

    async def _read(self, _context: _Context, params: ReadResourceRequestParams) -> ReadResourceResult:
        uri = str(params.uri)
        try:
            found = await self._in_time(lambda store: act_resources.read_resource(store, uri))
        except NoAnswerError as error:
            raise MCPError(INVALID_PARAMS, error.data.problem, error.data.as_json()) from None
        contents = TextResourceContents(uri=uri, mime_type=JSON, text=found.json_line())
        return ReadResourceResult(contents=[contents])

    async def _in_time(self, make: Callable[[Store], T]) -> T:
        """Return what ``make`` gives from the store, in a thread. Raises NoAnswerError for all that goes wrong."""

        def work() -> T:
            return make(self._opened.store(self._opened.generation()))

        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        except NoAnswerError:
            raise
        except TimeoutError:
            raise NoAnswerError(f"The answer took longer than {self._seconds:g} seconds: ask for less.") from None
        except ProblemError as error:
            raise NoAnswerError(error.detail) from None
        except SourceError as error:
            raise NoAnswerError(error.message.eng if error.message else str(error)) from None
        except Exception:
            _log.exception("a fault of lexkz")
            raise NoAnswerError("This is a fault of lexkz, please report it with what was asked.") from None


def _result(said: Document) -> CallToolResult:
    data = said.as_json()
    return CallToolResult(
        content=[TextContent(text=said.json_line().rstrip("\n"))],
        structured_content=data,
        is_error=isinstance(said, AssistantProblemData),
    )
