"""From treebank sentences to spaCy's training examples, over the project's own tokens."""

from __future__ import annotations

import random
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from training import harmonise
from training.conllu import Sentence, add_names, read

_TALBANKEN = "sv_talbanken"


def load(folder: Path) -> dict[str, list[Sentence]]:
    """The treebanks of ``folder`` in one convention: ``train`` (no trees), ``dev``, ``test``, ``pud``, ``lines``."""
    parts = {
        "train": "sv_talbanken-train-morph",
        "dev": "sv_talbanken-ud-dev",
        "test": "sv_talbanken-ud-test",
        "pud": "sv_pud-ud-test",
        "lines": "sv_lines-ud-test",
    }
    found = {name: list(read(folder / f"{file}.conllu")) for name, file in parts.items()}
    names = {
        "train": "ner-sv_talbanken-ud-train",
        "dev": "ner-sv_talbanken-ud-dev",
        "test": "ner-sv_talbanken-ud-test",
        "pud": "ner-sv_pud-ud-test",
    }
    for name, file in names.items():
        add_names(found[name], folder / f"{file}.iob2")
    harmonise.harmonise_training(found["train"])
    harmonise.harmonise_pud(found["pud"])
    harmonise.harmonise_lemmas(found["train"] + found["dev"], found["pud"])
    harmonise.harmonise_lemmas(found["dev"] + found["pud"], found["train"])
    harmonise.expand_abbreviations(found["train"] + found["pud"])
    return found


def paragraphs(sentences: list[Sentence]) -> list[list[Sentence]]:
    """The sentences, grouped as the treebank's paragraphs."""
    groups: list[list[Sentence]] = []
    for sentence in sentences:
        if sentence.new_paragraph or not groups:
            groups.append([])
        groups[-1].append(sentence)
    return groups


def runs(sentences: list[Sentence], length: int) -> list[list[Sentence]]:
    """The sentences in runs of ``length``, however paragraphs fall."""
    return [sentences[i : i + length] for i in range(0, len(sentences), length)]


def random_runs(sentences: list[Sentence], rng: random.Random, longest: int) -> list[list[Sentence]]:
    """The sentences in runs of one to ``longest``."""
    groups, i = [], 0
    while i < len(sentences):
        length = rng.randint(1, longest)
        groups.append(sentences[i : i + length])
        i += length
    return groups


def reference(nlp: Language, group: list[Sentence], names: bool = True) -> Doc:
    """The gold analysis of sentences that follow each other, over the treebank's own tokens.

    A part of the analysis that the treebank lacks (heads) is missing from the document too.
    """
    words = [word for sentence in group for word in sentence.words]
    return Doc(
        nlp.vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        lemmas=[word.lemma for word in words],
        pos=[word.pos for word in words],
        morphs=[word.feats for word in words],
        ents=[word.name for word in words] if names else None,
        **_trees(group),
    )


def _trees(group: list[Sentence]) -> dict[str, list[int] | list[str] | list[bool]]:
    starts = [i == 0 for sentence in group for i in range(len(sentence.words))]
    if any(word.head is None for sentence in group for word in sentence.words):
        return {"sent_starts": starts}
    heads: list[int] = []
    for sentence in group:
        first = len(heads)
        heads.extend(first + word.head for word in sentence.words if word.head is not None)
    return {"heads": heads, "deps": [word.deprel for sentence in group for word in sentence.words]}


def example(nlp: Language, group: list[Sentence]) -> Example:
    """A training example: the project's tokens with the gold sentence boundaries, and the gold analysis."""
    gold = reference(nlp, group)
    doc = nlp.make_doc(gold.text)
    starts = {token.idx for token in gold if token.is_sent_start}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return Example(doc, gold)
