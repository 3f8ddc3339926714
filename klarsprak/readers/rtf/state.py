"""What holds at a point of an RTF: it is kept where a group begins and comes back where it ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from klarsprak.readers.rtf.fields import RtfField
    from klarsprak.readers.rtf.reader import RtfReader

Step = Callable[["RtfReader", "int | None"], None]
"""What is done where a control word is met, with its number."""


class Destination(NamedTuple):
    """Where the text of a group goes, and which words mean something there."""

    take: Callable[[RtfReader, str], None]
    words: Mapping[str, Step]


class RtfParagraph(NamedTuple):
    """What a paragraph's own words say of it."""

    style: int = 0
    outline: int | None = None
    """Its place in the outline, from 0; 9 is that of text."""
    is_listed: bool = False
    is_in_table: bool = False
    depth: int = 1
    """In how many tables it lies, if it lies in one."""

    @property
    def tables(self) -> int:
        """In how many tables it lies."""
        is_in_inner = self.depth > 1
        return self.depth if self.is_in_table or is_in_inner else 0


PLAIN_PARAGRAPH = RtfParagraph()


class GroupState:
    """What holds in a group."""

    __slots__ = (
        "at_end", "before", "destination", "field", "is_deleted", "is_hidden", "is_inner", "merge", "paragraph",
        "style",
    )  # fmt: skip

    def __init__(self, destination: Destination) -> None:
        self.destination = destination
        self.before = destination
        """The destination around the one that an *\\upr* leaves out."""
        self.paragraph = PLAIN_PARAGRAPH
        self.style = 0
        """The number of the style of the signs."""
        self.is_hidden = False
        self.is_deleted = False
        self.is_inner = False
        """Whether what comes is said of a row in an inner table."""
        self.field: RtfField | None = None
        """The innermost field."""
        self.merge: RtfField | None = None
        """The merge field whose result comes now."""
        self.at_end: Callable[[RtfReader], None] | None = None
        """What is done where the group ends."""

    @property
    def is_silent(self) -> bool:
        """Whether text isn't shown here, or not any more."""
        return self.is_hidden or self.is_deleted

    def inner(self) -> GroupState:
        """What holds in a group that begins here."""
        state = GroupState(self.destination)
        state.before, state.paragraph, state.style = self.before, self.paragraph, self.style
        state.is_hidden, state.is_deleted, state.is_inner = self.is_hidden, self.is_deleted, self.is_inner
        state.field, state.merge = self.field, self.merge
        return state

    def begin_plain(self) -> None:
        """Text is as it is in no style."""
        self.is_hidden = self.is_deleted = False
        self.style = 0
