"""A server for all tests of a module, and an editor to ask it."""

import sys
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.editor import Client, Editor, make_client

COMMAND = [sys.executable, "-m", "klarsprak", "lsp", "--stdio"]


@pytest_lsp.fixture(config=ClientServerConfig(COMMAND, make_client), scope="module")
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    params = types.InitializeParams(
        client_capabilities("visual-studio-code"), initialization_options={"whole": False, "delay": 50}
    )
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def editor(client: Client) -> Iterator[Editor]:
    editor = Editor(client)
    yield editor
    editor.close_all()
