"""``klarsprak rules docs``: pages about the rules, for the organisation's own web."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import UsageError


def docs(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAMN", help="Ett paket, en kategori, en regel eller en fil. Annars alla regler."),
    ] = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="MAPP", help="Mappen som sidorna hamnar i.")
    ] = Path("regler"),
    force: Annotated[bool, typer.Option("--force", help="Skriv över sidor som redan finns.")] = False,
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Skriv en sida om varje paket, i Markdown. Den säger vad reglerna flaggar och varför, och visar exempel."""
    from klarsprak.cli.shared.one_letter import save, spare_files
    from klarsprak.files.errors import reason
    from klarsprak.rulebook.lookup import answering_to, every_rule, pack_file, packs_holding
    from klarsprak.rulebook.pages import pages, written

    rules = pack_file(name) or answering_to(name, every_rule(config))
    found = pages(rules, packs_holding(name, config))
    files = {output / page: text.encode() for page, text in written(found, "klarsprak rules docs")}
    if not force:
        spare_files(files)
    try:
        output.mkdir(exist_ok=True)
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{output}: mappen går inte att skapa ({reason(error)}).") from None
    for path, text in files.items():
        save(path, text)
        print(path)
    return 0
