"""Safe fixes in a Word document: as tracked changes, or written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from lxml import etree

from klarsprak.editing.fixes import Fix
from klarsprak.editing.word.copies import BoxCopies
from klarsprak.editing.word.cutting import PROPERTIES, Cutter, P, R, T, is_bound, outside, run_of
from klarsprak.editing.word.package import WordFile
from klarsprak.editing.word.protection import allows_only_forms
from klarsprak.readers.docx.markup import XML_SPACE, Element, W, child, first, values
from klarsprak.readers.docx.trace import Sign, Trace
from klarsprak.readers.own_copy import AUTHOR

_CHANGES = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart"),
        *("rPrChange", "pPrChange", "sectPrChange", "numberingChange"),
    )
)
_ROW_CHANGES = (W + "ins", W + "del", W + "cellIns", W + "cellDel", W + "cellMerge")
_WORDS = (PROPERTIES, T, W + "softHyphen", W + "lastRenderedPageBreak")
"""What a run may hold that is replaced; a footnote's mark or a picture must not go with the words."""
_DELETED_TEXT = W + "delText"
_LOCKING = tuple(W + name for name in ("showingPlcHdr", "dropDownList", "comboBox", "date"))
_GROUP = (W + "group",)
_HOLDERS = (P, W + "hyperlink", W + "fldSimple", W + "sdt")
"""What must not lose words to what stands around it: a link that shows nothing is none any more."""
_CONTENT_LOCKS = {"contentLocked", "sdtContentLocked"}
"""Locks on what is in a control; *sdtLocked* only keeps the control itself from being taken away."""


@dataclass
class Changes:
    """What became of the fixes."""

    made: list[Fix] = field(default_factory=list)
    left: list[Fix] = field(default_factory=list)
    """Those in text that isn't the writer's to change: a field's result, a control that is filled or locked."""
    revised: list[str] = field(default_factory=list)
    """The texts of paragraphs that were left alone because they hold tracked changes."""


def change(data: bytes, fixes: list[Fix], when: datetime, *, tracked: bool = True) -> tuple[bytes, Changes]:
    """The document with the fixes, and what became of them.

    ``fixes`` are on the same document.  With ``tracked`` false nobody has to accept them.  ``when`` is the time of
    the changes, in the writer's own time.  Raises ``ReadError``; so it does where the document is protected and there
    is something to change.
    """
    file = WordFile(data)
    changes = _Changer(file, when, tracked).change(fixes)
    out = BytesIO()
    file.save(out)
    return out.getvalue(), changes


class _Changer:
    def __init__(self, file: WordFile, when: datetime, tracked: bool) -> None:
        self._file = file
        self._when = when.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
        self._tracked = tracked
        self._only_forms = False
        self._ids = file.free_ids()
        self._cutter = Cutter(self._ids)
        self._copies = BoxCopies(self._ids)

    def change(self, fixes: list[Fix]) -> Changes:
        """Make the changes in the parts' trees.  Raises ``ReadError`` where the document doesn't let them be made."""
        self._only_forms = bool(fixes) and allows_only_forms(self._file, self._tracked)
        revised = self._revised(fixes)
        free = [fix for fix in fixes if fix.block not in revised]
        made, left = self._make_all(free)
        return Changes(made, left, list(dict.fromkeys(revised.values())))

    def _revised(self, fixes: list[Fix]) -> dict[int, str]:
        """The blocks with fixes that hold tracked changes already, and their texts, in the order of the fixes.

        They are left alone: what was changed in them may be rejected, and a fix would then stand in the wrong words.
        """
        traces = {fix.block: self._file.traces[fix.block] for fix in fixes}
        return {block: trace.block.text for block, trace in traces.items() if _is_revised(trace)}

    def _make_all(self, fixes: list[Fix]) -> tuple[list[Fix], list[Fix]]:
        """Make the fixes; gives those that could be made and those that are left."""
        made: list[Fix] = []
        left: list[Fix] = []
        parts: set[str] = set()
        for fix in reversed(fixes):  # what stands before a change keeps its place
            trace = self._file.traces[fix.block]
            if self._make(trace.signs[fix.start : fix.end], fix.new):
                made.append(fix)
                parts.add(trace.part)
            else:
                left.append(fix)
        self._copies.renew()
        for part in parts:
            self._file.put(part, self._file.roots[part])
        return made[::-1], left[::-1]

    def _make(self, signs: list[Sign], text: str) -> bool:
        """Whether the text could be put in the signs' place."""
        if not _is_own_text(signs) or (self._only_forms and not _is_in_form(signs)):
            return False
        self._copies.note(signs[0].first)
        runs = self._cut_out(signs)
        if not all(map(_holds_words_only, runs)):
            return False
        replace = self._track if self._tracked else _replace
        replace(runs, self._new_run(runs[0], text))
        return True

    def _cut_out(self, signs: list[Sign]) -> list[Element]:
        """The signs in runs of their own.

        The first sign's run may hold what stands before it: that stays, and the sign begins a new run.
        """
        self._cutter.after(signs[-1])
        whole = run_of(signs[0].first)
        start = self._cutter.before(signs[0])
        runs = dict.fromkeys([start, *_runs_of(signs)])
        return [run for run in runs if run is start or run is not whole]

    def _new_run(self, model: Element, text: str) -> Element:
        """A run with the text that looks like the model."""
        run = etree.Element(R)
        properties = self._cutter.copied(first(model, PROPERTIES))
        if properties is not None:
            run.append(properties)
        words = etree.SubElement(run, T)
        words.text = text
        words.set(XML_SPACE, "preserve")
        return run

    def _track(self, runs: list[Element], new: Element) -> None:
        """Mark the runs as deleted, neighbours together, and the new one as inserted after the first of them."""
        inserted = self._change("ins")
        inserted.append(new)
        groups: list[Element] = []
        for run in runs:
            if not groups or groups[-1].getnext() is not run:
                groups.append(self._change("del"))
                run.addprevious(groups[-1])
            groups[-1].append(run)
            _delete_text(run)
        groups[0].addnext(inserted)

    def _change(self, kind: str) -> Element:
        """A tracked change, ``ins`` or ``del``, with nothing in it yet."""
        element = etree.Element(W + kind)
        for name, value in (("id", str(next(self._ids))), ("author", AUTHOR), ("date", self._when)):
            element.set(W + name, value)
        return element


def _replace(runs: list[Element], new: Element) -> None:
    """Put the new run in the place of the others."""
    runs[0].addprevious(new)
    for run in runs:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)


def _holds_words_only(run: Element) -> bool:
    """Whether nothing in the run would be lost with the words: no footnote's mark, no picture."""
    return all(element.tag in _WORDS for element in run)


def _delete_text(run: Element) -> None:
    """Let the run's words be such as have been deleted."""
    for text in run.iterchildren(T):
        text.tag = _DELETED_TEXT


def _runs_of(signs: Iterable[Sign]) -> Iterator[Element]:
    """The runs that the signs stand in; a letter and its accents may stand in two."""
    for sign in signs:
        for element in (sign.first, sign.last):
            run = run_of(element)
            if run is not None:
                yield run


def _is_revised(trace: Trace) -> bool:
    """Whether a paragraph that the block stands in, or the row around it, holds a tracked change."""
    paragraphs: set[Element] = set()
    for sign in trace.signs:
        paragraphs.update(sign.first.iterancestors(P))
    return any(map(_holds_change, paragraphs))


def _holds_change(paragraph: Element) -> bool:
    """Whether something in the paragraph or around it has been changed with tracking on.

    Such are words that someone has put in, moved or struck out, and also properties: bold, a list's number, a margin.
    """
    if next(paragraph.iter(*_CHANGES), None) is not None:
        return True
    return any(map(_is_changed, paragraph.iterancestors()))


def _is_changed(element: Element) -> bool:
    """Whether the element is a tracked change, or a row or cell that has been inserted, deleted or merged."""
    if element.tag in _CHANGES:
        return True
    if element.tag not in (W + "tr", W + "tc"):
        return False
    return _has_any(child(element, f"{element.tag}Pr"), _ROW_CHANGES)


def _is_own_text(signs: list[Sign]) -> bool:
    """Whether all the signs are plain text of runs of one paragraph, which Word doesn't fill in by itself.

    Words that Word fills in again, such as a date's, would be put back as they were.  Nor may words go into a link, a
    content control or a form's field or out of it.
    """
    if not all(map(_stands_in_runs, signs)) or len({sign.in_field for sign in signs}) != 1:
        return False
    runs = list(dict.fromkeys(_runs_of(signs)))
    homes = {next(run.iterancestors(_HOLDERS), None) for run in runs}
    return len(homes) == 1 and all(map(_is_plain, runs))


def _is_in_form(signs: list[Sign]) -> bool:
    """Whether the signs stand in a form's field or a content control, all of them as the first one does."""
    return signs[0].in_field or next(signs[0].first.iterancestors(W + "sdt"), None) is not None


def _stands_in_runs(sign: Sign) -> bool:
    """Whether the sign is text of a run, or of two neighbours, and of no field that Word fills in by itself."""
    is_text = sign.start is not None and not sign.is_refilled
    return is_text and None not in (run_of(sign.first), run_of(sign.last))


def _is_plain(run: Element) -> bool:
    """Whether the run is one that marks may stand beside, in no control that is filled from elsewhere or locked."""
    controls = list(run.iterancestors(W + "sdt"))
    if any(map(_is_filled_in, controls)) or any(map(_is_locked, controls)):
        return False
    return outside(run) is run and not any(map(_is_group, controls[:1]))


def _is_filled_in(control: Element) -> bool:
    """Whether the content control takes its words from elsewhere: data, a list, a calendar, or its own prompt.

    *Klicka här för att ange datum* is a prompt: it goes when the writer clicks there.
    """
    return is_bound(control) or _has_any(child(control, W + "sdtPr"), _LOCKING)


def _is_locked(control: Element) -> bool:
    """Whether Word lets nobody change what is in the content control, nor accept or reject a change there."""
    properties = child(control, W + "sdtPr")
    return properties is not None and not _CONTENT_LOCKS.isdisjoint(values(properties, W + "lock"))


def _is_group(control: Element) -> bool:
    """Whether only what stands in other controls within the content control can be changed."""
    return _has_any(child(control, W + "sdtPr"), _GROUP)


def _has_any(properties: Element | None, tags: tuple[str, ...]) -> bool:
    """Whether one of the properties, a row's, a cell's or a control's, is among those."""
    if properties is None:
        return False
    return not set(tags).isdisjoint(item.tag for item in properties)
