"""Where a letter lists what words mean: footnotes, and what stands below a heading such as *Ordlista*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role

_HEADING = re.compile(
    r"(?:ordlista|ordförklaring\w*|begrepp\w*|ord och begrepp|fackord|svåra ord|förklaring\w*|ord)\b[^.]{0,30}$"
    r"|(?:vad betyder|så betyder|det här betyder|det betyder)\b.{0,30}$",
    re.IGNORECASE,
)
"""What stands above a list of words: *Ordlista*, *Svåra ord i beslutet*, *Så betyder orden*."""
_LEAD = re.compile(r"[\W\d]*(?:(?:en|ett|att)\s+)?[\W\d]*$", re.IGNORECASE)
"""What may stand before a term that its block begins with: a mark, a number, an article."""

_ROW = re.compile(
    r"(?P<word>[A-ZÅÄÖ][\w-]*(?:\s[a-zåäö][\w-]*){0,2})(?P<mark>\s[–—-]\s|\.\s|,\s)"
    r"(?!\d|(?:klart?|färdigt?|godkänt?|ja|nej|ingen|inget|saknas|nästa|senast|från|till|i|på|kl|klockan|v)\b)"
    r"(?=(?:\S+\s+){3}\S)"
)
"""A line that says what a word means: *Omval. Då får ni ändra er*, *Enskild firma – du är firman*."""
_TELLS = re.compile(r"\b(?:du|ni|vi|man|som|när|där|hur|vad|summan|skatt|pengar|alla|det|den)\b", re.IGNORECASE)
_FEWEST_ROWS = 3
"""So many such lines in a row make a list of words."""


def is_in_glossary(words: WordsAt, analysis: Analysis) -> bool:
    """Whether the words begin a line of a glossary, as *Vite* does in *Vite: pengar som du måste betala …*."""
    if words.block.index not in analysis.once(glossary):
        return False
    return begins_block(words)


def glossary(analysis: Analysis) -> frozenset[int]:
    """The glossaries' blocks by number; found once a letter, since every use of a term asks.

    None in most letters.
    """
    return frozenset(block.index for block in [*_glossary_blocks(analysis), *_rows(analysis)])


def _rows(analysis: Analysis) -> Iterator[AnalysedBlock]:
    """The lines that begin with a word and its meaning, where three or more follow on each other.

    The mark after the word is the same in all: *Omval. …*, *Meritvärde. …*.
    """
    for mark, rows in groupby(analysis.blocks, key=_mark_of_row):
        found = list(rows)
        if mark and len(found) >= _FEWEST_ROWS:
            yield from (block for block in found if _TELLS.search(block.block.text))


def _mark_of_row(block: AnalysedBlock) -> str:
    """What stands between the word and its meaning in a line of a list of words; nothing in other lines."""
    match = _ROW.match(block.block.text.lstrip("–—-•* "))
    return match["mark"].strip() if match else ""


def _glossary_blocks(analysis: Analysis) -> Iterator[AnalysedBlock]:
    """Footnotes, and the blocks between a glossary's heading and the next one.

    *Ordlista* is one too where nothing but its words tells that it is a heading.
    """
    is_inside = False
    for block in analysis.blocks:
        role = block.block.role
        line = block.block.text.strip().rstrip(":")
        if _HEADING.match(line):
            is_inside = True
        elif role is Role.HEADING:
            is_inside = False
        elif is_inside or role is Role.FOOTNOTE:
            yield block


def begins_block(words: WordsAt) -> bool:
    """Whether nothing but a mark or an article stands before them in their block: *– Ett vite …*."""
    first, _ = words.characters
    return is_lead(words.block.text[:first])


def is_lead(text: str) -> bool:
    """Whether the text is nothing but a mark, a number or an article: *1. En*."""
    return _LEAD.match(text) is not None
