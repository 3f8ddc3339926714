"""What the one who runs the mail proxy has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import NamedTuple

from klarsprak.loopback import is_loopback
from klarsprak.pool.settings import PoolSettings

MIB = 1024 * 1024
Network = IPv4Network | IPv6Network
LOOPBACK: tuple[Network, ...] = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


class Address(NamedTuple):
    """Where a mail system listens."""

    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


class NextTls(StrEnum):
    """Whether the way to the next hop is encrypted."""

    NONE = "none"
    MAY = "may"
    """If the next hop offers it; whose certificate that is isn't looked at."""
    MUST = "must"
    """With a certificate that holds for its name, or nothing is sent."""


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """Choices of one proxy; sizes in bytes, times in seconds."""

    listen: Address
    next: Address
    hostname: str
    """The name that the proxy goes by towards both neighbours."""
    workers: int = 2
    config: Path | None = None
    """The organisation's ``klarsprak.yml``; None for the one that is found from the current folder."""
    time_limit: float = 120.0
    """Seconds that the check of one message may take."""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    next_tls: NextTls = NextTls.MAY
    next_ca: Path | None = None
    """Who has to have signed the next hop's certificate; None for those that the system trusts."""
    clients: tuple[Network, ...] = LOOPBACK
    """Who may hand in messages."""
    header: bool = False
    """Whether a message that passes gets a line that says so."""
    largest: int = 50 * MIB
    """The most that a message may be."""
    connections: int = 50
    """So many clients may be connected at a time."""
    advice: str = ""
    """A sentence of the organisation's own, last in the notice to a sender."""

    @property
    def must_be_encrypted(self) -> bool:
        """Whether clients must go over to TLS: on this machine they needn't."""
        return self.tls_cert is not None and not is_loopback(self.listen.host)

    @property
    def pool(self) -> PoolSettings:
        """What the workers are told: all of them check small messages, and one is spared the large ones."""
        return PoolSettings(
            workers=self.workers,
            config=self.config,
            time_limit=self.time_limit,
            short_time_limit=self.time_limit,
            queue=self.connections,
            long_queue=self.connections,
        )
