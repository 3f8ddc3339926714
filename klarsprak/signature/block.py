"""The signature block as it should look, with what the letter and the configuration tell filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from klarsprak.signature.address_forms import is_postal
from klarsprak.signature.model import SignatureBlock
from klarsprak.signature.spans import FoundPart
from klarsprak.signature.units import organisation_in

PROMPTS = {
    "name": "[ditt för- och efternamn]",
    "title": "[din befattning]",
    "unit": "[din enhet]",
    "address": "[din adress]",
    "phone": "[ditt eget telefonnummer]",
}
"""What stands where nothing is known, line by line; the pack ``mallrest`` finds it if nobody fills it in."""
_EXTRAS = ("email", "web")
"""What stands below the parts, and is never asked for."""


def propose_block(
    found: SignatureBlock,
    demanded: Collection[str],
    *,
    organisation: str,
    units: Sequence[str],
    addresses: Sequence[str],
) -> str:
    """The block, a line for each part that is known or demanded.

    ``organisation`` is the name behind the unit's; ``units`` and ``addresses`` are the organisation's own: one that
    is alone of its kind, or an address that the letter names the street of, needs no asking.
    """
    texts = {name: PROMPTS[name] for name in demanded}
    # What the letter says goes before what the configuration does, and both before a prompt.
    texts.update(_own_parts(found.visiting, units, addresses))
    texts.update(_found_parts(found))
    names = filter(texts.__contains__, (*PROMPTS, *_EXTRAS))
    return "\n".join(_line(name, texts[name], organisation) for name in names)


def _found_parts(found: SignatureBlock) -> Iterator[tuple[str, str]]:
    """What the letter itself tells, by part.

    As they stand in the letter: a writer who calls the unit otherwise knows better.  Where nobody has signed, what
    may be another's is left to the writer.
    """
    for name, part in found.parts.items():
        if found.name or part.is_the_signers:
            yield name, part.text


def _own_parts(
    visiting: FoundPart | None, units: Sequence[str], addresses: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What the configuration tells beyond doubt, by part: the unit and the address, if there is one alone."""
    unit = _only(units)
    if unit:
        yield "unit", unit
    address = _own_address(visiting, addresses)
    if address:
        yield "address", address


def _line(name: str, text: str, organisation: str) -> str:
    """How a part stands on its line.

    *Rektor* for the title *rektor*, *Tekniska kontoret, Ekvalla kommun*, *Telefon 0980-319 214*.
    """
    if name == "unit":
        return _unit_line(text, organisation)
    if name == "phone":
        return _phone_line(text)
    return _capitalised(text) if name == "title" else text


def _unit_line(text: str, organisation: str) -> str:
    """The unit, with the organisation's name behind it where that is known and not there.

    *Tekniska kontoret, Ekvalla kommun*, but *Ekvalla kommun* alone.
    """
    if not organisation or organisation_in(text):
        return text
    return f"{_capitalised(text)}, {organisation}"


def _phone_line(text: str) -> str:
    """*Telefon 0980-319 214*; *ankn. 214* says itself what it is.

    What the letter writes as an extension stays one; the reader knows the number it belongs to.
    """
    return text if text.lower().startswith("ankn") else f"Telefon {text}"


def _capitalised(text: str) -> str:
    """The text with a capital first and its other letters as they are: *IT-chef*."""
    return f"{text[:1].upper()}{text[1:]}"


def _only(texts: Sequence[str]) -> str:
    """The one text that there is; nothing where there are several to choose from, since a wrong guess is worse."""
    return texts[0] if len(texts) == 1 else ""


def _own_address(visiting: FoundPart | None, addresses: Sequence[str]) -> str:
    """The organisation's address to write to: the one with the street that the letter names, or the only one.

    *Skolgatan 6, 123 22 Ekvalla* where the letter says *Besöksadress: Skolgatan 6*; addresses without a post code or
    a box aren't for letters.
    """
    postal = list(filter(is_postal, addresses))
    named = _with_street(postal, visiting.text) if visiting else []
    return _only(named) or _only(postal)


def _with_street(addresses: Sequence[str], visiting: str) -> list[str]:
    """The addresses with the street of the visiting address.

    *Skolgatan 6, 123 22 Ekvalla* for *Skolgatan 6, Ekvalla*.
    """
    street, *_ = visiting.casefold().split(",")
    return [address for address in addresses if street in address.casefold()]
