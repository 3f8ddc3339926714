"""``python -m tools.judge FOLDER``: findings in texts that nobody wrote for the project, to be judged by hand.

Prints a random sample (``--sample``, ``--seed``), or the most frequent findings (``--frequent``), each with the words
around it.  Judge every one as a language consultant would: right, if a letter of that kind ought not to say so.  The
share judged right is the precision.  Sample with a new seed, or over other texts, after a rule has been changed: what
the rules were mended on says nothing of how they do elsewhere.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.finding import Finding, FindingPlace, Level
from klarsprak.letter import Letter

_AROUND = 90
"""Characters shown on either side."""


class Seen(NamedTuple):
    """A finding and where it stands, with ``[…]`` around its words."""

    finding: Finding
    file: str
    context: str


def findings(checker: Checker, folder: Path, level: Level) -> Iterator[Seen]:
    """All findings with words of at least that level in the letters below ``folder``, in the order of their names."""
    paths = [path for path in readers.find_letters([str(folder)]) if isinstance(path, Path)]
    for letter in (letter for path in paths for letter in readers.read_file(path)):
        if isinstance(letter, Letter):
            for finding in checker.check(letter).findings:
                if finding.place is not None and finding.level >= level:
                    context = _context(letter.blocks[finding.place.block].text, finding.place)
                    yield Seen(finding, Path(letter.source).name, context)


def _context(text: str, place: FindingPlace) -> str:
    start, end = place.start, place.end
    parts = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
    return " ".join("{}[{}]{}".format(*parts).split())


def frequent(seen: Iterable[Seen], number: int) -> Iterator[str]:
    """The rules with the most findings, then the most frequent pairs of rule and words with a context each."""
    groups: defaultdict[tuple[str, str], list[Seen]] = defaultdict(list)
    for one in seen:
        groups[one.finding.rule, one.finding.text.lower()].append(one)
    rules = Counter({group: len(found) for group, found in groups.items()})
    by_rule: Counter[str] = Counter()
    for (rule, _), count in rules.items():
        by_rule[rule] += count
    for rule, count in by_rule.most_common(number):
        yield f"{count}\t{rule}"
    for group, count in rules.most_common(number):
        yield f"{count}\t{_line(groups[group][0])}"


def sample(seen: Iterable[Seen], number: int, seed: int) -> Iterator[str]:
    """That many findings drawn at random, one a line."""
    every = list(seen)
    for one in random.Random(seed).sample(every, min(number, len(every))):
        yield _line(one)


def _line(seen: Seen) -> str:
    finding = seen.finding
    advice = " / ".join(finding.suggestions[:2])
    return f"{finding.level}\t{finding.rule}\t{seen.context}\t→ {advice}\t{seen.file}"


def main() -> None:
    """Print the findings asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="texts in any format that klarsprak reads")
    parser.add_argument(
        "--level", choices=["info", "warning", "error"], default="warning", help="at least this level"
    )
    parser.add_argument("--frequent", type=int, metavar="N", help="the N most frequent instead of a sample")
    parser.add_argument("--sample", type=int, metavar="N", default=200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    seen = findings(Checker(), arguments.folder, Level.parse(arguments.level))
    lines = (
        frequent(seen, arguments.frequent) if arguments.frequent else sample(seen, arguments.sample, arguments.seed)
    )
    print(*lines, sep="\n")


if __name__ == "__main__":
    main()
