"""What is read of a text that refers to law: a place within a law, the words that name a law, and both together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from klarsprak.laws.acts import Act

FOREIGN = "foreign"
"""The source of another country's law."""
AGENCY = "agency"
"""The source of what an agency has laid down: *AFS 2023:2*."""


@dataclass(slots=True)
class Locator:
    """A place within a law and in the text.

    ``colon`` tells that it is written *9:30*, ``article`` that ``sections`` are articles, ``sign_first`` that the
    section sign stands before the number, as it does in minutes.
    """

    start: int
    end: int
    chapter: str | None = None
    sections: tuple[str, ...] = ()
    paragraphs: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    colon: bool = False
    article: bool = False
    sign_first: bool = False

    def add(self, label: str, numbers: Iterable[str]) -> None:
        """Add paragraphs (*stycke*) or points (*punkt*), by the kind of the token that says which; no sentences."""
        parts = {"STYCKE": self.paragraphs, "POINT": self.points}
        parts.get(label, []).extend(numbers)


@dataclass(frozen=True, slots=True)
class LawPhrase:
    """The words that name a law.

    ``act`` is what they mean, the one in force where several acts bear the name; ``candidates`` are all acts that the
    words without the number can mean; ``sfs`` is the number written, if any, and ``short`` the short form.  ``alone``
    tells whether the words name a law even with no section beside them.
    """

    start: int
    end: int
    act: Act | None
    candidates: tuple[Act, ...] = ()
    sfs: str | None = None
    alone: bool = True
    source: str = "sfs"
    annex: str = ""
    short: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the act, or at least its number, is known.

        It isn't of *hittepålagen*.
        """
        return self.act is not None or bool(self.sfs)

    @property
    def is_ambiguous(self) -> bool:
        """Whether the words can mean several acts.

        *skollagen* can, *skollagen (2010:800)* can't.
        """
        return self.sfs is None and len(self.candidates) > 1

    @property
    def is_swedish_by_name(self) -> bool:
        """Whether nothing but its name tells that it is a Swedish act.

        Finland has a *förvaltningslagen* too.
        """
        if self.act is None or self.sfs is not None:
            return False
        return not self.act.is_eu

    def made_abroad(self) -> LawPhrase:
        """The same words as the name of another country's law, of which the register knows nothing."""
        return replace(self, act=None, candidates=(), source=FOREIGN)

    @property
    def has_articles(self) -> bool:
        """Whether it is divided into articles, as the EU's law and conventions are.

        Swedish law is divided into sections.
        """
        if self.source == "eu":
            return True
        if self.act is None:
            return False
        return self.act.is_eu or self.act.name.endswith("konventionen")


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a text that points to law.

    ``law`` is the act meant, the one in force where the words alone could mean several; ``sfs`` the number that the
    text gives.  ``chapter``, ``sections``, ``paragraphs`` (*stycken*) and ``points`` are spelt *9*, *31b*, *1–3*.
    ``candidates`` are all acts that the name in the text can mean.  ``inherited`` tells that the law was taken from
    an earlier reference (*samma lag*, *och 5 §*).  ``source`` is ``sfs``, ``eu``, ``local`` (a municipality's own
    rules), ``foreign`` (Finland's law), ``agency`` (agencies' regulations) or ``other`` (government bills, cases).
    ``article`` tells that ``sections`` are articles or annexes.
    """

    start: int
    end: int
    text: str
    law: Act | None = None
    sfs: str | None = None
    chapter: str | None = None
    sections: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    candidates: tuple[Act, ...] = ()
    source: str = "sfs"
    inherited: bool = False
    article: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it points into a law, at a section or a chapter: *13 kap. kommunallagen*, not *kommunallagen*."""
        return bool(self.sections or self.chapter)

    @property
    def names_later_paragraph(self) -> bool:
        """Whether a *stycke* after the first is pointed at: it may be about another thing than the section."""
        return bool(self.paragraphs) and "1" not in self.paragraphs

    def others_meant_on(self, day: date) -> Iterator[Act]:
        """The other acts that the words could mean on that day; none where the number says which it is.

        *förvaltningslagen* meant that of 1986 in 2010.
        """
        if self.sfs is not None:
            return
        for act in self.candidates:
            if act != self.law and act.applied(day):
                yield act


def refer(text: str, locator: Locator, law: LawPhrase) -> Reference:
    """The reference to that place in that law."""
    return Reference(
        locator.start,
        locator.end,
        " ".join(text[locator.start : locator.end].split()),
        law.act,
        law.sfs,
        locator.chapter,
        locator.sections,
        tuple(locator.paragraphs),
        tuple(locator.points),
        law.candidates,
        law.source,
        article=locator.article,
    )


def refer_back(text: str, locator: Locator, law: LawPhrase | None) -> Reference:
    """The reference to that place in a law that was named before, None where it isn't known."""
    reference = refer(text, locator, law or LawPhrase(0, 0, None))
    return replace(reference, candidates=(), inherited=True)


def refer_to_law(text: str, law: LawPhrase) -> Reference:
    """The reference to a law, or an annex of it, that is named with no section beside it."""
    annex = (law.annex,) if law.annex else ()
    return refer(text, Locator(law.start, law.end, sections=annex, article=bool(annex)), law)
