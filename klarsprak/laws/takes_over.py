"""Which act took the place of a repealed one, told from the titles of the two.

The sources say which act repealed it.  That act may be about something else: the archives ordinance repealed twelve
ordinances on weeding.  It is the successor where both are of the same kind and about the same thing.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\(\d[^)]*\)")
_WORD = re.compile(r"[a-zåäö]{5,}")
_ONLY_ENDS = re.compile(r"upphäv|införande|ikraftträd|ändring|upphör", re.IGNORECASE)
_KINDS = ("lag", "balk", "förordning", "kungörelse", "stadga", "instruktion")
_SAME_KIND = {"balk": "lag", "kungörelse": "förordning", "stadga": "förordning", "instruktion": "förordning"}
# Words of titles that tell nothing of what the act is about.
_EMPTY = frozenset(
    "vissa särskilda bestämmelser rätten fråga frågor enligt svenska sverige statens statliga statlig "
    "statligt allmän andra allmänna inom offentlig offentliga verksamhet viss instruktion ersättning "
    "bidrag stöd avgifter avgift medel tillämpning lagen förordningen tillkännagivande innehållet "
    "kompletterande europeiska unionens europaparlamentets behandling personuppgifter tillsyn register "
    "föreskrifter statsbidrag handläggning tillfällig tillfälliga".split()
)
_STEM = 6
"""Letters by which two forms of a word are told to be one: *tobaksvaror*, *tobakslag*."""


def takes_over(old_title: str, new_title: str) -> bool:
    """Whether the new act is the old one's successor.

    *Lag om upphandling inom områdena vatten, energi, transporter och posttjänster* → *Lag om upphandling inom
    försörjningssektorerna*, but not *Förordning om kadmium* → *Jaktförordning*
    """
    if any(map(_ONLY_ENDS.search, (old_title, new_title))):
        return False
    if _kind_of(old_title) != _kind_of(new_title):
        return False
    return not _subjects(old_title).isdisjoint(_subjects(new_title))


def _kind_of(title: str) -> str:
    """*lag* or *förordning*, which a title says first; "" for other acts."""
    words = _NUMBER.sub("", title).lower().split()
    for word in words:
        for kind in _KINDS:
            if word.endswith((kind, f"{kind}en")):
                return _SAME_KIND.get(kind, kind)
    return ""


def _subjects(title: str) -> set[str]:
    """What the act is about, as beginnings of words: *tobaks*, *uppha*."""
    bare = re.sub(r"(?:lag|förordning|balk)(?:en)?\b", " ", _NUMBER.sub("", title).lower())
    words = set(_WORD.findall(bare)) - _EMPTY
    return {word[:_STEM] for word in words}
