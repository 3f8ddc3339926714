"""A Word document read so that every code point of a block leads back to the element that shows it.

This is for those who write into the document again.  The reading is ``Story``'s, so that the blocks are the same
as those of the letter, one for one.
"""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from klarsprak.letter import Block, Role
from klarsprak.readers.docx.document import WordDocument
from klarsprak.readers.docx.elements import HANDLERS
from klarsprak.readers.docx.fields import OpenFields
from klarsprak.readers.docx.markup import Children, Element, M, W
from klarsprak.readers.docx.story import EnterHandler, Handlers, Story, keeps_space
from klarsprak.readers.docx.styles import StyleSheet
from klarsprak.readers.docx.text import WordParagraph, clean
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
    is_refilled: bool = False
    """Whether Word fills the field again by itself; in an old form's text field stand the writer's own words."""


class Trace(NamedTuple):
    """A block, the part that it stands in, and a sign for each of its code points."""

    block: Block
    part: str
    signs: list[Sign]


class TracedDocument(WordDocument):
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

    def blocks(self) -> list[Block]:
        """The letter's blocks."""
        blocks = super().blocks()
        parts: dict[int, str] = {}
        signs: dict[int, list[Sign]] = {}
        for tracer in self._tracers:
            signs.update(tracer.signs)
            parts.update((id(block), tracer.part) for block in tracer.blocks)
            if tracer.root is not None:
                self.roots[tracer.part] = tracer.root
        self.traces = [Trace(block, parts[id(block)], signs.get(id(block), [])) for block in blocks]
        return blocks

    def _open_story(self, part: str, role: Role | None) -> Story:
        """A walk that keeps in mind where everything stood."""
        tracer = Tracer(part, self._styles, self._tables, role)
        self._tracers.append(tracer)
        return tracer


class Tracer(Story):
    """A walk that keeps in mind which elements said what."""

    def __init__(self, part: str, styles: StyleSheet, tables: count[int], role: Role | None = None) -> None:
        super().__init__(part, styles, tables, _NOTING, role)
        self.root: Element | None = None
        self.signs: dict[int, list[Sign]] = {}
        """The signs of each block, by the block's identity."""
        self._said: dict[WordParagraph, list[Sign]] = {}
        self._source: Element | None = None

    def walk(self, root: Element) -> None:
        """Read everything under ``root``."""
        self.root = root.getroottree().getroot()
        super().walk(root)

    def note(self, element: Element) -> None:
        """What is said next comes from this element."""
        self._source = element

    def say_text(self, element: Element) -> None:
        """Say what a ``w:t`` shows, which a run may ask for by itself."""
        self.note(element)
        super().say_text(element)

    def say(self, text: str, prompt: object = None) -> None:
        """Add text to the paragraph, and keep in mind where it came from if it was shown."""
        paragraph = self.context.paragraph
        before = 0 if paragraph is None else paragraph.length
        super().say(text, prompt)
        if paragraph is None or paragraph.length == before or self._source is None:
            return
        signs = _make_signs(self._source, text, self.context.fields)
        self._said.setdefault(paragraph, []).extend(signs)

    def put(self, paragraph: WordParagraph) -> None:
        """Put a paragraph down, and keep the signs of its block; some text may have come from no element."""
        out = self.context.out
        before = len(out)
        super().put(paragraph)
        said = self._said.pop(paragraph, [])
        raw = paragraph.raw
        text = raw.strip()
        if not text or len(said) != len(raw):
            return
        shown = said[raw.index(text) :]
        block = out[before]
        self.signs[id(block)] = [_join(shown[start:end]) for start, end in origins(text)]


def shown_text(element: Element) -> str:
    """The text of a ``w:t`` without the white space that doesn't count.

    That is the text in which a ``Sign`` counts.
    """
    text = element.text or ""
    if keeps_space(element):
        return text
    return text.strip(" \t\r\n")


def _make_signs(element: Element, text: str, fields: OpenFields) -> list[Sign]:
    """A sign for each code point that an element says; ``text`` is what is shown of it."""
    whole = Sign(element, None, element, None, fields.is_open, fields.is_refilled)
    if element.tag not in _TEXTS:
        return [whole] * len(text)
    signs: list[Sign] = []
    for index, character in enumerate(shown_text(element)):
        if clean(character):  # what is invisible is not in the block
            signs.append(whole._replace(start=index, end=index + 1))
    return signs


def _join(signs: list[Sign]) -> Sign:
    """The sign of a code point that was composed of several: *a* and U+030A are *å*."""
    last = signs[-1]
    return signs[0]._replace(last=last.last, end=last.end)


def _noting(handler: EnterHandler) -> EnterHandler:
    """The handler, which keeps the element in mind first where a tracer walks."""

    def noted(story: Story, element: Element) -> Children:
        if isinstance(story, Tracer):
            story.note(element)
        return handler(story, element)

    return noted


_TEXTS = (W + "t", M + "t")
_SPEAKING = (*(W + name for name in ("t", "tab", "ptab", "br", "cr", "noBreakHyphen", "sym", "fldChar")), M + "t")
"""The elements that say something by themselves."""
_NOTING = Handlers({**HANDLERS.enter, **{tag: _noting(HANDLERS.enter[tag]) for tag in _SPEAKING}}, HANDLERS.leave)
