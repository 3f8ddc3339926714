"""Every row of a decision list has an example, and is the first one that it holds for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from klarsprak.letter import Block, Envelope, Letter
from klarsprak.signature import (
    addresses,
    closing,
    find,
    letterhead,
    line_forms,
    line_shapes,
    names,
    notices,
    occasion,
    phones,
    records,
    sentences,
    titles,
    units,
    unusual_units,
    word_forms,
)
from klarsprak.signature.decisions import DecisionRow, Reading, Trait
from klarsprak.signature.labels import split_label
from klarsprak.signature.lines import split_into_lines
from klarsprak.signature.model import LetterLine, SignatureBlock
from klarsprak.signature.neighbours import Spot, each_spot
from klarsprak.signature.pieces import cut_into_pieces
from klarsprak.signature.spans import Span
from klarsprak.signature.stretches import OwnParts, Stretch
from klarsprak.signature.titles import title_in
from klarsprak.signature.whole_letter import WholeLetter
from klarsprak.signature.zones import find_zones

OWN = OwnParts(frozenset({"barn, unga och familj"}), ("Box 115, 123 21 Ekvalla",))
Row = Trait[Any] | DecisionRow[Any, Any] | Reading[Any, Any]


ENVELOPES = {
    "From: noreply@norrlida.example": Envelope("noreply@norrlida.example"),
    "Auto-Submitted: auto-replied": Envelope(auto_submitted="auto-replied"),
}


def lines(text: str) -> list[LetterLine]:
    return split_into_lines(Letter("brev", "text", [Block(text)], []))


def holds(row: Row, given: Any) -> bool:
    if isinstance(row, Reading):
        return row.read(given) is not None
    return bool(row.holds(given))


def stretch(example: str) -> Stretch:
    """The example, or what stands behind its label."""
    span = Span(example, 0, 0)
    label = split_label(span)
    return Stretch(label.rest, label.label, OWN) if label else Stretch(span, None, OWN)


def line_stretch(example: str) -> Stretch:
    """The example as a line, but hours, which only their label tells from other numbers."""
    return stretch(example) if example.startswith("Öppettider") else Stretch(Span(example, 0, 0), None, OWN)


def titled(example: str) -> word_forms.TitledStretch:
    found = title_in(Span(example, 0, 0))
    assert found
    return word_forms.TitledStretch(found.title, Stretch(found.rest, None, OWN))


def spot(example: str) -> Spot:
    """The piece in square brackets with its neighbours."""
    before, _, rest = example.partition("[")
    marked, _, after = rest.partition("]")
    pieces = cut_into_pieces(lines(before + marked + after), OWN)
    return next(spot for spot in each_spot(pieces) if spot.piece.span.text == marked)


def place(example: str) -> letterhead.LetterheadPlace:
    """The piece in square brackets in a letterhead; the sender's data go on where something of theirs is above."""
    marked = spot(example)
    return letterhead.LetterheadPlace(marked, goes_on=marked.at > 0, ours=False)


def number(example: str) -> phones.NumberContext:
    """The last number of the line."""
    given = stretch(example)
    *_, last = phones.find_numbers(given.text, labelled=True)
    return phones.context_of_number(given.text, last, given.label)


def run(example: str) -> addresses.AddressRun:
    return next(run for run in addresses.split_into_runs(cut_into_pieces(lines(example), OWN)) if run.pieces)


def around_number(example: str) -> sentences.NumberInSentence:
    (number,) = phones.find_numbers(example, labelled=False)
    return sentences.NumberInSentence(example[: number.start], example[number.end :])


def whole_letter(example: str) -> WholeLetter:
    """The example as a letter; its first line may be a header of its mail."""
    first, *rest = example.splitlines()
    source = "mejl.eml#karta.docx" if first.startswith("Karta") else "brev"
    format = "html" if first.endswith(".se") else "email"
    envelope = ENVELOPES.get(first)
    letter = Letter(source, format, [Block(line) for line in (rest if envelope else [first, *rest])], [], envelope)
    return WholeLetter(letter, find_zones(split_into_lines(letter)), SignatureBlock(find(letter).parts))


LISTS: list[tuple[tuple[Row, ...], Callable[[str], Any]]] = [
    (names.NO_NAME, str.split),
    (titles.LEADS, str),
    (units.NO_UNIT, lambda example: units.UnitPhrase(example, example.split())),
    (line_shapes.PROSE, line_shapes.shape_of),
    (closing.FOLLOWS_CLOSING, lambda example: Span(example, 0, 0).lstrip("/ ")),
    (phones.NUMBERS, number),
    (addresses.VISITING, run),
    (letterhead.OWNERS, place),
    (unusual_units.PLACES_OF_UNITS, spot),
    (line_forms.LINES, line_stretch),
    (word_forms.WORDS, stretch),
    (word_forms.BEHIND_TITLE, titled),
    (word_forms.REST, stretch),
    (sentences.WRITERS_NUMBERS, around_number),
    (occasion.OCCASIONS, whole_letter),
    (notices.NOTICES, whole_letter),
    (records.RECORDS, whole_letter),
]


def rows() -> Iterator[Any]:
    for at, (decisions, given) in enumerate(LISTS):
        for row in decisions:
            yield pytest.param(decisions, row, given(row.example), id=f"{at}: {row.name}")


@pytest.mark.parametrize(("decisions", "row", "given"), list(rows()))
def test_a_row_is_the_first_that_its_example_is_for(decisions: tuple[Row, ...], row: Row, given: Any) -> None:
    assert next(each.name for each in decisions if holds(each, given)) == row.name


@pytest.mark.parametrize(("decisions", "given"), LISTS, ids=map(str, range(len(LISTS))))
def test_names_of_rows_tell_them_apart(decisions: tuple[Row, ...], given: object) -> None:
    assert len({row.name for row in decisions}) == len(decisions)
