"""Which settings hold for which letters, and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from klarsprak.swedish import counted


def describe_settings(files: Iterable[Path], config: Path | None) -> Iterator[str]:
    """Each ``klarsprak.yml`` that holds for some of the files, with its keys and how many rules that leaves.

    First come the plugins in use.  Raises ``FileError`` for a configuration or a plugin that can't be used.
    """
    from klarsprak import plugins
    from klarsprak.config.location import find_config

    yield from plugins.describe()
    holds = Counter(config or find_config(file.parent) for file in files)
    for path, number in sorted(holds.items(), key=str):
        letters = counted(number, "brev", "brev")
        name = path or "Ingen klarsprak.yml: allt är som programmet har det från början"
        yield f"{name} ({letters})"
        yield from _keys(path)


def _keys(path: Path | None) -> Iterator[str]:
    """The keys that are set, as YAML, with the file that says so if there are several; how many rules hold."""
    from klarsprak.checker import Checker
    from klarsprak.config.model import Config, load_config
    from klarsprak.config.shown import shown

    settings = load_config(path) if path else Config()
    for line in shown(settings):
        yield f"  {line}"
    yield f"  # {len(Checker(settings).rules)} regler gäller"
