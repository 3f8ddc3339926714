"""Our comments in a document from an earlier run: a copy that is annotated again has each of them once."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.editing import notes
from klarsprak.editing.kept import KeptNotes
from klarsprak.editing.odt.file import OdtFile
from klarsprak.editing.odt.points import take_out
from klarsprak.readers.odt.markup import DC, LOEXT, OFFICE, Element, H, P
from klarsprak.readers.own_copy import AUTHOR

COMMENT, END, NAME = OFFICE + "annotation", OFFICE + "annotation-end", OFFICE + "name"
_PARENT, _RESOLVED = LOEXT + "parent-name", LOEXT + "resolved"


def take_out_earlier(file: OdtFile) -> KeptNotes:
    """Take out our comments but for those that somebody has answered, resolved or written in, which are given.

    Of the comments of others none is touched.  The document is read again after that.
    """
    comments = list(file.text.iter(COMMENT))
    answered = {comment.get(_PARENT) for comment in comments} - {None}
    kept = KeptNotes()
    for comment in comments:
        if comment.findtext(DC + "creator") != AUTHOR:
            continue
        if _is_ours_alone(comment) and comment.get(NAME) not in answered:
            _remove(file.text, comment)
        else:
            kept.add(next(_says(comment), ""), next(comment.iterancestors(P, H), None))
    file.read_again()
    return kept


def _is_ours_alone(comment: Element) -> bool:
    """Whether nobody has written in the comment or called it done.

    One on the whole letter that is done goes all the same: a new run counts anew.
    """
    says = list(_says(comment))
    if not notes.is_untouched(says):
        return False
    return notes.is_on_all(says) or comment.get(_RESOLVED) != "true"


def _says(comment: Element) -> Iterator[str]:
    """The comment's paragraphs."""
    for paragraph in comment.iter(P):
        yield "".join(map(str, paragraph.itertext()))


def _remove(text: Element, comment: Element) -> None:
    """Take the comment out, and the mark where its words end."""
    name = comment.get(NAME)
    ends = [end for end in text.iter(END) if name and end.get(NAME) == name]
    for element in (comment, *ends):
        take_out(element)
