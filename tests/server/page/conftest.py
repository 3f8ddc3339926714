"""A server, a browser, and tabs that notice what no page of ours may do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from klarsprak.config.model import Config
from klarsprak.live.checking import LiveChecker
from tests import chromium
from tests.server.page.running import running


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    config = Config.model_validate({"organisation": {"units": ["Socialförvaltningen"]}})
    with running(LiveChecker(config)) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    yield from chromium.started()


@pytest.fixture
def tab(browser: Any, address: str) -> Iterator[Any]:
    """The page; the test fails when it asks another server, has an error or breaks its own policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page = context.new_page()
    page.asked = []
    page.wrong = []
    page.on("request", lambda request: page.asked.append(request))
    page.on("console", lambda message: page.wrong.append(message.text))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto("/")
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    urls = [request.url for request in page.asked]
    kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
    context.close()
    assert [url for url in urls if not url.startswith((address, "blob:" + address))] == []
    assert page.wrong == []
    assert kept == ["", 0, 0]
