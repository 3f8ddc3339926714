"""The addresses of LanguageTool's HTTP API."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from klarsprak.pool.checks import Checks, Lane
from klarsprak.server.guard.access import NO_TOKEN, is_token
from klarsprak.server.guard.refusal import RefusalError
from klarsprak.server.languagetool.check import Question, check
from klarsprak.server.languagetool.form import Asked, parameters
from klarsprak.server.languagetool.software import LANGUAGES, software
from klarsprak.server.settings import ServerSettings

SHORT = 20_000
"""Bytes of a request that is a paragraph or a short letter, and no long text."""
_BOTH = ["GET", "POST"]
_WORDS = {"/v2/words": {"words": []}, "/v2/words/add": {"added": False}, "/v2/words/delete": {"deleted": False}}
"""The words that a user has added: nothing is kept here, so there are none."""


def routes() -> list[BaseRoute]:
    """The routes of the protocol."""
    return [
        Route("/v2/check", _check, methods=_BOTH),
        Route("/v2/languages", _languages, methods=_BOTH),
        Route("/v2/info", _info, methods=_BOTH),
        Route("/v2/maxtextlength", _most, methods=_BOTH),
        Route("/v2/healthcheck", _health, methods=_BOTH),
        *(Route(path, _words, methods=_BOTH) for path in _WORDS),
    ]


async def _check(request: Request) -> Response:
    settings: ServerSettings = request.app.state.settings
    checks: Checks = request.app.state.checks
    asked = Asked(request.scope["query_string"], await request.body(), request.headers.get("content-type", ""))
    if settings.token is not None and "authorization" not in request.headers:
        await _check_key(asked, settings)
    lane = Lane.SHORT if len(asked.body) + len(asked.query) <= SHORT else Lane.LONG
    body = await checks.ask(check, Question(asked, settings.largest_text), lane)
    return Response(body, media_type="application/json")


async def _check_key(asked: Asked, settings: ServerSettings) -> None:
    """Raise ``RefusalError`` unless the form shows the key where LanguageTool's clients put theirs."""
    given = await asyncio.to_thread(parameters, asked)
    if not is_token(given.get("apiKey", ""), settings):
        raise RefusalError(403, NO_TOKEN)


async def _languages(request: Request) -> Response:
    return JSONResponse(LANGUAGES)


async def _info(request: Request) -> Response:
    return JSONResponse({"software": {**software(), "commit": ""}})


async def _most(request: Request) -> Response:
    settings: ServerSettings = request.app.state.settings
    return PlainTextResponse(str(settings.largest_text))


async def _health(request: Request) -> Response:
    return PlainTextResponse("OK")


async def _words(request: Request) -> Response:
    return JSONResponse(_WORDS[request.url.path])
