"""``klarsprak mcp``: language models ask the checker."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.options import ConfigFile
from klarsprak.cli.shared.sites import host_as_sent
from klarsprak.cli.shared.tokens import checked_token, token_in
from klarsprak.telling import tell

if TYPE_CHECKING:
    from klarsprak.mcp.http import Door
    from klarsprak.mcp.judge import Judge

TOKEN_VARIABLE = "KLARSPRAK_MCP_TOKEN"


def mcp(
    http: Annotated[
        bool,
        typer.Option("--http", help="Svara över HTTP. Annars över standard in och ut, till den som startade det."),
    ] = False,
    host: Annotated[str, typer.Option(metavar="ADRESS", help="Adressen att lyssna på, med --http.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(metavar="PORT", min=0, max=65535, help="Porten att lyssna på, med --http.")
    ] = 8011,
    behind_proxy: Annotated[
        bool,
        typer.Option("--behind-proxy", help="Tillåt andra adresser än datorns egna. Kräver en token."),
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMN", help="Namn som servern nås på genom proxyn, till exempel sprak.ekvalla.example."
        ),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FIL", help=f"Fil med en token att kräva. Annars den i variabeln {TOKEN_VARIABLE}."),
    ] = None,
    config: ConfigFile = None,
) -> int:
    """Låt en språkmodell granska och jämföra texter, genom MCP."""
    if find_spec("mcp") is None:
        raise UsageError("Paketet mcp saknas. Installera det: pip install './klarsprak[mcp]'.")
    from klarsprak.mcp.process import end_when_told

    end_when_told()
    if http:
        return _serve_http(host, port, _door(host, behind_proxy, name, token_file), config)
    if behind_proxy or name or token_file:
        raise UsageError("--behind-proxy, --name och --token-file gäller bara med --http.")
    from klarsprak.mcp.stdio import serve_stdio

    serve_stdio(_judge(config))
    return 0


def _serve_http(host: str, port: int, door: Door, config: Path | None) -> int:
    from klarsprak.mcp.http import PATH, listen, serve_http

    try:
        listening = listen(host, port)
    except OSError as error:
        raise UsageError(f"{host}:{port}: går inte att lyssna på ({os.strerror(error.errno or 0)}).") from None
    shown = f"[{host}]" if ":" in host else host
    ready = f"klarsprak mcp: svarar på http://{shown}:{listening.getsockname()[1]}{PATH}"
    serve_http(_judge(config), door, listening, lambda: tell(ready))
    return 0


def _judge(config: Path | None) -> Judge:
    from klarsprak.mcp.judge import Judge
    from klarsprak.rulebook.lookup import configuration_of

    return Judge(configuration_of(config))


def _door(host: str, behind_proxy: bool, names: list[str] | None, token_file: Path | None) -> Door:
    """Who is let in; raises ``UsageError`` for an address that all the house could reach without a token."""
    from klarsprak.loopback import is_loopback
    from klarsprak.mcp.http import Door

    token = _token(token_file)
    if not is_loopback(host) and not behind_proxy:
        raise UsageError(f"--host: {host} kan nås från andra datorer. Lägg till --behind-proxy om det är meningen.")
    if behind_proxy and token is None:
        raise UsageError(f"--behind-proxy kräver en token. Skriv --token-file, eller sätt {TOKEN_VARIABLE}.")
    return Door(token, [host_as_sent(name, "--name") for name in names or ()])


def _token(file: Path | None) -> str | None:
    """The key in the file, or in the environment; None where there is neither.  Raises ``UsageError``."""
    if file:
        return token_in(file)
    given = os.environ.get(TOKEN_VARIABLE)
    return None if given is None else checked_token(given, TOKEN_VARIABLE)
