"""What the language pipeline promises: offsets, needs, and that it sees what spaCy sees with the model that ships."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy
import pytest
from spacy.language import Language
from threadpoolctl import threadpool_info, threadpool_limits

from klarsprak.language import pipeline
from klarsprak.language.layers import Floats
from klarsprak.language.lemmas import lemma_of
from klarsprak.language.one_thread import one_thread
from klarsprak.language.parsing import parsed
from klarsprak.language.pipeline import Need, analyse, load, vectors_of
from klarsprak.language.weights import MODEL

sys.path.insert(0, str(Path(__file__).parents[2]))  # training is no part of the installed package

from training.components import set_sentences
from training.exported import restored

TEXTS = [
    "Din ansökan om skolskjuts avslås. Du kan överklaga beslutet inom tre veckor.",
    "Så här gör du\nRing Petra Holmqvist på\u00a0031-390 06 21  om du har frågor.",
    "Enl. 4 kap. 1\u00a0§ SoL m.m. har\tnämnden prövat din ansökan.",
    "",
    "Storgatan 12\n\n123 45 Ekvalla\n",
]
_WITHOUT_SPACY = """
import sys
import klarsprak
klarsprak.check_text("Du har fått ett beslut.")
assert not {"spacy", "thinc", "srsly", "confection"} & set(sys.modules)
"""


@pytest.fixture(scope="module")
def plain() -> Language:
    """The model as spaCy runs it."""
    return restored()


def test_a_check_does_without_spacy() -> None:
    subprocess.run([sys.executable, "-c", _WITHOUT_SPACY], check=True)


def test_tokens_have_the_offsets_of_their_text() -> None:
    for text, tokens in zip(TEXTS, analyse(TEXTS, Need.FORMS), strict=True):
        assert len(tokens.text) == len(text)
        for token, start, end in zip(tokens.texts, tokens.starts, tokens.ends, strict=True):
            assert text[start:end].split() == token.split()


def test_tokens_and_sentences_are_the_same_whatever_is_needed() -> None:
    for bare, tagged in zip(analyse(TEXTS, Need.FORMS), analyse(TEXTS, Need.MORPHOLOGY), strict=True):
        assert (tagged.texts, tagged.sentence_starts) == (bare.texts, bare.sentence_starts)


def test_a_text_has_the_analysis_that_is_needed_and_no_more() -> None:
    (bare,), (tagged,) = (analyse(TEXTS[:1], need) for need in (Need.FORMS, Need.MORPHOLOGY))
    assert not any(bare.tags)
    assert not any(bare.features)
    assert bare.vectors is None
    assert all(tagged.tags)
    assert tagged.vectors is not None


def test_words_are_seen_as_by_spacy_with_the_same_weights(plain: Language) -> None:
    for tokens in analyse(TEXTS, Need.MORPHOLOGY):
        doc = plain.make_doc(tokens.text)
        for component in (set_sentences, *(part for _, part in plain.pipeline)):
            doc = component(doc)
        assert tokens.tags == [token.pos_ for token in doc]
        assert tokens.morphologies == [str(token.morph) for token in doc]
        with parsed(tokens, 0, len(tokens)) as tree:
            assert [(token.dep_, token.head.i) for token in tree] == [(token.dep_, token.head.i) for token in doc]
        assert list(map(lemma_of, tokens.texts, tokens.tags, tokens.morphologies)) == [token.lemma_ for token in doc]
        assert numpy.allclose(vectors_of(tokens), doc.tensor.reshape(vectors_of(tokens).shape), atol=1e-4)


def test_vectors_that_have_been_dropped_come_back_the_same() -> None:
    (tokens,) = analyse(TEXTS[:1], Need.MORPHOLOGY)
    before = vectors_of(tokens)
    pipeline.drop_vectors([tokens])
    assert tokens.vectors is None
    assert numpy.array_equal(vectors_of(tokens), before)


def test_a_letter_takes_one_thread_whoever_imported_numpy_before_us(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, numbers = load().encoder, load().tagging.numbers
    during: list[int] = []

    def encode(texts: Sequence[Sequence[str]]) -> list[Floats]:
        during.extend(_blas_threads())
        return encoder(texts)

    def tag(vectors: Sequence[Floats]) -> list[list[int]]:
        during.extend(_blas_threads())
        return numbers(vectors)

    monkeypatch.setattr(load(), "encoder", encode)
    monkeypatch.setattr(load().tagging, "numbers", tag)
    with threadpool_limits(2, "blas"):
        before = _blas_threads()
        list(analyse(TEXTS, Need.MORPHOLOGY))
        assert _blas_threads() == before
    assert during == [1] * 2 * len(before)


def test_products_go_on_with_one_thread_while_another_is_at_it() -> None:
    with threadpool_limits(2, "blas"):
        before = _blas_threads()
        with one_thread():
            with one_thread():
                pass
            assert set(_blas_threads()) <= {1}
        assert _blas_threads() == before


def _blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_no_dependency_crosses_a_sentence() -> None:
    for tokens in analyse(TEXTS, Need.MORPHOLOGY):
        with parsed(tokens, 0, len(tokens)) as doc:
            for token in doc:
                assert token.head.sent == token.sent


def test_the_parsers_vocabulary_forgets_the_words_of_a_text() -> None:
    (tokens,) = analyse(["Vi ringer Tuvhildersson som ringde i går."], Need.MORPHOLOGY)
    for _ in range(2):
        with parsed(tokens, 0, len(tokens)) as doc:
            strings = doc.vocab.strings
            assert "Tuvhildersson" in strings
            assert [token.pos_ for token in doc] == tokens.tags
            assert [str(token.morph) for token in doc] == tokens.morphologies
        assert "Tuvhildersson" not in strings


@pytest.mark.parametrize(
    ("text", "word", "lemma", "pos"),
    [
        ("Beslutet kan överklagas.", "Beslutet", "beslut", "NOUN"),
        ("Beslutet kan överklagas.", "överklagas", "överklaga", "VERB"),
        ("Du får ett svar i maj.", "Du", "du", "PRON"),
        ("Du får ett svar i maj.", "får", "få", "VERB"),
        ("Skicka in handlingarna till oss.", "Skicka", "skicka", "VERB"),
        ("Skicka in handlingarna till oss.", "handlingarna", "handling", "NOUN"),
        ("Vi flyttade i våras.", "våras", "våras", "NOUN"),
        ("Handläggarens bostadsbidragsansökan kom in.", "bostadsbidragsansökan", "bostadsbidragsansökan", "NOUN"),
    ],
)
def test_a_word_has_its_lemma_and_part_of_speech(text: str, word: str, lemma: str, pos: str) -> None:
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    at = tokens.texts.index(word)
    assert lemma_of(word, tokens.tags[at], tokens.morphologies[at]) == lemma
    assert tokens.tags[at] == pos


@pytest.mark.parametrize(("text", "verb"), [("Din ansökan avslås.", "avslås"), ("Avgift tas ut.", "tas")])
def test_a_passive_is_marked(text: str, verb: str) -> None:
    (tokens,) = analyse([text], Need.MORPHOLOGY)
    told = zip(tokens.texts, tokens.features, strict=True)
    assert [word for word, features in told if "Voice=Pass" in features] == [verb]


def test_a_person_is_a_name(plain: Language) -> None:
    doc = plain("Du får svar av Anna Lindberg i Göteborg.")
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Anna Lindberg", "PER"), ("Göteborg", "LOC")]


def test_scores_are_those_of_the_model_that_ships() -> None:
    digest = hashlib.sha256()
    for path in sorted(MODEL.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(MODEL).as_posix().encode() + b"\0" + path.read_bytes())
    scores = json.loads((MODEL.parents[2] / "training" / "scores.json").read_text(encoding="utf-8"))
    assert scores["model_sha256"] == digest.hexdigest()


def test_the_model_is_small_enough() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) <= 10_000_000
