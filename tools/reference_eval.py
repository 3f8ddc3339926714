"""``python -m tools.reference_eval``: score references to law, and what is said of them, against corpora/references.

A reference counts as right when its stretch of text and all that was read in it (act, chapter, sections, paragraphs,
points) are the gold's.  A finding counts as right when it overlaps the gold's words.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpora.check_gold import load_all
from klarsprak.checker import Checker
from klarsprak.kinds import Rule
from klarsprak.laws import Reference, Register, find_references, load_register, references_in
from klarsprak.laws.model import AGENCY
from klarsprak.letter import Block, Letter, Role
from klarsprak.prose.letter_date import letter_date
from klarsprak.rulebook import packs

REFERENCES = Path(__file__).parents[1] / "corpora" / "references"
SPLITS = ("dev", "test")
_BLANKS = str.maketrans({"⏎": "\n", "⇥": "\t", "␣": "\u00a0"})
_BLOCK = "¶"
_MARKED = re.compile(r"\[(.*?)\]", re.DOTALL)

RULES = {
    "unexplained": r"lagrum\.oförklarat",
    "repealed": r"lagrum\.upphävd",
    "wrong_number": r"lagrum\.fel-nummer",
    "no_such_section": r"lagrum\.finns-inte",
    "short_form": r"forkortning\..*",
    "subject": r"lagrum\.subjekt",
    "several": r"lagrum\.många",
}
"""The kinds of findings, and the rules that make them."""

Span = tuple[int, int]


@dataclass
class Score:
    """Counts of what the gold holds, what was found, and what of it is right."""

    gold: int = 0
    found: int = 0
    met: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.met / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def spelt(reference: Reference) -> str:
    """What was read, as the gold writes it: *2010:900 9:31b st 1 p 2*; *other* and *local* for what is no act."""
    kind = {"sfs": "-", "eu": "-", AGENCY: "other"}.get(reference.source, reference.source)
    parts = [reference.law.sfs if reference.law else reference.sfs or kind]
    chapter = f"{reference.chapter}:" if reference.chapter else ""
    if chapter or reference.sections:
        parts.append(chapter + ",".join(reference.sections))
    if reference.paragraphs:
        parts.append("st " + ",".join(reference.paragraphs))
    if reference.points:
        parts.append("p " + ",".join(reference.points))
    return " ".join(parts)


def cases(name: str) -> Iterator[tuple[str, str, list[Span], list[str]]]:
    """The lines of a file: heading, text without marks, the marked stretches, and what stands after the arrow."""
    heading = ""
    for line in (REFERENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
            continue
        marked, _, values = line.partition(" => ")
        text, spans = unmarked(marked.translate(_BLANKS))
        yield heading, text, spans, values.split("; ") if values else []


def unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without its square brackets, and the stretches that they stood around."""
    spans = [(m.start() - 2 * i, m.end() - 2 * i - 2) for i, m in enumerate(_MARKED.finditer(marked))]
    return re.sub(r"[\[\]]", "", marked), spans


def references() -> dict[str, Score]:
    """Scores of the references found, by split, and over all."""
    register = load_register(None)
    scores = {name: Score() for name in (*SPLITS, "all")}
    for split in SPLITS:
        for _, text, spans, values in cases(split):
            found = [((one.start, one.end), spelt(one)) for one in find_references(text, register)]
            for score in (scores[split], scores["all"]):
                _compare(score, text, list(zip(spans, values, strict=True)), found)
    for split, letter, gold in _letters():
        found_there = [(" ".join(one.text.split()), spelt(one)) for one in _in_letter(letter, register)]
        for score in (scores[split], scores["all"]):
            _compare(score, letter.source, gold, found_there)
    return scores


def _compare(
    score: Score, text: str, gold: Sequence[tuple[object, str]], found: Sequence[tuple[object, str]]
) -> None:
    """Count one text; where the same words stand twice, each counts."""
    left = list(gold)
    right = 0
    for one in found:
        if one in left:
            left.remove(one)
            right += 1
    score.gold, score.found = score.gold + len(gold), score.found + len(found)
    score.met, score.right = score.met + right, score.right + right
    if left or right < len(found):
        score.wrong.append(f"{text!r}: gold {gold}, found {found}")


def _in_letter(letter: Letter, register: Register) -> Iterator[Reference]:
    own = [block.text for block in letter.blocks if block.role is not Role.QUOTED]
    for found in references_in(own, register, lambda: letter_date(letter)).values():
        yield from found


def _letters() -> Iterator[tuple[str, Letter, list[tuple[str, str]]]]:
    """The letters that letters.txt lists: split, the letter itself, and its references in reading order."""
    listed: dict[str, list[tuple[str, str]]] = {}
    for line in (REFERENCES / "letters.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            text, _, value = line.strip().partition(" => ")
            listed[next(reversed(listed))].append((text, value))
        elif not line.startswith("#"):
            listed[line] = []
    for gold in load_all():
        name = gold.path.name
        if name in listed:
            yield gold.split, gold.letters()[name], listed.pop(name)
    if listed:
        raise SystemExit(f"letters.txt: no such letters: {', '.join(listed)}")


def findings() -> dict[str, dict[str, Score]]:
    """Scores of each kind of finding, by split and over all."""
    rules = packs.load(packs.shipped())
    scores = {kind: {name: Score() for name in (*SPLITS, "all")} for kind in RULES}
    checkers = {kind: Checker(rules=_of_kind(rules, kind)) for kind in RULES}
    for split in SPLITS:
        for kind, text, spans, _ in cases(f"findings-{split}"):
            found = _found(checkers[kind], text)
            for score in (scores[kind][split], scores[kind]["all"]):
                _overlap(score, text, spans, found)
    return scores


def _of_kind(rules: list[Rule], kind: str) -> list[Rule]:
    chosen = [rule for rule in rules if re.fullmatch(RULES[kind], rule.name)]
    if kind != "short_form":
        return chosen
    return [rule for rule in chosen if not load_register(None).shorts.keys().isdisjoint(getattr(rule, "words", ()))]


def _found(checker: Checker, text: str) -> list[Span]:
    """Where the findings stand, counted in the whole text."""
    texts = text.split(_BLOCK)
    starts = [sum(len(part) + 1 for part in texts[:i]) for i in range(len(texts))]
    report = checker.check(Letter("fall", "text", [Block(part) for part in texts], []))
    places = [finding.place for finding in report.findings if finding.place is not None]
    return [(starts[place.block] + place.start, starts[place.block] + place.end) for place in places]


def _overlap(score: Score, text: str, gold: list[Span], found: list[Span]) -> None:
    met = sum(any(start < last and first < end for first, last in found) for start, end in gold)
    right = sum(any(start < last and first < end for first, last in gold) for start, end in found)
    score.gold, score.met = score.gold + len(gold), score.met + met
    score.found, score.right = score.found + len(found), score.right + right
    if met < len(gold) or right < len(found):
        score.wrong.append(f"{text!r}: gold {gold}, found {found}")


def table() -> Iterator[str]:
    """The scores as a Markdown table: recall and precision on each split."""
    yield "| references to law | cases | recall dev | precision dev | recall test | precision test |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, scores in {"found and read right": references(), **findings()}.items():
        dev, test = scores["dev"], scores["test"]
        yield (
            f"| {name.replace('_', ' ')} | {scores['all'].gold} | {dev.recall:.3f} | {dev.precision:.3f} | "
            f"{test.recall:.3f} | {test.precision:.3f} |"
        )


def main() -> None:
    """Print the table and, where asked, what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", choices=SPLITS, help="list what is wrong on a split")
    split = parser.parse_args().details
    print("\n".join(table()))
    if split:
        for name, scores in {"references": references(), **findings()}.items():
            print(f"\n{name}", *scores[split].wrong, sep="\n  ")


if __name__ == "__main__":
    main()
