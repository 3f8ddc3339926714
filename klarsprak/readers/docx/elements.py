"""What is done with each element, by its tag."""

from __future__ import annotations

from klarsprak.readers.docx import alternatives, running_text, tables
from klarsprak.readers.docx.markup import CHART, CHART_EX, DIAGRAM, MC, A, Element, M, V, W
from klarsprak.readers.docx.story import EnterHandler, Handlers, LeaveHandler, Story

_NO_TEXT = (
    *("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "rt"),
    *("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "softHyphen"),
    *("commentRangeStart", "commentRangeEnd", "annotationRef"),
)
_CHART = "Texten i ett diagram granskas inte."
_UNREAD = {
    W + "altChunk": "Ett inbäddat dokument är inte granskat. Öppna brevet i Word och spara det på nytt.",
    W + "subDoc": "Ett deldokument som hör till brevet är inte granskat. Granska det för sig.",
    DIAGRAM + "relIds": "Texten i en SmartArt-bild granskas inte.",
    CHART + "chart": _CHART,
    CHART_EX + "chart": _CHART,
    W + "control": "Formulärfält som ligger som objekt på sidan granskas inte.",
}
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
WRITTEN_OBJECTS = (
    *("word.", "package", "acroexch", "acrobat", "htmlfile", "libreoffice.writer", "outlook", "powerpoint."),
)
"""How the names of programs begin in whose objects letters are written; not *Excel.Sheet* nor *Equation*."""


def _leave_out(_: Story, __: Element) -> None:
    """What holds no text."""


def _note_unread(story: Story, element: Element) -> None:
    """What holds text that isn't read, and is told of."""
    problem = _UNREAD[str(element.tag)]
    story.problems[problem] = None


def _note_object(story: Story, element: Element) -> None:
    """A document of its own that stands in the letter as an icon or a picture: *ProgID="Word.Document.12"*."""
    if element.get("ProgID", "").lower().startswith(WRITTEN_OBJECTS):
        story.problems["Ett inbäddat dokument är inte granskat. Öppna det och granska det för sig."] = None


_ENTER: dict[object, EnterHandler] = {
    W + "p": running_text.begin_paragraph,
    W + "r": running_text.read_run,
    W + "t": running_text.read_text,
    M + "t": running_text.read_text,
    W + "tab": running_text.read_tab,
    W + "ptab": running_text.read_tab,
    W + "br": running_text.read_line_break,
    W + "cr": running_text.read_line_break,
    W + "noBreakHyphen": running_text.read_hyphen,
    W + "sym": running_text.read_symbol,
    W + "fldChar": running_text.read_field_character,
    W + "instrText": running_text.read_instruction,
    W + "fldSimple": running_text.begin_simple_field,
    W + "tbl": tables.begin_table,
    W + "tr": tables.begin_row,
    W + "tc": tables.begin_cell,
    W + "sdt": running_text.begin_control,
    W + "txbxContent": alternatives.begin_box,
    V + "textpath": alternatives.read_word_art,
    A + "txBody": alternatives.read_drawn_text,
    W + "del": running_text.leave_out_deleted,
    W + "moveFrom": running_text.leave_out_deleted,
    MC + "AlternateContent": alternatives.begin_alternatives,
    MC + "Choice": alternatives.begin_branch,
    MC + "Fallback": alternatives.begin_branch,
    W + "footnoteReference": running_text.read_reference,
    W + "endnoteReference": running_text.read_reference,
    _OBJECT: _note_object,
    **dict.fromkeys(_UNREAD, _note_unread),
    **dict.fromkeys((W + name for name in _NO_TEXT), _leave_out),
}
_LEAVE: dict[object, LeaveHandler] = {
    W + "p": running_text.end_paragraph,
    W + "tc": tables.end_cell,
    W + "tbl": tables.end_table,
    W + "sdt": running_text.end_control,
    W + "fldSimple": running_text.end_simple_field,
    W + "txbxContent": alternatives.end_box,
}
HANDLERS = Handlers(_ENTER, _LEAVE)
"""What is done with each element of a letter that is read."""
