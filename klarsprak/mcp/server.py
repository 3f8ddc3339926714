"""The server: what it offers, and how a question comes to its answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event, Lock
from typing import Any, NamedTuple

import anyio
import anyio.to_thread
import mcp_types as types
from mcp.server.lowlevel.server import Server
from mcp.shared.exceptions import MCPError

from klarsprak.faults import where
from klarsprak.mcp import guidance
from klarsprak.mcp.answers import Answer, CheckAnswer, CompareAnswer, SectionAnswer, TermAnswer
from klarsprak.mcp.checking import check_text
from klarsprak.mcp.comparing import compare_texts
from klarsprak.mcp.judge import Judge
from klarsprak.mcp.requests import (
    CheckRequest,
    CompareRequest,
    RefusedError,
    Request,
    SectionRequest,
    TermRequest,
    read_request,
)
from klarsprak.mcp.sections import explain_section
from klarsprak.mcp.terms import explain_term
from klarsprak.telling import tell
from klarsprak.version import __version__

NAME = "klarsprak"


class _Tool(NamedTuple):
    """A tool: what a model reads of it, what it is asked and answers, and what answers."""

    title: str
    description: str
    asked: type[Request]
    answer: type[Answer]
    run: Callable[[Judge, Any], Answer]


_TOOLS = {
    "check_text": _Tool(
        "Granska en text",
        "Granskar en svensk text: ett stycke, eller ett helt brev med whole=true. Svarar med anmärkningar som säger "
        "var i texten de gäller, vad som är svårt, varför, och vad man kan skriva i stället.",
        CheckRequest,
        CheckAnswer,
        check_text,
    ),
    "explain_term": _Tool(
        "Förklara ett fackord",
        "Slår upp ett fackord, en förkortning eller ett kanslisvenskt ord. Svarar med en förklaring att klistra in "
        "och vanligare ord, så som kommunen har bestämt.",
        TermRequest,
        TermAnswer,
        explain_term,
    ),
    "explain_section": _Tool(
        "Slå upp en lag eller en paragraf",
        "Svarar vilken lag det är, om den gäller, om paragrafen finns och vad den säger med enkla ord. Det som "
        "programmet inte vet står inte i svaret.",
        SectionRequest,
        SectionAnswer,
        explain_section,
    ),
    "compare": _Tool(
        "Jämför utkast och ny text",
        "Jämför ett utkast med en omskriven text. Svarar med det som har försvunnit, kommit till eller ändrats: "
        "datum, klockslag, belopp, procent, tal, lagrum, namn, telefonnummer, adresser, ärendenummer, nej, gränser "
        "och krav.",
        CompareRequest,
        CompareAnswer,
        compare_texts,
    ),
}
_ANNOTATIONS = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Desk:
    """Takes the questions of one server, and has them answered one at a time in a thread.

    Meanwhile the server goes on answering pings and taking questions.
    """

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self._one_at_a_time = anyio.CapacityLimiter(1)
        self._lock = Lock()

    async def list_tools(self, context: object, params: object) -> types.ListToolsResult:
        """All tools, with the schemas of what they are asked and answer."""
        return types.ListToolsResult(tools=[_as_listed(name, tool) for name, tool in _TOOLS.items()])

    async def call_tool(self, context: object, params: types.CallToolRequestParams) -> types.CallToolResult:
        """The tool's answer; what can't be answered is told in Swedish, and a fault of ours without its text."""
        tool = _TOOLS.get(params.name)
        if tool is None:
            raise MCPError(types.INVALID_PARAMS, f"Verktyget ”{params.name[:50]}” finns inte.")
        try:
            request = read_request(tool.asked, params.arguments or {})
            answer = await self._in_thread(partial(tool.run, self._judge, request))
        except RefusedError as refused:
            return _refused(str(refused))
        except Exception as error:
            tell(f"klarsprak mcp: {params.name}: {where(error)}")
            return _refused(
                "Något gick fel i programmet, och texten är inte granskad. Säg till den som sköter klarsprak."
            )
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=answer.model_dump_json())],
            structured_content=answer.model_dump(mode="json"),
        )

    async def _in_thread(self, run: Callable[[], Answer]) -> Answer:
        """The answer, unless the question is cancelled: then nobody waits, but the next one does for the thread.

        It can't be broken off, and the language model is not made for several.
        """
        cancelled = Event()

        def alone() -> Answer:
            with self._lock:
                if cancelled.is_set():
                    raise RefusedError("")  # nobody hears it
                return run()

        try:
            return await anyio.to_thread.run_sync(alone, abandon_on_cancel=True, limiter=self._one_at_a_time)
        finally:
            cancelled.set()

    async def list_prompts(self, context: object, params: object) -> types.ListPromptsResult:
        """The prompt to rewrite a letter."""
        argument = types.PromptArgument(name=guidance.TEXT_ARGUMENT, description="Brevet.", required=True)
        prompt = types.Prompt(
            name=guidance.PROMPT,
            title=guidance.PROMPT_TITLE,
            description=guidance.PROMPT_DESCRIPTION,
            arguments=[argument],
        )
        return types.ListPromptsResult(prompts=[prompt])

    async def get_prompt(self, context: object, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        """What a person says who wants that letter rewritten."""
        text = (params.arguments or {}).get(guidance.TEXT_ARGUMENT)
        if params.name != guidance.PROMPT or not text:
            raise MCPError(types.INVALID_PARAMS, f"Skriv {guidance.PROMPT} och brevet i {guidance.TEXT_ARGUMENT}.")
        said = types.TextContent(type="text", text=guidance.rewriting(text))
        return types.GetPromptResult(
            description=guidance.PROMPT_TITLE, messages=[types.PromptMessage(role="user", content=said)]
        )


def make_server(judge: Judge) -> Server[Any]:
    """The server, not yet listening to anybody."""
    desk = Desk(judge)
    server: Server[Any] = Server(
        NAME,
        version=__version__,
        title="Klarspråk",
        instructions=guidance.INSTRUCTIONS,
        on_list_tools=desk.list_tools,
        on_call_tool=desk.call_tool,
        on_list_prompts=desk.list_prompts,
        on_get_prompt=desk.get_prompt,
    )
    # The package traces every call where an exporter is installed: nothing of a call is to leave the process.
    server.middleware.clear()
    return server


def _as_listed(name: str, tool: _Tool) -> types.Tool:
    return types.Tool(
        name=name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.asked.model_json_schema(),
        output_schema=tool.answer.model_json_schema(mode="serialization"),
        annotations=_ANNOTATIONS,
    )


def _refused(why: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=why)], is_error=True)
