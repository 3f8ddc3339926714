"""Scores of a pipeline on gold sentences, from raw text with the project's own tokens and boundaries."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.training import Example

from klarsprak.language.lemmas import Lemmas
from training.components import set_sentences
from training.conllu import Sentence
from training.corpus import paragraphs, reference, runs

__all__ = ["analysed", "paragraphs", "runs", "score"]

_NAMES = {
    "tokens": "token_acc",
    "upos": "pos_acc",
    "morphology": "morph_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "sentences_f": "sents_f",
    "names_f": "ents_f",
}


def analysed(nlp: Language, groups: list[list[Sentence]], lemmas: Lemmas | None = None) -> list[Example]:
    """Documents that ``nlp`` has made of raw text, beside the gold ones; ``lemmas`` replace the model's."""
    gold = [reference(nlp, group) for group in groups]
    docs = [set_sentences(nlp.make_doc(doc.text)) for doc in gold]
    for _, pipe in nlp.pipeline:
        docs = list(pipe.pipe(docs, batch_size=64)) if hasattr(pipe, "pipe") else [pipe(doc) for doc in docs]
    for doc in docs if lemmas else []:
        for token in doc:
            token.lemma_ = lemmas.lemma(token.text, token.pos_, str(token.morph))
    return [Example(doc, reference) for doc, reference in zip(docs, gold, strict=True)]


def score(in_paragraphs: list[Example], in_runs: list[Example], names: bool = True) -> dict[str, Any]:
    """Percentages over paragraphs as the treebank has them.

    ``sentences_f_no_paragraphs`` is over runs of ten sentences, as spaCy evaluates its own models; ``names_f`` is
    left out where the treebank has no names.
    """
    found = Scorer().score(in_paragraphs) | Scorer.score_token_attr(in_paragraphs, "lemma")
    wanted = {name: key for name, key in _NAMES.items() if names or name != "names_f"}
    scores = {name: round(found[key] * 100, 2) for name, key in wanted.items()}
    scores["voice_f"] = round(found["morph_per_feat"]["Voice"]["f"] * 100, 2)
    scores["sentences_f_no_paragraphs"] = round(Scorer().score(in_runs)["sents_f"] * 100, 2)
    return scores
