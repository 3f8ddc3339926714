"""The server: which documents are open, and what is told of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from klarsprak.config.location import FILE_NAME
from klarsprak.faults import where
from klarsprak.files.errors import FileError
from klarsprak.files.yaml import read_text
from klarsprak.lsp.actions import ConfigFile
from klarsprak.lsp.checked import Checked, check
from klarsprak.lsp.checkers import LiveCheckers, config_of
from klarsprak.lsp.checks import Checks
from klarsprak.lsp.diagnostics import diagnostics
from klarsprak.lsp.documents import Document, path_of
from klarsprak.lsp.lines import Encoding, Lines
from klarsprak.lsp.protocol import OwnDocuments
from klarsprak.lsp.settings import Settings, SettingsError, read_settings
from klarsprak.version import __version__

_WITHOUT = "Granskningen fortsätter utan ändringen tills filen är rättad."


class KlarsprakServer(LanguageServer):
    """Keeps the documents, has them checked, and tells the editor.  All is called in the loop's thread."""

    def __init__(self) -> None:
        super().__init__("klarsprak", __version__, protocol_cls=OwnDocuments)
        self.settings = Settings()
        self.first_settings: Any = None
        """Those that the editor began with."""
        self.documents: dict[str, Document] = {}
        self.checks = Checks(self._check, self._publish, self._failed)
        self._checkers = LiveCheckers()
        self._told: dict[Path | None, str | None] = {}
        """What was last said of each configuration."""

    @property
    def encoding(self) -> Encoding:
        """What places are counted in: what the editor asks for first, or else UTF-16."""
        encoding: Encoding = types.PositionEncodingKind(self.workspace.position_encoding).value
        return encoding

    def lines(self, document: Document) -> Lines:
        """The document's lines as the editor counts them."""
        return Lines(document.text, self.encoding)

    def put(self, document: Document, *, delay: float = 0.0) -> None:
        """Take a document as it stands now, and check it in so many seconds."""
        self.documents[document.uri] = document
        if document.is_letter:
            self.checks.soon(document, delay)

    def close(self, uri: str) -> None:
        """Forget a document, and what the editor shows of it."""
        self.checks.forget(uri)
        if self.documents.pop(uri, None) is not None:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def check_all(self) -> None:
        """Check every document again: something that they are checked by has changed."""
        for document in list(self.documents.values()):
            self.put(document)

    async def reload(self) -> None:
        """Look at the configurations again, those with faults too, and check every document."""
        await self.checks.in_thread(self._checkers.retry)
        self.check_all()

    async def prepare(self) -> None:
        """Load the rules before the first document needs them."""
        await self.checks.in_thread(lambda: self._checkers.for_folder(self._root))

    def use_settings(self, *given: Any) -> None:
        """Take the editor's settings, the later ones before the earlier; says so where they can't be used."""
        try:
            self.settings = read_settings(*given)
        except SettingsError as error:
            self.tell(str(error), types.MessageType.Warning)

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Error) -> None:
        """Show a message in the editor."""
        self.window_show_message(types.ShowMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: object) -> None:
        """Say that something went wrong, and where, but nothing of what the error quotes: that may be the letter.

        Who asked for something is answered, and nobody else is told.
        """
        if source is not FeatureRequestError:
            self.tell(f"Något gick fel i klarsprak ({where(error)}).")

    def config_file(self, document: Document) -> ConfigFile | None:
        """The configuration that holds for the document, or the one to make; None where there can be none."""
        path = config_of(self._folder(document))
        if path is None:
            return self._config_to_make(document)
        for other in self.documents.values():
            if other.path == path:
                return ConfigFile(path, other.text, other.version)
        try:
            return ConfigFile(path, read_text(path))
        except FileError:
            return None

    def _config_to_make(self, document: Document) -> ConfigFile | None:
        """In the folder that is open in the editor, or else beside the document; none for one that has no file."""
        folders = list(filter(None, map(path_of, self._open_folders())))
        if document.path is not None:
            around = filter(document.path.is_relative_to, folders)
            folders = [*around, document.path.parent]
        return ConfigFile(folders[0] / FILE_NAME, None) if folders else None

    def _open_folders(self) -> list[str]:
        """The URIs of the folders that are open in the editor, the first one first."""
        return [*filter(None, [self.workspace.root_uri]), *self.workspace.folders]

    @property
    def _root(self) -> Path:
        """The folder that is open in the editor, or the one that it was started in."""
        return path_of(self.workspace.root_uri or "") or Path.cwd()

    def _folder(self, document: Document) -> Path:
        return document.path.parent if document.path is not None else self._root

    def _check(self, document: Document) -> Checked:
        """What is said of a document.  Called in the thread that checks."""
        return check(document, self._checkers.for_folder(self._folder(document)), self.settings)

    def _failed(self, error: Exception) -> None:
        """The document keeps what was last said of it."""
        self.tell(f"klarsprak kunde inte granska dokumentet ({where(error)}).")

    def _publish(self, checked: Checked) -> None:
        """Show the remarks, and what is wrong with the configuration."""
        document = checked.document
        shown = diagnostics(checked, self.lines(document))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(document.uri, shown, document.version))
        self._tell_problem(checked)

    def _tell_problem(self, checked: Checked) -> None:
        """Say once what is wrong with a configuration, and again if it was right meanwhile."""
        configured = checked.configured
        is_told = self._told.get(configured.path) == configured.problem
        self._told[configured.path] = configured.problem
        if configured.problem is not None and not is_told:
            self.tell(f"{configured.problem}\n{_WITHOUT}")
