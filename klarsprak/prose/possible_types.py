"""Which types of letters a letter can be of at all, told from its words alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from klarsprak.analysis import Analysis
from klarsprak.language.analysed import RequiredForms, holds
from klarsprak.matching.slots import Slots
from klarsprak.prose.letter_type import Signs, titles_of


class PossibleTypes:
    """The signs of many types by the words that they can't do without.

    A letter has the words of a tenth of the patterns: one look at its words, and one at those of its titles, spare
    asking each type for all of its own.
    """

    def __init__(self, types: Iterable[Signs]) -> None:
        every = dict.fromkeys(types)
        told = [signs for signs in every if not signs.is_told_anywhere]
        self._anyhow = frozenset(signs for signs in every if signs.is_told_anywhere)
        self._in_sentences = _ByWords({signs: (*signs.find, *signs.opening) for signs in told})
        self._in_titles = _ByWords({signs: signs.heading for signs in told})
        self._whole_titles: defaultdict[str, set[Signs]] = defaultdict(set)
        for signs in told:
            for title in signs.titles:
                self._whole_titles[title].add(signs)
        self._beside = _ByWords({signs: signs.beside for signs in every if signs.beside})

    def of(self, analysis: Analysis) -> set[Signs]:
        """Those that the letter may have; all others it lacks."""
        titles = analysis.once(titles_of)
        possible = self._in_sentences.of(analysis.forms) | self._in_titles.of(titles.forms) | self._anyhow
        for title in self._whole_titles.keys() & titles.texts:
            possible |= self._whole_titles[title]
        return possible - self._beside.all | (possible & self._beside.of(analysis.forms))


class _ByWords:
    """Signs by the words of the patterns of which one must stand there."""

    def __init__(self, patterns: Mapping[Signs, Iterable[Slots]]) -> None:
        by_form: defaultdict[str, dict[tuple[RequiredForms, Signs], None]] = defaultdict(dict)
        self.all = frozenset(patterns)
        self._untold = frozenset(signs for signs in patterns if not all(slots.anchors for slots in patterns[signs]))
        """Those that may be there whatever the words are."""
        for signs in self.all - self._untold:
            for rarest, *others in (slots.anchors for slots in patterns[signs]):
                for form in rarest:
                    by_form[form][tuple(others), signs] = None
        self._by_form = {form: tuple(those) for form, those in by_form.items()}
        """For each form the signs with a pattern that it is enough for, and what this needs besides."""

    def of(self, forms: frozenset[str]) -> set[Signs]:
        """Those that may be there, where the words are these."""
        possible = set(self._untold)
        for form in self._by_form.keys() & forms:
            for others, signs in self._by_form[form]:
                if signs not in possible and holds(forms, others):
                    possible.add(signs)
        return possible
