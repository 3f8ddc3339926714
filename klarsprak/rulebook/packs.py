"""Rule packs: those that ship and the organisation's own, loaded; ``pack_source`` tells what a file may say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from klarsprak.config.model import Config
from klarsprak.files.errors import Faults, FileError
from klarsprak.files.places import Location, error_at
from klarsprak.files.there import is_existing_file, is_folder
from klarsprak.files.yaml import read_mapping
from klarsprak.kinds import Rule
from klarsprak.rulebook import ahead, definitions, taken_files
from klarsprak.rulebook.pack_source import PackSource
from klarsprak.rulebook.ready import ready
from klarsprak.startup import uncollected

_MOST_SHIPPED = 500
"""Packs that are kept: more than ship."""
_BESIDE = Path(__file__).parents[1] / "rules"


def shipped() -> list[Path]:
    """The packs that come with the program, by folder and name."""
    return sorted(_folder().rglob("*.yml"))


def schema() -> str:
    """The JSON Schema of packs that comes with the program."""
    return (_folder() / "schema.json").read_text(encoding="utf-8")


def _folder() -> Path:
    """Where the packs lie: within the package once it is built, beside it in a checkout."""
    return _BESIDE if _BESIDE.is_dir() else Path(__file__).parents[2] / "rules"


class Pack(NamedTuple):
    """A file with rules, or one without that names what they take."""

    path: Path
    about: str
    """A line on what its rules find; empty where it says none."""
    rules: list[Rule]

    @property
    def place(self) -> str:
        """Where it lies, without the ending: *fackord/skola* of those that ship, else the file's name alone."""
        is_shipped = self.path.is_relative_to(_folder())
        path = self.path.relative_to(_folder()) if is_shipped else Path(self.path.name)
        return path.with_suffix("").as_posix()

    @property
    def numbered_rules(self) -> Iterator[tuple[Location, Rule]]:
        """Its rules, each with the way to it from the top of the file."""
        for number, rule in enumerate(self.rules):
            yield ("rules", number), rule


@uncollected()
def load(paths: Iterable[Path], home: Path | None = None) -> list[Rule]:
    """All rules of the packs, a folder standing for all packs below it; raises ``FileError`` with all faults.

    ``home`` is the folder that the organisation's packs take from by ``uses``, if not the one that each lies in.
    """
    return _rules(_named_apart([], paths, home))


def _named_apart(known: Iterable[Pack], paths: Iterable[Path], home: Path | None = None) -> list[Pack]:
    """The packs that are known, and those in the files; raises ``FileError`` with all faults, in the names too."""
    faults = Faults()
    packs = [*known, *_gathered(paths, faults, home)]
    with faults.gathered():
        check_names(packs)
    faults.check()
    return packs


def _rules(packs: Iterable[Pack]) -> list[Rule]:
    """The rules of the packs, in order."""
    return list(chain.from_iterable(pack.rules for pack in packs))


def load_packs(paths: Iterable[Path]) -> list[Pack]:
    """The packs, a folder standing for all packs below it; raises ``FileError`` with all faults within them."""
    faults = Faults()
    packs = _gathered(paths, faults)
    faults.check()
    return packs


def _gathered(paths: Iterable[Path], faults: Faults, home: Path | None = None) -> list[Pack]:
    """The packs that can be used; what is wrong with the others is gathered."""
    packs = []
    for path in chain.from_iterable(map(files, paths)):
        with faults.gathered():
            packs.append(_load(path, home))
    return packs


def files(path: Path) -> list[Path]:
    """The files of packs in a folder and below it, in a fixed order; a file stands for itself.

    A folder's own order differs from machine to machine, and that of the rules must not.
    """
    return sorted(path.rglob("*.yml")) if is_folder(path) else [path]


def read_for(path: Path) -> list[Path]:
    """The files of packs in a folder, or the one, and those that they take from by ``uses``, each once."""
    return list(dict.fromkeys(chain.from_iterable(map(taken_files.read_for, files(path)))))


def load_pack(path: Path) -> list[Rule]:
    """The rules of one pack; raises ``FileError`` with all that is wrong in it, and for a file without rules."""
    rules = _load(path).rules
    if not rules:
        raise FileError(f"{path}: filen har inga regler, bara det som regelpaket hämtar med uses.")
    return rules


def _load(path: Path, home: Path | None = None) -> Pack:
    """The pack in the file; the keys above ``rules`` are defaults for each of them."""
    if not path.is_relative_to(_folder()) or not is_existing_file(path):
        pack = _made(path, home)
        _check_expressions(pack)
        return pack
    pack = _made_once(path, taken_files.stamp(path))
    return pack._replace(rules=list(pack.rules))


def _made(path: Path, home: Path | None = None) -> Pack:
    """The pack, its rules made anew; a file that only names what packs take has none."""
    keys = ahead.read(path) or read_mapping(path)
    if taken_files.is_without_rules(keys):
        definitions.definitions(path).check_all()
        return Pack(path, keys.get("about", ""), [])
    source = PackSource(path, keys, home)
    rules = source.rules()
    return Pack(path, source.about, rules)


_EXPLODES = (
    "det reguljära uttrycket kan ta hur lång tid som helst. Upprepa inte det som själv är en upprepning, som i "
    "(a+)+, och skriv inte flera upprepningar av samma tecken intill varandra."
)


def _check_expressions(pack: Pack) -> None:
    """Raise ``FileError`` with all expressions that explode; those of the packs that ship are tested."""
    from klarsprak.matching.exploding import explodes  # most organisations have no pack of their own

    faults = Faults()
    for place, rule in pack.numbered_rules:
        for number, regex in enumerate(getattr(rule, "regex", ())):
            if explodes(regex):
                faults.add(error_at(pack.path, [*place, "regex", number], _EXPLODES))
    faults.check()


@lru_cache(maxsize=_MOST_SHIPPED)
def _made_once(path: Path, _stamp: str) -> Pack:
    """The same of one that ships, for as long as it says the same: nobody changes a rule, and many checkers share it.

    A gate with an organisation for each sender has as many checkers.
    """
    return _made(path)


def all_rules(config: Config) -> list[Rule]:
    """The rules of the packs that ship, then those of the organisation's own; raises ``FileError``."""
    own = config.packs()
    return _rules(_with_own(own) if own else _shipped_packs())


@uncollected()
def _with_own(own: Iterable[Path]) -> list[Pack]:
    """The packs that ship and the organisation's own; raises ``FileError``."""
    return _named_apart(_shipped_packs(), own)


@lru_cache(maxsize=1)
def _shipped_packs() -> list[Pack]:
    """The packs that ship, as an earlier start of the program left them."""
    packs: list[Pack] = ready("packs", lambda: _named_apart([], shipped()))
    return packs


def forget() -> None:
    """Let go of the packs that ship: for who has made all that is to be made of them, and works on for long."""
    _shipped_packs.cache_clear()
    _made_once.cache_clear()
    definitions.forget()


def check_names(packs: Iterable[Pack]) -> None:
    """Raise ``FileError`` with all rules that answer to a name, of now or of old, that another has."""
    faults = Faults()
    seen: dict[str, Path] = {}
    for path, place, name in _names(packs):
        if name in seen:
            other = "" if seen[name] == path else f" Den andra står i {seen[name]}."
            what = f"två regler heter ”{name}”.{other} Ge den ena ett annat id."
            faults.add(error_at(path, [*place, "id"], what))
        seen.setdefault(name, path)
    faults.check()


def _names(packs: Iterable[Pack]) -> Iterator[tuple[Path, Location, str]]:
    """What each rule is called and was called before, with the file and the way to the rule in it.

    A name of old is taken too: letters and baselines that name the rule so must find one rule and no other.
    """
    for pack in packs:
        for place, rule in pack.numbered_rules:
            for name in (rule.name, *rule.aliases):
                yield pack.path, place, name
