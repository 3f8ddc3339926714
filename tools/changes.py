"""``python -m tools.changes FOLDER…``: what ``klarsprak fix`` would write into letters, to be judged by hand.

Draws ``--number`` of the changes at random (``--seed``), each with its sentence before and after it, the rule and the
file, tab-separated.  A change is right if the sentence after it is right Swedish and says the same as before.  Draw
with a new seed, or from other letters, after anything has been mended: what the code was mended on says nothing of
the rest.  ``--count`` prints instead how many changes each rule makes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.editing.fixes import Fix, fixes, sentence_of
from klarsprak.finding import Report
from klarsprak.letter import Letter


class Change(NamedTuple):
    """A change in its sentence: the words stand within ``[…]`` before, what is written for them after."""

    before: str
    after: str
    rule: str
    file: str


def changes(folders: Sequence[Path]) -> Iterator[Change]:
    """All that would be changed in the letters of the folders, in the order of their names."""
    checker = Checker()
    for letter in _letters(folders):
        report = checker.check(letter)
        for fix in fixes(report):
            yield _as_change(fix, report)


def _letters(folders: Sequence[Path]) -> Iterator[Letter]:
    """The letters that can be read: an unreadable one is changed nowhere."""
    for path in readers.find_letters([str(folder) for folder in folders]):
        if isinstance(path, Path):
            yield from (letter for letter in readers.read_file(path) if isinstance(letter, Letter))


def _as_change(fix: Fix, report: Report) -> Change:
    """The change with the sentence, or sentences, that its words stand in."""
    block, first, last = sentence_of(fix, report)
    text = report.texts[block]
    head, tail = text[first : fix.start], text[fix.end : last]
    before = f"{head}[{text[fix.start : fix.end]}]{tail}"
    after = f"{head}[{fix.new}]{tail}"
    return Change(_on_one_line(before), _on_one_line(after), fix.rule, Path(report.file).name)


def _on_one_line(text: str) -> str:
    """The text without tabs and line breaks, which would part the columns and rows."""
    return " ".join(text.split())


def drawn(every: Iterable[Change], number: int, seed: int) -> list[Change]:
    """So many of the changes at random; the same sentence of several letters, as templates have it, counts once."""
    once = {(change.before, change.after): change for change in every}
    candidates = list(once.values())
    return random.Random(seed).sample(candidates, min(number, len(candidates)))


def counts(every: Iterable[Change]) -> Iterator[str]:
    """All changes, then those of each rule, the most frequent first: *12⇥kanslisvenska.erhålla*."""
    by_rule = Counter(change.rule for change in every)
    yield f"{by_rule.total()}\tsammanlagt"
    for rule, count in by_rule.most_common():
        yield f"{count}\t{rule}"


def main() -> None:
    """Print the changes drawn, or how many there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="letters in any format that klarsprak reads")
    parser.add_argument("--number", type=int, default=100, help="changes to draw")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", action="store_true", help="the number of changes by rule instead")
    arguments = parser.parse_args()
    every = changes(arguments.folders)
    if arguments.count:
        print(*counts(every), sep="\n")
        return
    lines = ("\t".join(change) for change in drawn(every, arguments.number, arguments.seed))
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
