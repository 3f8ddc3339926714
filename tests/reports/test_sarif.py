"""The report as SARIF; the models of pydantic-sarif are generated from the standard's own schema."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from klarsprak.finding import Report
from klarsprak.reports.sarif import fingerprints, write
from tests.support import WORDS, check, rules


def run(*reports: Report) -> dict[str, Any]:
    stream = io.StringIO()
    write(reports, stream)
    log = json.loads(stream.getvalue())
    SarifLog.model_validate(log)
    (only,) = log["runs"]
    return dict(only)


def test_a_result_points_to_its_rule_and_its_letter(tmp_path: Path) -> None:
    found = run(Report("rent.txt", "text"), check(rules(tmp_path, WORDS), "Du har ej erhållit pengarna."))
    result = found["results"][1]
    assert (result["ruleId"], result["level"]) == ("prov.erhålla", "warning")
    assert found["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "prov.erhålla"
    location = result["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "exempel"
    assert location["properties"] == {"block": 0, "role": "paragraph", "start": 10, "end": 18}


def test_a_sarif_log_holds_no_more_of_a_letter_than_the_flagged_words(tmp_path: Path) -> None:
    assert "Anna" not in json.dumps(run(check(rules(tmp_path, WORDS), "Anna har ej kommit.")))


def test_a_letter_that_could_not_be_read_makes_the_run_a_failure() -> None:
    invocation = run(Report("x.pdf", "pdf", error="Lösenord {1}."))["invocations"][0]
    assert not invocation["executionSuccessful"]
    notification = invocation["toolExecutionNotifications"][0]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "Lösenord {{1}}."


def test_a_clean_run_is_a_success() -> None:
    assert run(Report("rent.txt", "text"))["invocations"][0]["executionSuccessful"]


def test_a_files_name_is_a_uri() -> None:
    (artifact,) = run(Report("brev å#1.txt", "text"))["artifacts"]
    assert artifact["location"]["uri"] == "brev%20%C3%A5%231.txt"


def test_a_fingerprint_stays_when_the_text_moves(tmp_path: Path) -> None:
    words = rules(tmp_path, WORDS)
    before = check(words, "Du har ej kommit i tid.")
    after = check(words, "Hej!\nVi har väntat. Du har ej kommit i tid.")
    other = check(words, "Vi kan ej svara i dag.")
    assert fingerprints(before)[0] != fingerprints(other)[0]
    assert fingerprints(check(words, "En mening till.\nDu har ej kommit i tid.")) == fingerprints(before)
    assert fingerprints(after) == fingerprints(before)


def test_the_same_words_twice_have_two_fingerprints(tmp_path: Path) -> None:
    first, second = fingerprints(check(rules(tmp_path, WORDS), "Du har ej kommit.\nDu har ej kommit."))
    assert first != second
