"""What a misspelt word was meant to be."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from functools import lru_cache, partial
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from klarsprak.language.spelling import slips
from klarsprak.language.spelling.candidates import Candidate, Search
from klarsprak.language.spelling.certainty import (
    COMMON,
    OF_ONE,
    OF_ONE_ODD,
    SEEN,
    is_far,
    is_in_long_part,
    is_odd,
    is_sure,
)
from klarsprak.language.spelling.conjugated import own_forms
from klarsprak.language.spelling.endings import LEARNED, LINKED, PRODUCTIVE
from klarsprak.language.spelling.known_slips import find_known_slip
from klarsprak.language.spelling.lexicon import Lexicon
from klarsprak.language.spelling.tripled import has_triple, without_third

_REMEMBERED = 5_000
_MOST = 3
"""Suggestions, at most."""
_WEIGHT = 2.0
"""How much a slip counts against how common a word is."""
_NEAR = 2.0
"""How far behind the best suggestion another may be and still be what was meant."""
_LONG = 8
"""Letters of a word in which two slips, or one in a compound, can be told."""
_VERY_LONG = 14
"""Letters of a word in which a slip in a compound of three parts can be told."""
_SHORTEST = 4
_COMMON_OF_MADE = 3
"""How common a word is that was meant where the letters make two others by chance: *freddagar*, *hållplasten*."""
_OF_COMPOUND = 0.75
"""The cost of the slips in a compound, at most."""
_OF_TWO = 1.5
"""The cost of two slips, at most."""
_LANGUAGE = "iskan"
"""How languages end that the lists have without their ending: *indoeuropeiskan*."""
_LEAST = {4: 4, 5: 3, 6: 2, 7: 1}
"""How common, at least, what was meant is, by the letters of the word: short words are alike by chance."""
_VERY_COMMON = 6
"""How common a word of three letters is that was meant by one of the same letters."""
_LONG_FIRST = 7
"""Letters of a first part that an *s* follows, at least: *ring* and *het* are other words."""
_LONG_LINKED = 5
"""Letters of a first part that always has an *s*, at least: *livmiljö* and *karlborg* may be meant so."""
_EITHER_WAY = frozenset({"bygglov"})
"""First parts that authorities write both ways: *bygglovhandläggare*."""
_STEM = 4
_MANY = 4
"""How many compounds, by bands, end in a word that may end one more."""
_LONG_MADE = 7
_MEANT = 2
"""How common a word is that is meant rather than a compound by chance: *regi-stering-en*."""
_ENDINGS = frozenset({"s", "n", "t", "r", "en", "a", "e", "er", "ar", "or", "na", "d"})


class Correction(NamedTuple):
    """What was perhaps meant, the likeliest first, and whether the word is wrong beyond doubt."""

    words: tuple[str, ...]
    is_sure: bool
    is_only_one: bool = False
    """Whether nothing else can have been meant."""
    is_far: bool = False
    """Whether little speaks for it, should the word be one that can be put together: *rendering* for *rondering*."""


class _Ranked(NamedTuple):
    score: float
    candidate: Candidate


class Speller:
    """Judges words by the lists that ship, and ``also`` and ``known``, words that these readers and writers know."""

    def __init__(self, also: Iterable[str] = (), known: Container[str] = ()) -> None:
        self.lexicon = Lexicon(also, known=known)
        self.correction = lru_cache(maxsize=_REMEMBERED)(self._correction)

    def is_right(self, word: str) -> bool:
        """Whether the lower-case word is right: quick for most words, which are listed.

        >>> Speller().is_right("förskolan"), Speller().is_right("fröskolan")
        (True, False)
        """
        if self._known_slip(word) is not None:
            return False
        if self.lexicon.lists(word):
            return True
        if len(word) < _SHORTEST:
            return self._swapped(word) is None
        if without_third(word, self.lexicon.lists) is not None or own_forms(word, self.lexicon):
            return False
        return self.lexicon.makes(word) and self._instead_of_made(word) is None and not self._linked(word)

    def _correction(self, word: str) -> Correction | None:
        """What the lower-case word was meant to be; None where it is right, or nothing like it is known.

        >>> Speller().correction("uppmärskammat").words
        ('uppmärksammat',)
        """
        if (meant := self._known_slip(word)) is not None:
            return Correction((meant,), True, True)
        return None if self.lexicon.lists(word) else self._of_unlisted(word)

    def _of_unlisted(self, word: str) -> Correction | None:
        """The same for a word that no list has."""
        if len(word) < _SHORTEST:
            return self._swapped(word)
        if meant := without_third(word, self.lexicon.lists) or self._linked(word):
            return Correction((meant,), True, True)
        if forms := own_forms(word, self.lexicon):
            return self._own_or_near(word, forms)
        if self.lexicon.makes(word):
            return self._instead_of_made(word)
        if "-" in word:
            return self._in_part(word)
        ranked = self._ranked(word)
        judged = self._judged(word, ranked) if ranked else None
        return None if judged is None or self._is_new(word, judged, ranked[0].candidate) else judged

    def _known_slip(self, word: str) -> str | None:
        """What a slip that the lists have for a word was meant to be; words of the readers' own are none.

        *orginal*, *original*.
        """
        return None if self.lexicon.is_own(word) else find_known_slip(word, self.lexicon.holds)

    def _own_or_near(self, word: str, forms: tuple[str, ...]) -> Correction:
        """What a verb inflected as others are was meant to be: its own form, or a word about as common by a slip.

        *hållde* is *höll* rather than *hällde*; but *flytat* may be *flyttat*, and *börat* *börjat*.
        """
        least = (self.lexicon.band(forms[0]) or 0) - 1
        near = [each.candidate for each in self._ranked(word) if each.candidate.band >= least]
        others = [each.word for each in near if each.word not in forms]
        if not others:
            return Correction(forms, True, len(forms) == 1)
        either = sorted({*forms, *others}, key=lambda each: (-(self.lexicon.band(each) or 0), each))
        return Correction(tuple(either[:_MOST]), is_sure=False)

    def _in_part(self, word: str) -> Correction | None:
        """The word with the only part that is wrong corrected: *e-tjänten*."""
        parts = word.split("-")
        wrong = [i for i, part in enumerate(parts) if len(part) >= _SHORTEST and not self.lexicon.holds(part)]
        found = self.correction(parts[wrong[0]]) if len(wrong) == 1 else None
        if found is None:
            return None
        i = wrong[0]
        return found._replace(words=tuple("-".join([*parts[:i], right, *parts[i + 1 :]]) for right in found.words))

    def _is_new(self, word: str, correction: Correction, best: Candidate) -> bool:
        """Whether the word may be one that nobody has listed yet, rather than a slip: it ends as such are made.

        *kompaktering* isn't *komparering*, nor *utsläppare* *utsläppas*; what is beyond doubt stays, and a letter
        doubled or not in a common word: *bedömmer*.  A learned word isn't another one by an odd slip, unless that is
        common: *detektion* isn't *detention*.
        """
        if word.endswith(LEARNED) and best.band < COMMON and is_odd(best):
            return True
        if correction.is_sure or (best.cost <= slips.OF_DOUBLING and best.band >= _MEANT):
            return False
        if best.cost > OF_ONE_ODD and word.endswith(PRODUCTIVE):
            return True
        meant = best.word
        same = sum(1 for _ in takewhile(bool, map(eq, word, meant)))
        return same >= _STEM and any(
            word.endswith(ending) and same >= len(word) - len(ending) - 1 for ending in PRODUCTIVE
        )

    def _swapped(self, word: str) -> Correction | None:
        """The very common word that one of three letters was meant to be, two of which changed places: *ohc*."""
        found = [other for other in _swaps(word) if (self.lexicon.band(other) or 0) >= _VERY_COMMON]
        return Correction(tuple(found), True, True) if len(found) == 1 else None

    def _linked(self, word: str) -> str | None:
        """The compound whose *s* between its parts was left out, and that has it in use: *parkeringplatser*."""
        for ending in LINKED:
            cut = word.find(ending, _LONG_FIRST - len(ending)) + len(ending)
            if cut < _LONG_FIRST or word[cut : cut + 1] in ("", "s") or len(word) - cut < _SHORTEST:
                continue
            other = f"{word[:cut]}s{word[cut:]}"
            if self.lexicon.lists(word[:cut]) and (self.lexicon.band(other) or 0) >= SEEN:
                return other
        return next(self._with_listed_link(word), None)

    def _with_listed_link(self, word: str) -> Iterator[str]:
        """The listed compound with the *s* that its first part always has: *besökadress*, *besöksadress*."""
        for cut in range(_LONG_LINKED, len(word) - _SHORTEST + 1):
            first, rest = word[:cut], word[cut:]
            other = f"{first}s{rest}"
            if first in _EITHER_WAY:
                return
            if "s" not in (first[-1], rest[0]) and self.lexicon.lists(other) and self.lexicon.takes_s_as_first(first):
                yield other

    def _instead_of_made(self, word: str) -> Correction | None:
        """The common word that was meant where the letters happen to be two others in one: *fröskolan*."""
        found = set(self._common_slips(word))
        if not found and len(word) >= _LONG_MADE and self.lexicon.is_made_by_chance(word):
            near = Search(self.lexicon.automaton, word, 1, 1, most_cost=OF_ONE).candidates()
            found = {each.word for each in near if each.band >= _MEANT and not self._is_form(word, each)}
        found = {other for other in found if not _is_what_one_does(word, other)}
        return Correction(tuple(found), False) if len(found) == 1 else None

    def _common_slips(self, word: str) -> Iterator[str]:
        """The common words that differ from this one by a simple slip.

        What stands before the slip is walked once for all slips there; where no word begins so, none further on does.
        """
        automaton = self.lexicon.automaton
        state = automaton.root
        for place, letter in enumerate(word):
            for number, rest in enumerate(slips.slips_at_first(word[place:])):
                least = _COMMON_OF_MADE if number < slips.OF_FINGERS else COMMON
                if (automaton.band(automaton.walk(state, rest)) or 0) >= least:
                    yield word[:place] + rest
            state = automaton.step(state, letter)
            if not state:
                return

    def _ranked(self, word: str) -> list[_Ranked]:
        """Candidates, the best first: those of one slip, or else of two."""
        for candidates in self._tries(word):
            kept = [each for each in candidates if self._may_be_meant(word, each)]
            if kept:
                return sorted((_Ranked(_score(each), each) for each in kept), reverse=True)
        return []

    def _tries(self, word: str) -> Iterator[list[Candidate]]:
        """Slips from the likeliest to the least likely; a search in compounds takes longest."""
        search = partial(Search, self.lexicon.automaton, word)
        yield search(0, 1, marks=True, most_cost=_OF_TWO).candidates()
        yield search(1, 1, most_cost=_OF_TWO).candidates()
        if len(word) >= _LONG:
            # What is one part has been looked at by now, and costs more than a slip in a compound may.
            yield search(1, 3 if len(word) >= _VERY_LONG else 2, most_cost=_OF_COMPOUND).candidates()
            yield search(2, 1, most_cost=_OF_TWO).candidates()

    def _may_be_meant(self, word: str, candidate: Candidate) -> bool:
        if candidate.parts > 1:
            return candidate.cost <= _OF_COMPOUND and candidate.band >= SEEN and is_in_long_part(word, candidate)
        if candidate.cost > _OF_TWO or candidate.band < _LEAST.get(len(word), 0):
            return False
        return not has_triple(candidate.word) and not self._is_form(word, candidate)

    def _is_form(self, word: str, candidate: Candidate) -> bool:
        """Whether one may be a form of the other, which the lists lack: *wikis*, *wiki*.

        Of common words, and of those whose genitive is listed, the lists have all forms.
        """
        shorter, longer = sorted((word, candidate.word), key=len)
        if not longer.startswith(shorter) or longer[len(shorter) :] not in _ENDINGS:
            return False
        is_rare = candidate.band < COMMON and not self.lexicon.lists(candidate.word + "s")
        return is_rare or longer.endswith(_LANGUAGE)

    def _may_be_made(self, word: str, meant: str) -> bool:
        """Whether a common short word and one that ends many make it, a compound in no list: *brobanken, boutrymmen*.

        Where nothing but an *s* between them is missing that is meant: *livmiljö*.
        """
        for cut in range(_SHORTEST - 2, min(_SHORTEST, len(word) - _SHORTEST + 1)):
            first, rest = word[:cut], word[cut:]
            is_common = (self.lexicon.band(first) or 0) >= SEEN
            if is_common and self.lexicon.count_last(rest) >= _MANY and meant != f"{first}s{rest}":
                return True
        return False

    def _judged(self, word: str, ranked: list[_Ranked]) -> Correction:
        best = ranked[0].candidate
        near = [each.candidate.word for each in ranked if each.score >= ranked[0].score - _NEAR]
        certain = len(near) == 1 and is_sure(word, best) and not self._may_be_made(word, best.word)
        return Correction(tuple(near[:_MOST]), certain, len(ranked) == 1, is_far(best, is_sure=certain))


def _is_what_one_does(word: str, other: str) -> bool:
    """Whether the other is who does what the word says: *hon* **släktforskar**, *släktforskare*."""
    return other == f"{word}e" and word.endswith("ar")


def _score(candidate: Candidate) -> float:
    band = candidate.band if candidate.parts == 1 else min(candidate.band, 3) / 2 - 0.5
    return band - _WEIGHT * candidate.cost


def _swaps(word: str) -> Iterator[str]:
    """The word of three letters with two beside each other swapped."""
    if len(word) == _SHORTEST - 1:
        yield word[1] + word[0] + word[2]
        yield word[0] + word[2] + word[1]
