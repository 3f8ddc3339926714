"""What is noted of a request, and that no failure gets further than here.  Nothing of a text is ever noted."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import MutableHeaders
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from klarsprak.faults import where
from klarsprak.pool.checks import CheckError
from klarsprak.pool.serving import FailedError
from klarsprak.server.guard.refusal import RefusalError, refusal_of, told
from klarsprak.server.metrics import Metrics
from klarsprak.server.settings import ServerSettings

LOG = logging.getLogger("klarsprak.server")
UNKNOWN = "(okänd sida)"
"""Stands for an address that there isn't: it may be a text that somebody pasted into the wrong field."""
GONE = 499
"""As proxies write it where the client didn't wait for an answer."""
FAILED = "Något gick fel i programmet."
_FRAMES = "X-Frame-Options"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    _FRAMES: "DENY",
}
"""On every answer that says nothing else."""
_ONLY_TLS = {"Strict-Transport-Security": "max-age=31536000"}


@dataclass(slots=True)
class _Answered:
    status: int = GONE
    size: int = 0
    """Bytes of the body."""


class Watch:
    """Notes when, what was asked for, what came of it, how long it took and how large the answer was."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = time.perf_counter()
        answered = _Answered()

        async def send_watched(message: Message) -> None:
            if message["type"] == "http.response.start":
                answered.status = message["status"]
            else:
                answered.size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, send_watched)
        finally:
            seconds = time.perf_counter() - start
            self._metrics.note(template(scope), answered.status, seconds)
            LOG.info(
                "%s %s %s %.0f ms %s byte",
                *(_method(scope), template(scope), answered.status, seconds * 1000, answered.size),
            )


class Refusals:
    """Tells every refusal, and every failure, in the words of the protocol that was spoken; puts the headers on."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self._app = app
        self._headers = _HEADERS | (_ONLY_TLS if settings.tls_cert else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell what came of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _fill_in(MutableHeaders(scope=message), self._headers)
            await send(message)

        try:
            await self._app(scope, receive, send_guarded)
        except Exception as error:
            refusal = _refusal(error)
            if not started:
                await told(refusal, scope)(scope, receive, send_guarded)


def _fill_in(headers: MutableHeaders, given: Mapping[str, str]) -> None:
    """Put in the headers that an answer doesn't have; one whose own policy says who may frame it is told no other."""
    has_policy = "content-security-policy" in headers
    for name, value in given.items():
        if not (has_policy and name == _FRAMES):
            headers.setdefault(name, value)


def _refusal(error: Exception) -> RefusalError:
    """The refusal that an error is; one that nobody expected is noted, with nothing that it may quote."""
    if isinstance(error, RefusalError):
        return error
    if isinstance(error, CheckError):
        return refusal_of(error)
    LOG.error("%s", error if isinstance(error, FailedError) else where(error))
    return RefusalError(500, FAILED)


def template(scope: Scope) -> str:
    """The address that was asked for, as the program has it: */api/1/rules/{name}*."""
    if "route" not in scope:  # sent away before
        routes: list[BaseRoute] = scope["app"].routes
        scope["route"] = next((route for route in routes if route.matches(scope)[0] is not Match.NONE), None)
    path = getattr(scope["route"], "path", None)
    return path if isinstance(path, str) else UNKNOWN


def _method(scope: Scope) -> str:
    """*GET*; a client may send any word."""
    known = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")
    return scope["method"] if scope["method"] in known else "?"
