"""Reports as JUnit XML: a test case a letter.

A letter fails where something must be rewritten (level warning or error); what is only worth a thought is told but
doesn't fail it.  A letter that could not be read is an error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.etree import ElementTree as ET

from klarsprak.finding import Finding, Level, Report
from klarsprak.reports import summary
from klarsprak.reports.places import page_and_line
from klarsprak.reports.streams import encoding_of, storable

FAILS = Level.WARNING
"""The lowest level that fails a test case."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(reports: Iterable[Report], out: TextIO) -> None:
    """Write one suite; of a letter's text only the flagged words are in it."""
    cases = [_case(report) for report in reports]
    suite = ET.Element("testsuite", name="klarsprak")
    suite.extend(cases)
    suite.attrib |= {
        "tests": str(len(cases)),
        "failures": str(len(suite.findall("testcase/failure"))),
        "errors": str(len(suite.findall("testcase/error"))),
    }
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    out.write(f'<?xml version="1.0" encoding="{encoding_of(out)}"?>\n')
    out.write(f"{storable(text, out, instead='xmlcharrefreplace')}\n")


def _case(report: Report) -> ET.Element:
    """A letter's test case: an error, a failure, or passed with something to think of."""
    case = ET.Element("testcase", name=_xml(report.file), classname="klarsprak")
    lines = "\n".join(_lines(report))
    counts = Counter(finding.level for finding in report.findings)
    if report.not_checked is not None:
        ET.SubElement(case, "error", type="unreadable", message=_xml(report.not_checked))
    elif counts and max(counts) >= FAILS:
        failure = ET.SubElement(case, "failure", type="findings", message=summary.counted(counts))
        failure.text = _xml(lines)
    elif lines:
        ET.SubElement(case, "system-out").text = _xml(lines)
    return case


def _lines(report: Report) -> Iterator[str]:
    """All that is said of a letter, a line a finding."""
    yield from report.notes
    for finding in report.findings:
        yield f"{_where(finding)}{finding.level} {finding.rule}: {finding.message}"


def _where(finding: Finding) -> str:
    """*sida 2, rad 7:* with a space after it, or nothing."""
    where = ", ".join(page_and_line(finding.place))
    return f"{where}: " if where else ""


def _xml(text: str) -> str:
    """The text with a replacement character for what XML can't hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
