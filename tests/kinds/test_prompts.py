"""A template's prompts are found wherever in a Word document they stand."""

from __future__ import annotations

import pytest

from klarsprak.checker import Checker
from tests.readers.docx.conftest import Docx

PROMPT = "Klicka eller tryck här för att ange text."
MAKE = Docx()
SPLIT = "".join(MAKE.r(piece) for piece in ("Klicka eller ", "tryck hä", "r för att ", "ange text."))
CONTROL = f"<w:sdt><w:sdtPr>{{}}</w:sdtPr><w:sdtContent>{MAKE.r(PROMPT)}</w:sdtContent></w:sdt>"
BODY = MAKE.p("Vi har fått din ansökan om bygglov.")
HEADER = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'

PLACES = {
    "a paragraph": MAKE.p(PROMPT),
    "several runs": MAKE.p(SPLIT),
    "after a label": MAKE.p("Datum: ", PROMPT),
    "a control": MAKE.p(CONTROL.format("<w:showingPlcHdr/>")),
    "a control that doesn't say so": MAKE.p(CONTROL.format("")),
    "a table": MAKE.tbl(MAKE.tc("Handläggare") + MAKE.tc(PROMPT)),
    "a text box": MAKE.p("Ruta. ", MAKE.box(MAKE.p(PROMPT))),
    "a form's field": MAKE.p(MAKE.field("FORMTEXT", PROMPT)),
}


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


def prompts(checker: Checker, body: str, **parts: str) -> list[str]:
    """What is said to be left from the template."""
    report = checker.check(MAKE.read(body, **parts))
    return [finding.text for finding in report.findings if finding.category == "mallrest"]


@pytest.mark.parametrize("body", PLACES.values(), ids=PLACES)
def test_a_prompt_is_found_where_it_stands(checker: Checker, body: str) -> None:
    assert prompts(checker, BODY + body) == [PROMPT]


def test_a_prompt_is_found_in_the_pages_head(checker: Checker) -> None:
    assert prompts(checker, BODY + HEADER, header1=MAKE.p(SPLIT)) == [PROMPT]
