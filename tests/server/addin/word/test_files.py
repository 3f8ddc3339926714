"""The pane's files: small, typed against Office's own types, and with no words of their own kept anywhere."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from klarsprak.server.addin.routes import HEADERS, OFFICE_SCRIPT, routes
from klarsprak.server.page.routes import routes as page_routes
from tests.server.addin.node import node, package

FOLDER = Path(str(files("klarsprak.server.addin") / "static/word"))
HERE = Path(__file__).parent
BUDGET = 60_000
"""Bytes of the pane's own files."""
IN_ALL = 100_000
"""Bytes of all that the pane loads from the server, those that it shares with the server's own page too."""


def loaded() -> dict[str, bytes]:
    """What the pane loads from the server, by its address."""
    client = TestClient(Starlette(routes=[*routes(), *page_routes()]))
    found: dict[str, bytes] = {}
    waiting = ["/tillagg/word/index.html"]
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = answer.content
        if address.endswith(".html"):
            page = html.fromstring(answer.content)
            waiting += [
                each for each in (*page.xpath("//script/@src"), *page.xpath("//link/@href")) if each[0] == "/"
            ]
        imports = re.findall(r'from "([^"]+)";', answer.text) if address.endswith(".js") else []
        waiting += [str(client.base_url.join(address).join(each).path) for each in imports]
    return found


def addresses(page: html.HtmlElement) -> list[str]:
    """What a page leads to or asks for."""
    found = [element.get(name) for element in page.iter() for name in ("src", "href")]
    return [address for address in found if address]


def test_the_pane_is_small() -> None:
    parts = loaded()
    own = {address: data for address, data in parts.items() if address.startswith("/tillagg/")}
    assert sum(map(len, own.values())) <= BUDGET
    assert sum(map(len, parts.values())) <= IN_ALL
    assert len(own) == sum(path.is_file() for path in FOLDER.rglob("*"))  # nothing lies there unused


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
