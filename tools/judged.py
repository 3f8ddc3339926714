"""What has become of findings that a person has judged: ``python -m tools.judged FOLDER``.

FOLDER holds ``letters/`` and ``judged.jsonl``, a row a judgement: ``kind`` (finding, suggestion, explanation,
signature, law, missed), ``file``, ``verdict`` (right, debatable, wrong) and what was judged.  Of the wrong it counts
how much is gone, of what was right how much is kept, of what was missed how much is found.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from klarsprak.checker import Checker
from klarsprak.finding import Finding, Report
from klarsprak.letter import Letter
from klarsprak.readers import read_file
from klarsprak.rulebook.selection import renamed

Row = dict[str, Any]
_WHOLE_SENTENCE = "mening."
"""Rules that point at a sentence's build say nothing of the words that a reader marked in it."""
_NO_SIGNATURE = "signatur.ingen"
"""Stands for all parts of a signature where nothing of one is found."""
_NO_SENDER = {"signatur.enhet": "signatur.avsändare"}
"""In a system's message, where it isn't said whose it is, stands for the unit."""


@dataclass
class Letters:
    """The reports on the letters of a folder, by the file's name."""

    folder: Path
    checker: Checker = field(default_factory=Checker)
    _reports: dict[str, list[Report]] = field(default_factory=dict)

    def findings(self, name: str) -> list[tuple[Finding, Report]]:
        """All findings on a file and the letters in it."""
        if name not in self._reports:
            letters = read_file(self.folder / "letters" / name)
            self._reports[name] = [self.checker.check(each) for each in letters if isinstance(each, Letter)]
        return [(finding, report) for report in self._reports[name] for finding in report.findings]

    def rule(self, name: str) -> str:
        """What the rule is called today."""
        return renamed(self.checker.rules).get(name, name)


def _same(row: Row, letters: Letters) -> Iterator[Finding]:
    """The findings of the same rule on the same words in the same sentence."""
    rule = letters.rule(row["rule"])
    for finding, report in letters.findings(row["file"]):
        if finding.rule == rule and finding.text == (row.get("text") or "") and _is_near(row, finding, report):
            yield finding


def _is_near(row: Row, finding: Finding, report: Report) -> bool:
    """Whether the finding stands in the context that was judged, as far as the row tells one."""
    context = _folded(row.get("context") or "")
    if not context or finding.place is None:
        return True
    start, end = report.around(finding.place)
    sentence = _folded(report.texts[finding.place.block][start:end])
    if sentence in context or context in sentence or sentence[:40] in context:
        return True
    text, place = report.texts[finding.place.block], finding.place  # a context may be cut within its words
    return _folded(text[max(0, place.start - _NEAR) : place.end + _NEAR]) in context


_NEAR = 15
"""Characters around a finding's words by which it is told from others of the same words."""


def _folded(text: str) -> str:
    return " ".join(text.split())


def _is_told(row: Row, letters: Letters) -> bool:
    """Whether the same thing is said of the same words."""
    message = row.get("message")
    return any(message in (None, finding.message) for finding in _same(row, letters))


def _is_flagged(row: Row, letters: Letters) -> bool:
    """Whether the words are flagged in the same category, whatever is said of them; or the part is still missing."""
    if not row.get("text"):
        return _is_missing(row, letters)
    category = row["rule"].split(".")[0]
    return any(finding.rule.split(".")[0] == category for finding in _on_same_words(row, letters))


def _on_same_words(row: Row, letters: Letters) -> Iterator[Finding]:
    text = row.get("text") or ""
    for finding, report in letters.findings(row["file"]):
        same = finding.rule == letters.rule(row["rule"]) if not text else text in finding.text or finding.text in text
        if same and bool(finding.text) == bool(text) and _is_near(row, finding, report):
            yield finding


def _is_offered(row: Row, letters: Letters) -> bool:
    """Whether the first of the suggestions that were judged is still offered for these words."""
    return any(row["suggestions"][0] in finding.suggestions for finding in _on_same_words(row, letters))


def _is_missing(row: Row, letters: Letters) -> bool:
    """Whether the part is said to be missing from the signature, or the whole of it."""
    telling = {row["rule"], _NO_SIGNATURE, _NO_SENDER.get(row["rule"])}
    return any(finding.rule in telling for finding, _ in letters.findings(row["file"]))


def _is_found(row: Row, letters: Letters) -> bool:
    """Whether a finding points at some of the words that a reader marked."""
    marked = _folded(row["text"])
    for finding, report in letters.findings(row["file"]):
        if finding.place is None or not finding.text or finding.rule.startswith(_WHOLE_SENTENCE):
            continue
        text = _folded(report.texts[finding.place.block])
        if marked in text and (finding.text in marked or marked in finding.text):
            return True
    return False


Question = Callable[[Row, Letters], bool]
_STILL: dict[tuple[str, str], Question] = {
    ("finding", "wrong"): _is_told,
    ("finding", "right"): _is_flagged,
    ("suggestion", "wrong"): _is_offered,
    ("suggestion", "right"): _is_offered,
    ("explanation", "wrong"): _is_told,
    ("explanation", "right"): _is_flagged,
    ("signature", "wrong"): _is_missing,
    ("signature", "right"): _is_missing,
    ("law", "wrong"): _is_told,
    ("law", "right"): _is_flagged,
    ("missed", ""): _is_found,
}
"""Whether a row of that kind and verdict still holds."""


def compare(folder: Path) -> dict[tuple[str, str], list[tuple[Row, bool]]]:
    """The rows by kind and verdict, each with whether what it says is still so."""
    letters = Letters(folder)
    found: dict[tuple[str, str], list[tuple[Row, bool]]] = defaultdict(list)
    for line in (folder / "judged.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        key = row["kind"], row.get("verdict") or ""
        if key in _STILL:
            found[key].append((row, _STILL[key](row, letters)))
    return found


def table(found: dict[tuple[str, str], list[tuple[Row, bool]]]) -> Iterator[str]:
    """A line a kind and verdict: what is gone of the wrong, kept of the right, found of the missed."""
    for (kind, verdict), rows in sorted(found.items()):
        still = sum(holds for _, holds in rows)
        done, what = (len(rows) - still, "gone") if verdict == "wrong" else (still, "kept" if verdict else "found")
        yield f"{kind:<12} {verdict:<6} {done:>4} of {len(rows):>3} {what} ({done / len(rows):.0%})"


def _left(found: dict[tuple[str, str], list[tuple[Row, bool]]]) -> Iterator[str]:
    """The rows that are not as they should be."""
    for (kind, verdict), rows in sorted(found.items()):
        for row, holds in rows:
            if holds == (verdict == "wrong"):
                words = row.get("text") or row.get("message") or ""
                what = row.get("rule") or row.get("type")
                yield f"{kind} {verdict}: {row['file']} {what} ”{words}” {row.get('note') or ''}"


def main() -> None:
    """Print the table, and with ``--rows`` the rows that are not yet as they should be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", action="store_true", help="list what is wrong still, lost or missed")
    chosen = parser.parse_args()
    found = compare(chosen.folder)
    print("\n".join([*table(found), *(_left(found) if chosen.rows else ())]))


if __name__ == "__main__":
    main()
