"""The rules as a person asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from klarsprak.config.location import find_config
from klarsprak.config.model import Config, load_config
from klarsprak.files.errors import FileError
from klarsprak.kinds import Rule
from klarsprak.rulebook import packs
from klarsprak.rulebook.own_terms import in_own_words
from klarsprak.rulebook.packs import Pack
from klarsprak.rulebook.selection import known_names, names, no_such_rule, selected


def every_rule(path: Path | None) -> list[Rule]:
    """The rules that apply with a configuration: the one named, else the one found from the current folder.

    They are at its levels and explain its terms in its own words.
    Raises ``FileError`` for what is wrong in it or in one of its packs.
    """
    config = configuration_of(path)
    return list(in_own_words(selected(packs.all_rules(config), config), config.terms))


def turned_off(path: Path | None, applying: Iterable[Rule]) -> list[Rule]:
    """The rules that there are besides those that apply: the configuration wants none of them."""
    names_applying = {rule.name for rule in applying}
    return [rule for rule in packs.all_rules(configuration_of(path)) if rule.name not in names_applying]


def configuration_of(path: Path | None) -> Config:
    """The configuration in the file, or in the one found from the current folder.

    Where there is neither, it is the one that chooses nothing.
    """
    file = path or find_config(Path())
    return Config() if file is None else load_config(file)


def answering_to(name: str | None, rules: Sequence[Rule]) -> list[Rule]:
    """The rules of a pack or category, or the one rule; all of them for None.

    Raises ``FileError`` where nothing is called so.
    """
    if name is None:
        return list(rules)
    answering = [rule for rule in rules if name in names(rule)]
    if not answering:
        raise FileError(no_such_rule(name, known_names(rules)))
    return answering


def pack_file(name: str | None) -> list[Rule]:
    """The rules of the pack in a file, if ``name`` is one's path; none where it is a name.

    Raises ``FileError`` for a file that is no pack.
    """
    file = _pack_path(name)
    return [] if file is None else packs.load_pack(file)


def _pack_path(name: str | None) -> Path | None:
    """The pack's file, where one is meant and not a pack's name.

    *egna/skola.yml* is a file, *fackord* and *fackord.vite* are names.
    """
    is_file = name is not None and name.endswith((".yml", ".yaml"))
    return Path(str(name)) if is_file else None


def packs_holding(name: str | None, config: Path | None) -> list[Pack]:
    """The packs with a rule that answers to ``name``, whole: all packs for None, one for a file's path."""
    file = _pack_path(name)
    if file is not None:
        return packs.load_packs([file])
    every = packs.load_packs([*packs.shipped(), *configuration_of(config).packs()])
    if name is None:
        return every
    return [pack for pack in every if name in known_names(pack.rules)]
