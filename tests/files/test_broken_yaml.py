"""Files that are broken in the ways that people and programs break them: each says where and what, in Swedish."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.files.errors import FileError
from klarsprak.files.yaml import read_mapping

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "klarsprak.yml"


def faults(path: Path, data: str | bytes) -> list[str]:
    """What is said of a file, without its name."""
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(FileError) as caught:
        read_mapping(path)
    return [fault.removeprefix(f"{path}:") for fault in caught.value.faults]


LONG_TEXT = f"select: &a {'x' * 200_000}\nterms:\n" + "".join(f"  ord{number}: *a\n" for number in range(200))
LONG_LIST = f"allow: &a [{', '.join(['ord'] * 30_000)}]\n" + "".join(f"k{number}: *a\n" for number in range(9))
"""Few nodes and few signs, until the references are filled in."""


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("organisation:\n\tname: Ekvalla\n", "2:1: en tabb. Använd blanksteg först på raden."),
        ("allow:\n  - LSS\n\t- SoL\n", "3:1: en tabb."),
        ("organisation:\n  name: Ekvalla\n  \tunits: x\n", "3:3: en tabb."),
        ("allow: @ord\n", "1:8: en text kan inte börja med @ utan citattecken."),
        ("why: [`a`]\n", "1:7: en text kan inte börja med ` utan"),
        ("path_ignores:\n  *.eml: [ton]\n", "2:3: en text kan inte börja med * utan"),
        ("ignore: *ton\n", "1:9: en text kan inte börja med * utan"),
        ("pattern: !ordet nu\n", "1:10: en text kan inte börja med ! utan"),
        ("within: !!int tre\n", "1:9: en text kan inte börja med ! utan"),
        ("allow: !!python/object/apply:os.system [ls]\n", "1:8: en text kan inte börja med ! utan"),
        ("terms:\n  vite: Ett vite: pengar.\n", "2:17: ett kolon till på raden. Skriv citattecken runt"),
        ("allow\nignore: ton\n", "1:1: ”allow” är ingen nyckel med värde. Skriv nyckel, kolon, blanksteg"),
        ("ignore: ton\nallow\n", "2:1: ”allow” är ingen nyckel med värde."),
        ("allow:LSS\nignore: ton\n", "1:1: ”allow:LSS” är ingen nyckel med värde."),
        ("allow: [LSS\nignore: ton\n", "1:8: [ har inget slut. Skriv ] sist"),
        ("levels: {ton: info\n", "1:9: { har inget slut. Skriv } sist"),
        ("allow: [LSS,, SoL]\n", "1:13: , hör inte dit."),
        ('name: "Ekvalla\nallow: x\n', '1:7: citattecknet " har inget slut.'),
        ('name: "Ekvalla" kommun\n', "1:17: text som inte hör dit. Skriv citattecken runt hela värdet."),
        ("flag: [Erhållit] det.\n", "1:18: text som inte hör dit."),
        ('regex: "\\d"\n', "1:9: \\ går inte inom dubbla citattecken. Skriv enkla"),
        ("organisation:\n    name: x\n  units: y\n", "3:3: raden passar inte ihop med raden ovanför."),
        ("allow: LSS\n  ignore: ton\n", "2:3: raden passar inte ihop med raden ovanför."),
        ("allow:\n- LSS\nselect: ton\n- SoL\n", "4:1: raden passar inte ihop med raden ovanför."),
        ("allow: LSS\n---\nignore: ton\n", "2:1: --- börjar en ny del, men filen ska ha en enda."),
        ("name: {{namn}}\n", "1:8: {…} kan inte stå som nyckel. Skriv citattecken"),
        ("[ton]: info\n", "1:1: […] kan inte stå som nyckel."),
        ("terms:\n  vite: a\x07b\n", "2:10: ett osynligt tecken (U+0007). Ta bort det."),
        ("allow:\u00a0LSS\n", "1:7: ett hårt blanksteg (U+00A0) efter kolonet."),
        ("- ton\n", "1:1: filen ska innehålla nycklar och värden"),
        ("hej\n", "1:1: filen ska innehålla nycklar och värden"),
        ("allow: &a [*a]\n", "1:8: hänvisningen med * leder till sig själv."),
        ("organisation:\n  <<: x\n", "2:7: efter << ska en hänvisning till nycklar stå"),
        (BOMB, "6:4: filen blir orimligt stor när hänvisningarna med * fylls i."),
        (LONG_TEXT, "3:3: filen blir orimligt stor när hänvisningarna med * fylls i."),
        (LONG_LIST, "1:1: filen blir orimligt stor när hänvisningarna med * fylls i."),
        ("allow: " + "[" * 60 + "]" * 60, "1:47: mer än 40 nivåer."),
        ("allow: " + "[" * 100_000, "1:1007: går inte att tolka som YAML här."),
        ("allow: [LSS]\nterms:\n  bistånd: Stöd.\n".encode("latin-1"), "3:7: filen är inte sparad i UTF-8."),
        ("allow: [LSS]\n".encode("utf-16"), "1:1: filen är inte sparad i UTF-8."),
        (b"allow: [LSS]\r\n\tignore: ton\r\n", "2:1: en tabb."),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(path: Path, text: str | bytes, says: str) -> None:
    (fault,) = faults(path, text)
    assert fault.startswith(says)


def test_a_word_document_is_told_to_be_no_text(path: Path) -> None:
    (fault,) = faults(path, b"PK\x03\x04\x14\x00\x06\x00\x08\x00\xe5\xff")
    assert fault == " filen är ingen textfil. Ange en annan fil."


def test_all_keys_that_stand_twice_are_told_at_once(path: Path) -> None:
    text = "allow: LSS\nlevels:\n  ton: info\n  ton: error\nallow: SoL\n"
    assert faults(path, text) == [
        "4:3: nyckeln ”ton” finns redan på rad 3. Ta bort den ena.",
        "5:1: nyckeln ”allow” finns redan på rad 1. Ta bort den ena.",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\ufeffallow: LSS\r\nignore: ton\r\n", {"allow": "LSS", "ignore": "ton"}),
        ("allow: [no, on, ja]\n", {"allow": ["no", "on", "ja"]}),
        ("name: 2026-03-02\n", {"name": "2026-03-02"}),
        ("switchboards: 0980319200\n", {"switchboards": "0980319200"}),
        ("time: 10:30\n", {"time": "10:30"}),
        ("terms: {112: Nödnumret., no: Norge.}\n", {"terms": {"112": "Nödnumret.", "no": "Norge."}}),
        ("a: [3, -1, 2.5, true, ~]\n", {"a": [3, -1, 2.5, True, None]}),
        ("allow: &ord [LSS]\nignore: *ord\n", {"allow": ["LSS"], "ignore": ["LSS"]}),
        ("a: &a {x: 1}\nb: {<<: *a, y: 2}\n", {"a": {"x": 1}, "b": {"x": 1, "y": 2}}),
        ("---\nallow: LSS\n...\n", {"allow": "LSS"}),
        ("# bara en kommentar\n", {}),
        ("", {}),
    ],
)
def test_what_people_mean_is_read_as_they_mean_it(path: Path, text: str, says: dict[str, object]) -> None:
    path.write_bytes(text.encode())
    assert read_mapping(path) == says


def test_a_file_that_is_too_large_is_not_parsed(path: Path) -> None:
    path.write_text("# mycket\n" * 600_000, encoding="utf-8")
    with pytest.raises(FileError, match="filen är för stor"):
        read_mapping(path)


def test_a_number_of_thousands_of_digits_is_told(path: Path) -> None:
    assert faults(path, f"limits: {{seconds: {'9' * 5000}}}\n") == [
        "1:19: talet har fler än 30 siffror. Så stora tal behöver ingen nyckel."
    ]


def test_a_key_of_thousands_of_letters_is_told_in_short(path: Path) -> None:
    (told,) = faults(path, f"? {'a' * 5000}\n: 1\n? {'a' * 5000}\n: 2\n")
    assert told.endswith("a …” finns redan på rad 1. Ta bort den ena.")
    assert len(told) < 150
