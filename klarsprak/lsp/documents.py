"""Documents that are open in the editor, as they stand there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types
from pygls.uris import to_fs_path

from klarsprak.config.location import FILE_NAME
from klarsprak.live.html import marked_html
from klarsprak.live.markdown import marked_markdown
from klarsprak.live.markup import MarkedText
from klarsprak.lsp.lines import Encoding, Lines

_MARKUP: dict[str, Callable[[str], MarkedText]] = {
    "markdown": marked_markdown,
    "html": marked_html,
    "xhtml": marked_html,
    ".md": marked_markdown,
    ".markdown": marked_markdown,
    ".html": marked_html,
    ".htm": marked_html,
}
"""By the language that the editor says, or else by the end of the file's name."""
_PLAIN = frozenset({"plaintext", "text"})
_NO_LETTERS = frozenset({"yaml", "json", "jsonc", "toml", "xml"})
"""Languages of files that are open beside the letters: *klarsprak.yml*."""


class Document(NamedTuple):
    """A document at one moment; a change makes another one."""

    uri: str
    language: str
    version: int | None
    text: str

    @property
    def path(self) -> Path | None:
        """Where its file lies; None for one that has none yet."""
        return path_of(self.uri)

    @property
    def is_letter(self) -> bool:
        """Whether it is to be checked."""
        is_config = self.path is not None and self.path.name == FILE_NAME
        return self.language not in _NO_LETTERS and not is_config

    @property
    def is_html(self) -> bool:
        """Whether a sign of the text may have to be written as an entity."""
        return self._read is marked_html

    def marked(self) -> MarkedText:
        """The text to check, and the way back to the document."""
        return self._read(self.text)

    @property
    def _read(self) -> Callable[[str], MarkedText]:
        """What reads the document's markup."""
        suffix = self.path.suffix.lower() if self.path is not None else ""
        by_suffix = MarkedText.plain if self.language in _PLAIN else _MARKUP.get(suffix, MarkedText.plain)
        return _MARKUP.get(self.language, by_suffix)

    def changed(self, params: types.DidChangeTextDocumentParams, encoding: Encoding) -> Document:
        """The document after a change."""
        text = self.text
        for change in params.content_changes:
            text = _changed(text, change, encoding)
        return self._replace(text=text, version=params.text_document.version)


def _changed(text: str, change: types.TextDocumentContentChangeEvent, encoding: Encoding) -> str:
    """The text after one change: of a stretch, or of all of it."""
    if not isinstance(change, types.TextDocumentContentChangePartial):
        return change.text
    lines = Lines(text, encoding)
    start, end = lines.offset(change.range.start), lines.offset(change.range.end)
    return text[:start] + change.text + text[max(start, end) :]


def path_of(uri: str) -> Path | None:
    """The file that a URI leads to, *file:///h%C3%A4r/brev.md*; None for what is no file, or can't be one.

    An editor on Windows may ask a server that isn't: *C:\\\\brev* is nowhere here.
    """
    try:
        name = to_fs_path(uri)
    except ValueError:  # *http://[x*
        return None
    if not name or "\0" in name:
        return None
    path = Path(name)
    return path if path.is_absolute() else None
