"""RTF → a page in HTML, be it the page that the RTF was made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from klarsprak.readers.rtf.events import RtfKind, events

_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object filetbl listtable listoverridetable revtbl rsidtbl generator"
    " themedata datastore header footer headerl headerr footerl footerr xmlnstbl latentstyles".split()
)
"""Groups that hold no text of the page."""
_TABS = ("tab", "cell")
_HEAD = 1000


def holds_page(rtf: bytes) -> bool:
    """Whether the RTF was made of a page in HTML, and holds it."""
    return b"\\fromhtml" in rtf[:_HEAD]


def page_of_rtf(rtf: bytes) -> str:
    """The page that the RTF was made of, or else its text as one.  Raises ``ReadError`` as ``events`` does."""
    return _PageReader(holds_page(rtf)).read(rtf)


@dataclass(slots=True)
class _State:
    """What holds in a group: whether its text counts."""

    is_skipped: bool = False
    is_hidden: bool = False
    is_rtf_only: bool = False
    """What an RTF made of a page says a second time in RTF's own way."""


class _PageReader:
    """Goes through RTF once."""

    def __init__(self, is_page: bool) -> None:
        self._is_page = is_page
        self._state = _State()
        self._around: list[_State] = []
        self._out: list[str] = []
        self._may_be_skipped = False

    def read(self, rtf: bytes) -> str:
        """The page."""
        for kind, text, number, _ in events(rtf):
            if kind is RtfKind.TEXT:
                self._add(text)
            elif kind is RtfKind.WORD:
                self._obey(text, number)
            else:
                self._may_be_skipped = kind is RtfKind.MAY_SKIP
                self._go(kind)
        whole = "".join(self._out)
        return whole if self._is_page else f"<p>{whole}</p>"

    def _go(self, kind: RtfKind) -> None:
        """Go into a group, or out of it."""
        if kind is RtfKind.OPEN:
            self._around.append(replace(self._state))
        elif kind is RtfKind.CLOSE and self._around:
            self._state = self._around.pop()

    def _counts(self) -> bool:
        """Whether text is the page's here; of an RTF made of a page, tags and what stands outside of RTF's own."""
        state = self._state
        return not (state.is_skipped or state.is_hidden or state.is_rtf_only)

    def _add(self, text: str) -> None:
        if self._counts():
            self._out.append(text if self._is_page else escape(text, quote=False))

    def _end_line(self, word: str) -> None:
        """The end of a paragraph or a line."""
        if self._counts():
            self._out.append("\r\n" if self._is_page else "<br>" if word == "line" else "</p><p>")

    def _obey(self, word: str, number: int | None) -> None:
        """Do what a control word says."""
        may_be_skipped, self._may_be_skipped = self._may_be_skipped, False
        order = _ORDERS.get(word)
        if order is not None:
            order(self, word, number)
        elif word in _TABS:
            self._add("\t")
        elif may_be_skipped or word in _SKIPPED:
            self._state.is_skipped = True

    def _keep(self, word: str, number: int | None) -> None:
        """A group that is known."""

    def _rtf_only(self, word: str, number: int | None) -> None:
        self._state.is_rtf_only = self._is_page and number != 0

    def _hide(self, word: str, number: int | None) -> None:
        self._state.is_hidden = number != 0

    def _show(self, word: str, number: int | None) -> None:
        self._state.is_hidden = False


_ORDERS: dict[str, Callable[[_PageReader, str, int | None], None]] = {
    "deleted": _PageReader._hide,
    "htmlrtf": _PageReader._rtf_only,
    "htmltag": _PageReader._keep,
    "line": lambda reader, word, _: reader._end_line(word),
    "par": lambda reader, word, _: reader._end_line(word),
    "plain": _PageReader._show,
    "row": lambda reader, word, _: reader._end_line(word),
    "v": _PageReader._hide,
}
