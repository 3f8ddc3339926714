"""Paragraphs that stop in the midst of a sentence, because what a template should have put there is missing.

*Om ni tackar nej ska ni göra en ny ansökan om* and then the next paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.letter import Block, Role
from klarsprak.phrases import closing_at_start

_GUESSED_LINES = "pdf"
"""The format in which a paragraph may end where the page does."""
_YOURS = frozenset("din ditt dina".split())
_NEVER_LAST = frozenset("och eller samt enligt att via".split()) | _YOURS
"""Words that something must follow."""
_LINKING = frozenset("är var blir blev förblir".split())
"""Verbs after which *din* may come last: *Plats 6 är din*."""
_AFTER_NOUN = frozenset("om till från för på av hos är ska".split())
"""Likewise after a noun, *en ansökan om*; behind a verb they may come last: *det som beslutet handlar om*."""
_IS = "är"
"""Likewise after the verb of a clause: *Platsen när kursen börjar är*."""
_ASKED = frozenset("hur vad vem vilken vilket vilka var där som".split())
"""But not where the sentence ends in a question: *Vi vet inte vad det vi ser är*."""
_AMOUNT = re.compile(r"\d ?(?:€|euro|kr|kronor|%)\.?$")
_FEWEST_WORDS = 6
_STOPS = (".", "!", "?", "…")
# *Det här kan du få hjälp med*, *Så ansöker du om*
_LIKE_HEADING = frozenset("så hur vad vilken vilka vilket när var vem varför här det detta".split())


def find_torn_ends(analysis: Analysis) -> Iterator[tuple[int, int, int]]:
    """The last sentence of each such paragraph: block, first code point, last one plus one."""
    if analysis.letter.format == _GUESSED_LINES:
        return
    for block in analysis.blocks:
        if block.block.role in (Role.PARAGRAPH, Role.LIST_ITEM) and _waits(block) and not _goes_on(block, analysis):
            start, _ = block.sentences[-1].characters
            yield block.index, start, len(block.text.rstrip())


def _last(block: AnalysedBlock) -> int:
    """The last token that isn't white space."""
    last = len(block.words) - 1
    while last > 0 and block.words[last].isspace():
        last -= 1
    return last


def _waits(block: AnalysedBlock) -> bool:
    """Whether the block ends in a sentence so long that it is no label, and its last word waits for another.

    What begins with a small letter or a number is an item of a list: *1. en ritning, och*.
    """
    last = _last(block)
    start, _ = block.sentences[-1].characters
    is_sentence = last >= _FEWEST_WORDS and block.text[start].isupper()
    if not is_sentence or block.words[0] in _LIKE_HEADING:
        return False
    word = block.words[last]
    if word in _YOURS and block.words[last - 1] in _LINKING:
        return False
    if word in _NEVER_LAST:
        return True
    if word == _IS and block.tags[last - 1] == "VERB":
        return _ASKED.isdisjoint(block.words)
    return word in _AFTER_NOUN and block.tags[last - 1] == "NOUN"


def _goes_on(block: AnalysedBlock, analysis: Analysis) -> bool:
    """Whether the next block may be the rest of the sentence: a list, a name, a line with a small letter."""
    following = analysis.letter.blocks[block.index + 1 : block.index + 2]
    return any(map(_may_go_on, following))


def _may_go_on(block: Block) -> bool:
    """*din handläggare.*, *Anna Ek* and *- en ritning* may.

    *Vi svarar i maj.*, *Med vänlig hälsning* and *Avgift 820 kronor* may not.
    """
    text = block.text.strip()
    if block.role is Role.HEADING:
        return False
    if block.role is not Role.PARAGRAPH or not text[:1].isupper():
        return True
    if text.endswith(_STOPS) or _AMOUNT.search(text):
        return False
    return closing_at_start(text.lower()) is None
