"""Who acts in letters: *nämnden*, *distriktsläkaren*, *Sotarna Syd AB*."""

from __future__ import annotations

import re
from itertools import pairwise

from klarsprak.language.analysed import AnalysedBlock

_NAMES = frozenset({"NOUN", "PROPN"})
_SENDER = frozenset({"vi", "jag", "undertecknad"})
_PERSON = re.compile(
    r"(?:läkar|specialist|sköterska|terapeut|handläggar|inspektör|lärar|pedagog|rektor|chef|tekniker|montör|entreprenör|sotar|jour|"
    r"psykolog|kurator|ingenjör|utredar|snickar|hantverkar|dykar|sekreterar|hygienist|konsult|vaktmästar|skötar|personal|polis|nämnd|styrelse|utskott|förvaltning|enhet|kontor|"
    r"kommun|region|bolag|förening|verk|myndighet|klinik|mottagning|skola|funktion)(?:e|en|n|an|et|ns|na|erna|arna)?$"
)
"""Who acts in letters, as the head of a word: *vattenbolaget*, *distriktsläkaren*."""
_NOT_HEADS = frozenset({"till", "från", "hos", "i", "för", "på", "enligt", "mot", "vid", "om"})
"""Before a name they make it something else than who acts."""


def names_somebody(block: AnalysedBlock, start: int, end: int) -> bool:
    """Whether somebody acts in those words: *vi*, *nämnden*, *av Sotarna Syd AB*; not *till nämnden*."""
    if not _SENDER.isdisjoint(block.words[start:end]):
        return True
    if block.words[start] != "av" and is_somebody(block, start):
        return True
    return any(block.words[i] not in _NOT_HEADS and is_somebody(block, j) for i, j in pairwise(range(start, end)))


def is_somebody(block: AnalysedBlock, i: int) -> bool:
    """Whether the word is somebody who acts: *nämnden*, and the *Sotarna* of *av Sotarna Syd AB*."""
    if block.tags[i] not in _NAMES:
        return False
    if _PERSON.search(block.words[i]) is not None:
        return True
    return i > 0 and block.words[i - 1] == "av" and block.written(i, i + 1)[:1].isupper()
