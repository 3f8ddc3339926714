"""``foreign``: passages in another language in a letter that is Swedish otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from klarsprak.analysis import Analysis
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.language.others.passages import NO_LANGUAGE, OTHER_SCRIPT, UNKNOWN
from klarsprak.prose.translated import untranslated
from klarsprak.swedish import plural

_UNNAMED = frozenset({NO_LANGUAGE, OTHER_SCRIPT, UNKNOWN})
"""What can't be named may be a row of plants or names as well."""


class ForeignRule(Rule):
    """Passages that the reader may not understand."""

    kind: Literal["foreign"]
    placeholders = frozenset({"text", "language", "count"})


class ForeignKind(Kind[ForeignRule]):
    """Looks at the blocks that aren't checked since they are in another language."""

    rule_type = ForeignRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit for each passage in another language that isn't there on purpose; most letters have none.

        *Päätös lapsen ottamisesta esiopetukseen* among Swedish paragraphs.  Of several in a row the first tells.
        """
        languages = analysis.unchecked.blocks
        if not languages:
            return
        rules = [rule for rule in self.rules if rule.holds(None, analysis)]
        for run in untranslated(analysis):
            first, language = run[0], languages[run[0]]
            values = {"language": language, "count": _count(len(run))}
            end = len(analysis.letter.blocks[first].text)
            if language not in _UNNAMED:
                yield from (Hit(rule, first, 0, end, values=values) for rule in rules)


def _count(blocks: int) -> str:
    """*ett stycke*, *14 stycken*."""
    return plural(blocks, "ett stycke", f"{blocks} stycken")
