"""Places go from the editor's way of counting to ours and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from klarsprak.lsp.documents import Document, path_of
from klarsprak.lsp.lines import Encoding, Lines

_TEXTS = st.lists(st.sampled_from("a å 😀 \n \r \r\n \u2028 \x0c \x85 \ufeff a\u030a \ud83d".split(" ")), max_size=12)
ENCODINGS: list[Encoding] = ["utf-8", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(_TEXTS.map("".join))
def test_a_place_is_found_again(encoding: Encoding, text: str) -> None:
    lines = Lines(text, encoding)
    for offset in range(len(text) + 1):
        is_within_line_end = text[offset - 1 : offset + 1] == "\r\n"
        if not is_within_line_end:
            assert lines.offset(lines.position(offset)) == offset


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_each_encoding_has_its_units(encoding: Encoding, character: int) -> None:
    lines = Lines("å😀b!", encoding)
    assert lines.position(3) == types.Position(0, character)
    assert lines.offset(types.Position(0, character)) == 3
    assert lines.offset(types.Position(0, character - 2)) == 1


@pytest.mark.parametrize(
    ("text", "where", "written"),
    [
        ("ett\ntvå", ((0, 3), (1, 0)), "ett, två"),
        ("ett\r\ntvå\r\n", ((0, 99), (1, 0)), "ett, två\r\n"),
        ("ett\u2028två", ((0, 3), (0, 4)), "ett, två"),
        ("två", ((5, 5), (5, 5)), "två, "),
        ("två", ((0, 3), (0, 1)), "två, "),
        ("", ((0, 0), (0, 0)), ", "),
    ],
)
def test_a_change_is_made_where_the_editor_makes_it(
    text: str, where: tuple[tuple[int, int], tuple[int, int]], written: str
) -> None:
    start, end = (types.Position(*place) for place in where)
    change = types.TextDocumentContentChangePartial(types.Range(start, end), ", ")
    params = types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, "a"), [change])
    assert Document("a", "", 1, text).changed(params, "utf-16") == Document("a", "", 2, written)


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///h%C3%A4r/mitt%20brev.md", "/här/mitt brev.md"),
        ("file:///c%3A/brev.md", None),
        ("untitled:Untitled-1", None),
        ("file:///a%00b", None),
        ("file:", None),
        ("", None),
        ("http://[x", None),
    ],
)
def test_a_uri_may_lead_to_a_file(uri: str, path: str | None) -> None:
    found = path_of(uri)
    assert (found and str(found)) == path
