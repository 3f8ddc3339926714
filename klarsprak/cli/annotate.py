"""``klarsprak annotate``: the findings in the letter itself, as comments."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.choices import LEVELS, split_names
from klarsprak.cli.shared.errors import UsageError, one_of
from klarsprak.cli.shared.one_letter import CONVERTED, OPENDOCUMENT, WORD
from klarsprak.cli.shared.options import ConfigFile, Force, Ignore, Select
from klarsprak.editing.choice import MOST_COMMENTS, Choice, choose
from klarsprak.finding import Level

_WRITERS = {
    **dict.fromkeys(("docx", *CONVERTED), "klarsprak.editing.word.comments"),
    "odt": "klarsprak.editing.odt.comments",
    "pdf": "klarsprak.editing.pdf.highlights",
}
_FORMATS = {"docx": WORD, "doc": WORD, "odt": OPENDOCUMENT, "rtf": "rtf", "pdf": "pdf"}


def annotate(
    letter: Annotated[
        Path, typer.Argument(metavar="BREV", help="Ett dokument från Word eller LibreOffice, eller en pdf.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FIL", help="Filen som skrivs. Annars brev.granskad.docx bredvid brevet."
        ),
    ] = None,
    force: Force = False,
    level: Annotated[
        str | None,
        typer.Option(
            metavar="NIVÅ",
            help="Lägsta nivå som får egna kommentarer: error, warning eller info. "
            f"Annars warning, och högst {MOST_COMMENTS} kommentarer. Resten räknas upp i en kommentar överst.",
        ),
    ] = None,
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
) -> int:
    """Skriv kommentarer i en kopia av brevet. Originalet ändras inte."""
    from datetime import datetime

    from klarsprak.cli.shared.one_letter import choose_target, read_and_check, save_document
    from klarsprak.letter import ReadError
    from klarsprak.readers.own_copy import ANNOTATED
    from klarsprak.reports.remarks import as_remarks

    lowest = None if level is None else Level.parse(one_of("--level", level, LEVELS))
    chosen = choose_target(letter, output, ANNOTATED, force)
    data, read, every = read_and_check(letter, _FORMATS, config, split_names(select), split_names(ignore))
    report = as_remarks(every)
    try:
        write = import_module(_WRITERS[read.format]).annotate
        made = write(data, report, datetime.now(), lowest)
        save_document(chosen, made, read.format, letter)
    except ReadError as error:
        raise UsageError(f"{letter}: {error.reason}") from None
    print(f"{chosen}: {_describe(choose(report.findings, lowest))}")
    return 0


def _describe(made: Choice) -> str:
    """*12 kommentarer och en sammanfattning. 9 anmärkningar till räknas upp i en kommentar överst.*"""
    from klarsprak.swedish import counted

    says = f"{counted(len(made.shown), 'kommentar', 'kommentarer')} och en sammanfattning."
    if made.listed:
        more = counted(len(made.listed), "anmärkning", "anmärkningar")
        says += f" {more} till räknas upp i en kommentar överst."
    return says
