"""``make bench``: start-up, reading, language and rules, and with a folder of real files how they are read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"


def main() -> None:
    """Run every measurement in a process of its own, so that none warms another's caches."""
    docx = [str(path) for path in sorted(LETTERS.glob("*.docx"))]
    parts = [
        ["startup"],
        ["docx_speed", *docx],
        ["language"],
        ["rules", *sys.argv[1:2]],
        ["packs"],
        ["growth"],
        ["gate"],
        ["audit"],
        ["packages"],
        ["peers"],
        ["formats"],
        ["smtp", "--messages", "100", "--kills", "10", "--rate", "500", "--flat", "500"],
        ["server", "--requests", "2000", "--hostile", "200", "--kills", "10"],
    ]
    parts += [["laws", *sys.argv[1:]], ["law_watch"]]
    for folder in sys.argv[1:]:
        parts += [["real_files", folder], ["real_pdfs", folder]]
    for name, *arguments in parts:
        print(f"\n== {name}", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{name}", *arguments], check=False)


if __name__ == "__main__":
    main()
