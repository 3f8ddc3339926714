"""The whole way of a comparison: two texts → their facts → what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from klarsprak.compare.difference import Change, Difference
from klarsprak.compare.fact import Fact, FactKind
from klarsprak.compare.matching import unkept
from klarsprak.compare.meaning import compare_meaning
from klarsprak.compare.scanning import FactSheet, scan
from klarsprak.compare.short_forms import WrittenOut
from klarsprak.laws.register import Register

_COUNTED = (FactKind.AMOUNT, FactKind.PERCENT, FactKind.NUMBER)


class Comparison(NamedTuple):
    """What a rewrite has made of a draft; ``facts`` are those of the draft that a rewrite must keep.

    ``notes`` say in Swedish what of the texts isn't read in full.
    """

    differences: list[Difference]
    facts: int
    notes: list[str]


def compare(draft: str, rewrite: str, register: Register, known: WrittenOut) -> Comparison:
    """What the rewrite has lost, added and changed of the draft's facts; ``known`` are short forms written out."""
    old, new = scan(draft, register, known), scan(rewrite, register, known)
    differences = [*_compare_facts(old, new), *compare_meaning(old, new)]
    facts = {(fact.kind, fact.key) for fact in old.facts if not fact.is_soft}
    notes = dict.fromkeys([*old.read.notes, *new.read.notes])
    return Comparison(differences, len(facts), list(notes))


def _compare_facts(old: FactSheet, new: FactSheet) -> Iterator[Difference]:
    """The facts that only one text has; two of a kind in their place are one that has changed."""
    lost, added = list(_whole_names(unkept(old, new), old)), list(_whole_names(unkept(new, old), new))
    for fact in lost:
        instead = _instead(fact, added)
        if instead is not None:
            added.remove(instead)
        yield _difference(fact, instead, old, new)
    for fact in added:
        yield _difference(None, fact, old, new)


def _whole_names(facts: Iterable[Fact], sheet: FactSheet) -> Iterator[Fact]:
    """The facts, but *Ekvalla* and *Energi* as the one name that they are."""
    last: Fact | None = None
    for fact in facts:
        if last is not None and _goes_on(last, fact):
            text = sheet.statements[fact.statement].text[last.start : fact.end]
            last = last._replace(text=text, end=fact.end)
            continue
        if last is not None:
            yield last
        last = fact
    if last is not None:
        yield last


def _goes_on(last: Fact, fact: Fact) -> bool:
    """Whether the fact is the next word of the same name."""
    is_beside = last.statement == fact.statement and last.end + 1 == fact.start
    return is_beside and last.kind is FactKind.NAME and fact.kind is FactKind.NAME


def _instead(fact: Fact, added: Sequence[Fact]) -> Fact | None:
    """The fact that has come in place of a lost one: the next of its kind that nothing else has lost."""
    alike = (each for each in added if _group(each) == _group(fact))
    return next(alike, None)


def _group(fact: Fact) -> FactKind:
    """The kinds that can take each other's place: numbers, whatever they count."""
    return FactKind.NUMBER if fact.kind in _COUNTED else fact.kind


def _difference(old: Fact | None, new: Fact | None, draft: FactSheet, rewrite: FactSheet) -> Difference:
    """The fact of either text as a difference; one of them may be lacking, not both."""
    fact = old or new
    assert fact is not None
    return Difference(
        fact.kind,
        _change(old, new),
        old.text if old else "",
        new.text if new else "",
        _sentence(old, draft),
        _sentence(new, rewrite),
    )


def _change(old: Fact | None, new: Fact | None) -> Change:
    if old is None:
        return Change.ADDED
    return Change.LOST if new is None else Change.CHANGED


def _sentence(fact: Fact | None, sheet: FactSheet) -> str:
    if fact is None:
        return ""
    return " ".join(sheet.statements[fact.statement].text.split())
