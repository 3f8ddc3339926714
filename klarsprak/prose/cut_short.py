"""Words that somebody has cut off without a stop: *besikt av båten*, *Påminnelseavg: 120*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from klarsprak.language.spelling.automaton import END, JOINT, NAME, NOWHERE
from klarsprak.language.spelling.lexicon import shipped_words

_WORD = re.compile(
    r"(?<![-—] )(?<![\w—.@/:_&´'’-])(?:(?:[a-zåäö]|(?<!\w )(?<!\b[A-ZÅÄÖ]\. )[A-ZÅÄÖ])[a-zåäö]{3,19})"
    r"(?![\w@/_&´'’—–-]|\.\w|:\w)"
)
"""A word of small letters, or one with a capital where a sentence or a line may begin."""
_CLUSTER = re.compile(
    r"(?:[bdfgkmnpstv]l|[bdfjklpstv]n|[bdfgmnptv]r|vg|[dgkmnpst]v|sd|sg|[bp]g|[gkmnrs]h|b[jpv]|d[gkm]|[nt]j)$"
)
"""Consonants that end no Swedish word: *kompl*, *avg*, *ersättn*."""
_TAILS = ("tömn", "besikt", "avd", "prot", "adm", "adr")
"""What compounds are cut to that might end a word: *slamtömn*, *bygglovsavd*."""
_CONSONANTS = frozenset("bcdfghjklmnpqrstvxz")
"""Letters of which two may end a word that is cut: *besikt*, *månd*."""
_RARE = 1
_LISTED = 2
"""How common a cut word is in the list itself, at most: *besikt*, *torsd*."""
_COMMON = 2
"""How common a word is at least that the cut one is the beginning of."""
_PART = 3
"""Letters of a part of a compound, at least: *påminnelse* and *avg*."""
_LONG = 4
"""Letters above which a word may be a part though no compound with it is known."""
_SEEN = 2
"""How many compounds end so, by bands, in what the last part is the beginning of."""
_LEFT_OUT = 2
"""Letters that are left out, at least: who leaves out one has mistyped the word."""
_FARTHEST = 9
_MARKS = frozenset({END, JOINT, NAME})
Stretch = tuple[int, int]


def find_words_cut_short(text: str) -> Iterator[Stretch]:
    """Where such words begin and end in a text: one that holds a form that ``is_cut_short``, as few do.

    No list has them, but a common word begins so: *ersättn* is *ersättning*.
    """
    for match in _WORD.finditer(text):
        if is_cut_short(match[0]):
            yield match.span()


@lru_cache(maxsize=20_000)  # a letter's words are those of the letter before
def is_cut_short(word: str) -> bool:
    """Whether the word is the beginning of a common one, or of a compound's last part.

    >>> list(filter(is_cut_short, ["ersättn", "Hamnavg", "besikt", "hamn", "blanket", "Bergkvist"]))
    ['ersättn', 'Hamnavg', 'besikt']
    """
    lower = word.lower()
    if lower.endswith(_TAILS) and any(_is_cut_to(tail, lower) for tail in _TAILS):
        return not shipped_words().lists(lower)
    if len(lower) < _PART or not _CONSONANTS.issuperset(lower[-2:]):
        return False
    is_clear = _CLUSTER.search(lower) is not None
    if not is_clear and word != lower:
        return False
    return not _is_whole(lower, is_clear=is_clear) and _begins_common(lower, is_clear=is_clear)


def _is_cut_to(tail: str, word: str) -> bool:
    """Whether the word is that tail with a part before it."""
    return word.endswith(tail) and len(word) >= len(tail) + _PART


def _is_whole(word: str, *, is_clear: bool) -> bool:
    """Whether the word is one as it stands; with so clear an end a listed one must be common, or a name."""
    lexicon = shipped_words()
    band = lexicon.band(word) or 0
    if band > (_LISTED if is_clear else _RARE) or lexicon.is_name(word):
        return True
    return lexicon.makes(word) and not (is_clear and band)


def _begins_common(word: str, *, is_clear: bool) -> bool:
    """Whether a common word goes on from there, or, where the end is no word's, the last part of a compound."""
    automaton = shipped_words().automaton
    if _goes_on(automaton.walk(automaton.root, word), _COMMON if is_clear else _COMMON + 1):
        return True
    if not is_clear:
        return False
    last = automaton.step(automaton.root, JOINT)
    state = automaton.root
    for cut in range(1, len(word) - _PART + 1):
        state = automaton.step(state, word[cut - 1])
        if not state:
            return False
        is_part = cut >= _PART and (automaton.step(state, JOINT) or (cut > _LONG and END in automaton.ways(state)))
        if is_part and _goes_on(automaton.walk(last, word[cut:]), _SEEN):
            return True
    return False


def _goes_on(state: int, least: int) -> bool:
    """Whether a word so common ends a few letters further on, and none a single letter further."""
    if state == NOWHERE:
        return False
    automaton = shipped_words().automaton
    states = [state]
    for further in range(1, _FARTHEST):
        states = [
            target for each in states for letter, target in automaton.ways(each).items() if letter not in _MARKS
        ]
        is_common = any((automaton.band(each) or 0) >= least for each in states)
        if is_common:
            return further >= _LEFT_OUT
    return False
