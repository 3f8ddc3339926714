"""How much a client may send, and how slowly."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from klarsprak.server.guard.refusal import AGAIN, RefusalError
from klarsprak.server.settings import ServerSettings

FORM = 64 * 1024
"""Bytes of a form beside the text in it."""
MOST_BYTES = 12
"""That a code point of a form takes: *%F0%9F%98%80*."""
SLOWEST = 50_000
"""Bytes a second, of a line that is slow and no attack."""
TOO_LARGE = "Texten eller filen är för stor. Dela upp den och skicka en del i taget."
TOO_SLOW = "Texten kom inte fram i tid. Försök igen."
PACKED = "Texten är packad. Skicka den som den är."
FULL = "Servern har fullt upp. Försök igen om en stund."


class Bodies:
    """Reads a request's body before anybody else does: what is too much or too slow costs no more than that."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self._app = app
        self._settings = settings
        self._form = settings.largest_text * MOST_BYTES + FORM
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on once it is all here; one by GET may have a body too, and who answers may read it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._form if scope["path"].startswith("/v2/") else max(self._form, self._settings.largest_file + FORM)
        _check_head(scope, most)
        body = bytearray()
        try:
            await self._read(body, receive, most)
            await self._app(scope, _replayed(bytes(body), receive), send)
        finally:
            self._held -= len(body)

    async def _read(self, body: bytearray, receive: Receive, most: int) -> None:
        """Read the whole body; raises ``RefusalError``."""
        start = asyncio.get_running_loop().time()
        more = True
        while more:
            try:
                async with asyncio.timeout_at(start + self._settings.body_time + len(body) / SLOWEST):
                    message = await receive()
            except TimeoutError:
                raise RefusalError(408, TOO_SLOW, {"Connection": "close"}) from None
            chunk = message.get("body", b"")
            body += chunk
            self._held += len(chunk)
            self._check(len(body), most)
            more = message.get("more_body", False)

    def _check(self, size: int, most: int) -> None:
        if size > most:
            raise RefusalError(413, TOO_LARGE, {"Connection": "close"})
        if self._held > self._settings.most_held:
            raise RefusalError(503, FULL, {"Connection": "close", "Retry-After": AGAIN})


def _check_head(scope: Scope, most: int) -> None:
    """Send away what says by itself that it is too much."""
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > most:
            raise RefusalError(413, TOO_LARGE, {"Connection": "close"})
        if name == b"content-encoding" and value.strip().lower() not in (b"", b"identity"):
            raise RefusalError(415, PACKED, {"Connection": "close"})


def _replayed(body: bytes, receive: Receive) -> Receive:
    """The body as if it came just now, and then what comes after it."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
