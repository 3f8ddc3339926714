"""A Word document read so that every code point of a block leads back to the element that shows it.

This is for those who write into the document again.  The reading is ``Story``'s, so that the blocks are the same
as those of the letter, one for one.
"""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from klarsprak.letter import Block, Role
from klarsprak.readers.docx.document import Document
from klarsprak.readers.docx.markup import Children, Element, M, W
from klarsprak.readers.docx.prose import keeps_space
from klarsprak.readers.docx.story import Handler, Story
from klarsprak.readers.docx.styles import Styles
from klarsprak.readers.docx.text import Paragraph, clean
from klarsprak.readers.text.composing import origins


class Sign(NamedTuple):
    """Where a code point of a block stands: from ``start`` in the text of ``first`` to ``end`` in that of ``last``.

    The two elements differ only where a letter and its marks stand in two.  ``start`` and ``end`` are None where the
    element as a whole stands for the code point, such as a tab.  White space that the file's own rules drop from the
    ends of an element's text (``shown_text``) isn't counted.
    """

    first: Element
    start: int | None
    last: Element
    end: int | None
    in_field: bool = False


class Trace(NamedTuple):
    """A block, the part that it stands in, and a sign for each of its code points."""

    block: Block
    part: str
    signs: list[Sign]


class TracedDocument(Document):
    """A document; after ``blocks``, ``traces`` holds an entry for each block and ``roots`` the parts' trees."""

    def __init__(self, data: bytes) -> None:
        self._tracers: list[Tracer] = []
        super().__init__(data)
        self.roots: dict[str, Element] = {}
        self.traces: list[Trace] = []

    @property
    def main_part(self) -> str:
        """The name of the part that holds the body."""
        return self._part

    @property
    def body(self) -> Element:
        """The root of that part."""
        return self._root

    def blocks(self) -> list[Block]:
        """The letter's blocks."""
        blocks = super().blocks()
        signs = {key: found for tracer in self._tracers for key, found in tracer.signs.items()}
        parts = {id(block): tracer.part for tracer in self._tracers for block in tracer.blocks}
        self.traces = [Trace(block, parts[id(block)], signs.get(id(block), [])) for block in blocks]
        self.roots = {tracer.part: tracer.root for tracer in self._tracers if tracer.root is not None}
        return blocks

    def _story(self, part: str, role: Role | None) -> Story:
        tracer = Tracer(part, self._styles, self._tables, role)
        self._tracers.append(tracer)
        return tracer


class Tracer(Story):
    """A walk that keeps in mind which elements said what."""

    def __init__(self, part: str, styles: Styles, tables: count[int], role: Role | None = None) -> None:
        super().__init__(part, styles, tables, role)
        self.part = part
        self.root: Element | None = None
        self.signs: dict[int, list[Sign]] = {}
        """The signs of each block, by the block's identity."""
        self._said: dict[Paragraph, list[Sign]] = {}
        self._source: Element | None = None

    def walk(self, root: Element) -> None:
        """Read everything under ``root``."""
        self.root = root.getroottree().getroot()
        super().walk(root)

    def note(self, element: Element) -> None:
        """What is said next comes from this element."""
        self._source = element

    def _text(self, element: Element) -> None:
        self.note(element)
        super()._text(element)

    def _say(self, text: str, prompt: object = None) -> None:
        paragraph = self._context.paragraph
        before = 0 if paragraph is None else paragraph.length
        super()._say(text, prompt)
        if paragraph is not None and paragraph.length > before and self._source is not None:
            signs = _signs(self._source, text, in_field=self._context.fields.is_open)
            self._said.setdefault(paragraph, []).extend(signs)

    def _put(self, paragraph: Paragraph) -> None:
        out = self._context.out
        before = len(out)
        super()._put(paragraph)
        said, raw = self._said.pop(paragraph, []), paragraph.raw
        text = raw.strip()
        if text and len(said) == len(raw):
            skip = raw.index(text)
            self.signs[id(out[before])] = [_joined(said[skip + start : skip + end]) for start, end in origins(text)]


def shown_text(element: Element) -> str:
    """The text of a ``w:t`` without the white space that doesn't count."""
    text = element.text or ""
    return text if keeps_space(element) else text.strip(" \t\r\n")


def _signs(element: Element, text: str, in_field: bool) -> list[Sign]:
    if element.tag not in _TEXTS:
        return [Sign(element, None, element, None, in_field)] * len(text)
    shown = (index for index, sign in enumerate(shown_text(element)) if clean(sign))
    return [Sign(element, index, element, index + 1, in_field) for index in shown]


def _joined(signs: list[Sign]) -> Sign:
    return signs[0]._replace(last=signs[-1].last, end=signs[-1].end)


def _noting(handler: Handler) -> Handler:
    def noted(story: Story, element: Element) -> Children:
        if isinstance(story, Tracer):
            story.note(element)
        return handler(story, element)

    return noted


_TEXTS = (W + "t", M + "t")
_SPEAKING = (*(W + name for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar")), M + "t")
Tracer.handlers = {**Story.handlers, **{tag: _noting(Story.handlers[tag]) for tag in _SPEAKING}}
