"""What the language pipeline promises: offsets, needs, and that the scores are those of the model that ships."""

import hashlib
import json
from collections.abc import Sequence

import numpy
import pytest
import spacy
from spacy.tokens import Doc
from threadpoolctl import threadpool_info, threadpool_limits

from klarsprak.language import pipeline
from klarsprak.language.encoder import Encoder
from klarsprak.language.lemmas import lemma_of
from klarsprak.language.pipeline import MODEL, Need, analyse, load
from klarsprak.language.sentences import set_sentences

TEXTS = [
    "Din ansökan om skolskjuts avslås. Du kan överklaga beslutet inom tre veckor.",
    "Så här gör du\nRing Petra Holmqvist på\u00a0031-390 06 21  om du har frågor.",
    "Enl. 4 kap. 1\u00a0§ SoL m.m. har\tnämnden prövat din ansökan.",
    "",
    "Storgatan 12\n\n123 45 Ekvalla\n",
]
NEEDS = [Need(value) for value in range(8)]


def test_a_document_has_the_offsets_of_its_text() -> None:
    for text, doc in zip(TEXTS, analyse(TEXTS, Need.FORMS), strict=True):
        assert len(doc.text) == len(text)
        for token in doc:
            assert text[token.idx : token.idx + len(token)].split() == token.text.split()


@pytest.mark.parametrize("need", NEEDS, ids=str)
def test_tokens_and_sentences_are_the_same_whatever_is_needed(need: Need) -> None:
    for plain, doc in zip(analyse(TEXTS, Need.FORMS), analyse(TEXTS, need), strict=True):
        assert [token.text for token in doc] == [token.text for token in plain]
        assert [token.is_sent_start for token in doc] == [token.is_sent_start for token in plain]


@pytest.mark.parametrize("need", NEEDS, ids=str)
def test_a_document_has_the_analysis_that_is_needed_and_no_more(need: Need) -> None:
    doc = next(analyse(TEXTS, need))
    assert doc.has_annotation("POS") == (Need.MORPHOLOGY in need)
    assert doc.has_annotation("DEP") == (Need.PARSE in need)
    assert doc.has_annotation("ENT_IOB") == (Need.NAMES in need)


@pytest.mark.parametrize("need", [Need.MORPHOLOGY, Need.MORPHOLOGY | Need.PARSE, Need(7)], ids=str)
def test_a_word_gets_the_same_analysis_whatever_else_is_needed(need: Need) -> None:
    for one, other in zip(analyse(TEXTS, Need(7)), analyse(TEXTS, need), strict=True):
        assert [(t.pos_, str(t.morph)) for t in one] == [(t.pos_, str(t.morph)) for t in other]


def test_words_are_seen_as_by_the_plain_pipeline() -> None:
    nlp = spacy.load(MODEL)
    for fast, text in zip(analyse(TEXTS, Need(7)), TEXTS, strict=True):
        plain = nlp.make_doc(fast.text)
        for component in (set_sentences, *(part for _, part in nlp.pipeline)):
            plain = component(plain)
        assert [(t.pos, t.morph, t.dep, t.ent_type) for t in fast] == [
            (t.pos, t.morph, t.dep, t.ent_type) for t in plain
        ]
        assert [lemma_of(token) for token in fast] == [token.lemma_ for token in plain]
        assert numpy.allclose(fast.tensor, plain.tensor.reshape(fast.tensor.shape), atol=1e-4), text


def test_thousands_of_new_words_are_as_well_known_as_the_first() -> None:
    model = load().get_pipe("tok2vec").model
    encoder = Encoder(model)
    words = [f"ord{number}" for number in range(9_000)]
    for start in range(0, len(words), 1_500):
        encoder([Doc(load().vocab, words=words[start : start + 1_500])])
    first, last = (Doc(load().vocab, words=part) for part in (words[:50], words[-50:]))
    encoder([first, last])
    for doc, plain in zip((first, last), model.predict([first, last]), strict=True):
        assert numpy.allclose(doc.tensor, plain, atol=1e-4)


@pytest.mark.parametrize("lengths", [(0,), (1,), (2, 0, 1), (5, 1, 1, 3)])
def test_a_short_text_is_seen_as_by_itself_whatever_stands_around_it(lengths: tuple[int, ...]) -> None:
    model = load().get_pipe("tok2vec").model
    words = "Du får ett svar Du".split()
    docs = [Doc(load().vocab, words=words[:length]) for length in lengths]
    Encoder(model)(docs)
    for doc, plain in zip(docs, model.predict(docs), strict=True):
        assert doc.tensor.shape == plain.shape
        assert numpy.allclose(doc.tensor, plain, atol=1e-4)


def test_a_letter_takes_one_thread_whoever_imported_numpy_before_us(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder = pipeline._encoder()
    during: list[int] = []

    def encode(docs: Sequence[Doc]) -> None:
        during.extend(_blas_threads())
        encoder(docs)

    monkeypatch.setattr(pipeline, "_encoder", lambda: encode)
    with threadpool_limits(2, "blas"):
        before = _blas_threads()
        list(analyse(TEXTS, Need.MORPHOLOGY))
        assert _blas_threads() == before
    assert during == [1] * len(before)


def _blas_threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_no_dependency_crosses_a_sentence() -> None:
    for doc in analyse(TEXTS, Need.PARSE):
        for token in doc:
            assert token.head.sent == token.sent


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
    (doc,) = analyse([text], Need.MORPHOLOGY)
    assert [(lemma_of(token), token.pos_) for token in doc if token.text == word] == [(lemma, pos)]


@pytest.mark.parametrize(("text", "verb"), [("Din ansökan avslås.", "avslås"), ("Avgift tas ut.", "tas")])
def test_a_passive_is_marked(text: str, verb: str) -> None:
    (doc,) = analyse([text], Need.MORPHOLOGY)
    assert [token.text for token in doc if "Pass" in token.morph.get("Voice", [])] == [verb]


def test_a_person_is_a_name() -> None:
    (doc,) = analyse(["Du får svar av Anna Lindberg i Göteborg."], Need.NAMES)
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
