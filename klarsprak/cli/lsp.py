"""``klarsprak lsp``: remarks in an editor, while one writes."""

from __future__ import annotations

from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError

_NEEDED = ("pygls", "lsprotocol", "cattrs")


def lsp(
    stdio: Annotated[bool, typer.Option("--stdio", hidden=True, help="Standard in och ut, som alltid.")] = False,
) -> int:
    """Granska medan du skriver, i ett program som VS Code, Neovim, Helix eller Kate."""
    try:
        from klarsprak.lsp.stdio import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDED:
            raise
        raise UsageError("lsp kräver pygls. Skriv: pip install './klarsprak[lsp]'") from None
    serve()
    return 0
