"""What an element of an HTML page says of how its content looks."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import html

from klarsprak.letter import Role
from klarsprak.readers.html.cascade import Cascade, Surroundings

_PRE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NO_BORDER = re.compile(r"border(?:-left)?\s*:\s*(?:none|0)|border-width\s*:\s*0", re.IGNORECASE)

SKIPPED = frozenset("head script style title template noscript noframes canvas datalist del".split())
_LINKS = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show another file, and the attribute that names it."""
_NO_FILE = ("about:", "javascript:")
_NO_LETTER = ("image/", "audio/", "video/")
_DOTS = frozenset({"0", "1"})
"""Heights and widths of a file that isn't there to be seen."""
_SHOWN_INPUTS = frozenset({"", "text", "submit", "reset", "button", "search", "email", "tel", "url"})
_NOT_DRAWN = frozenset("desc defs metadata symbol annotation annotation-xml".split())
"""What doesn't show of a drawing or a formula."""
BLOCKS = frozenset(
    "address article aside body blockquote caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer foreignobject form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section select "
    "summary table tbody td text textarea tfoot th thead tr ul".split()
)
_NO_BOXES = frozenset("caption legend option tbody td text tfoot th thead tr table".split())
"""Blocks that grow with their text, whatever height they are given."""
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PREFORMATTED = frozenset({"pre", "textarea"})
_BOLD_TAGS = frozenset("b strong th".split())
_REST_QUOTED = frozenset({"divrplyfwdmsg", "appendonsend"})
_QUOTED = frozenset(
    {"yahoo_quoted", "moz-cite-prefix", "gmail_attr", "mail-editor-reference-message-container", "protonmail_quote"}
)


class ShownElement(NamedTuple):
    """An element whose content, or some of it, shows, and how."""

    element: html.HtmlElement
    tag: str
    within: Surroundings
    """What the elements in it take from it."""
    is_block: bool
    """Whether it begins on a line of its own."""
    is_bold: bool
    is_preformatted: bool
    """Whether its spaces and line ends are the writer's."""
    is_quoted: bool
    """Whether a mail program marks it as earlier mail."""
    begins_quoted: bool
    """Whether a mail program marks all that follows as earlier mail."""

    @property
    def text(self) -> str | None:
        """The text that stands in it before any other element; of a field in a form, what it is filled with."""
        text: str | None = self.element.text
        if self.tag == "input" and self.element.get("type", "").strip().lower() in _SHOWN_INPUTS:
            text = self.element.get("value") or self.element.get("placeholder")
        return text

    @property
    def holds_other_file(self) -> bool:
        """Whether it shows a page or a document that isn't read here, *iframe*; not one that only counts readers."""
        if self.tag not in _LINKS or self.element.get("type", "").lower().startswith(_NO_LETTER):
            return False
        if self.element.get("width") in _DOTS or self.element.get("height") in _DOTS:
            return False
        link = self.element.get(_LINKS[self.tag], "").strip().lower()
        named = bool(link) and not link.startswith(_NO_FILE)
        return self.within.is_visible and (named or bool(self.element.get("srcdoc", "").strip()))

    def role(self, is_cell: bool) -> Role | None:
        """The role that a block gives what is in it, if any.

        ``is_cell`` says that it is one of a table of data; in a table that lays the page out it gives none.
        """
        if self.tag in _HEADINGS:
            return Role.HEADING
        if is_cell:
            return Role.TABLE_CELL
        if _is_item(self.element, self.tag):
            return Role.LIST_ITEM
        return None


def look_at(element: html.HtmlElement, cascade: Cascade, around: Surroundings) -> ShownElement | None:
    """How the element looks; None if nothing of it shows."""
    tag = _tag(element)
    if tag in SKIPPED or (around.is_drawing and tag in _NOT_DRAWN):
        return None
    style = element.get("style", "")
    within = cascade.within(element, tag, around, is_box=tag in BLOCKS and tag not in _NO_BOXES)
    if within is None:
        return None
    names = _names(element)
    names_quotation = not names.isdisjoint(_QUOTED)
    return ShownElement(
        element,
        tag,
        within,
        is_block=tag in BLOCKS,
        is_bold=tag in _BOLD_TAGS or bool(_BOLD.search(style)),
        is_preformatted=tag in _PREFORMATTED or bool(_PRE.search(style)),
        is_quoted=names_quotation or _is_quotation(tag, style),
        begins_quoted=not names.isdisjoint(_REST_QUOTED),
    )


def _tag(element: html.HtmlElement) -> str:
    """The element's tag; what lxml gives a function for, a comment or the like, is skipped as a script is."""
    if isinstance(element.tag, str):
        return element.tag.lower()
    return "script"


def _names(element: html.HtmlElement) -> set[str]:
    """Classes and id, without the prefix that Outlook gives those of a mail that it quotes."""
    classes = element.get("class", "").lower().split()
    own_id = element.get("id", "").lower()
    return {name.removeprefix("x_") for name in (*classes, own_id)}


def _is_item(element: html.HtmlElement, tag: str) -> bool:
    """Whether the element is an item of a list; Word writes them as paragraphs."""
    if tag == "p":
        return "mso-list" in element.get("style", "")
    return tag in ("li", "option")


def _is_quotation(tag: str, style: str) -> bool:
    """Whether the element is a quotation to look at.

    Mail programs indent with a ``blockquote`` too, but one without a border.
    """
    if tag != "blockquote":
        return False
    return not _NO_BORDER.search(style.replace("initial", "0"))
