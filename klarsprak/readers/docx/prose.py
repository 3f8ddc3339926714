"""The running text of a part: runs, paragraphs, fields, content controls."""

from __future__ import annotations

from itertools import count

from klarsprak.letter import Block, MarkKind, Role
from klarsprak.readers.docx.fields import Field, Fields
from klarsprak.readers.docx.markup import XML_SPACE, Children, Element, W, child, first, is_on
from klarsprak.readers.docx.structure import OpenCell, OpenTable, has_no_end
from klarsprak.readers.docx.styles import Styles
from klarsprak.readers.docx.symbols import symbol
from klarsprak.readers.docx.text import Paragraph, clean

_PROPERTIES_OF_RUN, _PROPERTIES_OF_PARAGRAPH, _TEXT = W + "rPr", W + "pPr", W + "t"
_OPEN_FIELD = "Ett fält i dokumentet saknar slut. Text efter det kan saknas i granskningen."


class Context:
    """What surrounds the text at a point: a text box starts with a fresh one."""

    def __init__(self, out: list[Block], in_box: bool = False) -> None:
        self.out = out
        self.in_box = in_box
        self.paragraph: Paragraph | None = None
        self.unfinished: Paragraph | None = None
        """A paragraph whose mark is deleted or hidden: the next one goes on with it."""
        self.table: OpenTable | None = None
        self.cell: OpenCell | None = None
        self.fields = Fields()
        self.hidden = False
        """Whether the current run is hidden."""


class Prose:
    """Takes the elements of running text, in document order, and puts down the blocks that they make."""

    def __init__(self, part: str, styles: Styles, tables: count[int], role: Role | None = None) -> None:
        self.blocks: list[Block] = []
        self.references: list[tuple[str, str]] = []
        self.problems: dict[str, None] = {}
        self._part = part
        self._styles = styles
        self._tables = tables
        self._role = role
        self._context = Context(self.blocks)
        self._prompts: list[object] = []
        self._prompt: object = None
        """The content control, waiting to be filled in, whose prompt comes now."""
        self._paragraphs = 0
        self._may_hide = False

    def _say(self, text: str, prompt: object = None) -> None:
        """Add text to the paragraph, if it is shown where it stands."""
        context = self._context
        if context.paragraph is None or context.hidden or context.fields.blocked:
            return
        prompt = prompt or self._prompt
        if prompt is not None:
            context.paragraph.add(text, MarkKind.PLACEHOLDER, prompt)
        elif context.fields.merge is not None:
            context.paragraph.add(text, MarkKind.FIELD, context.fields.merge)
        else:
            context.paragraph.add(text)

    def _text(self, element: Element) -> None:
        text = element.text
        if not text:
            return
        if (text[0] <= " " or text[-1] <= " ") and not keeps_space(element):
            text = text.strip(" \t\r\n")
        self._say(clean(text))

    def _tab(self, _: Element) -> None:
        self._say("\t")

    def _line_break(self, _: Element) -> None:
        self._say("\n")

    def _hyphen(self, _: Element) -> None:
        self._say("-")

    def _symbol(self, element: Element) -> None:
        self._say(symbol(element))

    def _reference(self, element: Element) -> None:
        context = self._context
        if not context.hidden and not context.fields.blocked:
            kind = str(element.tag).removeprefix(W).removesuffix("Reference")
            self.references.append((kind, element.get(W + "id", "")))

    # Runs and paragraphs

    def _run(self, element: Element) -> Children:
        context = self._context
        paragraph = context.paragraph
        if paragraph is not None:
            paragraph.run += 1
        if self._may_hide:
            properties = None if paragraph is None else paragraph.properties
            context.hidden = self._styles.hidden(first(element, _PROPERTIES_OF_RUN), properties)
        size = len(element)
        if size == 1 or (size == 2 and element[0].tag == _PROPERTIES_OF_RUN):  # most runs hold just one text
            text = element[-1]
            if text.tag == _TEXT:
                self._text(text)
                return None
        return element

    def _paragraph(self, element: Element) -> Children:
        context = self._context
        paragraph = context.unfinished or Paragraph(context.paragraph)
        context.unfinished = None
        paragraph.begin(self._paragraphs, first(element, _PROPERTIES_OF_PARAGRAPH))
        self._paragraphs += 1
        context.paragraph = paragraph
        return element

    def _end_paragraph(self, _: Element) -> None:
        context = self._context
        paragraph = context.paragraph
        if paragraph is None:
            return
        context.paragraph, context.hidden = paragraph.outer, False
        if self._may_hide and has_no_end(paragraph.properties):
            context.unfinished = paragraph
        else:
            self._put(paragraph)

    def _put(self, paragraph: Paragraph) -> None:
        context = self._context
        cell = context.cell
        block = paragraph.block(self._part, self._role_of(paragraph), None if cell is None else cell.cell)
        blocks = paragraph.after if block is None else [block, *paragraph.after]
        context.out += blocks
        if cell is not None and blocks:
            cell.filled = True

    def _role_of(self, paragraph: Paragraph) -> Role:
        if self._role is not None:
            return self._role
        if self._context.in_box:
            return Role.TEXT_BOX
        return Role.TABLE_CELL if self._context.cell is not None else self._styles.role(paragraph.properties)

    def _flush(self) -> None:
        """Put down a paragraph without end, as nothing follows that could go on with it."""
        paragraph, self._context.unfinished = self._context.unfinished, None
        if paragraph is not None:
            self._put(paragraph)

    def _finish(self) -> None:
        self._flush()
        if self._context.fields.blocked:
            self.problems[_OPEN_FIELD] = None

    # Fields and content controls

    def _field_character(self, element: Element) -> None:
        field = self._context.fields.turn(element)
        if field is not None and not field.in_result:
            self._say(field.choice)
            self._say(field.prompt, prompt=field)

    def _instruction(self, element: Element) -> None:
        self._context.fields.instruct(element.text or "")

    def _simple_field(self, element: Element) -> Children:
        field = Field()
        field.instruction.append(element.get(W + "instr", ""))
        field.in_result = True
        self._context.fields.begin(field)
        return element

    def _end_simple_field(self, _: Element) -> None:
        self._context.fields.end()

    def _control(self, element: Element) -> Children:
        properties = child(element, W + "sdtPr")
        waits = properties is not None and is_on(child(properties, W + "showingPlcHdr"))
        self._prompts.append(self._prompt)
        if waits:
            self._prompt = element
        return element

    def _end_control(self, _: Element) -> None:
        self._prompt = self._prompts.pop()


def keeps_space(text: Element) -> bool:
    """Whether white space at the ends of a ``w:t`` counts; Word drops it unless the file says so."""
    for element in (text, *text.iterancestors()):
        space = element.get(XML_SPACE)
        if space is not None:
            return space == "preserve"
    return False
