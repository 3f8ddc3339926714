"""What makes a sentence heavy, counted from word forms and morphology.

A parser would tell more, but it costs as much as all the rest of the analysis; where a clause begins and which verb
is the main clause's, Swedish word order tells well enough.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter
from typing import Literal, get_args

from klarsprak.language.analysed import has_letters
from klarsprak.language.grammar.clauses import (
    JOINERS,
    QUESTIONS,
    SUBORDINATORS,
    VERBS,
    SentenceForms,
    is_finite,
    main_verb,
    opens_clause,
)

Measure = Literal[
    "words", "clauses", "before_verb", "distance", "split_verb", "modifiers", "prepositions", "series", "negations"
]
Measured = tuple[int, int, int]
"""The value, and first and last-plus-one of the words that make it so."""


FORMS_ONLY = frozenset({"words", "negations"})
_NEGATIONS = frozenset({"inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "knappast", "varken"})
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


def measured(measure: Measure, sentence: SentenceForms) -> Measured:
    """The sentence's value of that measure."""
    return _MEASURES[measure](sentence)


def least(measure: Measure, limit: int) -> tuple[frozenset[str], float]:
    """Words of which a sentence has more than so many if it is beyond the limit; none where words don't tell."""
    signs, share = _SIGNS.get(measure, (frozenset[str](), 0.0))
    return signs, limit * share


def _words(sentence: SentenceForms) -> Measured:
    return _count(sentence.forms), *_trimmed(sentence)


def _negations(sentence: SentenceForms) -> Measured:
    return sum(map(_NEGATIONS.__contains__, sentence.forms)), *_trimmed(sentence)


def _clauses(sentence: SentenceForms) -> Measured:
    """The number of subordinate clauses: words that open one and have a finite verb to follow."""
    opened = closed = 0
    for i in range(len(sentence.forms)):
        if opens_clause(sentence, i):
            opened += 1
        elif is_finite(sentence, i) and closed < opened:
            closed += 1
    return closed, *_trimmed(sentence)


def _before_verb(sentence: SentenceForms) -> Measured:
    """The words before the main clause's finite verb."""
    verb = main_verb(sentence)
    if not verb:
        return 0, 0, len(sentence.forms)
    return _count(sentence.forms[:verb]), *_trimmed(sentence, verb)


def _distance(sentence: SentenceForms) -> Measured:
    """The words between the noun or pronoun that the sentence begins with and the main clause's finite verb."""
    verb = main_verb(sentence)
    head = _first_head(sentence)
    if verb is None or head is None or head >= verb:
        return 0, 0, len(sentence.forms)
    return _count(sentence.forms[head + 1 : verb]), head, verb + 1


def _split_verb(sentence: SentenceForms) -> Measured:
    """The most words between an auxiliary and its verb: *ska, om du inte har betalat, skicka*."""
    forms = sentence.forms
    best: Measured = (0, 0, len(forms))
    auxiliary: int | None = None
    inserted = False
    for i, form in enumerate(forms):
        if inserted:
            inserted = form not in _INSERTS
        elif is_finite(sentence, i):
            auxiliary = i if form in _AUXILIARIES else None
        elif auxiliary is None:
            continue
        elif _completes(sentence, i, forms[auxiliary]):
            best = max(best, (_count(forms[auxiliary + 1 : i]), auxiliary, i + 1), key=itemgetter(0))
            auxiliary = None
        elif form == "att" and not forms[auxiliary].startswith("kom"):
            auxiliary = None  # *får större möjlighet att planera*: no auxiliary
        elif opens_clause(sentence, i):
            inserted = forms[i - 1] in _INSERTS
            auxiliary = auxiliary if inserted else None
    return best


def _modifiers(sentence: SentenceForms) -> Measured:
    """The most words between an article and its noun that hang on a participle: *den av nämnden antagna planen*."""
    forms, tags = sentence.forms, sentence.tags
    best: Measured = (0, 0, len(forms))
    for article in range(len(forms) - 1):
        if tags[article + 1] != "ADP" or forms[article] not in _ARTICLES:
            continue
        noun = _participle_noun(sentence, article + 2, min(article + 1 + _REACH, len(forms)))
        if noun is not None:
            best = max(best, (_count(forms[article + 1 : noun]), article, noun + 1), key=itemgetter(0))
    return best


def _prepositions(sentence: SentenceForms) -> Measured:
    """The most prepositional phrases in a row, each with a noun: *i planen för området vid sjön*."""
    best: Measured = (0, 0, len(sentence.forms))
    first, length, wants_noun = 0, 0, False
    for i, tag in enumerate(sentence.tags):
        if tag == "ADP" and not wants_noun:
            first, length, wants_noun = (i if length == 0 else first), length + 1, True
        elif tag in _INSIDE_PHRASE:
            wants_noun = wants_noun and tag not in _HEADS
            if not wants_noun and length > best[0]:
                best = length, first, i + 1
        else:
            length, wants_noun = 0, False
    return best


def _series(sentence: SentenceForms) -> Measured:
    """The number of items in a series of words and phrases: *intyg, kvitton, ritningar och foton*."""
    best = commas = 0
    for i, form in enumerate(sentence.forms):
        if form == ",":
            commas += 1
        elif is_finite(sentence, i) or form in _STOPS or form in _SUBJECTS or opens_clause(sentence, i):
            commas = 0
        elif commas and form in JOINERS:
            best = max(best, commas + 2)
    return best, *_trimmed(sentence)


_PREPOSITIONS = frozenset(
    "av bland efter emot enligt framför från för före genom hos i inför inom inklusive kring kontra längs med mellan "
    "mot nära om omkring ovanför per på rörande samt sedan till trots under ur utan utanför utom utöver vid via å åt "
    "över avseende angående beträffande gällande bakom bortom bredvid emellan innan inpå intill jämte liksom "
    "oavsett som såsom tack till".split()
)
_SIGNS: dict[Measure, tuple[frozenset[str], float]] = {
    "clauses": (SUBORDINATORS | QUESTIONS, 1),
    "split_verb": (_AUXILIARIES, 0),
    "modifiers": (_ARTICLES, 0),
    "prepositions": (_PREPOSITIONS, 1),
    "series": (frozenset({","}), 0.5),
    "negations": (_NEGATIONS, 1),
}
"""Words that a sentence needs, and how many of them for each unit of the limit, to be beyond it."""

_MEASURES: dict[Measure, Callable[[SentenceForms], Measured]] = dict(
    zip(
        get_args(Measure),
        (_words, _clauses, _before_verb, _distance, _split_verb, _modifiers, _prepositions, _series, _negations),
        strict=True,
    )
)


def _completes(sentence: SentenceForms, i: int, auxiliary: str) -> bool:
    wanted = "VerbForm=Sup" if auxiliary in ("har", "hade") else "VerbForm=Inf"
    return sentence.tags[i] in VERBS and wanted in sentence.features[i]


def _first_head(sentence: SentenceForms) -> int | None:
    """The head of the noun phrase, or the pronoun, that the sentence begins with."""
    tags = sentence.tags
    for i, tag in enumerate(tags):
        if tag in ("NOUN", "PROPN", "PRON"):
            if i + 1 == len(tags) or tags[i + 1] not in _HEADS:
                return i
        elif tag not in ("DET", "ADJ", "NUM"):
            return None
    return None


def _participle_noun(sentence: SentenceForms, first: int, last: int) -> int | None:
    """The definite noun at whose front a participle stands; no verb, clause or stop before it."""
    forms, tags, features = sentence
    for i in range(first, last - 1):
        if _is_participle(sentence, i):
            return i + 1 if "Definite=Def" in features[i + 1] and tags[i + 1] == "NOUN" else None
        if tags[i] in ("AUX", "SCONJ", "PUNCT") or forms[i] in _ARTICLES or is_finite(sentence, i):
            return None
    return None


def _is_participle(sentence: SentenceForms, i: int) -> bool:
    # The tagger takes many old participles for other forms; their endings tell as well.
    return "VerbForm=Part" in sentence.features[i] or (
        sentence.tags[i] in ("ADJ", "VERB") and sentence.forms[i].endswith(_PARTICIPLES)
    )


def _count(forms: list[str]) -> int:
    return sum(map(has_letters, forms))


def _trimmed(sentence: SentenceForms, end: int | None = None) -> tuple[int, int]:
    """First and last-plus-one word, up to ``end``, without white space at the ends."""
    forms = sentence.forms
    start, end = 0, len(forms) if end is None else end
    while start < end - 1 and forms[start].isspace():
        start += 1
    while end > start + 1 and forms[end - 1].isspace():
        end -= 1
    return start, end
