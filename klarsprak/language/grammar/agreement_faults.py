"""Words that don't agree with their noun: *ett begäran*, *brevet är försenad*, *tydlig förklara*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from klarsprak.language.lemmas import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_NOUN = frozenset({"DET", "ADJ"})
_MOST = 3
"""Words before a noun that are looked at."""
_INDEFINITE = frozenset("en ett någon något några ingen inget inga varje vilken vilket vilka".split())
"""After these a noun has no ending: *ett brev*."""
_ANY_GENDER = frozenset({"detta", "rätt"})
"""Words that stand before nouns without belonging to them, *ger detta stor vikt*, or have one form."""
_COMMON_PARTICIPLES = ("kommen", "given", "tagen", "skriven", "terad", "knad", "gad", "sänd", "lagd", "ställd")
_VERBAL_NOUNS = ("ande", "ende")
_FOLLOWING_ADJECTIVE = frozenset({"NOUN", "PROPN", "ADJ", "CCONJ", "PUNCT", "ADP", "NUM"})
_LINKING = frozenset("vara bli anse kalla heta göra känna verka förefalla".split())
"""Verbs that an adjective may say something of their subject after."""


def disagreeing_phrases(doc: Doc) -> Iterator[int]:
    """Nouns that something straight before them doesn't agree with: *ett begäran*, *ditt ansökan*, *alla brevet*."""
    for noun in doc:
        if noun.pos_ == "NOUN" and any(_disagrees(word, noun) for word in _words_before(noun)):
            yield noun.i


def _words_before(noun: Token) -> Iterator[Token]:
    """The articles, possessives and adjectives straight before a noun, the nearest first."""
    for i in range(noun.i - 1, max(noun.i - 1 - _MOST, -1), -1):
        word = noun.doc[i]
        if word.pos_ not in _BEFORE_NOUN and not _is_possessive(word):
            return
        yield word


def _is_possessive(word: Token) -> bool:
    """*din*, *kommunens*."""
    return bool(word.morph.get("Poss", [])) or (word.pos_ == "NOUN" and "Gen" in word.morph.get("Case", []))


def _disagrees(word: Token, noun: Token) -> bool:
    """Whether the gender or number is another one, or the noun has an ending that the word forbids."""
    forbids_ending = _is_possessive(word) or word.lower_ in _INDEFINITE
    if forbids_ending and "Def" in noun.morph.get("Definite", []):
        return True
    if word.pos_ == "NOUN":  # a genitive has the gender and number of its own owner
        return False
    if _has_other_gender(word, noun):
        return True
    return word.pos_ == "DET" and _differ(word, noun, "Number")


def _has_other_gender(word: Token, noun: Token) -> bool:
    """*ett begäran*; not *permanent tillstånd*, of which the tagger can't know the gender, nor *lärande*."""
    if word.lower_ in _ANY_GENDER or noun.lower_.endswith(_VERBAL_NOUNS):
        return False
    if noun.morph.get("Number", []) == ["Plur"]:
        return False
    has_one_form = word.lower_.endswith("t") and word.morph.get("Gender", []) == ["Com"]
    return not has_one_form and _differ(word, noun, "Gender")


def _differ(word: Token, other: Token, feature: str) -> bool:
    """Whether both have the feature, with other values."""
    values, others = word.morph.get(feature, []), other.morph.get(feature, [])
    return bool(values and others) and set(values).isdisjoint(others)


def disagreeing_predicatives(doc: Doc) -> Iterator[int]:
    """Adjectives and participles of another gender or number than their subject: *brevet är försenad*."""
    for subject in doc:
        if subject.pos_ != "NOUN" or not subject.dep_.startswith("nsubj"):
            continue
        predicate = subject.head
        differs = _differ(predicate, subject, "Gender") or _differ(predicate, subject, "Number")
        if differs and _is_predicative(predicate):
            yield predicate.i


def disagreeing_attributes(doc: Doc) -> Iterator[int]:
    """Participles after an *ett* noun in the form for *en*: *I brev, inkommen den 5 mars*.

    Told by their endings: the tagger knows few of them there.
    """
    for word in doc[2:]:
        if doc[word.i - 1].text != "," or not word.lower_.endswith(_COMMON_PARTICIPLES):
            continue
        if doc[word.i - 2].morph.get("Gender", []) == ["Neut"]:
            yield word.i


def _is_predicative(word: Token) -> bool:
    """Whether the word is an adjective or a participle."""
    return word.pos_ == "ADJ" or "Part" in word.morph.get("VerbForm", [])


def stray_adjectives(doc: Doc) -> Iterator[int]:
    """Adjectives in the form for *en* where an adverb should stand: *att tydlig förklara*, *anger tydlig att*."""
    for token in doc[1:-1]:
        if token.pos_ != "ADJ" or not _is_plain_common(token):
            continue
        if _is_where_adverbs_are(doc[token.i - 1], doc[token.i + 1]):
            yield token.i


def _is_where_adverbs_are(before: Token, after: Token) -> bool:
    """Whether an adverb belongs between the words: *anger … att*, *att … förklara*."""
    if after.pos_ in _FOLLOWING_ADJECTIVE:
        return False
    if before.pos_ == "VERB":
        return lemma_of(before.text, before.pos_, str(before.morph)) not in _LINKING
    return before.lower_ == "att" or _is_infinitive(after)


def _is_plain_common(word: Token) -> bool:
    """*tydlig*, the form that no adverb has."""
    if word.morph.get("Gender", []) != ["Com"]:
        return False
    return "Ind" in word.morph.get("Definite", []) and "Sing" in word.morph.get("Number", [])


def _is_infinitive(word: Token) -> bool:
    """*förklara*."""
    return word.pos_ == "VERB" and "Inf" in word.morph.get("VerbForm", [])
