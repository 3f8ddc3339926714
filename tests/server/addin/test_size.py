"""What Office loads from the server for each of the add-ins' pages: little, whole, and nothing that nobody asks for.

Counted is all of ours, unpacked and as it is sent: the page, its style sheets, its picture, its scripts and those
that these import.  Office's own script is Microsoft's.  What a script asks for only when a button is pressed is
counted by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from klarsprak.config.model import Config
from klarsprak.server.addin.routes import routes
from klarsprak.server.page.routes import routes as page_routes
from tests.server.addin.node import node

PAGES = ("word/index.html", "outlook/index.html", "outlook/launch.html")
AT_ONCE = 60_000
"""Bytes of what a page loads when it is opened and a letter is checked."""
LATER = 10_000
"""Bytes of all that its buttons load besides."""
FOLDERS = {"/sidan": "klarsprak.server.page", "/tillagg": "klarsprak.server.addin"}
_IMPORT = re.compile(r'from ?"([^"]+)"')
_LATER = re.compile(r'import\("([^"]+)"\)')


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=[*routes(Config()), *page_routes()]))


def loaded(client: TestClient, addresses: list[str], *, later: bool = False) -> dict[str, str]:
    """What is loaded with these, by its address; with what is loaded later too, if so asked for."""
    found: dict[str, str] = {}
    waiting = list(addresses)
    while waiting:
        address = waiting.pop()
        if address in found:
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = answer.text
        waiting += parts(address, answer.text, later=later)
    return found


def parts(address: str, text: str, *, later: bool) -> list[str]:
    """The addresses on this server that a file asks for."""
    if address.endswith(".html"):
        page = html.fromstring(text)
        return [each for each in (*page.xpath("//script/@src"), *page.xpath("//link/@href")) if each[0] == "/"]
    if not address.endswith(".js"):
        return []
    names = _IMPORT.findall(text) + (_LATER.findall(text) if later else [])
    return [re.sub(r"[^/]+$", "", address) + name.removeprefix("./") if name[0] == "." else name for name in names]


def size(found: dict[str, str]) -> int:
    return sum(len(text.encode()) for text in found.values())


@pytest.mark.parametrize("page", PAGES)
def test_a_pane_is_small(client: TestClient, page: str) -> None:
    at_once = loaded(client, [f"/tillagg/{page}"])
    in_all = loaded(client, [f"/tillagg/{page}"], later=True)
    assert size(at_once) <= AT_ONCE
    assert size(in_all) - size(at_once) <= LATER


def test_no_file_of_the_add_ins_lies_there_unused(client: TestClient) -> None:
    used = loaded(client, [f"/tillagg/{page}" for page in (*PAGES, "common/om.html")], later=True)
    folder = Path(str(files("klarsprak.server.addin") / "static"))
    assert {each for each in used if each.startswith("/tillagg/")} == {
        f"/tillagg/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*") if path.is_file()
    }


def as_written(address: str) -> str:
    """The file that is sent from an address."""
    start = f"/{address.split('/')[1]}"
    return (files(FOLDERS[start]) / "static" / address.removeprefix(start + "/")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def every(client: TestClient) -> Callable[[str], dict[str, str]]:
    """What is sent of all that ends like that: *.js*."""
    found = loaded(client, ["/", *(f"/tillagg/{page}" for page in PAGES)], later=True)
    return lambda ending: {address: text for address, text in found.items() if address.endswith(ending)}


def test_without_comments_a_script_says_the_same(every: Callable[[str], dict[str, str]], tmp_path: Path) -> None:
    pairs = [[as_written(address), text] for address, text in every(".js").items() if "launch" not in address]
    launch = every("launch.js").popitem()[1]
    assert len(pairs) > 20
    assert not re.search(r"^\s*(//|/\*)|/\*\*", "".join(text for _, text in pairs) + launch, re.MULTILINE)
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps(pairs), encoding="utf-8")
    check = """
      const acorn = require('acorn');
      const kept = (key, value) => (key === 'start' || key === 'end' ? undefined : value);
      const read = (code) => JSON.stringify(acorn.parse(code, {ecmaVersion: 'latest', sourceType: 'module'}), kept);
      for (const [written, sent] of JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8')))
        if (read(written) !== read(sent)) throw new Error(written.slice(0, 200));
    """
    node(["-e", check, str(path)], needs="acorn")


def test_without_comments_a_style_sheet_says_the_same(every: Callable[[str], dict[str, str]]) -> None:
    for address, text in every(".css").items():
        plain = re.sub(r"/\*.*?\*/", "", as_written(address), flags=re.DOTALL)
        assert "/*" not in text
        assert plain.split() == text.split()
