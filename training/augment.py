"""Sentences that look more like letters than the treebanks' do: line breaks, headings, other people's names."""

from __future__ import annotations

import random
from copy import copy

from klarsprak.language.gazetteer import FIRST_NAMES, PLACES
from training.conllu import Sentence, Word

_SURNAMES = [
    stem + ending
    for stem in (
        "Lind",
        "Berg",
        "Sand",
        "Holm",
        "Ek",
        "Sjö",
        "Ny",
        "Hall",
        "Ros",
        "Björk",
        "Lund",
        "Alm",
        "Ström",
        "Å",
    )
    for ending in ("ström", "qvist", "berg", "gren", "dahl", "mark", "man", "lund", "ell", "ström")
] + [name.capitalize() + "sson" for name in sorted(FIRST_NAMES) if name[-1] not in "aeioyåäösz"]
_FIRST = sorted(name.capitalize() for name in FIRST_NAMES)
_PLACE = [
    *sorted(name.capitalize() for name in PLACES),
    "Norrlida",
    "Ekvalla",
    "Tallvik",
    "Sjöbacka",
    "Åsmåla",
    "Västhult",
]
_ABBREVIATIONS = {"enligt": "enl.", "kapitlet": "kap.", "angående": "ang.", "eventuellt": "ev.", "nummer": "nr",
                  "respektive": "resp.", "cirka": "ca", "inklusive": "inkl."}  # fmt: skip


def augment(sentences: list[Sentence], rng: random.Random) -> list[Sentence]:
    """The sentences, some of them changed; the originals are left as they are."""
    return [_changed(sentence, rng) for sentence in sentences]


def _changed(sentence: Sentence, rng: random.Random) -> Sentence:
    words = [copy(word) for word in sentence.words]
    _rename(words, rng)
    if rng.random() < 0.3:
        _abbreviate(words)
    if rng.random() < 0.06:
        _drop_stop(words)
    if rng.random() < 0.03:
        _heading(words)
    elif rng.random() < 0.04:
        words[0].form = words[0].form.lower()
    if rng.random() < 0.15:
        _break_line(words)
    return Sentence(sentence.id, words, sentence.new_paragraph)


def _rename(words: list[Word], rng: random.Random) -> None:
    """Half of the persons and places get other names."""
    for i, word in enumerate(words):
        if word.pos != "PROPN" or not word.form.istitle() or "-" in word.form or rng.random() < 0.5:
            continue
        genitive = "s" if "Case=Gen" in word.feats else ""
        if word.name == "B-LOC" and (i + 1 == len(words) or words[i + 1].name != "I-LOC"):
            word.lemma = rng.choice(_PLACE)
        elif word.name == "I-PER":
            word.lemma = rng.choice(_SURNAMES)
        elif word.name == "B-PER":
            alone = i + 1 == len(words) or words[i + 1].name != "I-PER"
            word.lemma = rng.choice(_SURNAMES if alone and rng.random() < 0.5 else _FIRST)
        else:
            continue
        word.form = word.lemma + (genitive if word.lemma[-1] not in "sxz" else "")


def _abbreviate(words: list[Word]) -> None:
    for word in words[1:]:
        word.form = _ABBREVIATIONS.get(word.form, word.form)


def _drop_stop(words: list[Word]) -> None:
    last = len(words) - 1
    if last > 1 and words[last].form == "." and all(word.head != last for word in words):
        words.pop()


def _heading(words: list[Word]) -> None:
    if len(words) < 8:
        for word in words:
            word.form = word.form.upper()


def _break_line(words: list[Word]) -> None:
    last = len(words) - 1
    words[-1].space_after = False
    head = None if words[-1].head is None else last
    words.append(Word("\n", "\n", "SPACE", "", head, "dep" if head is not None else "", space_after=False))
