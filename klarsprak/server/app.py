"""The application: which addresses there are, who answers them, and what a request passes on its way there."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from klarsprak.pool.checks import Checks
from klarsprak.server.addin.routes import routes as addin_routes
from klarsprak.server.api.routes import routes as api_routes
from klarsprak.server.guard.access import Access
from klarsprak.server.guard.bodies import Bodies
from klarsprak.server.guard.cors import Cors
from klarsprak.server.guard.leaving import Leaving
from klarsprak.server.guard.refusal import RefusalError, told
from klarsprak.server.guard.watch import Refusals, Watch
from klarsprak.server.languagetool.routes import routes as languagetool_routes
from klarsprak.server.metrics import Metrics
from klarsprak.server.page.routes import routes as page_routes
from klarsprak.server.settings import ServerSettings

_REASONS = {404: "Den sidan finns inte.", 405: "Så går det inte att fråga den sidan."}


def make_app(checks: Checks, settings: ServerSettings | None = None) -> Starlette:
    """The server's application; what answers a request finds both under ``request.app.state``."""
    settings = settings or ServerSettings()
    metrics = Metrics(checks)
    app = Starlette(
        routes=_routes(settings),
        middleware=_gates(settings, metrics),
        exception_handlers={HTTPException: _answer_misdirected},
    )
    app.state.checks = checks
    app.state.settings = settings
    app.state.metrics = metrics
    return app


def _routes(settings: ServerSettings) -> list[BaseRoute]:
    """All the addresses."""
    own = [Route("/healthz", _health), Route("/metrics", _metrics)]
    return [*own, *languagetool_routes(), *api_routes(), *page_routes(), *addin_routes(settings.choices)]


def _gates(settings: ServerSettings, metrics: Metrics) -> list[Middleware]:
    """What a request passes before it is answered, the outermost first."""
    return [
        Middleware(Watch, metrics=metrics),
        Middleware(Cors, settings=settings),
        Middleware(Refusals, settings=settings),
        Middleware(Access, settings=settings),
        Middleware(Bodies, settings=settings),
        Middleware(Leaving),
    ]


async def _health(request: Request) -> PlainTextResponse:
    """A sign of life, for whoever watches over the process."""
    return PlainTextResponse("OK")


async def _metrics(request: Request) -> Response:
    metrics: Metrics = request.app.state.metrics
    return Response(metrics.text(), media_type=metrics.MEDIA_TYPE)


async def _answer_misdirected(request: Request, error: Exception) -> Response:
    """Tell that there is no such address, or that it is to be asked another way."""
    assert isinstance(error, HTTPException)
    reason = _REASONS.get(error.status_code, error.detail)
    return told(RefusalError(error.status_code, reason, error.headers), request.scope)
