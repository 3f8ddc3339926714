"""The signature block as it should look, with what the letter and the configuration tell filled in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from klarsprak.signature.address_forms import is_postal
from klarsprak.signature.model import FoundPart, SignatureBlock
from klarsprak.signature.units import organisation_in

PROMPTS = {
    "name": "[ditt för- och efternamn]",
    "title": "[din befattning]",
    "unit": "[din enhet]",
    "address": "[din adress]",
    "phone": "[ditt eget telefonnummer]",
}
"""What stands where nothing is known; the pack ``mallrest`` finds it if nobody fills it in."""


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
    known = {name: found.parts[name].text for name in PROMPTS if name in found.parts}
    known.setdefault("unit", _only(units))
    known.setdefault("address", _own_address(found.visiting, addresses))
    extras = [extra.text for extra in (found.email, found.web) if extra]
    return "\n".join([*_lines(known, demanded, organisation), *extras])


def _lines(known: dict[str, str], demanded: Collection[str], organisation: str) -> Iterator[str]:
    """The lines of the block; what is demanded and not known is asked for."""
    for name, prompt in PROMPTS.items():
        text = known.get(name)
        if text or name in demanded:
            yield _line(name, text or prompt, organisation)


def _line(name: str, text: str, organisation: str) -> str:
    """How a part stands on its line: *Rektor*, *Tekniska kontoret, Ekvalla kommun*, *Telefon 0980-319 214*."""
    if name == "unit":
        return _unit_line(text, organisation)
    if name == "phone":
        return text if text.lower().startswith("ankn") else f"Telefon {text}"
    return _capitalised(text) if name == "title" else text


def _unit_line(text: str, organisation: str) -> str:
    """The unit, with the organisation's name behind it where that is known and not there."""
    if not organisation or organisation_in(text):
        return text
    return f"{_capitalised(text)}, {organisation}"


def _capitalised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _only(texts: Sequence[str]) -> str:
    """The one text that there is; nothing where there are several to choose from."""
    return texts[0] if len(texts) == 1 else ""


def _own_address(visiting: FoundPart | None, addresses: Sequence[str]) -> str:
    """The organisation's address to write to: the one with the street that the letter names, or the only one."""
    postal = [address for address in addresses if is_postal(address)]
    named = _with_street(postal, visiting.text) if visiting else []
    return _only(named) or _only(postal)


def _with_street(addresses: Sequence[str], visiting: str) -> list[str]:
    """The addresses with the street of the visiting address: *Skolgatan 6* of *Skolgatan 6, Ekvalla*."""
    street, *_ = visiting.casefold().split(",")
    return [address for address in addresses if street and street in address.casefold()]
