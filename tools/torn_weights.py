"""Find what each piece of evidence of torn compounds weighs, and write it to ``torn.json``.

    python -m tools.torn_weights [--number 6000] [--errors FILE] TEXTS …

TEXTS are files and folders of letters, or of lines of text, that are right Swedish; the corpus's letters (``dev``)
are read too.  Compounds in them are torn in two, one a sentence, and weighed against pairs of words that stand there
rightly, by logistic regression.  Half of the pairs is scored by weights of the other half; a table tells how many of
the torn ones are found at what the right pairs score, and the highest of these are listed, to be read.  FILE holds
pairs, one a line, that are wrong in the texts themselves.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from klarsprak.analysis import Analysis
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category
from klarsprak.language.grammar.checks.torn import WEIGHTS, pairs
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Block, Letter
from tools.errors import Place, torn_at
from tools.spelling_eval import dev_letters, read_texts

_LEAST = 6
"""Pairs that a piece of evidence is there in, if it is weighed."""
_PENALTY = 1.5
_RIGHT_WEIGHT = 2.0
_ROUNDS = 12
_SHOWN = (0, 5, 10, 20, 40, 80, 160)


class _Pair(NamedTuple):
    """Two words beside each other in a text, and all that is known of them."""

    words: str
    text: str
    evidence: frozenset[str]


def _pairs(analysis: Analysis) -> Iterator[tuple[int, _Pair]]:
    """The pairs of a text that may be one word, and where they begin."""
    for block, sentence in analysis.sentences:
        for i, pair in pairs(WordsAt(block, sentence.start, sentence.end)):
            start, end = block.chars(i, i + 2)
            around = f"{block.text[max(0, start - 50) : start]}[{block.text[start:end]}]{block.text[end : end + 30]}"
            yield start, _Pair(" ".join(block.words[i : i + 2]), around.replace("\n", " "), pair.evidence)


def _torn(checker: Checker, analysis: Analysis, chance: random.Random) -> Iterator[_Pair]:
    """A pair for each sentence that has a compound; one without evidence where the checker would see none."""
    for block, sentence in analysis.sentences:
        place = Place(block, sentence.start, sentence.end)
        errors = [error for i in range(place.start, place.end) for error in torn_at(place, i, chance)]
        if block.is_prose and errors:
            error, start = chance.choice(errors), sentence.characters[0]
            text = block.text[start : error.start] + error.wrong + block.text[error.end : sentence.characters[1]]
            _, torn = checker.examined(Letter("sentence", "txt", [Block(text)], []))
            found = dict(_pairs(torn))
            yield found.get(error.start - start, _Pair(error.wrong, text, frozenset()))


def _matrix(found: list[_Pair], names: dict[str, int]) -> NDArray[np.float64]:
    """A row for each pair, a column for each piece of evidence, and one that is always there."""
    rows = np.zeros((len(found), len(names) + 1))
    rows[:, -1] = 1
    for row, pair in enumerate(found):
        rows[row, [names[name] for name in pair.evidence if name in names]] = 1
    return rows


def _fitted(right: NDArray[np.float64], torn: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights, by Newton's method."""
    rows = np.concatenate([right, torn])
    wanted = np.r_[np.zeros(len(right)), np.ones(len(torn))]
    counts = np.r_[np.full(len(right), _RIGHT_WEIGHT), np.ones(len(torn))]
    penalty = np.diag(np.r_[np.full(rows.shape[1] - 1, _PENALTY), 0.001])
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(rows @ weights)))
        slope = rows.T @ ((likely - wanted) * counts) + penalty @ weights
        weights -= np.linalg.solve((rows * (likely * (1 - likely) * counts)[:, None]).T @ rows + penalty, slope)
    return weights


def _halves(found: list[_Pair]) -> NDArray[np.bool_]:
    """To which half each pair belongs, by its words: the same ones are never in both."""
    return np.array([bool(crc32(pair.words.encode()) % 2) for pair in found])


def main() -> None:
    """Print the table and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--number", type=int, default=6000, help="compounds to tear")
    parser.add_argument("--errors", type=Path, help="pairs that are wrong in the texts themselves")
    arguments = parser.parse_args()
    checker = Checker(Config(select=[str(Category.SPRAKFEL)]))
    wrong = set(arguments.errors.read_text(encoding="utf-8").split("\n")) if arguments.errors else set()
    letters = chain(dev_letters(), *(read_texts(path) for path in arguments.texts))
    analyses = [checker.examined(letter)[1] for letter in letters]
    right = [pair for each in analyses for _, pair in _pairs(each) if pair.words not in wrong]
    right = list({pair.text: pair for pair in right}.values())
    chance = random.Random(5)
    torn = [pair for each in analyses for pair in _torn(checker, each, chance)]
    torn = chance.sample(torn, min(arguments.number, len(torn)))
    print("\n".join(_scored(right, torn)))


def _scored(right: list[_Pair], torn: list[_Pair]) -> Iterator[str]:
    """The table, line by line; the weights of all pairs are written last."""
    seen = [pair for pair in torn if pair.evidence]
    counted = Counter(chain.from_iterable(pair.evidence for pair in (*right, *seen)))
    names = {name: i for i, name in enumerate(name for name, count in counted.items() if count >= _LEAST)}
    rights, torns = _matrix(right, names), _matrix(seen, names)
    right_half, torn_half = _halves(right), _halves(seen)
    right_scores, torn_scores = np.zeros(len(right)), np.zeros(len(seen))
    for half in (True, False):
        weights = _fitted(rights[right_half != half], torns[torn_half != half])
        right_scores[right_half == half] = rights[right_half == half] @ weights
        torn_scores[torn_half == half] = torns[torn_half == half] @ weights
    yield from _table(right, right_scores, torn_scores, len(torn))
    _write(names, _fitted(rights, torns))


def _table(
    right: list[_Pair], right_scores: NDArray[np.float64], torn_scores: NDArray[np.float64], number: int
) -> Iterator[str]:
    order = np.argsort(-right_scores)
    yield "| right pairs above | score | of torn compounds found |"
    yield "| ---: | ---: | ---: |"
    for above in _SHOWN:
        if above < len(right):
            least = right_scores[order[above]]
            yield f"| {above} | {least:.1f} | {(torn_scores > least).sum() / number:.3f} |"
    yield from (f"{right_scores[i]:.1f} {right[i].text}" for i in order[: _SHOWN[-3]])


def _write(names: Iterable[str], weights: NDArray[np.float64]) -> None:
    """The weights, those of nothing left out."""
    rounded = {name: round(float(weight), 1) for name, weight in zip((*names, "always"), weights, strict=True)}
    kept = {name: weight for name, weight in sorted(rounded.items()) if weight}
    WEIGHTS.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
