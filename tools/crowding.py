"""How crowded the code is: branch points a function line, package by package; ``python -m tools.crowding``.

Branch points are McCabe's cyclomatic complexity as radon counts it: one for the function, and one more for each place
where its way divides, comprehensions and boolean operators included.  Lines are those of functions, ``def`` to the
last one.
"""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from radon.visitors import ComplexityVisitor, Function

PACKAGE = Path(__file__).parents[1] / "klarsprak"
HIGH = 7
"""Complexity above which a function is named with ``--functions``."""


@dataclass
class Crowding:
    """Branch points and lines of a package's functions, and how many functions are too complex."""

    points: int = 0
    lines: int = 0
    high: int = 0

    @property
    def share(self) -> float:
        """Branch points a line."""
        return self.points / self.lines if self.lines else 0.0

    def add(self, other: Crowding) -> None:
        """Count the other's in."""
        self.points += other.points
        self.lines += other.lines
        self.high += other.high


def functions(source: str) -> Iterator[Function]:
    """The functions and methods of a module, those inside others too."""
    found = ComplexityVisitor.from_code(source)
    methods = (method for each in found.classes for method in each.methods)
    for each in (*found.functions, *methods):
        yield each
        yield from each.closures


def measure(source: str) -> Crowding:
    """The crowding of a module's source."""
    every = list(functions(source))
    points = sum(each.complexity for each in every)
    high = sum(each.complexity > HIGH for each in every)
    return Crowding(points, sum(map(_length, _outermost(ast.parse(source)))), high)


def _outermost(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions that stand in no other function."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
        else:
            yield from _outermost(child)


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def by_package(root: Path) -> dict[str, Crowding]:
    """The crowding of each folder of modules, by its path below ``root``."""
    found: dict[str, Crowding] = {}
    for path in sorted(root.rglob("*.py")):
        name = path.parent.relative_to(root.parent).as_posix()
        found.setdefault(name, Crowding()).add(measure(path.read_text(encoding="utf-8")))
    return found


def table(packages: dict[str, Crowding]) -> Iterator[str]:
    """A line a package, the most crowded first, and one for all."""
    every = Crowding()
    yield f"{'package':<34} {'points':>6} {'lines':>6} {'share':>6} {f'over {HIGH}':>7}"
    for name, each in sorted(packages.items(), key=lambda item: -item[1].share):
        every.add(each)
        yield _row(name, each)
    yield _row("all", every)


def _row(name: str, each: Crowding) -> str:
    return f"{name:<34} {each.points:>6} {each.lines:>6} {each.share:>6.2f} {each.high:>7}"


def complex_functions(paths: Iterable[Path]) -> Iterator[str]:
    """A line for each function that is too complex, the most complex first."""
    found = [
        (each.complexity, f"{path}:{each.lineno}", each.fullname)
        for path in paths
        for each in functions(path.read_text(encoding="utf-8"))
        if each.complexity > HIGH
    ]
    for complexity, where, name in sorted(found, reverse=True):
        yield f"{complexity:>4}  {where}  {name}"


def main() -> None:
    """Print the table, or with ``--functions`` those that are too complex."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=PACKAGE, help="the package, or a folder of it")
    parser.add_argument("--functions", action="store_true", help=f"list the functions with a complexity over {HIGH}")
    chosen = parser.parse_args()
    lines = (
        complex_functions(sorted(chosen.folder.rglob("*.py")))
        if chosen.functions
        else table(by_package(chosen.folder))
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
