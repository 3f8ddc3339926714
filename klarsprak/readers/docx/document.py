"""A Word document as a whole: which parts of the package are read, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from klarsprak.letter import Block, Role
from klarsprak.readers.docx.markup import BrokenPartError, Element, W, child, is_on, parse
from klarsprak.readers.docx.package import Package, Relation, damaged
from klarsprak.readers.docx.sections import needs_settings, shown
from klarsprak.readers.docx.story import Story
from klarsprak.readers.docx.styles import Styles

_NAMES = {
    "header": "Ett sidhuvud",
    "footer": "En sidfot",
    "footnotes": "Fotnoterna",
    "endnotes": "Slutnoterna",
    "styles": "Formatmallarna",
    "settings": "Dokumentets inställningar",
}
_BROKEN_RELATIONS = (
    "Sidhuvud, sidfot och noter kunde inte läsas, eftersom dokumentet är skadat. Öppna det i Word och spara på nytt."
)


class Document:
    """A Word document's blocks; ``notes`` says, once they are read, what could not be."""

    def __init__(self, data: bytes) -> None:
        self.notes: dict[str, None] = {}
        self._package = Package(data)
        self._part = self._package.main_part()
        try:
            self._root = self._package.root(self._part)
        except BrokenPartError as error:
            raise damaged() from error
        if self._root.tag != W + "document":
            raise damaged()
        self._relations = self._read_relations()
        self._styles = self._read_styles()
        self._tables = count()

    def blocks(self) -> list[Block]:
        """Headers, then the body, then footers, footnotes and endnotes."""
        even = needs_settings(self._root) and self._has_even_pages()
        headers = self._margins("header", Role.HEADER, even)
        body = self._story(self._part, None)
        body.walk(self._root)
        self._note_problems(body)
        footers = self._margins("footer", Role.FOOTER, even)
        return [*headers, *body.blocks, *footers, *self._notes(body, "footnote"), *self._notes(body, "endnote")]

    def _margins(self, kind: str, role: Role, even: bool) -> list[Block]:
        """What the headers or footers say; a part that two sections refer to is read once."""
        found: list[Block] = []
        for part in dict.fromkeys(self._parts(kind, even)):
            root = self._root_of(part, kind)
            if root is not None:
                story = self._story(part, role)
                story.walk(root)
                self._note_problems(story)
                found += story.blocks
        return found

    def _parts(self, kind: str, even: bool) -> Iterator[str]:
        for identity in shown(self._root, kind, even):
            relation = self._relations.get(identity)
            if relation is not None:
                yield relation.target
            elif self._relations:
                self._note_broken(kind)

    def _notes(self, body: Story, kind: str) -> list[Block]:
        """The footnotes or endnotes that the text refers to, in the order of the references."""
        wanted = dict.fromkeys(identity for found, identity in body.references if found == kind)
        part = next((item.target for item in self._relations.values() if item.kind == kind + "s"), None)
        root = self._root_of(part, kind + "s") if wanted and part is not None else None
        if part is None or root is None:
            return []
        story = self._story(part, Role.FOOTNOTE)
        found: dict[str, list[Block]] = {}
        for note in root.iterchildren(W + kind):
            identity = note.get(W + "id", "")
            if identity in wanted:
                start = len(story.blocks)
                story.walk(note)
                found[identity] = story.blocks[start:]
            else:
                story.pass_by(note)
        self._note_problems(story)
        return [block for identity in wanted for block in found.get(identity, [])]

    def _story(self, part: str, role: Role | None) -> Story:
        return Story(part, self._styles, self._tables, role)

    def _read_relations(self) -> dict[str, Relation]:
        try:
            return self._package.relations(self._part)
        except BrokenPartError:
            self.notes[_BROKEN_RELATIONS] = None
            return {}

    def _read_styles(self) -> Styles:
        part = next((item.target for item in self._relations.values() if item.kind == "styles"), None)
        try:
            return Styles(None) if part is None else sheet(self._package.read(part))
        except BrokenPartError:
            self._note_broken("styles")
            return Styles(None)

    def _first(self, kind: str) -> Element | None:
        """The root of the only part of that kind."""
        part = next((item.target for item in self._relations.values() if item.kind == kind), None)
        return None if part is None else self._root_of(part, kind)

    def _root_of(self, part: str, kind: str) -> Element | None:
        try:
            return self._package.root(part)
        except BrokenPartError:
            self._note_broken(kind)
            return None

    def _has_even_pages(self) -> bool:
        settings = self._first("settings")
        return settings is not None and is_on(child(settings, W + "evenAndOddHeaders"))

    def _note_broken(self, kind: str) -> None:
        self.notes[
            f"{_NAMES[kind]} kunde inte läsas, eftersom dokumentet är skadat. Öppna det i Word och spara på nytt."
        ] = None

    def _note_problems(self, story: Story) -> None:
        self.notes.update(story.problems)


@lru_cache(maxsize=8)
def sheet(data: bytes) -> Styles:
    """Letters from one template have the same styles, and these are often larger than the text."""
    return Styles(parse(data, "styles"))
