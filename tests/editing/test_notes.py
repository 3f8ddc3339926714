"""What a note says of a letter's findings, and which notes are ours alone."""

from __future__ import annotations

from pathlib import Path

import pytest

import klarsprak
from klarsprak.editing.notes import describe_finding, describe_letter, describe_listed, is_untouched
from klarsprak.finding import Finding
from tests.support import check, rules

RULES = """\
- {id: ej, words: ej, instead: inte, examples: [{flag: x}]}
- {id: ny, kind: regex, regex: "\\\\bny\\\\b", level: info, message: "Behövs det?", examples: [{flag: x}]}
- {id: hot, kind: regex, regex: "Annars .*", level: error, message: Hota inte., examples: [{flag: x}]}
"""


def findings(folder: Path, text: str) -> list[Finding]:
    return check(rules(folder, RULES), text).findings


def test_a_note_begins_with_how_grave_it_is(tmp_path: Path) -> None:
    found = findings(tmp_path, "Du har ej fått någon ny. Annars blir det vite.")
    assert [next(describe_finding(finding)) for finding in found] == [
        "Bör skrivas om: ”ej” är svårt. Skriv ”inte”.",
        "Tänk på: Behövs det?",
        "Måste rättas: Hota inte.",
    ]


def test_the_list_has_the_gravest_first_and_each_thing_once(tmp_path: Path) -> None:
    text = """\
        # Beslut
        En ny sak. Du har ej kommit.
        Ej nu heller, och en ny sak till.
        Annars får du ett vite som du måste betala till kommunen senast den sista mars."""
    assert list(describe_listed(findings(tmp_path, text))) == [
        "Granskat med klarsprak: 5 anmärkningar utan egen kommentar.",
        "Måste rättas:",
        "– ”Annars får du ett vite som du måste betala till kommunen …”: Hota inte. (3:e stycket under Beslut)",
        "Bör skrivas om:",
        "– ”ej” är svårt. Skriv ”inte”. (1:a stycket under Beslut och 1 ställe till)",
        "Tänk på:",
        "– ”ny”: Behövs det? (1:a stycket under Beslut och 1 ställe till)",
    ]


def test_where_everything_has_a_note_there_is_no_list() -> None:
    assert list(describe_listed([])) == []


def test_all_our_notes_are_known_again(tmp_path: Path) -> None:
    report = check(rules(tmp_path, RULES), "Du har ej fått någon ny.")
    for says in (describe_letter(report), describe_listed(report.findings), *map(describe_finding, report.findings)):
        assert is_untouched(list(says))


@pytest.mark.parametrize("says", [[], ["Kolla!"], ["Bör skrivas om: Nej.", "Regel: prov.ej", "Jo. /Eva"]])
def test_what_somebody_else_has_written_is_not_ours(says: list[str]) -> None:
    assert not is_untouched(says)


def test_the_note_on_a_letter_says_how_long_its_words_are_and_what_the_signature_lacks() -> None:
    note = list(describe_letter(klarsprak.check_text("Du får pengarna i maj.\n\nHälsningar\nAnna Ek", whole=True)))
    assert any(line.startswith("Läsbarhet: LIX ") for line in note)
    assert "Underskriften saknar befattning, enhet, adress och telefonnummer." in note
