"""What a document's styles say: heading, hidden, which page's header and footer."""

from __future__ import annotations

from collections.abc import Iterator

from klarsprak.readers.docx.styles import HEADING_NAME
from klarsprak.readers.odt.markup import STYLE, TEXT, Element

_FAMILIES = ("paragraph", "text")
_PROPERTIES = STYLE + "text-properties"
_HIDDEN = "none"


class OdtStyles:
    """The styles of the parts; an automatic style of one part may have the name of another part's.

    ``own`` are the roots to look in, the nearest first: the part itself, then *styles.xml*.
    """

    def __init__(self, *own: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        for root in own:
            if root is not None:
                self._add(root)
        self.hides = any(_display(style) for style in self._styles.values())
        """Whether any style says something of hidden text."""

    def _add(self, root: Element) -> None:
        """Add the styles of a part, where no nearer part has one of the same name."""
        for style in root.iter(STYLE + "style"):
            family = style.get(STYLE + "family", "")
            if family in (*_FAMILIES, "table"):
                self._styles.setdefault((family, style.get(STYLE + "name", "")), style)

    def is_heading(self, name: str) -> bool:
        """Whether a paragraph in the style is a heading, by the style's name or that of one that it builds on.

        *Title* and *Rubrik 2* are, though they may have no place in the outline.
        """
        return any(HEADING_NAME.match(_shown_name(style)) for style in self._lineage("paragraph", name))

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether the style, or the nearest that it builds on and that says anything, hides text."""
        if not self.hides:
            return False
        said = filter(None, map(_display, self._lineage(family, name)))
        return next(said, "") == _HIDDEN

    def master_page(self, family: str, name: str) -> str:
        """The name of the page that begins with a paragraph or table in the style; empty where none does."""
        for style in self._lineage(family, name):
            page = style.get(STYLE + "master-page-name")
            if page is not None:
                return page
        return ""

    def _lineage(self, family: str, name: str) -> Iterator[Element]:
        """The style and those that it builds on, the nearest first; a damaged file's may build on themselves."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[family, name]
            yield style
            name = style.get(STYLE + "parent-style-name", "")


def _shown_name(style: Element) -> str:
    """The name that the writer sees: *Rubrik 2* of *Rubrik_20_2*."""
    return style.get(STYLE + "display-name") or style.get(STYLE + "name", "").replace("_20_", " ")


def _display(style: Element) -> str:
    """What a style itself says of hidden text: *none*, *true*, or nothing."""
    properties = style.find(_PROPERTIES)
    return "" if properties is None else properties.get(TEXT + "display", "")
