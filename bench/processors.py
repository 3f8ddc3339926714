"""The same findings on an older processor, or another one: ``python -m bench.processors [--cpu NAME …]``.

Switches in the environment choose other code in OpenBLAS and numpy, but blis and the C library still see the
machine's processor.  ``qemu-x86_64`` (Debian's package *qemu-user*) imitates a whole one, which takes long: Nehalem
has no AVX, Haswell has AVX2, and neither has AVX-512.  Exit code 1 where findings differ.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
_SAME = {"PYTHONHASHSEED": "0", "OPENBLAS_NUM_THREADS": "1"}
"""So that sets are shown in one order, and no threads are imitated."""
_CHECK = """
import json, sys
from pathlib import Path
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.readers import read_file
from klarsprak.reports.json import letter as told
checker = Checker(Config())
for name in sys.argv[1:]:
    reports = [checker.check(letter) for letter in read_file(Path(name))]
    print(json.dumps([name, sum(len(report.findings) for report in reports), list(map(told, reports))]), flush=True)
"""


def found(letters: Sequence[Path], before: Sequence[str]) -> list[Any]:
    """All that is said of each letter, by a Python that is started with ``before`` in front of it."""
    # One that starts others would start them on the machine's own processor.
    command = [*before, sys.executable, "-c", _CHECK, *map(str, letters)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, check=True, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> int:
    """Print what differs; exit code 1 where anything does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--qemu", default="qemu-x86_64")
    parser.add_argument("--cpu", nargs="+", default=["Nehalem", "Haswell"], help="as qemu calls them")
    parser.add_argument("--letters", type=int, default=10)
    wanted = parser.parse_args()
    letters = sorted(LETTERS.glob("*.docx"))[: wanted.letters]
    here = found(letters, [])
    print(f"this machine: {len(here)} letters, {sum(said[1] for said in here)} findings", flush=True)
    differing = 0
    for cpu in wanted.cpu:
        began = time.monotonic()
        there = found(letters, [wanted.qemu, "-cpu", cpu])
        others = [name for (name, *said), (_, *other) in zip(here, there, strict=True) if said != other]
        print(
            f"{cpu}: {len(others)} letters differ ({time.monotonic() - began:.0f} s)", *others, sep="\n  ", flush=True
        )
        differing += len(others)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
