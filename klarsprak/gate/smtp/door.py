"""Who may come in, and how many at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, ip_address
from typing import Protocol

from klarsprak.gate.smtp.reply import Reply, reply
from klarsprak.gate.smtp.settings import Network

STRANGER = reply("554 5.7.1 You may not hand in messages here")
FULL = reply("421 4.3.2 Too many connections, try again later")


class Guest(Protocol):
    """A client's connection."""

    def end(self) -> None:
        """Come to an end, after what is under way."""
        ...


class Door:
    """Knows the clients that are in."""

    def __init__(self, clients: tuple[Network, ...], most: int) -> None:
        self._clients = clients
        self._most = most
        self.inside: set[Guest] = set()

    def refusal(self, host: str) -> Reply | None:
        """What a client at that address is told instead of a greeting; None if it is let in."""
        if not self._is_known(host):
            return STRANGER
        return FULL if len(self.inside) >= self._most else None

    @contextmanager
    def let_in(self, guest: Guest) -> Iterator[None]:
        """Know of a client for as long as it stays."""
        self.inside.add(guest)
        try:
            yield
        finally:
            self.inside.discard(guest)

    def _is_known(self, host: str) -> bool:
        address = ip_address(host.partition("%")[0])
        if isinstance(address, IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        return any(address in network for network in self._clients)
