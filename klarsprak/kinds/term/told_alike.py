"""Whether the sentence after a term's own points back to it and says what the rule's explanation says."""

from __future__ import annotations

import re
from collections.abc import Callable

from klarsprak.language.words_at import WordsAt
from klarsprak.prose.surroundings import Surroundings

_POINTS_BACK = re.compile(
    r"(?:det|detta)\s+(?:betyder|innebär)\s(?!.*\d)"
    r"|(?P<then>då)\s+(?:får|kan|ska|måste|slipper|[a-zåäö]{3,}[ae]r)\s+(?:du|ni|man|vi|den|de|jag|(?-i:[A-ZÅÄÖ])\w+)\s"
    r"|(?P<when>det|en\s+sådan)\s+(?:kan|får)\s+(?:du|ni|man|vi|den)\s+(?:göra|få|begära)\s+(?:om|när)\s"
    r"|(?:vi|man)\s+räknar\s+(?:ut\s+)?(?:det|den)\s+så\s+här\b"
    r"|(?P<named>\w{4,})\s+(?:betyder|innebär)\s",
    re.IGNORECASE,
)
"""How a sentence begins that goes on with what the one before it ended with: *Då får du betala*, *Bestyrkt betyder*.

*Det kan ni göra om pengarna …* tells when it is done, and so what it is for.

*Det innebär att du ska betala 4 000 kronor* tells the outcome this time, not the meaning.
"""
_WORD = re.compile(r"[a-zåäöé]{3,}")
_FIRST_SENTENCE = re.compile(r"(?<=[.!?])\s")
_LONGEST = 300
"""Signs of the next sentence that are looked at."""
_STEM = 4
_LONGEST_STEM = 6
"""By so many letters a word is known again in another form or compound."""
_OF_OUTCOME = re.compile(r"beta|avgi|kost|anvä|bygg").match
"""Stems by which *Då får du betala en avgift* may tell what follows from it just as well."""
_EVERYDAY = frozenset(
    "alla allt andra annan annat antal att av bara behöver beslut betyder bland blir dem den dess dessa det "
    "detta dig din dina ditt där efter egen eller enligt era ert ett finns från får för genom gäller göra görs "
    "han handlar har hela hjälp hon hos hur här innan innebär inom inte istället kallas kan kanske kommer "
    "kommun kommunen kunna lagen lång långt man med mellan men mest måste när någon något några och också ofta "
    "olika person personer sedan sig sin sina själv ska skulle som större säger särskild särskilt så sådan "
    "sådana sådant tiden till under utan vad var vara varje vem vid vilka vill vissa visst över".split()
)
"""What any sentence may say."""


def is_told_alike(words: WordsAt, explanation: Callable[[], str]) -> bool:
    """Whether the next sentence tells what the words mean, though in no form that tells it by itself.

    *… besluta om* **vite**. *Då får du betala en summa pengar* where the explanation is *pengar som … måste betala*.
    It is asked for only where the sentence points back.
    """
    around = Surroundings.of(words, "")
    then = _FIRST_SENTENCE.split(around.then[:_LONGEST], maxsplit=1)[0]
    back = _POINTS_BACK.match(then)
    if back is None:
        return False
    if back["named"] and not _is_of(back["named"].lower(), around.term):
        return False
    said = _content(then[back.end() - 1 :], around.term)
    told = {stem for stem in map(_stem, _content(explanation(), around.term)) if _is_said(stem, said)}
    if back["then"] and all(map(_OF_OUTCOME, told)):
        return False
    return len(told) >= (2 if back["then"] or back["when"] else 1)


def _content(text: str, term: str) -> list[str]:
    """The words that tell something and are none of the term's own."""
    return [word for word in _WORD.findall(text.lower()) if word not in _EVERYDAY and not _is_of(word, term)]


def _is_of(word: str, term: str) -> bool:
    """Whether the word is one of the term's, in whatever form."""
    return any(part.startswith(word[:_STEM]) for part in term.split())


def _stem(word: str) -> str:
    return word[: max(_STEM, min(_LONGEST_STEM, len(word) - 2))]


def _is_said(stem: str, said: list[str]) -> bool:
    """Whether one of the words is the stem's, or a compound with it: *nettolön* says *lön*."""
    return any(word.startswith(stem) or (len(stem) > _STEM and stem in word) for word in said)
