"""How fast archive packages are audited: ``python -m bench.packages [--records N]``.

The same letters as plain files in folders and as the records of a package that went out: a folder, a zip file and a
packed tar file.  First only what finds and reads them, then whole audits on two processes.  An audit that nobody
counts comes first, since the first one is slower, and each is done twice, forwards and backwards in turn; processor
time tells the same where the machine does something else too.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.archive import make
from bench.audit import Watch, timed_audit
from klarsprak.audit.sources.archive import read_archive
from tests.audit.sources.packing import DATA, Handling, in_folder, in_tar, in_zip, package

AIM = 0.9
"""Share of the plain folder's letters a second."""
JOBS, ROUNDS = 2, 2


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--only-reading", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        places = _made(folder, options.records)
        for kind, place in places.items():
            _measure_reading(kind, place)
        if options.only_reading:
            return
        _measure_audits(places, folder)


def _measure_audits(places: dict[str, Path], folder: Path) -> None:
    """Audit each twice, and compare them with the plain folder."""
    _audit(places["folder"], folder)
    seconds, processor = defaultdict[str, float](float), defaultdict[str, float](float)
    for kind in (*places, *reversed(places)):
        watch = _audit(places[kind], folder)
        seconds[kind] += 1 / watch.rate
        processor[kind] += 1000 * watch.processor / len(watch.moments)
    for kind in places:
        rate, cost = ROUNDS / seconds[kind], processor[kind] / ROUNDS
        share, saved = seconds["folder"] / seconds[kind], processor["folder"] / processor[kind]
        print(f"{kind}: {rate:.1f} letters a second, {share:.0%} of the plain folder's (aim {AIM:.0%})")
        print(f"{kind}: {cost:.1f} ms of processor time a letter, by which it would be {saved:.0%}")


def _audit(place: Path, folder: Path) -> Watch:
    """A whole audit with a ledger of its own."""
    book = folder / "audit.sqlite"
    for path in folder.glob(f"{book.name}*"):
        path.unlink()
    watch, _ = timed_audit(place, book, JOBS)
    return watch


def _made(folder: Path, records: int) -> dict[str, Path]:
    """The letters in each way in which they can lie."""
    plain = folder / "plain"
    make(plain, records)
    letters = {path.name: path.read_bytes() for path in sorted(plain.rglob("*")) if path.is_file()}
    cases = {f"KS {name}": [Handling((f"{DATA}/{name}",), dates={"sent": "2024-01-01"})] for name in letters}
    files = package(letters, cases)
    ways: dict[str, Callable[[], Path]] = {
        "package": lambda: in_folder(files, folder / "package"),
        "zip": lambda: in_zip(files, folder / "package.zip"),
        "tar.gz": lambda: in_tar(files, folder / "package.tar.gz"),
    }
    return {"folder": plain} | {kind: way() for kind, way in ways.items()}


def _measure_reading(kind: str, place: Path) -> None:
    """Find and read every letter, and do nothing with it."""
    start = time.perf_counter()
    number = sum(len(source.read()[0]) > 0 for source in read_archive([str(place)]))
    seconds = time.perf_counter() - start
    print(f"{kind}: {number} letters found and read in {seconds:.1f} s, {1000 * seconds / number:.2f} ms each")


if __name__ == "__main__":
    main()
