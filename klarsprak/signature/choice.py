"""The choice among the candidates for each part, and why a part is missing."""

from __future__ import annotations

from collections.abc import Sequence

from klarsprak.finding import Occasion
from klarsprak.signature import phones
from klarsprak.signature.candidates import Candidate, Candidates
from klarsprak.signature.model import ALL_PARTS, FoundPart, SignatureBlock
from klarsprak.signature.ranks import Rank


def set_apart_shared(found: Candidates, switchboards: Sequence[str]) -> None:
    """Take out the numbers that are nobody's own, by the configuration or by what the letter says elsewhere."""
    named = [part.text for part in found.switchboards]
    known = phones.as_e164([*switchboards, *named])
    own: list[Candidate] = []
    for candidate in found.parts["phone"]:
        if phones.is_among(candidate.part.text, known):
            found.switchboards.append(candidate.part)
        else:
            own.append(candidate)
    found.parts["phone"] = own
    _explain_shared(found)


def _explain_shared(found: Candidates) -> None:
    """Note what a reader might take for the writer's own; of two sorts of number, the switchboard's."""
    if found.shared:
        number = found.shared[0].text
        found.why["phone"] = f"{number} går till en gemensam telefon, inte direkt till den som skriver."
    if found.switchboards:
        number = found.switchboards[0].text
        found.why["phone"] = f"{number} går till växeln, inte direkt till den som skriver."
    if found.visiting:
        found.why["address"] = f"{found.visiting[0].text} är bara en besöksadress."


def choose_parts(found: Candidates) -> SignatureBlock:
    """The best candidate for each part, and what stands in the stead of one that is missing."""
    signer = found.best("name")
    if signer and signer.rank is Rank.SIGN:
        _drop_other_people(found, signer.part)
    elif not signer:
        _take_shared_number(found)
    block = SignatureBlock(_best_parts(found), found.why)
    if not block.phone:
        block.shared = _first([*found.switchboards, *found.shared])
    if not block.address:
        block.visiting = _first(found.visiting)
    block.forget_reasons()
    return block


def explain_unit(block: SignatureBlock) -> None:
    """Say of a unit that signs what stands there instead of a name."""
    if block.occasion is Occasion.UNIT and block.unit:
        block.why.setdefault("name", f"Brevet är undertecknat av {block.unit.text} och ingen person.")


def _best_parts(found: Candidates) -> dict[str, FoundPart]:
    parts: dict[str, FoundPart] = {}
    for name in ALL_PARTS:
        if best := found.best(name):
            parts[name] = best.part
    return parts


def _first(parts: list[FoundPart]) -> FoundPart | None:
    return parts[0] if parts else None


def _take_shared_number(found: Candidates) -> None:
    """A letter that a customer service signs has no other number."""
    if found.shared and found.best("unit") and not found.best("phone"):
        found.add("phone", Rank.FOOTER, found.shared[0])


def _drop_other_people(found: Candidates, signer: FoundPart) -> None:
    """Beside a signer, the title of another contact person is not the signer's, nor a number in their box."""
    name = signer.text.casefold()
    if found.box_names and name not in found.box_names:
        found.drop("phone", Rank.BOX)
    others = {part.text.casefold() for rank, part in found.parts["name"] if rank is not Rank.SIGN}
    if others and name not in others:
        found.keep_only("title", Rank.SIGN)
        found.drop("phone", Rank.TITLED)
