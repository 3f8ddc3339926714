"""How often each rule finds something in a folder of letters: a rule that never does may be written wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.kinds import Rule
from klarsprak.letter import Letter


def coverage(rules: Sequence[Rule], config: Config, letters: Iterable[Letter]) -> Counter[str]:
    """Findings of each of the rules in all letters, also what a baseline knows; those without findings have 0."""
    # The rules are chosen already; what chooses them may name others.
    checker = Checker(Config(organisation=config.organisation, allow=config.allow, signature=config.signature), rules)
    counts = Counter({rule.name: 0 for rule in rules})
    for letter in letters:
        report, _ = checker.examined(letter)
        counts.update(finding.rule for finding in report.findings)
    return counts


def lines(counts: Counter[str], letters: int) -> Iterator[str]:
    """The counts as a person reads them: what fired, the most first, and what never did."""
    silent = [name for name, number in counts.items() if number == 0]
    if len(silent) < len(counts):
        yield f"Anmärkningar i {letters} brev:"
        yield from _rows(counts)
    if silent:
        yield f"Regler utan anmärkning i {letters} brev ({len(silent)}):"
        yield from map("        {}".format, silent)


def _rows(counts: Counter[str]) -> Iterator[str]:
    """A line for each rule that found something: *    12  kanslisvenska.erhålla*."""
    for name, number in counts.most_common():
        if number:
            yield f"{number:>6}  {name}"
