"""The add-ins' icons in all sizes that Office asks for, drawn from the page's: ``python -m tools.addin_icons``."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from klarsprak.addin.icons import OUTLINE, SIZES

ROOT = Path(__file__).parents[1] / "klarsprak"
DRAWING = ROOT / "server" / "page" / "static" / "icon.svg"
FOLDER = ROOT / "addin" / "drawn"
ONLY_LINES = '<rect width="32" height="32" rx="7" fill="#12466b"/>'
"""What isn't there in the outline, whose lines are white on nothing."""


def main() -> None:
    """Draw them all anew."""
    drawing = DRAWING.read_text(encoding="utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        for size in SIZES:
            _draw(page, drawing, size, FOLDER / f"icon-{size}.png")
        _draw(page, drawing.replace(ONLY_LINES, ""), 32, FOLDER / OUTLINE)
        browser.close()


def _draw(page: object, drawing: str, size: int, path: Path) -> None:
    page.set_viewport_size({"width": size, "height": size})  # type: ignore[attr-defined]
    style = "*{margin:0} svg{display:block;width:100vw;height:100vh}"
    page.set_content(f"<!doctype html><style>{style}</style>{drawing}")  # type: ignore[attr-defined]
    page.screenshot(path=path, omit_background=True)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
