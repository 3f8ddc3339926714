"""Score the checks of spelling and grammar on errors that are made by program, of the sorts that officers leave.

    python -m tools.error_eval [--seed 1] [--number 100] [--details SORT] [LETTERS …]

Errors are made in the corpus's letters (``dev``) and in LETTERS, files and folders, one a block.  Odd seeds take one
half of the letters and even ones the other, so that what is tuned on one is measured on the other.  An error is found
if a finding that the right text doesn't have stands on its words.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category, Finding, Level
from klarsprak.letter import Block, Letter, Role
from tools.errors import Error, Place, made_at
from tools.spelling_eval import dev_letters, read_texts

_LEAST_WORDS = 4
"""Words of a block in which errors are made."""
_NEAR = 1
"""Code points from the error in which a finding still is on it."""
_ROLES = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.HEADING})


class Made(NamedTuple):
    """An error in a block of a letter."""

    block: Block
    error: Error

    @property
    def text(self) -> str:
        """The block's text with the error in it."""
        return self.block.text[: self.error.start] + self.error.wrong + self.block.text[self.error.end :]

    @property
    def shown(self) -> str:
        """The error with what stands around it."""
        start, end = self.error.start, self.error.start + len(self.error.wrong)
        text = self.text.replace("\n", " ")
        return f"{text[max(0, start - 45) : start]}[{text[start:end]}]{text[end : end + 30]}"


@dataclass
class Score:
    """What was found, by the sort of the error."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    sure: Counter[str] = field(default_factory=Counter)
    missed: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    words: int = 0
    alarms: list[str] = field(default_factory=list)
    """What was found in the text without errors."""


def evaluate(letters: Iterable[Letter], seed: int, number: int, only: str = "") -> Score:
    """The score on so many errors of each sort, as far as the letters give room for them."""
    checker = Checker(Config(select=[str(Category.SPRAKFEL), str(Category.SKRIVREGLER)]))
    score = Score()
    possible: defaultdict[str, list[Made]] = defaultdict(list)
    for letter in letters:
        if crc32(letter.source.encode()) % 2 == seed % 2:
            chance = random.Random(f"{seed} {letter.source}")
            for made in _possible(checker, letter, score, chance):
                if made.error.sort.startswith(only):
                    possible[made.error.sort].append(made)
    for sort, every in sorted(possible.items()):
        for made in random.Random(seed).sample(every, min(number, len(every))):
            _add(score, checker, sort, made)
    return score


def _possible(checker: Checker, letter: Letter, score: Score, chance: random.Random) -> Iterator[Made]:
    """The errors that may be made in a letter; what is found in it as it stands is noted."""
    report, analysis = checker.examined(letter)
    score.words += report.words
    for finding in report.findings:
        if finding.category == Category.SPRAKFEL and finding.place is not None:
            text = letter.blocks[finding.place.block].text
            around = " ".join(text[max(0, finding.place.start - 40) : finding.place.end + 40].split())
            score.alarms.append(f"{finding.level.name} {finding.rule}: [{finding.text}] {around}")
    for block, sentence in analysis.sentences:
        if block.block.role in _ROLES and sentence.end - sentence.start >= _LEAST_WORDS and block.is_prose:
            for error in made_at(Place(block, sentence.start, sentence.end), chance):
                yield Made(block.block, error)


def _add(score: Score, checker: Checker, sort: str, made: Made) -> None:
    """Check the block with the error in it, and count what becomes of it."""
    right = {(finding.rule, finding.text) for finding in _findings(checker, made.block, made.block.text)}
    on_it = [
        finding
        for finding in _findings(checker, made.block, made.text)
        if (finding.rule, finding.text) not in right and _is_on(finding, made.error)
    ]
    score.made[sort] += 1
    score.found[sort] += bool(on_it)
    score.sure[sort] += any(finding.level >= Level.WARNING for finding in on_it)
    if not on_it:
        score.missed[sort].append(made.shown)


def _findings(checker: Checker, block: Block, text: str) -> list[Finding]:
    return checker.check(Letter("block", "txt", [replace(block, text=text)], [])).findings


def _is_on(finding: Finding, error: Error) -> bool:
    place = finding.place
    if place is None:
        return False
    return place.start <= error.start + len(error.wrong) + _NEAR and error.start - _NEAR <= place.end


def table(score: Score) -> Iterator[str]:
    """The score as a Markdown table, and what was found in the text without errors."""
    yield "| sort | errors | found | at warning | share |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for sort, made in sorted(score.made.items()):
        yield f"| {sort} | {made} | {score.found[sort]} | {score.sure[sort]} | {score.found[sort] / made:.2f} |"
    made, found, sure = (sum(counter.values()) for counter in (score.made, score.found, score.sure))
    yield f"| all | {made} | {found} | {sure} | {found / max(made, 1):.3f} |"
    yield ""
    yield f"{score.words} words without errors, {len(score.alarms)} findings of sprakfel in them."


def main() -> None:
    """Print the table, and what is missed of the sorts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("letters", type=Path, nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=100, help="errors of each sort, at most")
    parser.add_argument("--only", default="", help="what the sorts begin with")
    parser.add_argument("--details", nargs="*", default=[], help="sorts whose misses are listed; all: every sort")
    parser.add_argument("--alarms", action="store_true", help="list what is found in the text without errors")
    arguments = parser.parse_args()
    letters = [*dev_letters(), *(letter for path in arguments.letters for letter in read_texts(path))]
    score = evaluate(letters, arguments.seed, arguments.number, arguments.only)
    print("\n".join(table(score)))
    for sort, missed in sorted(score.missed.items()):
        if sort in arguments.details or "all" in arguments.details:
            print(f"\n{sort}:", *missed, sep="\n  ")
    if arguments.alarms:
        print("\nAlarms:", *score.alarms, sep="\n  ")


if __name__ == "__main__":
    main()
