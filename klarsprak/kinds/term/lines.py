"""Terms in short lines, which are read as sentences are where they say something."""

from __future__ import annotations

import re

from klarsprak.analysis import Analysis
from klarsprak.finding import Level
from klarsprak.kinds.term.rule import TermRule
from klarsprak.language.words_at import WordsAt
from klarsprak.letter import Role
from klarsprak.prose.own_words import is_foreign, is_office_or_law
from klarsprak.prose.readable import is_said_in_line

_OF_OTHERS = re.compile(r"\A(?:Från|Till|From|To|[^:]*(?:enhet|avdelning)):|\bc/o\b|\b\d{3} \d{2} [A-ZÅÄÖ]|\|")
"""What tells that a line is an address, or whose it is: *Från: Registrator*, *Mark | 684 29 Gullsjö*."""
_TO_GROUP = re.compile(r"Till:? (?=[a-zåäö])")
"""How a line begins that tells a group that the letter is for them: *Till berörda sakägare*; no *Till: Eva Ek*."""
_POSITIONS = frozenset({"registrator", "föredragande"})


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
    """
    asked: set[int] = set()
    leads = False
    for block in analysis.blocks:
        text = block.text.strip()
        if block.block.role is not Role.LIST_ITEM:
            leads = text.endswith(":")
        elif leads and ":" not in text:
            asked.add(block.index)
    return frozenset(asked)
