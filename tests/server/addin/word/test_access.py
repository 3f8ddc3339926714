"""Nobody is shut out of the pane: axe, narrow panes, colours and large text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests import chromium
from tests.server.addin.word.test_pane import LETTER, check, choose
from tests.server.page.test_page import until

pytest.importorskip("axe_playwright_python.sync_playwright")
UNSIGNED = [*LETTER[:5], "Beslutet får laga kraft i maj.", "Den 30/2 får du svar.", "Klicka här för att ange text."]
"""A letter with remarks of all levels, and without parts of its signature."""


def shuts_nobody_out(tab: Any) -> None:
    """No rule of accessibility is broken, in light and in dark, and nothing is wider than the pane."""
    for width, colours in ((320, "light"), (350, "dark")):
        tab.set_viewport_size({"width": width, "height": 700})
        tab.emulate_media(color_scheme=colours)
        assert chromium.broken(tab, chromium.AA) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_pane_before_the_letter_is_checked(open_pane: Callable[..., Any]) -> None:
    shuts_nobody_out(open_pane(*UNSIGNED))


def test_the_pane_with_all_that_can_be_open(open_pane: Callable[..., Any]) -> None:
    tab = check(open_pane(*UNSIGNED))
    choose(tab, "erhålla", "Ersätt")
    until(tab, "document.querySelector('#notice').textContent.startsWith('Ersatt')")
    for summary in tab.locator("summary:visible").all():
        summary.click()
    tab.locator("#signature-put").wait_for()
    shuts_nobody_out(tab)
    assert chromium.too_small(tab) == []
    tab.evaluate("document.documentElement.style.fontSize = '200%'")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_has_the_focus_isn_t_hidden_under_the_heading(open_pane: Callable[..., Any]) -> None:
    tab = check(open_pane(*UNSIGNED))
    tab.set_viewport_size({"width": 320, "height": 500})
    choose(tab, "erhålla", "Ersätt")
    until(tab, "document.querySelector('#notice').textContent.startsWith('Ersatt')")
    last = tab.locator("#list button").last
    last.focus()
    top = "document.activeElement.getBoundingClientRect().top"
    bottom = "document.querySelector('header').getBoundingClientRect().bottom"
    for _ in range(12):
        tab.keyboard.press("Shift+Tab")
        assert tab.evaluate(f"{top} >= {bottom}")


def test_levels_differ_without_colours(open_pane: Callable[..., Any]) -> None:
    tab = check(open_pane(*UNSIGNED))
    tab.emulate_media(forced_colors="active")
    edges = (
        "[...new Set([...document.querySelectorAll('.remark')].map(each => getComputedStyle(each).borderLeftStyle))]"
    )
    assert sorted(tab.evaluate(edges)) == ["dotted", "double", "solid"]
