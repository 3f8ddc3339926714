"""What an audit knows of a letter besides its findings."""

from __future__ import annotations

import io
import logging
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from klarsprak.audit.letter.dated import date_in_path
from klarsprak.audit.letter.facts import unit_name
from klarsprak.audit.letter.fingerprint import VALUES, fingerprint
from klarsprak.audit.letter.results import Facts
from klarsprak.audit.run import prepared
from klarsprak.audit.version import Rules
from klarsprak.audit.workers.serving import Task, Work
from klarsprak.stages import finished

LETTERS = Path(__file__).parents[3] / "corpora/letters"


@pytest.fixture(scope="module")
def work() -> Work:
    return prepared(None, False, Rules.load(None).version(False))


def facts(work: Work, data: str | bytes, suffix: str = ".txt") -> Facts:
    data = data.encode() if isinstance(data, str) else data
    return finished(work(Task(b"", suffix, data)))[0].facts


def test_an_audit_knows_the_day_unit_types_and_template_of_a_decision(work: Work) -> None:
    known = facts(work, (LETTERS / "beslut-skolskjuts.txt").read_bytes())
    assert known.date == "2025-08-12"
    assert known.unit == "Utbildningsförvaltningen"
    assert "avslag" in known.types
    assert sum(known.lengths) > 20
    assert known.template is not None
    assert len(known.template) == 2 * VALUES


def test_the_day_of_an_email_is_the_one_in_its_head(work: Work) -> None:
    head = "From: a@ekvalla.example\nDate: Mon, 4 Feb 2019 23:30:00 +0100\nSubject: Svar\n\n"
    assert facts(work, f"{head}Ekvalla 2018-01-01\n\nHej! Du får svar i maj.\n", ".eml").date == "2019-02-04"
    assert facts(work, "Subject: Svar\nDate: i går\n\nHej! Du får svar i maj.\n", ".eml").date is None


def test_nothing_is_logged_of_a_damaged_pdf_whose_day_is_asked_for(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pageCompression=0)
    canvas.drawString(100, 700, "7 Anna får svar av oss i maj.")
    canvas.save()
    data = out.getvalue()
    caplog.set_level(logging.DEBUG)
    assert facts(work, data.replace(b"/Root", b"/Prev %d /Root" % data.index(b"7 Anna")), ".pdf").date
    assert caplog.records == []


def test_a_word_letter_without_date_is_from_the_day_when_it_was_last_saved(work: Work) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(LETTERS / "beslut-bygglov.docx") as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            text = old.read(part).replace(b"2025-06-03", b"-")
            if part == "docProps/core.xml":
                text = b"<c><dcterms:created>2017-01-01T08:00:00Z</dcterms:created>"
                text += b"<dcterms:modified>2018-03-02T08:00:00Z</dcterms:modified></c>"
            new.writestr(part, text)
    assert facts(work, (LETTERS / "beslut-bygglov.docx").read_bytes(), ".docx").date == "2025-06-03"
    assert facts(work, out.getvalue(), ".docx").date == "2018-03-02"


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("/arkiv/2019/05/13/brev.txt", "2019-05-13"),
        ("/arkiv/2018/2019-05-13 beslut.docx", "2019-05-13"),
        ("/arkiv/20190513_beslut.docx", "2019-05-13"),
        ("C:\\arkiv\\2019\\05\\brev.txt", "2019-05"),
        ("/arkiv/2019/05/dnr 2018-1234.txt", "2019-05"),
        ("/arkiv/KS 2019-0145.txt", "2019"),
        ("/arkiv/2019/13/brev.txt", "2019"),
        ("/arkiv/2019-02-30.txt", "2019-02"),
        ("/arkiv/19500513-1234.txt", None),  # a person's number
        ("/arkiv/brev 12345678.txt", None),
        ("/arkiv/brev.txt", None),
    ],
)
def test_a_path_may_tell_day_month_or_year(path: str, date: str | None) -> None:
    assert date_in_path(path) == date


@pytest.mark.parametrize(
    ("found", "units", "name"),
    [
        ("Socialförvaltningen", [], "Socialförvaltningen"),
        ("Barn- och utbildningsförvaltningen", [], "Utbildningsförvaltningen"),
        # A name that has been taken for a part of the unit's is not kept.
        ("Karin Ekmark, socialförvaltningen", [], "Socialförvaltningen"),
        ("Karin Ekmark", [], None),
        ("ENHETEN FÖR BYGGLOV, plan 3", ["Enheten för bygglov", "Bygglov"], "Enheten för bygglov"),
    ],
)
def test_a_unit_is_kept_by_its_own_name_and_nothing_else(found: str, units: list[str], name: str | None) -> None:
    assert unit_name(found, units) == name


TEMPLATE = [
    "Beslut om färdtjänst",
    "Du har ansökt om färdtjänst för {name}. Kommunen beviljar din ansökan från och med {day}.",
    "Du kan resa hur mycket du vill inom kommunen. Varje resa kostar lika mycket som en bussbiljett.",
    "Beställ resan minst två timmar innan du vill åka. Ring till beställningscentralen på {phone}.",
    "Om du inte är nöjd med beslutet kan du överklaga det. Skriv då till oss inom tre veckor.",
]


def filled_in(name: str, day: str, phone: str) -> bytes:
    made = fingerprint(text.format(name=name, day=day, phone=phone) for text in TEMPLATE)
    assert made is not None
    return made


def test_letters_from_one_template_have_one_fingerprint() -> None:
    one = filled_in("Hulda", "2019-05-13", "08-465 004 10")
    assert filled_in("Sixten", "2021-01-02", "08-465 004 99") == one
    other = fingerprint(text.replace("resa", "åka skidor") for text in TEMPLATE[1:])
    assert other is not None
    assert other != one
    assert fingerprint(["Hej!", "Du får svar i maj."]) is None  # too short to tell
