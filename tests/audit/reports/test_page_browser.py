"""The report of an audit in a real browser: needs the extra ``browser`` and Debian's ``chromium``."""

from __future__ import annotations

from pathlib import Path

import pytest

from klarsprak.cli import run
from tests import chromium
from tests.audit.support import filled
from tests.reports.test_html_browser import AA, browser, playwright, tab  # noqa: F401  (fixtures)

pytest.importorskip("matplotlib")
pytestmark = pytest.mark.usefixtures("archive")


@pytest.fixture
def page(tab: playwright.Page) -> playwright.Page:  # noqa: F811
    """The report of an archive with something of everything."""
    with filled() as book:
        for number in range(24):
            month = f"2019-{number % 4 + 1:02}"
            facts = {"unit": f"Enhet {number % 3}", "types": ("avslag",), "lengths": (3, 2, 1, 0, 0, 0, 0, 1)}
            book.put(
                "prov.erhålla",
                "mening.lång!",
                date=month if number else "2020-01",
                template=bytes([number % 2] * 32),
                **facts,
            )
        book.put(error="Filen är tom.", name="/arkiv/tom.txt")
    assert run(["audit", "report", "audit.sqlite", "-o", "rapport.html"]) == 0
    tab.goto(Path("rapport.html").absolute().as_uri())
    return tab


def test_every_chart_is_drawn_and_has_a_table(page: playwright.Page) -> None:
    charts = page.locator("figure")
    assert charts.count() == 10
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 300)")
    for number in range(charts.count()):
        charts.nth(number).locator("summary").click()
        assert charts.nth(number).locator("table:visible tbody tr").count() > 0


def test_on_paper_the_tables_are_open(page: playwright.Page) -> None:
    page.emulate_media(media="print")
    heights = page.locator("figure table").evaluate_all("tables => tables.map(t => t.getBoundingClientRect().height)")
    assert min(heights) > 20


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_an_audit_shuts_nobody_out(page: playwright.Page, width: int) -> None:
    shuts_nobody_out(page, width)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_the_templates_shuts_nobody_out(tab: playwright.Page, width: int) -> None:  # noqa: F811
    with filled() as book:
        for number in range(24):
            rules = ("prov.erhålla", "prov.hot!") if number < 12 else ("prov.erhålla",)
            book.put(
                *rules, date=f"20{18 + number // 8}-05", template=bytes([7] * 32), name=f"/arkiv/{'x' * 90}{number}"
            )
    assert run(["audit", "templates", "audit.sqlite", "-o", "mallar.html"]) == 0
    tab.goto(Path("mallar.html").absolute().as_uri())
    assert tab.locator(".fix h3").all_inner_texts() == [
        "Rätta mallen, så blir 8 brev om året bättre.",
        "Ser ut att vara rättad: finns inte i något av de 8 breven från och med maj 2020.",
    ]
    shuts_nobody_out(tab, width)


@pytest.mark.parametrize("letters", [0, 1, 3])
def test_the_page_of_few_letters_shuts_nobody_out(tab: playwright.Page, letters: int) -> None:  # noqa: F811
    with filled() as book:
        for _ in range(letters):
            book.put("prov.erhålla", date="2019-05-13")
    assert run(["audit", "report", "audit.sqlite", "-o", "rapport.html"]) == 0
    tab.goto(Path("rapport.html").absolute().as_uri())
    assert tab.locator("figure").count() == 0
    shuts_nobody_out(tab, 1280)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_a_comparison_shuts_nobody_out(tab: playwright.Page, width: int) -> None:  # noqa: F811
    for path, rules in (("a.sqlite", ("prov.erhålla", "prov.hot!")), ("b.sqlite", ("prov.erhålla",))):
        with filled(path) as book:
            for _ in range(5):
                book.put(*rules)
    assert run(["audit", "compare", "a.sqlite", "b.sqlite", "-o", "skillnad.html"]) == 0
    tab.goto(Path("skillnad.html").absolute().as_uri())
    assert "Samma brev är granskade på samma sätt." in tab.inner_text("main")
    assert tab.locator("figure").count() == 3
    shuts_nobody_out(tab, width)


def shuts_nobody_out(page: playwright.Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for summary in page.locator("summary").all():
        summary.click()
    assert chromium.broken(page, AA) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
