"""What ``klarsprak rules test`` tries: the rules of some packs, beside all others that letters are checked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from klarsprak.config.location import FILE_NAME, find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import Faults
from klarsprak.kinds import Rule
from klarsprak.rulebook import packs
from klarsprak.rulebook.lookup import answering_to
from klarsprak.rulebook.packs import Pack, files
from klarsprak.rulebook.selection import chosen_types, known_names, selected
from klarsprak.suppression.suppression import Suppression


class Trial(NamedTuple):
    """Rules to try, and the packs that they stand in."""

    rules: list[Rule]
    packs: list[Pack]


def trial(names: Sequence[str], config: Path | None) -> Trial:
    """The rules that ``names`` mean: files of packs, folders (*regler/*), and names; all that apply for none.

    A ``klarsprak.yml`` means the packs that it names.  Raises ``FileError`` with all for which ``klarsprak check``
    would refuse these packs, or the configuration that holds for them.
    """
    paths = [Path(name) for name in names if _is_path(name)]
    chosen = _configuration(paths, config)
    own = list(_unique([path for path in paths if path.name != FILE_NAME]))
    if len(paths) == len(names) and not own:
        own = list(_unique(chosen.packs())) if paths else []
    faults = Faults()
    every: list[Pack] = []
    with faults.gathered():
        every = packs.load_packs(_unique([*packs.shipped(), *chosen.packs(), *own]))
        packs.check_names(every)
    with faults.gathered():
        chosen.settings()
    faults.check()
    return _meant(names, own, every, chosen)


def _meant(names: Sequence[str], own: Sequence[Path], every: Sequence[Pack], chosen: Config) -> Trial:
    """The rules that are asked for; raises ``FileError`` for names, in the configuration too, that lead nowhere."""
    rules = [rule for pack in every for rule in pack.rules]
    applying = _applying(rules, chosen)
    if not names:
        return Trial(applying, list(every))
    own_files = {path.resolve() for path in own}
    by_name = {name for name in names if not _is_path(name)}
    holding = []
    found: list[Rule] = []
    for pack in every:
        is_own = pack.path.resolve() in own_files
        if is_own or by_name & known_names(pack.rules):
            holding.append(pack)
            found += pack.rules if is_own else ()
    for name in sorted(by_name):
        found += answering_to(name, applying)
    return Trial(found, holding)


def _applying(rules: Sequence[Rule], chosen: Config) -> list[Rule]:
    """The rules that apply; raises ``FileError`` with all that the configuration says of what isn't there."""
    faults = Faults()
    applying: list[Rule] = []
    with faults.gathered():
        applying = selected(rules, chosen)
    with faults.gathered():
        chosen_types(rules, chosen)
    with faults.gathered():
        Suppression(chosen, applying)
    faults.check()
    return applying


def _is_path(name: str) -> bool:
    """*egna/skola.yml* is a file and *egna/* a folder; *fackord* and *fackord.vite* are names."""
    return name.endswith((".yml", ".yaml", "/", "\\"))


def _configuration(paths: Iterable[Path], named: Path | None) -> Config:
    """The configuration that is named, or that lies by the first file, or else by where the user stands."""
    first = next(iter(paths), Path())
    folder = first if first.is_dir() else first.parent
    file = named or (first if first.name == FILE_NAME else find_config(folder))
    return Config() if file is None else load_config(file)


def _unique(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of the packs, a folder standing for those in it, each once whatever it is called."""
    seen: set[Path] = set()
    for path in chain.from_iterable(map(files, paths)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path
