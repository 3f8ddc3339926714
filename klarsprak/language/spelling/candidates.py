"""Known words and compounds that differ from a word by a slip or two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf
from typing import NamedTuple

from klarsprak.language.spelling import slips
from klarsprak.language.spelling.automaton import END, JOINT, Automaton


class Candidate(NamedTuple):
    """A known word, or a compound of such, that was perhaps meant."""

    word: str
    cost: float
    """How unlikely the slips are."""
    band: int
    """How common the word is; of a compound, how common its rarer part is in compounds."""
    parts: int
    """One of a listed word, two or three of a compound."""
    joints: tuple[int, ...] = ()
    """How many letters each part but the last has."""


class _At(NamedTuple):
    """A place in the search: what of the word is read, and what of a known one it may be."""

    state: int
    read: int
    built: str
    cost: float
    slips: int
    """How many slips are left."""
    band: int
    joints: tuple[int, ...] = ()


_COMMONEST = 7


class Search:
    """The search for one word, lower case, with at most ``slips`` slips and ``parts`` parts.

    ``marks`` lets any letter lack its ring or dots.  What costs more than ``most_cost`` isn't followed to its end.
    """

    def __init__(
        self,
        automaton: Automaton,
        word: str,
        most_slips: int = 1,
        parts: int = 1,
        *,
        marks: bool = False,
        most_cost: float = inf,
    ) -> None:
        self._automaton = automaton
        self._word = word
        self._parts = parts
        self._most = most_slips
        self._marks = marks
        self._most_cost = most_cost
        self._last_root = automaton.step(automaton.root, JOINT)
        self.found: dict[str, Candidate] = {}

    def candidates(self) -> list[Candidate]:
        """All that was found, the word itself left out, in no order."""
        self._go(_At(self._automaton.root, 0, "", 0.0, self._most, _COMMONEST))
        self.found.pop(self._word, None)
        return list(self.found.values())

    def _go(self, at: _At) -> None:
        """Go on from a place by every way there is."""
        if at.read == len(self._word):
            self._note(at)
            self._onward(self._missing(at))
            return
        may_join = len(at.joints) < self._parts - 1
        if not (at.slips or may_join or self._marks):
            self._finish(at)
            return
        self._go_right(at)
        if may_join:
            self._onward(self._joined(at))
        if at.slips:
            self._onward(self._slipped(at))
        if self._marks:
            self._onward(self._unmarked(at))

    def _finish(self, at: _At) -> None:
        """Nothing but the rest of the word as it stands can follow."""
        rest = self._word[at.read :]
        state = self._automaton.walk(at.state, rest)
        if state:
            self._note(at._replace(state=state, built=at.built + rest))

    def _onward(self, steps: Iterator[_At]) -> None:
        for step in steps:
            if step.cost <= self._most_cost:
                self._go(step)

    def _note(self, at: _At) -> None:
        """Keep a word that ends here, by its cheapest way."""
        band = self._automaton.band(at.state)
        if band is None:
            return
        known = self.found.get(at.built)
        parts = len(at.joints) + 1
        if known is None or (at.cost, parts) < (known.cost, known.parts):
            self.found[at.built] = Candidate(at.built, at.cost, min(band, at.band), parts, at.joints)

    def _go_right(self, at: _At) -> None:
        """The letter is right."""
        letter = self._word[at.read]
        state = self._automaton.step(at.state, letter)
        if state:
            self._go(_At(state, at.read + 1, at.built + letter, at.cost, at.slips, at.band, at.joints))

    def _unmarked(self, at: _At) -> Iterator[_At]:
        """The letter lacks its ring or dots, as those around it may."""
        for letter in slips.unmarked(self._word[at.read]):
            state = self._automaton.step(at.state, letter)
            if state:
                yield at._replace(
                    state=state, read=at.read + 1, built=at.built + letter, cost=at.cost + slips.OF_MARK
                )

    def _joined(self, at: _At) -> Iterator[_At]:
        """A part of a compound ends here, and the next one begins."""
        state = self._automaton.step(at.state, JOINT)
        if not state:
            return
        band = min(at.band, self._automaton.band(state) or 0)
        joints = (*at.joints, len(at.built))
        yield at._replace(state=self._last_root, band=band, joints=joints)
        if len(joints) < self._parts - 1:
            yield at._replace(state=self._automaton.root, band=band, joints=joints)

    def _slipped(self, at: _At) -> Iterator[_At]:
        yield from self._instead(at)
        yield from self._missing(at)
        yield from self._extra(at)
        yield from self._swapped(at)
        yield from self._sounding(at)

    def _instead(self, at: _At) -> Iterator[_At]:
        wrong = self._word[at.read]
        among = slips.CLOSE.get(wrong, "") if self._is_beyond(at, slips.OF_OTHER) else None
        if self._is_beyond(at, slips.OF_SOUND):
            among = slips.unmarked(wrong)
        for letter, state in self._followed(at, at.read + 1, among):
            if letter != wrong:
                cost = slips.of_instead(wrong, letter, at.read)
                yield self._with(at, state, 1, letter, cost)

    def _missing(self, at: _At) -> Iterator[_At]:
        if not at.slips:
            return
        before, after = at.built[-1:], self._word[at.read : at.read + 1]
        among = {before, after} if self._is_beyond(at, slips.OF_LEFT_OUT) else None
        for letter, state in self._followed(at, at.read, among):
            cost = slips.of_missing(letter, before, after, at.read)
            yield self._with(at, state, 0, letter, cost)

    def _extra(self, at: _At) -> Iterator[_At]:
        word, read = self._word, at.read
        cost = slips.of_extra(word[read], word[read - 1 : read], word[read + 1 : read + 2], read)
        if not self._is_beyond(at, cost):
            yield self._with(at, at.state, 1, "", cost)

    def _swapped(self, at: _At) -> Iterator[_At]:
        if self._is_beyond(at, slips.OF_ORDER):
            return
        pair = self._word[at.read : at.read + 2][::-1]
        if len(pair) == 2 and pair[0] != pair[1]:
            state = self._automaton.walk(at.state, pair)
            if state:
                yield self._with(at, state, 2, pair, slips.OF_ORDER)

    def _sounding(self, at: _At) -> Iterator[_At]:
        if self._is_beyond(at, slips.OF_SOUND):
            return
        for wrong, right in slips.SOUNDS.get(self._word[at.read], ()):
            if self._word.startswith(wrong, at.read):
                state = self._automaton.walk(at.state, right)
                if state:
                    yield self._with(at, state, len(wrong), right, slips.OF_SOUND)

    def _is_beyond(self, at: _At, cost: float) -> bool:
        """Whether a slip of that cost is too much there: asked before anything that would come of it is made."""
        return at.cost + cost > self._most_cost

    def _followed(self, at: _At, read: int, among: Iterable[str] | None) -> list[tuple[str, int]]:
        """The letters that one slip may put in, and where to, if ``read`` letters of the word are read then.

        ``among`` are those that don't cost too much; without it all are tried.  After the last slip the next letter
        must be right, unless a part of a compound ends there: a glance at it spares most of the search.
        """
        ways = self._automaton.ways
        onward = self._automaton.onward(at.state, among)
        if at.slips > 1:
            return onward
        follows = self._word[read : read + 1] or END
        if self._parts > 1:
            return [way for way in onward if follows in ways(way[1]) or JOINT in ways(way[1])]
        return [way for way in onward if follows in ways(way[1])]

    def _with(self, at: _At, state: int, read: int, built: str, cost: float) -> _At:
        """The place after one slip more."""
        spent = at.cost + cost
        left = at.slips - 1 if spent + slips.CHEAPEST <= self._most_cost else 0
        return _At(state, at.read + read, at.built + built, spent, left, at.band, at.joints)
