"""Clients that have gone: whoever writes on asks anew, and the answer to what stood there before is for nobody."""

from __future__ import annotations

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Leaving:
    """Stops waiting for an answer when nobody is there to hear it; what hasn't begun yet is never done."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request whose body is all here, and stay with it as long as its client does."""
        if scope["type"] != "http" or scope["method"] != "POST":
            await self._app(scope, receive, send)
            return
        body = [await receive()]

        async def replay() -> Message:
            return body.pop() if body else await left

        left = asyncio.ensure_future(receive())  # after the body comes only that the client has gone
        answering = asyncio.ensure_future(self._app(scope, replay, send))
        try:
            await asyncio.wait((answering, left), return_when=asyncio.FIRST_COMPLETED)
        finally:
            left.cancel()
            if not answering.done():
                answering.cancel()
                await asyncio.wait((answering,))
        if not answering.cancelled():
            answering.result()
