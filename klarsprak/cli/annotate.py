"""``klarsprak annotate``: the findings in the letter itself, as comments."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.cli.shared.one_letter import CONVERTED, OPENDOCUMENT, WORD
from klarsprak.cli.shared.options import ConfigFile, Ignore, Select, split_names
from klarsprak.cli.shared.target import Force

_WRITERS = {
    **dict.fromkeys(("docx", *CONVERTED), "klarsprak.editing.word.comments"),
    "odt": "klarsprak.editing.odt.comments",
    "pdf": "klarsprak.editing.pdf",
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
    select: Select = None,
    ignore: Ignore = None,
    config: ConfigFile = None,
) -> int:
    """Skriv kommentarer i en kopia av brevet. Originalet ändras inte."""
    from datetime import datetime

    from klarsprak.cli.shared.one_letter import ANNOTATED, choose_target, read_and_check, save_document
    from klarsprak.letter import ReadError
    from klarsprak.swedish import counted

    chosen = choose_target(letter, output, ANNOTATED, force)
    data, _, report = read_and_check(letter, _FORMATS, config, split_names(select), split_names(ignore))
    try:
        write = import_module(_WRITERS[report.format or ""]).annotate
        save_document(chosen, write(data, report, datetime.now()), report.format)
    except ReadError as error:
        raise UsageError(f"{letter}: {error.reason}") from None
    placed = sum(finding.place is not None for finding in report.findings)
    print(f"{chosen}: {counted(placed, 'kommentar', 'kommentarer')} och en sammanfattning.")
    return 0
