"""Words that somebody has cut off, mostly with a stop: *intyg från din läk.*, *bist.bedömare*, *besikt av båten*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klarsprak.analysis import Analysis
from klarsprak.language.abbreviations import FINAL, LEADING, WORDS
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.spelling.lexicon import shipped_words
from klarsprak.prose.cut_short import find_words_cut_short, is_cut_short
from klarsprak.prose.readable import is_said_in_line, may_flag

_CUT = re.compile(
    r"(?<![\w.@/:_-])(?:([a-zåäö]{3,14}|[A-ZÅÄÖ][a-zåäö]{5,17})"
    r"\.(?= [a-zåäö]{2,}(?![\w@]|\.\w)| ?/ ?[a-zåäö]{3}|[,)]| \d)"
    r"|([a-zåäö]{3,14}|[A-ZÅÄÖ][a-zåäö]{2,17})\.(?P<rest>[a-zåäö]{3,})(?![\w@/_=(-]|:\S|\.\w))"
)
"""A word with a stop, and a small letter next: *kop. av intyget*, *konf.rum*, *Avgiftsdiff. att betala*.

Or a slash: *Adm. / vaktmästare*.
"""
_CUT_HERE = re.compile(r"\.(?:[a-zåäö]{3}| ?/|[,)]| [a-zåäö]{2}| \d)")
"""What such a word's stop looks like: most texts have no such stop, and stops are found sooner than words."""
_CHAIN = re.compile(
    r"(?<![\w.@/:_-])(?:[a-zåäö]\.(?:[a-zåäö]\.)+(?![\w@/])|(?<=[a-zåäö,] )[a-zåäö] o [a-zåäö](?= [a-zåäö]{3}))"
)
"""Words of which letters alone are left: *p.o.*, *med m o u hjälpmedel*."""
_CHAIN_HERE = re.compile(r"\.[a-zåäö]\.")
_AND_AS_LETTER = " o "
_OF_COMPUTERS = frozenset(
    "info docx html jpeg xlsx json conf example local kommun com org net pdf doc exe xls png jpg gif zip csv txt "
    "app".split()
)
"""What may stand after a stop in the name of a file or a site."""
_RARE = 1
"""How common a listed word is, at most, that is rather a word cut off: *kop* is in the list too."""
_LONGEST_FRONT = 5
_KNOWN = 3
"""How long and how common a word is, at most, that is rather cut off where another is grown together with it."""
_LONG_REST = 4
_SEEN = 2
"""How long that other is, and how many compounds, by bands, end in it."""
_SHORT_FORMS = LEADING | FINAL
Stretch = tuple[int, int]


def find_cut_words(analysis: Analysis) -> Iterator[tuple[AnalysedBlock, int, int]]:
    """Where such words begin and end, their stop with them.

    The word is in no list: *torsdag. hör av dig* lacks a capital, and is no word cut off.
    """
    cut_short = frozenset(filter(is_cut_short, analysis.forms))
    for block in analysis.blocks:
        found = [*_cut_with_stop(block.text), *_chains(block.text)]
        if not cut_short.isdisjoint(block.forms):
            found += find_words_cut_short(block.text)
        # Looked at last, since most blocks hold no such words.
        if found and (may_flag(block) or is_said_in_line(block)):
            yield from ((block, *stretch) for stretch in found if block.is_own_words(*stretch))


def _cut_with_stop(text: str) -> Iterator[Stretch]:
    """*kop. av intyget*, *konf.rum*."""
    if _CUT_HERE.search(text):
        for match in _CUT.finditer(text):
            word, rest = (match[1] or match[2]).lower(), match["rest"]
            if _is_front(word, rest) if rest else _is_cut(word):
                yield match.span()


def _chains(text: str) -> Iterator[Stretch]:
    """*p.o.*, *m o u*; common ones are left to their rules."""
    if _AND_AS_LETTER in text or _CHAIN_HERE.search(text):
        for match in _CHAIN.finditer(text):
            if match[0].replace(" ", "") not in _SHORT_FORMS:
                yield match.span()


def _is_cut(word: str) -> bool:
    """Whether it is a word cut off; common short forms are left to their rules."""
    return f"{word}." not in _SHORT_FORMS and word not in WORDS and _is_rare(word)


def _is_rare(word: str) -> bool:
    """Whether no list has the word, or as a rare one: *läk*, *kop*."""
    band = shipped_words().band(word)
    return not shipped_words().makes(word) if band is None else band <= _RARE


def _is_front(word: str, rest: str) -> bool:
    """Whether the word is cut, and what is grown together with it is a word: no name of a site or a file.

    *rev* is a word too, but where compounds end in *berättelse*, it is none in *rev.berättelse*.
    """
    lexicon = shipped_words()
    if rest in _OF_COMPUTERS or not lexicon.holds(rest):
        return False
    if f"{word}." in LEADING or _is_rare(word):
        return True
    is_short = len(word) <= _LONGEST_FRONT and (lexicon.band(word) or 0) <= _KNOWN
    return is_short and len(rest) >= _LONG_REST and lexicon.count_last(rest) >= _SEEN
