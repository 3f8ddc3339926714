"""Documents of several parts, written again."""

from __future__ import annotations

import warnings
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from klarsprak.editing.zipped import rewrite
from klarsprak.readers.zipped import Reasons, ZippedParts

Members = list[tuple[str, bytes]]


def packed(members: Members) -> bytes:
    """A package with these members, some of which may have the same name, as appending leaves them."""
    out = BytesIO()
    with ZipFile(out, "w") as package, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in members:
            package.writestr(ZipInfo(name), content, ZIP_STORED)
    return out.getvalue()


def unpacked(data: bytes) -> Members:
    with ZipFile(BytesIO(data)) as package:
        return [(info.filename, package.read(info)) for info in package.infolist()]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        ([("a", b"1"), ("b", b"2"), ("c", b"3")], [("a", b"1"), ("b", b"ny"), ("c", b"3")]),
        ([("a", b"1"), ("b", b"2"), ("c", b"3"), ("b", b"4")], [("a", b"1"), ("b", b"ny"), ("c", b"3")]),
        ([("b", b"1"), ("c", b"2"), ("c", b"3")], [("b", b"ny"), ("c", b"3")]),
        ([("b", b"1"), ("B", b"2"), ("c", b"3")], [("b", b"1"), ("B", b"ny"), ("c", b"3")]),
        ([("b/", b""), ("b", b"1")], [("b/", b""), ("b", b"ny")]),
        ([("a", b"1")], [("a", b"1"), ("b", b"ny")]),
    ],
)
def test_the_part_that_is_read_is_the_one_that_is_changed(members: Members, wanted: Members) -> None:
    out = BytesIO()
    rewrite(packed(members), {"b": b"ny"}, out)
    assert unpacked(out.getvalue()) == wanted
    assert ZippedParts(out.getvalue(), Reasons("", "")).read("b") == b"ny"
