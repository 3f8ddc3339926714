"""A server with the add-in, a browser, and an Outlook that isn't one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from klarsprak.config.model import Config, load_config
from klarsprak.live.checking import LiveChecker
from klarsprak.server.addin.routes import OFFICE_SCRIPT
from klarsprak.server.addin.routes import routes as addin_routes
from tests import chromium
from tests.server.page.running import running

FAKE = Path(__file__).parents[1] / "fake/outlook.js"
SEND_MODES = ("promptUser", "softBlock", "block")


@pytest.fixture(scope="package")
def checker() -> LiveChecker:
    return LiveChecker(Config.model_validate({"organisation": {"units": ["Socialförvaltningen"]}}))


@pytest.fixture(scope="package")
def address_of(checker: LiveChecker, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Where the server is found that has chosen a way of sending; each is started once."""
    started: dict[str, Any] = {}

    def address(send: str = "promptUser") -> str:
        if send not in started:
            config = tmp_path_factory.mktemp("config") / "klarsprak.yml"
            mode, _, passes = send.partition(",")
            text = f"tillägg: {{vid_utskick: {mode}, kollegor: Ekvalla.se}}\n"
            if passes:
                text += "grind: {släpp_ogranskade_delar: true}\n"
            config.write_text(text, encoding="utf-8")
            own = LiveChecker(load_config(config)) if send != "promptUser" else checker
            server = running(own, addin_routes(load_config(config)))
            started[send] = server, server.__enter__()
        return str(started[send][1])

    yield address
    for server, _ in started.values():
        server.__exit__(None, None, None)


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    yield from chromium.started()


@pytest.fixture
def outlook(browser: Any, address_of: Callable[[str], str]) -> Iterator[Callable[..., Any]]:
    """Opens a page of the add-in; the test fails when it asks another server, has an error or keeps anything."""
    opened = []

    def open_page(name: str = "index.html", send: str = "promptUser", **settings: Any) -> Any:
        address = address_of(send)
        context = browser.new_context(viewport={"width": 340, "height": 900}, base_url=address)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        page = context.new_page()
        page.address, page.asked, page.wrong, page.is_troubled = address, [], [], False
        page.on("request", lambda request: page.asked.append(request))
        page.on("console", lambda message: page.wrong.append(message.text))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.route(f"{OFFICE_SCRIPT}/**", lambda route: route.fulfill(path=FAKE, content_type="text/javascript"))
        page.add_init_script(f"globalThis.fakeSettings = {json.dumps(settings)}")
        page.goto(f"/tillagg/outlook/{name}")
        if name == "index.html":
            page.wait_for_selector("html[data-ready]", state="attached")
        opened.append(page)
        return page

    yield open_page
    for page in opened:
        urls = [request.url for request in page.asked]
        kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
        page.context.close()
        assert [url for url in urls if not url.startswith((page.address, OFFICE_SCRIPT))] == []
        wrong = [each for each in page.wrong if not (page.is_troubled and each.startswith("Failed to load resource"))]
        assert wrong == []
        assert kept == ["", 0, 0]
