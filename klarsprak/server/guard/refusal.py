"""Requests that aren't answered, and how that is said."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response
from starlette.types import Scope

from klarsprak.pool.checks import CheckError, OverloadedError, TimeLimitError

LANGUAGETOOL = "/v2/"
API = "/api/"
AGAIN = "5"
"""Seconds until a client that was sent away had better come back."""


class RefusalError(Exception):
    """Why a request isn't answered: a status of HTTP, and a Swedish line for the one who asked."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason
        self.headers = dict(headers or {})


def refusal_of(error: CheckError) -> RefusalError:
    """What is said where no worker gave an answer."""
    if isinstance(error, OverloadedError):
        return RefusalError(503, str(error), {"Retry-After": AGAIN})
    if isinstance(error, TimeLimitError):
        return RefusalError(503, str(error))
    return RefusalError(500, str(error))


def told(refusal: RefusalError, scope: Scope) -> Response:
    """The refusal in the words of the protocol that was spoken.

    LanguageTool's clients know an error by its first word, and its own are never JSON.
    """
    path = scope["path"]
    if path.startswith(API):
        body, media = json.dumps({"error": refusal.reason}, ensure_ascii=False), "application/json"
    else:
        body, media = (f"Error: {refusal.reason}" if path.startswith(LANGUAGETOOL) else refusal.reason), "text/plain"
    return Response(body, refusal.status, refusal.headers, media)
