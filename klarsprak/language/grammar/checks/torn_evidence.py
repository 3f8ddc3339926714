"""What speaks for and against that two words beside each other are one: *fasad ritning, en oros anmälan*.

Each piece of evidence is a name.  Those of the words alone are remembered, those of the place are looked at only
where the two may be one at all: most words beside each other make none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from klarsprak.language.grammar.checks.torn_words import (
    MEASURES,
    NO_ADJECTIVE,
    OTHER_WORDS,
    OWNERS,
    QUESTIONS,
    TIMES,
)
from klarsprak.language.grammar.lexicon import adjective_in, adjective_of, is_adjective, noun_forms
from klarsprak.language.grammar.lexicon.nouns import NounForm
from klarsprak.language.spelling.automaton import JOINT
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.language.verbs.words import slots
from klarsprak.language.words_at import WordsAt

_SHORTEST = 3
_LONG = 6
_LINKED = tuple(f"{ending}s" for ending in ("ing", "ion", "het", "skap", "tet", "dom", "org", "nad", "mål"))
"""How first parts end that have an s: *informations*; as genitives they would want an article."""
_WANT_LINK = tuple(ending.removesuffix("s") for ending in _LINKED[:6])
_USED = 3
"""A word so common and commoner counts as one step."""
_NEUTERS = frozenset("ett ditt mitt sitt vårt ert inget något detta".split())
_COMMONS = frozenset("en din min sin vår er ingen någon denna".split())
_OTHERS = frozenset("varje samma vilka några alla inga dina mina sina våra era flera".split())
_GENDERS = {"Com": _COMMONS, "Neut": _NEUTERS}
_PREPOSITIONS = frozenset(
    "för under genom över före till upp in ut av på om fram efter mot vid bak mellan med åter".split()
)
UNSEEN = "whole: new"
"""Two nouns of which no compound is known, and none that begins with the first;"""
TOLD_BY_ARTICLE = "article: not first's, second's"
"""they may be one only where this tells: *ett servicesedel daghem*."""
_GROUPS = {"preposition": _PREPOSITIONS, "measure": MEASURES, "other word": OTHER_WORDS, "owner": OWNERS}
_VERBS = frozenset({"VERB", "AUX"})
POSSESSIVES = frozenset("min din sin vår er mitt ditt sitt vårt ert hans hennes deras dess".split())


class Pair(NamedTuple):
    """Two words that may be one."""

    whole: str
    """The word that they would be: *informationsmöte* for *information möte*."""
    evidence: frozenset[str]


@lru_cache(maxsize=20_000)
def of_words(first: str, second: str, are_nouns: bool = False) -> Pair | None:
    """What the two lower-case words tell by themselves; None where they make no word together.

    Two of which the tagger makes nouns may do so though no such compound is known.

    >>> of_words("fasad", "ritning").whole, of_words("ditt", "beslut")
    ('fasadritning', None)
    """
    found = _whole(first, second, are_nouns)
    if found is None:
        return None
    link, kind = found
    beginning = ", begins compounds" if begins_compounds(first + link) else ""
    evidence = [f"whole: {kind}{beginning}", *_of_first(first), *_of_second(second), *_of_agreement(first, second)]
    return Pair(first + link + second, frozenset(evidence))


def _whole(first: str, second: str, are_nouns: bool) -> tuple[str, str] | None:
    """What links the two, and how common the word is; *made* is one of known parts, *new* one of two nouns."""
    link = "s" if first.endswith(_WANT_LINK) else ""
    state = _state_after(first + link)
    if state:
        lexicon = shipped_words()
        band = lexicon.automaton.band(lexicon.automaton.walk(state, second))
        if band is not None:
            return link, str(min(band, _USED))
        if begins_compounds(first + link) and lexicon.is_compound(first + link + second, 2):
            return link, f"made, {min(lexicon.count_last(second), _USED)}"
    if are_nouns and _is_bare(first) and _is_bare(second):
        return link, "new"
    return None


@lru_cache(maxsize=20_000)
def _state_after(first: str) -> int:
    """Where the letters lead among the listed words: nowhere for most words that begin no other."""
    automaton = shipped_words().automaton
    return automaton.walk(automaton.root, first)


def _is_bare(form: str) -> bool:
    """Whether the word is a noun in dictionary form and nothing else."""
    nouns = noun_forms(form)
    return bool(nouns) and all(noun.noun == form for noun in nouns) and not slots(form) and not is_adjective(form)


def _of_first(first: str) -> Iterator[str]:
    """What the first word can be: half a word only, a bare noun, a genitive, a form of another word."""
    if len(first) >= _LONG:
        yield "first: long"
    yield from _of_use(first)
    yield from (f"first: {kind}" for kind in _kinds(noun_forms(first), first))
    if first.endswith("s"):
        yield from _of_genitive(first)
    yield from _of_adjective(first)
    verbs = slots(first)
    if verbs:
        yield "first: imperative" if verbs == {"imp"} else "first: verb"
    yield from (f"first: {name}" for name, group in _GROUPS.items() if first in group)


def _of_use(first: str) -> Iterator[str]:
    """Whether the word is one by itself, and of a sort that is known: *försörjnings*, *läkar* are not."""
    if not shipped_words().lists(first):
        yield "first: no word"
    elif not (noun_forms(first) or noun_forms(first.removesuffix("s")) or is_adjective(first) or slots(first)):
        yield "first: no known word"


def _of_adjective(first: str) -> Iterator[str]:
    """Whether the word may be an adjective, or has other forms of a noun at least."""
    lexicon, nouns = shipped_words(), noun_forms(first)
    has_neuter = lexicon.lists(f"{first}t")
    is_noun = not (nouns or has_neuter) and any(lexicon.lists(first + ending) for ending in ("en", "et"))
    if is_noun or first in NO_ADJECTIVE:
        yield "first: noun by other forms"
    if first in NO_ADJECTIVE:
        return
    if is_adjective(first) and not (nouns and first.endswith("ad")):
        yield "first: adjective"
    if has_neuter and lexicon.lists(f"{first}a") and not nouns:
        yield "first: like an adjective"


def _kinds(nouns: tuple[NounForm, ...], form: str) -> Iterator[str]:
    """What the word is as a noun."""
    if not nouns:
        return
    if any(noun.is_definite for noun in nouns):
        yield "definite"
    elif any(noun.number == "Plur" and noun.noun != form for noun in nouns):
        yield "plural"
    else:
        yield "bare" if all(noun.plural for noun in nouns) else "uncounted"


def _of_genitive(first: str) -> Iterator[str]:
    stem = noun_forms(first[:-1])
    if any(noun.is_definite or noun.number == "Plur" for noun in stem):
        yield "first: genitive of what is known"
    elif stem:
        yield "first: bare genitive"
    if first.endswith(_LINKED):
        yield "first: linked"


def _of_second(second: str) -> Iterator[str]:
    nouns = noun_forms(second)
    yield from (f"second: {kind}" for kind in _kinds(nouns, second))
    if is_adjective(second):
        yield "second: adjective"
    if slots(second):
        yield "second: verb"
    if len(second) >= _LONG:
        yield "second: long"
    if second in TIMES:
        yield "second: time"


def _of_agreement(first: str, second: str) -> Iterator[str]:
    """Whether the first word, as an adjective, has the form that the noun wants: *sjuk intyg* has not."""
    nouns = noun_forms(second)
    if (
        first in NO_ADJECTIVE
        or adjective_of(first) is None
        or not nouns
        or (noun_forms(first) and first.endswith("ad"))
    ):
        return
    wanted = {adjective_in(first, noun.gender, noun.number, "Def" if noun.is_definite else "Ind") for noun in nouns}
    yield "first: agrees" if first in wanted or None in wanted else "first: disagrees"


@lru_cache(maxsize=20_000)
def begins_compounds(first: str) -> bool:
    """Whether compounds begin so; *läkar* is *läkare* there, and *hyres* is *hyra*."""
    if first.endswith("ar") and noun_forms(f"{first}e"):
        return True
    if first in NO_ADJECTIVE or (first.endswith("es") and noun_forms(f"{first[:-2]}a")):
        return True
    automaton = shipped_words().automaton
    return bool(automaton.step(automaton.walk(automaton.root, first), JOINT))


def of_place(words: WordsAt, i: int, of_pair: frozenset[str]) -> Iterator[str]:
    """What the place tells of the pair at the token: parts of speech, what stands before and after."""
    block = words.block
    first, second = block.tags[i], block.tags[i + 1]
    yield f"tags: {first} {second}"
    is_definite = "Definite=Def" in block.features[i + 1]
    if is_definite:
        yield "second: tagged definite"
    after = _after(words, i + 2)
    yield f"{after}, second: tagged definite" if is_definite else after
    if after == _VERB_AFTER and is_definite:
        yield f"clause after: {'second verb' if _has_verb_before(words, i) else 'first verb'}"
    before = _before(words, i)
    yield f"before: {before}"
    for kind in _TELLING & of_pair:
        yield f"{kind}, before: {before}"
        if is_definite:
            yield f"{kind}, second: tagged definite"
    if i > words.start:
        for told in _of_article(words, i):
            yield told
            yield from (f"{kind}, {told}" for kind in _BY_ARTICLE & of_pair)


_TELLING = frozenset(
    f"first: {kind}"
    for kind in (
        "no word", "bare", "uncounted", "bare genitive", "linked", "agrees", "disagrees", "verb", "imperative",
        "preposition", "no known word", "owner", "other word", "measure",
    )
)  # fmt: skip
"""What tells more or less by what stands before: a bare noun after an article or after a preposition."""


_BY_ARTICLE = frozenset(
    f"first: {kind}" for kind in ("bare", "uncounted", "bare genitive", "disagrees", "adjective", "no word")
)
_VERB_AFTER = "after: verb"


def _after(words: WordsAt, i: int) -> str:
    """What follows: the verb of a clause of which the second word may be the subject, or something else."""
    if i >= words.end:
        return "after: nothing"
    tag = words.block.tags[i]
    return _VERB_AFTER if tag in _VERBS else f"after: {tag}"


def _has_verb_before(words: WordsAt, i: int) -> bool:
    """Whether the clause has its verb before the pair: *vi ger den hjälp* **kommunen har**."""
    block = words.block
    for k in range(i - 1, words.start - 1, -1):
        if "VerbForm=Fin" in block.features[k]:
            return True
        if block.tags[k] in ("SCONJ", "PUNCT"):
            return False
    return False


def _before(words: WordsAt, i: int) -> str:
    """What stands before the pair, articles told from other determiners."""
    if i == words.start:
        return "nothing"
    form, tag = words.block.words[i - 1], words.block.tags[i - 1]
    if form in QUESTIONS:
        return "question"
    if form in _NEUTERS or form in _COMMONS:
        return "article"
    return "verb" if tag in _VERBS else tag


def _of_article(words: WordsAt, i: int) -> Iterator[str]:
    """Whether the article or the like before the pair is the first word's or the second's: *ett oros samtal*."""
    block = words.block
    article = block.words[i - 1]
    if article in _OTHERS:
        yield "article: of any"
    if article in POSSESSIVES:
        yield "article: owner"
    if article not in _NEUTERS and article not in _COMMONS:
        return
    first, second = block.words[i], block.words[i + 1]
    stem = noun_forms(first) or (noun_forms(first[:-1]) if first.endswith("s") else ())
    firsts, seconds = _fit(article, stem), _fit(article, noun_forms(second))
    yield f"article: {'' if firsts else 'not '}first's, {'' if seconds else 'not '}second's"  # as TOLD_BY_ARTICLE


def _fit(article: str, nouns: tuple[NounForm, ...]) -> bool:
    """Whether the article may go with the noun."""
    return any(noun.number == "Sing" and not noun.is_definite and article in _GENDERS[noun.gender] for noun in nouns)
