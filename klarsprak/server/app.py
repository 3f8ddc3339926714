"""The application: which addresses there are, and who answers them."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from klarsprak.server.checks import Checks
from klarsprak.server.settings import ServerSettings


def make_app(checks: Checks, settings: ServerSettings | None = None) -> Starlette:
    """The server's application; what answers a request finds both under ``request.app.state``."""
    app = Starlette(routes=[Route("/healthz", _health)])
    app.state.checks = checks
    app.state.settings = settings or ServerSettings()
    return app


async def _health(request: Request) -> PlainTextResponse:
    """A sign of life, for whoever watches over the process."""
    return PlainTextResponse("OK")
