"""``klarsprak compare``: what a rewrite has lost."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from klarsprak.cli.shared.errors import FINDINGS, UsageError
from klarsprak.cli.shared.options import ConfigFile

TextFile = Annotated[Path, typer.Argument(metavar="UTKAST", help="Utkastet. En fil som klarsprak check kan läsa.")]


def compare(
    draft: TextFile,
    rewrite: Annotated[Path, typer.Argument(metavar="NY", help="Den nya texten.")],
    config: ConfigFile = None,
) -> int:
    """Visa vad som blev ett annat när en text skrevs om."""
    from klarsprak.cli.laws.overview import load_chosen
    from klarsprak.compare.comparing import compare as compare_texts
    from klarsprak.compare.short_forms import written_out
    from klarsprak.rulebook.lookup import every_rule

    old, new = _text_of(draft), _text_of(rewrite)
    found = compare_texts(old, new, load_chosen(config, None), written_out(every_rule(config)))
    for difference in found.differences:
        print(difference.message)
    for note in found.notes:
        print(note)
    if not found.differences:
        print("Ingen skillnad i sak hittad. Programmet ser inte allt: läs båda texterna.")
    return FINDINGS if found.differences else 0


def _text_of(path: Path) -> str:
    """The text of a letter, block by block; raises ``UsageError`` where the file can't be read."""
    from klarsprak.letter import Unreadable
    from klarsprak.readers import read_file

    letter = next(iter(read_file(path)))
    if isinstance(letter, Unreadable):
        raise UsageError(f"{path}: {letter.reason}")
    return "\n\n".join(block.text for block in letter.blocks if block.text.strip())
