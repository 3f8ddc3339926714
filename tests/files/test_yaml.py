"""An error in a YAML file points at its place, or as near as the file lets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
from klarsprak.files.places import Location, error_at, error_at_value
from klarsprak.files.yaml import read_mapping

TEXT = """\
select: ton
allow:
  - LSS
  - bistånd
levels: {ton: info}
signature: [name, phone]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "klarsprak.yml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("location", "key", "place"),
    [
        (["select"], False, "1:9"),
        (["select"], True, "1:1"),
        (["select", 0], False, "1:9"),
        (["allow", 1], False, "4:5"),
        (["allow", 7], False, "3:3"),
        (["levels", "ton"], False, "5:15"),
        (["levels", "ton"], True, "5:10"),
        (["levels", "tno"], False, "5:9"),
        (["signature", "letter", 1], False, "6:19"),
        (["ignore", 0], False, "1:1"),
        ([], False, "1:1"),
    ],
)
def test_the_place_is_that_of_the_value_or_the_nearest_above(
    path: Path, location: Location, key: bool, place: str
) -> None:
    assert str(error_at(path, location, "fel.", key=key)) == f"{path}:{place}: fel."


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [("select", "ton", "1:9"), ("allow", "bistånd", "4:5"), ("levels", "info", "5:15"), ("levels", "ton", "5:10")],
)
def test_a_value_is_found_under_its_key(path: Path, key: str, value: str, place: str) -> None:
    assert str(error_at_value(path, key, value.__eq__, "fel.")) == f"{path}:{place}: fel."


@pytest.mark.parametrize(("key", "value"), [("allow", "ton"), ("ignore", "ton")])
def test_a_value_that_stands_elsewhere_has_no_place(path: Path, key: str, value: str) -> None:
    assert error_at_value(path, key, value.__eq__, "fel.") is None


def test_a_value_has_no_place_in_a_file_that_isnt_there_or_is_empty(tmp_path: Path) -> None:
    empty = tmp_path / "tom.yml"
    empty.write_text("", encoding="utf-8")
    for path in (empty, tmp_path / "saknas.yml"):
        assert error_at_value(path, "select", "ton".__eq__, "fel.") is None
    assert str(error_at(empty, ["select"], "fel.")) == f"{empty}:1:1: fel."


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"allow: [LSS\n", ":1:8: [ har inget slut. Skriv ] sist, och komma mellan delarna."),
        (b"allow: \0\n", ":1:8: ett osynligt tecken (U+0000). Ta bort det."),
        (b"- ton\n", ":1:1: filen ska innehålla nycklar och värden"),
        ("allow: bistånd".encode("cp1252"), ":1:12: filen är inte sparad i UTF-8."),
    ],
)
def test_a_file_that_cant_be_used_says_why(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "klarsprak.yml"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        read_mapping(path)
    assert str(caught.value).removeprefix(str(path)).startswith(says)


def test_a_file_that_isnt_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="den finns inte"):
        read_mapping(tmp_path / "klarsprak.yml")
    with pytest.raises(FileError, match="mappen finns inte"):
        read_mapping(tmp_path / "saknas" / "klarsprak.yml")
