"""What is done with each element, by its tag."""

from __future__ import annotations

from klarsprak.readers.odt import running_text, structure
from klarsprak.readers.odt.markup import (
    CHANGE,
    CHANGE_END,
    CHANGE_START,
    DRAW,
    FIELD,
    LOEXT,
    OFFICE,
    SPAN,
    SVG,
    TABLE,
    TEXT,
    TRACKED_CHANGES,
    H,
    P,
)
from klarsprak.readers.odt.story import EnterHandler, LeaveHandler, OdtHandlers

_TRANSPARENT = (
    *(TEXT + name for name in ("a", "meta", "list-item", "list-header", "index-body", "index-title", "ruby")),
    *(TEXT + name for name in ("ruby-base", "note-body", "numbered-paragraph", "table-of-content", "page-sequence")),
    *(TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")),
)
"""What may stand around words that are the writer's own."""
_POINTS = tuple(
    TEXT + name
    for name in (
        *("bookmark", "bookmark-start", "bookmark-end", "soft-page-break"),
        *("reference-mark", "reference-mark-start", "reference-mark-end"),
        *("toc-mark", "toc-mark-start", "toc-mark-end", "user-index-mark", "user-index-mark-start"),
        *("user-index-mark-end", "alphabetical-index-mark", "alphabetical-index-mark-start"),
        "alphabetical-index-mark-end",
    )
)
"""What marks a point of the text and has no words."""
_NO_TEXT = (
    TRACKED_CHANGES,
    *(OFFICE + name for name in ("forms", "annotation", "annotation-end", "event-listeners", "scripts")),
    *(TEXT + name for name in ("number", "list-level-label", "section-source", "dde-connection-decls")),
    *(TEXT + name for name in ("table-of-content-source", "alphabetical-index-source", "illustration-index-source")),
    *(TEXT + name for name in ("table-index-source", "object-index-source", "user-index-source")),
    *(TEXT + name for name in ("bibliography-source", "script", "ruby-text")),
    *(TABLE + name for name in ("table-column", "table-columns", "title", "desc", "table-source")),
    *(SVG + name for name in ("title", "desc")),
)
_DRAWINGS = tuple(
    DRAW + name
    for name in (
        *("frame", "text-box", "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path"),
        *("circle", "ellipse", "connector", "caption", "measure", "g", "a"),
    )
)
_PICTURES = tuple(DRAW + name for name in ("image", "applet", "plugin", "image-map"))

_ENTER: dict[object, EnterHandler] = {
    P: running_text.begin_paragraph,
    H: running_text.begin_paragraph,
    SPAN: running_text.enter_span,
    TEXT + "s": running_text.read_spaces,
    TEXT + "tab": running_text.read_tab,
    TEXT + "line-break": running_text.read_line_break,
    TEXT + "note": running_text.read_note,
    TEXT + "hidden-text": running_text.begin_hidden_text,
    TEXT + "placeholder": running_text.begin_placeholder,
    TEXT + "text-input": running_text.begin_input,
    TEXT + "database-display": running_text.begin_merge_field,
    LOEXT + "content-control": running_text.begin_control,
    FIELD + "fieldmark-start": running_text.begin_word_field,
    FIELD + "fieldmark-separator": running_text.turn_word_field,
    FIELD + "fieldmark-end": running_text.end_word_field,
    FIELD + "fieldmark": running_text.read_form_field,
    TEXT + "section": structure.begin_section,
    TEXT + "list": structure.begin_list,
    TABLE + "table": structure.begin_table,
    TABLE + "table-row": structure.begin_row,
    TABLE + "table-cell": structure.begin_cell,
    TABLE + "covered-table-cell": structure.pass_covered_cell,
    DRAW + "control": structure.note_form_control,
    DRAW + "floating-frame": structure.note_floating_frame,
    DRAW + "object": structure.note_object,
    DRAW + "object-ole": structure.note_object,
    **dict.fromkeys((CHANGE, CHANGE_START, CHANGE_END), running_text.read_change_mark),
    **dict.fromkeys(_TRANSPARENT, running_text.go_in),
    **dict.fromkeys(_POINTS, running_text.leave_out),
    **dict.fromkeys(_NO_TEXT, running_text.leave_out),
    **dict.fromkeys(_DRAWINGS, structure.begin_box),
    **dict.fromkeys(_PICTURES, running_text.leave_out_in_place),
}
_LEAVE: dict[object, LeaveHandler] = {
    P: running_text.end_paragraph,
    H: running_text.end_paragraph,
    TEXT + "section": structure.end_section,
    TEXT + "list": structure.end_list,
    TABLE + "table": structure.end_table,
    TABLE + "table-cell": structure.end_cell,
}
ODT_HANDLERS = OdtHandlers(_ENTER, _LEAVE)
"""What is done with each element of a letter that is read."""
