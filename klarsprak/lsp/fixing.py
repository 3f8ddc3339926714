"""Suggestions as edits of the document."""

from __future__ import annotations

from html import escape

from klarsprak.editing.fixes import fixes
from klarsprak.editing.text import replaced
from klarsprak.live.checking import TextRemark
from klarsprak.lsp.checked import Checked
from klarsprak.lsp.config_edit import Edit
from klarsprak.lsp.documents import Document


def suggested(document: Document, remark: TextRemark, suggestion: str) -> Edit | None:
    """The edit that puts a suggestion in; None where markup stands among the words, or there are no words."""
    if remark.start is None or remark.end is None or not remark.is_plain:
        return None
    new = escape(suggestion, quote=False) if document.is_html else suggestion
    return _edit(document.text, remark.start, remark.end, new)


def safe_edits(checked: Checked) -> list[Edit]:
    """The edits that nobody needs to look at, as ``klarsprak fix`` makes them.

    The sentences are analysed anew with them: some milliseconds each, in the thread that checks.
    """
    safe = {(fix.block, fix.start, fix.end): fix.new for fix in fixes(checked.report)}
    made: list[Edit] = []
    for remark in checked.remarks:
        place = remark.finding.place
        new = safe.get((place.block, place.start, place.end)) if place else None
        edit = None if new is None else suggested(checked.document, remark, new)
        # An editor takes none of several that overlap; one may have taken in the end of a word that another changes.
        if edit is not None and (not made or made[-1].end <= edit.start):
            made.append(edit)
    return made


def _edit(text: str, start: int, end: int, new: str) -> Edit:
    """The edit; a line end within the words comes after the word that they end, which it then takes in too."""
    whole = replaced(text, start, end, new)
    while not whole.endswith(text[end:]):
        end += 1
    return Edit(start, end, whole[start : len(whole) - (len(text) - end)])
