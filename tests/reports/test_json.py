"""The report for a program: exactly the keys of ``klarsprak/report/1``."""

from __future__ import annotations

import io
import json
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klarsprak import check_text
from klarsprak.checker import Checker
from klarsprak.config.model import Config
from klarsprak.finding import Level, Report
from klarsprak.readers import read_file
from klarsprak.reports.json import write
from klarsprak.reports.remarks import as_remarks
from klarsprak.score import score as reckon
from klarsprak.suppression.level import hide_below
from tests.support import WORDS, check, rules

VALIDATOR = Draft202012Validator(
    json.loads((files("klarsprak.reports") / "report-1.schema.json").read_text(encoding="utf-8"))
)


def written(*reports: Report) -> dict:  # type: ignore[type-arg]
    stream = io.StringIO()
    write(reports, stream)
    return json.loads(stream.getvalue())  # type: ignore[no-any-return]


def test_a_finding_has_all_its_keys(tmp_path: Path) -> None:
    letter = written(check(rules(tmp_path, WORDS), "Hej!\nDu har  erhållit pengar."))["letters"][0]
    assert list(letter) == [
        "file", "format", "words", "verdict", "findings", "signature", "metrics", "notes", "error",
    ]  # fmt: skip
    assert letter["verdict"] == "findings"
    assert letter["findings"] == [
        {
            "rule": "prov.erhålla",
            "category": "kanslisvenska",
            "level": "warning",
            "text": "erhållit",
            "suggestions": ["fått"],
            "message": "”erhållit” är svårt. Skriv ”fått”.",
            "why": "Skälet.",
            "source": "",
            "place": {
                "block": 1, "role": "paragraph", "start": 8, "end": 16, "page": None, "line": None, "column": None,
                "near": "2:a stycket",
            },
        }
    ]  # fmt: skip


def test_an_explained_section_says_which_wording_of_the_law_it_is_from() -> None:
    report = written(check_text("Hej!\n\nVi avslår ansökan enligt 7 § lagen (1997:736) om färdtjänst.\n"))
    found = {finding["rule"]: finding for finding in report["letters"][0]["findings"]}["lagrum.oförklarat"]
    assert found["explanation_source"] == "lagen med ändringar till och med SFS 2019:901"
    assert found["message"].endswith("Det bygger på lagen med ändringar till och med SFS 2019:901.")
    assert "bygger på" not in found["explanation"]


def test_what_has_a_line_needs_no_other_name(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Hej!\n\nDu har ej kommit till oss, och vi har väntat.\n", encoding="utf-8")
    report = Checker(rules=rules(tmp_path, WORDS)).check(next(read_file(tmp_path / "brev.txt")))
    (finding,) = written(report)["letters"][0]["findings"]
    assert finding["place"]["line"] == 3
    assert "near" not in finding["place"]


def test_the_report_begins_with_schema_and_version(tmp_path: Path) -> None:
    report = written()
    assert report == {"schema": "klarsprak/report/1", "version": report["version"], "letters": []}


def test_a_clean_letter_lists_what_the_signature_lacks(tmp_path: Path) -> None:
    letter = written(check(rules(tmp_path, WORDS), "Du har fått pengar."))["letters"][0]
    assert letter["verdict"] == "clean"
    assert letter["signature"] == {
        "name": None, "title": None, "unit": None, "address": None, "phone": None,
        "missing": ["name", "title", "unit", "address", "phone"],
    }  # fmt: skip
    assert list(letter["metrics"]) == ["lix", "ovix", "nominal_ratio", "words_per_sentence", "passive_share"]


def test_an_unreadable_letter_is_never_clean() -> None:
    letter = written(Report("x.pdf", "pdf", error="Pdf-filen har ett lösenord."))["letters"][0]
    assert (letter["verdict"], letter["error"]) == ("unreadable", "Pdf-filen har ett lösenord.")


def test_a_stream_that_cant_hold_the_letters_signs_gets_escapes() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    write([Report("brev\u2011å.txt", "text")], stream)
    stream.flush()
    assert json.loads(raw.getvalue().decode("ascii"))["letters"][0]["file"] == "brev\u2011å.txt"


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        ("Beslutet får laga kraft i mars.", "Att beslutet har fått laga kraft betyder att"),
        ("Vi avslår ansökan enligt 7 § lagen (1997:736) om färdtjänst.", "Den som har en funktionsnedsättning"),
    ],
)
def test_what_words_mean_can_be_put_into_the_letter(text: str, explanation: str) -> None:
    (letter,) = written(check_text(text))["letters"]
    told = [finding.get("explanation", "") for finding in letter["findings"]]
    assert any(each.startswith(explanation) for each in told)


LONG = "Hej!\n\nDu har erhållit pengar av oss. " + "Vi skickar pengarna till ditt konto i maj. " * 8


def test_a_whole_letter_has_a_score_by_all_that_is_found_and_a_paragraph_has_none() -> None:
    report = check_text(LONG, whole=True)
    (letter,) = written(report)["letters"]
    VALIDATOR.validate(written(report))
    score = letter["score"]
    assert 0 < score["low"] < score["value"] < score["high"] <= 100
    placed = Counter(found.level for found in report.findings if found.place)
    musts = sum(found.place is None and found.level is Level.ERROR for found in report.findings)
    reckoned = reckon(report.words, placed, musts, report.metrics["lix"])
    assert reckoned is not None
    assert musts > 0
    assert score["value"] == round(reckoned.value, 1)
    (shown,) = hide_below(Level.ERROR, [report])
    assert written(as_remarks(shown))["letters"][0]["score"] == score
    assert "score" not in written(check_text(LONG))["letters"][0]
    assert "score" not in written(check_text("Hej! Du har fått pengar.", whole=True))["letters"][0]


def test_a_letter_that_is_not_checked_for_all_has_no_score() -> None:
    report = check_text(LONG, whole=True, checker=Checker(Config.model_validate({"ignore": ["sprakfel"]})))
    assert "score" not in written(report)["letters"][0]
