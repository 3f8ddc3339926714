"""``klarsprak init``: an organisation's first ``klarsprak.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError
from klarsprak.files.there import is_folder


def init(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som filen hamnar i.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Skriv över filerna om de redan finns.")] = False,
) -> int:
    """Skriv en klarsprak.yml med förklaringar, att fylla i."""
    from klarsprak.cli.shared.one_letter import save, spare_files
    from klarsprak.config.starter import targets
    from klarsprak.files.errors import why_no_folder

    if not is_folder(folder):
        raise UsageError(f"{folder}: {why_no_folder(folder, ' Skapa den först.')}")
    files = {path: text.encode() for path, text in targets(folder).items()}
    if not force:
        spare_files(files)
    for path, data in files.items():
        save(path, data)
        print(path)
    return 0
