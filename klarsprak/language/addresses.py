"""Addresses of the web and of mail: a word each, whatever signs they hold."""

from __future__ import annotations

import re

from klarsprak.lazy_regex import LazyRegex

_NO_NAME = r"\x00-,./:-@\[-^`{-\xa0"
"""Signs that no host's name holds; underscore and hyphen stand within one, and all others of the world anywhere."""
_ADDRESS = LazyRegex(
    rf"""
    (?:[\w+.-]{{2,}}://|.+@)?
    (?:
      (?:[^{_NO_NAME}_-](?:[^{_NO_NAME}]{{0,62}}[^{_NO_NAME}_-])?\.)++[a-zß-öø-ÿ]{{2,63}}
    | (?!10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)  # nets within a house
      (?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])(?:\.(?:1?\d{{1,2}}|2[0-4]\d|25[0-5])){{2}}
      \.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4])
    )
    (?::\d{{2,5}})?
    (?:[/?\#].*)?
    """,
    flags=re.VERBOSE,
)


def is_address(text: str) -> bool:
    """Whether a text without blanks is an address, with or without its scheme, port and path.

    A host's name holds no emoji, nor other signs from their end of the table.  The last part of it is small letters:
    *slut.Nu* is the end of a sentence.  An address of a net within a house isn't one.

    >>> [text for text in ("https://kommun.example/a,b", "du@kommun.example", "åäö.se?q=(a)b", "slut.Nu", "och/eller")
    ...  if is_address(text)]
    ['https://kommun.example/a,b', 'du@kommun.example', 'åäö.se?q=(a)b']
    """
    if not text.isascii():
        text = "".join(sign if sign <= "\uffff" else " " for sign in text)
    return _ADDRESS.fits(text)
