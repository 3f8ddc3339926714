"""Who does what a passive tells, where that stands elsewhere than in *av* and a doer after the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from klarsprak.language.analysed import AnalysedBlock, Sentence
from klarsprak.language.grammar.somebody import names_somebody
from klarsprak.language.grammar.told_on import (
    has_agent_before,
    is_gone_on_with,
    is_in_readers_paper,
    is_readers_news,
)
from klarsprak.language.words_at import WordsAt

_REACH = 6
_STOPS = frozenset({"att", "som", "om", "när", "förrän", "innan", "utan", ",", ";", ":", "."})
_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NOUN", "PROPN"})
_STAND_FOR_ONE = frozenset({"den", "det", "de"})
_PERSONS = frozenset({"du", "ni", "vi", "jag"})
_DECIDER = re.compile(
    r"(?:domstol|nämnd|styrelse|utskott|fullmäktige|(?:tings|hov|förvaltnings|kammar|hyres)rätt)(?:en|n|et)?$"
)
"""Where something is decided, and by whom it is: not *nämndens*, whose room it may be."""
_DECIDED = re.compile(r"^(?:(?:om)?pröv|avgör|behandl|beslut|fatt|handlägg|diskuter|fastställ|överväg)")
_AT = frozenset({"i", "hos", "vid", "inför"})
_MEETING = re.compile(r"(?:sammanträde|möte|stämma)(?:t|n)?$")
_AT_MEETING = frozenset({"på", "vid", "under"})
"""Before whose meeting it is, they tell who decides there: *på nämndens sammanträde*."""
_FROM, _SIDE = "från", frozenset({"sida", "sidan"})
_ENDINGS = re.compile(r"(?:arna|orna|erna|ena|en|et|na|n|t)$")
_ACT = re.compile(
    r"(?:ing|else|kontroll|besök|prov|tillsyn|syn|arbete?|analys|möte|test|byte|inspektion|revision|åtgärd)$"
)
"""How what somebody does is called: *mätning*, not *ansökan* or *sökande*."""
_SENTENCES = 3
"""So many sentences before the verb's own may say the same with its verb in the active."""
_WRITERS = frozenset({"du", "ni", "klagande", "klaganden", "sökanden"})
"""Who writes to an authority."""
_PAPER = re.compile(r"(?:andet|elsen|an)$")
"""What makes a known paper of a verb: *överklagandet* of *överklaga*, *ansökan* of *ansöka*."""
_LONG = 5
"""Signs from which on a thing is known inside other words too."""
_OF_VERB = re.compile(r"(?<=\w{3})(?:ning|else|ande)$")
"""What makes a noun of a verb: *undersökning* of *undersöker*."""


def is_told_beside(verb: WordsAt) -> bool:
    """Whether the clause tells who acts: *har* **av läkaren** *prövats*, *vidtas* **från regionens sida**,
    *avgörs* **i allmän domstol**, **bolaget ansvarar för att** *bytet genomförs*.
    """
    for tells in _TELLS:  # noqa: SIM110 - asked of every passive, and ``any`` takes twice as long
        if tells(verb):
            return True
    return False


def _is_from_side(verb: WordsAt) -> bool:
    """*utan att något vidtagits från Trafikverkets sida*, *Från Trafikverkets sida har inget gjorts*"""
    start = verb.sentence.start
    if verb.block.words[start] == _FROM and not _SIDE.isdisjoint(verb.block.words[start : start + 4]):
        return True
    after = verb.after[:_REACH]
    return _FROM in after[:3] and not _SIDE.isdisjoint(after) and _STOPS.isdisjoint(after[: after.index(_FROM)])


def _is_decided_at(verb: WordsAt) -> bool:
    """*avgörs i allmän domstol*, *prövas hos hyresnämnden*, *avgörs på nämndens möte*"""
    block = verb.block
    if _DECIDED.match(block.words[verb.end - 1]) is None:
        return False
    for i in range(verb.end, min(verb.end + _REACH, verb.sentence.end)):
        if block.words[i] in _STOPS or block.tags[i] in _VERBS:
            return False
        if block.words[i] in _AT_MEETING and _is_meeting(block.words[i + 1 : min(i + 4, verb.sentence.end)]):
            return True
        if block.words[i] in _AT:
            return any(map(_DECIDER.search, block.words[i + 1 : min(i + 4, verb.sentence.end)]))
    return False


def _is_meeting(after: list[str]) -> bool:
    """Whether the words are the meeting of those who decide: *nämndens sammanträde*; not *ett möte*."""
    return any(
        owner.endswith("s") and _DECIDER.search(owner.removesuffix("s")) and _MEETING.search(meeting)
        for owner, meeting in pairwise(after)
    )


def _is_seen_to(verb: WordsAt) -> bool:
    """Whether somebody decides or sees to it: *CSN bestämmer om stödet* **dras in**, *ansvarar för att det* **görs**.

    Who that is stands before; *det är viktigt att* names nobody.
    """
    block = verb.block
    for i in range(verb.start - 1, max(verb.sentence.start, verb.start - _REACH - 1), -1):
        if block.words[i] in _SEES_TO:
            first = max(verb.sentence.start, i - 3)
            before = block.words[max(verb.sentence.start + 1, first) : i]
            return not _SEES_TO[block.words[i]].isdisjoint(before) or (
                block.words[i] == "att" and _is_ordered(block, first, i)
            )
        if block.words[i] in _STOPS:
            return False
    return False


_DECIDES_IF = frozenset(
    "bestämmer bestämde beslutar beslutade avgör avgjorde pröva prövar bedömer bestämma avgöra ställning".split()
)
_SEES_TO = {
    "att": frozenset("ansvarar ansvarig ansvariga ansvaret ansvar bevisbördan svarar tillser förvissa".split()),
    "om": _DECIDES_IF,
    "huruvida": _DECIDES_IF,
}


def _is_ordered(block: AnalysedBlock, first: int, att: int) -> bool:
    """Whether *att* goes on from an order that opens its sentence or item: **Tillse** *att*, **Se till** *att*.

    Who is to do it is then told with the order; in *det är viktigt att se till att* it isn't.
    """
    words = block.words[first:att]
    orders = [words.index(each) for each in _ORDERS if each in words]
    return any(_opens(block, first + i) for i in orders)


def _opens(block: AnalysedBlock, i: int) -> bool:
    """Whether the word is the first of its sentence, but for the number of an item."""
    start = block.sentence_at(i).start
    return not any(word.isalpha() for word in block.words[start:i])


_ORDERS = ("tillse", "se", "kontrollera", "säkerställ", "säkerställa")


_TELLS = (
    has_agent_before,
    _is_from_side,
    _is_decided_at,
    _is_seen_to,
    is_gone_on_with,
    is_in_readers_paper,
    is_readers_news,
)
"""The ways in which the clause tells it, those that are asked first first."""


def is_told_before(verb: WordsAt) -> bool:
    """Whether the sentence before tells who does the same thing, or one of the last in the paragraph with its verb.

    *Hemvården gör ett hembesök hos dig. Besöket* **görs** *i maj.*
    """
    here = verb.sentence
    if here.start == 0:
        return False
    if any(_says_same(verb, each) for each in _sentences_before(verb)):
        return True
    before = verb.block.sentence_at(here.start - 1)
    if _goes_on(verb, before) or _is_asked_for(verb, before):
        return True
    thing = _thing(verb)
    if not thing or not any(_is_of(word, thing) for word in before.forms):
        return False
    return names_somebody(verb.block, before.start, before.end)


def _sentences_before(verb: WordsAt) -> Iterator[Sentence]:
    """The last sentences of the paragraph before the verb's own, the nearest first."""
    start = verb.sentence.start
    for _ in range(_SENTENCES):
        if start == 0:
            return
        before = verb.block.sentence_at(start - 1)
        yield before
        start = before.start


def _goes_on(verb: WordsAt, before: Sentence) -> bool:
    """Whether the sentence before says that *du* or *klaganden* does what the passive goes on with.

    *Ni kan överklaga beslutet. Överklagandet* **ska skickas** *till hamnen.*
    """
    if _WRITERS.isdisjoint(before.forms):
        return False
    block = verb.block
    near = [*range(verb.start, verb.end), *_before_in_clause(verb)]
    papers = (i for i in near if block.tags[i] == "NOUN" and block.tags[i - 1] != "ADP")
    stems = {_PAPER.sub("", block.words[i]) for i in papers if _PAPER.search(block.words[i])}
    return any(
        block.tags[i] in _VERBS and len(stem) >= _LONG and block.words[i].startswith(stem)
        for stem in stems
        for i in range(before.start, before.end)
    )


def _is_asked_for(verb: WordsAt, before: Sentence) -> bool:
    """Whether the sentence before asks the reader for the same: *Lämna rapporten. Den* **kan lämnas** *i maj.*"""
    block = verb.block
    if _STAND_FOR_ONE.isdisjoint(block.words[verb.sentence.start : verb.start + 1]):
        return False
    asked = block.words[before.start]
    return len(asked) >= _LONG and block.words[verb.end - 1] == f"{asked}s" and block.tags[before.start] in _VERBS


def _says_same(verb: WordsAt, before: Sentence) -> bool:
    """Whether the sentence before says the same of *du*, *vi* or somebody in office.

    *Ni lämnar intyg. Intyget* **lämnas** *en gång.*  *Nämnden vill avsluta ärendet. Ärendet* **avslutas** *i maj.*
    """
    block, last = verb.block, verb.end - 1
    active = block.words[last].removesuffix("s")
    active = active.removesuffix("a") if len(active) > _LONG else active
    if len(active) < _LONG or not any(word.startswith(active) for word in before.forms):
        return False
    if _PERSONS.isdisjoint(before.forms) and not names_somebody(block, before.start, before.end):
        return False
    known = (i for i in range(verb.sentence.start, verb.end) if "Definite=Def" in block.features[i])
    things = [_ENDINGS.sub("", block.words[i]) for i in known if block.tags[i] == "NOUN"]
    return any(len(thing) >= _LONG and thing in word for thing in things for word in before.forms)


def _is_of(word: str, thing: str) -> bool:
    """Whether the word tells of the thing: *hembesök* of *besök*, *töms* of *töm*."""
    return thing in word if len(thing) >= _LONG else word.startswith(thing)


def _thing(verb: WordsAt) -> str:
    """What somebody does, without its ending: the *besök* of *besöket görs*, "" where it isn't something known."""
    block, here = verb.block, verb.sentence
    if not _STAND_FOR_ONE.isdisjoint(block.words[verb.start : verb.end]):
        return ""
    inside = [i for i in range(verb.start, verb.end) if block.tags[i] == "NOUN"]
    after = range(verb.end, min(verb.end + 3, here.end))
    for i in inside or [*_before_in_clause(verb), *after]:
        if block.words[i] in _STOPS:
            return ""
        if block.tags[i] == "NOUN" and "Definite=Def" in block.features[i] and (act := _act(block.words[i])):
            return act
    return ""


def _before_in_clause(verb: WordsAt) -> Iterator[int]:
    """The tokens before the verb that may be its subject's, the nearest first.

    *Besöket görs på dagen och* **dokumenteras**; another clause's noun isn't the verb's.
    """
    block, is_joined = verb.block, False
    for i in range(verb.start - 1, verb.sentence.start - 1, -1):
        if block.words[i] in _STOPS or (block.tags[i] in _VERBS and not is_joined):
            return
        is_joined = is_joined or block.words[i] == "och"
        yield i


def _act(word: str) -> str:
    """The *undersök* of *undersökningen*, "" for what isn't done but is: *avgiften*."""
    bare = _ENDINGS.sub("", word)
    return _OF_VERB.sub("", bare) if _ACT.search(bare) else ""


def is_attribute(block: AnalysedBlock, av: int, end: int) -> bool:
    """Whether *av* and a doer only tell of what comes after: *enligt* **av nämnden antagna** *regler*."""
    i = av + 1
    while i < end - 1 and (block.tags[i] in _NAMES or block.words[i].endswith("-") or block.words[i] == "och"):
        i += 1
    return i > av + 1 and i < end - 1 and _is_participle(block, i) and block.tags[i + 1] == "NOUN"


def _is_participle(block: AnalysedBlock, i: int) -> bool:
    """*antagna*, *fastställd*"""
    return block.words[i].endswith(("na", "da", "ta", "ad", "dd", "d", "t", "en")) and (
        "VerbForm=Part" in block.features[i] or block.tags[i] == "ADJ"
    )
