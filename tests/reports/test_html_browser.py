"""The report to look at, in a real browser: needs the extra ``browser`` and Debian's ``chromium``."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from klarsprak.checker import Checker
from klarsprak.finding import Report
from klarsprak.readers import read_file
from klarsprak.reports import stopped
from klarsprak.reports.html import write
from klarsprak.reports.remarks import as_remarks
from tests import chromium
from tests.support import WORDS, check, rules

playwright = pytest.importorskip("playwright.sync_api")
pytest.importorskip("axe_playwright_python.sync_playwright")

LETTERS = Path(__file__).parents[2] / "corpora/letters"
AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    yield from chromium.started()


@pytest.fixture
def tab(browser: playwright.Browser) -> Iterator[playwright.Page]:
    """A page that fails the test when it asks for anything but the file, or has an error in its script."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert [url for url in asked if not url.startswith("file:")] == []
    assert wrong == []


def show(tab: playwright.Page, folder: Path, *reports: Report) -> None:
    path = folder / "rapport.html"
    with path.open("w", encoding="utf-8") as stream:
        write(reports, stream)
    tab.goto(path.as_uri())


@pytest.fixture
def report(tmp_path: Path) -> Report:
    info = rules(tmp_path, WORDS.replace("id: ej,", "id: ej, level: info,"))
    return check(info, "Du har ej erhållit pengarna.\nDu kan ej vänta.")


def test_a_click_on_the_words_leads_to_what_is_said_of_them(
    tab: playwright.Page, report: Report, tmp_path: Path
) -> None:
    show(tab, tmp_path, report)
    tab.get_by_text("erhållit", exact=True).click()
    assert "Skriv ”fått”" in tab.locator(".finding:target").inner_text()
    tab.locator(".finding:target .number").click()
    assert tab.locator(".ref:target").inner_text() == "2"


def test_the_keyboard_leads_to_what_is_said_of_the_words(
    tab: playwright.Page, report: Report, tmp_path: Path
) -> None:
    show(tab, tmp_path, report)
    tab.locator(".ref").nth(1).focus()
    tab.keyboard.press("Enter")
    assert "Skriv ”fått”" in tab.locator(".finding:target").inner_text()


def test_the_filter_hides_findings_and_their_marks(tab: playwright.Page, report: Report, tmp_path: Path) -> None:
    show(tab, tmp_path, report)
    tab.get_by_label("Tänk på").uncheck()
    assert tab.locator(".finding:visible").count() == 1
    assert tab.locator(".ref:visible").all_inner_texts() == ["2"]
    assert tab.locator("mark:not(.off)").all_inner_texts() == ["erhållit"]
    assert tab.locator("output").inner_text() == "1 av 3 anmärkningar visas."
    tab.get_by_label("Tänk på").check()
    tab.get_by_label("Kanslisvenska").uncheck()
    assert tab.locator(".finding:visible").count() == 0
    assert tab.get_by_text("Du har ej").is_visible()


def test_a_report_can_be_read_without_its_script(browser: playwright.Browser, report: Report, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    show(page, tmp_path, report)
    assert page.locator(".finding:visible").count() == 3
    assert not page.locator("form").is_visible()
    context.close()


def test_a_letters_script_is_not_run(tab: playwright.Page, tmp_path: Path) -> None:
    evil = "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\"> Du har ej svarat."
    show(tab, tmp_path, check(rules(tmp_path, WORDS), evil))
    assert tab.title().startswith("Klarspråksrapport")
    assert tab.get_by_text("<script>document.title").is_visible()


def top(tab: playwright.Page, selector: str) -> float:
    """How far down the first of these begins."""
    box = tab.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"]


def bottom(tab: playwright.Page, selector: str) -> float:
    box = tab.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_notes_on_a_heading_leave_no_hole_above_its_text(tab: playwright.Page, tmp_path: Path) -> None:
    letter = "# Du har ej erhållit pengarna, ej heller erhållit svar\nDu kan ej vänta."
    tab.set_viewport_size({"width": 1280, "height": 800})
    show(tab, tmp_path, check(rules(tmp_path, WORDS), letter))
    heading, paragraph = ".heading .text", ".paragraph .text"
    assert 0 < top(tab, paragraph) - bottom(tab, heading) < 24
    assert bottom(tab, ".findings") > bottom(tab, paragraph)


def test_on_a_narrow_screen_notes_stand_under_the_text_that_they_are_on(tab: playwright.Page, tmp_path: Path) -> None:
    tab.set_viewport_size({"width": 400, "height": 800})
    show(tab, tmp_path, check(rules(tmp_path, WORDS), "Du har ej fått svar.\nHej då!"))
    assert bottom(tab, ".noted") <= top(tab, ".findings")
    assert bottom(tab, ".findings") <= top(tab, ".after")


def test_on_paper_the_letter_comes_first_and_then_its_remarks_by_level(
    tab: playwright.Page, report: Report, tmp_path: Path
) -> None:
    show(tab, tmp_path, report)
    tab.emulate_media(media="print")
    parts = [
        ".block >> nth=-1",
        ".finding[data-level=warning]",
        ".finding[data-level=info]",
    ]
    tops = [top(tab, part) for part in parts]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_on_paper_a_reason_is_given_once_and_none_where_it_is_only_a_thought(
    tab: playwright.Page, report: Report, tmp_path: Path
) -> None:
    show(tab, tmp_path, report)
    tab.emulate_media(media="print")
    assert tab.get_by_text("Skälet.", exact=True).locator("visible=true").count() == 1
    warning = tab.locator(".finding[data-level=warning]")
    assert "Skälet." in warning.inner_text()
    assert not tab.locator(".finding[data-level=info] details:visible").count()


ONE_PAGE = ["beslut-bygglov.docx", "forelaggande-avlopp.txt", "svar-buller.pdf", "personuppgiftsincident.eml"]
"""Letters of at most 350 words with 20 remarks and more."""


@pytest.mark.parametrize("name", ONE_PAGE)
def test_a_letter_of_one_page_prints_on_two(tab: playwright.Page, tmp_path: Path, name: str) -> None:
    show(tab, tmp_path, *(as_remarks(Checker().check(letter)) for letter in read_file(LETTERS / name)))
    printed = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) <= 2
    assert "".join(page.extract_text() for page in printed.pages).count("Läsbarhet") == 1


def shuts_nobody_out(tab: playwright.Page, width: int) -> None:
    """No rule of accessibility is broken, in light or dark colours, and nothing is wider than the window."""
    tab.set_viewport_size({"width": width, "height": 800})
    for colours in ("light", "dark"):
        tab.emulate_media(color_scheme=colours)
        assert chromium.broken(tab, AA) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


BROKEN = Report("trasigt.pdf", "pdf", error="Går inte att läsa.", notes=["Sida 2 saknas."])


@pytest.fixture(scope="module")
def several() -> list[Report]:
    """Letters in several formats, and one that can't be read."""
    checker = Checker()
    names = ["beslut-fardtjanst-1998.txt", "beslut-bygglov.docx", "autosvar-2005.eml"]
    return [*(checker.check(letter) for name in names for letter in read_file(LETTERS / name)), BROKEN]


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_of_a_report_shuts_nobody_out(
    tab: playwright.Page, tmp_path: Path, several: list[Report], width: int
) -> None:
    show(tab, tmp_path, *several)
    shuts_nobody_out(tab, width)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_on_a_letter_that_is_held_shuts_nobody_out(
    tab: playwright.Page, tmp_path: Path, several: list[Report], width: int
) -> None:
    held = [stopped.Held(each, {stopped.key(finding) for finding in each.findings[::2]}) for each in several]
    path = tmp_path / "rapport.html"
    with path.open("w", encoding="utf-8") as stream:
        stopped.write(held, ["Går inte att läsa.", "30 anmärkningar måste rättas först."], stream)
    tab.goto(path.as_uri())
    shuts_nobody_out(tab, width)
