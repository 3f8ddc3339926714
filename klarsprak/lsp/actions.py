"""What one can do about a remark, as the editor's menu offers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from klarsprak.finding import Category, Finding
from klarsprak.live.checking import TextRemark
from klarsprak.lsp.checked import Checked
from klarsprak.lsp.config_edit import Edit, added, first_text
from klarsprak.lsp.diagnostics import diagnostic
from klarsprak.lsp.fixing import suggested
from klarsprak.lsp.lines import Encoding, Lines

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.klarsprak"
KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]
_OF_WORDS = frozenset({Category.KANSLISVENSKA, Category.FACKORD, Category.FORKORTNING, Category.SPRAKFEL})
"""Categories whose remarks are on words that an organisation may want to keep."""


class ConfigFile(NamedTuple):
    """The ``klarsprak.yml`` that holds for a document, or the one to make."""

    path: Path
    text: str | None
    """None where there is no file yet."""
    version: int | None = None
    """Of the document, where it is open."""


class Abilities(NamedTuple):
    """What the editor can do with an edit."""

    versions: bool
    """Whether it knows which version of a document an edit is for."""
    creates: bool
    """Whether it makes files."""


class Actions:
    """Makes the entries of the menu for one document."""

    def __init__(self, checked: Checked, config: ConfigFile | None, encoding: Encoding, editor: Abilities) -> None:
        self._checked = checked
        self._document = checked.document
        self._config = config
        self._encoding = encoding
        self._editor = editor
        self._lines = Lines(checked.document.text, encoding)

    def quick_fixes(self, remarks: Iterable[TextRemark]) -> list[types.CodeAction]:
        """What to do about each of the remarks: first what they suggest, then how to be told no more of it."""
        remarks = list(remarks)
        ways: Sequence[Callable[[TextRemark], Iterator[types.CodeAction]]] = (
            self._suggestions,
            self._letting_stand,
            self._switching_off,
        )
        every = (action for way in ways for remark in remarks for action in way(remark))
        return list({action.title: action for action in reversed(list(every))}.values())[::-1]

    def fix_all(self, edits: Sequence[Edit]) -> list[types.CodeAction]:
        """Put in all that is safe; nothing where there is nothing."""
        if not edits:
            return []
        return [types.CodeAction("Rätta alla säkra", kind=FIX_ALL, edit=self._in_document(edits))]

    def _suggestions(self, remark: TextRemark) -> Iterator[types.CodeAction]:
        finding = remark.finding
        for number, suggestion in enumerate(finding.suggestions):
            edit = suggested(self._document, remark, suggestion)
            if edit is not None:
                title = f"Byt ”{finding.text}” mot ”{suggestion}”" if suggestion else f"Ta bort ”{finding.text}”"
                is_first = number == 0
                yield self._action(title, remark, self._in_document([edit]), preferred=finding.safe and is_first)

    def _letting_stand(self, remark: TextRemark) -> Iterator[types.CodeAction]:
        word = _word(remark.finding)
        edit = self._in_config("allow", word) if word else None
        if edit is not None:
            yield self._action(f"Låt ordet ”{word}” stå (klarsprak.yml)", remark, edit)

    def _switching_off(self, remark: TextRemark) -> Iterator[types.CodeAction]:
        rule = remark.finding.rule
        edit = self._in_config("ignore", rule)
        if edit is not None:
            yield self._action(f"Stäng av regeln {rule} (klarsprak.yml)", remark, edit)

    def _action(
        self, title: str, remark: TextRemark, edit: types.WorkspaceEdit, preferred: bool = False
    ) -> types.CodeAction:
        shown = diagnostic(remark, self._checked, self._lines)
        kind = types.CodeActionKind.QuickFix
        return types.CodeAction(title, kind=kind, diagnostics=[shown], is_preferred=preferred or None, edit=edit)

    def _in_document(self, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        return self._workspace_edit(self._document.uri, self._document.version, _text_edits(edits, self._lines))

    def _in_config(self, key: str, value: str) -> types.WorkspaceEdit | None:
        """The value put into a list of the configuration; None where that can't be done."""
        if self._config is None:
            return None
        path, text, version = self._config
        if text is None:
            return self._new_file(path, first_text(key, value)) if self._editor.creates else None
        edit = added(text, key, value)
        if edit is None:
            return None
        return self._workspace_edit(path.as_uri(), version, _text_edits([edit], Lines(text, self._encoding)))

    def _workspace_edit(self, uri: str, version: int | None, edits: Sequence[types.TextEdit]) -> types.WorkspaceEdit:
        if not self._editor.versions:
            return types.WorkspaceEdit(changes={uri: edits})
        return types.WorkspaceEdit(document_changes=[_document_edit(uri, version, edits)])

    def _new_file(self, path: Path, text: str) -> types.WorkspaceEdit:
        uri = path.as_uri()
        make = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
        content = types.TextEdit(Lines("", self._encoding).range(0, 0), text)
        return types.WorkspaceEdit(document_changes=[make, _document_edit(uri, None, [content])])


def is_wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether the editor asks for actions of a kind: *source* asks for *source.fixAll* too.

    >>> is_wanted("source.fixAll", ["source"]), is_wanted("quickfix", ["source"]), is_wanted("quickfix", None)
    (True, False, True)
    """
    if only is None:
        return True
    return any(kind == each or kind.startswith(f"{each}.") or not each for each in only)


def _word(finding: Finding) -> str | None:
    """The word, in dictionary form where the rule has that, or the phrase that an organisation may let stand."""
    if finding.place is None or finding.category not in _OF_WORDS:
        return None
    return finding.word or finding.text


def _text_edits(edits: Iterable[Edit], lines: Lines) -> list[types.TextEdit]:
    return [types.TextEdit(lines.range(edit.start, edit.end), edit.new) for edit in edits]


def _document_edit(uri: str, version: int | None, edits: Sequence[types.TextEdit]) -> types.TextDocumentEdit:
    return types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, version), edits)
