"""A Word document as a whole: which parts of the package are read, in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import count

from klarsprak.letter import Block, Role
from klarsprak.readers.docx.elements import HANDLERS
from klarsprak.readers.docx.markup import Element, W, child, is_on, parse
from klarsprak.readers.docx.package import PackageRelation, WordPackage, damaged
from klarsprak.readers.docx.sections import find_shown, needs_settings
from klarsprak.readers.docx.story import Story
from klarsprak.readers.docx.styles import StyleSheet
from klarsprak.readers.zipped import BrokenPartError

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


class WordDocument:
    """A Word document's blocks; ``notes`` says, once they are read, what could not be."""

    def __init__(self, data: bytes) -> None:
        self.notes: dict[str, None] = {}
        self._package = WordPackage(data)
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

    @property
    def body(self) -> Element:
        """The root of the main part."""
        return self._root

    def blocks(self) -> list[Block]:
        """Headers, then the body, then footers, footnotes and endnotes."""
        even = needs_settings(self._root) and self._has_even_pages()
        headers = self._read_margins("header", Role.HEADER, even)
        body = self._open_story(self._part, None)
        body.walk(self._root)
        self._note_problems(body)
        footers = self._read_margins("footer", Role.FOOTER, even)
        footnotes = self._read_notes(body, "footnote")
        endnotes = self._read_notes(body, "endnote")
        return [*headers, *body.blocks, *footers, *footnotes, *endnotes]

    def _read_margins(self, kind: str, role: Role, even: bool) -> list[Block]:
        """What the headers or footers say; a part that two sections refer to is read once."""
        found: list[Block] = []
        for part in dict.fromkeys(self._find_margins(kind, even)):
            root = self._read_root(part, kind)
            if root is None:
                continue
            story = self._open_story(part, role)
            story.walk(root)
            self._note_problems(story)
            found += story.blocks
        return found

    def _find_margins(self, kind: str, even: bool) -> Iterator[str]:
        """The parts of the headers or footers that are shown; a reference that leads nowhere is noted."""
        for identity in find_shown(self._root, kind, even):
            relation = self._relations.get(identity)
            if relation is not None:
                yield relation.target
            elif self._relations:  # else that all of them are missing is noted already
                self._note_broken(kind)

    def _read_notes(self, body: Story, kind: str) -> list[Block]:
        """The footnotes or endnotes that the text refers to, in the order of the references."""
        wanted = dict.fromkeys(identity for found, identity in body.references if found == kind)
        part = self._find_part(kind + "s")
        if not wanted or part is None:
            return []
        root = self._read_root(part, kind + "s")
        if root is None:
            return []
        story = self._open_story(part, Role.FOOTNOTE)
        notes = _read_wanted(story, root.iterchildren(W + kind), wanted)
        self._note_problems(story)
        read: list[Block] = []
        for identity in wanted:
            read += notes.get(identity, [])
        return read

    def _open_story(self, part: str, role: Role | None) -> Story:
        """A walk over a part, which hasn't begun."""
        return Story(part, self._styles, self._tables, HANDLERS, role)

    def _read_relations(self) -> dict[str, PackageRelation]:
        """What the main part refers to; without it the document is read all the same, and that is noted."""
        try:
            return self._package.relations(self._part)
        except BrokenPartError:
            self.notes[_BROKEN_RELATIONS] = None
            return {}

    def _read_styles(self) -> StyleSheet:
        """The document's styles; none where they are missing or damaged."""
        part = self._find_part("styles")
        if part is None:
            return StyleSheet(None)
        try:
            return read_style_sheet(self._package.read(part))
        except BrokenPartError:
            self._note_broken("styles")
            return StyleSheet(None)

    def _has_even_pages(self) -> bool:
        """Whether the settings give even pages headers of their own."""
        part = self._find_part("settings")
        settings = None if part is None else self._read_root(part, "settings")
        if settings is None:
            return False
        return is_on(child(settings, W + "evenAndOddHeaders"))

    def _find_part(self, kind: str) -> str | None:
        """The name of the first part of that kind."""
        for relation in self._relations.values():
            if relation.kind == kind:
                return relation.target
        return None

    def _read_root(self, part: str, kind: str) -> Element | None:
        """The root of a part; None where it is damaged, which is noted."""
        try:
            return self._package.root(part)
        except BrokenPartError:
            self._note_broken(kind)
            return None

    def _note_broken(self, kind: str) -> None:
        """A part of that kind could not be read."""
        name = _NAMES[kind]
        note = f"{name} kunde inte läsas, eftersom dokumentet är skadat. Öppna det i Word och spara på nytt."
        self.notes[note] = None

    def _note_problems(self, story: Story) -> None:
        """What could not be read in a part is told of once in the document."""
        self.notes.update(story.problems)


def _read_wanted(story: Story, notes: Iterable[Element], wanted: Collection[str]) -> dict[str, list[Block]]:
    """The blocks of the notes that are wanted, by their identity; the others are passed by, but counted."""
    read: dict[str, list[Block]] = {}
    for note in notes:
        identity = note.get(W + "id", "")
        if identity not in wanted:
            story.pass_by(note)
            continue
        start = len(story.blocks)
        story.walk(note)
        read[identity] = story.blocks[start:]
    return read


@lru_cache(maxsize=8)
def read_style_sheet(data: bytes) -> StyleSheet:
    """Letters from one template have the same styles, and these are often larger than the text."""
    return StyleSheet(parse(data, "styles"))
