"""An adjective straight before a noun that it doesn't agree with, no article before: *ny vänner, viktigt plats*."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.language.grammar.checks.base import Check, Mistake
from klarsprak.language.grammar.checks.clause_verbs import FINITE
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, noun_forms
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_BEFORE = frozenset({"ADP", "VERB", "AUX", "PUNCT", "SCONJ", "CCONJ", "ADV"})
_PERSONS = frozenset("jag du han hon vi ni man".split())
_NOUNS = frozenset({"NOUN", "PROPN"})
_NO_BEGINNING = frozenset("för som än så hur mest mer minst ett en".split())
"""After these a neuter may be another word's: *som vanligt fråga*."""
_WHEN = frozenset(
    "måndagar tisdagar onsdagar torsdagar fredagar lördagar söndagar vardagar helger helgdagar kvällar nätter "
    "delar del år årtal månader veckor dagar timmar gånger".split()
)
"""What tells when something is so: *är öppen tisdagar, var sjuk delar av våren, är klar år 2030*."""
_NO_ADJECTIVES = frozenset(
    "kul död döda vissa viss litet lite fullt rätt helt övrigt undertecknad skyldig underkastad fjällnära".split()
)

_NO_NOUNS = frozenset({"avseende"})
"""Prepositions that are nouns too: *rapporten är skriven* **avseende** *bryggan*."""


def _find(words: WordsAt) -> Iterator[Mistake]:
    """Each adjective with no determiner before it that its noun wants in another form."""
    block = words.block
    for i in range(words.start, words.end - 1):
        if block.tags[i] == "ADJ" and block.tags[i + 1] == "NOUN" and _is_alone(words, i):
            yield from _wrong(words, i)


def _is_alone(words: WordsAt, i: int) -> bool:
    """Whether adjective and noun have no determiner and no other noun follows them."""
    block = words.block
    if i + 2 < words.end and block.tags[i + 2] in _NOUNS:
        return False
    if block.tags[i - 1] == "AUX" and slots(block.words[i + 1]) & FINITE:
        return False  # *båten som den är målad* **strider** *mot reglerna*
    if i == words.start or block.words[i + 1] in _WHEN:
        return False
    before = block.words[i - 1]
    if block.words[i + 1] in _NO_NOUNS and block.tags[i - 1] == "AUX":
        return False
    return before in _PERSONS or (block.tags[i - 1] in _BEFORE and before not in _NO_BEGINNING)


def _wrong(words: WordsAt, i: int) -> Iterator[Mistake]:
    """The adjective, where its noun is indefinite and wants another form."""
    block = words.block
    form, nouns = block.words[i], noun_forms(block.words[i + 1])
    if not nouns or any(noun.is_definite for noun in nouns) or not _is_telling(words, i):
        return
    right = [adjective_in(form, noun.gender, noun.number, "Ind") for noun in nouns]
    if form not in right and None not in right:
        yield Mistake(i, i + 1, tuple(dict.fromkeys(filter(None, right))), {"noun": block.words[i + 1]})


def _is_telling(words: WordsAt, i: int) -> bool:
    """Whether the adjective can't be an adverb, nor belong to a determiner further back.

    *Ny vänner* has the form that adverbs and definite adjectives don't have; others are sure after a preposition.
    """
    block = words.block
    form, lemma = block.words[i], adjective_of(block.words[i])
    if lemma is None or form in _NO_ADJECTIVES or not block.written(i, i + 2).islower():
        return False
    return form == lemma or (block.tags[i - 1] == "ADP" and not lemma.endswith("d"))


ATTRIBUTE = Check(_find, frozenset(), frozenset({"noun"}), neighbours=frozenset({("ADJ", "NOUN")}))
