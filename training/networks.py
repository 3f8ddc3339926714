"""Training of the networks: word vectors, morphology, parser, names."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Config, fix_random_seed

import klarsprak.language.embedding
import klarsprak.language.tokenizer  # noqa: F401  (both register what the configuration names)
from training.conllu import Sentence
from training.corpus import example, random_runs

CONFIG = Path(__file__).parent / "config.cfg"


def build(config: Config) -> Language:
    """The untrained pipeline."""
    return spacy.util.load_model_from_config({key: config[key] for key in ("nlp", "components")}, auto_fill=True)


def _schedule(peak: float, warmup: int, total: int) -> Iterator[float]:
    """Up to ``peak`` within ``warmup`` steps, then in a straight line down to nothing after ``total``."""
    for step in range(1, total + 1000):
        yield max(peak * min(step / warmup, (total - step) / (total - warmup)), 1e-6)


def _batches(examples: list[Example], words: int) -> Iterator[list[Example]]:
    batch: list[Example] = []
    for item in examples:
        batch.append(item)
        if sum(len(one.predicted) for one in batch) >= words:
            yield batch
            batch = []
    if batch:
        yield batch


def train(config: Config, make_sentences: Callable[[random.Random], list[Sentence]], epochs: int) -> Language:
    """Train for that number of epochs; ``make_sentences`` gives each epoch's sentences."""
    options = config["training"]
    fix_random_seed(options["seed"])
    rng = random.Random(options["seed"])
    nlp = build(config)
    first = [example(nlp, group) for group in random_runs(make_sentences(rng), rng, options["longest_run"])]
    nlp.initialize(lambda: first)
    steps = epochs * sum(len(item.predicted) for item in first) // options["batch_words"]
    rates = _schedule(options["learn_rate"], options["warmup_steps"], steps)
    optimizer = Adam(options["learn_rate"], L2=0.01, grad_clip=1.0, L2_is_weight_decay=True)
    for epoch in range(epochs):
        began = time.time()
        groups = random_runs(make_sentences(rng), rng, options["longest_run"])
        rng.shuffle(groups)
        losses: dict[str, float] = {}
        for batch in _batches([example(nlp, group) for group in groups], options["batch_words"]):
            optimizer.learn_rate = next(rates)
            skipped = ["ner"] if rng.random() < options["skip_names"] else []
            nlp.update(batch, sgd=optimizer, drop=options["dropout"], losses=losses, exclude=skipped)
        print(epoch + 1, f"{time.time() - began:.0f} s", {k: round(v) for k, v in losses.items()}, flush=True)
    return nlp
