"""A server with the pane, a browser, and a Word that isn't one."""

from __future__ import annotations

import base64
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from klarsprak.config.model import Config
from klarsprak.live.checking import LiveChecker
from klarsprak.server.addin.routes import OFFICE_SCRIPT
from klarsprak.server.addin.routes import routes as addin_routes
from tests import chromium
from tests.server.page.running import running

FAKE = Path(__file__).parents[1] / "fake/word.js"
BOX = (
    f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
)
OWN_SIGNS = {"\x1e": "w:noBreakHyphen", "\x1f": "w:softHyphen"}
WAYS = {"inserted": ("w:ins", "w:t"), "deleted": ("w:del", "w:delText"), "": (None, "w:t")}


@pytest.fixture(scope="package")
def address() -> Iterator[str]:
    config = Config.model_validate({"organisation": {"units": ["Socialförvaltningen"]}})
    with running(LiveChecker(config), addin_routes(config)) as address:
        yield address


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    yield from chromium.started()


@pytest.fixture
def open_pane(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens the pane beside a letter; the test fails when it asks another server, has an error or keeps anything."""
    opened = []

    def open_beside(*paragraphs: str | dict[str, Any], **settings: Any) -> Any:
        context = browser.new_context(viewport={"width": 350, "height": 900}, base_url=address)
        page = context.new_page()
        page.asked, page.wrong = [], []
        page.on("request", lambda request: page.asked.append(request))
        page.on("console", lambda message: page.wrong.append(message.text))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.expose_function("makeDocx", as_docx)
        page.route(f"{OFFICE_SCRIPT}/**", lambda route: route.fulfill(path=FAKE, content_type="text/javascript"))
        page.add_init_script(f"globalThis.fakeSettings = {as_script({'paragraphs': paragraphs, **settings})}")
        page.goto("/tillagg/word/index.html")
        page.wait_for_selector("html[data-ready]", state="attached")
        opened.append(page)
        return page

    yield open_beside
    for page in opened:
        urls = [request.url for request in page.asked]
        kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
        page.context.close()
        assert [url for url in urls if not url.startswith((address, OFFICE_SCRIPT))] == []
        assert page.wrong == []
        assert kept == ["", 0, 0]


def as_script(data: Any) -> str:
    """The data as JavaScript writes it."""
    return json.dumps(data)


def as_docx(letter: dict[str, Any]) -> str:
    """The file that Word hands out, in base64."""
    document = docx.Document()
    table = None
    for held in letter["paragraphs"]:
        if held["nesting"]:
            table = table or document.add_table(0, 1)
            paragraph = table.add_row().cells[0].paragraphs[0]
        else:
            paragraph = document.add_paragraph(style=style_of(held))
        for run in held["runs"]:
            write(paragraph, run["text"], run["state"])
    document.sections[0].footer.paragraphs[0].text = letter["footer"]
    if letter["box"]:
        document.paragraphs[0].add_run()._r.append(parse_xml(BOX.format(letter["box"])))
    out = io.BytesIO()
    document.save(out)
    return base64.b64encode(out.getvalue()).decode()


def style_of(held: dict[str, Any]) -> str:
    """*Heading1* by the name that python-docx has for it."""
    if held["isListItem"]:
        return "List Bullet"
    return str(held["style"]).replace("Heading", "Heading ")


def write(paragraph: Any, text: str, way: str) -> None:
    """A run, tracked or not; line breaks as Word has them."""
    around, tag = WAYS[way]
    added = paragraph.add_run()
    for part in re.split("([\x1e\x1f])", text.replace("\v", "\n")):
        if part in OWN_SIGNS:
            added._r.append(OxmlElement(OWN_SIGNS[part]))
        else:
            added.add_text(part)
    run = added._r
    if around is None:
        return
    for element in run.iter(qn("w:t")):
        element.tag = qn(tag)
    change = OxmlElement(around)
    change.set(qn("w:id"), "1")
    change.set(qn("w:author"), "Eva Ek")
    run.addprevious(change)
    change.append(run)
