"""Strings that an expression can't do without."""

import pytest

from klarsprak.matching.needed_strings import Wording, needed_strings
from klarsprak.prose.audience_signs import SIGNS


@pytest.mark.parametrize(
    ("regex", "strings"),
    [
        (r"\b(?:er|din) (?:förening|klubb)\b", {"förening", "klubb"}),
        (r"(?:hej )?(?:ditt barn|elev)", {"ditt barn", "elev"}),
        (r"ert (?:bolag|aktiebolag|åkeri)", {"bolag", "åkeri"}),
        (r"(?:ansökan ){1,3}om", {"ansökan "}),
        (r"(?:ansökan)?(?!om) (?=till)\w+", {" "}),
        (r"\w+\d|[ab]", set()),
        (r"kommun|\w+", set()),
        (r"(?i)kommun", set()),
        (r"(?i:kommun)", set()),
    ],
)
def test_every_match_holds_one(regex: str, strings: set[str]) -> None:
    assert needed_strings(regex) == strings


def test_text_without_strings_is_not_searched() -> None:
    wording = Wording(r"\b(?:er|din) (?:förening|klubb)\b")
    assert wording.stands_in("tack för att er klubb svarade")
    assert wording.may_stand_in("en klubb i norr")
    assert not wording.stands_in("en klubb i norr")
    assert not wording.may_stand_in("er kommun")


def test_without_known_strings_each_text_is_searched() -> None:
    assert Wording(r"\w+\d").stands_in("dnr a1")
    assert not Wording(r"\w+\d").stands_in("dnr")


def test_signs_of_audiences_need_a_string() -> None:
    said = [wording for signs in SIGNS.values() for sign in signs for wording in (*sign.said, sign.unless) if wording]
    assert not any(wording.may_stand_in("") for wording in said)
