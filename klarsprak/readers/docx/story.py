"""A walk over one part's text (body, header, footer, notes) that gives its blocks.

The walk keeps its own stack, so that no nesting of the file can exhaust Python's.  What an element means stands in
the tables of ``elements``: a handler takes the story and the element, and gives the children to go into, or None to
pass it by.  An unknown element is gone into, so that words in a wrapper which nobody has heard of are still read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count
from typing import NamedTuple

from klarsprak.letter import Block, MarkKind, Role
from klarsprak.readers.docx.fields import OpenFields
from klarsprak.readers.docx.grid import OpenCell, OpenTable
from klarsprak.readers.docx.markup import XML_SPACE, Children, Element, W, has
from klarsprak.readers.docx.styles import StyleSheet
from klarsprak.readers.docx.text import WordParagraph, clean

_P, _R = W + "p", W + "r"
_CHANGES = tuple(W + name for name in ("vanish", "specVanish", "del", "moveFrom"))
"""What may hide text, or take a paragraph's end away."""
_OPEN_FIELD = "Ett fält i dokumentet saknar slut. Text efter det kan saknas i granskningen."

EnterHandler = Callable[["Story", Element], Children]
"""What is done where an element begins."""
LeaveHandler = Callable[["Story", Element], None]
"""What is done where an element that was gone into ends."""


class Handlers(NamedTuple):
    """What is done with each element, by its tag."""

    enter: Mapping[object, EnterHandler]
    leave: Mapping[object, LeaveHandler]


class StoryContext:
    """What surrounds the text at a point: a text box starts with a fresh one."""

    def __init__(self, out: list[Block], in_box: bool = False) -> None:
        self.out = out
        self.in_box = in_box
        self.paragraph: WordParagraph | None = None
        self.unfinished: WordParagraph | None = None
        """A paragraph whose mark is deleted or hidden: the next one goes on with it."""
        self.table: OpenTable | None = None
        self.cell: OpenCell | None = None
        self.fields = OpenFields()
        self.hidden = False
        """Whether the current run is hidden."""

    @property
    def is_silent(self) -> bool:
        """Whether what comes now isn't shown.

        It is hidden, or a field's instruction such as *MERGEFIELD Namn*.
        """
        return self.hidden or self.fields.blocked


class Story:
    """The walk over one part.

    ``role`` is the role of everything in the part, None for the body, where it depends on the element; ``tables``
    numbers the tables of the letter.  After ``walk``, ``blocks`` holds what was read, ``references`` the kind and
    identity of the notes that it refers to, ``problems`` what could not be read, in Swedish.

    Runs are numbered over all ``w:r`` that belong to the paragraph, those of tracked deletions too.
    """

    def __init__(
        self, part: str, styles: StyleSheet, tables: count[int], handlers: Handlers, role: Role | None = None
    ) -> None:
        self.blocks: list[Block] = []
        self.references: list[tuple[str, str]] = []
        self.problems: dict[str, None] = {}
        self.part = part
        self.styles = styles
        self.tables = tables
        self.role = role
        self.context = StoryContext(self.blocks)
        self.outer: list[StoryContext] = []
        """Those of the text boxes that are open, and of what is around them."""
        self.prompts: list[object] = []
        """The prompts of the content controls around the one that is open."""
        self.prompt: object = None
        """The content control, waiting to be filled in, whose prompt comes now."""
        self.shown: set[Element] = set()
        """The branches of alternatives that are gone into."""
        self.paragraphs = 0
        """How many ``w:p`` have been met."""
        self.may_hide = False
        self._handlers = handlers

    def walk(self, root: Element) -> None:
        """Read everything under ``root``; more than one element of a part can be read, in document order."""
        self.may_hide = self.styles.hides or has(root, *_CHANGES)
        enter, leave = self._handlers
        path: list[tuple[object, Element, Iterator[Element]]] = [("", root, iter(root))]
        while path:
            for element in path[-1][2]:
                tag: object = element.tag
                children = enter.get(tag, _go_in)(self, element)
                if children is not None:
                    path.append((tag, element, iter(children)))
                    break
            else:
                tag, element, _ = path.pop()
                if tag in leave:
                    leave[tag](self, element)
        self.finish()

    def say(self, text: str, prompt: object = None) -> None:
        """Add text to the paragraph, if it is shown where it stands.

        ``prompt`` is the field whose prompt it is, if any; neighbouring text with the same one is one placeholder.
        """
        context = self.context
        if context.paragraph is None or context.hidden or context.fields.blocked:
            return
        prompt = prompt or self.prompt
        if prompt is not None:
            context.paragraph.add(text, MarkKind.PLACEHOLDER, prompt)
        elif context.fields.merge is not None:
            context.paragraph.add(text, MarkKind.FIELD, context.fields.merge)
        else:
            context.paragraph.add(text)

    def say_text(self, element: Element) -> None:
        """Say what a ``w:t`` shows."""
        text = element.text
        if not text:
            return
        has_outer_space = text[0] <= " " or text[-1] <= " "
        if has_outer_space and not keeps_space(element):
            text = text.strip(" \t\r\n")
        self.say(clean(text))

    def put(self, paragraph: WordParagraph) -> None:
        """Put a paragraph down as a block, and the text boxes that hang on it after it."""
        context = self.context
        cell = context.cell
        block = paragraph.make_block(self.part, self._role_of(paragraph), None if cell is None else cell.cell)
        blocks = paragraph.after if block is None else [block, *paragraph.after]
        context.out += blocks
        if cell is not None and blocks:
            cell.filled = True

    def _role_of(self, paragraph: WordParagraph) -> Role:
        """The role of a paragraph where it stands."""
        if self.role is not None:
            return self.role
        if self.context.in_box:
            return Role.TEXT_BOX
        if self.context.cell is not None:
            return Role.TABLE_CELL
        return self.styles.find_role(paragraph.properties)

    def flush(self) -> None:
        """Put down a paragraph without end, as nothing follows that could go on with it."""
        paragraph = self.context.unfinished
        self.context.unfinished = None
        if paragraph is not None:
            self.put(paragraph)

    def finish(self) -> None:
        """The part, or a text box in it, is over."""
        self.flush()
        if self.context.fields.blocked:
            self.problems[_OPEN_FIELD] = None

    def pass_by(self, element: Element) -> None:
        """Leave an element out, but count its paragraphs and runs.

        Places in the file are told by these numbers, whatever is shown.
        """
        inner = sum(1 for _ in element.iter(_P))
        self.paragraphs += inner
        paragraph = self.context.paragraph
        if paragraph is not None:
            paragraph.run += _count_own_runs(element)


def _go_in(_: Story, element: Element) -> Children:
    """What is done with an element that no table knows."""
    return element


def _count_own_runs(element: Element) -> int:
    """How many runs under an element belong to the paragraph that it stands in, not to one inside it."""
    home = next(element.iterancestors(_P), None)
    own = 0
    for run in element.iter(_R):
        if next(run.iterancestors(_P), None) is home:
            own += 1
    return own


def keeps_space(text: Element) -> bool:
    """Whether white space at the ends of a ``w:t`` counts; Word drops it unless the file says so.

    The element itself says it in nearly all files, or else the nearest one around it that says anything.
    """
    for element in chain((text,), text.iterancestors()):
        space = element.get(XML_SPACE)
        if space is not None:
            return space == "preserve"
    return False
