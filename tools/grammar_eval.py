"""``make eval DATA=folder``: score the checks of spelling and grammar on sentences with one marked error each.

The data is DaLAJ-GED (Språkbanken Text, CC BY 4.0), a line of JSON a sentence, which isn't shipped.  A finding on the
marked words is a hit; one in a correct sentence is a false alarm; one elsewhere in a wrong sentence is counted apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category, Finding, Level
from klarsprak.letter import Block, Letter

_ALL = "all"
_FILE = "dalaj-dev.jsonl.gz"
"""The sentences in a folder of data."""
_NEAR = 1
"""Code points from the marked words in which a finding still is on them: a comma is marked without any."""


@dataclass
class Score:
    """What was found in how many sentences."""

    correct: int = 0
    wrong: int = 0
    hits: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)
    alarms: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    sure_hits: int = 0
    """Wrong sentences with a hit at ``warning``."""
    sure_alarms: Counter[str] = field(default_factory=Counter)
    """Correct sentences with a finding at ``warning``, by the pack that it is of."""
    by_error: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    """Of each sort of error, the sentences that have one and those with a hit at ``warning``."""


def evaluate(data: Path) -> Score:
    """The score over all sentences of a file of JSON lines, packed or not."""
    checker = Checker(Config(select=[str(Category.SPRAKFEL)]))
    score = Score()
    for row in _rows(data):
        report = checker.check(Letter("sentence", "txt", [Block(row["sentence"])], []))
        if row["label"] == "correct":
            _add_correct(score, row["sentence"], report.findings)
        else:
            _add_wrong(score, row["meta"], report.findings)
    return score


def _rows(data: Path) -> Iterator[dict[str, Any]]:
    packed = data.read_bytes()
    text = gzip.decompress(packed) if data.suffix == ".gz" else packed
    yield from map(json.loads, text.decode("utf-8").splitlines())


def _add_correct(score: Score, sentence: str, findings: list[Finding]) -> None:
    score.correct += 1
    sure = {finding.rule.partition(".")[0] for finding in findings if finding.level >= Level.WARNING}
    score.sure_alarms.update({*sure, _ALL} if sure else ())
    for finding in findings:
        score.alarms[finding.rule].append(f"[{finding.text}] {sentence}")


def _add_wrong(score: Score, meta: dict[str, Any], findings: list[Finding]) -> None:
    score.wrong += 1
    hits = [finding for finding in findings if _is_on(finding, meta["error_span"])]
    is_hit = any(finding.level >= Level.WARNING for finding in hits)
    score.sure_hits += is_hit
    counts = score.by_error[meta["error_label"] or "-"]
    counts[0] += 1
    counts[1] += is_hit
    for finding in findings:
        counter = score.hits if finding in hits else score.elsewhere
        counter[finding.rule] += 1


def _is_on(finding: Finding, span: dict[str, int]) -> bool:
    place = finding.place
    if place is None:
        return False
    return place.start <= span["stop"] + _NEAR and span["start"] - _NEAR <= place.end


def table(score: Score) -> Iterator[str]:
    """The score of each rule as a Markdown table, and of all together."""
    yield "| rule | hits | elsewhere in wrong sentences | alarms on correct sentences |"
    yield "| --- | ---: | ---: | ---: |"
    for rule in sorted({*score.hits, *score.elsewhere, *score.alarms}):
        yield f"| {rule} | {score.hits[rule]} | {score.elsewhere[rule]} | {len(score.alarms[rule])} |"
    yield ""
    yield "| sort of error | sentences | hit at warning |"
    yield "| --- | ---: | ---: |"
    for label, (number, hits) in sorted(score.by_error.items()):
        yield f"| {label} | {number} | {hits} |"
    alarms = score.sure_alarms[_ALL]
    share = 100 * alarms / max(score.correct, 1)
    by_pack = ", ".join(f"{pack} {number}" for pack, number in sorted(score.sure_alarms.items()) if pack != _ALL)
    yield ""
    yield f"At warning: {score.sure_hits} of {score.wrong} wrong sentences hit, "
    yield f"{alarms} of {score.correct} correct sentences with an alarm ({share:.2f} %: {by_pack})."


def main() -> None:
    """Print the table and, where asked, the false alarms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "data", type=Path, help=f"the sentences, .jsonl or .jsonl.gz, or a folder that may hold {_FILE}"
    )
    parser.add_argument("--details", action="store_true", help="list the false alarms")
    arguments = parser.parse_args()
    data = arguments.data / _FILE if arguments.data.is_dir() else arguments.data
    if not data.exists():
        print(f"No {_FILE} in {arguments.data}: grammar and spelling aren't scored.")
        return
    score = evaluate(data)
    print("\n".join(table(score)))
    if arguments.details:
        for rule, sentences in sorted(score.alarms.items()):
            print(f"\n{rule}:", *sentences, sep="\n  ")


if __name__ == "__main__":
    main()
