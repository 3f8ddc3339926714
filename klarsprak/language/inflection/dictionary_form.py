"""The way back from an adjective's form to its dictionary form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from klarsprak.language.inflection.adjectives import adjective_paradigm, irregulars
from klarsprak.language.inflection.model import only, read_words

_ADJECTIVE_ENDINGS = tuple(
    """
    ig isk sam bar ell iv ös full lös mässig är abel ibel ad ande ende aktig fri enlig al ant ent
    styrd ställd byggd förd mäld vänd vägd spädd buren bunden bruten sluten hållen gjuten lupen
    skjuten skriven frusen knuten dragen satt låst skärpt strypt märkt lyst köpt
    """.split()
)
"""A word that ends so is an adjective where it has the forms of one; from *styrd* on participles: *händelsestyrd*."""
_SHORTEST_BY_ENDING = 5

FORM_ENDINGS = (
    ("", "", "fin: fin"),
    ("t", "", "fint: fin"),
    ("tt", "", "slött: slö"),
    ("a", "", "fina: fin"),
    ("e", "", "fine: fin"),
    ("ma", "", "långsamma: långsam"),
    ("me", "", "långsamme: långsam"),
    ("are", "", "finare: fin"),
    ("ast", "", "finast: fin"),
    ("aste", "", "finaste: fin"),
    ("t", "d", "hårt: hård"),
    ("tt", "d", "rött: röd"),
    ("tt", "dd", "avklätt: avklädd"),
    ("t", "n", "öppet: öppen"),
    ("na", "en", "öppna: öppen"),
    ("la", "el", "enkla: enkel"),
    ("ra", "er", "vackra: vacker"),
    ("ne", "en", "öppne: öppen"),
)
"""What forms end in, what the dictionary form has instead, and an example."""


@lru_cache(maxsize=4096)
def dictionary_form(form: str) -> str | None:
    """The adjective that ``form`` is a form of; None where that isn't known.

    >>> dictionary_form("skriftliga"), dictionary_form("större"), dictionary_form("brev")
    ('skriftlig', 'stor', None)
    """
    return only(set(_adjectives_with(form)))


def _adjectives_with(form: str) -> Iterator[str]:
    """The adjectives that have the form, as far as they are known."""
    for lemma in _candidates(form):
        if _is_known(lemma) and form in _forms(lemma):
            yield lemma


def _candidates(form: str) -> Iterator[str]:
    """What the dictionary form may be, known or not.

    >>> list(_candidates("rött"))
    ['rött', 'röt', 'rö', 'rötd', 'röd', 'rödd', 'rötn']
    """
    yield from _irregular_lemmas().get(form, ())
    for ending, instead, _ in FORM_ENDINGS:
        if form.endswith(ending):
            yield form.removesuffix(ending) + instead


def _is_known(lemma: str) -> bool:
    """Whether the word is an adjective, as far as lists and endings tell.

    >>> list(filter(_is_known, ["röd", "stor", "skriftlig", "dig", "hus"]))
    ['röd', 'stor', 'skriftlig']
    """
    is_listed = lemma in _listed() or lemma in irregulars()
    return is_listed or _has_adjective_ending(lemma)


def _has_adjective_ending(lemma: str) -> bool:
    """Whether the ending tells that the word is an adjective; in a short word it may be chance."""
    return lemma.endswith(_ADJECTIVE_ENDINGS) and len(lemma) >= _SHORTEST_BY_ENDING


def _forms(lemma: str) -> Iterator[str]:
    """All forms of an adjective."""
    paradigm = adjective_paradigm(lemma)
    return chain.from_iterable(paradigm.values())


@cache
def _irregular_lemmas() -> dict[str, set[str]]:
    """The irregular adjectives that each form may be one of."""
    lemmas: defaultdict[str, set[str]] = defaultdict(set)
    for lemma in irregulars():
        for form in _forms(lemma):
            lemmas[form].add(lemma)
    return dict(lemmas)


@cache
def _listed() -> frozenset[str]:
    return frozenset(read_words("adjectives.tsv"))
