"""The browser that pages are tried in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
AA = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""What the server's pages keep, by axe's names."""


def started() -> Iterator[Any]:
    """Chromium, for a fixture of its own in each package: while it runs, asyncio can't be run there."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no chromium here")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


def broken(page: Any, rules: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Which rules of accessibility the page breaks, those that axe has under these names, each with three elements.

    No more is asked for: to carry what is sound out of the browser, element by element, took most of the time.
    """
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": list(rules), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found]


def too_small(page: Any) -> list[str]:
    """What can be pressed but is hard to hit, by its words."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('button, summary, input')].filter(each => each.offsetParent)"
        ".map(each => [each.textContent || each.id, (each.closest('label') ?? each).getBoundingClientRect()])"
        ".filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name)"
    )
    return found
