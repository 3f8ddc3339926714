"""What sections say, in plain Swedish."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from klarsprak.laws.acts import Act
from klarsprak.laws.cases import case_of
from klarsprak.laws.model import Reference
from klarsprak.laws.shipped import as_day, read_rows
from klarsprak.swedish import written_day


class SectionKey(NamedTuple):
    """A section, or a point of one, that can have a plain sentence; what it has none of is ""."""

    sfs: str
    chapter: str
    section: str
    point: str


class PlainSentence(NamedTuple):
    """What a section says, and which wording of the act it was written from."""

    text: str
    read: str = ""
    """The last amendment in the text that was read, *2025:1501*, or that text's day; "" where nobody knows."""
    since: date | None = None
    """The day from which the section says so, where its number was another rule's before; else None."""

    def is_true_on(self, written: date | None) -> bool:
        """Whether the section said so that day; a letter without a day is of today."""
        return self.since is None or written is None or self.since <= written


def plain(reference: Reference, written: date | None = None, words: str = "") -> PlainSentence | None:
    """What the section says, as a sentence to put in the letter, or None where that isn't known for certain.

    ``written`` is the letter's day; a name without a number in an older letter may mean an older act, whose sections
    are numbered in another way.  ``words`` are the letter's sentence, which may tell that a case of its own is meant.
    """
    key = _key_of(reference)
    if key is None:
        return None
    if written is not None and any(reference.others_meant_on(written)):
        return None
    whole = key._replace(point="")
    case = case_of(whole, words)
    if case is not None:
        return PlainSentence(case.text, case.read) if case.text else None
    sentence = sections().get(key) or sections().get(whole)
    return sentence if sentence is not None and sentence.is_true_on(written) else None


def _key_of(reference: Reference) -> SectionKey | None:
    """The section that is meant, with the first of its points; None where several are, or the act isn't known."""
    law = reference.law
    if law is None or len(reference.sections) != 1:
        return None
    (section,) = reference.sections
    point = next(iter(reference.points), "")
    return SectionKey(law.sfs, reference.chapter or "", section, point)


@cache
def sections() -> dict[SectionKey, PlainSentence]:
    """The plain sentence for each section that has one."""
    sentences = {}
    for *key, text, read, since in read_rows("plain.tsv"):
        sentences[SectionKey(*key)] = PlainSentence(text, read, as_day(since))
    return sentences


def sections_of(sfs: str) -> Iterator[SectionKey]:
    """The sections of an act that have a plain sentence."""
    for key in sections():
        if key.sfs == sfs:
            yield key


def wording(read: str, act: Act) -> str:
    """Which wording of the act a sentence was written from; "" where nobody knows.

    *lagen med ändringar till och med SFS 2025:1501*, *lagen som den löd den 26 maj 2025*.
    """
    kind = "förordningen" if act.is_eu or "förordning" in act.name else "lagen"
    if not read:
        return ""
    if "-" in read:
        return f"{kind} som den löd den {written_day(date.fromisoformat(read))}"
    if read == act.sfs:
        return f"{kind} som den såg ut från början, {read if act.is_eu else f'SFS {read}'}"
    return f"{kind} med ändringar till och med SFS {read}"
