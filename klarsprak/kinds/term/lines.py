"""Terms in short lines, which are read as sentences are where they say something."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.finding import Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import is_said_in_line

_OF_OTHERS = re.compile(r"\A(?:Från|Till|From|To|[^:]*(?:enhet|avdelning)):|\bc/o\b|\b\d{3} \d{2} [A-ZÅÄÖ]|\|")
"""What tells that a line is an address, or whose it is: *Från: Registrator*, *Mark | 684 29 Gullsjö*."""
_TO_GROUP = re.compile(r"Till:? (?=[a-zåäö])")
"""How a line begins that tells a group that the letter is for them: *Till berörda sakägare*; no *Till: Eva Ek*."""
_POSITIONS = frozenset({"registrator", "föredragande"})
_LONGEST_ITEM = 100
"""Characters of an item that is a line of its own, without a bullet."""
_FEWEST_LEADING = 5
"""Words of a sentence that leads up to such lines, its colon among them: *Du behöver skicka in:*."""
_STOPS = frozenset(".!?:")
_COLUMNS = re.compile(r"\S {3,}\S|\t|\d ?(?:kr|kronor)$")
_AND_SUCH = ("dyl.", "m.m.", "etc.", "osv.", "mm.")
"""What ends an item and no sentence."""


def is_read_in_line(words: WordsAt, rule: TermRule, *, is_compound: bool) -> bool:
    """Whether a hard word stands behind a label in a short line: *Ledarutbildning: bordlagt*, *Bilaga: Lagrum*.

    Or in a line to a group, who must know that they belong to it: *Till berörda sakägare*.

    No unit (*Beslutande enhet: Kundreskontra*) or position, address or code (*VA-2024-0318*).  A word that is a line
    of its own, or a label itself, is seldom read as a sentence is: *Delges*, *Ärendemening:*.
    """
    if is_compound or rule.level < Level.WARNING or words.block.block.role is not Role.PARAGRAPH:
        return False
    if not is_said_in_line(words.block):
        return False
    if not (_TO_GROUP.match(words.block.text) or _is_behind_label(words)):
        return False
    return not is_foreign(words, but_names=rule.as_name)


def _is_behind_label(words: WordsAt) -> bool:
    """Whether they are said of what a colon follows, *Ledarutbildning: bordlagt*, as no address or unit is."""
    if ":" not in words.block.words[: words.start]:
        return False
    if _OF_OTHERS.search(words.block.text) or words.text.lower() in _POSITIONS:
        return False
    return not (is_office_or_law(words.text.lower()) or any(map(str.isdigit, words.text)))


def asked_for(analysis: Analysis) -> frozenset[int]:
    """The numbers of the list items that a sentence before them leads up to, single words though they are.

    *Skicka in:* and then *Situationsplan*; but no menu of a web page, and no label with its value: *Ärende: 12*.
    Items without bullets are short lines, one right after the other: *Situationsplan*, *[x] Sikttriangel vid …*.
    """
    asked: set[int] = set()
    leads = leads_to_lines = False
    for block in analysis.blocks:
        text = block.text.strip()
        is_item = block.block.role is Role.LIST_ITEM
        if not is_item and not (leads_to_lines and _may_be_item(block)):
            leads = text.endswith(":")
            leads_to_lines = leads and len(block.words) >= _FEWEST_LEADING
        elif leads and ":" not in text:
            asked.add(block.index)
    return frozenset(asked)


def _may_be_item(block: AnalysedBlock) -> bool:
    """Whether the block is a short line that no stop ends, as items without bullets are; no row of a reckoning."""
    text = block.text.strip()
    if block.block.role is not Role.PARAGRAPH or len(text) > _LONGEST_ITEM or _COLUMNS.search(text):
        return False
    return text[-1:] not in _STOPS or text.endswith(_AND_SUCH)
