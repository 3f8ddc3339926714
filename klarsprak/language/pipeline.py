"""The language pipeline: texts in, tokens out, tagged where somebody needs it.

The tokeniser and the sentences are rules; the network is the one in the model's folder, which spaCy has trained.
What a check asks of the network is computed here: to import spaCy takes longer than to check a letter, and its
vocabulary keeps each word of each letter as long as the program runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Flag, auto
from functools import cache
from itertools import islice

from klarsprak.language.encoder import Encoder
from klarsprak.language.layers import Floats
from klarsprak.language.mistagged import may_be_mistagged, mistagged
from klarsprak.language.one_thread import one_thread
from klarsprak.language.tagging import Tagging
from klarsprak.language.tokens import Tokens
from klarsprak.language.unbroken import shortened
from klarsprak.language.untold_passives import UntoldPassives
from klarsprak.language.untold_pasts import UntoldPasts
from klarsprak.language.weights import read_weights


class Need(Flag):
    """What a rule asks of the analysis beyond tokens, their forms and sentence boundaries."""

    FORMS = 0
    MORPHOLOGY = auto()
    """Part of speech and morphological features, from which ``lemmas.lemma_of`` tells a token's lemma."""


_BATCH = 128

# A tab or a no-break space would else be a token of its own in the middle of *4 kap.* or *1 000*.
_SPACES = dict.fromkeys(map(ord, "\t\u00a0\u2002\u2003\u2007\u2009\u202f"), " ")


class _Network:
    """The trained network: what it sees in words, and the tags that follow from it."""

    def __init__(self) -> None:
        weights = read_weights()
        self.encoder = Encoder(weights)
        self.tagging = Tagging(weights)
        self.mends = (UntoldPassives(self.tagging.labels), UntoldPasts(self.tagging.labels))
        self.features = [frozenset(filter(None, morphology.split("|"))) for morphology in self.tagging.morphologies]

    def encode(self, batch: list[Tokens]) -> list[Floats]:
        """The vectors of each text's tokens."""
        with one_thread():
            return self.encoder([tokens.texts for tokens in batch])

    def tag(self, batch: list[Tokens]) -> None:
        """Note each text's vectors, and each token's part of speech and features."""
        with one_thread():
            encoded = self.encode(batch)
            labels = self.tagging.numbers(encoded)
        for tokens, vectors, numbers in zip(batch, encoded, labels, strict=True):
            for untold in self.mends:
                untold.mend(tokens, numbers)
            tokens.vectors = vectors
            tokens.tags = list(map(self.tagging.parts.__getitem__, numbers))
            tokens.morphologies = list(map(self.tagging.morphologies.__getitem__, numbers))
            tokens.features = list(map(self.features.__getitem__, numbers))
            if may_be_mistagged(tokens.text):
                _retag(tokens)


def _retag(tokens: Tokens) -> None:
    """Put right what the tagger makes of blanks and of seasons."""
    for token, part in mistagged(tokens.words):
        tokens.tags[token], tokens.morphologies[token], tokens.features[token] = part, "", frozenset()


@cache
def load() -> _Network:
    """The network that ships with the package."""
    return _Network()


def analyse(texts: Iterable[str], need: Need) -> Iterator[Tokens]:
    """The tokens of each text, with at least what ``need`` names; offsets are those of the text.

    Tokens and sentences are the same whatever is needed.
    """
    remaining = iter(texts)
    while batch := list(map(_divide, islice(remaining, _BATCH))):
        if Need.MORPHOLOGY in need:
            load().tag(batch)
        yield from batch


def _divide(text: str) -> Tokens:
    """The text in tokens and sentences; what is too long to be a word is none."""
    if not text.isprintable():  # none of those spaces is, to Python
        text = text.translate(_SPACES)
    return Tokens(shortened(text))


def vectors_of(tokens: Tokens) -> Floats:
    """What the network knows of each token, a row each; computed anew where it has been dropped."""
    if tokens.vectors is None:
        (tokens.vectors,) = load().encode([tokens])
    return tokens.vectors


def drop_vectors(texts: Iterable[Tokens]) -> None:
    """Let the texts be without their words' vectors, most of what they hold; ``vectors_of`` makes them anew."""
    for tokens in texts:
        tokens.vectors = None
