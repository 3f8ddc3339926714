"""A copy that is annotated again has our comments once, and everybody else's as they were."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from klarsprak.checker import Checker
from klarsprak.readers.odt.markup import DC
from tests.editing.odt.revisions import parts_of
from tests.editing.odt.test_comments import COMMENT, NAME, annotated, checker, content, says, words
from tests.editing.odt.test_office import convert
from tests.editing.word.test_office import needs_office
from tests.readers.odt.making import document, p, zipped

__all__ = ["checker"]
LETTER = "Du har ej <text:span>er</text:span>hållit det."
EVA = "<office:annotation office:name='e'><dc:creator>Eva</dc:creator><text:p>Kolla!</text:p></office:annotation>"


def said(data: bytes) -> list[tuple[str | None, str]]:
    """Who has made each comment, and what it says first."""
    return [(comment.findtext(DC + "creator"), says(comment)) for comment in content(data).iter(COMMENT)]


def with_content(data: bytes, changed: bytes) -> bytes:
    return zipped(parts_of(data) | {"content.xml": changed})


def test_annotating_again_changes_nothing(checker: Checker) -> None:
    once = annotated(document(p(LETTER) + p("Ej.")), checker)
    assert parts_of(annotated(once, checker)) == parts_of(once)


def test_comments_on_what_has_been_mended_are_gone(checker: Checker) -> None:
    once = annotated(document(p(LETTER)), checker)
    mended = with_content(once, parts_of(once)["content.xml"].replace(b">ej<", b">inte<"))
    assert words(annotated(mended, checker)) == ["erhållit"]


def test_the_comments_of_others_stay(checker: Checker) -> None:
    once = annotated(document(p(EVA + LETTER)), checker)
    assert said(annotated(once, checker)) == said(once)
    assert ("Eva", "Kolla!") in said(once)


def name_of_comment_on(data: bytes, word: str) -> bytes:
    """The name of the comment on the word, as it stands in the file."""
    (name,) = {item.get(NAME) for item in content(data).iter(COMMENT) if f"”{word}”" in says(item)}
    return f'office:name="{name}"'.encode()


def resolve(source: bytes, name: bytes) -> bytes:
    return source.replace(name, name + b' loext:resolved="true"', 1)


def answer(source: bytes, name: bytes) -> bytes:
    end = b"<office:annotation-end " + name + b"/>"
    reply = b"<office:annotation loext:parent-name=%s><dc:creator>Eva</dc:creator></office:annotation>"
    return source.replace(end, end + reply % name.partition(b"=")[2], 1)


def write_in(source: bytes, _: bytes) -> bytes:
    return source.replace(b"prov.ej</text:p>", b"prov.ej</text:p><text:p>Jo! /Eva</text:p>")


@pytest.mark.parametrize(
    ("work", "left"), [(resolve, b'loext:resolved="true"'), (answer, b"loext:parent-name"), (write_in, b"Jo! /Eva")]
)
def test_a_comment_that_somebody_has_worked_with_stays_and_is_not_said_again(
    work: Callable[[bytes, bytes], bytes], left: bytes, checker: Checker
) -> None:
    once = annotated(document(p(LETTER)), checker)
    source = work(parts_of(once)["content.xml"], name_of_comment_on(once, "ej"))
    again = annotated(with_content(once, source), checker)
    assert left in parts_of(again)["content.xml"]
    assert sum("”ej”" in text for _, text in said(again)) == 1


@needs_office
def test_a_copy_that_libreoffice_has_saved_is_annotated_like_any_other(checker: Checker, tmp_path: Path) -> None:
    once = annotated(document(p(LETTER) + p("Ej.")), checker)
    (tmp_path / "brev.odt").write_bytes(once)
    convert("odt", tmp_path / "ny", [tmp_path / "brev.odt"])
    again = annotated((tmp_path / "ny" / "brev.odt").read_bytes(), checker)
    assert (said(again), words(again)) == (said(once), words(once))
