"""Nobody is shut out of the page: axe, zoom, colours, motion and paper."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest

from tests import chromium
from tests.server.api.test_api import MAIL
from tests.server.page.test_page import LETTER, WAIT, drop, paste, until

pytest.importorskip("axe_playwright_python.sync_playwright")
TEXT = LETTER.replace("Eva Ek\nHandläggare\n", "Eva Ek\n") + "\n\nKlicka här för att ange text."
"""A letter with remarks of all levels, and without a part of its signature."""


def shuts_nobody_out(tab: Any) -> None:
    """No rule of accessibility is broken, and nothing is wider than the window; a wide one is dark too."""
    is_wide = tab.viewport_size["width"] > 1000
    for colours in ("light", "dark") if is_wide else ("light",):
        tab.emulate_media(color_scheme=colours)
        assert chromium.broken(tab, chromium.AA) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture(params=[1280, 320])
def sized(tab: Any, request: pytest.FixtureRequest) -> Any:
    tab.set_viewport_size({"width": request.param, "height": 800})
    return tab


def test_the_page_before_a_letter(sized: Any) -> None:
    shuts_nobody_out(sized)


def test_the_statement_on_access(sized: Any) -> None:
    sized.goto("/tillganglighet")
    shuts_nobody_out(sized)


def test_the_page_with_all_that_can_be_open(sized: Any) -> None:
    paste(sized, TEXT)
    for summary in sized.locator("summary:visible").all():
        summary.click()
    sized.get_by_text("Spara som Word").click()
    sized.locator("#signature-put").wait_for()
    sized.locator(".words").first.click()
    shuts_nobody_out(sized)


def test_the_page_that_asks_which_letter(sized: Any) -> None:
    drop(sized, "mejl.eml", MAIL)
    sized.get_by_role("dialog").wait_for(timeout=WAIT)
    shuts_nobody_out(sized)
    sized.keyboard.press("Escape")
    assert sized.locator("#text").inner_text() == ""


def test_nothing_is_cut_off_at_twice_the_size(tab: Any) -> None:
    tab.set_viewport_size({"width": 640, "height": 450})  # what a window of 1280 by 900 shows at 200 %
    paste(tab, TEXT)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert tab.evaluate("getComputedStyle(document.querySelector('.side')).overflowY") == "visible"


def test_larger_text_alone_cuts_nothing_off(tab: Any) -> None:
    paste(tab, TEXT)
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = (
        "[...document.querySelectorAll('button, p:not(.unseen), h2, h3, label')].filter(each => each.offsetParent"
        " && each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflow !== 'visible').length"
    )
    assert tab.evaluate(cut) == 0


def test_what_can_be_pressed_is_large_enough(sized: Any) -> None:
    paste(sized, TEXT)
    assert chromium.too_small(sized) == []


def test_who_wants_less_motion_gets_none(tab: Any) -> None:
    tab.emulate_media(reduced_motion="reduce")
    paste(tab, "\n\n".join(["Du får en faktura i maj."] * 60) + "\n\nDu kommer att erhålla den.")
    tab.locator(".words", has_text="erhålla").click()
    assert tab.evaluate("scrollY") > 500
    times = "[...new Set([...document.querySelectorAll('*')].map(each => getComputedStyle(each).transitionDuration))]"
    assert tab.evaluate(times) == ["0s"]


def test_levels_differ_without_colours(tab: Any) -> None:
    tab.emulate_media(forced_colors="active")
    paste(tab, TEXT)
    styles = tab.evaluate(
        "['error', 'warning', 'info'].map(level => getComputedStyle(document.querySelector('#text'),"
        " `::highlight(klarsprak-${level})`).textDecorationStyle)"
    )
    assert styles == ["wavy", "solid", "dotted"]
    edges = (
        "[...new Set([...document.querySelectorAll('.remark')].map(each => getComputedStyle(each).borderLeftStyle))]"
    )
    assert len(tab.evaluate(edges)) > 1


def test_the_letter_and_its_remarks_are_printed_without_buttons(tab: Any) -> None:
    paste(tab, TEXT)
    until(tab, "document.querySelectorAll('.remark').length > 1")
    pages = pypdf.PdfReader(io.BytesIO(tab.pdf())).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "Du kommer att erhålla en faktura." in text
    assert "”erhålla” är kanslisvenska" in text
    for button in ("Öppna en fil", "Sätt in", "Visa inte mer", "Fyll i underskriften"):
        assert button not in text
