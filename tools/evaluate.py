"""``make eval``: score the checker against the letters of corpora/ and their gold annotations.

A finding is right where a ``must`` or ``may`` entry of its category overlaps it; any other finding is a false alarm.
The letters of corpora/errors/ are scored apart, on spelling and grammar alone.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import SIGNATURE_PARTS, Category, Finding, Report
from klarsprak.letter import Letter

LETTERS = Path(__file__).parents[1] / "corpora" / "letters"
ERRORS = LETTERS.with_name("errors")
_PARTS = dict(zip(("namn", "befattning", "enhet", "adress", "telefon"), SIGNATURE_PARTS, strict=True))
_PARTS["växel"] = "phone"
_SAYS = {"avslag-utan-överklagande": "överklagande"}
"""Rules that say of one type of letter, more gravely, what another says of all: the gold knows one name for both."""
_NO_SIGNATURE = "ingen"
"""The rule that speaks for all parts."""


@dataclass
class Counts:
    """What must be found and what was."""

    must: int = 0
    met: int = 0
    findings: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of the musts that were found."""
        return self.met / self.must if self.must else 1.0

    @property
    def precision(self) -> float:
        """The share of the findings that a must or a may entry allows."""
        return self.right / self.findings if self.findings else 1.0


@dataclass
class Score(Counts):
    """Counts over some letters, in all and by category."""

    letters: int = 0
    words: int = 0
    mended: int = 0
    """Of the musts that tell what is right, those that a first suggestion makes so."""
    model_alarms: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    categories: defaultdict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))

    @property
    def alarms_per_1000(self) -> float:
        """False alarms for every thousand words."""
        return 1000 * (self.findings - self.right) / self.words if self.words else 0.0

    @property
    def signature_f1(self) -> float:
        """F1 over the signatures' parts; a part counts as right when its text is the gold's."""
        right, found, gold = self.parts["right"], self.parts["found"], self.parts["gold"]
        return 2 * right / (found + gold) if found + gold else 1.0


def evaluate(checker: Checker, folder: Path = LETTERS) -> dict[str, Score]:
    """Scores for the splits ``dev`` and ``test`` and for ``all``."""
    scores = {"dev": Score(), "test": Score(), "all": Score()}
    for gold_file in sorted(folder.glob("*.gold.yml")):
        gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
        letter = next(iter(readers.read_file(folder / gold["letter"])))
        if not isinstance(letter, Letter):
            raise SystemExit(f"{gold['letter']}: {letter.reason}")
        report = checker.check(letter)
        for name in (gold["split"], "all"):
            _add(scores[name], gold, letter, report)
    return scores


def _add(score: Score, gold: dict[str, Any], letter: Letter, report: Report) -> None:
    score.letters += 1
    score.words += report.words
    musts = [(entry, _places(entry, letter)) for entry in gold["must"]]
    mays = [(entry, _places(entry, letter)) for entry in gold["may"]]
    for entry, places in musts:
        is_met = any(_matches(finding, entry, places) for finding in report.findings)
        for counts in (score, score.categories[entry["category"]]):
            counts.must += 1
            counts.met += is_met
        score.mended += any(_mends(finding, entry, places, letter) for finding in report.findings)
        if not is_met:
            score.missed.append(f"{gold['letter']}: {entry['category']}: {entry['text'] or entry.get('what')}")
    for finding in report.findings:
        is_right = any(_matches(finding, entry, places) for entry, places in (*musts, *mays))
        for counts in (score, score.categories[finding.category]):
            counts.findings += 1
            counts.right += is_right
        if not is_right:
            score.model_alarms += bool(gold["model"])
            score.alarms.append(f"{gold['letter']}: {finding.rule}: {finding.text}")
    _add_signature(score, gold["signature"], report)


def _places(entry: dict[str, Any], letter: Letter) -> list[tuple[int, int, int]]:
    """Where the entry's text stands: block, start, end; the occurrence that it names, or all."""
    if not entry["text"]:
        return []
    words = r"\s+".join(map(re.escape, entry["text"].split()))
    pattern = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE if "occurrence" not in entry else 0)
    places = [
        (index, *match.span()) for index, block in enumerate(letter.blocks) for match in pattern.finditer(block.text)
    ]
    number = entry.get("occurrence")
    return places if number is None else places[number - 1 : number]


def _matches(finding: Finding, entry: dict[str, Any], places: Iterable[tuple[int, int, int]]) -> bool:
    if finding.category != entry["category"]:
        return False
    place = finding.place
    if place is None:
        name = finding.rule.partition(".")[2]
        says_it = name == _NO_SIGNATURE or entry.get("what") in (name, _PARTS.get(name), _SAYS.get(name))
        return not entry["text"] and says_it
    return any(place.block == block and place.start < end and start < place.end for block, start, end in places)


def _mends(finding: Finding, entry: dict[str, Any], places: Iterable[tuple[int, int, int]], letter: Letter) -> bool:
    """Whether the block reads as the gold has it once the first suggestion is put in."""
    if "right" not in entry or not finding.suggestions or not _matches(finding, entry, places):
        return False
    place = finding.place
    if place is None:
        return False
    text = letter.blocks[place.block].text
    mended = text[: place.start] + finding.suggestions[0] + text[place.end :]
    rights = [text[:start] + entry["right"] + text[end:] for block, start, end in places if block == place.block]
    return mended.split() in [right.split() for right in rights]


def _add_signature(score: Score, gold: dict[str, str | None], report: Report) -> None:
    for part in SIGNATURE_PARTS:
        wanted, found = gold.get(part), getattr(report.signature, part)
        score.parts["gold"] += wanted is not None
        score.parts["found"] += found is not None
        score.parts["right"] += wanted is not None and found is not None and _folded(wanted) == _folded(found)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def table(scores: dict[str, Score]) -> Iterator[str]:
    """The scores as a Markdown table."""
    columns = ("letters", "number", "words", "must-recall", "precision", "false alarms per 1,000 words")
    yield f"| {' | '.join(columns)} | on model letters | signature F1 |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, score in ((name, score) for name, score in scores.items() if score.letters):
        yield (
            f"| {name} | {score.letters} | {score.words} | {score.recall:.3f} | {score.precision:.3f} | "
            f"{score.alarms_per_1000:.1f} | {score.model_alarms} | {score.signature_f1:.3f} |"
        )


def error_table(score: Score) -> Iterator[str]:
    """The score on the letters with errors as a Markdown table."""
    yield "| letters with errors | words | errors | must-recall | precision | first suggestion right |"
    yield "| ---: | ---: | ---: | ---: | ---: | ---: |"
    yield (
        f"| {score.letters} | {score.words} | {score.must} | {score.recall:.3f} | {score.precision:.3f} | "
        f"{score.mended / max(score.met, 1):.3f} |"
    )


def category_table(score: Score) -> Iterator[str]:
    """The score of each category as a Markdown table."""
    yield "| category | musts | must-recall | findings | precision |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for category in Category:
        counts = score.categories[category]
        yield f"| {category} | {counts.must} | {counts.recall:.3f} | {counts.findings} | {counts.precision:.3f} |"


def main() -> None:
    """Print the tables and, where asked, what was missed and what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", choices=["dev", "test", "all", "errors"], help="list misses and false alarms")
    arguments = parser.parse_args()
    scores = evaluate(Checker())
    errors = evaluate(Checker(Config(select=[str(Category.SPRAKFEL)])), ERRORS)["all"]
    print("\n".join((*table(scores), "", *category_table(scores["all"]), "", *error_table(errors))))
    if arguments.details:
        score = {**scores, "errors": errors}[arguments.details]
        print("\nMissed:", *score.missed, sep="\n  ")
        print("\nFalse alarms:", *score.alarms, sep="\n  ")


if __name__ == "__main__":
    main()
