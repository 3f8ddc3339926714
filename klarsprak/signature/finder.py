"""Letter → the parts of its signature block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from klarsprak.finding import SIGNATURE_EXTRAS, SIGNATURE_PARTS, Occasion
from klarsprak.letter import Letter, Role
from klarsprak.signature import autoreply, phones
from klarsprak.signature.candidates import Candidates, Rank
from klarsprak.signature.letterhead import read_contacts, read_letterhead
from klarsprak.signature.lines import lines
from klarsprak.signature.model import Label, Line, Part, Piece, PieceKind, SignatureBlock
from klarsprak.signature.occasion import occasion_of
from klarsprak.signature.pieces import Classifier
from klarsprak.signature.sentences import decided_by, deciders_number, own_numbers, units_numbers
from klarsprak.signature.signers import read_signature
from klarsprak.signature.zones import Zones, find_zones, is_prose, on_behalf_unit

_OWN_LABELS = {Label.ADDRESS, Label.VISIT, Label.PHONE, Label.SWITCHBOARD}


def find(
    letter: Letter,
    *,
    switchboards: Sequence[str] = (),
    units: Sequence[str] = (),
    addresses: Sequence[str] = (),
    visiting_address: bool = False,
) -> SignatureBlock:
    """The signature block of the letter.

    ``switchboards`` are numbers that are nobody's own; ``units`` and ``addresses`` are the organisation's own ones,
    which are found whatever they look like.  ``visiting_address`` tells that an address to go to is enough.
    """
    all_lines, zones = find_zones(lines(letter))
    classifier = Classifier(frozenset(unit.lower() for unit in units), tuple(addresses))
    found = Candidates(visiting_address)
    _read_zones(all_lines, zones, classifier, found)
    _read_body(all_lines, zones, classifier, found)
    _read_units_numbers(all_lines, zones, found)
    if zones.on_behalf and (unit := on_behalf_unit(zones.on_behalf)):
        found.add("unit", Rank.BEHALF, unit.part())
    named = [part.text for part in found.switchboards]
    _drop_others_numbers(found, phones.normalised([*switchboards, *named]))
    result = _choose(found)
    result.occasion = occasion_of(letter, all_lines, zones, result)
    if result.occasion is Occasion.AUTOREPLY:
        autoreply.complete(result, all_lines)
    _explain(result)
    return result


def _read_zones(all_lines: list[Line], zones: Zones, classifier: Classifier, found: Candidates) -> None:
    def pieces(numbers: list[int]) -> list[Piece]:
        return classifier.pieces([all_lines[number] for number in numbers])

    read_signature(pieces(zones.sign), found)
    boxes = pieces(zones.boxes)
    read_letterhead(boxes, Rank.BOX, found, ours=True)
    found.box_names = {piece.span.text.casefold() for piece in boxes if piece.kind is PieceKind.NAME}
    read_letterhead(pieces(zones.header), Rank.HEADER, found, ours=True)
    read_letterhead(pieces(zones.head), Rank.HEAD, found, ours=False)
    read_letterhead(_sender(pieces(zones.tail), closed=zones.closed), Rank.TAIL, found, ours=False)
    read_letterhead(pieces(zones.footer), Rank.FOOTER, found, ours=True)


def _sender(pieces: list[Piece], *, closed: bool) -> list[Piece]:
    """The pieces from the sender's name on; below a signature, lists of copies may name units, too."""
    starts = {PieceKind.ORGANISATION} if closed else {PieceKind.ORGANISATION, PieceKind.UNIT}
    start = next((at for at, piece in enumerate(pieces) if piece.kind in starts), len(pieces))
    if not closed and pieces and pieces[0].label in _OWN_LABELS:
        start = 0  # *Telefon:* below the decision
    return pieces[start:]


def _read_body(all_lines: list[Line], zones: Zones, classifier: Classifier, found: Candidates) -> None:
    """Contact persons in the midst of the letter, who decided, and the number that the writer answers at."""
    body = [all_lines[number] for number in zones.body]
    for prose, run in groupby(body, key=lambda line: is_prose(line.span.text)):
        if not prose:
            read_contacts(classifier.pieces(list(run)), found)
    text = [*(all_lines[number] for number in zones.head), *body]
    for line in text:
        if who := decided_by(line.span):
            _read_decided(classifier.pieces([Line(words, Role.PARAGRAPH, 0) for words in who]), found)
            for part in deciders_number(line.span):
                found.add("phone", Rank.SENTENCE, part)
    signed = found.best("name")
    for line in text:
        for part in own_numbers(line.span, signed[1].text if signed else None):
            found.add("phone", Rank.SENTENCE, part)


def _read_units_numbers(all_lines: list[Line], zones: Zones, found: Candidates) -> None:
    """The number that a unit answers at, where it signs and no line of its own tells the number."""
    unit = found.best("unit")
    if unit and not found.best("name"):
        for number in zones.body:
            for part in units_numbers(all_lines[number].span, unit[1].text):
                found.add("phone", Rank.SENTENCE, part)


def _read_decided(pieces: list[Piece], found: Candidates) -> None:
    name = next((piece for piece in pieces if piece.kind is PieceKind.NAME), None)
    if name:
        found.add("name", Rank.SENTENCE, name.part())
        for piece in pieces:
            if piece.kind is PieceKind.TITLE:
                found.add("title", Rank.SENTENCE, piece.part())


def _drop_others_numbers(found: Candidates, known: frozenset[str]) -> None:
    kept = []
    for rank, part in found.parts.get("phone", []):
        if phones.is_among(part.text, known):
            found.switchboards.append(part)
        else:
            kept.append((rank, part))
    found.parts["phone"] = kept
    for part in found.shared[:1]:
        found.why["phone"] = f"{part.text} går till en gemensam telefon, inte direkt till den som skriver."
    for part in found.switchboards[:1]:
        found.why["phone"] = f"{part.text} går till växeln, inte direkt till den som skriver."
    for part in found.visiting[:1]:
        found.why["address"] = f"{part.text} är bara en besöksadress."


def _choose(found: Candidates) -> SignatureBlock:
    result = SignatureBlock()
    signed = found.best("name")
    if signed and signed[0] is Rank.SIGN:
        _drop_other_people(found, signed[1])
    elif not signed and not found.best("phone") and found.shared and found.best("unit"):
        # A letter that a customer service signs has no other number.
        found.add("phone", Rank.FOOTER, found.shared[0])
    for part in (*SIGNATURE_PARTS, *SIGNATURE_EXTRAS):
        best = found.best(part)
        setattr(result, part, best[1] if best else None)
    result.shared = None if result.phone else next(iter(found.switchboards + found.shared), None)
    result.visiting = None if result.address else next(iter(found.visiting), None)
    result.why = {part: why for part, why in found.why.items() if getattr(result, part) is None}
    return result


def _explain(result: SignatureBlock) -> None:
    """Say of a unit that signs what stands there instead of a name."""
    if result.occasion is Occasion.UNIT and result.unit:
        result.why.setdefault("name", f"Brevet är undertecknat av {result.unit.text} och ingen person.")


def _drop_other_people(found: Candidates, signer: Part) -> None:
    """Beside a signer, the title of another contact person is not the signer's, nor a number in their box."""
    if found.box_names and signer.text.casefold() not in found.box_names:
        found.parts["phone"] = [entry for entry in found.parts["phone"] if entry[0] is not Rank.BOX]
    others = [part for rank, part in found.parts["name"] if rank is not Rank.SIGN]
    if others and not any(part.text.casefold() == signer.text.casefold() for part in others):
        found.parts["title"] = [entry for entry in found.parts["title"] if entry[0] is Rank.SIGN]
        found.parts["phone"] = [entry for entry in found.parts["phone"] if entry[0] is not Rank.TITLED]
