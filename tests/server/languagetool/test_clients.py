"""Clients of LanguageTool's that others wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.server.conftest import Server

TEXT = "Hej 😀! Rene\u0301 har ej svarat. Vi har erhållit brevet."
CORRECTED = "Hej 😀! Rene\u0301 har inte svarat. Vi har fått brevet."


@pytest.fixture(scope="module")
def tool(server: Server) -> Iterator[Any]:
    client = pytest.importorskip("language_tool_python", reason="language-tool-python is not installed")
    with client.LanguageTool("sv-SE", remote_server=server.url) as tool:
        yield tool


def test_language_tool_python_finds_and_corrects(tool: Any) -> None:
    matches = tool.check(TEXT)
    assert [TEXT[match.offset :][: match.error_length] for match in matches] == ["ej", "erhållit"]
    assert tool.correct(TEXT) == CORRECTED


def test_language_tool_python_chooses_rules(tool: Any) -> None:
    tool.disabled_rules = {"kanslisvenska.ej"}
    assert [match.rule_id for match in tool.check(TEXT)] == ["kanslisvenska.erhålla"]
    tool.disabled_rules = set()
    tool.picky = True
    assert "fackord.maxtaxa" in [match.rule_id for match in tool.check("Sökanden fick maxtaxan i maj.")]
    tool.picky = False


def test_language_tool_python_tells_an_error(server: Server) -> None:
    client = pytest.importorskip("language_tool_python", reason="language-tool-python is not installed")
    with client.LanguageTool("sv", remote_server=server.url) as tool:
        tool.preferred_variants = {"sv-SE"}
        with pytest.raises(client.exceptions.LanguageToolError, match=r"language=auto"):
            tool.check(TEXT)


def test_pylanguagetool_finds(server: Server) -> None:
    api = pytest.importorskip("pylanguagetool.api", reason="pyLanguagetool is not installed")
    url = f"{server.url}/v2/"
    assert {"name": "Swedish", "code": "sv", "longCode": "sv"} in api.get_languages(url)
    found = api.check(TEXT, api_url=url, lang="sv", enabled_rules="kanslisvenska.ej", enabled_only=True)
    assert [match["rule"]["id"] for match in found["matches"]] == ["kanslisvenska.ej"]
    with pytest.raises(ValueError, match="Error: 'xx' is not a language code"):
        api.check(TEXT, api_url=url, lang="xx")
