"""What makes a sentence heavy, counted from word forms and morphology.

A parser would tell more, but it costs as much as all the rest of the analysis; where a clause begins and which verb
is the main clause's, Swedish word order tells well enough.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import Literal, get_args

from spacy.tokens import Span, Token

from klarsprak.language.readability import is_word

Measure = Literal[
    "words", "clauses", "before_verb", "distance", "split_verb", "modifiers", "prepositions", "series", "negations"
]
Measured = tuple[int, Span]
"""The value and the words that make it so."""

FORMS_ONLY = frozenset({"words", "negations"})
_SUBORDINATORS = frozenset(
    "att som om när då eftersom medan innan sedan därför fast fastän ifall huruvida såvida såvitt ehuru enär emedan "
    "vilken vilket vilka vars därest".split()
)
_QUESTIONS = frozenset({"vad", "vem", "hur", "varför"})
_NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "knappast", "varken"})
_JOINERS = frozenset({"och", "eller", "men", "samt"})
_STOPS = frozenset(":;()–")
_AUXILIARIES = frozenset(
    "har hade ska skall skulle kan kunde måste bör borde får fick vill ville kommer kom behöver behövde".split()
)
_INSERTS = frozenset({",", "–", "(", ")"})
_ARTICLES = frozenset({"den", "det", "de", "denna", "detta", "dessa"})
_PARTICIPLES = ("vna", "gna", "tna", "ade", "ande", "ende", "dda", "lda", "rda", "nda")
_REACH = 14
_SUBJECTS = frozenset({"jag", "du", "han", "hon", "vi", "ni"})
_HEADS = frozenset({"NOUN", "PROPN"})
_INSIDE_PHRASE = frozenset({"DET", "ADJ", "NUM", "PROPN", "NOUN"})


def measured(measure: Measure, sentence: Span) -> Measured:
    """The sentence's value of that measure."""
    return _MEASURES[measure](sentence)


def may_exceed(measure: Measure, words: Sequence[str], limit: int) -> bool:
    """Whether a sentence of these word forms, lower case, can be beyond the limit: a look that costs little."""
    if len(words) <= limit:
        return False
    sign = _SIGNS.get(measure)
    if sign is None:
        return True
    forms, share = sign
    return sum(map(forms.__contains__, words)) > limit * share


def _words(sentence: Span) -> Measured:
    return _count(sentence), _trimmed(sentence)


def _negations(sentence: Span) -> Measured:
    return sum(token.lower_ in _NEGATIONS for token in sentence), _trimmed(sentence)


def _clauses(sentence: Span) -> Measured:
    """The number of subordinate clauses: words that open one and have a finite verb to follow."""
    opened = closed = 0
    for token in sentence:
        if _opens_clause(token):
            opened += 1
        elif is_finite(token) and closed < opened:
            closed += 1
    return closed, _trimmed(sentence)


def _before_verb(sentence: Span) -> Measured:
    """The words before the main clause's finite verb."""
    verb = main_verb(sentence)
    if verb is None or verb.i == sentence.start:
        return 0, sentence
    span = _trimmed(sentence.doc[sentence.start : verb.i])
    return _count(span), span


def _distance(sentence: Span) -> Measured:
    """The words between the noun or pronoun that the sentence begins with and the main clause's finite verb."""
    verb = main_verb(sentence)
    head = _first_head(sentence)
    if verb is None or head is None or head.i >= verb.i:
        return 0, sentence
    between = sentence.doc[head.i + 1 : verb.i]
    if any(token.text == ":" for token in between):  # a label before the sentence itself
        return 0, sentence
    return _count(between), sentence.doc[head.i : verb.i + 1]


def _split_verb(sentence: Span) -> Measured:
    """The most words between an auxiliary and its verb: *ska, om du inte har betalat, skicka*."""
    best: Measured = (0, sentence)
    auxiliary: Token | None = None
    inserted = False
    for token in sentence:
        if inserted:
            inserted = token.text not in _INSERTS
        elif is_finite(token):
            auxiliary = token if token.lower_ in _AUXILIARIES else None
        elif auxiliary is not None and _completes(token, auxiliary):
            value = _count(sentence.doc[auxiliary.i + 1 : token.i])
            best = max(best, (value, sentence.doc[auxiliary.i : token.i + 1]), key=itemgetter(0))
            auxiliary = None
        elif token.lower_ == "att" and auxiliary is not None and not auxiliary.lower_.startswith("kom"):
            auxiliary = None  # *får större möjlighet att planera*: no auxiliary
        elif auxiliary is not None and _opens_clause(token):
            inserted = token.nbor(-1).text in _INSERTS
            auxiliary = auxiliary if inserted else None
    return best


def _modifiers(sentence: Span) -> Measured:
    """The most words between an article and its noun that hang on a participle: *den av nämnden antagna planen*."""
    best: Measured = (0, sentence)
    for article, preposition in pairwise(sentence):
        if preposition.pos_ != "ADP" or article.lower_ not in _ARTICLES:
            continue
        noun = _participle_noun(sentence.doc[preposition.i + 1 : min(preposition.i + _REACH, sentence.end)])
        if noun is not None:
            value = _count(sentence.doc[article.i + 1 : noun.i])
            best = max(best, (value, sentence.doc[article.i : noun.i + 1]), key=itemgetter(0))
    return best


def _prepositions(sentence: Span) -> Measured:
    """The most prepositional phrases in a row, each with a noun: *i planen för området vid sjön*."""
    best: Measured = (0, sentence)
    first, length, wants_noun = sentence.start, 0, False
    for token in sentence:
        if token.pos_ == "ADP" and not wants_noun:
            first, length, wants_noun = (token.i if length == 0 else first), length + 1, True
        elif token.pos_ in _INSIDE_PHRASE:
            wants_noun = wants_noun and token.pos_ not in _HEADS
            if not wants_noun and length > best[0]:
                best = length, sentence.doc[first : token.i + 1]
        else:
            length, wants_noun = 0, False
    return best


def _series(sentence: Span) -> Measured:
    """The number of items in a series of words and phrases: *intyg, kvitton, ritningar och foton*."""
    best = commas = 0
    for token in sentence:
        if token.text == ",":
            commas += 1
        elif is_finite(token) or token.text in _STOPS or token.lower_ in _SUBJECTS or _opens_clause(token):
            commas = 0
        elif commas and token.lower_ in _JOINERS:
            best = max(best, commas + 2)
    return best, _trimmed(sentence)


_PREPOSITIONS = frozenset(
    "av bland efter emot enligt framför från för före genom hos i inför inom inklusive kring kontra längs med mellan "
    "mot nära om omkring ovanför per på rörande samt sedan till trots under ur utan utanför utom utöver vid via å åt "
    "över avseende angående beträffande gällande bakom bortom bredvid emellan innan inpå intill jämte liksom "
    "oavsett som såsom tack till".split()
)
_SIGNS: dict[Measure, tuple[frozenset[str], float]] = {
    "clauses": (_SUBORDINATORS | _QUESTIONS, 1),
    "split_verb": (_AUXILIARIES, 0),
    "modifiers": (_ARTICLES, 0),
    "prepositions": (_PREPOSITIONS, 1),
    "series": (frozenset({","}), 0.5),
    "negations": (_NEGATIONS, 1),
}
"""Words that a sentence needs, and how many of them for each unit of the limit, to be beyond it."""

_MEASURES: dict[Measure, Callable[[Span], Measured]] = dict(
    zip(
        get_args(Measure),
        (_words, _clauses, _before_verb, _distance, _split_verb, _modifiers, _prepositions, _series, _negations),
        strict=True,
    )
)


def main_verb(sentence: Span) -> Token | None:
    """The main clause's finite verb: the first that no subordinate clause before it has a claim to.

    A finite verb after *och* or *eller* belongs to the clause before: *om du söker och får bidrag*.
    """
    waiting = 0
    seen_clause = False
    for token in sentence:
        if _opens_clause(token):
            waiting += 1
            seen_clause = True
        elif is_finite(token):
            if waiting:
                waiting -= 1
            elif not (seen_clause and _is_joined(token, sentence)):
                return token
    return None


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb."""
    return token.pos_ in ("VERB", "AUX") and "VerbForm=Fin" in token.morph


def _is_joined(verb: Token, sentence: Span) -> bool:
    """Whether *och* or the like stands before the verb, at once or with one word between."""
    return any(token.lower_ in _JOINERS for token in sentence.doc[max(sentence.start, verb.i - 2) : verb.i])


def _opens_clause(token: Token) -> bool:
    if token.lower_ in _QUESTIONS:
        return token.i > token.sent.start
    if token.lower_ not in _SUBORDINATORS:
        return False
    if token.lower_ == "att":
        return token.pos_ != "PART"
    return token.pos_ in ("SCONJ", "PRON", "DET") or (token.pos_ == "ADV" and token.lower_ in ("när", "då"))


def _completes(token: Token, auxiliary: Token) -> bool:
    form = "VerbForm=Sup" if auxiliary.lower_ in ("har", "hade") else "VerbForm=Inf"
    return token.pos_ in ("VERB", "AUX") and form in token.morph


def _first_head(sentence: Span) -> Token | None:
    """The head of the noun phrase, or the pronoun, that the sentence begins with."""
    for token in sentence:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            after = token.nbor(1) if token.i + 1 < sentence.end else None
            if after is None or after.pos_ not in _HEADS:
                return token
        elif token.pos_ not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _participle_noun(span: Span) -> Token | None:
    """The definite noun at whose front a participle stands; no verb, clause or stop before it."""
    for token, following in pairwise(span):
        if _is_participle(token):
            return following if "Definite=Def" in following.morph and following.pos_ == "NOUN" else None
        if token.pos_ in ("AUX", "SCONJ", "PUNCT") or token.lower_ in _ARTICLES or is_finite(token):
            return None
    return None


def _is_participle(token: Token) -> bool:
    # The tagger takes many old participles for other forms; their endings tell as well.
    return "VerbForm=Part" in token.morph or (token.pos_ in ("ADJ", "VERB") and token.lower_.endswith(_PARTICIPLES))


def _count(span: Span) -> int:
    return sum(is_word(token) for token in span)


def _trimmed(span: Span) -> Span:
    """The span without white space at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and span.doc[start].is_space:
        start += 1
    while end > start + 1 and span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]
