"""Files of few bytes whose text has more parts than any letter are refused before they take memory."""

from __future__ import annotations

import io
import zipfile

import pytest

from klarsprak import readers
from klarsprak.readers import Unreadable
from klarsprak.readers.text.text import MOST_LINES
from klarsprak.readers.zipped import TAG_LIMIT

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>')
    return file.getvalue()


def why(data: bytes, source: str) -> str:
    (letter,) = readers.read_stream(io.BytesIO(data), source)
    assert isinstance(letter, Unreadable)
    return letter.reason


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_a_list_of_a_million_lines_is_refused(end: bytes) -> None:
    assert "för många rader" in why((b"- a" + end) * 1_000_000, "brev.txt")


def test_a_page_of_a_million_tags_is_refused() -> None:
    assert "för många taggar" in why(b"<!doctype html><p>Hej" + b"<b>a" * 1_000_001, "brev.html")


def test_a_word_document_of_a_million_runs_is_refused() -> None:
    data = docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * (TAG_LIMIT // 4) + "</w:p>")
    assert len(data) < 100_000
    assert "orimligt stor" in why(data, "brev.docx")


def test_a_word_document_of_one_paragraph_without_end_is_refused() -> None:
    data = docx("<w:p><w:r><w:t>" + "ord " * 4_500_000 + "</w:t></w:r></w:p>")
    assert len(data) < 20_000
    assert why(data, "brev.docx")


def test_a_long_text_is_read() -> None:
    (letter,) = readers.read_stream(io.BytesIO(b"\n" * (MOST_LINES - 1) + "Hej då!".encode()), "brev.txt")
    assert not isinstance(letter, Unreadable)
