"""Who does what a passive tells, where the words before it in its own sentence say that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.analysed import AnalysedBlock
from klarsprak.language.grammar.somebody import is_somebody, names_somebody
from klarsprak.language.words_at import WordsAt

_REACH = 6
_STOPS = frozenset({"att", "som", "om", "när", "förrän", "innan", "utan", ",", ";", ":", "."})
_AUXILIARIES = frozenset("har hade kan kunde ska skulle måste bör får kommer".split())
_FROM = "från"
_SAID = re.compile(r"(?:uppge|uppgivi|meddela|anför|framför|framhåll|begär|påpeka|bekräfta)")
"""What is said comes *från boendet*, as well as by it."""
_RELATIVES = frozenset({"vilken", "vilket", "vilka", "som", "och"})
"""Before *av* and a doer they begin, or go on with, what the verb tells: *, vilken* **av nämnden** *bedömts*."""
_PERSONS = frozenset({"er", "dig", "oss", "mig", "honom", "henne"})
_GO_ON = frozenset({"varvid", "varefter", "varpå", "därvid"})
"""With them the one who has acted acts on."""
_WHEREIN = frozenset({"vari", "däri", "varigenom"})
"""With them goes on what stands in a paper: *ett brev från Mona Ek,* **vari** *föreslås*."""
_WHICH = frozenset({"vilken", "vilket", "vilka"})
_JUDGED = re.compile(r"(?:bedöm|konstater|noter|anse|ansågs|godkän|avslå|avslog|bevilj|beslut|fastställ)")
"""What the one says who has seen to it; *ritningen*, **vilken upprättats** *av någon annan* is no such thing."""
_DEMANDS = frozenset("ska skall måste bör får kan behöver".split())
"""After these somebody else may be asked: *varvid kvitto* **ska lämnas**."""
_IN = frozenset({"i", "av", "enligt"})
_READERS = frozenset("din ditt dina er ert era".split())
_SHOWS = frozenset({"framgår", "framkommer"})
_BUT = frozenset({",", ";", ":", "men", "ska", "skall", "måste", "bör"})
"""After these something else may be told than what has been written of."""
_WRITTEN = re.compile(r"(?:ange|angav|angi|redovisa|visa|beskriv|yrka|åberopa|offerera)")
"""What a paper does: *I ert anbud* **redovisas** *två båtar*."""


def has_agent_before(verb: WordsAt) -> bool:
    """*har av läkaren prövats*, *, vilken av läkaren prövats*; but not *delar av skolan prövas*."""
    block, last = verb.block, verb.end - 1
    for i in range(last - 1, max(verb.sentence.start, last - _REACH), -1):
        if block.words[i] in _STOPS:
            return False
        if block.words[i] == "av" or (block.words[i] == _FROM and _SAID.match(block.words[last])):
            return i + 1 < last and _may_lead(block, i, verb)
    return False


def _may_lead(block: AnalysedBlock, av: int, verb: WordsAt) -> bool:
    """Whether *av* doesn't belong to what stands before it: to *har*, to *vilken*, to *bryggan av UHR* **bedömts**.

    In *ägaren av Volvon* **kallas** it does.
    """
    before = av - 1
    if block.tags[before] == "AUX" or block.words[before] in _AUXILIARIES:
        return True
    is_doer = block.words[av + 1] in _PERSONS or is_somebody(block, av + 1)
    if not is_doer or block.words[before] in _RELATIVES:
        return is_doer
    return "Definite=Def" in block.features[before] and block.words[verb.end - 1].endswith("ts")


def is_gone_on_with(verb: WordsAt) -> bool:
    """Whether the clause goes on from one that tells it: *har granskats av nämnden, varvid det* **konstaterats**.

    So it does with *vilket*, where somebody judges, and with *vari*, where a paper comes from somebody.
    """
    block, start = verb.block, verb.sentence.start
    for i in _in_clause(verb):
        word = block.words[i]
        if word in _DEMANDS:
            return False
        if word in _WHEREIN:
            return _FROM in block.words[start:i]
        if word in _GO_ON or (word in _WHICH and _JUDGED.match(block.words[verb.end - 1])):
            return i > start and names_somebody(block, start, i)
    return False


def is_in_readers_paper(verb: WordsAt) -> bool:
    """Whether it is what the reader has written: *I er ansökan* **anges**, *enligt ert anbud* **redovisas**."""
    block, last = verb.block, verb.end - 1
    if not (_SAID.match(block.words[last]) or _WRITTEN.match(block.words[last])):
        return False
    before = block.words[max(verb.sentence.start, verb.start - 4) : verb.start]
    pairs = pairwise(before)
    return any(first in _IN and whose in _READERS for first, whose in pairs) and block.tags[verb.start - 1] == "NOUN"


def is_readers_news(verb: WordsAt) -> bool:
    """Whether the clause is what the reader has written, and so knows: *Av ert svar framgår att båten* **målats**."""
    block, start = verb.block, verb.sentence.start
    told = [i for i in range(start, verb.start) if block.words[i] in _SHOWS]
    if not told or not _BUT.isdisjoint(block.words[told[0] : verb.start]):
        return False
    before = block.words[start : told[0]]
    return any(first in _IN and whose in _READERS for first, whose in pairwise(before))


def _in_clause(verb: WordsAt) -> Iterator[int]:
    """The tokens before the verb, the nearest first, up to where its clause begins."""
    block = verb.block
    for i in range(verb.start - 1, max(verb.sentence.start, verb.start - _REACH - 1), -1):
        if block.words[i] in _STOPS:
            return
        yield i
