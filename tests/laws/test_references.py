"""References to law are found, whole and alone, however a letter writes them; the cases are in references.yml."""

import re
from pathlib import Path

import pytest
import yaml

from klarsprak.laws import Reference, find_references

CASES = yaml.safe_load((Path(__file__).parent / "references.yml").read_text(encoding="utf-8"))


def short(reference: Reference) -> str:
    """The reference as references.yml writes it."""
    kind = "-" if reference.source in ("sfs", "eu") else reference.source
    parts = [reference.law.sfs if reference.law else reference.sfs or kind]
    chapter = f"{reference.chapter}:" if reference.chapter else ""
    if chapter or reference.sections:
        parts.append(chapter + ",".join(reference.sections))
    if reference.paragraphs:
        parts.append("st " + ",".join(reference.paragraphs))
    if reference.points:
        parts.append("p " + ",".join(reference.points))
    return " ".join(parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_reference_is_found_whole_and_read_right(case: list[str]) -> None:
    marked, *expected = case
    text = re.sub(r"[\[\]]", "", marked)
    found = find_references(text)
    assert [text[reference.start : reference.end] for reference in found] == re.findall(r"\[(.*?)\]", marked)
    assert [short(reference) for reference in found] == expected


@pytest.mark.parametrize("blank", ["\u00a0", "\n", "\t", "  "])
def test_any_blank_may_stand_in_a_reference(blank: str) -> None:
    text = "Enligt 9 kap. 30 § första stycket 2 plan- och bygglagen (2010:900).".replace(" ", blank)
    (reference,) = find_references(text)
    assert reference.text == "9 kap. 30 § första stycket 2 plan- och bygglagen (2010:900)"
    assert short(reference) == "2010:900 9:30 st 1 p 2"


def test_a_text_without_law_has_no_references() -> None:
    assert find_references("") == []
    assert find_references("Hej! Vi ses den 4 maj 2026 kl. 9.30 i rum 2:17. Dnr 2026:400.") == []


def test_references_never_overlap_and_point_at_their_text() -> None:
    text = " ".join(re.sub(r"[\[\]]", "", case[0]) for case in CASES)
    last = 0
    for reference in find_references(text):
        assert last <= reference.start < reference.end
        assert " ".join(text[reference.start : reference.end].split()) == reference.text
        last = reference.end
