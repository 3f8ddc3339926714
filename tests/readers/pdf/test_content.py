"""Drawing instructions that are read in one go: the same objects as pdfminer's parser finds, or none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF

from klarsprak.readers.pdf.plain import plain_objects

PLAIN = [
    b"BT /F1 12 Tf 71 700 Td (Hej d\xe5) Tj ET",
    b"[(Han) -20.5 (del) +3 (s) .5 -.25 7. 00.50 -0]TJ",
    b"/Artifact <</Type /Pagination/Attached[/Top] /MCID 0 /B << /C true >> >>BDC EMC",
    b"/P<</Lang(sv-SE)/MCID 7>>BDC/F2 9 Tf",
    b"<0048 00 65>Tj<>Tj (a\\(b\\)\\\\\\n\\344\\53\\0x\\q\\\r\nc\\\nd)'",
    b"1 0 0 RG 0 0 m 10 0 l h f* B* T* n\r\n",
    b"",
    b" \n\t",
]
NOT_PLAIN = [
    b"BI /W 1 /H 1 ID x EI",
    b"% en kommentar\n1 w",
    b"(a (b) c) Tj",
    b"(utan slut",
    b"[1 2",
    b"1 2]",
    b"[1 2>>",
    b"<</A>>",
    b"<<1 2>>",
    b"<48A> Tj",
    b"(\\777) Tj",
    b"/A#20B gs",
    b"1e5 w",
    b"--5 w",
    b"1 0 0rg",
    b"1 w \0",
    b"{1}",
]
PIECES = [
    *PLAIN,
    *NOT_PLAIN,
    b" ",
    b"\n",
    b"(",
    b")",
    b"\\",
    b"<",
    b">",
    b"[",
    b"]",
    b"/",
    b"-",
    b".",
    b"1",
    b"f",
    b"\xe5",
]


def parsed(data: bytes) -> list[Any]:
    stream = PDFStream({}, b"")
    stream.data = data
    parser, objects = PDFContentParser([stream]), []
    while True:
        try:
            objects.append(parser.nextobject()[1])
        except PSEOF:
            return objects


@pytest.mark.parametrize("data", PLAIN)
def test_plain_drawing_instructions_give_what_pdfminer_reads(data: bytes) -> None:
    assert plain_objects(data) == parsed(data)


@pytest.mark.parametrize("data", NOT_PLAIN)
def test_instructions_that_are_not_plain_are_left_to_pdfminer(data: bytes) -> None:
    assert plain_objects(data) is None


def test_instructions_that_are_too_long_for_one_go_are_left_to_pdfminer() -> None:
    assert plain_objects(b"0 0 m " * 200_000) is None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join))
def test_any_instructions_that_are_read_give_what_pdfminer_reads(data: bytes) -> None:
    objects = plain_objects(data)
    assert objects is None or repr(objects) == repr(parsed(data))
