"""The keyword that a header of a mail begins with, whatever its writer has noted beside it."""

from __future__ import annotations

import re

_COMMENTS = re.compile(r"(?:\s+|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*", re.DOTALL)
"""Blanks and comments, which say nothing (RFC 5322, section 3.2.2); one may stand within another."""
_KEYWORD = re.compile(r"[^\s;()]*")


def keyword_of(value: str) -> str:
    """*no* of *(by hand) No (really)*, *auto-replied* of *auto-replied; type=vacation*, in small letters.

    Empty for a value that holds none, as RFC 3834, section 5, has them.
    """
    before = _COMMENTS.match(value)
    word = _KEYWORD.match(value, before.end() if before else 0)
    return word[0].lower() if word else ""
