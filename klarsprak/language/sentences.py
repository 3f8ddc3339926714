"""Sentence boundaries by rule, the same whatever else is analysed.

A sentence ends at ``. ? ! …`` before something that may start one, at a line break, at a colon that introduces a
whole sentence, and where a heading runs straight into the text after it.
"""

from __future__ import annotations

import re

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from klarsprak.language.abbreviations import FINAL, WORDS

_STOPS = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "..", "....", "??", "!!!"})
_QUOTES = frozenset("”“\"'’»«")
_NUMBER = re.compile(r"\d|[IVXLC]{2,}$|[A-H]$")
_MAY_END = re.compile(r"(?:[A-ZÅÄÖ]|st|tr)\.$")
"""Initials and the like (*A. Berg*, *3 st. stolar*): they end a sentence only where no name can follow."""
_LETTERED = tuple(
    "alternativ alternativet avdelning avsnitt bilaga block brygga byggnad del entré grupp hall hus huset kaj "
    "kategori klass kvarter linje nivå pir port rum sal trapp uppgång zon".split()
)
"""What is told apart by letters."""
_LABEL = 4
"""A colon after fewer tokens than these closes a label (*Handläggare: Petra Holmqvist*), not a sentence."""
_CLOSERS = frozenset("”“\"'’»«)]")

_OPENERS = frozenset(
    """aldrig alla allt alltid annan annars annat ansök att av bara behöver beror berätta besök betala bland blir
    boka både bör de dels den denna deras dess dessa dessförinnan dessutom det detta dock drygt där därefter
    därför därmed därtill då efter eftersom eller emellertid en endast enligt enär ett fem fick finns flera
    fortfarande framför från fyll fyller fyra få får för före förr förutom genom gäller gör hade har hela hennes
    hittills hos hur huruvida här högst hör ibland ifall igen inför ingen inget inklusive innan inom inte ja jag
    kan kanske kontakta kunde kvar lika liksom lägg lämna läs låt man med medan mejla mellan men mer mest mindre
    minst mot många måste naturligtvis nej nu numera nyligen när nästan någon något några och ofta olika om
    omkring på redan resp respektive ring samma samt samtidigt samtliga se sedan sex sju ska skall skicka skriv
    skulle slutligen som somliga spara särskilda så sådan sådana sådant således såsom såväl ta tack tidigare till
    tills titta totalt tre trots två tänk under ungefär ur utan utom vad var varför varje varken vart vem vi vid
    vidare vilja vilka vilken vilket vill vissa visserligen visst väl välj vår våra vårt ändå är även åt
    åtskilliga åtta övriga""".split()
)
"""Words that are no part of a name: with a capital letter they start a sentence, stop or no stop before them."""


def _starts_sentence(text: str) -> bool:
    """Whether a sentence may start with that token; a small letter or a comma goes on with the one before."""
    return not text[0].islower() and text[0] not in ",;:)]"


def _is_list_number(token: Token, start: int) -> bool:
    """Whether the stop at ``token`` closes the number that the line began with: *1. Skicka in ansökan.*"""
    return token.i == start + 1 and (token.nbor(-1).is_digit or len(token.nbor(-1)) == 1)


def _next_word(doc: Doc, i: int) -> int:
    """Index of the first token from ``i`` on that is no closing quotation mark or bracket of the sentence before."""
    while i < len(doc) and doc[i].text in _CLOSERS and not doc[i - 1].whitespace_:
        i += 1
    return i


def _no_name_follows(token: Token) -> bool:
    """Whether ``token`` is a thing's letter (*Storgatan 5 B.*, *brygga C.*) or before a word that is no name."""
    before = token.nbor(-1)
    is_letter = len(token) == 2 and (before.is_digit or before.lower_.endswith(_LETTERED))
    return is_letter or _is_opener(token.doc, _after_space(token.doc, token.i + 1))


def _ends_at(token: Token, following: str, start: int) -> bool:
    """Whether the stop or abbreviation ``token`` ends its sentence, ``following`` being the text of the next word."""
    if not _starts_sentence(following):
        return False
    if _MAY_END.match(token.text):
        return token.i > start and _no_name_follows(token)
    if token.text not in _STOPS:
        return token.lower_ in FINAL and not following[0].isdigit()
    if token.text != ".":
        return True
    if _is_list_number(token, start):
        return False
    return not (token.i > start and _NUMBER.match(following) and token.nbor(-1).lower_ in WORDS)


def _opening(doc: Doc, i: int, start: int) -> int | None:
    """Where the sentence starts that the capitalised word at ``i`` begins without a stop before it, if it does.

    That is the word itself or the quotation mark before it.
    """
    first = _with_quotation_mark(doc, i)
    if first <= start:
        return None
    before = doc[first - 1]
    if before.text == ":" and first < i:
        return first
    if not _is_opener(doc, i):
        return None
    if before.text == ":":
        return first if first - start > _LABEL else None
    if before.text in _CLOSERS:
        return first if before.whitespace_ else None
    return first if before.text[-1].isalnum() and not before.is_title and not before.is_upper else None


def _is_opener(doc: Doc, i: int) -> bool:
    text = doc[i].text
    if not text.istitle() or text.lower() not in _OPENERS:
        return False
    return text != "I" or (i + 1 < len(doc) and doc[i + 1].text.islower())


def _with_quotation_mark(doc: Doc, i: int) -> int:
    """Index of the opening quotation mark before the token at ``i``, or ``i`` itself."""
    is_mark = i > 1 and doc[i - 1].text in _QUOTES and not doc[i - 1].whitespace_ and doc[i - 2].whitespace_
    return i - 1 if is_mark else i


def _start_after(doc: Doc, token: Token, start: int) -> int | None:
    """Index of the token that starts a new sentence because ``token`` ends one that began at ``start``."""
    if "\n" in token.text:
        return _after_space(doc, token.i + 1)
    following = _after_space(doc, _next_word(doc, token.i + 1))
    if following < len(doc) and _ends_at(token, doc[following].text, start):
        return following
    return None


def _after_space(doc: Doc, i: int) -> int:
    while i < len(doc) and doc[i].is_space:
        i += 1
    return i


def starts(doc: Doc) -> list[int]:
    """Indices of the tokens that start a sentence, ascending; the first is 0."""
    found = [0]
    for token in doc:
        text = token.text
        following: int | None = None
        if text in _STOPS or "\n" in text or (text[-1] == "." and (token.lower_ in FINAL or _MAY_END.match(text))):
            following = _start_after(doc, token, found[-1])
        elif text[0].isupper() and token.i > found[-1]:
            following = _opening(doc, token.i, found[-1])
        if following is not None and found[-1] < following < len(doc):
            found.append(following)
    return found


@Language.component("swedish_sentences", assigns=["token.is_sent_start"])
def set_sentences(doc: Doc) -> Doc:
    """Mark where each sentence of ``doc`` starts; every other token is marked as inside of one."""
    marks = numpy.full(len(doc), -1, "int64")  # -1: inside of a sentence
    if len(doc):
        marks[starts(doc)] = 1
    doc.from_array([SENT_START], marks.view("uint64"))  # type: ignore[arg-type]
    return doc
