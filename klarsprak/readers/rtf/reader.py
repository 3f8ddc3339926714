"""A walk over an RTF's events that gives the letter's blocks; what each word does stands in tables (``words``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import NamedTuple

from klarsprak.letter import Block, MarkKind, Role
from klarsprak.readers.rtf.events import RtfEvent, RtfKind
from klarsprak.readers.rtf.fields import RtfField
from klarsprak.readers.rtf.flow import Flow
from klarsprak.readers.rtf.margins import Margins
from klarsprak.readers.rtf.pictures import RtfPictures
from klarsprak.readers.rtf.properties import PLAIN_PARAGRAPH
from klarsprak.readers.rtf.styles import RtfStyles

Step = Callable[["RtfReader", "int | None"], None]
"""What is done where a control word is met, with its number."""


class Destination(NamedTuple):
    """Where the text of a group goes, and which words mean something there."""

    take: Callable[[RtfReader, str], None]
    words: Mapping[str, Step]


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


class RtfReader:
    """The walk; ``body`` is where text goes that stands in no special group, ``nowhere`` where nothing is read."""

    def __init__(self, body: Destination, nowhere: Destination) -> None:
        self.body = body
        self.nowhere = nowhere
        self.state = GroupState(nowhere)
        self.styles = RtfStyles()
        self.margins = Margins()
        self.pictures = RtfPictures()
        self.problems: dict[str, None] = {}
        self.footnotes: list[Block] = []
        self.endnotes: list[Block] = []
        self.tables = count()
        self.main = Flow(self.styles, self.tables, [])
        self.flow = self.main
        """The text that goes on: the body's, or that of a header, a note or a text box."""
        self.flows: list[Flow] = []
        self.property = ""
        """The name of the property of a drawing that is read now."""
        self.end: int | None = None
        """Where in the file the outermost group has ended."""
        self._around: list[GroupState] = []
        self._may_skip = False

    def walk(self, events: Iterable[RtfEvent]) -> None:
        """Read what stands in the file up to the end of its outermost group."""
        for event in events:
            kind = event.kind
            if kind is RtfKind.TEXT:
                self.state.destination.take(self, event.text)
            elif kind is RtfKind.WORD:
                self._obey(event.text, event.number)
            elif kind is RtfKind.OPEN:
                self._open()
            elif kind is RtfKind.CLOSE and self._around and self._close(event):
                break
            self._may_skip = kind is RtfKind.MAY_SKIP
        self._finish()

    def _obey(self, word: str, number: int | None) -> None:
        """Do what a word says; a group that may be left out and that nobody knows is left out."""
        step = self.state.destination.words.get(word)
        if step is not None:
            step(self, number)
        elif self._may_skip:
            self.state.destination = self.nowhere

    def _open(self) -> None:
        """A group begins; what stands before the outermost one is no text."""
        self._around.append(self.state)
        self.state = self.state.inner()
        if len(self._around) == 1:
            self.state.destination = self.body

    def _close(self, event: RtfEvent) -> bool:
        """A group ends; whether it was the outermost one."""
        self._end_group()
        if self._around:
            return False
        self.end = event.end
        return True

    def _end_group(self) -> None:
        """What holds around the group holds again."""
        if self.state.at_end is not None:
            self.state.at_end(self)
        self.state = self._around.pop()

    def claim(self, at_end: Callable[[RtfReader], None]) -> bool:
        """Have something done where the group ends; False where something else is to be done already."""
        if self.state.at_end is not None:
            return False
        self.state.at_end = at_end
        return True

    @property
    def around(self) -> GroupState:
        """What holds around the group."""
        return self._around[-1] if self._around else self.state

    def _finish(self) -> None:
        """The file is over, be it in the midst of its groups."""
        while self._around:
            self._end_group()
        self.main.finish()
        self.margins.end_section()

    @property
    def is_cut_off(self) -> bool:
        """Whether the outermost group had no end."""
        return self.end is None

    def say(self, text: str) -> None:
        """Add text as it is shown to the paragraph, unless it is hidden where it stands."""
        state = self.state
        if state.is_silent:
            return
        is_number = state.field is not None and state.field.is_number_of_page
        self.flow.words.append("" if is_number else text)
        if self.styles.is_prompt(state.style):
            self.flow.say(text, state.paragraph, MarkKind.PLACEHOLDER, self.styles)
        elif state.merge is not None:
            self.flow.say(text, state.paragraph, MarkKind.FIELD, state.merge)
        else:
            self.flow.say(text, state.paragraph)

    def enter_flow(self, role: Role | None, out: list[Block], in_box: bool = False) -> None:
        """Go into a text of its own: a header, a note, a text box."""
        self.flows.append(self.flow)
        self.flow = Flow(self.styles, self.tables, out, role, in_box)
        self.state.destination = self.body
        self.state.paragraph = PLAIN_PARAGRAPH
        self.state.begin_plain()
        self.state.is_inner = False
        self.state.field = self.state.merge = None

    def leave_flow(self) -> None:
        """Its end."""
        self.flow.finish()
        self.flow = self.flows.pop()

    @property
    def is_in_body(self) -> bool:
        """Whether what comes stands in the body, or in a text box there."""
        return self.flow.role is None

    def blocks(self) -> list[Block]:
        """Headers, then the body, then footers, footnotes and endnotes; tables are counted in that order."""
        headers, footers = self.margins.shown(Role.HEADER), self.margins.shown(Role.FOOTER)
        blocks = [*headers, *self.main.out, *footers, *self.footnotes, *self.endnotes]
        _count_tables([headers, self.main.out, footers, self.footnotes, self.endnotes])
        return blocks


def _count_tables(parts: Iterable[list[Block]]) -> None:
    """Number the tables anew, in the order of the parts: a footer stands before the body in the file."""
    numbers = count()
    for part in parts:
        found = sorted({block.cell.table for block in part if block.cell is not None})
        order = dict(zip(found, numbers, strict=False))
        for block in part:
            if block.cell is not None:
                block.cell = block.cell._replace(table=order[block.cell.table])
