"""The pane's files: typed against Office's own types, and with no words of their own kept anywhere."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from lxml import html

from klarsprak.server.addin.routes import HEADERS, OFFICE_SCRIPT
from tests.server.addin.node import node, package

FOLDER = Path(str(files("klarsprak.server.addin") / "static/word"))
HERE = Path(__file__).parent


def addresses(page: html.HtmlElement) -> list[str]:
    """What a page leads to or asks for."""
    found = [element.get(name) for element in page.iter() for name in ("src", "href")]
    return [address for address in found if address]


def test_only_office_s_own_script_comes_from_elsewhere() -> None:
    page = html.fromstring((FOLDER / "index.html").read_bytes())
    assert [each for each in addresses(page) if not each.startswith("/")] == [
        f"{OFFICE_SCRIPT}/lib/1/hosted/office.js"
    ]
    assert f"script-src 'self' {OFFICE_SCRIPT}" in HEADERS["Content-Security-Policy"]


def test_nothing_is_kept_by_the_pane() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.js"))
    assert re.findall(r"localStorage|sessionStorage|indexedDB|document\.cookie|roamingSettings|console\.", code) == []


def test_the_pane_and_the_word_that_it_is_tried_in_call_office_as_it_is() -> None:
    types = package("@types")
    node([str(package("typescript") / "bin/tsc"), "-p", str(HERE), "--typeRoots", str(types)], needs="typescript")
