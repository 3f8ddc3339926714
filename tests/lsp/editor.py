"""An editor that somebody else wrote, as the tests use it."""

from __future__ import annotations

import asyncio
from itertools import count
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

Position = types.Position
_numbers = count(1)


def at(line: int, start: int, end: int) -> types.Range:
    """A stretch of one line."""
    return types.Range(Position(line, start), Position(line, end))


class Client(LanguageClient):
    """The library's client, which keeps all that is said of documents."""

    def __init__(self) -> None:
        super().__init__(converter_factory=default_converter)
        self.said: list[types.PublishDiagnosticsParams] = []


def make_client() -> Client:
    """A client that also takes what a server wants to be told of."""
    client = Client()
    own = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _keep, types.CLIENT_REGISTER_CAPABILITY: _register}
    register_lsp_features(client, DEFAULT_CLIENT_FEATURES | own)
    return client


def _keep(client: Client, params: types.PublishDiagnosticsParams) -> None:
    client.said.append(params)


def _register(client: Client, params: types.RegistrationParams) -> None:
    pass


class Editor:
    """Opens documents, and waits for what is said of them."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._versions: dict[str, int] = {}

    async def open(self, text: str, language: str = "plaintext", uri: str | None = None) -> str:
        """Open a document, wait for its remarks, and return its URI."""
        uri = uri or f"untitled:Untitled-{next(_numbers)}"
        self._versions[uri] = 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self.wait(uri)
        return uri

    def close_all(self) -> None:
        """Close what is open."""
        for uri in self._versions:
            self.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    def change(self, uri: str, text: str, where: types.Range | None = None) -> None:
        """Write a text in the place of a stretch, or of all."""
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(uri=uri, version=self._versions[uri])
        change: Any = types.TextDocumentContentChangeWholeDocument(text)
        if where is not None:
            change = types.TextDocumentContentChangePartial(where, text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    async def wait(self, uri: str) -> None:
        """Wait for what is said of the document as it stands, if nothing has been said since it was changed."""
        while not self.said(uri) or self.said(uri)[-1].version != self._versions[uri]:
            await asyncio.sleep(0.005)

    def said(self, uri: str) -> list[types.PublishDiagnosticsParams]:
        """All that has been said of a document."""
        return [said for said in self.client.said if said.uri == uri]

    async def more(self, uri: str) -> None:
        """Wait until something more is said of a document, changed or not."""
        number = len(self.said(uri))
        while len(self.said(uri)) == number:
            await asyncio.sleep(0.005)

    async def told(self, before: int) -> list[types.ShowMessageParams]:
        """What the user is told after so many messages, waited for: it may come behind what is said of a document."""
        while len(self.client.messages) == before:
            await asyncio.sleep(0.005)
        return list(self.client.messages[before:])

    def shown(self, uri: str) -> list[types.Diagnostic]:
        """What is shown now."""
        return list(self.said(uri)[-1].diagnostics)

    def rules(self, uri: str) -> list[str]:
        """The rules of what is shown now."""
        return [str(each.code) for each in self.shown(uri)]

    async def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        document = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_hover_async(types.HoverParams(document, Position(line, character)))

    async def actions(self, uri: str, where: types.Range, *only: str) -> dict[str, types.CodeAction]:
        """The menu by its titles."""
        context = types.CodeActionContext([], only=list(only) or None)
        params = types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
        offered = await self.client.text_document_code_action_async(params)
        return {action.title: action for action in offered or [] if isinstance(action, types.CodeAction)}


def uri_of(path: Path) -> str:
    """As editors write it: *å* and spaces by their bytes."""
    return path.as_uri()


def document_edit(action: types.CodeAction, uri: str) -> tuple[types.Range, str]:
    """The one edit that an action makes in a document."""
    assert action.edit
    changes = {
        each.text_document.uri: each.edits
        for each in action.edit.document_changes or []
        if isinstance(each, types.TextDocumentEdit)
    }
    (edit,) = changes[uri]
    assert isinstance(edit, types.TextEdit)
    return edit.range, edit.new_text
