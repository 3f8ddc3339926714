"""What a result depends on besides the letter: program, rules and configuration."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from klarsprak.audit.letter.results import SHAPE
from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.there import is_folder
from klarsprak.kinds import Rule
from klarsprak.language.weights import MODEL
from klarsprak.laws.imported import choose_register
from klarsprak.plugins import packages_in_use
from klarsprak.rulebook import packs
from klarsprak.rulebook.selection import selected
from klarsprak.version import __version__

_TOLD = {"examples", "why", "source", "message"}
"""Keys of a rule that change what a person is told, not what is found."""


class Version(NamedTuple):
    """The program with its model, and digests of the rules in use and the settings that they look at."""

    program: str
    rules: str
    config: str


def config_for(names: Sequence[str]) -> Path | None:
    """The configuration that holds for the whole audit: the one that leads from its first source."""
    first = Path(names[0]) if names else Path()
    folder = first if is_folder(first) else first.parent
    return find_config(folder)


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules and the configuration of an audit."""

    config: Config
    every: list[Rule]

    @classmethod
    def load(cls, path: Path | None) -> Rules:
        """Those that ship and those that the configuration names; raises ``FileError``."""
        config = load_config(path) if path else Config()
        return cls(config, packs.all_rules(config))

    def version(self, keep_words: bool) -> Version:
        """What results depend on; raises ``FileError``.

        Whether words are kept counts as configuration: a ledger without words can't be asked for them later.
        """
        rules = sorted(
            f"{rule.name} {rule.model_dump_json(exclude=_TOLD)}" for rule in selected(self.every, self.config)
        )
        settings = json.dumps(self._settings(), default=sorted, sort_keys=True)
        return Version(program(), _digest("\n".join(rules).encode()), _digest(f"{settings} {keep_words}".encode()))

    def _settings(self) -> dict[str, object]:
        """What the rules look at, a file among it by its content."""
        settings = self.config.settings()
        register = choose_register(settings.law_register)
        return asdict(settings) | {"law_register": register and _digest(register.read_bytes())}


def program() -> str:
    """The program with its model and its plugins, and what its results hold."""
    return "-".join((__version__, _model(), str(SHAPE), *packages_in_use()))


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=8).hexdigest()


@cache
def _model() -> str:
    """A digest of the language model's files."""
    digest = blake2b(digest_size=8)
    files = filter(Path.is_file, sorted(MODEL.rglob("*")))
    for path in files:
        if path.suffix != ".pyc":
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
