"""A walk over one part's text (body, header, footer, notes) that gives its blocks.

The walk keeps its own stack, so that no nesting of the file can exhaust Python's.  What an element means stands in
the table ``_ENTER``: a handler takes the element and gives the children to go into, or None to pass it by.  An
unknown element is gone into, so that words in a wrapper which nobody has heard of are still read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import ClassVar

from klarsprak.letter import Anchor, Block, Place, Role
from klarsprak.readers.docx.markup import CHART, DIAGRAM, MC, Children, Element, M, V, W, has
from klarsprak.readers.docx.prose import Context, Prose
from klarsprak.readers.docx.structure import OpenTable, is_gone, shown_branch
from klarsprak.readers.docx.styles import Styles
from klarsprak.readers.docx.text import clean

_P, _R = W + "p", W + "r"
_CHANGES = tuple(W + name for name in ("vanish", "specVanish", "del", "moveFrom"))
_NO_TEXT = (
    *("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt"),
    *("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "softHyphen"),
    *("commentRangeStart", "commentRangeEnd", "annotationRef"),
)
_UNREAD = {
    W + "altChunk": "Ett inbäddat dokument granskas inte. Öppna brevet i Word och spara det på nytt.",
    W + "subDoc": "Ett deldokument som hör till brevet granskas inte. Granska det för sig.",
    DIAGRAM + "relIds": "Texten i en SmartArt-bild granskas inte.",
    CHART + "chart": "Texten i ett diagram granskas inte.",
}

Handler = Callable[["Story", Element], Children]


class Story(Prose):
    """The walk over one part.

    ``role`` is the role of everything in the part, None for the body, where it depends on the element; ``tables``
    numbers the tables of the letter.  After ``walk``, ``blocks`` holds what was read, ``references`` the kind and
    identity of the notes that it refers to, ``problems`` what could not be read, in Swedish.

    ``handlers`` may be replaced by a subclass that wants to know more of the elements.
    Runs are numbered over all ``w:r`` that belong to the paragraph, those of tracked deletions too.
    """

    handlers: ClassVar[Mapping[object, Handler]]

    def __init__(self, part: str, styles: Styles, tables: count[int], role: Role | None = None) -> None:
        super().__init__(part, styles, tables, role)
        self._outer: list[Context] = []
        self._shown: set[Element] = set()
        """The branches of alternatives that are gone into."""

    def walk(self, root: Element) -> None:
        """Read everything under ``root``; more than one element of a part can be read, in document order."""
        self._may_hide = self._styles.hides or has(root, *_CHANGES)
        handlers = self.handlers
        path: list[tuple[object, Element, Iterator[Element]]] = [("", root, iter(root))]
        while path:
            for element in path[-1][2]:
                tag: object = element.tag
                children = handlers.get(tag, _go_in)(self, element)
                if children is not None:
                    path.append((tag, element, iter(children)))
                    break
            else:
                tag, element, _ = path.pop()
                if tag in _LEAVE:
                    _LEAVE[tag](self, element)
        self._finish()

    def pass_by(self, element: Element) -> Children:
        """Leave an element out, but count its paragraphs and runs."""
        inner = sum(1 for _ in element.iter(_P))
        self._paragraphs += inner
        paragraph = self._context.paragraph
        if paragraph is not None:
            home = next(element.iterancestors(_P), None)
            runs = element.iter(_R)
            paragraph.run += sum(1 for run in runs if not inner or next(run.iterancestors(_P), None) is home)
        return None

    def _unread(self, element: Element) -> None:
        self.problems[_UNREAD[str(element.tag)]] = None

    def _deleted(self, element: Element) -> None:
        """Fields that begin or end in deleted text still count, or what comes after would be taken wrongly."""
        self.pass_by(element)
        for character in element.iter(W + "fldChar"):
            self._context.fields.turn(character)

    # Tables

    def _table(self, element: Element) -> Children:
        context = self._context
        self._flush()
        if context.cell is not None:
            context.cell.filled = True
        context.table = OpenTable(next(self._tables), context.table)
        return element

    def _end_table(self, _: Element) -> None:
        if self._context.table is not None:
            self._context.table = self._context.table.outer

    def _row(self, element: Element) -> Children:
        if is_gone(element):
            return self.pass_by(element)
        if self._context.table is not None:
            self._context.table.next_row(element)
        return element

    def _cell(self, element: Element) -> Children:
        context = self._context
        if context.table is None:  # no valid file, but its words count all the same
            context.table = OpenTable(next(self._tables))
        context.cell = context.table.next_cell(element, self._paragraphs, context.cell)
        return element

    def _end_cell(self, _: Element) -> None:
        self._flush()
        context = self._context
        cell = context.cell
        if cell is None:
            return
        if not cell.filled and not cell.goes_on:
            place = Place((Anchor(0, part=self._part, paragraph=cell.paragraph),))
            context.out.append(
                Block("", self._role or (Role.TEXT_BOX if context.in_box else Role.TABLE_CELL), place, cell=cell.cell)
            )
        context.cell = cell.outer

    # Text boxes and alternatives

    def _alternatives(self, element: Element) -> Children:
        shown = shown_branch(element)
        if shown is not None:
            self._shown.add(shown)
        return element

    def _branch(self, element: Element) -> Children:
        return element if element in self._shown else self.pass_by(element)

    def _box(self, element: Element) -> Children:
        context = self._context
        if context.hidden or context.fields.blocked:
            return self.pass_by(element)
        self._outer.append(context)
        paragraph = context.paragraph
        self._context = Context(context.out if paragraph is None else paragraph.after, in_box=True)
        return element

    def _end_box(self, _: Element) -> None:
        self._finish()
        self._context = self._outer.pop()

    def _word_art(self, element: Element) -> Children:
        context = self._context
        words = clean(element.get("string", ""))
        if words and context.paragraph is not None and not context.hidden and not context.fields.blocked:
            art = context.paragraph.aside()
            art.add(words)
            block = art.block(self._part, self._role or Role.TEXT_BOX, None)
            context.paragraph.after += [] if block is None else [block]
        return element


def _nothing(_: Story, __: Element) -> None:
    return None


def _go_in(_: Story, element: Element) -> Children:
    return element


_ENTER: dict[object, Handler] = {
    _P: Story._paragraph,
    _R: Story._run,
    W + "t": Story._text,
    M + "t": Story._text,
    W + "tab": Story._tab,
    W + "ptab": Story._tab,
    W + "br": Story._line_break,
    W + "cr": Story._line_break,
    W + "noBreakHyphen": Story._hyphen,
    W + "sym": Story._symbol,
    W + "fldChar": Story._field_character,
    W + "instrText": Story._instruction,
    W + "fldSimple": Story._simple_field,
    W + "tbl": Story._table,
    W + "tr": Story._row,
    W + "tc": Story._cell,
    W + "sdt": Story._control,
    W + "txbxContent": Story._box,
    V + "textpath": Story._word_art,
    W + "del": Story._deleted,
    W + "moveFrom": Story._deleted,
    MC + "AlternateContent": Story._alternatives,
    MC + "Choice": Story._branch,
    MC + "Fallback": Story._branch,
    W + "footnoteReference": Story._reference,
    W + "endnoteReference": Story._reference,
    **dict.fromkeys(_UNREAD, Story._unread),
    **dict.fromkeys((W + name for name in _NO_TEXT), _nothing),
}
Story.handlers = _ENTER
_LEAVE: dict[object, Callable[[Story, Element], None]] = {
    _P: Story._end_paragraph,
    W + "tc": Story._end_cell,
    W + "tbl": Story._end_table,
    W + "sdt": Story._end_control,
    W + "fldSimple": Story._end_simple_field,
    W + "txbxContent": Story._end_box,
}
