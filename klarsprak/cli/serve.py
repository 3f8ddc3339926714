"""``klarsprak serve``: a server in the house, for those who write in a browser, LibreOffice or another program."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import ConfigFile, time_option
from klarsprak.cli.shared.service import nearest_config, serve_until_stopped
from klarsprak.cli.shared.sites import host_as_sent, site_as_sent
from klarsprak.cli.shared.tokens import token_in

if TYPE_CHECKING:
    from klarsprak.server.settings import ServerSettings

_NEEDED = ("prometheus_client", "python_multipart", "starlette", "uvicorn")
_MOST_WORKERS = 256
_NO_EXTRA = (
    "serve behöver paket som inte är installerade. "
    "Installera klarsprak med dem: pipx install --force './klarsprak[server]'"
)
_OPEN = (
    "--host {host} når andra datorer. Skriv --tls-cert och --tls-key, så att ingen läser texterna på vägen, "
    "eller --behind-proxy om en proxy på den här datorn sköter det."
)


def serve(
    host: Annotated[str, typer.Option(metavar="ADRESS", help="Adressen som servern lyssnar på.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65_535, help="Porten; 0 låter systemet välja en ledig.")
    ] = 8010,
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="ANTAL", min=1, max=_MOST_WORKERS, help="Arbetsprocesser. Annars en för varje processorkärna."
        ),
    ] = None,
    rate: Annotated[
        int, typer.Option(metavar="ANTAL", min=0, help="Frågor per minut från en adress; 0 är obegränsat.")
    ] = 6000,
    time_limit: Annotated[
        float | None,
        time_option("Så länge får en granskning pågå, annars så länge som klarsprak.yml säger, eller 30."),
    ] = None,
    body_time: Annotated[float, time_option("Så länge får en fråga vara på väg in.")] = 10.0,
    tls_cert: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Serverns certifikat i PEM, så att trafiken krypteras.")
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(metavar="FIL", help="Nyckeln till certifikatet i PEM.")] = None,
    client_ca: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help="Släpp bara in klienter med certifikat från någon i den här filen."),
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(metavar="FIL", help="Släpp bara in klienter som visar nyckeln i den här filen.")
    ] = None,
    behind_proxy: Annotated[
        bool, typer.Option("--behind-proxy", help="En proxy på samma dator står framför och sköter krypteringen.")
    ] = False,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WEBBPLATS",
            help="Låt bara sidor på den här webbplatsen fråga (https://intranät.exempel.se). Kan upprepas.",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(metavar="NAMN", help="Ett namn som servern går under. Kan upprepas.")
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Granska texter medan de skrivs: i webbläsare, LibreOffice och andra program. Ingen text sparas."""
    if any(find_spec(name) is None for name in _NEEDED):
        raise UsageError(_NO_EXTRA)
    from klarsprak.server.settings import ServerSettings

    path, chosen = nearest_config(config)
    settings = ServerSettings(
        host=host,
        port=port,
        workers=workers or len(_cores()),
        config=path,
        chosen=chosen,
        time_limit=time_limit or chosen.limits.seconds,
        header_time=body_time,
        body_time=body_time,
        rate=rate,
        behind_proxy=behind_proxy,
        tls_cert=tls_cert,
        tls_key=tls_key,
        client_ca=client_ca,
        token=token_in(token_file) if token_file else None,
        allowed_origins=tuple(site_as_sent(each, "--allow-origin") for each in allow_origin or ()),
        allowed_hosts=tuple(host_as_sent(each, "--allow-host") for each in allow_host or ()),
    )
    _check(settings)
    from klarsprak.server.running import run

    return serve_until_stopped(run, settings)


def _cores() -> set[int]:
    """The processor's cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return os.sched_getaffinity(0)
    return set(range(os.cpu_count() or 1))


def _check(settings: ServerSettings) -> None:
    """Raise ``UsageError`` for choices that don't go together."""
    from klarsprak.loopback import is_loopback

    if (settings.tls_cert is None) != (settings.tls_key is None):
        raise UsageError("--tls-cert och --tls-key hör ihop. Skriv båda.")
    if settings.client_ca is not None and settings.tls_cert is None:
        raise UsageError("--client-ca behöver --tls-cert och --tls-key.")
    if not (is_loopback(settings.host) or settings.tls_cert or settings.behind_proxy):
        raise UsageError(_OPEN.format(host=settings.host))
