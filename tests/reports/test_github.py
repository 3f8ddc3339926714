"""The report as annotations on GitHub."""

from __future__ import annotations

import io
from pathlib import Path

from klarsprak.checker import Checker
from klarsprak.finding import Report
from klarsprak.readers import read_bytes
from klarsprak.reports.github import write
from tests.support import WORDS, check, rules


def lines(*reports: Report) -> list[str]:
    stream = io.StringIO()
    write(reports, stream)
    return stream.getvalue().splitlines()


def test_an_annotation_stands_at_its_line(tmp_path: Path) -> None:
    (letter,) = read_bytes(b"Hej!\n\nDu har ej kommit.\n", "brev.txt")
    report = Checker(rules=rules(tmp_path, WORDS)).check(letter)
    assert lines(report) == [
        "::warning file=brev.txt,line=3,col=8,title=prov.ej::”ej” är svårt. Skriv ”inte”.",
    ]


def test_levels_have_githubs_names(tmp_path: Path) -> None:
    info = rules(tmp_path, WORDS.replace("id: ej,", "id: ej, level: info,"))
    assert lines(check(info, "Du har ej kommit."))[0].startswith("::notice ")


def test_signs_that_github_gives_a_meaning_are_escaped() -> None:
    (line,) = lines(Report("a,b:c.txt", "text", error="100 %\nfel: ja"))
    assert line == "::error file=a%2Cb%3Ac.txt::Inte granskat: 100 %25%0Afel: ja"
