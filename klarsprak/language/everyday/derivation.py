"""Words made of another by a prefix or an ending."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from klarsprak.language.everyday.words import lemma_of

SHORTEST = 3
"""Letters of the shortest word that others are made of, or that compounds have as a part like any other."""
_PREFIXES = frozenset(
    """
    o miss om åter av in ut på till över under för be an upp ner ned bort med mot sam vidare hop fram efter före
    mellan sär själv ur hög låg stor små full hel halv icke så lätt nord syd väst öst ny ex mini maxi minimi
    maximi lant
    """.split()
)
_LONGEST_PREFIX = max(map(len, _PREFIXES))


class DerivingEnding(NamedTuple):
    """An ending that makes a word of another."""

    ending: str
    replaced: tuple[str, ...]
    """What the other word has in its place."""
    example: str


ENDINGS = (
    DerivingEnding("het", ("", "t"), "öppenhet: öppen"),
    DerivingEnding("ning", ("a", "", "na"), "mätning: mäta"),
    DerivingEnding("ering", ("era",), "makulering: makulera"),
    DerivingEnding("ande", ("a",), "skrivande: skriva"),
    DerivingEnding("ende", ("", "a"), "troende: tro"),
    DerivingEnding("ad", ("a",), "utbildad: utbilda"),
    DerivingEnding("are", ("a", "e"), "målare: måla"),
    DerivingEnding("bar", ("a", "", "na"), "körbar: köra"),
    DerivingEnding("lig", ("", "a", "e", "else"), "vänlig: vän"),
    DerivingEnding("skap", ("",), "vänskap: vän"),
    DerivingEnding("inna", ("", "e"), "väninna: vän"),
    DerivingEnding("vis", ("",), "gruppvis: grupp"),
    DerivingEnding("eri", ("a",), "tryckeri: trycka"),
    DerivingEnding("ig", ("", "a", "e"), "stenig: sten"),
    DerivingEnding("sk", ("", "n"), "amerikansk: amerikan"),
    DerivingEnding("nsk", ("",), "afrikansk: afrika"),
    DerivingEnding("isk", ("", "ien", "a", "er", "en"), "biologisk: biolog"),
    DerivingEnding("mässig", ("",), "regelmässig: regel"),
    DerivingEnding("artad", ("",), "godartad: god"),
    DerivingEnding("aktig", ("",), "barnaktig: barn"),
    DerivingEnding("vänlig", ("",), "barnvänlig: barn"),
    DerivingEnding("sam", ("",), "fruktsam: frukt"),
    DerivingEnding("lös", ("",), "barnlös: barn"),
    DerivingEnding("rik", ("",), "snörik: snö"),
    DerivingEnding("full", ("",), "hoppfull: hopp"),
    DerivingEnding("fri", ("",), "rökfri: rök"),
    DerivingEnding("lik", ("",), "barnlik: barn"),
    DerivingEnding("haltig", ("",), "järnhaltig: järn"),
    DerivingEnding("liknande", ("",), "trädliknande: träd"),
    DerivingEnding("betonad", ("",), "sportbetonad: sport"),
    DerivingEnding("inriktad", ("",), "exportinriktad: export"),
    DerivingEnding("baserad", ("",), "vattenbaserad: vatten"),
)
_REPLACED = {row.ending: row.replaced for row in ENDINGS}


def bases_of(word: str) -> Iterator[str]:
    """What the word, or its dictionary form, may be made from, words or not.

    >>> {"läsbara", "oläsa"} <= set(bases_of("oläsbara"))
    True
    """
    yield from _without_prefix(word)
    dictionary_forms = {word, lemma_of(word)}
    without_endings = {word.removesuffix(ending) for ending in ("t", "a", "en")}
    for form in dictionary_forms | without_endings:
        yield from _without_ending(form)


def _without_prefix(word: str) -> Iterator[str]:
    """The word without each prefix that it may have.

    >>> list(_without_prefix("oense")), list(_without_prefix("inmata"))
    (['ense'], ['mata'])
    """
    longest = min(_LONGEST_PREFIX, len(word) - SHORTEST - 1)
    for cut in range(1, longest + 1):
        if word[:cut] in _PREFIXES:
            yield word[cut:]


def _without_ending(form: str) -> Iterator[str]:
    """The form with each ending that it may have replaced.

    >>> list(_without_ending("körbar"))
    ['köra', 'kör', 'körna']
    """
    for cut in range(SHORTEST, len(form)):
        for other in _REPLACED.get(form[cut:], ()):
            yield form[:cut] + other
