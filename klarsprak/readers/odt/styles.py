"""What a document's styles say: heading, hidden, which page's header and footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klarsprak.readers.docx.styles import HEADING_NAME
from klarsprak.readers.odt.markup import STYLE, TEXT, Element

_FAMILIES = ("paragraph", "text", "table")
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
        self._displays = dict(_find_displays(self._styles))
        self._pages = dict(_find_pages(self._styles))
        self._headings: dict[str, bool] = {}

    def _add(self, root: Element) -> None:
        """Add the styles of a part, where no nearer part has one of the same name."""
        for style in root.iter(STYLE + "style"):
            family = style.get(STYLE + "family", "")
            if family in _FAMILIES:
                self._styles.setdefault((family, style.get(STYLE + "name", "")), style)

    def is_heading(self, name: str) -> bool:
        """Whether a paragraph in the style is a heading, by the style's name or that of one that it builds on.

        *Title* and *Rubrik 2* are, though they may have no place in the outline.  Found once for each style.
        """
        if name not in self._headings:
            names = map(_shown_name, map(self._styles.__getitem__, self._lineage("paragraph", name)))
            self._headings[name] = any(map(HEADING_NAME.match, names))
        return self._headings[name]

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether the style, or the nearest that it builds on and that says anything, hides text."""
        if not self._displays:
            return False
        said = [self._displays[key] for key in self._lineage(family, name) if key in self._displays]
        return said[:1] == [_HIDDEN]

    @property
    def begin_pages(self) -> bool:
        """Whether any style begins a page of another kind."""
        return any(self._pages.values())

    def master_page(self, family: str, name: str) -> str:
        """The name of the page that begins with a paragraph or table in the style; empty where none does."""
        said = (self._pages[key] for key in self._lineage(family, name) if key in self._pages)
        return next(said, "")

    def _lineage(self, family: str, name: str) -> Iterator[tuple[str, str]]:
        """The style and those that it builds on, the nearest first; a damaged file's may build on themselves."""
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield family, name
            name = self._styles[family, name].get(STYLE + "parent-style-name", "")


def _shown_name(style: Element) -> str:
    """The name that the writer sees: *Rubrik 2* of *Rubrik_20_2*."""
    return style.get(STYLE + "display-name") or style.get(STYLE + "name", "").replace("_20_", " ")


def _find_displays(styles: Mapping[tuple[str, str], Element]) -> Iterator[tuple[tuple[str, str], str]]:
    """The styles that say something of hidden text themselves, and what: *none*, *true*."""
    for key, style in styles.items():
        properties = style.find(_PROPERTIES)
        display = None if properties is None else properties.get(TEXT + "display")
        if display is not None:
            yield key, display


def _find_pages(styles: Mapping[tuple[str, str], Element]) -> Iterator[tuple[tuple[str, str], str]]:
    """The styles that say themselves which page they begin; it is empty where they begin none."""
    for key, style in styles.items():
        page = style.get(STYLE + "master-page-name")
        if page is not None:
            yield key, page
