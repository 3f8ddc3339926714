"""Safe fixes in a Word document: as tracked changes, or written in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from lxml import etree

from klarsprak.editing.fixes import Fix
from klarsprak.editing.notes import AUTHOR
from klarsprak.editing.word.cutting import PROPERTIES, Cutter, P, R, T, is_bound, outside, run_of
from klarsprak.editing.word.package import WordFile
from klarsprak.readers.docx.markup import XML_SPACE, Element, W, child, first
from klarsprak.readers.docx.trace import Sign, Trace

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


@dataclass
class Changes:
    """What became of the fixes."""

    made: list[Fix] = field(default_factory=list)
    left: list[Fix] = field(default_factory=list)
    """Those in text that isn't the writer's to change: a field's result, a control filled from elsewhere."""
    revised: list[str] = field(default_factory=list)
    """The texts of paragraphs that were left alone because they hold tracked changes."""


def change(data: bytes, fixes: list[Fix], when: datetime, *, tracked: bool = True) -> tuple[bytes, Changes]:
    """The document with the fixes, and what became of them.

    ``fixes`` are on the same document.  With ``tracked`` false nobody has to accept them.  ``when`` is the time of
    the changes, in the writer's own time.  Raises ``ReadError``.
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
        self._ids = file.free_ids()
        self._cutter = Cutter(self._ids)

    def change(self, fixes: list[Fix]) -> Changes:
        """Make the changes in the parts' trees."""
        done = Changes()
        revised = {fix.block: _is_revised(self._file.traces[fix.block]) for fix in fixes}
        for fix in reversed(fixes):  # what stands before a change keeps its place
            trace = self._file.traces[fix.block]
            if revised[fix.block]:
                done.revised.append(trace.block.text)
            elif self._make(trace.signs[fix.start : fix.end], fix.new):
                done.made.append(fix)
            else:
                done.left.append(fix)
        for part in {self._file.traces[fix.block].part for fix in done.made}:
            self._file.put(part, self._file.roots[part])
        done.made.reverse()
        done.left.reverse()
        done.revised = list(dict.fromkeys(reversed(done.revised)))
        return done

    def _make(self, signs: list[Sign], text: str) -> bool:
        """Whether the text could be put in the signs' place."""
        if not _is_own_text(signs):
            return False
        runs = self._cut_out(signs)
        if not all(element.tag in _WORDS for run in runs for element in run):
            return False
        new = self._new_run(runs[0], text)
        if self._tracked:
            self._track(runs, new)
        else:
            runs[0].addprevious(new)
            for run in runs:
                _remove(run)
        return True

    def _cut_out(self, signs: list[Sign]) -> list[Element]:
        """The signs in runs of their own."""
        self._cutter.after(signs[-1])
        before = run_of(signs[0].first)
        start = self._cutter.before(signs[0])
        others = (run for sign in signs for run in _runs_of(sign) if run is not before)
        return list(dict.fromkeys([start, *others]))

    def _new_run(self, model: Element, text: str) -> Element:
        run = etree.Element(R)
        properties = self._cutter.copied(first(model, PROPERTIES))
        if properties is not None:
            run.append(properties)
        words = etree.SubElement(run, T)
        words.text = text
        words.set(XML_SPACE, "preserve")
        return run

    def _track(self, runs: list[Element], new: Element) -> None:
        inserted = self._change("ins")
        inserted.append(new)
        groups: list[Element] = []
        for run in runs:
            if not groups or groups[-1].getnext() is not run:
                groups.append(self._change("del"))
                run.addprevious(groups[-1])
            groups[-1].append(run)
            for text in run.iterchildren(T):
                text.tag = _DELETED_TEXT
        groups[0].addnext(inserted)

    def _change(self, kind: str) -> Element:
        element = etree.Element(W + kind)
        for name, value in (("id", str(next(self._ids))), ("author", AUTHOR), ("date", self._when)):
            element.set(W + name, value)
        return element


def _runs_of(sign: Sign) -> list[Element]:
    return [run for run in (run_of(sign.first), run_of(sign.last)) if run is not None]


def _remove(run: Element) -> None:
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _is_revised(trace: Trace) -> bool:
    """Whether a paragraph that the block stands in, or the row around it, holds a tracked change."""
    paragraphs = {paragraph for sign in trace.signs for paragraph in sign.first.iterancestors(P)}
    return any(
        next(paragraph.iter(*_CHANGES), None) is not None or any(map(_is_changed, paragraph.iterancestors()))
        for paragraph in paragraphs
    )


def _is_changed(element: Element) -> bool:
    properties = child(element, str(element.tag) + "Pr") if element.tag in (W + "tr", W + "tc") else None
    return element.tag in _CHANGES or (
        properties is not None and any(item.tag in _ROW_CHANGES for item in properties)
    )


def _is_own_text(signs: list[Sign]) -> bool:
    """Whether all the signs are plain text of runs of one paragraph, which Word doesn't fill in by itself."""
    if any(
        sign.in_field or sign.start is None or run_of(sign.first) is None or run_of(sign.last) is None
        for sign in signs
    ):
        return False
    homes = {next(sign.first.iterancestors(P), None) for sign in signs}
    if len(homes) != 1:
        return False
    return all(_is_plain(run) for sign in signs for run in _runs_of(sign))


def _is_plain(run: Element) -> bool:
    """Whether the run is one that marks may stand beside, in no control that is filled from elsewhere or locked."""
    for ancestor in run.iterancestors():
        if ancestor.tag == W + "sdt" and (is_bound(ancestor) or _is_locked(ancestor)):
            return False
    return outside(run) is run


def _is_locked(control: Element) -> bool:
    properties = child(control, W + "sdtPr")
    return properties is not None and any(
        item.tag in (W + "showingPlcHdr", W + "dropDownList", W + "comboBox", W + "date") for item in properties
    )
