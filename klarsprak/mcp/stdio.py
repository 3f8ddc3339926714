"""Over standard input and output: one client, which started the program."""

from __future__ import annotations

import os
import signal

import anyio
from mcp.server.stdio import stdio_server

from klarsprak.mcp.judge import Judge
from klarsprak.mcp.messages import Understood
from klarsprak.mcp.process import log_nothing
from klarsprak.mcp.server import make_server


def serve_stdio(judge: Judge) -> None:
    """Answer until the client closes standard input, or the program is told to end."""
    log_nothing()
    signal.signal(signal.SIGTERM, _leave)
    anyio.run(_serve, judge)


async def _serve(judge: Judge) -> None:
    server = make_server(judge)
    async with stdio_server() as (questions, answers):
        await server.run(Understood(questions, answers), answers, server.create_initialization_options())


def _leave(*_: object) -> None:
    """End at once: a thread waits for the next line of standard input, and nothing else would wake it."""
    os._exit(0)
