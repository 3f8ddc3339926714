"""Which of many expressions a letter's texts can match at all, told from strings that a match can't do without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from klarsprak.matching.expressions import Expression, Having
from klarsprak.matching.rarest import needed
from klarsprak.matching.strings import StringIndex
from klarsprak.matching.views import FOLDED, SHAPES, VIEWS

_RARE_ENOUGH = 2e-4
"""What stands so seldom as a long word needs no other view."""
_MOST_BESIDE = 8
"""More strings than so many aren't looked for beside the rarest."""
_Strings = tuple[int, frozenset[str]]
"""The number of a view, and strings of which a text that is looked at so must hold one."""

_NO_OTHERS = 0, None


class ExpressionIndex:
    """Expressions by number, each with the rarest strings that are known of its matches.

    How rules are written gives them to most: of ``\\d{1,2} kap`` it is *0 kap*, with 0 for any figure, and of
    ``[A-Z]{2} \\d`` the shape *AA 0*.  Looking for a string takes a fiftieth of the time that an expression takes to
    find nothing, and one that isn't tried needn't be compiled.
    """

    def __init__(self, expressions: Iterable[tuple[Expression, Having]]) -> None:
        self._anywhere: list[int] = []
        """The expressions of which nothing is known."""
        wanting: list[defaultdict[str, list[int]]] = [defaultdict(list) for _ in VIEWS]
        self._beside: dict[int, _Strings] = {}
        """What else a text must hold, for each expression of which that is known."""
        for number, (expression, having) in enumerate(expressions):
            self._add(number, sorted(_known(expression, having), key=_share), wanting)
        self._index = StringIndex(wanting, [view.share for view in VIEWS])

    def _add(self, number: int, known: Sequence[_Strings], wanting: Sequence[dict[str, list[int]]]) -> None:
        """Look for the rarest strings of an expression, and beside these for others that tell more."""
        if not known:
            self._anywhere.append(number)
            return
        view, rarest = known[0]
        for string in rarest:
            wanting[view][string].append(number)
        others = (each for each in known[1:] if len(each[1]) <= _MOST_BESIDE and _tells_more(each[1], rarest))
        self._beside.update((number, other) for other in islice(others, 1))

    def among(self, texts: Sequence[str]) -> Iterator[tuple[int, Iterable[int]]]:
        """The numbers of the expressions that may match, each with the numbers of the texts in which it may."""
        for number in self._anywhere:
            yield number, range(len(texts))
        found: defaultdict[int, set[int]] = defaultdict(set)
        seen = [list(map(view.see, texts)) for view in VIEWS]
        beside = self._beside
        # Of all views at once: each step over all signs costs as much as a few texts.
        for numbers, text in self._index.found_in(seen):
            for number in numbers:
                view, others = beside.get(number, _NO_OTHERS)
                if others is None or _holds_one(seen[view][text], others):
                    found[number].add(text)
        yield from found.items()


def _known(expression: Expression, having: Having) -> Iterator[_Strings]:
    """All that is known of what a text must hold that the expression matches."""
    parsed, is_lowered = expression.parsed()
    said = {FOLDED: frozenset(map(FOLDED.see, having.strings)), SHAPES: frozenset(having.shapes)}
    for number, view in enumerate(VIEWS):
        known = [*needed(parsed, view, is_lowered=is_lowered), *filter(None, [said.get(view)])]
        yield from ((number, strings) for strings in known)
        if min(map(view.share, known), default=1) < _RARE_ENOUGH:
            return


def _share(known: _Strings) -> float:
    view, strings = known
    return VIEWS[view].share(strings)


def _tells_more(strings: frozenset[str], known: frozenset[str]) -> bool:
    """Whether none of the strings is a part of a known one or the other way round."""
    return not any(one in other or other in one for one in strings for other in known)


def _holds_one(text: str, strings: frozenset[str]) -> bool:
    for string in strings:  # noqa: SIM110 - ``any`` takes twice as long
        if string in text:
            return True
    return False
