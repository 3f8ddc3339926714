"""One server from its start to its end."""

from __future__ import annotations

import asyncio
import errno
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from typing import Any

import uvicorn

from klarsprak.listening import StartError, listening, tls_with, unreadable_certificates, write_log
from klarsprak.pool.pool import WorkerPool
from klarsprak.server.app import make_app
from klarsprak.server.guard.connection import PatientOnce
from klarsprak.server.guard.watch import LOG
from klarsprak.server.settings import ServerSettings
from klarsprak.serving import AnnouncedServer

GRACE = 35
"""Seconds that what is under way may take once the server is to end: more than any check may."""
LONGEST_HEAD = 64 * 1024
"""Bytes of a request's head: a paragraph may stand in its address."""
BACKLOG = 2048


def run(settings: ServerSettings, say: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl-C, and then finish what is under way.

    Says one line when it is ready.  Raises ``StartError`` where it can't start.
    """
    write_log(LOG, "uvicorn")  # what uvicorn says may hold a client's words
    _allow_many_files()
    asyncio.run(_serve(settings, say))


async def _serve(settings: ServerSettings, say: Callable[[str], None]) -> None:
    tls = _tls(settings)
    with _listening(settings) as listener:
        settings = replace(settings, port=listener.getsockname()[1])  # the system chose it, where it was to
        async with WorkerPool(settings.pool) as pool:
            config = _config(settings, make_app(pool, settings), tls)
            server = AnnouncedServer(config, lambda: say(_ready(settings)))
            with _sigterm_is_heard():
                await server.serve(sockets=[listener])


def _ready(settings: ServerSettings) -> str:
    workers = "en arbetsprocess" if settings.workers == 1 else f"{settings.workers} arbetsprocesser"
    return f"lyssnar på {settings.address} med {workers}. Avsluta med Ctrl-C."


def _config(settings: ServerSettings, app: Any, tls: ssl.SSLContext | None) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        http=PatientOnce.with_header_time(settings.header_time),
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,  # it would write the address with what stands after its question mark
        server_header=False,
        date_header=True,
        proxy_headers=settings.behind_proxy,
        forwarded_allow_ips="127.0.0.1,::1",
        backlog=BACKLOG,
        h11_max_incomplete_event_size=LONGEST_HEAD,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=GRACE,
    )
    config.load()
    config.ssl = tls
    return config


def _tls(settings: ServerSettings) -> ssl.SSLContext | None:
    """What the server shows to its clients, and asks of them; raises ``StartError``."""
    if settings.tls_cert is None:
        return None
    context = tls_with(settings.tls_cert, settings.tls_key)
    if settings.client_ca is not None:
        context.verify_mode = ssl.CERT_REQUIRED
        try:
            context.load_verify_locations(settings.client_ca)
        except (OSError, ValueError):
            raise unreadable_certificates(settings.client_ca) from None
    return context


@contextmanager
def _listening(settings: ServerSettings) -> Iterator[socket.socket]:
    """A socket at the server's address; raises ``StartError``."""
    with ExitStack() as opened:
        try:
            listener = opened.enter_context(listening(settings.host, settings.port))
        except (OSError, OverflowError) as error:
            raise StartError(_unbound(settings, error)) from None
        yield listener


def _unbound(settings: ServerSettings, error: Exception) -> str:
    """Why nobody can listen there."""
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {settings.port} är upptagen. Välj en annan med --port."
    if number == errno.EACCES:
        return f"port {settings.port} kräver högre behörighet. Välj en över 1023 med --port."
    return f"adressen {settings.host} går inte att lyssna på. Välj en av datorns egna med --host."


@contextmanager
def _sigterm_is_heard() -> Iterator[None]:
    """uvicorn raises the signal that ended it once more when it is done: SIGTERM has been heard by then."""
    before = signal.signal(signal.SIGTERM, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _allow_many_files() -> None:
    """A connection is a file to the system, which lets a program have few of them unless it asks."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
