"""A proxy and its next hop, in a loop of their own beside the test."""

from __future__ import annotations

import asyncio
import smtplib
import socket
import ssl
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from typing import Any

from klarsprak.gate.smtp.door import Door
from klarsprak.gate.smtp.handling import Handling
from klarsprak.gate.smtp.session import ProxySession, Tls
from klarsprak.gate.smtp.settings import Address, ProxySettings
from klarsprak.pool.checks import Checks, InThread
from tests.gate.smtp.next_hop import Next
from tests.gate.support import examiner

SENDER = "mirjam.ekeroth@ekvalla.example"
READER = "bo.ek@example.org"
SETTINGS = ProxySettings(Address("127.0.0.1", 0), Address("127.0.0.1", 0), "grind.ekvalla.example")


class Loop:
    """An event loop in a thread."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, what: Coroutine[Any, Any, Any]) -> Any:
        """What it returns."""
        return asyncio.run_coroutine_threadsafe(what, self.loop).result(30)

    def stop(self) -> None:
        """End all tasks, and the thread."""
        self.run(self._cancel())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(30)
        self.loop.close()

    async def _cancel(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class Running:
    """A proxy that runs: its port, its next hop, and who is inside."""

    def __init__(self, loop: Loop, port: int, hop: Next, door: Door, stop_next: Callable[[], None]) -> None:
        self.loop = loop
        self.port = port
        self.next = hop
        self.door = door
        self.stop_next = stop_next

    def client(self, *, ehlo: bool = True) -> smtplib.SMTP:
        """A client that has been greeted."""
        client = smtplib.SMTP("127.0.0.1", self.port, timeout=30)
        if ehlo:
            assert client.ehlo()[0] == 250
        return client

    def send(
        self, data: bytes, *readers: str, sender: str = SENDER, options: tuple[str, ...] = ()
    ) -> tuple[int, bytes]:
        """The answer to a message, sent byte for byte."""
        with self.client() as client:
            code, answer = client.docmd(f"MAIL FROM:<{sender}>", " ".join(options))
            if code != 250:
                return code, answer
            for reader in readers or (READER,):
                client.docmd(f"RCPT TO:<{reader}>")
            return data_of(client, data)

    def raw(self) -> socket.socket:
        """A connection without a client."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)


def data_of(client: smtplib.SMTP, data: bytes) -> tuple[int, bytes]:
    """The answer to a content with the line ends that it has."""
    code, answer = client.docmd("DATA")
    if code != 354:
        return code, answer
    stuffed = (b"\r\n" + data).replace(b"\r\n.", b"\r\n..")[2:]
    client.send(stuffed + (b"" if data.endswith(b"\r\n") or not data else b"\r\n") + b".\r\n")
    return client.getreply()


def served(loop: Loop, hop: Next) -> tuple[asyncio.Server, int]:
    """A next hop that listens, and its port."""
    server = loop.run(asyncio.start_server(hop.serve, "127.0.0.1", 0, limit=1 << 20))
    return server, server.sockets[0].getsockname()[1]


@contextmanager
def proxy(
    hop: Next | None = None,
    checks: Checks | None = None,
    tls: Tls | None = None,
    next_host: str = "127.0.0.1",
    port: int = 0,
    **settings: Any,
) -> Iterator[Running]:
    """A proxy before a next hop; all mails are really checked unless ``checks`` does otherwise."""
    loop, hop = Loop(), hop or Next()
    try:
        after, next_port = served(loop, hop)
        chosen = replace(SETTINGS, **{"next": Address(next_host, next_port), **settings})
        door = Door(chosen.clients, chosen.connections)
        handling = Handling(chosen, checks or InThread(examiner()))
        context = tls or Tls(None, None)

        async def start() -> asyncio.Server:
            make = lambda: ProxySession(handling, door, context)  # noqa: E731
            return await asyncio.get_running_loop().create_server(make, "127.0.0.1", port)

        server = loop.run(start())
        yield Running(
            loop,
            server.sockets[0].getsockname()[1],
            hop,
            door,
            lambda: loop.loop.call_soon_threadsafe(after.close) and None,
        )
    finally:
        loop.stop()


def certificate(folder: Any) -> tuple[str, str]:
    """A certificate for localhost and its key, as files."""
    import datetime

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert, private = folder / "cert.pem", folder / "key.pem"
    cert.write_bytes(built.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return str(cert), str(private)


def context_of(cert: str, key: str) -> ssl.SSLContext:
    """What a server shows."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context
