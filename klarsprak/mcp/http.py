"""Over HTTP: a platform in the house, with a token; by default only from the machine itself."""

from __future__ import annotations

import hashlib
import hmac
import socket
from collections.abc import Callable, Sequence
from typing import NamedTuple

import uvicorn
from mcp.server.transport_security import TransportSecuritySettings
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from klarsprak.mcp.judge import Judge
from klarsprak.mcp.process import log_nothing
from klarsprak.mcp.server import make_server
from klarsprak.serving import AnnouncedServer

PATH = "/mcp"
_LOCAL = ("127.0.0.1", "localhost", "[::1]")
_GRACE = 1
"""Seconds that answers under way may take when the program is told to end."""


class Door(NamedTuple):
    """Who may come in: the token to show, or None; the names that the server has besides the machine's own."""

    token: str | None = None
    names: Sequence[str] = ()

    def security(self) -> TransportSecuritySettings:
        """The values of Host and Origin that are let in: a web page can't reach the server by another name."""
        local = [f"{host}:*" for host in _LOCAL]
        hosts = [*local, *self.names, *(f"{name}:*" for name in self.names)]
        origins = [f"http://{host}" for host in local]
        origins += [f"https://{name}" for name in self.names]
        return TransportSecuritySettings(
            enable_dns_rebinding_protection=True, allowed_hosts=hosts, allowed_origins=origins
        )


class TokenCheck:
    """Lets in only requests that show the token; compares in a time that doesn't tell how much of it is right."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = _digest(token.encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 401."""
        if scope["type"] != "http" or self._is_shown(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        refused = PlainTextResponse("Token saknas eller är fel.", 401, {"WWW-Authenticate": "Bearer"})
        await refused(scope, receive, send)

    def _is_shown(self, headers: Headers) -> bool:
        kind, _, shown = headers.get("authorization", "").partition(" ")
        is_right = hmac.compare_digest(_digest(shown.strip().encode("latin-1")), self._token)
        return kind.lower() == "bearer" and is_right


def _digest(token: bytes) -> bytes:
    """Of one length, however long the token is."""
    return hashlib.sha256(token).digest()


def make_app(judge: Judge, door: Door) -> Starlette:
    """The application.  Each request stands by itself: no session keeps anything of a text."""
    app = make_server(judge).streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        transport_security=door.security(),
    )
    if door.token is not None:
        app.add_middleware(TokenCheck, token=door.token)
    return app


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve on; raises ``OSError`` where the address is taken or isn't the machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def serve_http(judge: Judge, door: Door, listening: socket.socket, ready: Callable[[], None]) -> None:
    """Say when it is ready, and answer until the program is told to end.

    The server then raises the signal anew for who else listens to it.
    """
    log_nothing()
    config = uvicorn.Config(
        make_app(judge, door),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        lifespan="on",
    )
    AnnouncedServer(config, ready).run(sockets=[listening])
