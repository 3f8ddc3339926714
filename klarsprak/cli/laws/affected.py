"""``klarsprak laws affected``: which letters cite what has changed in law."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.laws.diff import FORMATS, SHIPPED, Format, in_order, register_in
from klarsprak.cli.shared.errors import NOT_CHECKED, UsageError, one_of, say
from klarsprak.cli.shared.options import ConfigFile

if TYPE_CHECKING:
    from klarsprak.laws.changes import Changes
    from klarsprak.laws.register import Register
    from klarsprak.laws.uses import Uses


def affected(
    letters: Annotated[
        list[str] | None, typer.Argument(metavar="BREV", help="Brev eller mallar: filer och mappar.")
    ] = None,
    audit: Annotated[
        Path | None, typer.Option("--audit", metavar="LIGGARE", help="Slå upp i liggaren från audit run i stället.")
    ] = None,
    old: Annotated[
        str | None, typer.Option("--from", metavar="REGISTER", help="Det äldre lagregistret. Annars det medföljande.")
    ] = None,
    new: Annotated[
        str | None, typer.Option("--to", metavar="REGISTER", help="Det nyare lagregistret. Annars ert eget.")
    ] = None,
    files: Annotated[bool, typer.Option("--files", help="Visa också vilka brev det är.")] = False,
    format: Format = "text",
    config: ConfigFile = None,
) -> int:
    """Visa vilka brev som hänvisar till lag som har ändrats."""
    from klarsprak.laws.changes import Changes

    one_of("--format", format, FORMATS)
    if bool(letters) == bool(audit):
        raise UsageError("Skriv antingen brev och mappar eller --audit LIGGARE.")
    changes = Changes(*in_order(_older(old), _newer(new, config)))
    if audit is not None:
        return _in_ledger(audit, changes, files, format)
    return _in_letters(letters or [], changes, files, format)


def _older(name: str | None) -> Register:
    return register_in(name or SHIPPED)


def _newer(name: str | None, config: Path | None) -> Register:
    """The register that is named, or the organisation's own, or the user's; raises ``UsageError`` for none."""
    from klarsprak.laws.imported import choose_register
    from klarsprak.rulebook.lookup import configuration_of

    own = name or choose_register(configuration_of(config).register_file())
    if own is None:
        ways = "Gör ett med laws fetch och laws import, eller skriv --from och --to."
        raise UsageError(f"Det finns inget nyare lagregister än det medföljande. {ways}")
    return register_in(str(own))


def _in_ledger(ledger: Path, changes: Changes, files: bool, format: str) -> int:
    from klarsprak.audit.ledger.citations import uses_in, without_citations
    from klarsprak.audit.ledger.ledger import opened
    from klarsprak.cli.audit.out import ledger_errors_as_misuse
    from klarsprak.swedish import counted

    with ledger_errors_as_misuse(), opened(ledger) as database:
        lacking = without_citations(database)
        uses = uses_in(database)
        if lacking:
            letters = counted(lacking, "brev är granskat", "brev är granskade")
            say(f"{ledger}: {letters} av en äldre version, som inte sparade hänvisningar. Kör samma audit run igen.")
            if not uses.letters:
                return NOT_CHECKED
        _show(uses, changes, files, format)
    return 0


def _in_letters(names: list[str], changes: Changes, files: bool, format: str) -> int:
    from klarsprak.cli.laws.cited import uses_of_letters

    uses, unread = uses_of_letters(names, changes.new)
    for line in unread:
        say(line)
    if uses.letters:
        _show(uses, changes, files, format)
    return NOT_CHECKED if unread else 0


def _show(uses: Uses, changes: Changes, files: bool, format: str) -> None:
    from klarsprak.laws.uses import affected_as_json, affected_by, describe_affected

    found = affected_by(uses, changes, files)
    if format == "json":
        print(json.dumps(affected_as_json(found, uses, changes), ensure_ascii=False, indent=2))
        return
    for line in describe_affected(found, uses, changes):
        print(line)
