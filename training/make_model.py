"""Make the language model and its scores: ``python -m training.make_model --data FOLDER``.

1. A teacher learns from the sentences that have trees.  It parses the training part, which has none; the known
   attachments correct its trees.
2. A student learns from all of them.  It ships.

Talbanken's test part and LinES are never trained on: the scores are over them.  What each step made is kept in
``training/work``; a run that was interrupted goes on from there.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Config

from training import package, scoring
from training.augment import augment
from training.conllu import Sentence, read
from training.corpus import load
from training.exported import restored
from training.networks import CONFIG, train
from training.self_training import parse, read_edges

SCORES = Path(__file__).parent / "scores.json"
LETTERS = Path(__file__).parent / "letters.conllu"
WORK = Path(__file__).parent / "work"

Parts = dict[str, list[Sentence]]


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


def student(config: Config, treed: list[Sentence], plain: list[Sentence]) -> Language:
    """The pipeline, trained unless it is there already."""
    kept = WORK / "student"
    if not kept.exists():
        print("student", flush=True)
        learn(config, treed, plain, config["training"]["epochs"]).to_disk(kept)
    return spacy.load(kept)


def make(folder: Path) -> None:
    """Make, package and score the model from the treebanks in ``folder``."""
    config = Config().from_disk(CONFIG)
    WORK.mkdir(exist_ok=True)
    parts = load(folder)
    package.write_endings()
    taught = teach(config, parts, folder)
    treed = parts["pud"] + parts["dev"] + 2 * list(read(LETTERS))
    package.write(student(config, treed, taught), treed + taught)
    write_scores(config, parts)


def write_scores(config: Config, parts: Parts) -> None:
    """Score the packaged model on the treebanks that it has not seen."""
    nlp = restored()
    scores = {
        "schema": "klarsprak/model-scores/1",
        "model_sha256": package.digest(),
        "size_mb": package.size(),
        "seed": config["training"]["seed"],
    }
    for name in ("test", "lines"):
        in_paragraphs = scoring.analysed(nlp, scoring.paragraphs(parts[name]))
        in_runs = scoring.analysed(nlp, scoring.runs(parts[name], 10))
        scores[f"{name}_never_trained_on"] = scoring.score(in_paragraphs, in_runs, names=name != "lines")
    SCORES.write_text(json.dumps(scores, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(SCORES.read_text(encoding="utf-8"))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description="Train the language model from treebanks.")
    arguments.add_argument("--data", type=Path, required=True, help="folder with the treebanks (training/README.md)")
    make(arguments.parse_args().data)
