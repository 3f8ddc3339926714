"""What the server hands out for the add-ins, and how."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from klarsprak.addin import icons
from klarsprak.addin.manifests import COMMAND, AddinFacts, as_json, as_xml
from klarsprak.cli import run
from klarsprak.config.extends import read_layers
from klarsprak.files.errors import FileError
from klarsprak.server.addin.routes import OFFICE_SCRIPT
from klarsprak.server.app import make_app
from klarsprak.server.settings import ServerSettings
from tests.server.guard.support import Answering

SCRIPT = "/tillagg/outlook/launch.js"
PANE = "/tillagg/outlook/index.html"


def client(base: str = "https://sprak.ekvalla.se", **settings: Any) -> TestClient:
    app = make_app(Answering(), ServerSettings(behind_proxy=True, **settings))
    return TestClient(app, base_url=base, raise_server_exceptions=False)


def test_the_script_knows_where_it_came_from_and_what_was_chosen(tmp_path: Path) -> None:
    config = tmp_path / "klarsprak.yml"
    chosen = "vid_utskick: block, namn: Ekvallas ”språk”, kollegor: ['@Ekvalla.se', skola.se]"
    config.write_text(f"tillägg: {{{chosen}}}\n", encoding="utf-8")
    answer = client("https://sprak.ekvalla.se:8443", config=config).get(SCRIPT)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert 'var ADDRESS = "https://sprak.ekvalla.se:8443";' in answer.text
    assert 'var SEND = "block";' in answer.text
    assert f"var NAME = {json.dumps('Ekvallas ”språk”')};" in answer.text
    assert 'var COLLEAGUES = "ekvalla.se skola.se";' in answer.text
    assert f'var COMMAND = "{COMMAND}";' in answer.text
    assert not any(f"{{{key}}}" in answer.text for key in ("ADDRESS", "SEND", "NAME", "COLLEAGUES"))


def test_classic_outlook_is_told_that_the_script_may_ask_the_server() -> None:
    answer = client().get("/.well-known/microsoft-officeaddins-allowed.json")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == {"allowed": [f"https://sprak.ekvalla.se{SCRIPT}"]}


@pytest.mark.parametrize("host", ['sprak.se";alert(1);"', "sprak.se/a", "sprak ekvalla"])
def test_a_name_that_is_none_is_never_written_into_the_script(host: str) -> None:
    text = client().get(SCRIPT, headers={"Host": host}).text
    assert host not in text
    assert "alert" not in text


def test_office_may_show_the_pane_in_a_frame_and_nobody_else() -> None:
    for address in (PANE, "/tillagg/outlook/launch.html", SCRIPT):
        headers = client().get(address).headers
        assert "x-frame-options" not in headers
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'self' https://*.office.com " in policy
        assert f"script-src 'self' {OFFICE_SCRIPT};" in policy
        assert "connect-src 'self';" in policy
        assert headers["cache-control"] == "no-store"
    assert client().get("/").headers["x-frame-options"] == "DENY"
    assert client().get("/healthz").headers["x-frame-options"] == "DENY"


def test_offices_own_script_can_lie_in_the_house(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    (folder / "sv-se").mkdir(parents=True)
    (folder / "office.js").write_text("var Office;", encoding="utf-8")
    (folder / "sv-se" / "office_strings.js").write_text("var Strings;", encoding="utf-8")
    (tmp_path / "hemligt.js").write_text("hemligt", encoding="utf-8")
    config = tmp_path / "klarsprak.yml"
    config.write_text("tillägg: {office_js_mapp: office}\n", encoding="utf-8")
    own = client(config=config)
    for page in (PANE, "/tillagg/outlook/launch.html"):
        answer = own.get(page)
        assert '<script src="/tillagg/office/office.js"></script>' in answer.text
        assert "microsoft" not in answer.text
        assert "script-src 'self';" in answer.headers["content-security-policy"]
    assert own.get("/tillagg/office/office.js").text == "var Office;"
    assert own.get("/tillagg/office/sv-se/office_strings.js").text == "var Strings;"
    for away in ("/tillagg/office/../hemligt.js", "/tillagg/office/%2e%2e/hemligt.js", "/tillagg/office/"):
        assert own.get(away).status_code == 404
    assert client().get("/tillagg/office/office.js").status_code == 404


def test_icons_are_handed_out_ours_or_their_own(tmp_path: Path) -> None:
    for name, size in icons.names().items():
        answer = client().get(f"/tillagg/ikoner/{name}")
        assert answer.headers["content-type"] == "image/png"
        assert icons.size_of(answer.content) == (size, size)
    folder = tmp_path / "ikoner"
    folder.mkdir()
    config = tmp_path / "klarsprak.yml"
    config.write_text("tillägg: {ikoner: ikoner}\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"icon-16\.png"):
        client(config=config)


def test_the_manifests_addresses_are_there() -> None:
    facts = AddinFacts("https://sprak.ekvalla.se")
    named = json.dumps(as_json(facts)) + as_xml("outlook", facts).decode() + as_xml("word", facts).decode()
    addresses = {part for part in named.replace('"', " ").split() if part.startswith(f"{facts.url}/tillagg/")}
    there = client()
    missing = [address for address in addresses if there.get(address).status_code != 200]
    assert len(addresses) >= 10
    assert [address for address in missing if "/word/" not in address] == []  # Word's pane has its own tests


def test_where_a_key_is_asked_for_the_panes_need_it_too() -> None:
    """Outlook can show none: the handbook says how access is limited instead."""
    assert client(token="a" * 32).get(PANE).status_code == 401


def test_what_the_organisation_has_chosen_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = tmp_path / "klarsprak.yml"
    config.write_text("tillägg: {vid_utskick: block}\ngränser: {sekunder: 7}\n", encoding="utf-8")
    read: list[Path] = []
    started: list[ServerSettings] = []

    def layers(path: Path, *more: Any) -> Any:
        read.append(path)
        return read_layers(path, *more)

    def start(settings: ServerSettings, say: object) -> None:
        make_app(Answering(), settings)
        started.append(settings)

    monkeypatch.setattr("klarsprak.config.model.read_layers", layers)
    monkeypatch.setattr("klarsprak.server.running.run", start)
    assert run(["serve", "--config", str(config)]) == 0
    assert read == [config]
    assert [settings.time_limit for settings in started] == [7]
