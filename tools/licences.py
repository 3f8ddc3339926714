"""``python -m tools.licences``: under what licence each package is that the program needs, with all its extras.

Nothing that comes with the program may ask the same of what it is shipped with (GPL, AGPL); ``make lint`` looks for
such licences and ``make docs`` writes the page.  Versions are left out: the page is to tell what is needed.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from klarsprak.swedish import listed

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "handbok" / "licenser.md"
OPTIONAL = ("report", "server", "smtp", "lsp", "cluster", "mcp", "pst")
"""Extras of those who use the program."""
DEVELOPMENT = ("dev", "browser", "corpora", "bench", "training")
ONLY_FOR_TESTS = {"language-tool-python": "Testerna frågar vår server med det, som program som kan LanguageTool gör."}
"""Packages under GPL that are installed to test with, and why; no code of theirs is shipped or imported by us."""

_COPYLEFT = re.compile(r"\bA?GPL|(?<!Lesser )General Public|Affero", re.IGNORECASE)
_LESSER = re.compile(r"\bLGPL|Lesser General Public", re.IGNORECASE)
_KNOWN = {
    "Apache License": "Apache-2.0", "Apache Software License": "Apache-2.0", "Apache 2.0": "Apache-2.0",
    "BSD 2-Clause": "BSD-2-Clause", "BSD 3-Clause": "BSD-3-Clause", "BSD License": "BSD", "MIT License": "MIT",
    "ISC License": "ISC", "Python Software Foundation": "PSF-2.0", "Mozilla Public License 2.0": "MPL-2.0",
    "Lesser General Public License v3 or later": "LGPL-3.0-or-later",
    "GNU General Public License v3": "GPL-3.0-only",
}  # fmt: skip
"""How SPDX calls what packages call their licences."""
_BY_HAND = {"axe-playwright-python": "MIT"}
"""Packages that name their licence only in a file of their source."""
_LONGEST = 60
_ROW = re.compile(r"\| ([a-z0-9][a-z0-9-]*) \| (.+) \|")
_HEAD = """\
# Licenser

Programmet använder paket som andra har skrivit. Inget paket som programmet behöver, varken i grunden eller med ett
tillägg, har en licens som gäller även för det som paketet används i (GPL, AGPL). `make lint` kontrollerar det, och
`make docs` skriver sidan."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package and its licence, as it says itself."""

    name: str
    licence: str

    @property
    def is_copyleft(self) -> bool:
        """Whether the licence asks the same of what it is shipped with, and no other may be chosen: *GPL-3.0*."""
        choices = re.split(r"\s+or\s+", self.licence, flags=re.IGNORECASE)
        return all(_COPYLEFT.search(choice) and not _LESSER.search(choice) for choice in choices)


def needed(extras: Iterable[str] = ()) -> dict[str, Package]:
    """What the program needs with these extras, what that needs in turn, and so on, as far as it is installed."""
    found: dict[str, Package] = {}
    left = [*_own(extras)]
    seen = set()
    while left:
        name, wanted = left.pop()
        if (name, wanted) in seen:
            continue
        seen.add((name, wanted))
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = Package(name, _licence(package))
        left += _asked_for(package.requires or [], wanted)
    return found


def _own(extras: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """What ``pyproject.toml`` asks for: what is installed of ours may be older."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in extras)]
    for name, wanted in _asked_for(chain(*groups), ()):
        if name != project["name"]:
            yield name, wanted


def _asked_for(lines: Iterable[str], extras: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The packages that such lines ask for here with those extras, each with its own extras."""
    for requirement in map(Requirement, lines):
        marker = requirement.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            yield canonicalize_name(requirement.name), frozenset(requirement.extras)


def _said(head: PackageMetadata, name: str) -> str:
    """What a package says under that heading, and nothing where it hasn't one."""
    return next(iter(head.get_all(name) or ()), "")


def _licence(package: Distribution) -> str:
    """The licence by the package's own words: an SPDX expression, else a short text, else its classifiers."""
    head = package.metadata
    text = _said(head, "License").strip()
    is_name = "\n" not in text and 0 < len(text) <= _LONGEST
    classifiers = [
        each.rpartition(" :: ")[2] for each in head.get_all("Classifier") or [] if each.startswith("License")
    ]
    classified = " AND ".join(sorted({_short(each) for each in classifiers if each != "OSI Approved"}))
    named = _said(head, "License-Expression") or (_short(text) if is_name else "") or classified
    return named or text[:_LONGEST].replace("\n", " ") or _BY_HAND.get(canonicalize_name(head["Name"]), "")


def _short(name: str) -> str:
    """*Apache Software License* is *Apache-2.0*."""
    return next((short for part, short in _KNOWN.items() if part in name), name)


def faults() -> list[str]:
    """What may not be: a package without a licence, or one under a licence that asks too much."""
    shipped = needed(OPTIONAL)
    every = shipped | needed((*OPTIONAL, *DEVELOPMENT))
    for_tests = {name for name in every if name not in shipped and name in ONLY_FOR_TESTS}
    copyleft = [
        f"{each.name}: {each.licence} asks the same of what it is shipped with"
        for each in every.values()
        if each.is_copyleft and each.name not in for_tests
    ]
    return copyleft + [f"{each.name}: no licence is named" for each in every.values() if not each.licence]


def page() -> str:
    """The page of the handbook; what it tells of packages that aren't installed here stays."""
    core, optional = needed(), needed(OPTIONAL)
    every = needed((*OPTIONAL, *DEVELOPMENT))
    parts = {
        "Följer alltid med": core,
        f"Med tilläggen {listed([f'`{name}`' for name in OPTIONAL])}": _less(optional, core),
        "Bara för den som utvecklar programmet": _less(every, optional),
    }
    before = _before()
    lines = [_HEAD]
    for title, packages in parts.items():
        kept = {
            name: each for name, each in before.get(title, {}).items() if name not in every and not _is_here(name)
        }
        lines += ["", f"## {title}", "", "| paket | licens |", "| --- | --- |"]
        lines += [f"| {each.name} | {each.licence} |" for _, each in sorted((packages | kept).items())]
    return "\n".join([*lines, "", *(f"`{name}`: {why}" for name, why in ONLY_FOR_TESTS.items()), ""])


def _less(packages: dict[str, Package], known: Container[str]) -> dict[str, Package]:
    return {name: each for name, each in packages.items() if name not in known}


def _is_here(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


def _before() -> dict[str, dict[str, Package]]:
    """The tables of the page as it is, by their titles."""
    tables: dict[str, dict[str, Package]] = {}
    title = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines() if PAGE.exists() else []:
        title = line.removeprefix("## ") if line.startswith("## ") else title
        row = _ROW.fullmatch(line)
        if row and row[1] != "paket":
            tables.setdefault(title, {})[row[1]] = Package(row[1], row[2])
    return tables


if __name__ == "__main__":
    wrong = faults()
    print("\n".join(wrong) or "Every licence may be shipped.")
    sys.exit(bool(wrong))
