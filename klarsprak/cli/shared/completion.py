"""The library's own options for shells that fill in commands, in Swedish."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from typing import Any

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.files.errors import reason

_INSTALLED = "Nu fyller kommandoraden i kommandon och alternativ med tabb. Starta om terminalen först."
_HELP = {
    "install_completion": "Låt kommandoraden fylla i kommandon och alternativ med tabb.",
    "show_completion": "Visa skriptet som gör det, om du vill spara det själv.",
}


def in_swedish(option: Any) -> Any:
    """The option, with Swedish help and answers if it is one of the library's own."""
    if option.name in _HELP and option.help != _HELP[option.name]:
        option.help = _HELP[option.name]
        option.callback = partial(_answer, option.callback)
    return option


def _answer(callback: Callable[..., Any], ctx: Any, option: Any, value: Any) -> Any:
    """Do what the option asks for, and say so; the library's own words are kept back.  Raises ``UsageError``."""
    if not value or ctx.resilient_parsing:
        return value
    script = StringIO()
    try:
        with redirect_stdout(script), redirect_stderr(StringIO()):
            callback(ctx, option, value)
    except SystemExit:  # that is how it ends well
        print(script.getvalue().rstrip() if option.name == "show_completion" else _INSTALLED)
        raise typer.Exit from None
    except typer.Exit:
        raise UsageError(
            "Programmet vet inte hur det fyller i kommandon i ditt skal. Det går i bash, zsh, fish och PowerShell."
        ) from None
    except OSError as error:
        raise UsageError(f"{error.filename}: filen går inte att skriva ({reason(error)}).") from None
    return value
