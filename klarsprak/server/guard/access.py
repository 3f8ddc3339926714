"""Who may ask."""

from __future__ import annotations

import hmac

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from klarsprak.loopback import is_loopback
from klarsprak.server.guard.rate import RateLimit
from klarsprak.server.guard.refusal import AGAIN, API, LANGUAGETOOL, RefusalError
from klarsprak.server.settings import ServerSettings

OPEN = frozenset({"/healthz", "/v2/healthcheck"})
"""What anybody may ask at any time."""
LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
OTHER_NAME = "Servern heter inte så. Den som sköter servern kan lägga till namnet med --allow-host."
OTHER_SITE = "En sida på en annan webbplats får inte fråga här."
NO_TOKEN = "Rätt nyckel saknas."
TOO_OFTEN = "Det blev för många frågor på en minut. Vänta en stund och försök igen."


class Access:
    """Sends away whoever may not ask: by the name that they used, their key, their site, or how often they come."""

    def __init__(self, app: ASGIApp, settings: ServerSettings) -> None:
        self._app = app
        self._settings = settings
        self._rate = RateLimit(settings.rate)
        self._hosts = self._known_hosts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on the requests of those who may ask."""
        if scope["type"] == "http" and scope["path"] not in OPEN:
            headers = Headers(scope=scope)
            self._check_rate(scope)
            self._check_host(headers)
            check_token(scope, headers, self._settings)
            if scope["path"].startswith(API):
                _check_site(headers)
        await self._app(scope, receive, send)

    def _known_hosts(self) -> frozenset[str] | None:
        """The names that a server on this machine goes by: a page that made its own name lead here knows none.

        None where a proxy has looked at the name, or others ask by names that only their network knows.
        """
        settings = self._settings
        if not settings.allowed_hosts and (settings.behind_proxy or not is_loopback(settings.host)):
            return None
        return LOCAL | {host.lower() for host in settings.allowed_hosts}

    def _check_rate(self, scope: Scope) -> None:
        client = scope["client"][0] if scope.get("client") else ""
        if not self._rate.allows(client):
            # As LanguageTool's own server says it.
            status = 403 if scope["path"].startswith(LANGUAGETOOL) else 429
            raise RefusalError(status, TOO_OFTEN, {"Retry-After": AGAIN})

    def _check_host(self, headers: Headers) -> None:
        if self._hosts is not None and _without_port(headers.get("host", "")) not in self._hosts:
            raise RefusalError(403, OTHER_NAME)


def check_token(scope: Scope, headers: Headers, settings: ServerSettings) -> None:
    """Raise ``RefusalError`` where a key is asked for and not shown.

    LanguageTool's clients show theirs in the form: who answers them looks for it.
    """
    if settings.token is None or (scope["path"] == "/v2/check" and "authorization" not in headers):
        return
    scheme, _, shown = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not is_token(shown.strip(), settings):
        languagetool = scope["path"].startswith(LANGUAGETOOL)
        raise RefusalError(403 if languagetool else 401, NO_TOKEN, {"WWW-Authenticate": "Bearer"})


def is_token(shown: str, settings: ServerSettings) -> bool:
    """Whether what a client showed is the key; how long that takes tells nothing of it."""
    return settings.token is None or hmac.compare_digest(shown.encode(), settings.token.encode())


def _check_site(headers: Headers) -> None:
    """Our own API is for our own pages, and for programs."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        foreign = site not in ("same-origin", "none")
    else:
        origin = headers.get("origin")
        foreign = origin is not None and origin.partition("://")[2] != headers.get("host")
    if foreign:
        raise RefusalError(403, OTHER_SITE)


def _without_port(host: str) -> str:
    """*localhost:8010* → *localhost*; *[::1]:8010* → *[::1]*."""
    name, _, port = host.rpartition(":")
    return (name if port.isdigit() and name else host).lower()
