"""Which sites' pages may ask by LanguageTool's protocol: a browser asks for leave on their behalf."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from klarsprak.server.guard.refusal import LANGUAGETOOL
from klarsprak.server.settings import ServerSettings


class Cors:
    """Puts the leave on every answer, errors too: without it, a page can't even see what went wrong."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self._app = app
        self._origins = frozenset(settings.allowed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what a browser asks beforehand, and put the leave on all other answers."""
        if scope["type"] != "http" or not scope["path"].startswith(LANGUAGETOOL):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        leave = self._leave(headers.get("origin"))
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await Response(status_code=204, headers=_preflight(leave, headers))(scope, receive, send)
            return

        async def send_with_leave(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(leave)
            await send(message)

        await self._app(scope, receive, send_with_leave)

    def _leave(self, origin: str | None) -> dict[str, str]:
        """The header that lets a site's page read the answer, if it may."""
        if not self._origins:
            return {"Access-Control-Allow-Origin": "*"}
        if origin in self._origins:
            return {"Access-Control-Allow-Origin": origin, "Vary": "Origin"}
        return {"Vary": "Origin"}


def _preflight(leave: Mapping[str, str], headers: Headers) -> dict[str, str]:
    """What a browser asks before it asks: whether the page may, how, and from the net at large to this machine."""
    if "Access-Control-Allow-Origin" not in leave:
        return dict(leave)
    answer = {**leave, "Access-Control-Allow-Methods": "GET, POST, OPTIONS", "Access-Control-Max-Age": "86400"}
    if asked := headers.get("access-control-request-headers"):
        answer["Access-Control-Allow-Headers"] = asked
    if "access-control-request-private-network" in headers:
        answer["Access-Control-Allow-Private-Network"] = "true"
    return answer
