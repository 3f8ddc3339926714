"""The choice among the candidates for each part, and why a part is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from klarsprak.finding import Occasion
from klarsprak.signature import phones
from klarsprak.signature.address_forms import has_postcode
from klarsprak.signature.candidates import IS_GROUP, Candidate, Candidates
from klarsprak.signature.model import ALL_PARTS, SignatureBlock
from klarsprak.signature.names import in_mailbox
from klarsprak.signature.ranks import Rank
from klarsprak.signature.spans import FoundPart
from klarsprak.signature.titles import workplace_in
from klarsprak.signature.zones import Zones


def set_apart_shared(found: Candidates, switchboards: Sequence[str]) -> None:
    """Take out the numbers that are nobody's own, by the configuration or by what the letter says elsewhere.

    Where the footer says *Växel 0980-319 200*, the same number below the signer's name is no own one either.  An
    organisation that hasn't listed its switchboards has a number taken for one by its look.
    """
    named = [part.text for part in found.switchboards]
    known = phones.as_e164([*switchboards, *named])
    # Where no person signs, the unit's number is the one to ring, however round it is.
    may_guess = not switchboards and found.best("name") is not None
    own: list[Candidate] = []
    for candidate in found.parts["phone"]:
        if phones.is_among(candidate.part.text, known):
            found.switchboards.append(candidate.part)
        elif may_guess and not found.is_direct(candidate) and phones.is_round(candidate.part.text):
            found.round.append(candidate.part)
        else:
            own.append(candidate)
    found.parts["phone"] = own
    _explain_shared(found)


def _explain_shared(found: Candidates) -> None:
    """Note what a reader might take for the writer's own; of two sorts of number, the switchboard's.

    *0980-319 200 går till växeln, inte direkt till den som skriver.*
    """
    if found.shared:
        number = found.shared[0].text
        found.why["phone"] = f"{number} går till en gemensam telefon, inte direkt till den som skriver."
    if found.round:
        number = found.round[0].text
        found.why["phone"] = f"{number} ser ut att gå till växeln, inte direkt till den som skriver."
    if found.switchboards:
        number = found.switchboards[0].text
        found.why["phone"] = f"{number} går till växeln, inte direkt till den som skriver."
    if found.visiting:
        address = found.visiting[0].text
        found.why["address"] = f"{address} är bara en besöksadress."


def choose_parts(found: Candidates) -> SignatureBlock:
    """The best candidate for each part, and what stands in the stead of one that is missing.

    Where the signer is known, other people's titles and numbers are no candidates any more; where a customer
    service signs, its number will do.
    """
    signer = found.best("name")
    _take_visited(found)
    if not signer:
        _take_shared_number(found)
    elif signer.rank is Rank.SIGN:
        _drop_other_people(found, signer.part)
    if signer:
        _drop_others_mail(found, signer.part.text)
    block = SignatureBlock(_best_parts(found), found.why)
    if not block.phone:
        block.shared = _first([*found.switchboards, *found.round, *found.shared])
    if not block.address:
        block.visiting = _first(found.visiting)
    if block.unit and block.unit.text == found.mere_name:
        del block.why["name"]
    block.forget_reasons()
    return block


def explain_group(zones: Zones, found: Candidates) -> None:
    """Say that a word which stands where a name should, and on a line of the letterhead too, is no first name.

    *Sjukresor* below the name of the office at the top, and again at the end.
    """
    lines = {line.span.folded for line in [*zones.head, *zones.header]}
    if found.mere_name in lines:
        found.why["name"] = IS_GROUP.format(found.mere_name)


def read_unit_in_title(zones: Zones, found: Candidates) -> None:
    """The unit that follows the title on its line: one that the letterhead has on a line of its own, or a workplace.

    *Handläggare Sjukresor* where *Sjukresor* stands below the name of the region at the top; *Rektor på Myrstacken*.
    """
    title = found.best("title")
    if not title or found.best("unit"):
        return
    lines = (line.span for line in [*zones.head, *zones.header])
    named = (line.part() for line in lines if title.part.text.endswith(f" {line.folded}"))
    found.add("unit", title.rank, next(named, None) or _workplace(title.part))


def _workplace(title: FoundPart) -> FoundPart | None:
    """The place that the title itself tells, which no list knows: *Myrstacken* in *Rektor på Myrstacken*."""
    place = workplace_in(title.text)
    if place is None:
        return None
    start, end = place
    return FoundPart(title.text[start:end], title.block, title.start + start, title.start + end)


def explain_unit(zones: Zones, block: SignatureBlock) -> None:
    """Say of a unit that signs what stands there instead of a name.

    *Brevet är undertecknat av Gatuenheten och ingen person.*
    """
    if block.occasion is Occasion.UNIT and block.unit:
        signed = _signed_as(zones, block.unit)
        block.why.setdefault("name", f"Brevet är undertecknat av {signed} och ingen person.")


def _signed_as(zones: Zones, unit: FoundPart) -> str:
    """What stands below the closing phrase, *Avgiftshandläggarna*; the unit, where that is what stands there."""
    lines = [line.span for line in zones.sign]
    if not lines or unit.block in {line.block for line in [*lines, *(line.span for line in zones.tail)]}:
        return unit.text
    first = lines[0].folded
    return first if _GROUP.fullmatch(first) else unit.text


# *Avgiftshandläggarna*, *Vi på placeringsgruppen*
_GROUP = re.compile(r"[A-ZÅÄÖ][^\W\d]{3,}(?: [^\W\d]+){0,3}")


def _best_parts(found: Candidates) -> dict[str, FoundPart]:
    """The best candidate for each part that has any.

    A part without candidates is missing, and the rules tell the writer so.
    """
    parts: dict[str, FoundPart] = {}
    for name in ALL_PARTS:
        best = found.best(name)
        if best:
            parts[name] = best.part
    return parts


def _first(parts: list[FoundPart]) -> FoundPart | None:
    """The part that stands first in the letter, if any."""
    return next(iter(parts), None)


def _take_shared_number(found: Candidates) -> None:
    """A letter that a customer service signs has no other number: *Kundtjänst*, *Kundtjänst 0980-319 201*.

    Of another unit it is not the one to ask: *Förskolans kansli*, *Kontaktcenter 0980-319 201*.
    """
    unit = found.best("unit")
    if unit and phones.names_shared(unit.part.text) and not found.best("phone"):
        found.add("phone", Rank.FOOTER, _first(found.shared))


def _take_visited(found: Candidates) -> None:
    """An address to go to that has a post code is one to write to, where the letter has no other.

    *Besöksadress: Kvarngatan 2, 123 62 Tallvik*: whoever writes that on an envelope reaches the office.
    """
    if not found.best("address"):
        whole = (part for part in found.visiting if has_postcode(part.text))
        found.add("address", Rank.FOOTER, next(whole, None))


def _drop_other_people(found: Candidates, signer: FoundPart) -> None:
    """Beside a signer, the title of another contact person is not the signer's, nor a number in their box.

    A letterhead names the case officer, a manager signs: both have a title and a number.
    """
    name = signer.text.casefold()
    if _are_others(found.box_names, name):
        found.drop("phone", Rank.BOX)
    contacts = {part.text.casefold() for rank, part in found.parts["name"] if rank is not Rank.SIGN}
    if _are_others(contacts, name):
        found.keep_only("title", Rank.SIGN)
        found.drop("phone", Rank.TITLED)


def _drop_others_mail(found: Candidates, signer: str) -> None:
    """An address that holds another's surname is no way to the signer, whom it would be proposed for.

    *oskar.dahn@ekvalla.example* below *Lisbeth Ahlmark* and *Oskar Dahn*.
    """
    others = {_surname(name) for name in found.people} - {_surname(signer)}
    mail = found.parts["email"]
    found.parts["email"] = [each for each in mail if others.isdisjoint(_words_of_mailbox(each.part.text))]


def _surname(name: str) -> str:
    """The last word of the name as an address of mail has it: *oman* of *Fredrik Öman*."""
    return in_mailbox(name.split()[-1])


def _words_of_mailbox(address: str) -> list[str]:
    """*oskar*, *dahn* of *oskar.dahn@ekvalla.example*."""
    return address.lower().partition("@")[0].split(".")


def _are_others(names: set[str], name: str) -> bool:
    """Whether somebody is named there, but not this one.

    The signer's own box beside the text is no other's.
    """
    return len(names) > 0 and name not in names
