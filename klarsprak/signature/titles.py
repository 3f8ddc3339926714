"""Titles: *bygglovshandläggare*, *enhetschef för bygglov*."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice, takewhile
from typing import NamedTuple

from klarsprak.signature.decisions import Trait, any_holds
from klarsprak.signature.memory import once_a_letter
from klarsprak.signature.spans import Span
from klarsprak.signature.units import is_unit_word
from klarsprak.signature.words import is_title_word, words

_TOKEN = re.compile(r"\S+")
_AGENT = re.compile(r"(?:are|ör|ist|ent|ant|log|iker|sköterska|man|nom|tekt|fys)$")
"""The end of a word for somebody who does something: *badmästare*, *tandläkare*, *arborist*."""
_MODIFIER_ENDS = ("isk", "iskt", "iska", "ig", "igt", "ande", "ad", "al", "ell", "iv", "-")
"""How words end that may stand before a title's noun: *administrativ*, *teknisk*, *biträdande*."""
_CUT = re.compile(r"[A-ZÅÄÖa-zåäö][a-zåäö]{1,5}\.")
"""A word cut short before a title's noun: *adm. assistent*, *soc. sekreterare*."""
_NO_TITLE_MARKS = re.compile(r"[\d.:!?@]")
_WRITERS_SIGN = re.compile(r"(?<=[a-zåäö])/[A-ZÅÄÖ]{2,3}$")
"""*Handläggare/CS*: the initials of the one who wrote it."""
_PLACE_PREPOSITIONS = {"i", "på", "av", "till"}
"""They lead to where somebody works, and don't join two words before a title."""
_DEFINITE_ENDS = ("en", "n")
"""*chefen*, *rektorn*, *sköterskan*."""
_WHERE = re.compile(
    r"(?:på|vid|i|inom|hos|för|med|åk|årskurs) [^.!?:]*[\wåäö)]$"
    r"|[A-ZÅÄÖ][\w-]+s (?:och|&|samt) [A-ZÅÄÖ][\w-]+s [a-zåäö]+or$"
)
"""What tells where somebody works, or with what: *på Myrstacken och Granen*, *Björkens och Granens förskolor*."""
# *har*, *läser*: where somebody works is told without them
_VERB = re.compile(
    r"\b(?:är|har|hade|ska|kan|får|fick|vill|läser|svarar|arbetar|vet|kommer|hör|tar|ger|ringer|skriver|hjälper|visar|beslutar|beslutade|som|att)\b"
)
_WORKPLACE = re.compile(
    r" (?:på|vid|hos) (?P<unit>(?:[a-zåäö]{4,}(?:en|et|an) )?(?:[A-ZÅÄÖ]|[a-zåäö-]+ och [a-zåäö]+(?:en|et|an)$).*)$"
    r"| (?P<kind>(?:särskilt boende|[a-zåäö]*(?:skolan|boendet|gården|hemmet|huset|tjänsten|centralen)) [A-ZÅÄÖ].*)$"
    r"| för (?P<definite>[A-ZÅÄÖ]\w{2,}(?:en|et|an|s)(?= |$).*)$"
)
_PLURAL_ENDS = ("er", "or", "ar")
"""*rektorer*, *sköterskor*, *vaktmästare* being the same for one and for several."""
_LONGEST_WHERE = 9
_WHOSE = {"kommunen", "regionen", "staden", "styrelsen", "föreningen", "bolaget"}
_LONGEST_LEAD = 6
_LONGEST_PHRASE = 5
_LONGEST_UNUSUAL_TITLE = 4
_LONGEST_SHORT_FORM = 4
"""Signs; all other lengths are words."""


class TitleAndRest(NamedTuple):
    """A title and what follows it, which may be nothing."""

    title: Span
    rest: Span


def title_in(span: Span) -> TitleAndRest | None:
    """The title that the span begins with, and what stands behind it; None where there is no title.

    What belongs to the title stays with it: *enhetschef för bygglov*, *mark- och exploateringsassistent*.
    """
    texts = span.text.split()
    head = _head(texts)
    if head is None:
        return None
    last = next(islice(_TOKEN.finditer(span.text), _end(texts, head), None))
    end = last.end()
    title = span.cut(0, end)
    marks = " ,:." if "(" in title.text else " ,:.)"
    return TitleAndRest(title.rstrip(marks), span.cut(end))


def is_definite_title(text: str) -> bool:
    """Whether it is one word for the one who has the title: *Skolsköterskan*, *Rektorn*, but no *Hamnen*."""
    low = text.lower()
    if not text.istitle() or low in words("title-no"):
        return False
    return any(low.endswith(end) and is_title_word(low.removesuffix(end)) for end in _DEFINITE_ENDS)


def is_title_of_several(text: str) -> bool:
    """Whether it is one word for two or more who have the title: *Rektorer*, *sjuksköterskor*, but no *Skolor*."""
    low = text.lower()
    stem = low[:-2]
    return low.endswith(_PLURAL_ENDS) and (is_title_word(stem) or is_title_word(f"{stem}a"))


def looks_like_title(text: str) -> bool:
    """Whether a short line below a name may be a title that no list knows: it names somebody who does something.

    *Arborist*, *Badmästare i simhallen*, but not *Kommunen har svarat* and not *Enhet 2*.
    """
    tokens = text.lower().split()
    if not 1 <= len(tokens) <= _LONGEST_UNUSUAL_TITLE:
        return False
    if _NO_TITLE_MARKS.search(text) or not words("title-no").isdisjoint(tokens):
        return False
    return any(_AGENT.search(token.strip("(),")) for token in tokens)


def tells_where(text: str) -> bool:
    """Whether what follows a title tells where somebody works, or with what, and is no sentence.

    *på Myrstacken och Granen* behind *Rektor*, but not *på skolan har läst ditt brev*.
    """
    folded = " ".join(text.split())
    is_short = len(folded.split()) <= _LONGEST_WHERE
    return is_short and _WHERE.match(folded) is not None and not holds_verb(folded)


def holds_verb(text: str) -> bool:
    """Whether the words make a sentence and no title: *Rektor på skolan vet mer om detta*."""
    return _VERB.search(text) is not None


def workplace_in(title: str) -> tuple[int, int] | None:
    """Where in a title the place stands that somebody works at: *Myrstacken* in *Rektor på Myrstacken*."""
    match = _WORKPLACE.search(title)
    return match.span(match.lastgroup or 0) if match else None


def _head(texts: list[str]) -> int | None:
    """The index of the last word of the title's core, or None.

    *socialsekreterare* in *1:e socialsekreterare*, *chef* in *drift- och underhållschef*.
    """
    for index, text in enumerate(texts[:_LONGEST_LEAD]):
        if _is_core(text):
            return index
        if not _may_lead(text):
            break
    return _phrase_head(texts)


@once_a_letter
def _may_lead(text: str) -> bool:
    """Whether the word may stand before a title's noun."""
    return any_holds(LEADS, text)


@once_a_letter
def _is_core(text: str) -> bool:
    """Whether it is a title's noun, with the marks around it: *rektor*, *(ordf.)*, *psykolog/leg.*

    The full stop may be the noun's or the sentence's.
    """
    word = _bare(_WRITERS_SIGN.sub("", text) if "/" in text else text)
    first = word.partition("/")[0]
    return any(map(is_title_word, {word.rstrip("."), word, first}))


def _end(texts: list[str], head: int) -> int:
    """The index of the title's last word.

    *bygglov* in *enhetschef för bygglov på Tekniska kontoret*: a preposition that leads on to something else isn't
    the title's, and behind one in capitals, *STADSARKITEKT*, so may be the name: *YLVA SAND*.
    """
    goes_on = str.islower if texts[head].isupper() else _goes_on
    rest = list(takewhile(goes_on, texts[head + 1 :]))
    while rest and rest[-1].lower() in words("title-joiner"):
        rest.pop()
    return head + len(rest)


def _goes_on(text: str) -> bool:
    """Whether a title goes on with the word: *för*, *&*, *LSS*.

    A capital begins something else: *enhetschef Bygglovsenheten*.
    """
    return text[0].islower() or text == "&" or _is_short_form(text)


def _phrase_head(texts: list[str]) -> int | None:
    """The end of a title of several words that stands in the list, the longest there is.

    *tekniskt ansvarig*, neither of whose words is a title.
    """
    if not texts or texts[0].lower() not in _first_of_phrases():
        return None
    low = [text.lower() for text in texts[:_LONGEST_PHRASE]]
    for size in range(len(low), 1, -1):
        if " ".join(low[:size]) in words("title"):
            return size - 1
    return None


@cache
def _first_of_phrases() -> frozenset[str]:
    """The words that the titles of several words in the list begin with."""
    return frozenset(title.partition(" ")[0] for title in words("title") if " " in title)


def _bare(text: str) -> str:
    """The word in lower case without marks around it."""
    return text.lower().strip("(),:")


def _is_short_form(text: str) -> bool:
    """Whether it is written as *IT*, *LSS*."""
    return text.isupper() and len(text) <= _LONGEST_SHORT_FORM


def _is_units_genitive(text: str) -> bool:
    """Whether it says whose: *kommunstyrelsens ordförande*, *Kommunens dataskyddsombud*.

    Of other genitives nobody knows whether a title follows: *dagens*, *Annas*.
    """
    word = _bare(text)
    whose = word[:-1]
    return word.endswith("s") and (is_unit_word(whose) or whose in _WHOSE or whose in words("unit-alone"))


def _is_listed_lead(text: str) -> bool:
    """Whether it is a word that stands before titles, be it cut short: *tf*, *bitr.*"""
    word = _bare(text)
    return word in words("title-before") or word.rstrip(".") in words("title-before")


def _joins(text: str) -> bool:
    """Whether it joins two words before the title's noun: *drift- och underhållschef*.

    *i*, *på* don't: what stands before them is no title's beginning.
    """
    word = _bare(text)
    return word in words("title-joiner") and word not in _PLACE_PREPOSITIONS


LEADS: tuple[Trait[str], ...] = (
    Trait("listed", _is_listed_lead, "tf"),
    Trait("genitive of a unit", _is_units_genitive, "kommunstyrelsens"),
    Trait("joiner", _joins, "och"),
    Trait("modifier", lambda text: _bare(text).endswith(_MODIFIER_ENDS), "administrativ"),
    Trait("short form", _is_short_form, "IT"),
    Trait("cut word", _CUT.fullmatch, "adm."),
)
"""What may stand before a title's noun."""
