"""One proxy from its start to its end."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from klarsprak.gate.smtp.door import Door
from klarsprak.gate.smtp.handling import LOG, Handling
from klarsprak.gate.smtp.judging import prepare
from klarsprak.gate.smtp.next_hop import tls_to
from klarsprak.gate.smtp.session import ProxySession, Tls
from klarsprak.gate.smtp.settings import ProxySettings
from klarsprak.listening import StartError, listening, tls_with, unreadable_certificates, write_log
from klarsprak.pool.pool import WorkerPool

BACKLOG = 256
_GRACE = 60.0
"""Seconds, besides those of a check, that messages under way may take once the proxy is to end."""
_STOPPING = (signal.SIGTERM, signal.SIGINT)


def run(settings: ProxySettings, say: Callable[[str], None]) -> None:
    """Take messages until SIGTERM or Ctrl-C, and then finish those that are under way.

    Says one line when it is ready.  Raises ``StartError`` where it can't start.
    """
    write_log(LOG, "mail", "mail.log")  # what aiosmtpd notes holds addresses
    asyncio.run(_serve(settings, say))


async def _serve(settings: ProxySettings, say: Callable[[str], None]) -> None:
    tls = _tls(settings)
    with _listening(settings) as listener:
        async with WorkerPool(settings.pool, prepare) as pool:
            stop = _stop_by_signals()
            handling, door = Handling(settings, pool), Door(settings.clients, settings.connections)
            loop = asyncio.get_running_loop()
            server = await loop.create_server(
                lambda: ProxySession(handling, door, tls), sock=listener, backlog=BACKLOG
            )
            say(_ready(settings, listener.getsockname()[1]))
            await stop.wait()
            server.close()
            await _finish(door, settings)


async def _finish(door: Door, settings: ProxySettings) -> None:
    """Let those that are in come to an end; what takes too long stays with its client."""
    for guest in tuple(door.inside):
        guest.end()
    with suppress(TimeoutError):
        async with asyncio.timeout(settings.time_limit + _GRACE):
            while door.inside:
                await asyncio.sleep(0.02)


def _stop_by_signals() -> asyncio.Event:
    """An event that SIGTERM and Ctrl-C set."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in _STOPPING:
        if sys.platform == "win32":  # there no loop hears signals
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
        else:
            loop.add_signal_handler(number, stop.set)
    return stop


def _ready(settings: ProxySettings, port: int) -> str:
    workers = "en arbetsprocess" if settings.workers == 1 else f"{settings.workers} arbetsprocesser"
    listen = settings.listen._replace(port=port)
    return f"tar emot mejl på {listen} med {workers} och lämnar dem till {settings.next}. Avsluta med Ctrl-C."


def _tls(settings: ProxySettings) -> Tls:
    """What is shown to clients, and asked of the next hop; raises ``StartError``."""
    to_clients = tls_with(settings.tls_cert, settings.tls_key) if settings.tls_cert else None
    try:
        return Tls(to_clients, tls_to(settings))
    except (OSError, ValueError):
        raise unreadable_certificates(settings.next_ca) from None


@contextmanager
def _listening(settings: ProxySettings) -> Iterator[socket.socket]:
    """A socket at the proxy's address; raises ``StartError``."""
    with ExitStack() as opened:
        try:
            listener = opened.enter_context(listening(*settings.listen))
        except (OSError, OverflowError):
            raise StartError(f"{settings.listen}: adressen är upptagen eller går inte att lyssna på.") from None
        yield listener
