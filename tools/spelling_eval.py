"""Score the check of spelling: on misspellings made by machine, on real ones, and on texts that are spelt right.

    python -m tools.spelling_eval [--details] [TEXTS …]

Misspellings are made of words in the corpus's letters (``dev``) by slips of fingers and ears, the same ones each
time.  What is another word by now can't be told from it and is counted apart.  TEXTS are files and folders of
letters, or lines of text (``.txt.gz``, of which the last 500 are read): what is found in them is listed, for a person
to judge.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from klarsprak import readers
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level
from klarsprak.language.spelling.speller import Speller
from klarsprak.letter import Block, Letter
from tools.evaluate import LETTERS
from tools.keys import beside

_REAL = {
    "gilitighetstid": "giltighetstid",
    "förklaing": "förklaring",
    "läkemedelspridukt": "läkemedelsprodukt",
    "uppmärskammat": "uppmärksammat",
    "åtärdad": "åtgärdad",
    "forlängning": "förlängning",
}
"""Misspellings that stood in real letters, and what was meant."""
_SEED = 11
_WORD = re.compile(r"(?<![\w-])[a-zåäöé]{4,}(?![\w-])")
_SOUNDS = "sj:stj stj:sj sk:stj ä:e e:ä å:o o:å g:j j:g k:c c:s s:c v:w tj:kj hj:j ks:x ng:gn kt:gt ck:k tion:sion"
_MARKS = {"å": "a", "ä": "a", "ö": "o"}
_CONSONANTS = "bdfgklmnprstv"
_LAST_LINES = 500


def _slips(word: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """One slip of each sort that the word gives room for, by the sort's name."""
    place = chance.randrange(1, len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    keys = beside(letter) or letter
    yield "wrong key", before + chance.choice(keys) + after
    yield "two keys", before + letter + chance.choice(keys) + after
    yield "left out", before + after
    yield "swapped", word[: place - 1] + letter + word[place - 1] + after
    doubled = [i for i, each in enumerate(word) if each in _CONSONANTS and i]
    if doubled:
        i = chance.choice(doubled)
        is_double = word[i - 1] == word[i]
        yield "doubling", word[:i] + ("" if is_double else word[i] * 2) + word[i + 1 :]
    pairs = [pair.split(":") for pair in _SOUNDS.split() if pair.split(":")[0] in word]
    if pairs:
        right, wrong = chance.choice(pairs)
        yield "sound", word.replace(right, wrong, 1)
    marked = [each for each in _MARKS if each in word]
    if marked:
        right = chance.choice(marked)
        yield "mark", word.replace(right, _MARKS[right], 1)


@dataclass
class Score:
    """What became of the misspellings."""

    made: int = 0
    found: int = 0
    sure: int = 0
    first: int = 0
    sure_first: int = 0
    others: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    by_sort: Counter[str] = field(default_factory=Counter)

    def add(self, speller: Speller, wrong: str, right: str, sort: str) -> None:
        """Count one misspelling."""
        correction = speller.correction(wrong)
        self.made += 1
        if correction is None:
            self.missed.append(f"{sort}: {wrong} ({right})")
            self.by_sort[sort] += 1
            return
        self.found += 1
        self.sure += correction.is_sure
        is_first = correction.words[0] == right
        self.first += is_first
        self.sure_first += is_first and correction.is_sure
        if not is_first:
            self.wrong.append(f"{sort}: {wrong} ({right}): {', '.join(correction.words)} {correction.is_sure}")


def dev_letters() -> Iterator[Letter]:
    """The letters of the corpus that rules may be made by."""
    for gold_file in sorted(LETTERS.glob("*.gold.yml")):
        gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
        if gold["split"] == "dev":
            yield from _read(LETTERS / gold["letter"])


def _read(path: Path) -> Iterator[Letter]:
    for letter in readers.read_file(path):
        if isinstance(letter, Letter):
            yield letter


def score_made(speller: Speller, number: int) -> Score:
    """The score on so many misspellings."""
    words = {word for letter in dev_letters() for block in letter.blocks for word in _WORD.findall(block.text)}
    ordered = sorted(word for word in words if speller.correction(word) is None)
    chance = random.Random(_SEED)
    score = Score()
    while score.made < number:
        right = chance.choice(ordered)
        sort, wrong = chance.choice(list(_slips(right, chance)))
        if wrong == right:
            continue
        if speller.lexicon.lists(wrong):
            score.others += 1
            continue
        score.add(speller, wrong, right, sort)
    return score


def read_texts(path: Path) -> Iterator[Letter]:
    """The letters of a file or folder; of lines of text the last."""
    if path.is_dir():
        for each in sorted(path.iterdir()):
            yield from read_texts(each)
    elif path.name.endswith(".txt.gz"):
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")[-_LAST_LINES:]
        yield Letter(path.name, "txt", [Block(line) for line in lines if line], [])
    else:
        yield from _read(path)


def alarms(letters: Iterable[Letter]) -> tuple[int, int, list[str]]:
    """The words in the letters, how many are told to be wrong beyond doubt, and all that is told."""
    checker = Checker(Config(select=["stavning"]))
    words = sure = 0
    told = []
    for letter in letters:
        report = checker.check(letter)
        words += report.words
        for finding in report.findings:
            sure += finding.level >= Level.WARNING
            mark = "!" if finding.level >= Level.WARNING else " "
            place = finding.place
            around = ""
            if place is not None:
                text = letter.blocks[place.block].text
                around = " ".join(text[max(0, place.start - 40) : place.end + 40].split())
            told.append(
                f"{mark} {finding.text} → {', '.join(finding.suggestions)}   | {letter.source[-24:]}: {around}"
            )
    return words, sure, told


def main() -> None:
    """Print all scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--number", type=int, default=500, help="misspellings to make")
    parser.add_argument("--details", action="store_true", help="list what is missed and what is corrected wrongly")
    arguments = parser.parse_args()
    speller = Speller()
    made, real = score_made(speller, arguments.number), Score()
    for wrong, right in _REAL.items():
        real.add(speller, wrong, right, "real")
    for name, score in (("made", made), ("real", real)):
        print(
            f"{name}: {score.made}, found {score.found} (beyond doubt {score.sure}), "
            f"first suggestion right {score.first} (of those beyond doubt {score.sure_first}); "
            f"not counted, since another word: {score.others}"
        )
        if arguments.details:
            print(dict(score.by_sort), "Missed:", *score.missed, "Corrected wrongly:", *score.wrong, sep="\n  ")
    for name, letters in [
        ("dev letters", dev_letters()),
        *((str(path), read_texts(path)) for path in arguments.texts),
    ]:
        words, sure, told = alarms(letters)
        share = 1000 * len(told) / max(words, 1)
        print(f"{name}: {words} words, {len(told)} told ({sure} beyond doubt), {share:.2f} per 1,000 words")
        print(*told, sep="\n")


if __name__ == "__main__":
    main()
