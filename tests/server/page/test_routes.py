"""The page's files, as a browser gets them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from klarsprak.server.page.routes import HEADERS, routes

HANDBOOK = Path(__file__).parents[3] / "docs/handbok"
ADDRESSES = [route.path for route in routes()]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes()))


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_file_keeps_out_what_is_not_the_page_s_own(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("address", ["/sidan/js/../../routes.py", "/sidan/%2e%2e/routes.py", "/sidan/index.html"])
def test_there_is_nothing_else(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_what_the_page_asks_for_is_there(client: TestClient) -> None:
    page = html.fromstring(client.get("/").content)
    asked = {*page.xpath("//@src"), *page.xpath("//link/@href"), *page.xpath("//a/@href[starts-with(., '/')]")}
    for module in filter(lambda address: address.endswith(".js"), ADDRESSES):
        found = re.findall(r'from "\./([^"]+)"', client.get(module).text)
        asked |= {f"/sidan/js/{name}" for name in found}
    assert asked <= set(ADDRESSES)


def test_the_statement_says_what_the_handbook_says(client: TestClient) -> None:
    page = html.fromstring(client.get("/tillganglighet").content)
    told = [" ".join(part.text_content().split()) for part in page.xpath("//h1 | //h2 | //main//p | //li")]
    written = (HANDBOOK / "tillganglighet.md").read_text(encoding="utf-8")
    parts = re.split(r"\n\n|\n(?=- )", written.strip())
    assert told == [" ".join(part.lstrip("#- ").split()) for part in parts]


def test_the_browser_sends_the_letter_to_no_helper(client: TestClient) -> None:
    field = html.fromstring(client.get("/").content).get_element_by_id("text")
    off = {"spellcheck": "false", "autocorrect": "off", "writingsuggestions": "false", "translate": "no"}
    assert {name: field.get(name) for name in off} == off
