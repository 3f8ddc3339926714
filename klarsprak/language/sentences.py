"""Sentence boundaries by rule, the same whatever else is analysed.

A sentence ends at ``. ? ! …`` before something that may start one, at a line break, at a colon that introduces a
whole sentence, and where a heading runs straight into the text after it.
"""

from __future__ import annotations

from itertools import chain, pairwise

from klarsprak.language.sentence_ends import Stop, ends_sentence, may_end
from klarsprak.language.sentence_openers import CLOSERS, TokenTexts, next_word, opening

LONGEST = 300
"""Tokens of a sentence: what goes on longer without an end is a list or a table, and is divided there.

Rules look through the sentence of each word that they find, which would take the square of its length.
"""


def starts(tokens: TokenTexts) -> list[int]:
    """Indices of the tokens that start a sentence, ascending; the first is 0.

    >>> starts(TokenTexts(["Hej", "!", "Du", "får", "svar", "."], [False, True, True, True, False, False]))
    [0, 2]
    """
    return list(chain.from_iterable(range(*each, LONGEST) for each in pairwise([*_ruled(tokens), len(tokens.texts)])))


def _ruled(tokens: TokenTexts) -> list[int]:
    """The same as the rules have it, however long the sentences are."""
    found = [0]
    for i, text in enumerate(tokens.texts):
        is_word = text[-1].isalnum()
        if is_word and not text[0].isupper():
            continue  # most words neither end nor open a sentence: nothing more is asked of them
        start_at = opening if is_word or not may_end(text) else _start_after
        following = start_at(tokens, i, found[-1])
        if found[-1] < following < len(tokens.texts):
            found.append(following)
    return found


def _start_after(tokens: TokenTexts, i: int, start: int) -> int:
    """Index of the token that starts a sentence because the one at ``i`` ends that from ``start``; else ``start``.

    At a line break that is the next word; at a stop it is the one after closing marks: *”Kom hit!”* | *Det sa hon*.
    """
    if "\n" in tokens.texts[i]:
        return next_word(tokens.texts, i + 1)
    following = next_word(tokens.texts, _after_closers(tokens, i + 1))
    if following == len(tokens.texts):
        return start
    stop = Stop(tokens.texts, i, following, start)
    return following if ends_sentence(stop) else start


def _after_closers(tokens: TokenTexts, i: int) -> int:
    """Index of the first token from ``i`` on that is no closing quotation mark or bracket of the sentence before.

    >>> _after_closers(TokenTexts([".", "”", "”"], [False, True, False]), 1)
    2
    """
    while i < len(tokens.texts) and _is_closing(tokens, i):
        i += 1
    return i


def _is_closing(tokens: TokenTexts, i: int) -> bool:
    """Whether the token is a mark or bracket straight after the one before."""
    return tokens.texts[i] in CLOSERS and not tokens.spaced[i - 1]
