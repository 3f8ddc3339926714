"""Vectors and tags are those that spaCy makes with the same weights, however many words come and whoever asks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from klarsprak.language import encoder as encoder_module
from klarsprak.language.encoder import Encoder
from klarsprak.language.tagging import Tagging
from klarsprak.language.weights import read_weights
from training.exported import restored

WORDS = "Du kan överklaga beslutet om skolskjuts inom 3 veckor från 2024-05-17 , enl. 4 kap. SoL ! Petra".split()


@pytest.fixture(scope="module")
def nlp() -> Language:
    return restored()


def _predicted(nlp: Language, texts: Sequence[list[str]]) -> list[numpy.ndarray]:
    docs = [Doc(nlp.vocab, words=words) for words in texts]
    return nlp.get_pipe("tok2vec").model.predict(docs)


def _assert_as_spacy_sees_them(nlp: Language, encoder: Encoder, texts: Sequence[list[str]]) -> None:
    for found, plain in zip(encoder(texts), _predicted(nlp, texts), strict=True):
        assert found.shape == plain.shape
        assert numpy.allclose(found, plain, atol=1e-4)


@pytest.mark.parametrize("lengths", [(), (0,), (1,), (2, 0, 1), (5, 1, 1, 3), (len(WORDS), 4)])
def test_a_text_is_seen_as_by_itself_whatever_stands_around_it(nlp: Language, lengths: tuple[int, ...]) -> None:
    texts = [WORDS[:length] for length in lengths]
    encoder = Encoder(read_weights())
    found = encoder(texts)
    assert [vectors.shape for vectors in found] == [(length, 128) for length in lengths]
    for vectors, text in zip(found, texts, strict=True):
        assert numpy.allclose(vectors, _predicted(nlp, [text])[0].reshape(vectors.shape), atol=1e-4)


def test_thousands_of_new_words_are_as_well_known_as_the_first(nlp: Language) -> None:
    encoder = Encoder(read_weights())
    words = [f"ord{number}" for number in range(9_000)]
    for start in range(0, len(words), 1_500):
        encoder([words[start : start + 1_500]])
    _assert_as_spacy_sees_them(nlp, encoder, [words[:50], words[-50:]])


def test_words_are_forgotten_where_there_are_too_many(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_module, "_KNOWN_SIZE", 1_000)
    encoder = Encoder(read_weights())
    words = [f"ord{number}" for number in range(9_000)]
    for start in range(0, len(words), 300):
        encoder([words[start : start + 300]])
        assert len(encoder._known) <= 1_300
        assert len(encoder._known.vectors) <= 2 * 1_301
    _assert_as_spacy_sees_them(nlp, encoder, [words[:50], words[-50:]])


def test_threads_may_share_an_encoder_that_learns_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [[f"ord{number}" for number in range(start, start + 60)] for start in range(0, 3_000, 20)]
    by_itself = Encoder(read_weights())
    expected = [by_itself([text])[0] for text in texts]
    monkeypatch.setattr(encoder_module, "_KNOWN_SIZE", 200)
    shared = Encoder(read_weights())
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda text: shared([text])[0], texts))
    finally:
        sys.setswitchinterval(interval)
    for one, other in zip(found, expected, strict=True):
        assert numpy.allclose(one, other, atol=1e-4)


def test_words_get_the_tags_that_spacy_gives_them(nlp: Language) -> None:
    weights = read_weights()
    encoder, tagging = Encoder(weights), Tagging(weights)
    texts = [WORDS, [], WORDS[::-1]]
    for words, numbers in zip(texts, tagging.numbers(encoder(texts)), strict=True):
        doc = nlp.get_pipe("morphologizer")(nlp.get_pipe("tok2vec")(Doc(nlp.vocab, words=words)))
        assert [tagging.parts[number] for number in numbers] == [token.pos_ for token in doc]
        assert [tagging.morphologies[number] for number in numbers] == [str(token.morph) for token in doc]


def test_labels_mean_what_spacy_takes_them_for(nlp: Language) -> None:
    tagging, morphologizer = Tagging(read_weights()), nlp.get_pipe("morphologizer")
    doc = Doc(nlp.vocab, words=["ord"] * len(tagging.labels))
    morphologizer.set_annotations([doc], [list(range(len(doc)))])
    assert list(tagging.parts) == [token.pos_ for token in doc]
    assert list(tagging.morphologies) == [str(token.morph) for token in doc]


def test_no_text_has_no_tags() -> None:
    assert Tagging(read_weights()).numbers([]) == []


def test_spacy_is_not_imported() -> None:
    modules = ("encoder", "tagging", "word_vectors", "embedding", "hashing", "layers", "weights")
    imports = "".join(f"import klarsprak.language.{module}\n" for module in modules)
    code = f"{imports}import sys\nprint(sorted({{'spacy', 'thinc', 'srsly'}} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"
