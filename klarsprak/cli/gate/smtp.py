"""``klarsprak gate smtp``: the gate as a mail proxy."""

from __future__ import annotations

import re
import socket
from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.options import A_DAY, ConfigFile
from klarsprak.cli.shared.service import nearest_config, serve_until_stopped

if TYPE_CHECKING:
    from klarsprak.gate.smtp.settings import Address, Network, ProxySettings

_MOST_WORKERS = 256
_SIZE = re.compile(r"(\d{1,6})([kKmM]?)")
_FACTORS = {"": 1, "k": 1024, "m": 1024 * 1024}
_NO_EXTRA = (
    "gate smtp behöver ett paket som inte är installerat. "
    "Installera klarsprak med det: pipx install --force './klarsprak[smtp]'"
)
_OPEN = "--listen {host} når andra datorer. Skriv --tls-cert och --tls-key, så att ingen läser mejlen på vägen."
_LOOP = "--listen och --next är samma adress. Då skulle mejlen gå runt och aldrig komma fram."


def smtp(
    listen: Annotated[str, typer.Option(metavar="ADRESS:PORT", help="Här tas mejlen emot.")] = "127.0.0.1:10025",
    next_hop: Annotated[
        str, typer.Option("--next", metavar="ADRESS:PORT", help="Hit lämnas mejlen när de är granskade.")
    ] = "127.0.0.1:10026",
    client: Annotated[
        list[str] | None,
        typer.Option(metavar="ADRESS", help="Ta emot mejl från den här adressen eller det här nätet. Kan upprepas."),
    ] = None,
    workers: Annotated[
        int, typer.Option(metavar="ANTAL", min=1, max=_MOST_WORKERS, help="Så många mejl granskas samtidigt.")
    ] = 2,
    connections: Annotated[
        int, typer.Option(metavar="ANTAL", min=1, max=10_000, help="Så många får lämna mejl samtidigt.")
    ] = 50,
    size: Annotated[str, typer.Option(metavar="STORLEK", help="Så stort får ett mejl vara.")] = "50M",
    time_limit: Annotated[
        float,
        typer.Option(metavar="SEKUNDER", min=1.0, max=A_DAY, help="Låt mejlet vänta om granskningen tar längre tid."),
    ] = 120.0,
    header: Annotated[
        bool, typer.Option("--header", help="Skriv överst i mejl som släpps att de är det: X-Klarsprak.")
    ] = False,
    notice: Annotated[
        str, typer.Option(metavar="TEXT", help="Lägg till den här texten sist i beskedet till avsändaren.")
    ] = "",
    hostname: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Namnet som grinden går under. Annars datorns eget.")
    ] = None,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Grindens certifikat i PEM, så att mejl tas emot krypterade.")
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="FIL", help="Nyckeln till certifikatet i PEM.")] = None,
    next_tls: Annotated[
        str,
        typer.Option(
            metavar="NÄR",
            help="Kryptera vidare: ”none” aldrig, ”may” om det går, ”must” alltid och med giltigt certifikat.",
        ),
    ] = "may",
    next_ca: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="Lita bara på certifikat från någon i den här filen (med ”must”)."),
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Granska mejl på väg mellan två mejlservrar. Inget sparas: grinden tar ett mejl först när nästa server tar det.

    Ett mejl som håller måttet går vidare oförändrat. Ett som stoppas går tillbaka till avsändaren med en rapport.
    """
    if find_spec("aiosmtpd") is None:
        raise UsageError(_NO_EXTRA)
    from klarsprak.gate.smtp.settings import LOOPBACK, NextTls, ProxySettings

    settings = ProxySettings(
        listen=_address("--listen", listen),
        next=_address("--next", next_hop),
        hostname=_hostname(hostname),
        workers=workers,
        config=nearest_config(config).path,
        time_limit=time_limit,
        tls_cert=tls_cert,
        tls_key=tls_key,
        next_tls=NextTls(one_of("--next-tls", next_tls, list(NextTls))),
        next_ca=next_ca,
        clients=tuple(map(_network, client)) if client else LOOPBACK,
        header=header,
        largest=_bytes(size),
        connections=connections,
        advice=notice,
    )
    _check(settings)
    from klarsprak.gate.smtp.running import run

    return serve_until_stopped(run, settings)


def _check(settings: ProxySettings) -> None:
    """Raise ``UsageError`` for choices that don't go together."""
    from klarsprak.loopback import is_loopback

    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise UsageError("--tls-cert och --tls-key hör ihop. Skriv båda.")
    if not (is_loopback(settings.listen.host) or settings.tls_cert):
        raise UsageError(_OPEN.format(host=settings.listen.host))
    if settings.listen == settings.next:
        raise UsageError(_LOOP)


def _address(option: str, given: str) -> Address:
    """*127.0.0.1:10025*, *[::1]:10025*; raises ``UsageError``."""
    from klarsprak.gate.smtp.settings import Address

    host, _, port = given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not host or not port.isdecimal() or int(port) > 65_535:
        raise UsageError(f"{option}: ”{given}” är ingen adress med port. Skriv till exempel 127.0.0.1:10025.")
    return Address(host, int(port))


def _network(given: str) -> Network:
    """*192.0.2.0/24*, *192.0.2.7*; raises ``UsageError``."""
    try:
        return ip_network(given)
    except ValueError:
        raise UsageError(
            f"--client: ”{given}” är ingen adress. Skriv till exempel 192.0.2.7 eller 192.0.2.0/24."
        ) from None


def _bytes(given: str) -> int:
    """*50M*, *800k*, *1000000*; raises ``UsageError``."""
    match = _SIZE.fullmatch(given)
    if match is None or not int(match[1]):
        raise UsageError(f"--size: ”{given}” är ingen storlek. Skriv till exempel 50M.")
    return int(match[1]) * _FACTORS[match[2].lower()]


def _hostname(given: str | None) -> str:
    """The name, as it stands on the wire; raises ``UsageError``."""
    name = given or socket.getfqdn()
    if not re.fullmatch(r"[A-Za-z0-9.-]{1,253}", name):
        raise UsageError(f"--hostname: ”{name}” är inget namn på en server. Skriv till exempel post.ekvalla.se.")
    return name
