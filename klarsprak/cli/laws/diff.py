"""``klarsprak laws diff``: what has changed between two registers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import UsageError, one_of

if TYPE_CHECKING:
    from klarsprak.laws.register import Register

SHIPPED = "medföljande"
"""What stands for the register that ships, where a file is asked for."""
FORMATS = ("text", "json")
Format = Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"Formatet: {' eller '.join(FORMATS)}.")]


def diff(
    old: Annotated[str, typer.Argument(metavar="ÄLDRE", help=f"Det äldre registret, eller ordet {SHIPPED}.")],
    new: Annotated[str, typer.Argument(metavar="NYARE", help=f"Det nyare registret, eller ordet {SHIPPED}.")],
    format: Format = "text",
) -> int:
    """Visa vilka lagar och paragrafer som skiljer två lagregister åt."""
    from klarsprak.laws.changes import difference
    from klarsprak.laws.describe_changes import describe_difference, difference_as_json

    one_of("--format", format, FORMATS)
    before, after = in_order(register_in(old), register_in(new))
    found = difference(before, after)
    if format == "json":
        print(json.dumps(difference_as_json(found, before, after), ensure_ascii=False, indent=2))
        return 0
    for line in describe_difference(found, before, after):
        print(line)
    return 0


def register_in(name: str) -> Register:
    """The register in the file, or the one that ships; raises ``FileError`` where it can't be used or is empty."""
    from klarsprak.files.errors import FileError
    from klarsprak.laws import load_register

    if name == SHIPPED:
        return load_register(None)
    register = load_register(Path(name))
    if not register.imported_numbers:
        raise FileError(f"{name}: registret är tomt. Gör ett nytt med klarsprak laws import.")
    return register


def in_order(old: Register, new: Register) -> tuple[Register, Register]:
    """Both, if the first is not the newer one; raises ``UsageError``."""
    if new.day < old.day:
        raise UsageError(f"Det nyare registret visar läget {new.day}, det äldre {old.day}. Byt plats på dem.")
    return old, new
