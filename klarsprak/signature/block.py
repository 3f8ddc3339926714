"""The signature block as it should look, with what the letter and the configuration tell filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from klarsprak.signature.model import Part, SignatureBlock
from klarsprak.signature.places import is_postal
from klarsprak.signature.units import organisation_in

PROMPTS = {
    "name": "[ditt för- och efternamn]",
    "title": "[din befattning]",
    "unit": "[din enhet]",
    "address": "[din adress]",
    "phone": "[ditt eget telefonnummer]",
}
"""What stands where nothing is known; the pack ``mallrest`` finds it if nobody fills it in."""


def proposed(
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
    known = {
        "name": _text(found.name),
        "title": _text(found.title),
        "unit": _text(found.unit) or _only(units),
        "address": _text(found.address) or _address(found.visiting, addresses),
        "phone": _text(found.phone),
    }
    filled = {part: text or PROMPTS[part] for part, text in known.items() if text or part in demanded}
    return "\n".join(_lines(filled, found, organisation))


def _lines(parts: dict[str, str], found: SignatureBlock, organisation: str) -> Iterator[str]:
    for part, text in parts.items():
        if part == "unit" and organisation and not organisation_in(text):
            yield f"{text[:1].upper()}{text[1:]}, {organisation}"
        elif part == "phone":
            yield text if text.lower().startswith("ankn") else f"Telefon {text}"
        else:
            yield f"{text[:1].upper()}{text[1:]}" if part == "title" else text
    yield from (extra.text for extra in (found.email, found.web) if extra)


def _text(part: Part | None) -> str:
    return part.text if part else ""


def _only(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else ""


def _address(visiting: Part | None, addresses: Sequence[str]) -> str:
    """The organisation's address to write to: the only one, or the one with the street that the letter names."""
    postal = [address for address in addresses if is_postal(address)]
    street = visiting.text.split(",")[0].casefold() if visiting else None
    return _only([address for address in postal if street and street in address.casefold()]) or _only(postal)
