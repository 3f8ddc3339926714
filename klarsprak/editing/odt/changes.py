"""Safe fixes in an OpenDocument text: as tracked changes, or written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count

from lxml import etree

from klarsprak.editing.fixes import Fix
from klarsprak.editing.odt.closed import is_closed
from klarsprak.editing.odt.file import OdtFile
from klarsprak.editing.odt.points import (
    add_text,
    empty_copy,
    holds_marks,
    home_of,
    lift_out_of_spans,
    put_at,
    put_string,
    spans_around,
    string_of,
    take_out,
)
from klarsprak.editing.word.changes import Changes
from klarsprak.readers.odt.markup import (
    CHANGE,
    CHANGE_END,
    CHANGE_START,
    DC,
    DRAW,
    OFFICE,
    STYLE,
    TEXT,
    TRACKED_CHANGES,
    XML_ID,
    Element,
)
from klarsprak.readers.odt.paragraph import OdtSign, Piece, Slot
from klarsprak.readers.odt.story import OdtTrace
from klarsprak.readers.own_copy import AUTHOR

_REGION, _CHANGE_ID, _ID = TEXT + "changed-region", TEXT + "change-id", TEXT + "id"
_FRAMES = (DRAW + "frame", DRAW + "text-box", DRAW + "a", DRAW + "g")
_FORMS = OFFICE + "forms"


def change(data: bytes, fixes: list[Fix], when: datetime, *, tracked: bool = True) -> tuple[bytes, Changes]:
    """The document with the fixes, and what became of them.

    ``fixes`` are on the same document.  With ``tracked`` false nobody has to accept them.  ``when`` is the time of
    the changes, in the writer's own time.  Raises ``ReadError``.
    """
    file = OdtFile(data)
    changer = _Changer(file, when, tracked)
    changes = changer.change(fixes)
    return file.written(changer.parts), changes


class _Changer:
    def __init__(self, file: OdtFile, when: datetime, tracked: bool) -> None:
        self._file = file
        self._when = when.replace(tzinfo=None).isoformat(timespec="seconds")
        self._tracked = tracked
        self._ids = _free_ids(file.roots.values())
        self.parts: set[str] = set()

    def change(self, fixes: list[Fix]) -> Changes:
        """Make the changes in the parts' trees, from the end on: what stands before a change keeps its place."""
        changes = Changes()
        for fix in reversed(fixes):
            trace = self._file.traces[fix.block]
            if _is_revised(trace):
                changes.revised.append(trace.block.text)
            elif self._make_everywhere(trace, fix):
                changes.made.append(fix)
            else:
                changes.left.append(fix)
        changes.revised = list(dict.fromkeys(reversed(changes.revised)))
        changes.made.reverse()
        changes.left.reverse()
        return changes

    def _make_everywhere(self, trace: OdtTrace, fix: Fix) -> bool:
        """Whether the fix could be made; it is made in the copies of a header or footer too."""
        if not self._make(trace, fix):
            return False
        for copy in self._file.copies_of(trace):
            if not _is_revised(copy):
                self._make(copy, fix)
        return True

    def _make(self, trace: OdtTrace, fix: Fix) -> bool:
        """Whether the fix could be made."""
        signs = trace.signs[fix.start : fix.end]
        pieces = _pieces_of(trace, signs)
        if not _is_own_text(pieces) or holds_marks(pieces[0], pieces[-1]):
            return False
        if self._tracked and _is_in_shape(trace.home):
            return False
        self.parts.add(trace.part)
        first, start = signs[0].first, signs[0].start
        deleted = _cut_out(signs, pieces, trace.home)
        if self._tracked:
            self._track(trace.home, first, start, deleted, fix.new)
        else:
            text = string_of(first)
            put_string(first, text[:start] + fix.new + text[start:])
        return True

    def _track(self, home: Element, piece: Piece, index: int, deleted: Element, text: str) -> None:
        """Mark the words as deleted at the point, and ``text`` as inserted after them."""
        regions = _regions_for(home)
        inserted = self._region(regions, "insertion")
        change_end, change_start = _mark(CHANGE_END, inserted), _mark(CHANGE_START, inserted)
        put_at(piece, index, change_end)
        put_at(piece, index, change_start)
        change_start.tail = text
        deletion = _mark(CHANGE, self._region(regions, "deletion", deleted))
        put_at(piece, index, deletion)
        lift_out_of_spans(deletion)

    def _region(self, regions: Element, kind: str, *content: Element) -> str:
        """Say that there is a change of a kind, ``insertion`` or ``deletion``; gives its identity."""
        identity = next(self._ids)
        region = etree.SubElement(regions, _REGION, {XML_ID: identity, _ID: identity})
        said = etree.SubElement(region, TEXT + kind)
        info = etree.SubElement(said, OFFICE + "change-info")
        etree.SubElement(info, DC + "creator").text = AUTHOR
        etree.SubElement(info, DC + "date").text = self._when
        said.extend(content)
        return identity


def _is_revised(trace: OdtTrace) -> bool:
    """Whether the block holds tracked changes: what was changed may be rejected, and a fix stand in wrong words."""
    return trace.paragraph is not None and trace.paragraph.is_revised


def _pieces_of(trace: OdtTrace, signs: Sequence[OdtSign]) -> list[Piece]:
    """All pieces of the paragraph from the first sign to the last."""
    pieces = [] if trace.paragraph is None else trace.paragraph.pieces
    if not signs or not pieces:
        return []
    return pieces[pieces.index(signs[0].first) : pieces.index(signs[-1].last) + 1]


def _is_own_text(pieces: Sequence[Piece]) -> bool:
    """Whether the words are the writer's own, begin and end as text, and have no picture or footnote among them.

    They must not go into a link or out of it either, nor stand where changes can't be made.
    """
    if not pieces or not all(map(_is_free, pieces)):
        return False
    if Slot.ELEMENT in (pieces[0].slot, pieces[-1].slot):
        return False
    homes = set(map(home_of, pieces))
    return len(homes) == 1 and not is_closed(homes.pop())


def _is_free(piece: Piece) -> bool:
    """Whether the piece is text that nothing fills in again."""
    return piece.field is None and not piece.is_obstacle


def _is_in_shape(home: Element) -> bool:
    """Whether the words stand in a drawn shape, in which LibreOffice tracks no changes."""
    drawings = (str(item.tag) for item in home.iterancestors() if str(item.tag).startswith(DRAW))
    return not set(drawings).issubset(_FRAMES)


def _cut_out(signs: Sequence[OdtSign], pieces: Sequence[Piece], home: Element) -> Element:
    """Take the words out of the paragraph; gives a paragraph that holds them, looking as they did.

    The elements around them stay, and a bookmark between two of them stands after the new words then.
    """
    deleted = empty_copy(home)
    stretches = [_stretch(piece, signs) for piece in pieces]
    spans = [spans_around(piece) for piece in pieces]
    words = [_cut(piece, *stretch) for piece, stretch in reversed([*zip(pieces, stretches, strict=True)])]
    for around, said in zip(spans, reversed(words), strict=True):
        _add_words(deleted, around, said)
    return deleted


def _stretch(piece: Piece, signs: Sequence[OdtSign]) -> tuple[int, int]:
    """From where to where in the piece's string the signs reach."""
    start = signs[0].start if piece is signs[0].first else 0
    return start, signs[-1].end if piece is signs[-1].last else len(string_of(piece))


def _cut(piece: Piece, start: int, end: int) -> str | Element:
    """Take a stretch out of the piece's string, or the element that is the piece."""
    if piece.slot is Slot.ELEMENT:
        take_out(piece.element)
        return piece.element
    text = string_of(piece)
    put_string(piece, text[:start] + text[end:])
    return text[start:end]


def _add_words(paragraph: Element, spans: Iterable[Element], words: str | Element) -> None:
    """Add words to the paragraph, in copies of the spans that they stood in."""
    holder = paragraph
    for span in spans:
        holder.append(empty_copy(span))
        holder = holder[-1]
    if isinstance(words, str):
        add_text(holder, words)
    else:
        holder.append(words)


def _regions_for(home: Element) -> Element:
    """Where the text's changes are listed: at the start of the body, or of the header or footer."""
    text = _text_around(home)
    regions = text.find(TRACKED_CHANGES)
    if regions is None:
        regions = etree.Element(TRACKED_CHANGES, {TEXT + "track-changes": "false"})
        text.insert(int(len(text) > 0 and text[0].tag == _FORMS), regions)
    return regions


def _text_around(home: Element) -> Element:
    """The body, header or footer that a paragraph stands in."""
    inner = home
    for element in home.iterancestors():
        if element.tag == STYLE + "master-page":
            return inner
        if element.tag == OFFICE + "text":
            return element
        inner = element
    return inner


def _mark(tag: str, identity: str) -> Element:
    """The mark of a change in the text."""
    return etree.Element(tag, {_CHANGE_ID: identity})


def _free_ids(roots: Iterable[Element]) -> Iterator[str]:
    """Identities that nothing in the document has."""
    used: set[str | None] = set()
    for root in roots:
        for element in root.iter("*"):
            used.update((element.get(XML_ID), element.get(_ID)))
    return (name for name in map("klarsprak{}".format, count(1)) if name not in used)
