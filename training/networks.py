"""Training of the networks: word vectors, morphology, parser, names."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import (
    Adam,
    Config,
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    fix_random_seed,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d

import training.components  # noqa: F401  (registers what the configuration names)
from klarsprak.language.embedding import COLUMNS, hash_rows
from training.conllu import Sentence
from training.corpus import example, random_runs

CONFIG = Path(__file__).parent / "config.cfg"
_CACHE_SIZE = 100_000


def _extract(
    model: Model[list[Doc], list[Ints2d]], docs: list[Doc], is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    """An array of hashes for each document, a row for each token; nothing is learnt here."""
    known: dict[str, Any] = model.attrs["rows"]
    if len(known) > _CACHE_SIZE:
        known.clear()
    new = [form for form in {token.text: None for doc in docs for token in doc} if form not in known]
    known.update(zip(new, hash_rows(new), strict=True))
    arrays = [numpy.array([known[token.text] for token in doc], "Q").reshape(-1, COLUMNS) for doc in docs]
    return arrays, lambda _: []


@registry.architectures("klarsprak.WordEmbed.v1")
def word_embed(width: int, size: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Vectors of ``width`` from hashed features; each feature has a table of so many ``rows`` of ``size`` numbers."""
    features: Model[list[Doc], list[Ints2d]] = Model("word_features", _extract, attrs={"rows": {}})
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(size, count, column=i, seed=i + 7, dropout=0.0) for i, count in enumerate(rows)
    ]
    mix = Maxout(width, size * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(features, list2ragged(), with_array(concatenate(*tables)), with_array(mix), ragged2list())


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
