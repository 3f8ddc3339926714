"""How fast the register loads, and which letters cite changed law: ``python -m bench.law_watch [--letters N]``.

The ledger is made of letters that cite the acts that letters cite; the registers differ in every act that is known
section by section, and in some that were repealed.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.citations import uses_in
from klarsprak.audit.ledger.ledger import Seen, opened
from klarsprak.audit.letter.results import Facts, LetterResult
from klarsprak.audit.version import Version
from klarsprak.laws import Register, load_register
from klarsprak.laws.changes import Changes, Place, difference
from klarsprak.laws.imported import ImportedAct, ImportedRegister, write_register
from klarsprak.laws.uses import affected_by
from klarsprak.laws.wording import Key, Mark, Wording

DAYS = (date(2026, 5, 1), date(2026, 11, 1))
SECTIONS = 60
ACTS = 9_000
"""As many as the register has when all acts have been fetched."""


def register(path: Path, number: int) -> Path:
    """A register of all acts with their sections; a fifth of them differ between the first and the second."""
    shipped = load_register(None)
    acts, wordings = {}, {}
    for sfs in shipped.numbers()[:ACTS]:
        act = shipped.get(sfs)
        assert act is not None
        is_repealed = number == 1 and act.in_force and len(acts) % 50 == 0
        acts[sfs] = ImportedAct(sfs, act.name, is_repealed or not act.in_force, chapters={"1": SECTIONS})
        marks = {Key("1", str(n)): Mark(f"{n * (1 + number * (n % 5 == 0)):08x}") for n in range(1, SECTIONS + 1)}
        wordings[sfs] = Wording(marks)
    write_register(path, ImportedRegister(DAYS[number], acts, wordings))
    return path


def fill(path: Path, letters: int) -> None:
    """A ledger of so many letters, with three citations each."""
    cited = [sfs for sfs, act in load_register(None).cited.items() if not act.is_eu]
    weights = [1 / (rank + 1) for rank in range(len(cited))]
    chance = random.Random(1)
    with ledger.writing(path, Version("bench", "", "")) as book:
        for number in range(letters):
            acts = set(chance.choices(cited, weights, k=3))
            places = tuple(Place(sfs, "1", str(chance.randint(1, SECTIONS))) for sfs in sorted(acts))
            result = LetterResult("text", None, 100, facts=Facts(cited=places))
            content = book.add(number.to_bytes(4, "big"), (result,))
            book.see(Seen(f"/arkiv/{number}.txt"), content)
        book.end()


def affected(path: Path, old: Path, new: Path) -> int:
    """How many places have changed, as ``laws affected --audit`` finds them."""
    with opened(path) as database:
        uses = uses_in(database)
        found = affected_by(uses, Changes(Register(old), Register(new)), with_files=False)
        uses.citing([each.place for each in found])
    return len(found)


def load_seconds(path: Path | None) -> float:
    """Processor seconds to read a register and look up a name, a short form and chapters; the best of five."""
    return min(_timed(lambda: _look_up(Register(path))) for _ in range(5))


def _look_up(register: Register) -> None:
    register.find_by_name("socialtjänstlagen")
    register.find_by_short("SoL")
    _ = register.chapters


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the processor seconds that each takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    letters = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as folder:
        old, new = (register(Path(folder) / f"{number}.tsv.gz", number) for number in (0, 1))
        print(f"register that ships: {load_seconds(None):.3f} s (aim 0.05)")
        print(f"a register of {ACTS} acts, imported: {load_seconds(new):.3f} s")
        path = Path(folder) / "audit.sqlite"
        fill(path, letters)
        start = time.process_time()
        places = affected(path, old, new)
        print(f"laws affected, {letters} letters: {time.process_time() - start:.1f} s, {places} places (aim 5)")
        print(f"laws diff of them: {_timed(lambda: difference(Register(old), Register(new))):.1f} s")


if __name__ == "__main__":
    main()
