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
    encoding = out.encoding or "utf-8"
    out.write(f'<?xml version="1.0" encoding="{encoding}"?>\n')
    text = ET.tostring(root, encoding="unicode")
    out.write(text.encode(encoding, "xmlcharrefreplace").decode(encoding) + "\n")


def _case(report: Report) -> ET.Element:
    case = ET.Element("testcase", name=_xml(report.file), classname="klarsprak")
    lines = "\n".join(_lines(report))
    if report.error is not None:
        ET.SubElement(case, "error", type="unreadable", message=_xml(report.error))
    elif any(finding.level >= FAILS for finding in report.findings):
        counts = Counter(finding.level for finding in report.findings)
        failure = ET.SubElement(case, "failure", type="findings", message=summary.counted(counts))
        failure.text = _xml(lines)
    elif lines:
        ET.SubElement(case, "system-out").text = _xml(lines)
    return case


def _lines(report: Report) -> Iterator[str]:
    yield from report.notes
    for finding in report.findings:
        yield f"{_where(finding)}{finding.level} {finding.rule}: {finding.message}"


def _where(finding: Finding) -> str:
    place = finding.place
    if place is None:
        return ""
    page = f"sida {place.page}, " if place.page is not None else ""
    return f"{page}rad {place.line}: " if place.line is not None else page and f"{page[:-2]}: "


def _xml(text: str) -> str:
    """The text with a replacement character for what XML can't hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
