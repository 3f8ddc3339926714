"""References to law are found, whole and alone, however a letter writes them; the cases are in references.yml."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from klarsprak.laws import find_references, load_register, references_in
from tools.reference_eval import spelt

REGISTER = load_register(None)
CASES = yaml.safe_load((Path(__file__).parent / "references.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_reference_is_found_whole_and_read_right(case: list[str]) -> None:
    marked, *expected = case
    text = re.sub(r"[\[\]]", "", marked)
    found = find_references(text, REGISTER)
    assert [text[reference.start : reference.end] for reference in found] == re.findall(r"\[(.*?)\]", marked)
    assert [spelt(reference) for reference in found] == expected


@pytest.mark.parametrize("blank", ["\u00a0", "\n", "\t", "  "])
def test_any_blank_may_stand_in_a_reference(blank: str) -> None:
    text = "Enligt 9 kap. 30 § första stycket 2 plan- och bygglagen (2010:900).".replace(" ", blank)
    (reference,) = find_references(text, REGISTER)
    assert reference.text == "9 kap. 30 § första stycket 2 plan- och bygglagen (2010:900)"
    assert spelt(reference) == "2010:900 9:30 st 1 p 2"


def test_a_text_without_law_has_no_references() -> None:
    assert find_references("", REGISTER) == []
    assert find_references("Hej! Vi ses den 4 maj 2026 kl. 9.30 i rum 2:17. Dnr 2026:400.", REGISTER) == []


def test_references_never_overlap_and_each_points_at_its_text() -> None:
    text = " ".join(re.sub(r"[\[\]]", "", case[0]) for case in CASES)
    last = 0
    for reference in find_references(text, REGISTER):
        assert last <= reference.start < reference.end
        assert " ".join(text[reference.start : reference.end].split()) == reference.text
        last = reference.end


def test_a_table_of_figures_holds_no_reference() -> None:
    assert find_references("1, " * 5000 + "2", REGISTER) == []
    assert find_references("1–" * 5000 + "2", REGISTER) == []


PIECES = (
    "9 kap. ", "31 b § ", "§ ", "§§ ", "1, ", "2 och ", "–", "första stycket ", "punkt ", "2 p. ", "SoL", "PBL ",
    "lagen ", "(1993:387) ", "om stöd ", "förvaltningslagen ", "samma lag ", "denna förordning ", "artikel ",
    "6.1 e ", "GDPR ", "(EU) 2016/679 ", "i ", "enligt ", "EU:s ", "1985 års ", "skollag ", "AFS 2023:2 ",
    "prop. 2016/17:180 ", ". ", "\n", "kap", "bilaga II ", "direktiv ", "och ", "avtalet ",
)  # fmt: skip


@given(lists(sampled_from(PIECES), max_size=25))
def test_references_are_within_the_text_and_in_order_whatever_it_is(pieces: list[str]) -> None:
    text = "".join(pieces)
    last = 0
    for reference in find_references(text, REGISTER):
        assert last <= reference.start < reference.end <= len(text)
        last = reference.end


def test_the_sections_of_a_statute_are_its_own() -> None:
    texts = [
        "Föreskrifterna bygger på rennäringslagen (1971:437).",
        "3 § Under perioden ska antalet anges enligt 2 §.",
        "4 § har upphävts.",
        "Länsstyrelsen redovisar detta i överensstämmelse med 3 §.",
        "5 § Länsstyrelsen ansvarar enligt 8 § rennäringslagen.",
    ]
    found = references_in(texts, REGISTER)
    spelt_by_text = {number: [spelt(one) for one in references] for number, references in found.items()}
    assert spelt_by_text == {0: ["1971:437"], 1: ["- 2"], 3: ["- 3"], 4: ["1971:437 8"]}


def test_a_section_first_in_a_letter_is_a_reference() -> None:
    texts = ["Vi följer rennäringslagen (1971:437).", "5 § säger att du får söka.", "Enligt 6 § får du söka."]
    found = references_in(texts, REGISTER)
    assert [spelt(one) for references in found.values() for one in references] == [
        "1971:437",
        "1971:437 5",
        "1971:437 6",
    ]
