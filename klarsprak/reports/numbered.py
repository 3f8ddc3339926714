"""A letter's findings by number, and its text cut where they point: what a page with notes is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, pairwise

from klarsprak.finding import Finding, FindingPlace, Level
from klarsprak.reports import summary


@dataclass(frozen=True)
class Numbered:
    """A finding with its number in the letter, from 1, and the ids of its two places on the page.

    ``told`` says that another finding gives the same reason further up on paper, which needs it but once.
    ``block`` is the signature as it should look, which stands after the last finding on it.  ``stops`` says that the
    letter is held because of it.
    """

    finding: Finding
    number: int
    letter: int
    told: bool
    block: str = ""
    stops: bool = False
    at: FindingPlace | None = None
    """Where its words stand again, of a copy that marks these."""
    again: int = 0

    @property
    def id(self) -> str:
        """The id of what is said of it."""
        return f"f{self.letter}-{self.number}"

    @property
    def mark(self) -> str:
        """The id of its words in the text."""
        again = f"-{self.again}" if self.again else ""
        return f"m{self.letter}-{self.number}{again}"

    def spots(self) -> Iterator[Numbered]:
        """Itself, and a copy for each place where its words stand again: all share what is said of them."""
        yield self
        same = (other.place for other in self.finding.also if other.rule == self.finding.rule)
        elsewhere = (place for place in same if place is not None and _is_apart(place, self._place))
        for again, place in enumerate(elsewhere, 1):
            yield replace(self, at=place, again=again)

    @property
    def span(self) -> tuple[int, int]:
        """Where its words start and end in their block."""
        return self._place.start, self._place.end

    @property
    def text_block(self) -> int:
        """The number of the block that holds its words."""
        return self._place.block

    @property
    def _place(self) -> FindingPlace:
        place = self.at or self.finding.place
        assert place is not None, "a finding on the whole letter has no words"
        return place


def _is_apart(one: FindingPlace, other: FindingPlace) -> bool:
    """Whether the places share no character."""
    return one.block != other.block or one.end <= other.start or other.end <= one.start


def numbered(letter: int, findings: Sequence[Finding], stops: Callable[[Finding], bool]) -> list[Numbered]:
    """The findings of a letter in the order of the text; those on the whole letter, which show no number, last.

    ``stops`` says which of them hold the letter back.
    """
    last_of_signature = summary.shows_block(findings)
    found = []
    for number, finding in enumerate(sorted(findings, key=_position), 1):
        block = finding.suggestions[0] if finding is last_of_signature else ""
        found.append(Numbered(finding, number, letter, told=False, block=block, stops=stops(finding)))
    told = _told_on_paper(found)
    return [replace(each, told=each.number in told) for each in found]


def _position(finding: Finding) -> tuple[bool, int, int]:
    """Key for the order of the text; what is missing from it comes last."""
    place = finding.place
    return (False, place.block, place.start) if place is not None else (True, 0, 0)


def _told_on_paper(found: Sequence[Numbered]) -> set[int]:
    """The numbers of the findings whose reason another one gives further up on paper, where *info* gives none."""
    given: set[str] = set()
    told: set[int] = set()
    for each in sorted(found, key=_order_on_paper):
        if each.finding.why in given:
            told.add(each.number)
        elif each.finding.level > Level.INFO:
            given.add(each.finding.why)
    return told


def _order_on_paper(each: Numbered) -> tuple[bool, bool, int]:
    """Key that puts first what stops the letter, then what the whole letter lacks, then the gravest."""
    return not each.stops, each.finding.place is not None, -each.finding.level


@dataclass(frozen=True)
class Piece:
    """A stretch of a text that the same findings point at, and those of them that end with it."""

    text: str
    findings: Sequence[Numbered]
    ending: Sequence[Numbered]

    @property
    def level(self) -> Level:
        """The level of the most serious finding."""
        return max(each.finding.level for each in self.findings)


def pieces(text: str, findings: Sequence[Numbered], start: int = 0, end: int | None = None) -> list[Piece]:
    """The text from ``start`` to ``end``, cut wherever a finding starts or ends, so that findings may overlap.

    *Du har ej erhållit* with findings on *ej erhållit* and *erhållit*: *Du har*, *ej*, *erhållit*.
    """
    end = len(text) if end is None else end
    spans = [each.span for each in findings]
    cuts = sorted({start, end, *chain.from_iterable(spans)})
    return [_piece(text, left, right, findings) for left, right in pairwise(cuts)]


def _piece(text: str, left: int, right: int, findings: Sequence[Numbered]) -> Piece:
    """What lies between two cuts next to each other, with the findings around it."""
    around: list[Numbered] = []
    ending: list[Numbered] = []
    for each in findings:
        start, end = each.span
        if start <= left and right <= end:
            around.append(each)
        if end == right:
            ending.append(each)
    return Piece(text[left:right], around, ending)


@dataclass(frozen=True)
class Quoted:
    """A sentence, or several that a finding reaches over, and all that is said of it."""

    pieces: Sequence[Piece]
    findings: Sequence[Numbered]

    @property
    def level(self) -> Level:
        """The level of the most serious finding."""
        return max(each.finding.level for each in self.findings)


def quoted(texts: Sequence[str], found: Sequence[tuple[Numbered, tuple[int, int]]]) -> Iterator[Quoted]:
    """Each sentence once with what is said of it, in the order of the text.

    ``found`` are findings that have words, in that order, each with where its sentence starts and ends in its block.
    """
    for block, group in groupby(found, lambda each: each[0].text_block):
        for start, end, findings in _joined(group):
            yield Quoted(pieces(texts[block], findings, start, end), findings)


def _joined(found: Iterable[tuple[Numbered, tuple[int, int]]]) -> list[tuple[int, int, list[Numbered]]]:
    """Stretches of one block that share no character, with their findings; those that share one are one stretch."""
    joined: list[tuple[int, int, list[Numbered]]] = []
    for each, (start, end) in found:
        if joined and start < joined[-1][1]:
            before, until, findings = joined.pop()
            joined.append((min(before, start), max(until, end), [*findings, each]))
        else:
            joined.append((start, end, [each]))
    return joined
