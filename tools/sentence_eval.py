"""``python -m tools.sentence_eval``: F of the sentence boundaries over the body text of the corpora's letters.

The gold stands in ``corpora/sentences``: ``corpora/README.md`` tells its format.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpora.check_gold import Gold, load_all
from klarsprak.language.pipeline import Need, analyse
from klarsprak.letter import Role

SENTENCES = Path(__file__).parents[1] / "corpora" / "sentences"
_NOT_BODY = frozenset({Role.HEADER, Role.FOOTER, Role.QUOTED})

Spans = set[tuple[int, int]]
"""Sentences, by the number of characters that stand before their start and their end, white space left out."""


@dataclass
class Score:
    """Counts over the sentences of some blocks."""

    gold: int = 0
    found: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def f(self) -> float:
        """F1 over whole sentences: both of a sentence's boundaries must be right."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def add(self, name: str, gold: list[str], found: list[str]) -> None:
        """Count a block; raises ``ValueError`` where the gold isn't the block's text."""
        if _bare(gold) != _bare(found):
            raise ValueError(f"{name}: the gold {' '.join(gold)!r} is not the block's text {' '.join(found)!r}")
        wanted, got = _spans(gold), _spans(found)
        self.gold += len(wanted)
        self.found += len(got)
        self.right += len(wanted & got)
        if wanted != got:
            self.wrong.append(f"{name}: {' | '.join(found)}")


def _bare(sentences: list[str]) -> str:
    return "".join("".join(sentences).split())


def _spans(sentences: list[str]) -> Spans:
    spans, end = set(), 0
    for sentence in sentences:
        start, end = end, end + len(_bare([sentence]))
        spans.add((start, end))
    return spans


def gold_blocks(path: Path) -> list[list[str]]:
    """The sentences of each block in a gold file: one a line, an empty line between blocks."""
    return [block.splitlines() for block in path.read_text(encoding="utf-8").strip().split("\n\n")]


def body_texts(gold: Gold) -> list[str]:
    """The blocks' texts of a letter and its attachments; headers, footers and quoted mail are left out."""
    blocks = [block for letter in gold.letters().values() for block in letter.blocks]
    return [block.text for block in blocks if block.text.strip() and block.role not in _NOT_BODY]


def found_blocks(gold: Gold) -> Iterator[list[str]]:
    """The sentences that the pipeline finds in each block, white space folded."""
    for tokens in analyse(body_texts(gold), Need.FORMS):
        yield [" ".join(sentence.split()) for sentence in tokens.sentence_texts()]


def evaluate() -> dict[str, Score]:
    """Scores by split, and of those blocks only that hold several sentences (``dev, several``)."""
    scores = {name: Score() for name in ("dev", "test", "dev, several", "test, several")}
    for gold in load_all():
        path = SENTENCES / f"{gold.path.name}.txt"
        for wanted, found in zip(gold_blocks(path), found_blocks(gold), strict=True):
            scores[gold.split].add(path.name, wanted, found)
            if len(wanted) > 1:
                scores[f"{gold.split}, several"].add(path.name, wanted, found)
    return scores


def write_missing() -> None:
    """Write what the pipeline finds for letters that have no gold yet, to be read and corrected."""
    for gold in load_all():
        path = SENTENCES / f"{gold.path.name}.txt"
        if not path.exists():
            path.write_text("\n\n".join(map("\n".join, found_blocks(gold))) + "\n", encoding="utf-8")


def main() -> None:
    """Print the scores and every block that is wrongly divided."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write-missing", action="store_true", help="propose gold for letters that have none")
    if parser.parse_args().write_missing:
        write_missing()
    for name, score in evaluate().items():
        print(f"{name:14} {score.gold:5} sentences, F {score.f:.4f}", *score.wrong, sep="\n  ")


if __name__ == "__main__":
    main()
