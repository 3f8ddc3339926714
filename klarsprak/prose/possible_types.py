"""Which types of letters a letter can be of at all, told from its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import RequiredForms, holds
from klarsprak.prose.letter_type import Signs


class PossibleTypes:
    """The signs of many types by the words that they can't do without.

    A letter has the words of a tenth of the patterns: one look at its words spares asking each type for all of its
    own.
    """

    def __init__(self, types: Iterable[Signs]) -> None:
        by_form: defaultdict[str, dict[tuple[RequiredForms, Signs], None]] = defaultdict(dict)
        untold: set[Signs] = set()
        for signs in types:
            if signs.is_told_anywhere or signs.titles:
                untold.add(signs)
            for slots in (*signs.find, *signs.opening, *signs.heading):
                if not slots.anchors:
                    untold.add(signs)
                needed = (slots.anchors[1:], signs)
                for form in next(iter(slots.anchors), ()):
                    by_form[form][needed] = None
        self._untold = frozenset(untold)
        """Those that may be there whatever the letter's words are."""
        self._by_form = {form: tuple(those) for form, those in by_form.items()}
        """For each form the signs with a pattern that it is enough for, and what this needs besides."""

    def of(self, analysis: Analysis) -> set[Signs]:
        """Those that the letter may have; all others it lacks."""
        forms = analysis.forms
        possible = set(self._untold)
        for form in self._by_form.keys() & forms:
            for others, signs in self._by_form[form]:
                if signs not in possible and holds(forms, others):
                    possible.add(signs)
        return possible
