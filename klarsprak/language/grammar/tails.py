"""A second thought hung on a sentence that was done: *Bidraget är sökt för sent,* **varför** *ansökan avslås*."""

from __future__ import annotations

from klarsprak.language.grammar.clauses import SentenceForms, is_finite, main_verb
from klarsprak.language.grammar.counting import Measured, count_words, nothing, of_whole
from klarsprak.language.grammar.splices import part

NEW_START = {
    "varför": "därför", "varvid": "då", "varefter": "sedan", "varjämte": "dessutom", "vartill": "till det",
    "varigenom": "genom det", "varpå": "sedan", "varmed": "med det", "varunder": "under tiden",
}  # fmt: skip
"""What the second thought begins with, to say that it follows from the first, and what it begins with by itself."""
TAILS = frozenset(NEW_START)
"""The first of these."""
_ASKING = frozenset(
    "redogör redogöra redogörelse "
    "ange angav anger berätta berättar berättade beskriv beskriva beskriver fråga frågar frågade förklara "
    "förklarar förklarade frågat undrat förklarat skrivit berättat sett vetat utrett visat läst undersökt sagt "
    "talat läs läsa läser motivera motiverar se ser skriv skriva skriver skrev tala talar undra undrar undrade "
    "undersöka utreda utreder veta vet visa visar förstå förstår säga säger framgår framgå "
    "står stod tydligt klart oklart".split()
)
"""Verbs after which *varför* asks for a reason: *Berätta varför du klagar.*"""
_BEFORE_QUESTION = frozenset({"till", "om", "på", "över", "för"})
"""Prepositions before *varför*, with what is asked: *anledningen till varför huset är stängt*."""
_BULLETS = frozenset("•-–*·")


def tail(sentence: SentenceForms) -> Measured:
    """The number of words of a sentence with such a tail; nothing of others, nor of an item that goes on from others.

    *• synobservation görs i boet, varefter …* may be the condition of a sentence that began above the list.
    """
    if sentence.forms[0] in _BULLETS or tail_of(sentence) is None:
        return nothing(sentence)
    return of_whole(count_words(sentence.forms), sentence)


def tail_of(sentence: SentenceForms) -> str | None:
    """The word that such a tail begins with: *varför*; None where the sentence has none."""
    places = range(1, len(sentence.forms) - 1)
    return next((sentence.forms[i] for i in places if sentence.forms[i] in TAILS and _hangs_on(sentence, i)), None)


def _hangs_on(sentence: SentenceForms, i: int) -> bool:
    """Whether a whole sentence stands before the word and another after it.

    *varför* after *berätta* or *undrar* only asks why, and so it does after *skälet till* and alone: *Säg varför,
    så hjälper vi dig.*  Right after a verb in the active it does: *utan att uppge varför*.
    """
    if sentence.forms[i - 1] in _BEFORE_QUESTION or sentence.forms[i + 1] == ",":
        return False
    if sentence.forms[i] == "varför" and _asks(sentence, i - 1):
        return False
    before = part(sentence, 0, i)
    if not _ASKING.isdisjoint(before.forms):
        return False
    after = range(i + 1, len(sentence.forms))
    return main_verb(before) is not None and any(is_finite(sentence, j) or _is_done(sentence, j) for j in after)


def _asks(sentence: SentenceForms, i: int) -> bool:
    """Whether the word is a verb in the active that *varför* may be the object of: *uppge*, *minns inte*."""
    is_verb = sentence.tags[i] == "VERB" and "VerbForm=Part" not in sentence.features[i]
    return is_verb and "Voice=Pass" not in sentence.features[i]


def _is_done(sentence: SentenceForms, i: int) -> bool:
    """*varvid mätning* **skett**: *har* is left out."""
    return "VerbForm=Sup" in sentence.features[i]
