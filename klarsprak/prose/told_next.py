"""Whether the sentence after a term's tells what it means: *Du kan få betala vite. Det är en sorts böter.*"""

from __future__ import annotations

from klarsprak.prose import explaining
from klarsprak.prose.surroundings import Surroundings
from klarsprak.prose.told_around import (
    is_in_last_condition,
    is_told_as_head,
    is_told_by_habit,
    is_told_by_what_then_happens,
)
from klarsprak.prose.told_in_passing import is_told_so

_STEM = 5
"""Letters by which a term is known again in another form."""


def is_told_next(around: Surroundings) -> bool:
    """*Du kan få betala vite. Det är en sorts böter.*

    “Bygg inte innan startbesked har kommit. Det innebär …” tells what the whole sentence means; so it is where that
    is long.  “Det innebär att du får 1 870 kronor” and “Det betyder att avgiften blir högre” tell what follows from
    it, not what it is.  After *ett hinder som innebär att …* it is about that clause.
    """
    if is_told_as_head(around.before, around.rest) or is_told_by_what_then_happens(around.before, around.then):
        return True
    if around.is_long or not _tells_next(around):
        return False
    return explaining.GOVERNED.search(around.before) is None and explaining.WHICH_LEADS_TO.match(around.after) is None


def _tells_next(around: Surroundings) -> bool:
    """Whether the next sentence tells a meaning, be it the term's or another's."""
    if is_told_so(around.then) or is_told_by_habit(around.then):
        return True
    match = explaining.NEXT.match(around.then)
    if match is None or _is_about_another(match["about"], around.term):
        return False
    if not match[0].endswith(("innebär", "betyder")):
        return True
    if explaining.CASE_FIRST.match(around.before) and explaining.WHAT_FOLLOWS.match(around.after):
        return False
    return (
        not is_in_last_condition(around.term, around.before, around.after)
        and explaining.OUTCOME.match(around.then, match.end()) is None
    )


def is_told_of_head(around: Surroundings) -> bool:
    """*Varje år gör vi en efterkontroll. Kontrollen innebär att vi jämför …*: the last part stands for the term."""
    match = explaining.HEAD_NEXT.match(around.then)
    if match is None or around.term.find(match["head"].lower()) < 1:
        return False
    return explaining.OUTCOME.match(around.then, match.end() - 1) is None


def _is_about_another(about: str | None, term: str) -> bool:
    """Whether *Med … avses* speaks of another word: *inkomsttaket. Med hushåll avses …*; not *Med detta avses …*."""
    if about is None or explaining.POINTS_BACK.match(about):
        return False
    return term[:_STEM] not in about.lower()
