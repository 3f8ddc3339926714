"""``python -m tools.expressions [--share N --seed S --signs N]``: all expressions of package and packs, measured.

Each is tried on the texts of 1,000 signs that are hardest for it, made of its own parts, and from every place in them
on, which is more than most are asked for.  What takes more than the square of the length takes seconds there, what
explodes takes years: these are printed, and then the exit code is 1.  With ``--share 10`` only a tenth of the
expressions is tried, by chance, as ``--seed`` has it.  With ``--signs 10000`` the texts are longer, and broken as
those of letters are: what is printed then takes the square of a text's length, and must not meet a whole paragraph.

They are caught as they are compiled, while every module is imported and a letter is checked: run in a process of its
own, before anything else has imported the package.
"""

from __future__ import annotations

import argparse
import gc
import pkgutil
import random
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib import import_module
from types import FrameType
from typing import Any, NamedTuple

from klarsprak.matching.pumping import Hard, hard_texts

_PACKAGE = "/klarsprak/"
_LONGEST = 4000
"""Signs of an expression that is tried: longer ones are lists."""
SIGNS = 1_000
MOST_SECONDS = 0.4
"""For such a text; the square of its length takes a hundredth of that, its cube seconds."""
_STEPS_A_SIGN = re.compile("[^.]{0,300}b")
"""Takes a few hundred steps for each sign of a text without stops, as slow as an expression may be."""
_ENOUGH_SECONDS = 0.2
_TIMES_SLOWER = 6
"""Than that on the same machine: the square of 10,000 signs goes far beyond."""
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


class Slow(NamedTuple):
    """An expression that takes too long, where it stands, and a text that shows it."""

    where: str
    seconds: float
    regex: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.seconds:.2f} s over {self.text[:20]!r}…: {' '.join(self.regex.split())[:100]}"


def slow(found: Iterable[tuple[tuple[str | bytes, int], str]], signs: int = SIGNS) -> Iterator[Slow]:
    """Those that take longer than they may over texts of so many signs."""
    for (regex, flags), where in found:
        text = regex.decode("latin-1") if isinstance(regex, bytes) else regex
        if len(text) <= _LONGEST:
            seconds, hard = _worst(re.compile(text, flags), hard_texts(text, flags), signs)
            if seconds > _most(signs):
                yield Slow(where, seconds, text, hard)


def _most(signs: int) -> float:
    """The seconds that a text of so many signs may take."""
    return MOST_SECONDS if signs <= SIGNS else _TIMES_SLOWER * _bounded_seconds(signs)


@cache
def _bounded_seconds(signs: int) -> float:
    """Processor seconds that the slowest expression that is let by takes of so many signs here.

    Of many runs: some systems count them in steps as long as one.
    """
    text, runs, start = "a" * signs, 0, time.process_time()
    while (spent := time.process_time() - start) < _ENOUGH_SECONDS:
        _STEPS_A_SIGN.search(text)
        runs += 1
    return spent / runs


def _worst(compiled: re.Pattern[str], hard: Iterable[Hard], signs: int) -> tuple[float, str]:
    """The most seconds that a text takes, and the text; the first that takes more than it may is enough."""
    from klarsprak.language.unbroken import broken  # only when find() has caught what it compiles

    worst = (0.0, "")
    most = _most(signs)
    for each in hard:
        text = each.text_of(max(1, signs // len(each.body)))
        text = text if signs <= SIGNS else broken(text)
        worst = max(worst, (_seconds(compiled, text, most), text))
        if worst[0] > most:
            break
    return worst


def _seconds(compiled: re.Pattern[str], text: str, most: float) -> float:
    """Processor seconds for all that fits in the text; no more than is needed to tell that they are over ``most``."""
    start = time.process_time()
    with suppress(_TooLong), _stopped(2 * most):
        for _ in compiled.finditer(text):
            pass
    return time.process_time() - start


class _TooLong(BaseException):
    """It takes too long."""


@contextmanager
def _stopped(seconds: float) -> Iterator[None]:
    """Raises ``_TooLong``, also within an expression, soon after those processor seconds."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def main() -> int:
    """Print them; exit code 1 where one takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=int, default=1, help="try one in so many")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--signs", type=int, default=SIGNS, help="the length of the texts")
    wanted = parser.parse_args()
    found = sorted(find().items(), key=repr)
    chosen = random.Random(wanted.seed).sample(found, len(found) // wanted.share)
    worst = list(slow(chosen, wanted.signs))
    print(f"{len(chosen)} of {len(found)} expressions, {len(worst)} take too long")
    print(*worst, sep="\n")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
