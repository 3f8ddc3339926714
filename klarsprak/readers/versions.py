"""A mail's text in several versions, one plain and one in HTML: which of them is read."""

from __future__ import annotations

import re
from collections import Counter
from email.message import Message
from itertools import filterfalse

from klarsprak.letter import ReadError, unread_of
from klarsprak.readers.mail_text import blocks_of_body

_STUB = 0.3
"""A plain version with fewer words than this share of the HTML one only says that there is an HTML one."""
_FEW = 7
"""So many words may one version have by itself, such as what a button or a picture's frame says."""
_ANOTHER = 0.15
"""Share of a version's words that the other lacks, from which on it says something else."""
_WORD = re.compile(r"[^\W\d_]+")


def choose(versions: list[list[Message]], notes: list[str]) -> list[Message]:
    """The bodies of the plain version, unless there is none or it is a stub: *Öppna mejlet i din webbläsare*.

    Else those of the last version, which is the one that its writer saw; both where each says what the other doesn't.
    What can't be read in the HTML version is added to ``notes`` where that one isn't chosen: its reader sees it.
    """
    if not versions:
        return []
    plain = next(filter(_is_plain, versions), None)
    rich = list(filterfalse(_is_plain, versions))
    if plain is None:
        return rich[-1]
    return _of_two(plain, rich[-1], notes) if rich else plain


def _of_two(plain: list[Message], rich: list[Message], notes: list[str]) -> list[Message]:
    """The version to read, or both."""
    told: list[str] = []
    in_plain, in_rich = _words(plain, []), _words(rich, told)
    if in_plain.total() < _STUB * in_rich.total():
        return rich
    if not _says_more(in_rich, in_plain):
        notes += unread_of(told)
        return plain
    return [*plain, *rich] if _says_more(in_plain, in_rich) else rich


def _says_more(one: Counter[str], other: Counter[str]) -> bool:
    """Whether a good part of its words isn't there in the other."""
    own = (one - other).total()
    return own > _FEW and own > _ANOTHER * one.total()


def _is_plain(bodies: list[Message]) -> bool:
    """Whether all of a version is plain text."""
    kinds = {body.get_content_type() for body in bodies}
    return kinds == {"text/plain"}


def _words(bodies: list[Message], notes: list[str]) -> Counter[str]:
    """The words of a version; none if it can't be read.  What is to be told of it is added to ``notes``."""
    words: Counter[str] = Counter()
    try:
        for body in bodies:
            for block in blocks_of_body(body, notes):
                words.update(_WORD.findall(block.text.lower()))
    except ReadError:
        return Counter()
    return words
