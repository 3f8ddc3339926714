"""What the one who runs the server has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from klarsprak.config.model import Config, load_config
from klarsprak.pool.settings import PoolSettings

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Choices of one server; sizes in bytes, times in seconds."""

    host: str = "127.0.0.1"
    port: int = 8010
    workers: int = 2
    config: Path | None = None
    """The organisation's ``klarsprak.yml``."""
    chosen: Config | None = None
    """What that file says, where it has been read."""
    largest_text: int = 500_000
    """Most code points of a text that is sent to be checked."""
    largest_file: int = 25 * MIB
    most_held: int = 256 * MIB
    """So much of all requests together may be held at a time."""
    time_limit: float = 30.0
    """Seconds that one check may take."""
    queue: int = 2048
    """Paragraphs that may wait for a worker: some ten seconds' work."""
    long_queue: int = 64
    """Files that may wait for a worker."""
    header_time: float = 10.0
    """Seconds that a client may take to ask: until the last line of the request's head."""
    body_time: float = 10.0
    """Seconds that a client may take to send a small body; a large one gets as much more as a slow line needs."""
    rate: int = 6000
    """Requests a minute and client; 0 is as many as they like."""
    behind_proxy: bool = False
    """Whether a proxy on this machine stands before the server, and says for whom it asks."""
    tls_cert: Path | None = None
    tls_key: Path | None = None
    client_ca: Path | None = None
    """Who has to have signed the certificates that clients show."""
    token: str | None = None
    """What clients have to show."""
    allowed_origins: tuple[str, ...] = ()
    """Sites whose pages may ask by LanguageTool's protocol; none stands for all of them."""
    allowed_hosts: tuple[str, ...] = ()
    """Names, besides those of this machine, that the server goes by."""

    @property
    def choices(self) -> Config:
        """What the organisation has chosen; raises ``FileError`` for a file that can't be used."""
        return self.chosen or (load_config(self.config) if self.config else Config())

    @property
    def pool(self) -> PoolSettings:
        """What its workers are told."""
        return PoolSettings(
            workers=self.workers,
            config=self.config,
            time_limit=self.time_limit,
            queue=self.queue,
            long_queue=self.long_queue,
        )

    @property
    def scheme(self) -> str:
        """*http* or *https*."""
        return "https" if self.tls_cert else "http"

    @property
    def address(self) -> str:
        """Where the server is found: *http://127.0.0.1:8010*."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"
