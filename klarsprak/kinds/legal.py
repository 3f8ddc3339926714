"""``legal``: a reference to law that is unexplained, repealed or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from klarsprak.kinds.base import Hit, Kind, Rule
from klarsprak.language.analysis import AnalysedBlock, Analysis
from klarsprak.laws import Act, Problem, Reference, Status, find_references, letter_date, plain, register, status
from klarsprak.laws.sentences import sentences
from klarsprak.letter import Role

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()


class LegalRule(Rule):
    """What to check of each reference."""

    kind: Literal["legal"]
    check: Literal["unexplained", "repealed", "wrong_number", "no_such_section", "unknown"] = Field(
        description="Vad som prövas: förklaringen, om lagen gäller, numret, kapitlet och paragrafen."
    )
    placeholders = frozenset({"text", "suggestion", "law", "successor", "explain", "date"})


@dataclass(frozen=True)
class _Cited:
    """A reference with the sentences around it."""

    block: AnalysedBlock
    reference: Reference
    before: str
    sentence: str
    after: str

    @cached_property
    def is_explained(self) -> bool:
        from klarsprak.laws.explanation import is_explained  # its patterns take time to compile

        return is_explained(self.reference, self.before, self.sentence, self.after)

    @property
    def keys(self) -> set[tuple[str, str, str, str]]:
        """The sections meant, each with its first point or ""."""
        reference = self.reference
        law = reference.law.sfs if reference.law else reference.sfs or ""
        points = reference.points or ("",)
        return {(law, reference.chapter or "", section, point) for section in reference.sections for point in points}


class LegalKind(Kind[LegalRule]):
    """Finds the references of a letter once, then asks each rule's question of them."""

    rule_type = LegalRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """The references that break a rule; a section is flagged as unexplained once in a letter."""
        cited = list(_cited(analysis))
        if not cited:
            return
        written = letter_date(analysis.letter)
        problems = [(one, status(one.reference, written, one.sentence)) for one in cited]
        for rule in self.rules:
            if rule.check == "unexplained":
                yield from (_unexplained(rule, one, written) for one in _never_explained(cited))
            else:
                wanted = ((one, found) for one, found in problems if found and found.problem == rule.check)
                yield from (_wrong(rule, one, found) for one, found in wanted)


def _cited(analysis: Analysis) -> Iterator[_Cited]:
    for place, block in enumerate(analysis.blocks):
        text = block.block.text
        references = find_references(text)
        if not references:
            continue
        spans = _whole(sentences(text), references)
        for reference in references:
            i = next(i for i, (_, end) in enumerate(spans) if reference.start < end)
            before = text[slice(*spans[i - 1])] if i else _neighbour(analysis.blocks, place - 1, -1)
            after = text[slice(*spans[i + 1])] if i + 1 < len(spans) else _neighbour(analysis.blocks, place + 1, 0)
            yield _Cited(block, reference, before, text[slice(*spans[i])], after)


def _whole(spans: list[tuple[int, int]], references: list[Reference]) -> list[tuple[int, int]]:
    """The sentences, those joined that a reference runs across."""
    joined = [spans[0]]
    for start, end in spans[1:]:
        if any(reference.start < joined[-1][1] + 1 and reference.end > start for reference in references):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _neighbour(blocks: list[AnalysedBlock], place: int, which: int) -> str:
    """The last (-1) or first (0) sentence of the block before or after, where that is running text."""
    if not 0 <= place < len(blocks) or blocks[place].block.role is Role.HEADING:
        return ""
    text = blocks[place].block.text
    spans = sentences(text)
    return text[slice(*spans[which])] if spans else ""


def _never_explained(cited: list[_Cited]) -> Iterator[_Cited]:
    """The first mention of each section that the letter nowhere explains."""
    told = {key for one in cited if one.reference.sections and one.is_explained for key in one.keys}
    for one in cited:
        if not _needs_explaining(one):
            continue
        general = {(law, chapter, section, "") for law, chapter, section, _ in one.keys}
        if not one.keys <= told and not general <= told:
            told |= one.keys
            yield one


def _needs_explaining(one: _Cited) -> bool:
    reference = one.reference
    named = reference.law is not None or not reference.inherited
    return bool(reference.sections) and named and one.block.block.role is not Role.HEADING


def _unexplained(rule: LegalRule, one: _Cited, written: date | None) -> Hit:
    example = plain(one.reference, written)
    explain = f"Skriv till exempel: ”{example}”" if example else "Skriv med egna ord vad paragrafen säger."
    values = {"law": _name(one.reference.law), "explain": explain, "successor": "", "date": ""}
    return _hit(rule, one, (), values)


def _wrong(rule: LegalRule, one: _Cited, found: Status) -> Hit:
    successor = found.successor
    values = {
        "law": _name(found.act),
        "successor": successor.full_name if successor else "",
        "date": _swedish(found.act.repealed) if found.act and found.act.repealed else "",
        "explain": _EXPLAIN[found.problem](one.reference, found),
    }
    return _hit(rule, one, _suggestions(one.reference, found), values)


def _hit(rule: LegalRule, one: _Cited, suggestions: tuple[str, ...], values: dict[str, str]) -> Hit:
    reference = one.reference
    return Hit(rule, one.block.index, reference.start, reference.end, suggestions, values)


def _suggestions(reference: Reference, found: Status) -> tuple[str, ...]:
    """What to write instead, where it is certain: sections of a new act are numbered in another way."""
    new = found.successor
    if new is None:
        return ()
    if found.problem is Problem.WRONG_NUMBER and reference.sfs:
        return (reference.text.replace(reference.sfs, new.sfs),)
    if reference.sections or reference.chapter or found.act is None or _is_inflected(reference.text):
        return ()
    name = new.name if reference.sfs is None and found.act.name != new.name else new.full_name
    return (name[:1].upper() + name[1:] if reference.text[:1].isupper() else name,)


def _is_inflected(text: str) -> bool:
    words = text.split()
    return words[0].lower() in ("lag", "förordning") or any(
        word.endswith(("lagens", "balkens", "ningens")) for word in words
    )


def _repealed(reference: Reference, found: Status) -> str:
    since = f"Sedan den {_swedish(found.act.repealed)}" if found.act and found.act.repealed else "Nu"
    if found.successor is None:
        return "Ta reda på vilka regler som gäller nu."
    same_place = "" if not reference.sections else " Kontrollera också paragrafen: numren kan vara andra där."
    return f"{since} gäller {found.successor.full_name}.{same_place}"


def _wrong_number(reference: Reference, found: Status) -> str:
    owner = register().get(reference.sfs or "")
    theirs = f" Nummer {reference.sfs} är {owner.name}." if owner else ""
    right = f"{_capital(_name(found.act))} har nummer {found.act.sfs}." if found.act else ""
    return f"{right}{theirs}"


def _no_such_section(reference: Reference, found: Status) -> str:
    return f"{_capital(found.detail)}."


def _unknown(reference: Reference, found: Status) -> str:
    return "Kontrollera numret."


_EXPLAIN = {
    Problem.REPEALED: _repealed,
    Problem.WRONG_NUMBER: _wrong_number,
    Problem.NO_SUCH_SECTION: _no_such_section,
    Problem.UNKNOWN: _unknown,
}


def _name(act: Act | None) -> str:
    return act.name if act else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _swedish(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
