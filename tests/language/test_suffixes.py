"""Endings looked up where they lie on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klarsprak.files.errors import FileError
from klarsprak.language.endings import code
from klarsprak.language.mapped import sealed
from klarsprak.language.suffixes import Suffixes, write

_ENDINGS = st.dictionaries(st.text("abå -", max_size=6), st.sampled_from(["1:a/b", "2:/", "3:å/"]), min_size=1)


@given(_ENDINGS, st.text("abå -q", max_size=9))
def test_the_longest_ending_is_found_that_a_dictionary_would_find(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, str], word: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "endings.bin"
    write(table, path)
    endings = (word[start:] for start in range(len(word) + 1))
    assert Suffixes(path).longest(word) == next((table[ending] for ending in endings if ending in table), None)


@pytest.mark.parametrize(
    ("form", "told"), [("brevet", "5:et/"), ("bygglovsansökan", "7:/"), ("", "0:/"), ("q7", "0:/")]
)
def test_the_lexicon_that_ships_says_what_it_said(form: str, told: str) -> None:
    assert code(form) == told


def test_the_same_table_is_the_same_file(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    write({"a": "1", "ba": "2"}, one)
    write({"ba": "2", "a": "1"}, other)
    assert one.read_bytes() == other.read_bytes()
    assert sorted(tmp_path.iterdir()) == [one, other]


def test_a_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "endings.bin"
    for content in (b"", b"\0" * 16, b"\0" * 400):
        path.write_bytes(sealed(content))
        with pytest.raises(FileError, match=r"endings\.bin"):
            Suffixes(path)
