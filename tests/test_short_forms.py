"""The shipped rules on short forms: where one stands, and what stands beside it."""

from __future__ import annotations

from functools import cache

import pytest

from klarsprak.authoring.examples import parse
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Category


@cache
def _checker() -> Checker:
    return Checker()


def _short_forms(text: str, checker: Checker | None = None) -> list[str]:
    """The short forms that are flagged in a letter with one block a line."""
    report = (checker or _checker()).check(parse(text).letter)
    return [finding.text for finding in report.findings if finding.category is Category.FORKORTNING]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Ta med kläder, skor m.fl. o. dyl. till mötet på fredag.", ["m.fl.", "o. dyl."]),
        ("Du får hjälp fr.o.m. den 1 mars t.o.m. den 31 maj.", ["fr.o.m.", "t.o.m."]),
        ("Du får hjälp fr. o. m. den 1 mars t o m den 31 maj.", ["fr. o. m.", "t o m"]),
        ("Bron är stängd p. g. a. ras, d.v.s hela veckan.", ["p. g. a.", "d.v.s"]),
        ("Läs mer i boken, s. 412 f. och s. 15 ff. om du vill.", ["s.", "f.", "s.", "ff."]),
    ],
)
def test_each_of_a_chain_of_short_forms_is_flagged(text: str, flagged: list[str]) -> None:
    assert _short_forms(text) == flagged


@pytest.mark.parametrize(
    ("label", "flagged"),
    [
        ("Tel växel: 08-465 004 12", "Tel"),
        ("Tfn 08-465 004 12", "Tfn"),
        ("Dnr BN 2025-118", "Dnr"),
        ("| Pers.nr | Avgift |", "Pers.nr"),
        ("Vår ref: Ida Lövgren", "Vår ref"),
        ("Bil 2: Karta", "Bil"),
        ("Sid 2 (3)", "Sid"),
    ],
)
def test_a_label_is_flagged(label: str, flagged: str) -> None:
    assert _short_forms(f"Vi svarar på ditt brev i maj.\n{label}") == [flagged]


@pytest.mark.parametrize("text", ["Vi ses kl. 9.30 i aulan på fredag.", "Du bor på Storgatan nr 4 i staden."])
def test_what_everybody_reads_at_a_glance_may_stand(text: str) -> None:
    assert _short_forms(text) == []


def test_the_organisation_says_in_its_own_words_what_its_short_forms_mean() -> None:
    terms = {"TUF": "teknik- och utemiljöförvaltningen", "KF": "de som är valda att styra kommunen"}
    checker = Checker(Config.model_validate({"terms": terms}))
    report = checker.check(parse("Ditt brev går till TUF och sedan till KF i maj.").letter)
    assert {"egna-termer.tuf", "egna-termer.kf"} <= {finding.rule for finding in report.findings}
    assert _short_forms("Ditt brev går till TUF och sedan till KF i maj.", checker) == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("T. ex. kan du ringa oss på måndag.", ["T. ex."]),
        ("Vi har stängt i dag. D. v. s. hela dagen.", ["D. v. s."]),
        ("Du får taxi i stf buss till skolan.", ["i stf"]),
        ("Du kan få bidrag till mat m.m. dyl. och bl. a p.g.a. sjukdom.", ["m.m.", "dyl.", "bl. a", "p.g.a."]),
        ("Tel kundservice: 08-465 004 12", ["Tel"]),
        ("PB 3125, 123 45 Ekvalla", ["PB"]),
    ],
)
def test_a_short_form_is_flagged_however_its_stops_and_spaces_are_put(text: str, flagged: list[str]) -> None:
    assert _short_forms(text) == flagged
