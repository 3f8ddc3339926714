"""Whose the stop after a short form is: the short form's, the sentence's, or a plain word's."""

from __future__ import annotations

import re
from functools import lru_cache

from klarsprak.language.abbreviations import FINAL, LEADING
from klarsprak.language.everyday.words import shipped_words
from klarsprak.language.inflection.wrapping import CLAUSE_OPENERS, PREPOSITIONS
from klarsprak.language.words_at import WordsAt

_NUMBERS = frozenset("en ett två tre fyra fem sex sju åtta nio tio elva tolv".split())
_PARTS = re.compile(r"[a-zåäö]+(?:\.[a-zåäö]+)+\.")
"""A short form of several words: *t.ex.*, *fr.o.m.*."""
_ENDS_THERE = re.compile(r"\s*(?:$|[A-ZÅÄÖ])")
_AFTER_HEAD = PREPOSITIONS | CLAUSE_OPENERS
"""What follows the head of a long form: *person* **med** *betydande inflytande*."""
_CLOSED = re.compile(r"^[”)]*\s*[.!?:]")
"""What follows a short form whose sentence has a stop of its own: *… m.m.)*, *… m.m.!*."""


def is_plain_word(words: WordsAt, short_form: str) -> bool:
    """Whether the words are no short form but a word before the sentence's stop: *Beslutet står fast.*

    *fast. Berget 1:2* goes on, *etc.* is a short form wherever it stands, and so is *mån.* after a number.
    """
    if not _ends_sentence(words) or _is_counted(words):
        return False
    return _is_also_word(short_form)


def careless_spellings(short_form: str) -> tuple[str, ...]:
    """How else people put the stops and spaces of a short form of several words; what has none is always so spelled.

    What holds no stop at all (*t ex*, *tex*) may be other words, so the rules list it.

    >>> careless_spellings("t.ex."), careless_spellings("fr.o.m."), careless_spellings("enl.")
    (('t. ex.', 't.ex', 't. ex'), ('fr. o. m.', 'fr.o.m', 'fr. o. m'), ())
    """
    if not _PARTS.fullmatch(short_form):
        return ()
    without_last_stop = short_form[:-1]
    spaced = without_last_stop.replace(".", ". ")
    return f"{spaced}.", without_last_stop, spaced


def genitive(long: str) -> str | None:
    """*socialtjänstlagens*; after s, x and z nothing is added.

    None for a noun that more words say something of, which has no genitive that anybody would write: *person med
    betydande inflytande*.  A name has: *Inspektionen för vård och omsorgs*.

    >>> genitive("god man"), genitive("lagen om valfrihetssystem"), genitive("Myndigheten för digital förvaltning")
    ('god mans', None, 'Myndigheten för digital förvaltnings')
    """
    first, *rest = long.split(" ")
    if first.islower() and not _AFTER_HEAD.isdisjoint(rest):
        return None
    return long if long.endswith(("s", "x", "z")) else f"{long}s"


def _is_counted(words: WordsAt) -> bool:
    """Whether a number stands before the words, so that they are a unit: *3 mån.*, *två mån.*."""
    before = words.before[-1:]
    return any(word.isdigit() or word in _NUMBERS for word in before)


def takes_stop(words: WordsAt, short_form: str) -> bool:
    """Whether the short form's stop ended the sentence too, so that the long form needs one: *och så vidare.*

    *m.m.* ends sentences; *t.ex.* never does, whatever follows: *(t.ex. Ekvallas app)*.  Nor does what goes on
    without a capital: *tisd. & torsd. 10–12*.
    """
    if not short_form.endswith(".") or short_form.replace(" ", "") in LEADING:
        return False
    if not _ends_sentence(words):
        return False
    text, (_, end) = words.block.text, words.characters
    return _ENDS_THERE.match(text, end) is not None and not _CLOSED.match(text[end:])


def has_doubtful_stop(text: str, last: int, *, in_label: bool) -> bool:
    """Whether nobody can tell whose the stop is of the short form that ends at ``last``.

    *fr.o.m.Vi* lacks more than a space; in a line that may be a label, *20 tim/mån.*, the stop may be the line's.
    """
    if text[last : last + 1] == "." and text[last + 1 : last + 2].isalpha():
        return True
    return in_label and text[last - 1] == "." and _ENDS_THERE.match(text, last) is not None


def _ends_sentence(words: WordsAt) -> bool:
    """Whether nothing follows the words in their sentence."""
    return words.end == words.sentence.end


@lru_cache(maxsize=8192)  # an archive has words without end
def _is_also_word(short_form: str) -> bool:
    """Whether there is an everyday word that looks like the short form: *fast.*, *bil.*, *art.*.

    The list of everyday words holds the common short forms themselves, which are no other words.

    >>> [_is_also_word(short_form) for short_form in ("fast.", "etc.", "m.m.", "besikt.")]
    [True, False, False, False]
    """
    if not short_form.endswith(".") or short_form in LEADING | FINAL:
        return False
    bare = short_form.removesuffix(".")
    return shipped_words().has(bare)
