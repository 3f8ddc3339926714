"""Make the language model and its scores: ``python -m training.make_model --data FOLDER``.

1. A teacher learns from the sentences that have trees, Talbanken's test part left out.  It parses the training part,
   which has none; the known attachments correct its trees.
2. For each fold of the test part a student learns from all the rest.  Its analysis of the fold, which it has never
   seen, gives the scores that are reported.
3. A last student learns from everything: it ships.

What each step made is kept in ``training/work``; a run that was interrupted goes on from there.
"""

from __future__ import annotations

import argparse
import itertools
import json
import pickle
import random
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Config

from klarsprak.language.lemmas import Lemmas
from training import lemma_data, package, scoring
from training.augment import augment
from training.conllu import Sentence
from training.corpus import load, paragraphs
from training.networks import CONFIG, train
from training.self_training import parse, read_edges

SCORES = Path(__file__).parent / "scores.json"
WORK = Path(__file__).parent / "work"

Parts = dict[str, list[Sentence]]


def split(sentences: list[Sentence], number: int) -> list[tuple[list[Sentence], list[Sentence]]]:
    """``number`` ways to divide the sentences, by whole paragraphs, into many to learn from and some to test on."""
    groups = paragraphs(sentences)
    bounds = [round(i * len(groups) / number) for i in range(number + 1)]
    found = []
    for first, last in itertools.pairwise(bounds):
        rest = [sentence for group in groups[:first] + groups[last:] for sentence in group]
        found.append((rest, [sentence for group in groups[first:last] for sentence in group]))
    return found


def learn(config: Config, treed: list[Sentence], plain: list[Sentence], epochs: int) -> Language:
    """Train on ``treed`` twice in every epoch, once as it stands and once varied, and on ``plain`` once."""

    def epoch(rng: random.Random) -> list[Sentence]:
        return augment(treed, rng) + treed + augment(plain, rng)

    return train(config, epoch, epochs)


def teach(config: Config, parts: Parts, folder: Path) -> list[Sentence]:
    """The training part with the teacher's trees, corrected."""
    kept = WORK / "train-with-trees.pickle"
    if not kept.exists():
        print("teacher", flush=True)
        teacher = learn(config, parts["pud"] + parts["dev"], parts["train"], config["training"]["teacher_epochs"])
        edges = read_edges(folder / "sv_talbanken-train-enhanced-edges.tsv")
        kept.write_bytes(pickle.dumps(parse(teacher, parts["train"], edges)))
    found: list[Sentence] = pickle.loads(kept.read_bytes())
    return found


def student(config: Config, name: str, treed: list[Sentence], plain: list[Sentence]) -> Language:
    """The pipeline of that name, trained unless it is there already."""
    kept = WORK / name
    if not kept.exists():
        print(name, flush=True)
        nlp = learn(config, treed, plain, config["training"]["epochs"])
        nlp.to_disk(kept)
    return spacy.load(kept)


def cross_validate(config: Config, parts: Parts, taught: list[Sentence]) -> dict[str, Any]:
    """Scores over Talbanken's test part, each fold analysed by a student that has not seen it."""
    in_paragraphs: list[Example] = []
    in_runs: list[Example] = []
    for number, (seen, unseen) in enumerate(split(parts["test"], config["training"]["folds"])):
        treed = parts["pud"] + parts["dev"] + seen
        nlp = student(config, f"fold-{number + 1}", treed, taught)
        lemmas = Lemmas(lemma_data.collect(treed + taught))
        in_paragraphs += scoring.analysed(nlp, scoring.paragraphs(unseen), lemmas)
        in_runs += scoring.analysed(nlp, scoring.runs(unseen, 10), lemmas)
    return scoring.score(in_paragraphs, in_runs)


def make(folder: Path) -> None:
    """Make, package and score the model from the treebanks in ``folder``."""
    began = time.time()
    config = Config().from_disk(CONFIG)
    WORK.mkdir(exist_ok=True)
    parts = load(folder)
    package.write_endings()
    taught = teach(config, parts, folder)
    held_out = cross_validate(config, parts, taught)
    treed = parts["pud"] + parts["dev"] + parts["test"]
    package.write(student(config, "final", treed, taught), treed + taught)
    nlp = spacy.load(package.MODEL)
    lines = [
        scoring.analysed(nlp, groups(parts["lines"]))
        for groups in (scoring.paragraphs, lambda sentences: scoring.runs(sentences, 10))
    ]
    scores = {
        "schema": "klarsprak/model-scores/1",
        "model_sha256": package.digest(),
        "size_mb": package.size(),
        "seed": config["training"]["seed"],
        "minutes": round((time.time() - began) / 60),
        "talbanken_test": {"how": f"{config['training']['folds']}-fold cross-validation", **held_out},
        "lines_test": {"how": "never trained on", **scoring.score(*lines, names=False)},
    }
    SCORES.write_text(json.dumps(scores, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(SCORES.read_text(encoding="utf-8"))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Train the language model from treebanks.")
    arguments.add_argument("--data", type=Path, required=True, help="folder with the treebanks (training/README.md)")
    make(arguments.parse_args().data)
