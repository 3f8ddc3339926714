"""The addresses of the API, and who answers at each."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from klarsprak.pool.checks import Job, Lane
from klarsprak.server.api import jobs
from klarsprak.server.api.answers import answering_errors, as_file, as_json, as_written
from klarsprak.server.api.asked import read_file, read_question
from klarsprak.server.api.asked_mail import read_mail
from klarsprak.server.api.openapi import document
from klarsprak.server.api.questions import Document, RefusedError, TextQuestion

_PREFIX = "/api/1"
_A_FEW_PARAGRAPHS = 5_000
"""Code points; a longer text is a whole letter or more and doesn't stand before others' paragraphs."""


def routes() -> list[BaseRoute]:
    """All routes of the API; the last one answers what there is none for."""
    return [
        Route(f"{_PREFIX}/check", answering_errors(_check), methods=["POST"]),
        Route(f"{_PREFIX}/mail", answering_errors(_mail), methods=["POST"]),
        Route(f"{_PREFIX}/text", answering_errors(_text), methods=["POST"]),
        Route(f"{_PREFIX}/annotate", answering_errors(_annotate), methods=["POST"]),
        Route(f"{_PREFIX}/fix", answering_errors(_fix), methods=["POST"]),
        Route(f"{_PREFIX}/rules/{{name:path}}", answering_errors(_rules), methods=["GET"]),
        Route(f"{_PREFIX}/sender", answering_errors(_sender), methods=["GET"]),
        Route(f"{_PREFIX}/openapi.json", _openapi, methods=["GET"]),
        Route(f"{_PREFIX}/{{rest:path}}", answering_errors(_nothing), methods=_METHODS),
    ]


_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]


async def _check(request: Request) -> Response:
    """A text or a file, checked."""
    question = await read_question(request)
    if isinstance(question, TextQuestion):
        lane = Lane.SHORT if len(question.text) <= _A_FEW_PARAGRAPHS else Lane.LONG
        return as_written(await _ask(request, jobs.check_text, question, lane))
    return as_written(await _ask(request, jobs.check_file, question, Lane.LONG))


async def _mail(request: Request) -> Response:
    """A mail that somebody writes, checked."""
    question = await read_mail(request)
    is_short = len(question.body) <= _A_FEW_PARAGRAPHS and not question.attached
    return as_written(await _ask(request, jobs.check_mail, question, Lane.SHORT if is_short else Lane.LONG))


async def _text(request: Request) -> Response:
    """The text of a file."""
    return as_written(await _ask(request, jobs.text_of, await read_file(request), Lane.LONG))


async def _annotate(request: Request) -> Response:
    """A document with remarks in it."""
    question = await read_question(request)
    job: Job[Any, Document]
    job = jobs.annotate_text if isinstance(question, TextQuestion) else jobs.annotate_file
    return as_file(await _ask(request, job, question, Lane.LONG))


async def _fix(request: Request) -> Response:
    """A text or a file with safe suggestions put in."""
    question = await read_question(request)
    if isinstance(question, TextQuestion):
        return as_written(await _ask(request, jobs.fix_text, question, Lane.LONG))
    return as_file(await _ask(request, jobs.fix_file, question, Lane.LONG))


async def _rules(request: Request) -> Response:
    """All about a rule, or about those of a pack, a category or a word."""
    return as_written(await _ask(request, jobs.describe_rules, request.path_params["name"], Lane.SHORT))


async def _sender(request: Request) -> Response:
    """What a signature can be filled in with."""
    return as_written(await _ask(request, jobs.describe_sender, None, Lane.SHORT))


async def _ask(request: Request, job: Job[Any, Any], question: Any, lane: Lane) -> Any:
    """The answer of a worker."""
    return await request.app.state.checks.ask(job, question, lane)


async def _openapi(request: Request) -> Response:
    """The description of all this."""
    return as_json(document())


async def _nothing(request: Request) -> Response:
    """There is nothing here, or nothing by this method."""
    known = {route.path: route.methods or set() for route in routes()[:-1] if isinstance(route, Route)}
    methods = known.get(request.url.path, set())
    if methods:
        wanted = "POST" if "POST" in methods else "GET"
        raise RefusedError(405, f"Den här adressen svarar bara på {wanted}.")
    raise RefusedError(404, f"Adressen finns inte. {_PREFIX}/openapi.json beskriver dem som finns.")
