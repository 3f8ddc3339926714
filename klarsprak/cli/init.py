"""``klarsprak init``: an organisation's first ``klarsprak.yml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError


def init(
    folder: Annotated[Path, typer.Argument(metavar="MAPP", help="Mappen som filen hamnar i.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Skriv över filerna om de redan finns.")] = False,
) -> int:
    """Skriv en klarsprak.yml med förklaringar, att fylla i."""
    from klarsprak.cli.shared.one_letter import save
    from klarsprak.config.starter import targets

    if not folder.is_dir():
        raise UsageError(f"{folder}: mappen finns inte. Skapa den först.")
    files = targets(folder)
    for path, text in files.items():
        if path.exists() and not force and path.read_bytes() != text.encode():
            raise UsageError(f"{path}: filen finns redan. Lägg till --force om den ska skrivas över.")
    for path, text in files.items():
        save(path, text.encode())
        print(path)
    return 0
