"""The add-ins' addresses: panes that Office shows in frames of its own, and the script that Outlook runs by itself.

Office's own script is Microsoft's and comes from Microsoft, or from a folder that the organisation has put it in.
"""

from __future__ import annotations

import json
import re
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from klarsprak.addin import icons
from klarsprak.config.model import Config
from klarsprak.server import static
from klarsprak.server.api.sending import must_be_checked
from klarsprak.server.guard.refusal import RefusalError
from klarsprak.server.static import content_route, static_routes, without_comments

OFFICE_SCRIPT = "https://appsforoffice.microsoft.com"
"""Where Microsoft hands out Office's script for add-ins; it fetches its parts from there too."""
_SCRIPT_FILE = f"{OFFICE_SCRIPT}/lib/1/hosted/office.js"
_OWN_OFFICE = "/tillagg/office"
_PACKAGE = "klarsprak.server.addin"
_LAUNCH = "outlook/launch.js"
_AUTHORITY = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+")
"""*https://sprak.ekvalla.se:8443*: what may be written into a script."""


def headers(*, office_host: str = OFFICE_SCRIPT) -> dict[str, str]:
    """What every answer carries: only Office's script comes from elsewhere, only Office shows it in a frame."""
    scripts = f"'self' {office_host}".rstrip()
    policy = (
        f"default-src 'none'; script-src {scripts}; "
        "style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; form-action 'none'; "
        "base-uri 'none'; frame-ancestors 'self' https://*.office.com https://*.office365.com "
        "https://*.officeapps.live.com https://*.sharepoint.com https://*.cloud.microsoft"
    )
    return static.HEADERS | {"Content-Security-Policy": policy}


HEADERS = headers()


def routes(chosen: Config) -> list[BaseRoute]:
    """A route for each of the files, by the organisation's choices; raises ``FileError``."""
    office = chosen.addin_folder("office_js")
    told = headers(office_host="") if office else HEADERS
    found: list[BaseRoute] = [
        Route(f"/tillagg/{_LAUNCH}", _Launch(chosen).answer, methods=["GET"]),
        Route("/.well-known/microsoft-officeaddins-allowed.json", _allowed, methods=["GET"]),
    ]
    for name, drawn in icons.load(chosen.addin_folder("icons")).items():
        found.append(content_route(f"/tillagg/ikoner/{name}", drawn, told))
    if office:
        found.append(Mount(_OWN_OFFICE, _Office(directory=office)))
    return found + static_routes(_PACKAGE, "/tillagg", told, [_LAUNCH], _from_own_folder if office else bytes)


def _from_own_folder(page: bytes) -> bytes:
    """The page with Office's script from the organisation's own folder."""
    return page.replace(_SCRIPT_FILE.encode(), f"{_OWN_OFFICE}/office.js".encode())


class _Office(StaticFiles):
    """Microsoft's files, of which there are a thousand; each is read when it is asked for."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file; raises an error of HTTP where there is none."""
        response = await super().get_response(path, scope)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response


class _Launch:
    """Hands out the script that Outlook runs when a mail is sent.

    In classic Outlook it has no page around it: it doesn't know where it came from, nor may it load another script.
    """

    def __init__(self, chosen: Config) -> None:
        self._script = without_comments((files(_PACKAGE) / "static" / _LAUNCH).read_text(encoding="utf-8"))
        self._choices = chosen.addin
        self._unchecked = "stop" if must_be_checked(chosen) else "pass"

    async def answer(self, request: Request) -> Response:
        """The script with the server's address and the organisation's choices written into it."""
        choices = self._choices
        known = {
            "ADDRESS": address_of(request),
            "SEND": choices.send,
            "UNCHECKED": self._unchecked,
            "NAME": choices.name,
            "COLLEAGUES": " ".join(domain.lower().removeprefix("@") for domain in choices.colleagues),
        }
        text = self._script
        for key, value in known.items():
            text = text.replace(f'"{{{key}}}"', json.dumps(value))
        return Response(text, headers=HEADERS, media_type="text/javascript; charset=utf-8")


async def _allowed(request: Request) -> Response:
    """Tells classic Outlook that the script may ask this server."""
    return JSONResponse({"allowed": [f"{address_of(request)}/tillagg/{_LAUNCH}"]}, headers=static.HEADERS)


def address_of(request: Request) -> str:
    """Where the one who asks finds the server: *https://sprak.ekvalla.se*."""
    address = f"{request.url.scheme}://{request.url.netloc}"
    if not _AUTHORITY.fullmatch(address):
        raise RefusalError(400, "Serverns namn går inte att läsa.")
    return address
