"""What is sent back: JSON or a file, kept by nobody on the way."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from klarsprak.letter import ReadError
from klarsprak.pool.checks import CheckError, OverloadedError, TimeLimitError
from klarsprak.server.api.questions import Document, RefusedError

Endpoint = Callable[[Request], Awaitable[Response]]
UNKEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
"""Headers that every answer has: no browser and no proxy may keep it."""
_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".txt": "text/plain",
}
_AGAIN = "2"
"""Seconds after which it is worth asking again."""


def as_json(data: dict[str, Any], status: int = 200) -> Response:
    """The data as JSON."""
    return JSONResponse(data, status, headers=UNKEPT)


def as_written(data: bytes) -> Response:
    """What a worker has written as JSON."""
    return Response(data, headers=UNKEPT, media_type="application/json")


def as_file(document: Document) -> Response:
    """The document to be saved; the header ``Klarsprak-Changes`` says how many changes were made in it."""
    headers = {
        **UNKEPT,
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(document.name, safe='')}",
        "Klarsprak-Changes": str(document.changes),
    }
    suffix = PurePath(document.name).suffix.lower()
    return Response(document.data, headers=headers, media_type=_TYPES.get(suffix, "application/octet-stream"))


def answering_errors(endpoint: Endpoint) -> Endpoint:
    """The endpoint with what goes wrong told as JSON: ``{"error": "en mening"}``."""

    @functools.wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (RefusedError, ReadError, CheckError, ClientDisconnect) as error:
            return _error_answer(error)

    return answer


def _error_answer(error: Exception) -> Response:
    """The sentence that tells of the error; only a server that is busy says when to come again."""
    headers = {**UNKEPT, "Retry-After": _AGAIN} if isinstance(error, OverloadedError) else UNKEPT
    status, message = _told(error)
    return JSONResponse({"error": message}, status, headers=headers)


def _told(error: Exception) -> tuple[int, str]:
    """The status and the sentence."""
    match error:
        case RefusedError():
            return error.status, error.message
        case ReadError():
            return 422, error.reason
        case OverloadedError() | TimeLimitError():
            return 503, str(error)
        case CheckError():
            return 500, str(error)
    return 400, "Frågan kom inte fram hel."
