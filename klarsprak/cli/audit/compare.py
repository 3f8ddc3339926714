"""``klarsprak audit compare``: what has changed between two ledgers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from klarsprak.cli.audit.out import Output, ledger_errors_as_misuse, missing_library_as_misuse
from klarsprak.cli.audit.status import Copies
from klarsprak.cli.shared.choices import format_of
from klarsprak.cli.shared.options import Force
from klarsprak.cli.shared.target import check_target, out_to

if TYPE_CHECKING:
    from klarsprak.audit.reports.compare import Comparison

FORMATS = ("text", "json", "html")


def compare(
    old: Annotated[Path, typer.Argument(metavar="FÖRE", help="Den äldre liggaren.")],
    new: Annotated[Path, typer.Argument(metavar="NU", help="Den nyare liggaren.")],
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help=f"Svarets format: {', '.join(FORMATS)}. Annars det som filnamnet säger."),
    ] = None,
    output: Output = None,
    force: Force = False,
    count_copies_once: Copies = False,
) -> int:
    """Visa vad som skiljer två granskningar. Så mäter du ett års arbete, eller provar nya regler."""
    from klarsprak.audit.ledger.ledger import opened
    from klarsprak.audit.reports import compare as comparing

    format = format_of(format, output, FORMATS, "text")
    if output is not None:
        check_target(output, force, [old, new])
    with ledger_errors_as_misuse(), opened(old) as before, opened(new) as after:
        comparison = comparing.compare(before, after, count_copies_once)
    with missing_library_as_misuse(), out_to(output) as out:
        _write(comparison, format, out)
    return 0


def _write(comparison: Comparison, format: str, out: TextIO) -> None:
    if format == "html":
        from klarsprak.audit.reports import compare_html

        compare_html.write(comparison, out)
        return
    from klarsprak.audit.reports import compare, compare_text

    if format == "json":
        json.dump(compare.as_json(comparison), out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in compare_text.as_lines(comparison))
