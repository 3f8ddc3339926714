"""``signature``: the parts of the signature block that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from pydantic import Field

from klarsprak.analysis import Analysis
from klarsprak.finding import SIGNATURE_PARTS, Occasion, SignaturePart
from klarsprak.kinds.base import Rule
from klarsprak.kinds.kind import Hit, Kind
from klarsprak.letter import Letter, Role
from klarsprak.signature import FoundPart, SignatureBlock, propose_block
from klarsprak.signature.digital import mark_in_brackets

_WantedPart = SignaturePart | Literal["own_phone", "any", "sender", "contact", "signer", "page"]


class SignatureRule(Rule):
    """One part that a letter's signature must hold, or the writer's own number where there is only a shared one."""

    kind: Literal["signature"]
    part: _WantedPart = Field(
        description="Den del som ska finnas; own_phone: ett eget nummer där brevet bara har växelns; "
        "any: någon del alls, och då säger regeln det i de andras ställe; "
        "sender: vem det kommer från, i meddelanden som ett system skickar; "
        "contact: hur läsaren når någon, i aviseringar som ett system skickar; "
        "signer: vem som har skrivit under, där det bara står att någon har gjort det; "
        "page: någon del alls, i en text som ser ut som en sida med information."
    )
    placeholders = frozenset({"hint"})

    def is_missing(self, found: SignatureBlock) -> bool:
        """Whether the letter lacks the part; no number at all and only a shared one are two things."""
        return _IS_MISSING[self.part](found)

    @property
    def demand(self) -> str:
        """The part that must be demanded for the rule to apply: no part is called *own_phone*."""
        if self.part == "own_phone":
            return "phone"
        return self.part


def _has_no_number(found: SignatureBlock) -> bool:
    """Neither the writer's own nor a shared one, nor that of somebody whom the letter names for questions.

    A shared number is told by a rule of its own.
    """
    return not (found.phone or found.shared or found.asked)


def _has_only_shared_number(found: SignatureBlock) -> bool:
    """The switchboard's, or customer service's.

    *Ring växeln 0123-45 67 89*: the reader has to ask for somebody, unless the letter tells whom to ring instead.
    """
    return not (found.phone or found.asked) and found.shared is not None


def _has_nothing(found: SignatureBlock) -> bool:
    """No part at all, nor what a reader might take for one but a first name: *Hälsningar*, *Anna*."""
    others = (found.shared, found.visiting)
    return not any(others) and found.parts.keys().isdisjoint(SIGNATURE_PARTS)


def _is_never_missing(found: SignatureBlock) -> bool:
    """Who has signed where a mark says that somebody has: the letter's lines tell it, not the block."""
    return False


def _tells_no_sender(found: SignatureBlock) -> bool:
    """A system's message that doesn't say whose it is: *Du har fått ett beslut.*"""
    return not found.names_sender


def _tells_no_contact(found: SignatureBlock) -> bool:
    """A system's message that tells nobody to ask: *Du har fått ett beslut. Logga in för att läsa det.*"""
    return not found.tells_how_to_reach


_AUTOMATIC = {Occasion.NOTICE, Occasion.AUTOREPLY}
"""What a machine sends; who gets it should at least learn whose it is."""
_OF_SENDER = ("unit",)
"""What a block shows where nothing is demanded, but who gets the message must learn whose it is."""
_IS_MISSING: dict[_WantedPart, Callable[[SignatureBlock], bool]] = {
    "name": lambda found: found.name is None,
    "title": lambda found: found.title is None,
    "unit": lambda found: found.unit is None,
    "address": lambda found: found.address is None,
    "phone": _has_no_number,
    "own_phone": _has_only_shared_number,
    "any": _has_nothing,
    "sender": _tells_no_sender,
    "contact": _tells_no_contact,
    "signer": _is_never_missing,
    "page": _has_nothing,
}
_TITLE_TOO = "Skriv också vad du arbetar som."
"""What the remark on a missing name adds where the title is missing, too."""
_NEAR_MARK = 2
"""A name so many blocks from *(elektroniskt undertecknad)* at most is the signer's."""


class SignatureKind(Kind[SignatureRule]):
    """Compares what the signature holds with what it must hold."""

    rule_type = SignatureRule

    def find(self, analysis: Analysis) -> Iterator[Hit]:
        """One hit without words for each missing part that the organisation asks such a letter for.

        The suggestion is the whole block as it should look.  Nobody has to sign what is only sent on.
        """
        if _only_forwards(analysis.letter):
            return
        found = analysis.signature
        demanded = self.settings.signature_parts[found.occasion]
        missing = self._missing(found, demanded)
        if "name" in demanded:
            yield from self._nameless_marks(analysis.letter, found)
        if not missing:
            return
        # Should the page be a letter, it is signed as one.
        asked = found.occasion is Occasion.PAGE and not demanded
        wanted = self.settings.signature_parts[Occasion.LETTER] if asked else demanded
        block = self._proposed(found, wanted or _OF_SENDER)
        nobody = "name" in demanded and found.name is None
        for rule in missing:
            # Where nobody has signed, the remark on the name asks for the title, too.
            if not (nobody and rule.part == "title"):
                yield Hit(rule, suggestions=(block,), values={"hint": _hint(rule, found)})

    def _nameless_marks(self, letter: Letter, found: SignatureBlock) -> Iterator[Hit]:
        """The marks that say that somebody has signed, where no name near them says who.

        *Beslutsfattare: (elektroniskt undertecknad)*, though a head of another place is named elsewhere.
        """
        rules = [rule for rule in self.rules if rule.part == "signer"]
        for number, block in enumerate(letter.blocks):
            mark = mark_in_brackets(block.text)
            if mark is not None and block.role is not Role.QUOTED and not _is_near(found.name, number):
                yield from (Hit(rule, number, *mark.span()) for rule in rules)

    def _missing(self, found: SignatureBlock, demanded: tuple[str, ...]) -> list[SignatureRule]:
        """The rules that have something to say: where there is nothing at all, one of them says so for all.

        Of what a machine has sent, a milder one does.
        """
        nothing = self._missing_as("any", found)
        if found.occasion in _AUTOMATIC and (nothing or not demanded):
            return [*self._missing_as("sender", found), *self._missing_contact(found)]
        if nothing and len(demanded) > 1:
            return nothing
        if found.occasion is Occasion.PAGE and not demanded:
            return self._missing_as("page", found)
        asked = [rule for rule in self.rules if rule.demand in demanded]
        # A unit may sign with customer service's number, where the organisation lets units sign.
        own = "name" in demanded
        return [rule for rule in asked if rule.is_missing(found) and (own or rule.part != "own_phone")]

    def _missing_contact(self, found: SignatureBlock) -> list[SignatureRule]:
        """What tells that a notice names nobody to ask; who gets an autoreply has found an address already."""
        return self._missing_as("contact", found) if found.occasion is Occasion.NOTICE else []

    def _missing_as(self, part: _WantedPart, found: SignatureBlock) -> list[SignatureRule]:
        """The rules about this part that have something to say."""
        return [rule for rule in self.rules if rule.part == part and rule.is_missing(found)]

    def _proposed(self, found: SignatureBlock, demanded: tuple[str, ...]) -> str:
        """The block as it should look, with what the letter and the organisation tell filled in."""
        settings = self.settings
        return propose_block(
            found,
            demanded,
            organisation=settings.organisation,
            units=settings.units,
            addresses=settings.addresses,
        )


def _hint(rule: SignatureRule, found: SignatureBlock) -> str:
    """What stands where the part should, if anything; where nobody has signed, also whether the title is missing."""
    said = found.why.get("name" if rule.part == "any" else rule.demand, "")
    also = _TITLE_TOO if rule.part == "name" and found.title is None else ""
    return f"{also} {said}".strip()


def _is_near(name: FoundPart | None, block: int) -> bool:
    """Whether the name stands in that block of the letter or in one nearby."""
    return name is not None and abs(name.block - block) <= _NEAR_MARK


def _only_forwards(letter: Letter) -> bool:
    """Whether a mail holds an earlier one and not a word of the writer's own below the subject: *VB: Bygglov*."""
    has_subject = bool(letter.blocks) and letter.blocks[0].role is Role.HEADING
    written = [block for block in letter.blocks[has_subject:] if block.text.strip()]
    return letter.format == "email" and bool(written) and all(block.role is Role.QUOTED for block in written)
