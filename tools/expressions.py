"""``python -m tools.expressions``: every regular expression of the package and its packs, and those that explode.

They are caught as they are compiled, while every module is imported and a letter is checked: run in a process of its
own, before anything else has imported the package.
"""

from __future__ import annotations

import gc
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import FrameType
from typing import Any

_PACKAGE = "/klarsprak/"
_LONGEST = 4000
"""Signs of an expression that is tried: longer ones are lists of signs, made for the tokeniser by its library."""
Found = dict[tuple[str | bytes, int], str]
"""Each expression and its flags, with where it is compiled."""


@contextmanager
def _caught() -> Iterator[Found]:
    """What is compiled meanwhile by a module of the package."""
    found: Found = {}
    library: Any = re
    compiled = library._compile

    def compile_and_note(pattern: Any, flags: int) -> Any:
        where = _module_of(sys._getframe(1))
        if where and isinstance(pattern, str | bytes):
            found.setdefault((pattern, int(flags)), where)
        return compiled(pattern, flags)

    library._compile = compile_and_note
    try:
        yield found
    finally:
        library._compile = compiled


def _module_of(frame: FrameType | None) -> str | None:
    """The module of the package that asks for it, and the line; None for one of another's."""
    for _ in range(4):
        if frame is None:
            return None
        file = frame.f_code.co_filename.replace("\\", "/")
        if _PACKAGE in file:
            return f"{file.rpartition(_PACKAGE)[2]}:{frame.f_lineno}"
        frame = frame.f_back
    return None


def find() -> Found:
    """Every expression that is compiled at import, for the rules that ship, or when a letter is checked."""
    with _caught() as found:
        import klarsprak

        for module in pkgutil.walk_packages(klarsprak.__path__, "klarsprak."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
        from klarsprak.checker import Checker
        from klarsprak.gate.examine import _FIRST
        from klarsprak.lazy_regex import LazyRegex

        checker = Checker()
        for rule in checker.rules:
            for regex in getattr(rule, "regex", ()):
                found.setdefault((regex, 0), f"regeln {rule.name}")
        for lazy in filter(lambda made: isinstance(made, LazyRegex), gc.get_objects()):
            lazy.search("")
        klarsprak.check_text(_FIRST, checker=checker, whole=True)
    return found


def explosive(found: Found) -> Iterator[str]:
    """Where those stand that explode, and what they are."""
    from klarsprak.matching.exploding import explodes

    for (regex, flags), where in found.items():
        text = regex.decode("latin-1") if isinstance(regex, bytes) else regex
        if len(text) <= _LONGEST and explodes(text, flags):
            yield f"{where}: {' '.join(text.split())[:100]}"


def main() -> int:
    """Print them; exit code 1 where one explodes."""
    found = find()
    worst = list(explosive(found))
    print(f"{len(found)} expressions, {len(worst)} explode")
    print(*worst, sep="\n")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
