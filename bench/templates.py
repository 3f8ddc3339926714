"""How long the list of what to mend in the templates takes: ``python -m bench.templates [--letters N]``.

The ledger is made: letters of forty templates, each with ten findings.  What is filled into a template's text differs
from letter to letter, and so do some values of their fingerprints and of their sentences' sketches.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from klarsprak.audit.ledger import ledger
from klarsprak.audit.ledger.ledger import Seen, opened
from klarsprak.audit.letter.fingerprint import VALUES
from klarsprak.audit.letter.results import Facts, FoundThing, LetterResult
from klarsprak.audit.reports.statistics import gather as gather_statistics
from klarsprak.audit.reports.template_list import gather
from klarsprak.audit.version import Version

AIM = 5
TEMPLATES, FINDINGS, RULES = 40, 10, 200
OWN_WORDS = 0.3
"""Share of the letters in which something that counts is filled in: a word that is no name, number or date."""
_FIRST, _DAYS = date(2022, 1, 1), 4 * 365
_UNITS = ("Socialförvaltningen", "Byggnadsnämnden", "Miljökontoret")


_Result = TypeVar("_Result")


class _Template:
    """Some letters alike: their fingerprint and, of each finding, its rule and the sketch of its sentence."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.print = chance.randbytes(2 * VALUES)
        self.rules = [f"paket.regel{chance.randrange(RULES)}" for _ in range(FINDINGS)]
        self.sketches = [chance.randbytes(2 * VALUES) for _ in range(FINDINGS)]

    def letter(self) -> LetterResult:
        day = _FIRST + timedelta(days=self.chance.randrange(_DAYS))
        facts = Facts(day.isoformat(), self.chance.choice(_UNITS), ("avslag",), template=self._varied(self.print))
        return LetterResult("docx", None, 280, facts=facts, metrics={"lix": 40.0}, findings=tuple(self._findings()))

    def _findings(self) -> Iterator[FoundThing]:
        for at, (rule, sketch) in enumerate(zip(self.rules, self.sketches, strict=True)):
            yield FoundThing(rule, "ton", 2, at, "paragraph", 0, 9, sentence=self._varied(sketch))

    def _varied(self, values: bytes) -> bytes:
        """The values, in some letters with three of them changed."""
        if self.chance.random() >= OWN_WORDS:
            return values
        changed = bytearray(values)
        for at in self.chance.sample(range(VALUES), 3):
            changed[2 * at : 2 * at + 2] = self.chance.randbytes(2)
        return bytes(changed)


def fill(path: Path, letters: int) -> None:
    """A ledger of so many letters."""
    chance = random.Random(1)
    templates = [_Template(chance) for _ in range(TEMPLATES)]
    with ledger.writing(path, Version("bench", "", "")) as book:
        for number in range(letters):
            content = book.add(number.to_bytes(4, "big"), (chance.choice(templates).letter(),))
            book.see(Seen(f"/arkiv/{number}.docx"), content)
        book.end()


def main() -> None:
    """Print the processor seconds that each takes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--letters", type=int, default=100_000)
    letters = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "audit.sqlite"
        fill(path, letters)
        known = f"{letters} letters with {letters * FINDINGS} findings"
        with opened(path) as database:
            seconds, found = _timed(lambda: len(gather(database, False, [], print).fixes))
            print(f"audit templates, {known}: {seconds:.1f} s, {found} sentences to mend (aim {AIM})")
        with opened(path) as database:
            seconds, _ = _timed(lambda: gather_statistics(database, False))
            print(f"audit report, {known}: {seconds:.1f} s")


def _timed(work: Callable[[], _Result]) -> tuple[float, _Result]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


if __name__ == "__main__":
    main()
