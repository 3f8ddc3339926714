"""From a cold start to the result: seconds and peak memory of ``klarsprak check`` for a one-page docx.

With the address of a running ``klarsprak serve`` also what it takes to ask that one, beside a bare start of Python.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import psutil

LETTER = Path(__file__).parents[1] / "corpora" / "letters" / "beslut-fardtjanst.docx"
RUNS = 10


def run(arguments: list[str]) -> tuple[float, float]:
    """Seconds and the peak of resident memory in MB of one process."""
    start = time.perf_counter()
    process = psutil.Popen([sys.executable, *arguments], stdout=-3, stderr=-3)
    peak = 0
    while process.poll() is None:
        try:
            peak = max(peak, process.memory_info().rss)
        except psutil.NoSuchProcess:
            break
        time.sleep(0.002)
    process.wait()
    return time.perf_counter() - start, peak / 1e6


def main() -> None:
    """Print the medians, and beside them what numpy's import alone takes, to compare machines by."""
    check = [run(["-m", "klarsprak", "check", "--exit-zero", str(LETTER)]) for _ in range(RUNS)]
    bare = [run(["-c", "import numpy"]) for _ in range(RUNS)]
    seconds, memory = (statistics.median(values) for values in zip(*check, strict=True))
    imports = statistics.median(value for value, _ in bare)
    print(f"cold start to result, {LETTER.name}: {seconds:.2f} s median of {RUNS}, peak memory {memory:.0f} MB")
    print(f"  of which numpy's import alone {imports:.2f} s (ratio {seconds / imports:.2f})")
    for server in sys.argv[1:]:
        _asked(server)


def _asked(server: str) -> None:
    """Print what it takes to ask a server."""
    command = ["-m", "klarsprak", "check", "--exit-zero", "--server", server, str(LETTER)]
    asked, bare = ([run(each) for _ in range(2 * RUNS)] for each in (command, ["-c", "pass"]))
    seconds, memory = zip(*asked, strict=True)
    print(f"asked of {server}: {statistics.median(seconds):.3f} s, least {min(seconds):.3f}; {max(memory):.0f} MB")
    print(f"  of which a bare start of Python {min(each for each, _ in bare):.3f} s")


if __name__ == "__main__":
    main()
