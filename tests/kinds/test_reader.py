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
