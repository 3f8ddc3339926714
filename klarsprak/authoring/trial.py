"""What ``klarsprak rules test`` tries: the rules of some packs, beside all others that letters are checked by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from klarsprak.config.location import FILE_NAME, find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import Faults, FileError
from klarsprak.files.there import is_folder
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
    own = list(_unique(chain.from_iterable(_packs_meant(path, chosen) for path in paths)))
    every = _load(own, chosen)
    rules = [rule for pack in every for rule in pack.rules]
    applying = _applying(rules, chosen)
    if not names:
        return Trial(applying, every)
    in_files = _in_files(own, every)
    others = [pack for pack in every if pack not in in_files.packs]
    by_name = _by_name([name for name in names if not _is_path(name)], applying, others)
    return Trial(_once([*in_files.rules, *by_name.rules]), [*in_files.packs, *by_name.packs])


def _once(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, each once: a pack may be named by its file and by its name."""
    return list({rule.name: rule for rule in rules}.values())


def _packs_meant(path: Path, chosen: Config) -> list[Path]:
    """The packs that a path means: those of the configuration, if it is its file."""
    if is_folder(path) and not files(path):
        raise FileError(f"{path}: det finns inga regelpaket (.yml) i mappen.")
    return chosen.packs() if path.name == FILE_NAME else [path]


def _load(own: Iterable[Path], chosen: Config) -> list[Pack]:
    """All packs that there are; raises ``FileError`` for what is wrong in them, and for files that aren't there."""
    faults = Faults()
    every: list[Pack] = []
    with faults.gathered():
        every = packs.load_packs(_unique([*packs.shipped(), *chosen.packs(), *own]))
        packs.check_names(every)
    with faults.gathered():
        chosen.settings()
    faults.check()
    return every


def _in_files(own: Iterable[Path], every: Iterable[Pack]) -> Trial:
    """All rules of the packs in the files, whether they apply or not."""
    files = {path.resolve() for path in own}
    found = [pack for pack in every if pack.path.resolve() in files]
    return Trial([rule for pack in found for rule in pack.rules], found)


def _by_name(names: Iterable[str], applying: Sequence[Rule], every: Iterable[Pack]) -> Trial:
    """The rules that answer to the names, and the packs that hold them; raises ``FileError`` for one without."""
    rules = [rule for name in dict.fromkeys(names) for rule in _answering(name, applying)]
    holding = [pack for pack in every if not known_names(pack.rules).isdisjoint(names)]
    return Trial(rules, holding)


def _answering(name: str, applying: Sequence[Rule]) -> list[Rule]:
    """The rules that answer to the name; raises ``FileError`` where there are none, and says so of a path."""
    try:
        return answering_to(name, applying)
    except FileError:
        if is_folder(Path(name)):
            raise FileError(f"{name}: menar du mappen skriver du ”{name}/”.") from None
        if Path(name).is_file():
            raise FileError(f"{name}: filen är inget regelpaket. Ett sådant slutar på .yml.") from None
        raise


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
    folder = first if is_folder(first) else first.parent
    file = named or (first if first.name == FILE_NAME else find_config(folder))
    return Config() if file is None else load_config(file)


def _unique(paths: Iterable[Path]) -> Iterator[Path]:
    """The files of the packs, a folder standing for those in it, each once whatever it is called."""
    seen: set[Path] = set()
    for path in chain.from_iterable(map(files, paths)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path
