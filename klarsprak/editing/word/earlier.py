"""Our comments in a document from an earlier run: a copy that is annotated again has each of them once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from klarsprak.editing import notes
from klarsprak.editing.kept import KeptNotes
from klarsprak.editing.word.cutting import PROPERTIES, P, R, T
from klarsprak.editing.word.package import WordFile
from klarsprak.readers.docx.markup import Element, W
from klarsprak.readers.own_copy import AUTHOR

_REFERENCE = W + "commentReference"
_MARKS = (W + "commentRangeStart", W + "commentRangeEnd", _REFERENCE)
_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_THREADS = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NUMBERS = "{http://schemas.microsoft.com/office/word/2016/wordml/cid}"
_TIMES = "{http://schemas.microsoft.com/office/word/2018/wordml/cex}"


class _SidePart(NamedTuple):
    """A part in which later versions of Word say more of the comments, an element each."""

    kind: str
    key: str
    """The attribute that says which comment: by its last paragraph, or by a number that the part before it gives."""


_THREAD_PART = _SidePart("commentsExtended", _THREADS + "paraId")
_NUMBER_PART = _SidePart("commentsIds", _NUMBERS + "paraId")
_TIME_PART = _SidePart("commentsExtensible", _TIMES + "durableId")


def take_out(file: WordFile, comments: Element) -> KeptNotes:
    """Take out our comments but for those that somebody has answered, resolved or written in, which are given.

    ``comments`` is the root of their part.  Of the comments of others none is touched.
    """
    own = [comment for comment in comments.iter(W + "comment") if comment.get(W + "author") == AUTHOR]
    threads = _read_threads(file)
    gone = [comment for comment in own if _is_ours_alone(comment, threads)]
    kept = _kept(file, [comment for comment in own if comment not in gone])
    _remove_marks(file.body, {_number(comment) for comment in gone})
    _remove_from_side_parts(file, {_last_paragraph(comment) for comment in gone})
    for comment in gone:
        _remove(comment)
    return kept


class _Threads(NamedTuple):
    """The last paragraphs of comments that have an answer, and of those that somebody has called done."""

    answered: set[str]
    resolved: set[str]


def _read_threads(file: WordFile) -> _Threads:
    """What people have done with the document's comments."""
    part = file.side_part(_THREAD_PART.kind)
    items = () if part is None else part[1]
    resolved = (item for item in items if item.get(_THREADS + "done") in ("1", "true", "on"))
    return _Threads(
        {item.get(_THREADS + "paraIdParent", "") for item in items} - {""},
        {item.get(_THREADS + "paraId", "") for item in resolved} - {""},
    )


def _is_ours_alone(comment: Element, threads: _Threads) -> bool:
    """Whether nobody has written in the comment, answered it or called it done.

    One on the whole letter that is done goes all the same: a new run counts anew.
    """
    says, last = list(_says(comment)), _last_paragraph(comment)
    if not notes.is_untouched(says) or last in threads.answered:
        return False
    return notes.is_on_all(says) or last not in threads.resolved


def _says(comment: Element) -> Iterator[str]:
    """The comment's paragraphs."""
    for paragraph in comment.iter(P):
        yield "".join(text.text or "" for text in paragraph.iter(T))


def _number(comment: Element) -> str:
    """The number by which the body refers to the comment."""
    return comment.get(W + "id", "")


def _last_paragraph(comment: Element) -> str:
    """The identity of the comment's last paragraph, by which threads know it; empty where it has none."""
    *_, last = comment.iter(W + "comment", P)
    return last.get(_PARAGRAPH, "")


def _kept(file: WordFile, comments: Iterable[Element]) -> KeptNotes:
    """What the comments say first, and the paragraphs that they stand at."""
    kept = KeptNotes()
    homes = {mark.get(W + "id"): next(mark.iterancestors(P), None) for mark in _marks_backwards(file.body)}
    for comment in comments:
        kept.add(next(_says(comment), ""), homes.get(_number(comment)))
    return kept


def _marks_backwards(body: Element) -> list[Element]:
    """All marks of comments, such that the one where a comment begins is the last of its own."""
    return list(body.iter(*_MARKS))[::-1]


def _remove_marks(body: Element, numbers: Collection[str]) -> None:
    """Take the marks of these comments out of the body, and the runs that hold nothing else."""
    for mark in list(body.iter(*_MARKS)):
        if mark.get(W + "id") in numbers:
            run = mark.getparent()
            _remove(run if run is not None and _holds_nothing_else(run) else mark)


def _holds_nothing_else(parent: Element) -> bool:
    """Whether a mark stands in a run of its own: ``<w:r><w:rPr/><w:commentReference w:id="0"/></w:r>``."""
    return parent.tag == R and sum(item.tag != PROPERTIES for item in parent) == 1


def _remove_from_side_parts(file: WordFile, paragraphs: Collection[str]) -> None:
    """Take out what later versions of Word say of the comments that end with these paragraphs."""
    _remove_items(file, _THREAD_PART, paragraphs)
    numbered = _remove_items(file, _NUMBER_PART, paragraphs)
    _remove_items(file, _TIME_PART, {item.get(_NUMBERS + "durableId", "") for item in numbered})


def _remove_items(file: WordFile, part: _SidePart, wanted: Collection[str]) -> list[Element]:
    """Take the elements with one of these keys out of the part; gives them."""
    found = file.side_part(part.kind)
    if found is None:
        return []
    name, root = found
    gone = [item for item in root if item.get(part.key, "") in set(wanted) - {""}]
    for item in gone:
        root.remove(item)
    if gone:
        file.put(name, root)
    return gone


def _remove(element: Element) -> None:
    """Take the element out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
