"""``klarsprak audit templates``: what to mend in the templates, for those who own them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from klarsprak.cli.audit.out import Config, Ledger, Output, ledger_errors_as_misuse, missing_library_as_misuse
from klarsprak.cli.audit.status import Copies
from klarsprak.cli.shared.choices import format_of
from klarsprak.cli.shared.errors import UsageError, say
from klarsprak.cli.shared.options import Force
from klarsprak.cli.shared.target import check_target, out_to

FORMATS = ("text", "html", "xlsx", "csv", "json")


def templates(
    ledger: Ledger,
    letters: Annotated[
        list[str] | None,
        typer.Option(metavar="MAPP", help="Brev eller mallar: visa meningarna, som liggaren inte har. Kan upprepas."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help=f"Listans format: {', '.join(FORMATS)}. Annars det som filnamnet säger."),
    ] = None,
    output: Output = None,
    force: Force = False,
    config: Config = None,
    count_copies_once: Copies = False,
) -> int:
    """Visa vilka meningar i mallarna som gör flest brev bättre om de rättas."""
    from klarsprak.audit.ledger.ledger import opened
    from klarsprak.audit.reports import template_list
    from klarsprak.audit.sources.archive import check_there
    from klarsprak.audit.sources.source import local_path

    format = format_of(format, output, FORMATS, "text")
    if format == "xlsx" and output is None:
        raise UsageError("Skriv vart filen ska: --output mallar.xlsx")
    names = list(map(local_path, letters or []))
    check_there(names)
    if output is not None:
        check_target(output, force, [ledger, config, *map(Path, names)])
    write = _writer(format, config)
    with ledger_errors_as_misuse(), opened(ledger) as database:
        known = template_list.gather(database, count_copies_once, names, say)
    with missing_library_as_misuse(), out_to(output, format == "xlsx") as out:
        write(known, out)
    return 0


def _writer(format: str, config: Path | None) -> Any:
    """What writes a list in that format; raises ``FileError`` for a configuration that is wrong."""
    from klarsprak.audit.reports import template_list

    if format == "html":
        from klarsprak.rulebook.lookup import configuration_of, every_rule

        organisation = configuration_of(config).organisation.name
        return partial(template_list.write_html, rules=every_rule(config), organisation=organisation)
    return {
        "text": template_list.write_text,
        "xlsx": template_list.write_xlsx,
        "csv": template_list.write_csv,
        "json": template_list.write_json,
    }[format]
