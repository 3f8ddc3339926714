"""Sentences that begin without a stop before them: after a heading that has run into its text, after a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

QUOTES = frozenset("”“\"'’»«")
CLOSERS = frozenset("”“\"'’»«)]")
_LABEL = 4
"""A colon after fewer tokens than these closes a label (*Handläggare: Petra Holmqvist*), not a sentence."""

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


class TokenTexts(NamedTuple):
    """A text's tokens."""

    texts: list[str]
    spaced: Sequence[bool]
    """Whether a blank follows each."""


def opening(tokens: TokenTexts, i: int, start: int) -> int:
    """Where the sentence starts that the word at ``i`` begins with its capital and no stop before it.

    That is the word itself or the quotation mark before it; ``start``, where the sentence before began, if none does,
    as after most capitals: *Du träffar Petra*.

    >>> words = "Så här överklagar du Om du tycker".split()
    >>> opening(TokenTexts(words, [True] * len(words)), 4, 0)
    4
    """
    if i <= start or not tokens.texts[i][0].isupper():
        return start
    first = _with_quotation_mark(tokens, i)
    if first == start:
        return start
    return first if _opens(tokens, i, first, start) else start


def is_opener(text: str) -> bool:
    """Whether the word is no part of a name, and has a capital because it opens a sentence.

    >>> is_opener("Enligt"), is_opener("Petra"), is_opener("enligt"), is_opener("ENLIGT")
    (True, False, False, False)
    """
    return text.istitle() and text.lower() in _OPENERS


def next_word(texts: list[str], i: int) -> int:
    """Index of the first token from ``i`` on that is no space; their number where there is none.

    >>> next_word(["Hej", ".", " ", "Du"], 2), next_word(["Hej", ".", " "], 2)
    (3, 3)
    """
    while i < len(texts) and texts[i].isspace():
        i += 1
    return i


def _with_quotation_mark(tokens: TokenTexts, i: int) -> int:
    """Index of the opening quotation mark before the token at ``i``, or ``i`` itself.

    A mark that opens has a space before it and none after it.

    >>> tokens = TokenTexts(["sa", ":", "”", "Kom"], [False, True, False, False])
    >>> _with_quotation_mark(tokens, 3), _with_quotation_mark(tokens, 1)
    (2, 1)
    """
    if i < 2 or tokens.texts[i - 1] not in QUOTES:
        return i
    opens = tokens.spaced[i - 2] and not tokens.spaced[i - 1]
    return i - 1 if opens else i


def _opens(tokens: TokenTexts, i: int, first: int, start: int) -> bool:
    """Whether a sentence starts at ``first``, with the word at ``i`` or the quotation mark before it.

    *Så här överklagar du* | *Om du tycker*; *Hon sa: ”Kom hit!”* | *Det var sent*.
    """
    before = tokens.texts[first - 1]
    if before == ":":
        has_quotation_mark = first < i
        return has_quotation_mark or _is_introduced(tokens.texts[i], first - start)
    if not is_opener(tokens.texts[i]):
        return False
    if before in CLOSERS:
        return tokens.spaced[first - 1]
    return _may_close_heading(before)


def _is_introduced(text: str, length: int) -> bool:
    """Whether the word begins a sentence after a colon that so many tokens end with, and no label's value.

    *Nämnden har beslutat följande:* | *Vi avslår ansökan*; not *Beslut: Vi avslår ansökan*.

    >>> _is_introduced("Vi", 5), _is_introduced("Vi", 2)
    (True, False)
    """
    return length > _LABEL and is_opener(text)


def _may_close_heading(text: str) -> bool:
    """Whether a heading that has run into the text after it may end with the word.

    >>> list(filter(_may_close_heading, ["du", "2024", "Petra", "SoL", "KS", "barn-", ","]))
    ['du', '2024', 'SoL']
    """
    is_name = text.istitle() or text.isupper()
    return text[-1].isalnum() and not is_name
