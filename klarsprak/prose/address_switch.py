"""Where a letter that has called its reader *du* says *ni*, or the other way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_ONE = frozenset("du dig din ditt dina".split())
_SEVERAL = frozenset("ni er ert era eder edert edra".split())
_YOU = _ONE | _SEVERAL
_DOER = frozenset({"du", "ni"})
"""What a heading says to the reader; *Ditt ärende* and *Till er som odlar* are titles."""
_BOTH = frozenset({"/", "och", "eller", "&"})
"""What stands between the two where the letter is for one reader or several: *du/ni*, *dig och er*."""

_WORDS_OF_LEAD_IN = 3
_LEADS_IN = frozenset("att ska skall måste behöver bör kan".split())
"""The last word before a list that goes on with the sentence."""


def is_address_switch(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the words are the first of the letter that call its reader otherwise than the one before.

    *ni* of *Du har sökt bidrag. Vi vill att ni skickar en budget.*
    """
    return analysis.once(_switch) == (words.block.index, words.start)


def _switch(analysis: Analysis) -> tuple[int, int] | None:
    """The block and token of the first switch in the text, if any; a heading may say what the text then doesn't."""
    for before, after in pairwise(_pronouns(analysis)):
        if before[0] != after[0] and not after[1]:
            return after[2:]
    return None


def _pronouns(analysis: Analysis) -> Iterator[tuple[bool, bool, int, int]]:
    """Each word for the reader: whether it is one for several, whether in a heading, its block and token."""
    for block in analysis.blocks:
        is_heading = block.block.role is Role.HEADING
        wanted = _DOER if is_heading else _YOU
        if block.forms.isdisjoint(wanted) or not (is_heading or block.is_prose or _leads_in(block)):
            continue
        for token, form in enumerate(block.words):
            if form in wanted and not _is_one_of_two(block.words, token):
                yield form in _SEVERAL, is_heading, block.index, token


def _leads_in(block: AnalysedBlock) -> bool:
    """Whether a list goes on with the sentence: *Ni ska därför*, *Ni anmodas härmed att*; no label, *Ert namn:*."""
    words = [word for word in block.words if word.isalpha()]
    return len(words) >= _WORDS_OF_LEAD_IN and words[-1] in _LEADS_IN


def _is_one_of_two(words: list[str], token: int) -> bool:
    """Whether the word stands beside another for the reader: *du/ni*."""
    after, before = words[token + 1 : token + 3], words[max(0, token - 2) : token][::-1]
    return any(len(pair) == 2 and pair[0] in _BOTH and pair[1] in _YOU for pair in (after, before))
