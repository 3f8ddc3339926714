"""``extends``: a ``klarsprak.yml`` that builds on another one, and what holds then.

Own keys win.  A list that says what there is (*allow*, *units*) goes on from the other file's; a list that chooses
among what there is (*select*, *signature*) takes its place.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from klarsprak.config.location import FILE_NAME, user_folder
from klarsprak.config.swedish_keys import SWEDISH
from klarsprak.files.places import error_at
from klarsprak.files.there import is_file

CENTRAL = "central"
"""Stands for the file in the user's configuration folder, where the house's administrator puts it."""
ADDED = frozenset(
    {
        ("ignore",),
        ("allow",),
        ("rule_packs",),
        ("organisation", "units"),
        ("organisation", "switchboards"),
        ("organisation", "addresses"),
        ("gate", "hold"),
        ("gate", "exempt"),
    }
)
"""The lists that are added to those of the file that is built on."""
_PATHS = ("law_register", "baseline")
_ADDIN_PATHS = ("icons", "office_js")
Keys = dict[str, Any]


class Layer(NamedTuple):
    """What one of the files says."""

    path: Path
    keys: Keys
    """The keys that are set, by their English names, each in its full form."""


def read_layers(path: Path, read: Callable[[Path], Keys]) -> list[Layer]:
    """The file, and those that it builds on, the nearest first; ``read`` gives what one of them says.

    Raises ``FileError`` for a file that isn't there and for files that build on each other in a circle.
    """
    layers = [Layer(path, read(path))]
    while extended := layers[-1].keys.get("extends"):
        last = layers[-1].path
        target = _target(last, extended)
        _check(last, target, [layer.path for layer in layers])
        target = target.resolve()
        layers.append(Layer(target, _with_whole_paths(read(target), target.parent)))
    return layers


def _target(path: Path, extended: str) -> Path:
    """The file that ``extends`` names, counted from the folder of the file that says so."""
    if extended == CENTRAL:
        return user_folder() / FILE_NAME
    return path.parent / extended


def _check(path: Path, target: Path, before: Sequence[Path]) -> None:
    """Raise ``FileError`` at the key for a target that isn't there, or that leads back."""
    if not is_file(target):
        what = f"filen ”{os.path.normpath(target)}” finns inte. Rätta sökvägen, eller ta bort raden."
        raise error_at(path, ["extends"], what, names=SWEDISH)
    if any(target.samefile(other) for other in before):
        what = (
            f"filerna bygger på varandra i en cirkel: ”{target.resolve()}” är redan läst. Ta bort raden i en av dem."
        )
        raise error_at(path, ["extends"], what, names=SWEDISH)


def _with_whole_paths(keys: Keys, folder: Path) -> Keys:
    """The keys with paths that hold wherever the file is that builds on them."""
    whole = _with_whole(keys, _PATHS, folder)
    if "addin" in whole:
        whole["addin"] = _with_whole(whole["addin"], _ADDIN_PATHS, folder)
    if "rule_packs" in whole:
        whole["rule_packs"] = [str(folder / name) for name in whole["rule_packs"]]
    return whole


def _with_whole(keys: Keys, names: Sequence[str], folder: Path) -> Keys:
    """The keys with those of these names that are set counted from the folder."""
    return {**keys, **{name: str(folder / keys[name]) for name in names if keys.get(name)}}


def together(layers: Sequence[Layer]) -> Keys:
    """What the files say together."""
    keys: Keys = {}
    for layer in reversed(layers):
        keys = _merged(layer.keys, keys, ())
    return keys


def _merged(own: Mapping[str, Any], base: Mapping[str, Any], way: tuple[str, ...]) -> Keys:
    """The base's keys and the own ones, which win."""
    return {**base, **{key: _value(value, base.get(key), (*way, key)) for key, value in own.items()}}


def _value(own: Any, base: Any, way: tuple[str, ...]) -> Any:
    """What holds of a key that may stand in both files."""
    if isinstance(own, dict) and isinstance(base, dict):
        return _merged(own, base, way)
    if way in ADDED and base is not None:
        return list(dict.fromkeys([*base, *own]))
    return own
