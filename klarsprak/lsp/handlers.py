"""What the server does at each message of the protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from klarsprak.lsp.actions import FIX_ALL, KINDS, Abilities, Actions, is_wanted
from klarsprak.lsp.checked import Checked
from klarsprak.lsp.documents import Document
from klarsprak.lsp.fixing import safe_edits
from klarsprak.lsp.hover import hover_text
from klarsprak.lsp.server import KlarsprakServer
from klarsprak.lsp.settings import SECTION

_YAML = (".yml", ".yaml")


def make_server() -> KlarsprakServer:
    """A server that answers."""
    server = KlarsprakServer()
    for method, (handler, options) in _HANDLERS.items():
        server.feature(method, options)(handler)
    return server


def initialize(ls: KlarsprakServer, params: types.InitializeParams) -> None:
    """Take the settings that the editor begins with."""
    ls.first_settings = params.initialization_options
    ls.use_settings(ls.first_settings)


async def initialized(ls: KlarsprakServer, params: types.InitializedParams) -> None:
    """Ask for what is sent only then: settings, and news of files."""
    with suppress(asyncio.CancelledError):  # the editor has gone meanwhile, which the library would tell as a fault
        await _begin(ls)


async def _begin(ls: KlarsprakServer) -> None:
    """Ask, and get ready to check."""
    # Who says that it can be asked, and can't, does without.
    with suppress(JsonRpcException):
        await _ask_for_news(ls)
    with suppress(JsonRpcException):
        await _ask_for_settings(ls)
    await ls.prepare()


async def _ask_for_news(ls: KlarsprakServer) -> None:
    """Of the files that documents are checked by: *klarsprak.yml* and packs."""
    workspace = ls.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        watched = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/*.{yml,yaml}")])
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration("klarsprak-files", method, watched)
        await ls.client_register_capability_async(types.RegistrationParams([registration]))


async def _ask_for_settings(ls: KlarsprakServer) -> None:
    """Those that the editor keeps for the server, where it can be asked."""
    workspace = ls.client_capabilities.workspace
    if workspace and workspace.configuration:
        item = types.ConfigurationItem(section=SECTION)
        given = await ls.workspace_configuration_async(types.ConfigurationParams([item]))
        _use_settings(ls, *given)


def _use_settings(ls: KlarsprakServer, *given: Any) -> None:
    """Take settings, and check by them."""
    before = ls.settings
    ls.use_settings(ls.first_settings, *given)
    if ls.settings != before:
        ls.check_all()


async def did_change_configuration(ls: KlarsprakServer, params: types.DidChangeConfigurationParams) -> None:
    """The editor's settings have changed; some send them, some want to be asked."""
    if params.settings:
        _use_settings(ls, params.settings)
    else:
        with suppress(JsonRpcException):
            await _ask_for_settings(ls)


def did_open(ls: KlarsprakServer, params: types.DidOpenTextDocumentParams) -> None:
    """Check at once."""
    opened = params.text_document
    ls.put(Document(opened.uri, opened.language_id, opened.version, opened.text))


def did_change(ls: KlarsprakServer, params: types.DidChangeTextDocumentParams) -> None:
    """Check when the writer has paused."""
    document = ls.documents.get(params.text_document.uri)
    if document is not None:
        ls.put(document.changed(params, ls.encoding), delay=ls.settings.delay / 1000)


def did_close(ls: KlarsprakServer, params: types.DidCloseTextDocumentParams) -> None:
    """Leave the document alone."""
    ls.close(params.text_document.uri)


async def did_save(ls: KlarsprakServer, params: types.DidSaveTextDocumentParams) -> None:
    """A configuration or a pack that is saved holds from now on."""
    if params.text_document.uri.endswith(_YAML):
        await ls.reload()


async def did_change_watched_files(ls: KlarsprakServer, params: types.DidChangeWatchedFilesParams) -> None:
    """The same, whoever has written it."""
    await ls.reload()


async def hover(ls: KlarsprakServer, params: types.HoverParams) -> types.Hover | None:
    """What is said of the words under the pointer."""
    document = ls.documents.get(params.text_document.uri)
    checked = await ls.checks.latest(document, hurry=True) if document else None
    if document is None or checked is None:
        return None
    lines = ls.lines(document)
    offset = lines.offset(params.position)
    remarks = list(checked.touching(offset, offset))
    if not remarks:
        return None
    kind = _hover_kind(ls)
    text = hover_text(remarks, markdown=kind is types.MarkupKind.Markdown)
    return types.Hover(types.MarkupContent(kind, text), lines.range(*checked.stretch(remarks[0])))


def _hover_kind(ls: KlarsprakServer) -> types.MarkupKind:
    """Markdown, unless the editor can't show it."""
    document = ls.client_capabilities.text_document
    wanted = document.hover.content_format if document and document.hover else None
    if wanted and types.MarkupKind.Markdown not in wanted:
        return types.MarkupKind.PlainText
    return types.MarkupKind.Markdown


async def code_action(ls: KlarsprakServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What one can do about the words that are marked, and about the whole document."""
    document = ls.documents.get(params.text_document.uri)
    only = params.context.only
    # Who asks for one kind waits for it, on saving; a menu may come when the writer pauses.
    checked = await ls.checks.latest(document, hurry=only is not None) if document else None
    if document is None or checked is None:
        return []
    actions = Actions(checked, ls.config_file(document), ls.encoding, _abilities(ls))
    offered = []
    if is_wanted(types.CodeActionKind.QuickFix, only):
        offered += actions.quick_fixes(_remarks_in(ls, checked, params.range))
    if is_wanted(FIX_ALL, only):
        offered += actions.fix_all(await ls.checks.in_thread(partial(safe_edits, checked)))
    return offered


def _remarks_in(ls: KlarsprakServer, checked: Checked, where: types.Range) -> list[Any]:
    lines = ls.lines(checked.document)
    return list(checked.touching(lines.offset(where.start), lines.offset(where.end)))


def _abilities(ls: KlarsprakServer) -> Abilities:
    """What the editor says that it can do."""
    workspace = ls.client_capabilities.workspace
    edit = workspace.workspace_edit if workspace else None
    if edit is None or not edit.document_changes:
        return Abilities(versions=False, creates=False)
    return Abilities(versions=True, creates=types.ResourceOperationKind.Create in (edit.resource_operations or ()))


def shutdown(ls: KlarsprakServer, params: None) -> None:
    """Begin nothing more."""
    ls.checks.stop()


_HANDLERS: dict[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZE: (initialize, None),
    types.INITIALIZED: (initialized, None),
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: (did_change_configuration, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (did_change_watched_files, None),
    types.TEXT_DOCUMENT_DID_OPEN: (did_open, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (did_change, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (did_close, None),
    types.TEXT_DOCUMENT_DID_SAVE: (did_save, None),
    types.TEXT_DOCUMENT_HOVER: (hover, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (code_action, types.CodeActionOptions(KINDS)),
    types.SHUTDOWN: (shutdown, None),
}
