"""Words that somebody has cut off with a stop: *intyg från din läk.*, *bist.bedömare*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.language.abbreviations import FINAL, LEADING, WORDS
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.prose.readable import is_said_in_line, may_flag

_CUT = re.compile(
    r"(?<![\w.@/:_-])(?:([a-zåäö]{3,14}|[A-ZÅÄÖ][a-zåäö]{5,17})"
    r"\.(?= [a-zåäö]{2,}(?![\w@]|\.\w)| ?/ ?[a-zåäö]{3}|[,)])"
    r"|([a-zåäö]{3,14}|[A-ZÅÄÖ][a-zåäö]{2,17})\.(?P<rest>[a-zåäö]{3,})(?![\w@/_=(-]|:\S|\.\w))"
)
"""A word with a stop, and a small letter next: *kop. av intyget*, *konf.rum*, *Avgiftsdiff. att betala*.

Or a slash: *Adm. / vaktmästare*.
"""
_OF_COMPUTERS = frozenset(
    "info docx html jpeg xlsx json conf example local kommun com org net pdf doc exe xls png jpg gif zip csv txt "
    "app".split()
)
"""What may stand after a stop in the name of a file or a site."""
_RARE = 1
"""How common a listed word is, at most, that is rather a word cut off: *kop* is in the list too."""
_SHORT_FORMS = LEADING | FINAL
Stretch = tuple[int, int]


def find_cut_words(block: AnalysedBlock) -> Iterator[Stretch]:
    """Where such words begin and end, their stop with them.

    The word is in no list: *torsdag. hör av dig* lacks a capital, and is no word cut off.
    """
    if "." not in block.text or not (may_flag(block) or is_said_in_line(block)):
        return
    for match in _CUT.finditer(block.text):
        is_cut = _is_rare if match["rest"] else _is_cut
        word = (match[1] or match[2]).lower()
        if is_cut(word) and _ends_as_word(match["rest"]) and block.is_own_words(*match.span()):
            yield match.span()


def _is_cut(word: str) -> bool:
    """Whether it is a word cut off; common short forms are left to their rules."""
    return f"{word}." not in _SHORT_FORMS and word not in WORDS and _is_rare(word)


def _is_rare(word: str) -> bool:
    """Whether no list has the word, or as a rare one: *läk*, *kop*."""
    band = shipped_words().band(word)
    return not shipped_words().makes(word) if band is None else band <= _RARE


def _ends_as_word(rest: str | None) -> bool:
    """Whether what is grown together with the cut part is a word, and no name of a site or a file."""
    return rest is None or (rest not in _OF_COMPUTERS and shipped_words().holds(rest))
