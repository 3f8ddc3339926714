"""What is committed of a trained pipeline: small, complete, and the same bytes for the same weights."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import srsly
from spacy.language import Language

from klarsprak.language.weights import MODEL, NETWORK, write_weights
from training import lemma_data, lexicon
from training.conllu import Sentence
from training.exported import EXPORTED, exported

_LICENSE = Path(__file__).parent / "MODEL-LICENSE"
_DROPPED_META = ("performance", "labels", "spacy_git_version", "spacy_version")


def write_endings() -> None:
    """Write the lexicon, which the networks see words through."""
    lexicon.write_ending_table(MODEL / "endings.bin")


def write(nlp: Language, sentences: list[Sentence]) -> None:
    """Write the trained pipeline to the package, the lemmatiser with the lemmas of ``sentences`` in it."""
    for path in MODEL.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name != "endings.bin":
            path.unlink()
    lemma_data.write(sentences, MODEL / "lemmas.bin")
    shutil.copyfile(_LICENSE, MODEL / "LICENSE")
    if "swedish_lemmas" not in nlp.pipe_names:
        nlp.add_pipe("swedish_lemmas", after="morphologizer")
    nlp.meta.update(name="klarsprak", license="CC BY-SA 4.0", description="Swedish pipeline of klarsprak")
    nlp.to_disk(MODEL, exclude=EXPORTED)
    write_weights(exported(nlp), NETWORK)
    _shrink()


def _shrink() -> None:
    """Leave out strings of the training texts: a hash is enough for all but labels."""
    meta = srsly.read_json(MODEL / "meta.json")
    labels = {label for group in meta["labels"].values() for label in group}
    strings = MODEL / "vocab" / "strings.json"
    kept = [text for text in srsly.read_json(strings) if _is_label(text, labels)]
    strings.write_text(json.dumps(sorted(kept), ensure_ascii=False), encoding="utf-8")
    for key in _DROPPED_META:
        meta.pop(key, None)
    (MODEL / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")


def _is_label(text: str, labels: set[str]) -> bool:
    return text in labels or "=" in text or text.isupper()


def digest() -> str:
    """A hash of all the model's files: what ``scores.json`` belongs to."""
    found = hashlib.sha256()
    for path in sorted(MODEL.rglob("*")):
        if path.is_file():
            found.update(path.relative_to(MODEL).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def size() -> float:
    """The size of the model's files in megabytes."""
    return round(sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) / 1e6, 2)
