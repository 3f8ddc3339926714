"""``klarsprak rules test``: run the rules' own examples, and see which rules find anything in letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from klarsprak.cli.shared.errors import FINDINGS, NOT_CHECKED, say

if TYPE_CHECKING:
    from klarsprak.letter import Letter


def run_examples(
    pack: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PAKET…", help="Paketens namn, filer eller mappar (regler/). Annars provas alla paket."
        ),
    ] = None,
    letters: Annotated[
        str | None,
        typer.Option(
            metavar="MAPP", help="Räkna också anmärkningarna i de här breven, och visa regler som inte gav någon."
        ),
    ] = None,
    config: Annotated[Path | None, typer.Option(metavar="FIL", help="Använd den här klarsprak.yml.")] = None,
) -> int:
    """Prova reglernas egna exempel, och hur paketen är skrivna.

    Slutkoder: 0 allt stämmer; 1 ett exempel stämmer inte, eller något är illa skrivet; 2 paketet eller klarsprak.yml
    går inte att använda.
    """
    from klarsprak.authoring.examples import failures
    from klarsprak.authoring.lints import faults
    from klarsprak.authoring.trial import trial
    from klarsprak.swedish import counted

    rules, packs = trial(pack or [], config)
    failed = [*failures(rules, packs), *faults(packs)]
    for fault in failed:
        say(" ".join(fault.splitlines()))
    examples = sum(len(rule.examples) for rule in rules)
    print(f"{counted(len(rules), 'regel', 'regler')}, {examples} exempel, {len(failed)} fel.")
    if letters is not None:
        from klarsprak.authoring.coverage import coverage, lines
        from klarsprak.rulebook.lookup import configuration_of

        read = _Letters(letters)
        counts = coverage(rules, configuration_of(config), read)
        if not read.number:
            return NOT_CHECKED
        print("\n".join(lines(counts, read.number)))
        if read.unreadable:
            return NOT_CHECKED
    return FINDINGS if failed else 0


class _Letters:
    """The letters in a folder; says which could not be read."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.number = 0
        self.unreadable = False

    def __iter__(self) -> Iterator[Letter]:
        from klarsprak.cli.shared.letters import letters_in
        from klarsprak.cli.shared.progress import with_progress
        from klarsprak.letter import Letter
        from klarsprak.readers import find_letters

        for path in with_progress(list(find_letters([self._folder]))):
            for letter in letters_in(path):
                if isinstance(letter, Letter):
                    self.number += 1
                    yield letter
                else:
                    self.unreadable = True
                    say(f"{letter.source}: {letter.reason}")
