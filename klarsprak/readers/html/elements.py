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

_LINKS = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
"""Elements that show another file, and the attribute that names it."""
_NO_FILE = ("about:", "javascript:")
_NO_LETTER = ("image/", "audio/", "video/")
_NO_LETTER_LINK = re.compile(
    r"data:(?:image|audio|video)/|"
    r"[^?#]*\.(?:avif|bmp|gif|ico|jpe?g|m4[av]|mov|mp[34]|og[agv]|png|svg|wav|webm|webp)(?:[?#]|$)"
)
_EXTENT = re.compile(r"(?<![\w-])(min-)?(width|height)\s*:\s*([^;]*)", re.IGNORECASE)
_DOT = re.compile(r"\s*(?:0(?:\.0*)?(?:[a-z]*|%)|1(?:px)?)\s*(?:!.*)?", re.IGNORECASE)
"""A height or width of a file that isn't there to be seen."""
_SHOWN_INPUTS = frozenset({"", "text", "submit", "reset", "button", "search", "email", "tel", "url"})
BLOCKS = frozenset(
    "address article aside body blockquote caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer foreignobject form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section select "
    "summary table tbody td text textarea tfoot th thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
PREFORMATTED = frozenset({"pre", "textarea"})
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
        if self.tag not in _LINKS or not self.within.is_visible or _is_dot(self.element):
            return False
        link = self.element.get(_LINKS[self.tag], "").strip().lower()
        is_media = self.element.get("type", "").lower().startswith(_NO_LETTER) or _NO_LETTER_LINK.match(link)
        is_named = bool(link) and not is_media and not link.startswith(_NO_FILE)
        return is_named or bool(self.element.get("srcdoc", "").strip())

    @property
    def stands_apart(self) -> bool:
        """Whether words before it are others than those in it, though it may stand on their line."""
        if self.tag == "tspan":
            return any(map(self.element.get, ("x", "y", "dy")))
        return self.tag in ("button", "input")

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
    within = cascade.within(tag, element.get, around)
    if within is None:
        return None
    style = element.get("style", "")
    names = _names(element)
    names_quotation = not names.isdisjoint(_QUOTED)
    return ShownElement(
        element,
        tag,
        within,
        is_block=tag in BLOCKS,
        is_bold=tag in _BOLD_TAGS or bool(_BOLD.search(style)),
        is_preformatted=tag in PREFORMATTED or bool(_PRE.search(style)),
        is_quoted=names_quotation or _is_quotation(tag, style),
        begins_quoted=not names.isdisjoint(_REST_QUOTED),
    )


def _tag(element: html.HtmlElement) -> str:
    """The element's tag; what lxml gives a function for, a comment or the like, is skipped as a script is."""
    if isinstance(element.tag, str):
        return element.tag.lower()
    return "script"


def _is_dot(element: html.HtmlElement) -> bool:
    """Whether it is as small as what only counts readers: *width="1"*, *style="height: 0"*."""
    extents = {name: element.get(name, "") for name in ("width", "height")}
    for least, name, value in _EXTENT.findall(element.get("style", "")):
        if least:
            return False
        extents[name.lower()] = value
    return any(map(_DOT.fullmatch, extents.values()))


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
