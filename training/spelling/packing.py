"""From a list of words to the graph that ``klarsprak.language.spelling.automaton`` walks."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable

from klarsprak.language.spelling.automaton import ALPHABET, LAST, SHIFT

_State = list[tuple[int, int]]
_CODES = {letter: code for code, letter in enumerate(ALPHABET)}


def packed(words: Iterable[str]) -> bytes:
    """The smallest graph of the words, each of which ends in the figure of its band."""
    return _laid_out(*_smallest(words))


def _smallest(words: Iterable[str]) -> tuple[list[tuple[tuple[int, int], ...]], int]:
    """The states, each a tuple of letters and states that they lead to, and the number of the first one.

    Daciuk and others, Incremental construction of minimal acyclic finite-state automata (2000), for sorted words.
    """
    states: list[tuple[tuple[int, int], ...]] = [()]
    numbers: dict[tuple[tuple[int, int], ...], int] = {(): 0}
    open_states: list[_State] = [[]]
    last = b""

    def close(depth: int) -> None:
        while len(open_states) > depth + 1:
            done = tuple(open_states.pop())
            number = numbers.get(done)
            if number is None:
                number = numbers[done] = len(states)
                states.append(done)
            letter, _ = open_states[-1][-1]
            open_states[-1][-1] = (letter, number)

    for word in sorted({bytes(map(_CODES.__getitem__, word)) for word in words}):
        same = 0
        while same < min(len(word), len(last)) and word[same] == last[same]:
            same += 1
        close(same)
        for letter in word[same:]:
            open_states[-1].append((letter, 0))
            open_states.append([])
        last = word
    close(0)
    states.append(tuple(open_states[0]))
    return states, len(states) - 1


def _laid_out(states: list[tuple[tuple[int, int], ...]], first: int) -> bytes:
    """The edges of all states in a row; the number of the first state comes first of all."""
    places = [0] * len(states)
    place = 1
    for number, edges in enumerate(states):
        if edges:
            places[number] = place
            place += len(edges)
    laid_out = array("I", [places[first]])
    for edges in states:
        for letter, target in edges:
            laid_out.append(letter | places[target] << SHIFT)
        if edges:
            laid_out[-1] |= LAST
    if sys.byteorder == "big":
        laid_out.byteswap()
    return laid_out.tobytes()
