"""Kind ``reader``: the reader's own name in the third person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import check, rules, texts

RULE = "- {id: x, kind: reader, message: '{text}', examples: [{flag: x}]}\n"
HEAD = "Anna Ek\nTallgatan 2\n512 95 Norrlida\n\n"


@pytest.mark.parametrize(
    ("said", "flagged"),
    [
        ("Anna Ek har ansökt om båtplats.", ["Anna Ek"]),
        ("Nämnden har fått Anna Eks ansökan.", ["Anna Ek"]),
        ("Anna Ek beviljas en båtplats i hamnen.", ["Anna Ek"]),
        ("Anna Ekman har ansökt om båtplats.", []),
        ("Hej Anna Ek!", []),
        ("Beslutet gäller dig, Anna Ek, från i dag.", []),
        ("Vi skickar ett brev till Anna Ek efter mötet.", []),
        ("Bo Alm har ansökt om båtplats.", []),
        ("Anna Ek, 19590217-XXXX, har ansökt om båtplats.", ["Anna Ek"]),
        ("Nämnden fick i mars en ansökan om båtplats från Anna Ek.", ["Anna Ek"]),
        ("Nämnden beslutar att bevilja Anna Ek en båtplats.", ["Anna Ek"]),
        ("Ansökan om båtplats för Anna Ek", []),
    ],
)
def test_what_is_said_of_who_reads_is_found(tmp_path: Path, said: str, flagged: list[str]) -> None:
    assert texts(check(rules(tmp_path, RULE), f"{HEAD}{said}\n")) == flagged


def test_both_of_two_readers_are_known(tmp_path: Path) -> None:
    head = HEAD.replace("Anna Ek", "Anna Ek och Bo Alm")
    found = check(rules(tmp_path, RULE), f"{head}Bo Alm har ansökt om båtplats. Anna Ek vill ha en till.\n")
    assert texts(found) == ["Bo Alm", "Anna Ek"]


def test_who_reads_for_an_organisation_is_not_meant(tmp_path: Path) -> None:
    assert texts(check(rules(tmp_path, RULE), f"Bojan AB\n{HEAD}Anna Ek har ansökt om båtplats.\n")) == []


def test_who_reads_with_a_guardian_is_known(tmp_path: Path) -> None:
    head = HEAD.replace("Anna Ek", "Anna Ek med vårdnadshavare")
    assert texts(check(rules(tmp_path, RULE), f"{head}Anna Ek har ansökt om båtplats.\n")) == ["Anna Ek"]


ORGANISATION = "- {id: x, kind: reader, organisation: true, message: '{text}', examples: [{flag: x}]}\n"


@pytest.mark.parametrize(
    ("letter", "flagged"),
    [
        ("Sjöbo Plåt AB\nTallgatan 2\n512 95 Norrlida\n\nSjöbo Plåt har ansökt om lov.\n", ["Sjöbo Plåt"]),
        ("Norrlida roddklubb\nc/o Anna Ek\n\nNorrlida roddklubb har ansökt om bidrag.\n", ["Norrlida roddklubb"]),
        ("Norrlida roddklubb\nc/o Anna Ek\n\nNorrlida båtklubb har ansökt om bidrag.\n", []),
        (f"{HEAD}Sjöbo Plåt har ansökt om lov.\n", []),
        (
            "Sjöbo Bostäder AB\nTallgatan 2\n512 95 Norrlida\n\nSjöbo Bostäder AB har fått klagomål.\n\n"
            "Med vänlig hälsning\n\nSjöbo Bostäder AB\n",
            [],
        ),
    ],
)
def test_what_is_said_of_the_organisation_that_reads_is_found(
    tmp_path: Path, letter: str, flagged: list[str]
) -> None:
    assert texts(check(rules(tmp_path, ORGANISATION), letter)) == flagged
