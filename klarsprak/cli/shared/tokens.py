"""The key that clients of a server must show: read from a file or a variable, and long enough not to be guessed."""

from __future__ import annotations

from pathlib import Path

from klarsprak.cli.shared.errors import UsageError
from klarsprak.files.errors import reason

_SHORTEST = 16


def token_in(file: Path) -> str:
    """The key in the file; raises ``UsageError`` for one that holds none."""
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UsageError(f"{file}: nyckeln går inte att läsa ({reason(error)}).") from None
    return checked_token(text, str(file))


def checked_token(text: str, where: str) -> str:
    """The key in a text that was found ``where``: *KLARSPRAK_MCP_TOKEN*; raises ``UsageError`` for a bad one."""
    token = text.strip()
    if len(token) < _SHORTEST or not token.isascii() or any(sign.isspace() for sign in token):
        raise UsageError(
            f"{where}: nyckeln ska stå på en rad och ha minst {_SHORTEST} tecken, bara bokstäver och siffror."
        )
    return token
