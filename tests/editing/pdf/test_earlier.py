"""A PDF that is annotated again has our highlights and notes once, and everybody else's as they were."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Popup, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from klarsprak.checker import Checker
from klarsprak.editing.pdf.highlights import annotate
from klarsprak.readers import pdf
from tests.editing.conftest import WHEN, Word
from tests.editing.pdf.test_highlights import PDFS, annotated, annotations, page

DATA = page("Du har ej erhållit ett bidrag av oss.")


def says(data: bytes) -> list[tuple[str, str, str]]:
    """Who says what of which place."""
    return sorted((str(note.get("/T")), str(note.get("/Contents")), str(note["/Rect"])) for note in annotations(data))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_annotating_again_changes_nothing(shipped: Checker, path: Path) -> None:
    once = annotate(path.read_bytes(), shipped.check(pdf.read(path.read_bytes(), "")), WHEN)
    twice = annotate(once, shipped.check(pdf.read(once, "")), WHEN)
    assert says(twice) == says(once)
    assert twice.startswith(once)


def with_note(data: bytes, author: str, text: str, answers: str = "", shows: str = "") -> bytes:
    """The PDF written anew with one more note; it may answer, or be a window that shows, the one that says this."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    note = Text(rect=(50, 50, 70, 70), text=text)
    if shows:
        note = Popup(rect=(50, 50, 70, 70), parent=found(writer, shows))
    note[NameObject("/T")] = TextStringObject(author)
    if answers:
        note[NameObject("/IRT")] = found(writer, answers).indirect_reference
    writer.add_annotation(0, note)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def found(writer: PdfWriter, text: str) -> DictionaryObject:
    (note,) = [
        item.get_object()
        for item in writer.pages[0].annotations or ()
        if text in item.get_object().get("/Contents", "")
    ]
    return note


def test_the_notes_of_others_stay(word: Word) -> None:
    noted = with_note(annotated(word, DATA), "Eva", "Kolla!")
    assert says(annotated(word, noted)) == says(noted)


def test_a_highlight_that_somebody_has_answered_stays_and_is_not_put_again(word: Word) -> None:
    answered = with_note(annotated(word, DATA), "Eva", "Det ska stå så.", answers="prov.ej")
    again = annotated(word, answered)
    assert says(again) == says(answered)
    (reply,) = [note for note in annotations(again) if note["/T"] == "Eva"]
    assert "prov.ej" in reply["/IRT"]["/Contents"]


def test_a_window_that_shows_a_highlight_goes_with_it(word: Word) -> None:
    once = annotated(word, DATA)
    shown = with_note(once, "Eva", "", shows="prov.ej")
    assert says(annotated(word, shown)) == says(once)


def test_a_highlight_that_somebody_has_written_in_stays_and_is_not_put_again(word: Word) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(annotated(word, DATA))))
    note = found(writer, "prov.ej")
    note[NameObject("/Contents")] = TextStringObject(note["/Contents"] + "\nDet ska stå så. /Eva")
    out = BytesIO()
    writer.write(out)
    assert says(annotated(word, out.getvalue())) == says(out.getvalue())


def sharing_pages(*lines: str) -> bytes:
    """A page for each line, all with the same list of annotations."""
    writer = PdfWriter()
    for line in lines:
        writer.append(BytesIO(page(line)))
    siblings = writer._add_object(ArrayObject())
    for each in writer.pages:
        each[NameObject("/Annots")] = siblings
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pages_that_share_a_list_of_annotations_get_one_each(word: Word) -> None:
    once = annotated(word, sharing_pages("Du har ej erhållit ett bidrag av oss.", "Du vet ej vad det är om."))
    assert [len(each.annotations or ()) for each in PdfReader(BytesIO(once)).pages] == [3, 1]
    assert says(annotated(word, once)) == says(once)


def test_notes_that_once_were_put_on_all_pages_are_taken_out_of_all(word: Word) -> None:
    shared = sharing_pages("Du har ej erhållit ett bidrag av oss.", "Du vet ej vad det är om.")
    writer = PdfWriter(clone_from=PdfReader(BytesIO(annotated(word, shared))))
    first, second = writer.pages
    second[NameObject("/Annots")] = first.raw_get("/Annots")
    out = BytesIO()
    writer.write(out)
    assert says(annotated(word, out.getvalue())) == says(annotated(word, shared))
