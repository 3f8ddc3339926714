"""The report as a test run: a letter is a test case."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree as ET

from klarsprak.finding import Report
from klarsprak.reports.junit import write
from tests.support import WORDS, check, rules


def suite(*reports: Report) -> ET.Element:
    stream = io.StringIO()
    write(reports, stream)
    found = ET.fromstring(stream.getvalue().encode()).find("testsuite")
    assert found is not None
    return found


def test_a_letter_with_findings_fails(tmp_path: Path) -> None:
    run = suite(check(rules(tmp_path, WORDS), "Du har ej kommit."))
    failure = run.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "1 bör skrivas om."
    assert failure.text == "1:a stycket: warning prov.ej: ”ej” är svårt. Skriv ”inte”."


def test_a_letter_with_nothing_but_thoughts_passes(tmp_path: Path) -> None:
    info = rules(tmp_path, WORDS.replace("id: ej,", "id: ej, level: info,"))
    run = suite(check(info, "Du har ej kommit."))
    assert run.get("failures") == "0"
    assert "prov.ej" in (run.findtext("testcase/system-out") or "")


def test_a_letter_that_could_not_be_read_is_an_error() -> None:
    run = suite(Report("x.pdf", "pdf", error="Pdf-filen har ett lösenord."), Report("y.txt", "text"))
    assert (run.get("tests"), run.get("failures"), run.get("errors")) == ("2", "0", "1")
    error = run.find("testcase[@name='x.pdf']/error")
    assert error is not None
    assert error.get("message") == "Pdf-filen har ett lösenord."


def test_control_characters_dont_break_the_file() -> None:
    assert suite(Report("a\x0b<b>&.txt", "text")).find("testcase[@name='a\ufffd<b>&.txt']") is not None


def test_a_stream_of_another_encoding_is_declared() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    write([Report("brev\u2192å.txt", "text")], stream)
    stream.flush()
    assert ET.fromstring(raw.getvalue()).find("testsuite/testcase[@name='brev\u2192å.txt']") is not None
