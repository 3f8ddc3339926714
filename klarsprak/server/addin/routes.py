"""The panes' addresses: their files, which Office shows in frames of its own."""

from __future__ import annotations

from starlette.routing import BaseRoute

from klarsprak.server import static
from klarsprak.server.static import static_routes

OFFICE_SCRIPT = "https://appsforoffice.microsoft.com"
"""Where Office's own script for add-ins is handed out."""
_POLICY = (
    f"default-src 'none'; script-src 'self' {OFFICE_SCRIPT}; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self' https://*.office.com https://*.office365.com https://*.officeapps.live.com "
    "https://*.sharepoint.com https://*.cloud.microsoft"
)
HEADERS = static.HEADERS | {"Content-Security-Policy": _POLICY}
"""What every answer carries: only Office's script comes from elsewhere, only Office shows it in a frame."""


def routes() -> list[BaseRoute]:
    """A route for each of the panes' files."""
    return static_routes("klarsprak.server.addin", "/tillagg", HEADERS)
