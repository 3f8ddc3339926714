"""Findings and blocks as keyed hashes, by which they are known again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from klarsprak.finding import Finding, FindingPlace, Report
from klarsprak.letter import Role
from klarsprak.suppression.context import context_of, fixed_words

ONE_SIDED = 3
"""So many words on one side, the sentence's edge counted, are enough where the other side has changed."""
LONG_BLOCK = 4
"""Blocks with fewer fixed words (dates, names, labels) say nothing of which letter it is."""

Hash = str


class KnownFinding(BaseModel):
    """A finding, wherever it stands; all but the rule are hashes."""

    model_config = ConfigDict(defer_build=True, extra="forbid", frozen=True)

    rule: str
    words: Hash
    before: Hash
    after: Hash


class Fingerprint(NamedTuple):
    """A finding's hashes, and whether each side alone is enough to know it by."""

    known: KnownFinding
    before_is_enough: bool
    after_is_enough: bool

    def is_of(self, other: KnownFinding) -> bool:
        """Whether the other finding, of the same rule on the same words, is the same one.

        The words around it may have changed on one side, if there are enough of them on the other.
        """
        same_before = self.known.before == other.before
        same_after = self.known.after == other.after
        if same_before and same_after:
            return True
        if same_before:
            return self.before_is_enough
        return same_after and self.after_is_enough


class Fingerprints:
    """Makes hashes with one key, so that they can be compared."""

    def __init__(self, salt: str) -> None:
        """With the key in hexadecimal digits."""
        self._key = salt.encode()

    def of_finding(self, finding: Finding, place: FindingPlace, report: Report) -> Fingerprint:
        """The hashes of a finding in a report, which stands at ``place``."""
        context = context_of(report, place)
        known = KnownFinding(
            rule=finding.rule,
            words=self._hash("words", context.words),
            before=self._hash("before", context.before),
            after=self._hash("after", context.after),
        )
        before_is_enough = len(context.before) >= ONE_SIDED
        after_is_enough = len(context.after) >= ONE_SIDED
        return Fingerprint(known, before_is_enough, after_is_enough)

    def of_blocks(self, report: Report) -> set[Hash]:
        """The hashes of the blocks by which a letter is known again.

        Those are the long ones, or all of them in a letter that has no long one.
        """
        every = list(_own_blocks(report))
        telling = list(filter(_is_long, every)) or every
        return {self._hash("block", block) for block in telling}

    def _hash(self, what: str, parts: Sequence[str]) -> Hash:
        """The hash of some words; ``what`` they are keeps equal words in different places apart."""
        text = "\0".join((what, *parts))
        return blake2b(text.encode(), digest_size=8, key=self._key).hexdigest()


def _own_blocks(report: Report) -> Iterator[tuple[str, ...]]:
    """The fixed words of each block that has any and is the writer's own."""
    for text, role in zip(report.texts, report.roles, strict=True):
        words = fixed_words(text)
        is_own = role is not Role.QUOTED
        if is_own and words:
            yield words


def _is_long(block: tuple[str, ...]) -> bool:
    """Whether a block says which letter it is: *Dnr* and *Telefon* stand in any."""
    return len(block) >= LONG_BLOCK
