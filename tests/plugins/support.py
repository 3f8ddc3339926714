"""Packages with plugins, laid into a folder as an installer lays them, and the program run beside them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from klarsprak import plugins
from klarsprak.cli import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "exempel" / "klarsprak-exempel"
PACK = EXAMPLE / "regler" / "upprepning.yml"


class Result(NamedTuple):
    """What a command answers: its exit code, and what it says on standard output and standard error."""

    code: int
    out: str
    err: str


def install_example(target: Path) -> None:
    """Install the example package: its modules, and what its ``pyproject.toml`` says of them.

    By hand, since a build asks for tools that may not be there; ``pip`` lays the same files into the folder.
    """
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.copytree(EXAMPLE / "klarsprak_exempel", target / "klarsprak_exempel")
    _describe(target, project["name"], project["version"], project["entry-points"])


def install(target: Path, package: str, code: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    """Install a package of one module; its entry points by group are names and what stands behind them there."""
    module = package.replace("-", "_")
    target.mkdir(exist_ok=True)
    (target / f"{module}.py").write_text(code, encoding="utf-8")
    led = {group: {name: module + end for name, end in names.items()} for group, names in entry_points.items()}
    _describe(target, package, "1.0", led)


def _describe(target: Path, package: str, version: str, entry_points: Mapping[str, Mapping[str, str]]) -> None:
    info = target / f"{package.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    lines = []
    for group, names in entry_points.items():
        lines += [f"[{group}]", *(f"{name} = {led}" for name, led in names.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def python(*arguments: str | Path, plugins: Path, folder: Path) -> Result:
    """Python in a process of its own, run in ``folder`` with the packages in ``plugins`` installed."""
    paths = os.pathsep.join(map(str, (plugins, ROOT)))
    ran = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Result(ran.returncode, ran.stdout, ran.stderr)


class Program:
    """Runs commands in the folder ``letters``, as if the packages in the folder ``target`` were installed.

    In this process: a start for each of them takes a second.
    """

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.target = folder / "installerade"
        self.letters = folder / "brev"
        self._environment = monkeypatch
        self._output = capsys
        self.target.mkdir()
        self.letters.mkdir()
        monkeypatch.chdir(self.letters)

    def __call__(self, *arguments: object, switch: str = "") -> Result:
        """What the command answers; ``switch`` is the value of ``KLARSPRAK_PLUGINS``."""
        self._environment.setenv(plugins.SWITCH, switch)
        self._environment.syspath_prepend(self.target)
        _forget_installed()
        code = run(list(map(str, arguments)))
        output = self._output.readouterr()
        return Result(code, output.out, output.err)

    def forget(self) -> None:
        """Take the packages away again."""
        _forget_installed()
        for name, module in list(sys.modules.items()):
            if Path(getattr(module, "__file__", None) or "/").is_relative_to(self.target):
                del sys.modules[name]


def _forget_installed() -> None:
    plugins.installed.cache_clear()
    plugins._by_name.cache_clear()
