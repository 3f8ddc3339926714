"""Nouns of doing that prepositions hold together: *beslut om ansökan om bidrag till resor*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from klarsprak.language.grammar.clauses import BEFORE_NOUN, SentenceForms, is_finite
from klarsprak.language.grammar.counting import Measured, greatest

LINKS = frozenset("av om för till i på med mot från över inom".split())
"""Prepositions that join a noun to the one before it; others mostly tell when and where something is done."""
_DOING = re.compile(
    r".+(?:[^aouy]ing|else|.(?:t|s)ion|.ande|.ende)(?:s|en|ens|ar|ars|arna|arnas|er|ers|erna|ernas|n|ns|t|ts|na)?"
    # ansökningen, beslutande, överföringar above; ansökan, begäran here; beslutet, förslag below
    r"|.*(?:ansökan|begäran|anmälan|anhållan|överklagan|samverkan|inverkan|påverkan|medverkan|önskan)s?"
    r"|.*(?:beslut|behov|bidrag|avslag|förslag|uttag|intag|översyn|tillsyn|kontroll|uppdrag|utdrag|anslag|försök"
    r"|köp|krav|val|avtal)(?:et|ets|en|ens|s)?$"
)
"""Nouns that say what somebody does: *prövning*, *ersättande*, *ansökan*, *beslutet*."""
_THINGS = re.compile(
    r".*(?:ärende|boende|beteende|sökande|ordförande|studerande|förhållande|utseende|situation|lösning|förening|ordning"
    r"|avdelning|förvaltning|station|institution|organisation|tidning|region|person|million|byggnad|nämnd|våning|lag"
    r"|ledning|samling|kommission|inspektion|landsting|regering|rättning|befolkning)(?:s|en|ens|ar|ars|arna|arnas|er"
    r"|ers|erna|ernas)?"
)
"""Nouns with such an ending that are no doing: *förening*."""
_MANY_DOING = 3
_SOME_DOING = 2
_MANY_NOUNS = 4
"""So many nouns are too many in a row even if only some of them say what is done."""


def chain(sentence: SentenceForms) -> Measured:
    """The most nouns of doing in such a row, shown from the first of these to the last noun that hangs on them."""
    return greatest(_chains(sentence), sentence)


def _chains(sentence: SentenceForms) -> Iterator[Measured]:
    """Every row, told from the noun that it begins with."""
    end = 0
    # A noun without a preposition after it begins no row.
    beside = enumerate(zip(sentence.tags, sentence.forms[1:], strict=False))
    for i in [i for i, (tag, after) in beside if tag == "NOUN" and after in LINKS]:
        if i >= end and _is_doing(sentence.forms[i]):
            nouns = list(_linked(sentence, i))
            end = nouns[-1] + 1
            doing = sum(_is_doing(sentence.forms[noun]) for noun in nouns)
            if doing >= _MANY_DOING or (doing >= _SOME_DOING and len(nouns) >= _MANY_NOUNS):
                yield len(nouns), nouns[0], end


def _linked(sentence: SentenceForms, noun: int | None) -> Iterator[int]:
    """The noun and those that a preposition each joins to it in turn."""
    while noun is not None:
        yield noun
        noun = _next_noun(sentence, noun + 1)


def _next_noun(sentence: SentenceForms, i: int) -> int | None:
    """The noun after a preposition at ``i``, with what may stand before it: *av* *en ny* **översyn**."""
    forms, tags = sentence.forms, sentence.tags
    if i >= len(forms) or forms[i] not in LINKS or tags[i] != "ADP":
        return None
    link, i = i, i + 1
    while i < len(forms) and _stands_before_noun(sentence, i):
        i += 1
    if i >= len(forms) or tags[i] != "NOUN":
        return None
    is_definite = "Definite=Def" in sentence.features[i]
    is_if = forms[link] == "om" and is_definite and i + 1 < len(forms) and is_finite(sentence, i + 1)
    return None if is_if else i  # *bidrag för åtgärder* **om åtgärderna är** *nödvändiga*


def _stands_before_noun(sentence: SentenceForms, i: int) -> bool:
    """*en*, *ny*, *kommunens*, *ditt*."""
    features = sentence.features[i]
    return sentence.tags[i] in BEFORE_NOUN or "Case=Gen" in features or "Poss=Yes" in features


@lru_cache(maxsize=4096)
def _is_doing(form: str) -> bool:
    """*prövning*, *beslutet*; not *förening*."""
    return _DOING.fullmatch(form) is not None and _THINGS.fullmatch(form) is None
