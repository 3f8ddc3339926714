"""What *samma lag*, *nämnda paragraf*, *denna förordning* and *i lagen* can mean."""

from __future__ import annotations

from klarsprak.laws.model import LawPhrase

_LAW_HEADS = ("lag", "förordning", "balk")
_OF_LAW = (*_LAW_HEADS, "kapitel")


def points_to_law(words: str) -> bool:
    """Whether the words mean a law or a chapter, which must have been named: *samma lag*, not *nämnda paragraf*."""
    return words.endswith(_OF_LAW)


def names_chapter(words: str) -> bool:
    """Whether the words mean a chapter, that named last: *samma kapitel*."""
    return words.lower().endswith("kapitel")


def means_own_rule(words: str) -> bool:
    """Whether the words mean what the letter itself has said.

    *denna bestämmelse* does, *nämnda bestämmelse* is the law's.
    """
    return says_this(words) and words.endswith("bestämmelse")


def says_this(words: str) -> bool:
    """Whether the words can mean the text they stand in: *denna förordning*."""
    return words.startswith("denna")


def can_mean(words: str, law: LawPhrase) -> bool:
    """Whether the words can mean the law.

    *samma balk* means *miljöbalken*, but not *skollagen*, and *5 § i förordningen* no
    law called *lag*; *nämnda lagrum* means either, and so does *samma lag* a law that isn't known.
    """
    head = _head_of(words)
    if law.act is None or head is None:
        return True
    noun, _, _ = law.act.name.partition(" ")
    return head in noun


def _head_of(words: str) -> str | None:
    """The word for a law that the words end in, None where they end in another.

    *samma balk* → *balk*, *förordningen* → *förordning*
    """
    for head in _LAW_HEADS:
        if words.endswith((head, f"{head}en")):
            return head
    return None
