"""Our highlights and notes in a PDF from an earlier run: a copy that is annotated again has each of them once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from klarsprak.editing import notes
from klarsprak.editing.kept import KeptNotes
from klarsprak.readers.own_copy import AUTHOR

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject


class _Note(NamedTuple):
    """An annotation: the list that it stands in, its place there, and its object's number."""

    page: int
    siblings: ArrayObject
    position: int
    number: int
    content: DictionaryObject

    @property
    def is_own(self) -> bool:
        """Whether it is by us."""
        return str(self.content.get("/T", "")) == AUTHOR

    @property
    def says(self) -> list[str]:
        """Its paragraphs; a viewer that has saved them may end them its own way."""
        return str(self.content.get("/Contents", "")).splitlines()

    def number_of(self, key: str) -> int | None:
        """The number of the object that the annotation refers to by that key."""
        if key not in self.content:
            return None
        return getattr(self.content.raw_get(key), "idnum", None)


def take_out(writer: PdfWriter) -> KeptNotes:
    """Take out our annotations but for those that somebody has answered or written in, which are given.

    Of the annotations of others none is touched; a window that shows one of ours goes with it.
    """
    found = list(_notes(writer))
    answered = {note.number_of("/IRT") for note in found}
    kept = KeptNotes()
    gone: set[int] = set()
    for note in (note for note in found if note.is_own):
        if notes.is_untouched(note.says) and note.number not in answered:
            gone.add(note.number)
        else:
            kept.add("".join(note.says[:1]), note.page)
    _remove([note for note in found if note.number in gone or note.number_of("/Parent") in gone])
    return kept


def _notes(writer: PdfWriter) -> Iterator[_Note]:
    """All annotations that are objects of their own, as ours are, page by page."""
    for page, content in enumerate(writer.pages):
        siblings = content.annotations
        for position, reference in enumerate(siblings or ()):
            note = reference.get_object()
            number = getattr(reference, "idnum", None)
            if siblings is not None and number is not None and hasattr(note, "raw_get"):
                yield _Note(page, siblings, position, number, note)


def _remove(gone: list[_Note]) -> None:
    """Take annotations out of the lists that they stand in, from the last on: the places of the others hold."""
    for note in reversed(gone):
        del note.siblings[note.position]
