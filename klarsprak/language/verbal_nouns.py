"""Nouns that are verbs in disguise: *prövning* of *pröva*, *utlämnande* of *utlämna*."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from klarsprak.language.endings import look_up
from klarsprak.language.everyday.derivation import DerivingEnding
from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.lemmas import lemmas

_SHORTEST_STEM = 3
"""Letters before the ending of the shortest such noun: *syning*; *land* and *bandet* have fewer."""
ENDINGS = (
    DerivingEnding("ande", ("a",), "utlämnande: utlämna"),
    DerivingEnding("ende", ("", "a"), "utfående: utfå"),
    # Before *a*: *varning* is made of *varna*, though *vara* is a verb too.
    DerivingEnding("ning", ("na", "a"), "prövning: pröva"),
    DerivingEnding("ling", ("la",), "samling: samla"),
    DerivingEnding("ring", ("ra",), "registrering: registrera"),
)
_NOUN_ENDINGS = ("ning", "ningen", "ling", "lingen", "ring", "ringen")
"""What ends a word that is no participle: *prövning*, not *sökande*."""
_PARTICLES = tuple("in ut upp ned ner av på till bort fram igen om åter hop ihop över loss runt".split())
"""What stands before the verb in the noun and mostly after it elsewhere: *insamling*, *samla in*."""
_DOUBLED = frozenset("mn")
"""Consonants that nouns have once and verbs twice: *tömning*, *tömma*."""


def verbs_of(noun: str) -> Iterator[str]:
    """The verbs that the lower-case noun may be made of, words or not, the likeliest first.

    >>> list(verbs_of("prövningen")), list(verbs_of("tömning")), list(verbs_of("inlämnandet"))
    (['prövna', 'pröva'], ['tömna', 'töma', 'tömma'], ['inlämna'])
    """
    word = indefinite(noun)
    for ending, replaced, _ in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield from (stem + other for other in replaced)
            if ending == "ning" and stem[-1] in _DOUBLED:
                yield f"{stem}{stem[-1]}a"
            return


def indefinite(noun: str) -> str:
    """The lower-case noun without its article.

    >>> indefinite("prövningen"), indefinite("inlämnandet"), indefinite("inlämnande")
    ('prövning', 'inlämnande', 'inlämnande')
    """
    if noun.endswith("ingen"):
        return noun.removesuffix("en")
    return noun.removesuffix("t") if noun.endswith("ndet") else noun


def verb_of(noun: str, known: Collection[str] = ()) -> str | None:
    """The verb that the lower-case noun is made of, one of the ``known`` ones or an everyday one; None where none is.

    >>> verb_of("utbetalningen"), verb_of("delfåendet", {"delfå"}), verb_of("byggnad"), verb_of("anledning")
    ('utbetala', 'delfå', None, None)
    """
    for verb in verbs_of(noun):
        if verb in known or is_everyday_verb(verb):
            return verb
    return None


def has_particle(verb: str) -> bool:
    """Whether the lower-case verb begins with what one mostly says after it: *utbetala*, *betala ut*.

    >>> has_particle("utbetala"), has_particle("pröva"), has_particle("inventera")
    (True, False, False)
    """
    return any(map(is_everyday_verb, _without_particle(verb)))


def is_deverbal(word: str) -> bool:
    """Whether the lower-case word is a noun made of an everyday verb, with its particle or without, by its form.

    >>> list(filter(is_deverbal, ["montering", "prövningen", "insamling", "ändring", "anledning", "byggnad"]))
    ['montering', 'prövningen', 'insamling', 'ändring']
    """
    if not word.endswith(_NOUN_ENDINGS):
        return False
    return verb_of(word) is not None or any(verb_of(bare) for bare in _without_particle(word))


def _without_particle(word: str) -> Iterator[str]:
    """*insamling* → *samling*."""
    return (word.removeprefix(particle) for particle in _PARTICLES if word.startswith(particle))


@lru_cache(maxsize=10_000)  # the same nouns come in every letter
def is_everyday_verb(word: str) -> bool:
    """Whether the lower-case word is a common one and inflected as a verb.

    >>> is_everyday_verb("pröva"), is_everyday_verb("anleda"), is_everyday_verb("skola")
    (True, False, False)
    """
    return shipped_words().has(word) and look_up(word).paradigm in lemmas().paradigms["VERB"]
